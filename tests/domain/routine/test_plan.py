"""Plans: which days are due, and how a week compares, with pauses and without a verdict."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeldiary.domain.routine.plan import (
    LONGEST_PAUSE,
    LONGEST_REASON,
    Pause,
    Plan,
    make_pause,
    next_planned,
    parse_days,
    plan_standing,
)
from heeldiary.errors import BadInput

SUNDAY = date(2026, 11, 22)
MONDAY = SUNDAY - timedelta(days=6)
LONG_AGO = date(2026, 1, 1)
DAILY = Plan("clinic", "daily", 1, LONG_AGO)


def day(number: int) -> date:
    """A day of the week, 0 for its Monday."""
    return MONDAY + timedelta(days=number)


@pytest.mark.parametrize(
    ("typed", "days", "times"),
    [
        ("daily", "daily", 1), ("Every day", "daily", 1), ("  DAILY ", "daily", 1), ("daily, 3 times", "daily", 3),
        ("daily 3 times a day", "daily", 3), ("daily,3 times", "daily", 3), ("daily; 9 times", "daily", 9),
        ("daily, 1 times", "daily", 1), ("mon wed fri", "mon wed fri", 1), ("fri,MON , wed", "mon wed fri", 1),
        ("sunday", "sun", 1), ("thurs tue", "tue thu", 1), ("mon mon monday", "mon", 1),
        ("mon wed, 2 times", "mon wed", 2), ("sat sun 2 times a day", "sat sun", 2),
        ("every 2 days", "every 2 days", 1), ("every second day", "every 2 days", 1),
        ("every 30 days", "every 30 days", 1),
        ("every 02 days", "every 2 days", 1), ("every 3 days, 2 times", "every 3 days", 2),
        ("every 2 days 2 times", "every 2 days", 2), ("mon tue wed thu fri sat sun", "mon tue wed thu fri sat sun", 1),
    ],
)  # fmt: skip
def test_days_that_were_typed(typed: str, days: str, times: int) -> None:
    assert parse_days(typed) == (days, times)


@pytest.mark.parametrize(
    "typed",
    ["", " ", ",", "mo", "monkey", "m", "mon-fri", "weekly", "every", "every days", "every 0 days", "every 1 days",
     "every 31 days", "every -2 days", "every 2.5 days", "every ٢ days", "daily, 0 times", "daily, 10 times",
     "daily, 13 times", "3 times", "daily daily", "daily mon", "mon 2", "none", "daily\0", "x" * 100_000,
     " ".join(["every"] * 9_999), "every 2 days every 3 days", "\u202emon"],
)  # fmt: skip
def test_what_is_no_days(typed: str) -> None:
    with pytest.raises(BadInput) as caught:
        parse_days(typed)
    assert "mon wed fri" in caught.value.remedy


WEEKDAYS = st.sets(st.sampled_from(["mon", "tue", "wed", "thu", "fri", "sat", "sun"]), min_size=1).map(" ".join)


@given(st.just("daily") | st.integers(2, 30).map(lambda every: f"every {every} days") | WEEKDAYS, st.integers(1, 9))
def test_a_plan_in_words_is_typed_as_the_same(typed: str, times: int) -> None:
    days, _ = parse_days(typed)
    assert parse_days(Plan("x", days, times, LONG_AGO).words) == (days, times)
    assert parse_days(days) == (days, 1), "as it is kept"


def test_the_days_of_a_plan() -> None:
    week = range(7)
    assert [DAILY.is_meant_for(day(number)) for number in week] == [True] * 7
    weekdays = DAILY._replace(days="mon wed sun")
    assert [number for number in week if weekdays.is_meant_for(day(number))] == [0, 2, 6]
    assert not DAILY._replace(since=day(3)).is_meant_for(day(2))
    assert DAILY._replace(since=day(3)).is_meant_for(day(3))


@pytest.mark.parametrize("every", [2, 3, 7, 30])
def test_every_so_many_days_counts_from_the_first_across_weeks_and_clocks(every: int) -> None:
    plan = Plan("x", f"every {every} days", 1, date(2026, 10, 21))
    meant = [number for number in range(-9, 400) if plan.is_meant_for(plan.since + timedelta(days=number))]
    assert meant == list(range(0, 400, every))


@pytest.mark.parametrize(
    ("plan", "done", "told", "today"),
    [
        (DAILY, {}, "0 of 7 this week", "for today"),
        (DAILY, {0: 1, 1: 1, 3: 1, 5: 1}, "4 of 7 this week", "for today"),
        (DAILY, {6: 1}, "1 of 7 this week", "done today"),
        (DAILY, {6: 3}, "3 of 7 this week", "done today"),
        (DAILY, dict.fromkeys(range(7), 2), "14 of 7 this week", "done today"),
        (DAILY, {-1: 1, 7: 1}, "0 of 7 this week", "for today"),
        (DAILY._replace(times=3), {6: 2}, "2 of 21 this week", "2 of 3 today"),
        (DAILY._replace(days="mon wed fri", times=2), {0: 2, 1: 1}, "3 of 6 this week", "not today"),
        (DAILY._replace(days="mon wed fri"), {6: 1}, "1 of 3 this week", "done today"),
        (DAILY._replace(since=day(4)), {0: 1, 4: 1}, "1 of 3 this week", "for today"),
        (DAILY._replace(since=day(7)), {6: 1}, "nothing planned this week", "done today"),
        (Plan("x", "every 2 days", 1, day(-7)), {}, "0 of 3 this week", "not today"),
        (Plan("x", "every 2 days", 1, day(-8)), {}, "0 of 4 this week", "for today"),
    ],
)  # fmt: skip
def test_how_a_week_stands(plan: Plan, done: dict[int, int], told: str, today: str) -> None:
    stands = plan_standing(plan, "X", SUNDAY, {day(number): times for number, times in done.items()}, [])
    assert (stands.words, stands.today_words) == (told, today)


def test_the_week_begins_on_monday() -> None:
    done = {day(0): 1, day(-1): 1}
    assert plan_standing(DAILY, "X", MONDAY, done, []).done == 1
    assert plan_standing(DAILY, "X", MONDAY - timedelta(days=1), done, []).done == 1


@pytest.mark.parametrize(
    ("first", "last", "planned", "today"),
    [(0, 1, 5, "for today"), (-9, 0, 6, "for today"), (6, 6, 6, "paused until Sun 22 Nov 2026"), (-9, 30, 0, "paused"),
     (5, 7, 5, "paused until Mon 23 Nov 2026"), (7, 9, 7, "for today"), (-9, -1, 7, "for today")],
)  # fmt: skip
def test_paused_days_are_not_meant(first: int, last: int, planned: int, today: str) -> None:
    stands = plan_standing(DAILY, "X", SUNDAY, {}, [Pause(day(first), day(last))])
    assert stands.planned == planned
    assert stands.today_words.startswith(today)
    assert stands.today_planned == ("paused" not in today)


def test_what_was_done_in_a_pause_counts_all_the_same_and_pauses_may_overlap() -> None:
    paused = [Pause(day(0), day(3)), Pause(day(2), day(4))]
    stands = plan_standing(DAILY._replace(times=2), "X", SUNDAY, {day(1): 1}, paused)
    assert stands.words == "1 of 4 this week"


def test_a_pause_in_words() -> None:
    assert Pause(SUNDAY, SUNDAY).words == "a pause, Sun 22 Nov 2026"
    assert Pause(MONDAY, SUNDAY, "flu").words == "a pause, Mon 16 Nov 2026 to Sun 22 Nov 2026: flu"


def test_a_pause_has_a_short_reason_and_lasts_a_day_to_a_year() -> None:
    longest = SUNDAY + LONGEST_PAUSE
    assert make_pause(SUNDAY, SUNDAY, "").words == "a pause, Sun 22 Nov 2026"
    assert make_pause(SUNDAY, longest, "x" * LONGEST_REASON).last == longest
    too_far = (SUNDAY - timedelta(days=1), ""), (longest + timedelta(days=1), ""), (SUNDAY, "x" * (LONGEST_REASON + 1))
    for last, reason in too_far:
        with pytest.raises(BadInput) as caught:
            make_pause(SUNDAY, last, reason)
        assert (caught.value.message, caught.value.remedy) == (
            (f"the reason has more than {LONGEST_REASON} characters", "shorten it")
            if reason
            else ("the pause ends before it begins, or after more than a year", "give its last day again")
        )


def test_the_next_is_the_first_that_is_meant_for_today_and_not_done() -> None:
    stands = [
        plan_standing(plan, "X", SUNDAY, done, [])
        for plan, done in (
            (DAILY._replace(routine="a", days="mon"), {}), (DAILY._replace(routine="b"), {SUNDAY: 1}),
            (DAILY._replace(routine="c", times=2), {SUNDAY: 1}), (DAILY._replace(routine="d"), {}),
        )
    ]  # fmt: skip
    assert next_planned(stands) == "c"
    assert next_planned(stands[3:]) == "d"
    assert next_planned(stands[:2]) is None
    assert next_planned([]) is None
