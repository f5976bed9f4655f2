"""The diary's own warning signs: their boundaries, what they never say, and how they read."""

from datetime import date, timedelta
from math import ceil

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeldiary.domain.warning_signs import (
    BEFORE_DAYS,
    FEWEST_BEFORE,
    FEWEST_NOW,
    FLAG_TAGS,
    HIGH_MORNINGS,
    HISTORY_DAYS,
    LOOKED_AT_DAYS,
    NOW_DAYS,
    OF_MORNINGS,
    RISE_POINTS,
    STALE_DAYS,
    USUAL_SWINGS,
    WITHIN_DAYS,
    WarningSign,
    find_foot_signs,
    find_tag_signs,
)
from heeldiary.domain.warning_text import WHAT_TO_DO, format_sign

TODAY = date(2026, 11, 22)
SCORES = st.dictionaries(st.integers(0, 260), st.integers(0, 10), max_size=220)


def mornings(*scores: int | None, last: date = TODAY) -> dict[date, int]:
    """Scores by day, the last one on `last`; None for a morning that was not logged."""
    first = last - timedelta(days=len(scores) - 1)
    return {first + timedelta(days=n): score for n, score in enumerate(scores) if score is not None}


def kinds(scores: dict[date, int], today: date = TODAY) -> list[str]:
    """The kinds of signs that hold."""
    return [sign.kind for sign in find_foot_signs("left", scores, today)]


def test_fifty_mornings_at_three_and_then_eleven_at_nine() -> None:
    (sign,) = find_foot_signs("left", mornings(*[3] * 50, *[9] * 11), TODAY)
    assert (sign.name, sign.before) == ("rising-left", 3.0)
    assert sign.now == pytest.approx((3 * 3 + 11 * 9) / 14)
    assert format_sign(sign) == (
        "4.7 higher: your left foot's first-step pain averaged 7.7 over the 14 days up to 22 Nov, 3.0 over the 28 days "
        "before. That is more than your scores usually swing."
    )


def test_a_rise_of_two_points_exactly_counts_and_less_does_not() -> None:
    assert kinds(mornings(*[3] * 190, *[5] * 14)) == ["rising"]
    assert kinds(mornings(*[3] * 190, *[5] * 13, 4)) == []


def test_the_same_rise_in_mornings_that_swing_is_not_shown() -> None:
    swinging = [1, 2, 6, 3, 1, 5, 3] * 27
    assert kinds(mornings(*swinging, *[score + 2 for score in swinging[:14]])) == []
    assert kinds(mornings(*[3] * 189, *[score + 2 for score in [3] * 14])) == ["rising"]


def test_the_fewer_mornings_the_larger_the_rise_has_to_be() -> None:
    before = [3, 4, 2, 3, 4, 3, 2]
    assert kinds(mornings(*before * 26, *[6] * 14)) == ["rising"]
    assert kinds(mornings(*before * 4, *[6] * 14)) == []


@pytest.mark.parametrize("missing", [0, 1])
def test_enough_mornings_in_both_stretches(missing: int) -> None:
    few_now = [9] * (FEWEST_NOW - missing) + [None] * (13 - FEWEST_NOW + missing) + [9]
    assert len(few_now) == 14
    shown = [] if missing == 2 else ["rising"]
    assert kinds(mornings(*[3] * 60, *few_now)) == shown
    few_before = [3] * (FEWEST_BEFORE - missing) + [None] * (28 - FEWEST_BEFORE + missing)
    assert kinds(mornings(*few_before, *[7] * 14)) == ([] if missing else ["rising"])


def test_fewest_mornings_now() -> None:
    now = [9] * (FEWEST_NOW - 1) + [None] * (14 - FEWEST_NOW)
    assert kinds(mornings(*[3] * 60, *now, 9)) == ["rising"]
    assert kinds(mornings(*[3] * 60, None, *now[1:], 9)) == []


def usual_difference(history: list[int]) -> float:
    """How far the means of two weeks and of the four before differ by themselves, by the covariances of their days."""
    assert len(history) <= HISTORY_DAYS
    blocks = np.array(history, dtype=float).reshape(-1, BEFORE_DAYS)
    rest = blocks - blocks.mean(1, keepdims=True)
    variance = (rest**2).mean()
    correlation = (rest[:, 1:] * rest[:, :-1]).mean() / variance
    persistence = min(0.9, max(0.3, correlation + (1 + 4 * correlation) / BEFORE_DAYS))
    at = np.arange(BEFORE_DAYS + NOW_DAYS)
    days = persistence ** np.abs(at[:, None] - at)
    contrast = np.repeat([-1 / BEFORE_DAYS, 1 / NOW_DAYS], [BEFORE_DAYS, NOW_DAYS])
    variance = max(0.25, variance / (1 - days[:BEFORE_DAYS, :BEFORE_DAYS].mean()))
    standard_error = np.sqrt(variance * (contrast @ days @ contrast))
    return float(USUAL_SWINGS * (1 + BEFORE_DAYS / blocks.size) * standard_error)


