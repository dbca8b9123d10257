"""What changed since the period before, what a record keeps of every question, and how sure a rank is on the site."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from assess.model import Interval
from assess.presentation.changes import change_since, earlier, history
from assess.presentation.surroundings import Surroundings
from assess.publishing import resources
from assess.publishing.collecting import Collected, collect
from assess.publishing.resources import words
from assess.publishing.surroundings import surroundings_of
from assess.ranking import Cohort
from tests.history import workspace_with_history


@pytest.fixture
def collected(tmp_path: Path) -> Iterator[Collected]:
    found = collect(workspace_with_history(tmp_path))
    yield found
    found.spool.close()


@pytest.fixture
def around(collected: Collected) -> Surroundings:
    return surroundings_of(collected, "en", lambda template, record: "")


def period(around: Surroundings, name: str) -> Cohort:
    return next(each for each in around.cohorts if each.publication.period == name)


@pytest.mark.parametrize(
    ("now", "before", "change"),
    [
        ("2026", "2025", "0.025"),  # (60 + 3·30)/4 less (50 + 3·30)/4, of 100
        ("2025", "2024", "0.1"),  # over what both versions ask: (50 + 3·30)/4 less (40 + 3·20)/4
        ("2027", "2026", None),  # version 3 has no mapping
    ],
)
def test_the_change_is_over_what_can_be_compared(
    around: Surroundings, now: str, before: str, change: str | None
) -> None:
    this = period(around, now)
    found = earlier(around, this)
    assert found is not None
    assert found.publication.period == before
    expected = None if change is None else Decimal(change)
    assert change_since(around, this, found, around.register.agencies["so-a"]) == expected


def test_there_is_no_change_from_another_channel_nor_for_who_was_not_there(around: Surroundings) -> None:
    this, before = period(around, "2026"), period(around, "2025")
    other = replace(before, publication=before.publication._replace(channel="verified"))
    assert change_since(around, this, other, around.register.agencies["so-a"]) is None
    assert change_since(around, this, before, around.register.agencies["so-moi"]) is None
    assert earlier(around, period(around, "2024")) is None


def test_a_history_runs_from_the_earliest_period_and_leaves_gaps(around: Surroundings) -> None:
    found = history(around, period(around, "2026"), around.register.agencies["so-a"])
    assert [(each.publication.period, value) for each, value in found] == [
        ("2024", None),
        ("2025", Decimal("0.35")),
        ("2026", Decimal("0.375")),
        ("2027", None),
    ]


def test_a_record_keeps_the_share_and_the_answer_of_every_question(around: Surroundings) -> None:
    cohort = period(around, "2026")
    assert cohort.shape is not None
    record = cohort.records["so-a"]
    assert record.profile is not None
    shares = dict(zip(cohort.shape.keys, record.profile.values, strict=True))
    assert (shares["a"], shares["new"]) == (Decimal("0.6"), Decimal("0.3"))
    assert record.answers == ("answered", "answered")


def test_ranks_have_intervals_where_several_are_ranked(tmp_path: Path) -> None:
    """60 and 30 beside 70 and 70: whatever the two weights are, the order stays."""
    root = workspace_with_history(tmp_path)
    for path in root.glob("questionnaires/short/*/questionnaire.yaml"):
        path.write_text(path.read_text(encoding="utf-8").replace("dimensions:", "ranking: {min_group: 1}\ndimensions:"))
    collected = collect(root)
    around = surroundings_of(collected, "vi", lambda template, record: "")
    found = around.intervals(period(around, "2026"))
    assert found == {"so-moi": Interval(1, 1, 1), "so-a": Interval(2, 2, 2)}
    assert around.intervals(period(around, "2027")) == {}
    collected.spool.close()


def test_a_word_of_the_interface_stands_in_one_file_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "site_templates/words/vi"
    folder.mkdir(parents=True)
    for name in ("home", "shared"):
        (folder / f"{name}.yaml").write_text("period: Kỳ\n", encoding="utf-8")
    monkeypatch.setattr(resources, "packaged", lambda name: tmp_path / name)
    words.cache_clear()
    with pytest.raises(ValueError, match=r"words/vi/shared\.yaml: period"):
        words("vi")
    words.cache_clear()
