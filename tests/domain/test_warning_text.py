"""A warning sign's printed figures: true to the last digit, of the days they name, whatever the spelling of a tag."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeldiary.domain.warning_signs import (
    BEFORE_DAYS,
    FEWEST_BEFORE,
    FEWEST_NOW,
    FLAG_TAGS,
    NOW_DAYS,
    WarningSign,
    find_foot_signs,
    find_tag_signs,
    still_holds,
)
from heeldiary.domain.warning_text import format_sign
from heeldiary.domain.weeks.weeks import mean

TODAY = date(2026, 11, 22)


def scores_of(now: list[int], before: list[int], usual: int) -> dict[date, int]:
    """Half a year at one score, then these mornings, the later ones of each stretch logged."""
    first_now, first_before = TODAY - timedelta(days=NOW_DAYS - 1), TODAY - timedelta(days=NOW_DAYS + BEFORE_DAYS - 1)
    scores = {first_before - timedelta(days=ago): usual for ago in range(150, 0, -1)}
    scores |= {
        first_now - timedelta(days=ago): score for ago, score in zip(range(len(before), 0, -1), before, strict=True)
    }
    return scores | {
        TODAY - timedelta(days=ago): score for ago, score in zip(range(len(now) - 1, -1, -1), now, strict=True)
    }


def spread(total: int, number: int) -> list[int]:
    """So many scores with that sum, as equal as they can be."""
    return sorted(total // number + (place < total % number) for place in range(number))


@pytest.mark.parametrize(
    ("number", "number_before", "total_before"),
    [(9, 18, 38), (9, 18, 56), (10, 20, 42), (10, 20, 62), (12, 24, 46), (12, 24, 50), (12, 24, 74), (14, 28, 84)],
)
def test_two_points_are_two_points_in_whatever_fractions(number: int, number_before: int, total_before: int) -> None:
    """Means that are 2 apart exactly, most of them less than that in binary fractions; and then a little less."""
    total = total_before * number // number_before + 2 * number
    assert Fraction(total, number) - Fraction(total_before, number_before) == 2
    before = spread(total_before, number_before)
    at_two, below = (
        find_foot_signs("left", scores_of(spread(of, number), before, before[0]), TODAY) for of in (total, total - 1)
    )
    assert [sign.kind for sign in at_two] == ["rising"]
    assert format_sign(at_two[0]).startswith("2.0 higher: ")
    assert not any(sign.kind == "rising" for sign in below)


@given(
    st.lists(st.integers(0, 10), min_size=FEWEST_NOW, max_size=NOW_DAYS),
    st.lists(st.integers(0, 10), min_size=FEWEST_BEFORE, max_size=BEFORE_DAYS),
)
def test_the_printed_means_are_those_of_the_weeks_and_differ_by_what_is_printed(
    now: list[int], then: list[int]
) -> None:
    text = format_sign(WarningSign("rising", "left", sum(now) / len(now), sum(then) / len(then), last=TODAY))
    assert f"averaged {mean(now):.1f} over the 14 days up to 22 Nov, {mean(then):.1f} over" in text
    difference = Fraction(f"{mean(now):.1f}") - Fraction(f"{mean(then):.1f}")
    assert Fraction(text.partition(" ")[0]) == difference


@pytest.mark.parametrize("ago", [0, 1, 6])
def test_the_days_named_end_with_the_last_morning(ago: int) -> None:
    scores = {TODAY - timedelta(days=ago + day): 9 if day < 11 else 3 for day in range(60, -1, -1)}
    (sign,) = find_foot_signs("left", scores, TODAY)
    assert f"up to {22 - ago} Nov" in format_sign(sign)
    high = {TODAY - timedelta(days=ago + day): 9 for day in range(19, -1, -1)}
    (sign,) = find_foot_signs("left", high, TODAY)
    assert format_sign(sign).startswith(f"20 of the 20 mornings up to {22 - ago} Nov: ")


@pytest.mark.parametrize("tag", sorted(FLAG_TAGS))
def test_a_tag_counts_however_it_is_written(tag: str) -> None:
    ways = [tag, tag.upper(), tag.title(), tag.replace(" ", "-"), tag.replace(" ", "_"), f" {tag}  "]
    signs = find_tag_signs(ways)
    assert [sign.name for sign in signs] == [f"tag-{tag.replace(' ', '-')}"]
    assert {sign.name for way in ways for sign in find_tag_signs([way])} == {signs[0].name}


def test_high_goes_on_behind_a_rise() -> None:
    scores = {TODAY - timedelta(days=ago): 10 if ago < 14 else 8 for ago in range(200, -1, -1)}
    high = WarningSign("high", "left")
    assert [sign.kind for sign in find_foot_signs("left", scores, TODAY)] == ["rising"]
    assert still_holds(high, scores, TODAY)
    assert not still_holds(WarningSign("rising", "left"), scores, TODAY - timedelta(days=30))
