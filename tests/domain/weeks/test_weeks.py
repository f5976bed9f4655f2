"""A week's figures: mean to one decimal with halves up, median, range, gaps, ISO week 53."""

from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeldiary.domain.weeks.text import NOTHING_MARKED, days_line, format_mornings, format_number
from heeldiary.domain.weeks.weeks import Load, Week, trends_to_json, weekly_trends

MONDAY = date(2026, 11, 16)
KEYS = [
    "week", "start", "mornings", "mean", "median", "lowest", "highest", "enough", "massage_minutes",
    "massage_sessions", "activity_minutes", "steps", "sitting_minutes",
]  # fmt: skip


def week(*scores: int) -> Week:
    """A week with these scores."""
    return Week(MONDAY, scores, Load())


@pytest.mark.parametrize(
    ("scores", "mean", "median"),
    [
        ((5, 5, 5, 6), 5.3, 5),  # 5.25: halves up
        ((4, 5, 5, 5), 4.8, 5),  # 4.75: halves up
        ((0, 0, 0, 1), 0.3, 0),  # 0.25
        ((0, 1, 1, 1), 0.8, 1),  # 0.75
        ((6, 7), 6.5, 6.5),
        ((6,), 6.0, 6),
        ((6, 5, 7), 6.0, 6),
        ((1, 1, 2), 1.3, 1),  # 1.333
        ((1, 2, 2), 1.7, 2),  # 1.666
        ((0, 0, 0, 0, 0, 0, 0), 0.0, 0),
        ((10, 10, 10, 10, 10, 10, 10), 10.0, 10),
        ((2, 9, 3, 8, 4, 4), 5.0, 4),
        ((2, 9, 3, 8, 5, 4), 5.2, 4.5),  # 5.1666
    ],
)
def test_mean_and_median(scores: tuple[int, ...], mean: float, median: float) -> None:
    assert week(*scores).mean == mean
    assert week(*scores).median == median


@given(st.lists(st.integers(0, 10), min_size=1, max_size=7))
def test_against_decimals(scores: list[int]) -> None:
    exact = (Decimal(sum(scores)) / len(scores)).quantize(Decimal("0.1"), ROUND_HALF_UP)
    found = week(*scores)
    assert Decimal(str(found.mean)) == exact
    assert found.median == median(scores)
    assert (found.lowest, found.highest) == (min(scores), max(scores))


@pytest.mark.parametrize(("today", "words"), [(0, "1 of 1 morning"), (5, "2 of 6 mornings"), (6, "2 of 7 mornings")])
def test_mornings_to_come_are_not_counted_as_missing(today: int, words: str) -> None:
    scores = [(MONDAY + timedelta(days=day), 5) for day in (0, 3) if day <= today]
    before, this = weekly_trends("left", 2, MONDAY + timedelta(days=today), scores, {}).weeks
    assert format_mornings(this) == words
    assert format_mornings(before) == "0 of 7 mornings"


def test_a_week_without_a_morning_has_no_figures() -> None:
    empty = week()
    assert empty.mornings == 0
    assert [empty.mean, empty.median, empty.lowest, empty.highest] == [None] * 4
    assert not empty.enough


def test_four_mornings_are_enough() -> None:
    assert not week(1, 2, 3).enough
    assert week(1, 2, 3, 4).enough


def test_the_shape_of_trends() -> None:
    today = date(2026, 11, 22)
    shape = trends_to_json(weekly_trends("left", 2, today, [(today, 6)], {}))
    assert list(shape) == ["foot", "moment", "from", "to", "weeks", "then_and_now", "trend"]
    assert (shape["foot"], shape["moment"], shape["then_and_now"], shape["trend"]) == ("left", "first-step", None, None)
    weeks = shape["weeks"]
    assert isinstance(weeks, list)
    assert [list(one) for one in weeks] == [KEYS, KEYS]
    assert weeks[0] == {
        "week": "2026-W46", "start": "2026-11-09", "mornings": 0, "mean": None, "median": None, "lowest": None,
        "highest": None, "enough": False, "massage_minutes": 0, "massage_sessions": 0, "activity_minutes": None,
        "steps": None, "sitting_minutes": None,
    }  # fmt: skip
    assert weeks[1]["week"] == "2026-W47"
    assert (weeks[1]["mornings"], weeks[1]["mean"], weeks[1]["median"]) == (1, 6.0, 6)


def test_week_53_holds_both_sides_of_new_year() -> None:
    today = date(2027, 1, 5)
    found = weekly_trends(
        "right", 3, today, [(date(2026, 12, 31), 3), (date(2027, 1, 1), 5), (date(2027, 1, 4), 7)], {}
    )
    assert [(one.name, one.scores) for one in found.weeks] == [
        ("2026-W52", ()), ("2026-W53", (3, 5)), ("2027-W01", (7,)),
    ]  # fmt: skip


@given(st.integers(1, 1040), st.dates(date(2020, 1, 1), date(2040, 1, 1)))
def test_the_last_weeks_are_so_many_and_follow_one_another(number: int, today: date) -> None:
    weeks = weekly_trends("left", number, today, [], {}).weeks
    assert len(weeks) == number
    starts = [one.start for one in weeks]
    assert all(later - earlier == timedelta(7) for earlier, later in pairwise(starts))
    assert starts[-1] <= today < starts[-1] + timedelta(7)


def test_what_there_is_not() -> None:
    assert [format_number(median) for median in (None, 5, 5.5)] == ["–", "5", "5.5"]
    assert "choose a place with the arrows and press h" in NOTHING_MARKED
    assert NOTHING_MARKED.endswith("; in a shell: heeldiary mark left arch.")


def test_a_weeks_days_end_on_its_sunday_or_on_the_last_day() -> None:
    scores = {MONDAY: 5, MONDAY + timedelta(days=2): 0, MONDAY + timedelta(days=7): 9}
    start = "2026-W47, from Mon 16 Nov 2026: Mon 5, Tue not logged, Wed 0"
    whole = f"{start}, Thu not logged, Fri not logged, Sat not logged, Sun not logged"
    assert days_line(week(5, 0), scores, MONDAY + timedelta(days=20)) == whole
    assert days_line(week(5, 0), scores, MONDAY + timedelta(days=2)) == start
