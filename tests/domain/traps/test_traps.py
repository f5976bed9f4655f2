"""The traps: what is read from the diary, when it is too little, and what is said."""

import re
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.proportion import confint_proportions_2indep

from heeldiary.domain.chance.noise import Noise
from heeldiary.domain.chance.traps import expected_fall
from heeldiary.domain.traps.text import format_gap_verdict, format_gaps, format_reactive, format_worst_week, panels
from heeldiary.domain.traps.traps import DayGroup, Gaps, Reactive, Share, Traps, difference, first_weeks, gaps, reactive

FORBIDDEN = re.compile(
    r"help|caus|\bworks?\b|because|prove|proof|significan|improve|should|→|↑|↓|!|will be well", re.IGNORECASE
)
"""What statistics.md allows no sentence of the program to say."""

START = date(2026, 8, 31)
"""A Monday."""


def days(scores: dict[int, int]) -> dict[date, int]:
    """Scores by the number of the day."""
    return {START + timedelta(days=n): score for n, score in sorted(scores.items())}


def weeks(*levels: int | None) -> dict[date, int]:
    """Weeks of seven equal mornings; None is a week without."""
    return days({7 * n + k: level for n, level in enumerate(levels) if level is not None for k in range(7)})


def test_the_worst_of_the_first_eight_weeks_and_the_four_after_it() -> None:
    found = first_weeks(weeks(5, 6, 8, 5, None, 4, 3, 3, 10, 1))
    assert (found.worst, found.after) == (2, (3, 5, 6))
    assert (found.after_mornings, found.after_mean, found.fall) == (21, 4.0, 4.0)
    assert "4.0 lower" in format_worst_week(found)[0]
    assert "looks that much better" in format_worst_week(found)[1]


def test_the_first_of_two_worst_weeks() -> None:
    assert first_weeks(weeks(5, 8, 4, 8, 4, 4)).worst == 1


def test_the_ninth_week_is_never_the_worst() -> None:
    assert first_weeks(weeks(5, 5, 5, 6, 5, 5, 5, 5, 9, 9, 9, 9)).worst == 3


@pytest.mark.parametrize("levels", [(), (5,), (5, 6, 7), (5, None, 6, None, 7), (5, 5, 5, 5, 5, 5, 5, 9)])
def test_too_early_for_a_worst_week(levels: tuple[int | None, ...]) -> None:
    found = first_weeks(weeks(*levels))
    assert found.worst is None
    assert format_worst_week(found)[0].startswith("Too early")


def test_a_rise_after_the_worst_week_is_told_alike() -> None:
    # The worst week is the worst by its mean; four weeks after the eighth may still be worse.
    found = first_weeks(weeks(5, 5, 5, 5, 5, 5, 6, 5, 9, 9, 9))
    assert found.fall == -2.0
    assert "2.0 higher" in format_worst_week(found)[0]
    assert "looks that much worse" in format_worst_week(found)[1]


@pytest.mark.parametrize("persistence", [0.3, 0.6, 0.8])
def test_chance_alone_brings_a_fall_and_is_the_same_each_time(persistence: float) -> None:
    seen = first_weeks(weeks(5, 6, 8, 5, 5, 4, 3, 3, 5, 5, 5, 5))
    chance = expected_fall(Noise(1.3, persistence, 84), seen)
    assert chance == expected_fall(Noise(1.3, persistence, 84), seen)
    assert chance.low < chance.mean < chance.high
    assert 0.7 <= chance.mean <= 1.8, "the worst of eight weeks is followed by milder ones, with nothing done"


def test_massage_when_it_hurts_reads_two_ways() -> None:
    # Massaged on the bad mornings; the next morning is half way back, massage or not.
    random, scores, massaged = Random(5), {0: 5}, set()
    for day in range(1, 120):
        scores[day] = max(0, min(10, round(5 + 0.6 * (scores[day - 1] - 5) + random.gauss(0, 1.1))))
        if scores[day] + random.gauss(0, 1) > 5.5:
            massaged.add(START + timedelta(days=day))
    found = reactive(days(scores), set(), massaged)
    assert (found.massage.this or 0) > (found.others.this or 0) + 0.5
    assert found.beside > 0 > found.since
    assert "One comparison speaks against massage, the other for it" in format_reactive(found)[2]