@pytest.mark.parametrize("persistence", [0.2, 0.5, 0.8])
def test_a_rise_counts_from_the_usual_difference_on(persistence: float) -> None:
    random = np.random.default_rng(round(10 * persistence))
    compared = 0
    for _ in range(40):
        swings = [0.0]
        for step in random.standard_normal(6 * BEFORE_DAYS - 1):
            swings.append(persistence * swings[-1] + float(step) * 0.7)
        history = [min(10, max(0, round(2 + swing))) for swing in swings]
        mean = sum(history[-BEFORE_DAYS:]) / BEFORE_DAYS
        enough = ceil(NOW_DAYS * (mean + max(RISE_POINTS, usual_difference(history))) - 1e-9)
        if enough > 7 * NOW_DAYS:  # more would be the sign of high mornings
            continue
        compared += 1
        for total, shown in ((enough, ["rising"]), (enough - 1, [])):
            now = [total // NOW_DAYS + (n < total % NOW_DAYS) for n in range(NOW_DAYS)]
            assert kinds(mornings(*history, *now)) == shown
    assert compared >= 10


def test_a_fall_is_no_sign() -> None:
    assert kinds(mornings(*[7] * 190, *[2] * 14)) == []


def test_high_on_most_of_the_last_twenty_mornings_logged() -> None:
    low = OF_MORNINGS - HIGH_MORNINGS
    assert kinds(mornings(*[7] * low, *[8] * HIGH_MORNINGS)) == ["high"]
    assert kinds(mornings(*[8] * (OF_MORNINGS - 1))) == [], "twenty mornings are needed"
    assert kinds(mornings(*[8] * HIGH_MORNINGS, *[7] * (low + 1))) == [], "older mornings do not count"
    assert format_sign(WarningSign("high", "right", now=16)) == (
        "16 of the last 20 mornings: your right foot's first steps were 8 or more."
    )


def test_high_mornings_lie_within_a_month() -> None:
    gap = WITHIN_DAYS - OF_MORNINGS
    assert kinds(mornings(8, *[None] * gap, *[8] * (OF_MORNINGS - 1))) == ["high"]
    assert kinds(mornings(8, *[None] * (gap + 1), *[8] * (OF_MORNINGS - 1))) == []


def test_old_mornings_say_nothing_of_today() -> None:
    scores = mornings(*[3] * 50, *[9] * 11)
    assert kinds(scores, TODAY + timedelta(days=STALE_DAYS - 1)) == ["rising"]
    assert kinds(scores, TODAY + timedelta(days=STALE_DAYS)) == []
    assert kinds({}) == []


@given(SCORES, st.integers(0, 20))
def test_a_sign_depends_on_the_last_weeks_alone_and_never_on_later_ones(numbered: dict[int, int], later: int) -> None:
    scores = {TODAY - timedelta(days=ago): numbered[ago] for ago in sorted(numbered, reverse=True)}
    here = find_foot_signs("left", scores, TODAY)
    last = max(scores, default=TODAY)
    recent = {day: score for day, score in scores.items() if (last - day).days < LOOKED_AT_DAYS}
    assert find_foot_signs("left", recent, TODAY) == here
    assert find_foot_signs("left", scores | {TODAY + timedelta(days=1 + later): 10}, TODAY) == here
    assert len(here) <= 1


@given(SCORES)
def test_a_rising_sign_is_true_of_its_figures(numbered: dict[int, int]) -> None:
    scores = {TODAY - timedelta(days=ago): numbered[ago] for ago in sorted(numbered, reverse=True)}
    for sign in find_foot_signs("right", scores, TODAY):
        assert sign.foot == "right"
        assert sign.kind == "high" or sign.now - sign.before >= 2 - 1e-9
        assert sign.kind == "rising" or sign.now >= HIGH_MORNINGS


def test_tags_that_the_page_names() -> None:
    signs = find_tag_signs(["rain", "numbness", "numbness", "pins and needles"])
    assert [sign.name for sign in signs] == ["tag-numbness", "tag-pins-and-needles"]
    assert 'You tagged "numbness".' in format_sign(signs[0])
    assert all(len(f"tag-{tag}") <= 40 for tag in FLAG_TAGS)


def test_no_sign_says_what_one_has() -> None:
    assert "ask a clinician" in WHAT_TO_DO
    assert "not a finding" in WHAT_TO_DO
    for sign in (
        WarningSign("rising", "left", 7.7, 3.0),
        WarningSign("high", "left", 13),
        WarningSign("tag", None, tag="fever"),
    ):
        assert "you have" not in format_sign(sign).lower()
