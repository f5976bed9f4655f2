"""When a factor may be reported, and what is said: gates, looks, the number tested, sealed factors."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeldiary.domain.links.analysis_points import next_analysis_at
from heeldiary.domain.links.links import MEDICINE, tenths
from heeldiary.domain.links.text import plain_lines
from heeldiary.domain.links.to_json import links_to_json
from tests.domain.links.links_of_days import MONDAY, by_day, coins, factor, found, noisy, one
from tests.sampling import fewer

ICE = "care:ice"


def helped(days: int, points: float, marks: list[int], seed: int = 1) -> list[int]:
    """Scores that are so much lower the morning after a marked day."""
    return noisy(days, seed, lambda day: points * (day > 0 and marks[day - 1]))


def test_before_56_pairs_nothing_is_told() -> None:
    marks = coins(90)
    nothing = one([], factor(ICE, marks))
    assert (nothing.verdict, nothing.reason, nothing.pairs, nothing.next_look) == ("too-early", "pairs", 0, 56)
    for pairs in (0, 1, 23, 55):
        link = one(helped(pairs + 1, -3, marks), factor(ICE, marks))
        assert (link.verdict, link.reason, link.pairs) == ("too-early", "pairs", pairs)
        assert (link.difference, link.low, link.high) == (None, None, None)
    link = one(helped(57, -3, marks), factor(ICE, marks))
    assert (link.verdict, link.pairs, link.next_look) == ("link", 56, 84)
    assert link.difference is not None
    assert link.difference < -2


def test_the_same_for_lower_and_for_higher() -> None:
    marks = coins(90)
    scores = helped(90, -2, marks)
    lower, higher = one(scores, factor(ICE, marks)), one([10 - score for score in scores], factor(ICE, marks))
    assert (lower.verdict, higher.verdict) == ("link", "link")
    assert lower.difference == -(higher.difference or 0)
    assert (lower.low, lower.high) == (-(higher.high or 0), -(higher.low or 0))


def test_a_verdict_stands_until_the_next_look() -> None:
    marks = coins(400)
    scores = helped(400, -1, marks)
    told = [one(scores[: pairs + 1], factor(ICE, marks[: pairs + 1])) for pairs in range(56, 400)]
    for pairs, link in zip(range(56, 400), told, strict=True):
        look = max(at for at in (56, 84, 168, 336) if at <= pairs)
        assert link.pairs == look
        assert link == told[look - 56]


def test_each_look_but_the_second_is_at_twice_as_many_pairs() -> None:
    assert [next_analysis_at(pairs) for pairs in (0, 55, 56, 83, 84, 167, 168, 671, 672)] == [
        56, 56, 84, 84, 168, 168, 336, 672, 1344,
    ]  # fmt: skip


def test_eight_days_with_it_and_eight_without() -> None:
    scores = noisy(100)
    for some in (0, 1):
        marks = [1 - some] * 100
        for day in (3, 10, 17, 24, 31, 38, 45):
            marks[day] = some
        link = one(scores[:60], factor(ICE, marks))
        assert (link.verdict, link.reason) == ("too-early", "groups")
        marks[70] = some
        assert one(scores[:71], factor(ICE, marks)).reason == "groups"
        assert one(scores[:72], factor(ICE, marks)).reason is None


def test_an_amount_is_parted_at_its_own_median() -> None:
    scores = noisy(57)
    link = one(scores, factor("steps", [1000 + 100 * n for n in range(57)]))
    assert (link.with_it, link.at_least) == (28, 3751)
    link = one(scores, factor("steps", [0] * 40 + [500] * 17))
    assert (link.with_it, link.at_least) == (16, 1), "the middle is the lowest: more than that"
    link = one(scores, factor("steps", [500] * 40 + [100] * 17))
    assert (link.with_it, link.at_least) == (40, 500), "the middle is the highest: that much"


def test_days_on_which_an_amount_is_not_known_count_for_nothing() -> None:
    scores = noisy(200)
    known = [None if day % 3 == 0 else day for day in range(200)]
    assert one(scores[:80], factor("steps", known[:80])).pairs == 52
    assert one(scores, factor("steps", known)).pairs == 84
    sparse = [day if day % 3 == 0 else None for day in range(200)]
    link = one(scores, factor("steps", sparse))
    assert (link.verdict, link.reason) == ("too-early", "coverage")


def test_a_factor_that_is_the_weekend_cannot_be_told_apart() -> None:
    scores = noisy(90)
    for marks in ([int((day + 1) % 7 in (5, 6)) for day in range(90)], [int(day > 45) for day in range(90)]):
        link = one(scores, factor(ICE, marks))
        assert (link.verdict, link.reason, link.difference) == ("too-early", "apart", None)


def test_late_mornings_are_left_out() -> None:
    scores, marks = noisy(60), coins(60)
    assert one(scores, factor(ICE, marks)).pairs == 56
    link = one(scores, factor(ICE, marks), late=(20, 40))
    assert (link.reason, link.pairs) == ("pairs", 55)


def test_a_running_experiment_seals_its_factor() -> None:
    scores, marks = helped(90, -3, coins(90)), coins(90)
    told = found(scores, factor(ICE, marks), factor("massage", coins(90, 5)), sealed=frozenset({ICE}))
    ice, massage = told.factors
    assert (ice.verdict, ice.reason, ice.difference, ice.low) == ("too-early", "sealed", None, None)
    assert massage.verdict != "too-early"


def test_what_was_tested_still_counts_and_what_was_not_does_not() -> None:
    scores = noisy(90)
    massage, ice = factor("massage", coins(90, 5)), factor(ICE, coins(90))
    alone = found(scores, massage)
    assert (alone.tested, alone.before) == (1, ())
    tested = found(scores, massage, ice._replace(dropped_on=MONDAY + timedelta(days=60)))
    assert (tested.tested, [link.name for link in tested.before]) == (2, [ICE])
    assert tested.before[0].pairs == 56
    untested = found(scores, massage, ice._replace(dropped_on=MONDAY + timedelta(days=50)))
    assert (untested.tested, untested.before) == (1, ())
    narrow, wide = alone.factors[0], tested.factors[0]
    assert narrow.low is not None
    assert wide.low is not None
    assert wide.low < narrow.low


def test_named_factors_count_before_they_can_be_told() -> None:
    """Else a verdict would change when another factor's gate opens."""
    scores = noisy(90)
    with_five = found(scores, factor(ICE, coins(90)), *(factor(f"tag:{n}", [None] * 90) for n in "abcd"))
    assert with_five.tested == 5