def test_days_count_from_the_first_massage_with_both_mornings_and_none_late() -> None:
    scores = days({n: 5 for n in range(40) if n != 30})
    at = [START + timedelta(days=n) for n in range(60)]
    found = reactive(scores, {at[20]}, {at[10], at[12], at[29], at[39]})
    # 10..38: no morning after 29 and none on 30; 19 and 20 have a late one.
    assert (found.massage.days, found.others.days) == (2, 29 - 2 - 2 - 2)
    assert not found.enough
    assert "So far 2 and 23" in format_reactive(found)[0]
    assert reactive(scores, set(), set()).others.days == 0


def test_gaps_after_worse_and_better_mornings() -> None:
    # Worse and better in turn, two days each; after the second worse morning of each pair one is missing.
    scores = {n: 7 if n % 5 in (0, 1) else 3 for n in range(100) if n % 5 != 2}
    found = gaps(days(scores), START + timedelta(days=99))
    assert found.logged == Share(80, 100)
    assert found.worse == Share(20, 40)
    assert found.better.part == 0
    assert found.better.whole == 39
    told = " ".join(format_gaps(found))
    assert "80 of 100 mornings" in told
    assert "more often after worse ones" in told
    assert "may be missing more worse mornings than better ones" in told


def test_the_last_day_may_still_come() -> None:
    scores = days({0: 5, 1: 6})
    assert gaps(scores, START + timedelta(days=2)).logged == Share(2, 2)
    assert gaps(scores, START + timedelta(days=3)).logged == Share(2, 3)
    assert gaps({}, START) == Gaps(None, Share(0, 0), Share(0, 0), Share(0, 0))


def test_a_course_of_recovery_makes_no_early_morning_worse() -> None:
    # Falls steadily; every seventh morning is missing, early and late alike.
    scores = days({n: 9 - n // 12 for n in range(100) if n % 7 != 3})
    found = gaps(scores, START + timedelta(days=99))
    assert abs(found.worse.part - found.better.part) <= 4


@given(st.integers(1, 60), st.integers(1, 60), st.data())
def test_the_interval_is_newcombes(n: int, m: int, data: st.DataObject) -> None:
    one, other = Share(data.draw(st.integers(0, n)), n), Share(data.draw(st.integers(0, m)), m)
    apart, low, high = difference(one, other)
    wanted = confint_proportions_2indep(one.part, n, other.part, m, method="newcomb", compare="diff", alpha=0.05)
    assert apart == pytest.approx(one.part / n - other.part / m)
    assert (low, high) == pytest.approx(wanted, abs=1e-9)


@given(st.dictionaries(st.integers(0, 200), st.integers(0, 10), max_size=120), st.sets(st.integers(0, 200)))
def test_something_is_said_of_any_diary(scores: dict[int, int], massaged: set[int]) -> None:
    by_day = days(scores)
    on = frozenset(START + timedelta(days=n) for n in massaged)
    traps = Traps(first_weeks(by_day), reactive(by_day, set(), on), gaps(by_day, START + timedelta(days=200)))
    told = panels(traps, len(by_day))
    assert len(told) == 4
    for panel in told:
        assert panel.says
        assert all(sentence.strip() == sentence and sentence for sentence in (*panel.says, *panel.beneath))
        assert "None" not in " ".join(panel.says)
        assert "nan" not in " ".join(panel.says)
        assert not FORBIDDEN.search(" ".join(panel.says)), panel


def test_verdicts_of_gaps() -> None:
    for low, high in ((-3, 12), (0, 12), (-4, 0)):
        assert format_gap_verdict(low, high).startswith("No clear difference")
    assert format_gap_verdict(1, 5).replace("worse", "x") == format_gap_verdict(-5, -1).replace("better", "x").replace(
        "worse", "better"
    ), "the same words both ways"


def test_few_gaps_are_too_few_to_say() -> None:
    found = Gaps(START, Share(95, 100), Share(4, 45), Share(0, 50))
    assert not found.enough
    assert "Too few to say" in format_gaps(found)[-1]


def test_mornings_without_pain_count_as_0() -> None:
    found = Reactive(DayGroup(10, 3.0, 0.0), DayGroup(10, 0.0, 1.4))
    assert (found.massage.change, found.others.change, found.since) == (-3.0, 1.4, -4.4)
    assert found.beside == -1.4


def test_both_readings_alike_are_told_to_count_for_nothing_either() -> None:
    found = Reactive(DayGroup(10, 5.0, 4.0), DayGroup(10, 5.0, 5.0))
    assert "neither counts" in format_reactive(found)[2]
