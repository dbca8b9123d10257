"""`python -m tests.demonstration`: rewrite the agencies, settings, responses and reviews of this repository."""

from pathlib import Path

from tests.demonstration.workspace import write_demonstration

print(write_demonstration(Path(__file__).parents[2]))
