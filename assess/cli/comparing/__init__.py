"""What `assess compare` makes of two results."""

from assess.cli.comparing.sides import Compared, Former, Side
from assess.cli.comparing.writing import WRITERS

__all__ = ["WRITERS", "Compared", "Former", "Side"]
