"""What the commands say, in Vietnamese and English: one chapter for each thing spoken of."""

from collections.abc import Mapping
from typing import Final

from assess.cli.words.columns import COLUMNS
from assess.cli.words.comparing import COMPARING
from assess.cli.words.items import ITEMS
from assess.cli.words.outcomes import OUTCOMES
from assess.cli.words.ranking import RANKING
from assess.cli.words.scores import SCORES
from assess.cli.words.targets import TARGETS
from assess.cli.words.templates import TEMPLATES
from assess.cli.words.trouble import TROUBLE
from assess.cli.words.usage import USAGE


def _gathered(*chapters: Mapping[str, Mapping[str, str]]) -> dict[str, dict[str, str]]:
    """Return the words of all chapters by language. Raises `ValueError` where two chapters have one key."""
    said: dict[str, dict[str, str]] = {}
    for chapter in chapters:
        for language, words in chapter.items():
            known = said.setdefault(language, {})
            if twice := known.keys() & words.keys():
                raise ValueError(f"these words stand in two chapters: {', '.join(sorted(twice))}")
            known |= words
    return said


SAID: Final[Mapping[str, Mapping[str, str]]] = _gathered(
    USAGE, TROUBLE, OUTCOMES, SCORES, COMPARING, RANKING, ITEMS, TARGETS, COLUMNS, TEMPLATES
)
