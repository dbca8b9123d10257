"""When periods begin and end, and which comes after which."""

import random

import pytest

from assess.model.periods import period_end, period_order, span_of

IN_ORDER = [
    "2025",
    "2026-q1",
    "2026-05",
    "2026-06",
    "2026-q2",
    "2026-h1",
    "2026-12-31",
    "2026-dot-1",
    "2026-dot-2",
    "2026-12",
    "2026-q4",
    "2026-h2",
    "2026",
    "2027-01-01",
    "2027",
    "alpha",
    "pilot",
]


def test_periods_come_in_the_order_of_their_ends() -> None:
    mixed = random.Random(1).sample(IN_ORDER, len(IN_ORDER))
    assert sorted(mixed, key=period_order) == IN_ORDER


@pytest.mark.parametrize(
    ("period", "span"),
    [
        ("2026", ("2026-01-01", "2026-12-31")),
        ("2026-h2", ("2026-07-01", "2026-12-31")),
        ("2026-q3", ("2026-07-01", "2026-09-31")),
        ("2026-02", ("2026-02-01", "2026-02-31")),
        ("2026-02-14", ("2026-02-14", "2026-02-14")),
        ("2026-q5", ("2026-01-01", "2026-12-31")),
        ("2026-13", ("2026-01-01", "2026-12-31")),
        ("2026x", None),
        ("pilot", None),
    ],
)
def test_a_period_begins_and_ends_as_its_name_says(period: str, span: tuple[str, str] | None) -> None:
    assert span_of(period) == span


def test_what_ends_together_ends_together() -> None:
    assert period_end("2026-q4") == period_end("2026-12") == period_end("2026") < period_end("2027-q1")
    assert period_end("2026") < period_end("alpha") < period_end("pilot")
