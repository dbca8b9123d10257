"""Words that tell of one thing: forms of their own where a language has them, chosen by the number that is shown."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import pytest

from assess.cli.words import SAID
from assess.presentation.explaining.words import WORDS as EXPLAINED
from assess.presentation.plural import Plural
from assess.publishing import resources
from assess.publishing.resources import words
from tests.test_channels import filled, response, written
from tests.test_publishing import QUESTIONNAIRE, SETTINGS, TRANSLATION, tree

ONE: Final = re.compile(r"(?<![\d.,/–-])\b1 (?:[a-z]+ )?[a-z]+s\b")
SINGULAR: Final = re.compile(r"1 (?:(?:that|which|and|or|at|of|in|the) )?(?:is|was|has|does|as|this|leaves)")
"""What stands after a 1 and ends in s without telling of many: verbs and the like."""

ALONE: Final = {
    "assess.yaml": SETTINGS.split("publish:")[0]
    + 'publish:\n  - {questionnaire: small, period: "2026", version: "1"}\n'
    + '  - {questionnaire: small, period: "2025", version: "1"}\n',
    "agencies.yaml": "format: 1\nkinds: [{id: province, name: Tỉnh, names: {en: Province}}]\n"
    "agencies: [{id: tinh-a, name: Tỉnh A, names: {en: Province A}, kind: province}]\n",
    "questionnaires/small/1/questionnaire.yaml": QUESTIONNAIRE.replace("min_group: 3", "min_group: 1").replace(
        "[province, commune]", "[province]"
    ),
    "questionnaires/small/1/locale/en.yaml": TRANSLATION,
    "responses/2025/small/tinh-a.yaml": response("tinh-a", "2025", "  plan: draft\n", "small"),
    "responses/2026/small/tinh-a.yaml": response("tinh-a", "2026", "  plan: draft\n  open: true\n", "small"),
    "targets.yaml": "format: 1\ntargets:\n  - {id: share, of: {question: share}, agencies: all, "
    'title: Hồ sơ, titles: {en: Applications}, by_period: [{period: "2026", target: 80}]}\n',
}
NOUNS: Final = (
    *("agencies", "answers", "communes", "decimals", "dimensions", "draws", "files", "groups", "nodes", "parts"),
    *("pages", "periods", "points", "problems", "questions", "responses", "results", "steps", "times", "values"),
)
MANY: Final = re.compile(rf"\{{\w+\}}(?: (?!and |has )[a-z]+){{0,2}} (?:{'|'.join(NOUNS)})\b")
NEVER_ONE: Final = {
    "board_furthest": "the number is the most rows that a table of agencies holds",
    "compare_periods": "a name stands there, no number",
    "contrast_all_higher": "said of two dimensions or more",
    "contrast_all_lower": "said of two dimensions or more",
    "filter_more": "the button is there where a table holds more than a hundred",
    "formula_used": "said where there are two formulas, so two nodes",
    "items_alpha_few-agencies": "the least number of agencies is fixed",
    "items_alpha_few-shared": "the least number of agencies is fixed",
    "items_bounds": "the least number of agencies is fixed",
    "items_item_few-agencies": "the least number of agencies is fixed",
    "items_item_few-shared": "the least number of agencies is fixed",
    "not_small": "not said where a group of one is enough",
    "overview_few": "no group that is shown has fewer than one",
    "plan_weights": "ranks tried once tell nothing",
    "roadmap_far": "the number is the most steps that are shown",
    "shift_all_same": "said of two groups or more",
    "span_note": "ranks tried once tell nothing",
    "summary_parts_points": "what is earned stands with its maximum",
}
"""Words that count and need no form for one, each with the reason."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """The pages of a workspace with one agency, in groups of one."""
    return filled(written(tmp_path_factory.mktemp("plural"), ALONE))


def plurals(text: str) -> Iterator[str]:
    """Yield what says many of one."""
    for found in ONE.finditer(" ".join(text.split())):
        if not SINGULAR.match(found[0]):
            yield found[0]


def test_pages_of_one_agency_say_so_in_the_singular(site: Mapping[str, bytes]) -> None:
    english = {name: tree(content).text() for name, content in site.items() if name.startswith("en/")}
    assert len(english) > 20
    assert {name: found for name, text in english.items() if (found := list(plurals(text)))} == {}


def test_words_that_count_have_a_form_for_one_or_a_reason() -> None:
    known = [*words("en").items(), *EXPLAINED["en"].items(), *SAID["en"].items()]
    assert {key for key, said in known if not isinstance(said, Plural) and MANY.search(said)} == NEVER_ONE.keys()


@pytest.mark.parametrize(
    ("shown", "said"),
    [
        *((1, "1 point"), ("1", "1 point"), ("+1", "+1 point"), ("−1", "−1 point"), ("1.0", "1.0 points")),
        *((0, "0 points"), (2, "2 points"), (11, "11 points"), ("0.1", "0.1 points")),
    ],
)
def test_the_number_shown_chooses_the_form(shown: int | str, said: str) -> None:
    told = Plural("{points} points", one="{points} point", by="points")
    assert told.format(points=shown) == told.format_map({"points": shown}) == said


def test_words_for_many_are_what_other_uses_see() -> None:
    assert Plural("agencies", one="agency") == "agencies"
    assert Plural("agencies", one="agency").format(count=1) == "agency"


@pytest.mark.parametrize(
    "entry",
    [
        "{one: A}",
        "{other: A}",
        "{one: A, other: B, few: C}",
        "[A, B]",
        '{one: "{n}", other: "{n} A"}',
        '{by: n, one: "{m}", other: "{n} A"}',
    ],
)
def test_forms_that_do_not_fit_each_other_are_refused(
    entry: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "site_templates/words/en"
    folder.mkdir(parents=True)
    (folder / "shared.yaml").write_text(f"counted: {entry}\n", encoding="utf-8")
    monkeypatch.setattr(resources, "packaged", lambda name: tmp_path / name)
    words.cache_clear()
    with pytest.raises(ValueError, match=r"words/en/shared\.yaml: counted"):
        words("en")
    words.cache_clear()
