"""What `assess items` says of the questions of a group."""

from assess.cli.itemising.blocks import Block, Told, part_key
from assess.cli.itemising.writing import WRITERS, bounds_text

__all__ = ["WRITERS", "Block", "Told", "bounds_text", "part_key"]