def test_both_feet_are_tested_together() -> None:
    assert found(noisy(90), factor(ICE, coins(90)), feet=2).tested == 2


def test_the_other_sign_without_the_days_with_medicine_is_told() -> None:
    marks = coins(90, 3)
    medicine = [day for day in range(90) if marks[day] and day % 2]
    scores = noisy(90, 4, lambda day: -4.0 if day - 1 in medicine else 1.5 * (day > 0 and marks[day - 1]))
    days = frozenset(by_day(range(90)).keys() & {MONDAY + timedelta(days=n) for n in medicine})
    link = one(scores, factor("massage", marks), medicine=days)
    assert link.difference is not None
    assert link.difference < 0
    assert link.other_way
    assert not one(scores, factor("massage", marks)).other_way
    assert not one(scores, factor(MEDICINE, marks), medicine=days).other_way


@pytest.mark.parametrize(
    ("points", "told"), [(0.04, 0.0), (0.05, 0.1), (-0.04, 0.0), (-0.05, -0.1), (1.25, 1.3), (-1.25, -1.3)]
)
def test_tenths_are_rounded_alike_on_both_sides(points: float, told: float) -> None:
    assert str(tenths(points)) == str(told)


@fewer(4)
@given(
    st.lists(st.none() | st.integers(0, 10), min_size=0, max_size=200),
    st.lists(st.tuples(st.sampled_from(["massage", "steps", "tag:x", ICE]), st.integers(0, 9)), max_size=4),
)
def test_whatever_the_days_it_can_be_told(scores: list[int | None], named: list[tuple[str, int]]) -> None:
    factors = [
        factor(name, [None if (day * 7 + seed) % 11 == 0 else (day * seed * 13) % (2 + seed) for day in range(210)])
        for name, seed in dict(named).items()
    ]
    told = found(scores, *factors)
    assert plain_lines(told)
    shape = links_to_json(told)
    assert shape["gate"] == {"have": told.pairs, "need": 56}
    for link in told.factors:
        known = link.verdict != "too-early"
        assert (link.reason is None) == known == (link.difference is not None)
        if link.low is not None and link.high is not None:
            assert link.low <= (link.difference or 0) <= link.high
            assert link.verdict != "link" or link.low >= 0 or link.high <= 0
            assert link.pairs >= 56
            assert min(link.with_it, link.without_it) >= 8
