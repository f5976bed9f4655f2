"""No score goes unasked over one of another hour, and none is logged unasked by a clock that was set back."""

from contextlib import nullcontext
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeldiary.domain.entries import Activity, Entry, Fact, Note, Pain, Sitting
from heeldiary.domain.scales import ONCE_A_DAY, Foot, Moment
from heeldiary.store.diary import Diary
from heeldiary.store.recording import log
from heeldiary.store.replacing import WhichMorning, apply_answer, clock_behind, warn_of_past_day
from heeldiary.store.sql import Sql
from heeldiary.store.steps import create_schema
from tests.sampling import fewer
from tests.standing_clock import SeededBytes, StandingClock
from tests.store.connections import in_memory

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
MOMENTS: list[Moment] = sorted(ONCE_A_DAY)
FEET: list[Foot] = ["left", "right"]
LIMITS = {"first-step": timedelta(hours=3)}
MINUTES = timedelta(minutes=5)


def new_diary(day_start: time = time(4)) -> tuple[Diary, StandingClock]:
    """An empty diary in memory and its clock, at noon."""
    connection = in_memory()
    create_schema(connection)
    clock = StandingClock()
    clock.at = NOON
    diary = Diary(Sql(connection), clock, SeededBytes())
    with diary.action("set up") as action:
        action.set("day-start", f"{day_start:%H:%M}")
    return diary, clock


STEPS = st.one_of(
    st.integers(-600, 600).map(lambda seconds: timedelta(seconds=seconds)),
    st.integers(-60, 60).map(lambda quarters: timedelta(minutes=15 * quarters)),
    st.sampled_from([timedelta(days=-365), timedelta(days=-20_000), timedelta(days=-1), timedelta(days=1)]),
)
"""How far the clock goes between two scores: forward, or set back by anything."""


@given(
    st.lists(st.tuples(STEPS, st.sampled_from(MOMENTS), st.sampled_from(FEET), st.integers(0, 10)), max_size=8),
    st.sampled_from([time(0), time(4), time(9, 30)]),
)
def test_what_is_replaced_was_written_in_the_hours_before_on_the_same_date(
    typed: list[tuple[timedelta, Moment, Foot, int]], day_start: time
) -> None:
    """Whatever is typed whenever: no score of another hour is lost, and no day before the last entry's is filled."""
    diary, clock = new_diary(day_start)
    last: datetime | None = None
    for step, moment, foot, score in typed:
        clock.forward(step)
        before = {entry.id: entry for entry in diary.entries()}
        here = clock.now()
        try:
            (entry,) = log(diary, [Pain(foot, moment, score)]).entries
        except WhichMorning:
            assert {entry.id: entry for entry in diary.entries()} == before
            continue
        old = before.get(entry.id)
        if old is not None:
            age = here - old.at
            assert -MINUTES <= age <= LIMITS.get(moment, timedelta(hours=12))
            assert here.date() == entry.day or abs(age) <= MINUTES
            assert last is None or last - here <= MINUTES
        assert last is None or last - here <= MINUTES or entry.day >= diary_day(last, day_start)
        last = here


def diary_day(at: datetime, day_start: time) -> date:
    """The diary day of a moment, computed independently."""
    return at.date() - timedelta(days=at.time() < day_start)


@fewer(8)
@given(st.sampled_from(MOMENTS), st.integers(-300, 300))
def test_a_correction_within_minutes_never_asks(moment: Moment, seconds: int) -> None:
    for hour in range(24):
        diary, clock = new_diary()
        clock.at = NOON.replace(hour=hour, minute=20)
        log(diary, [Pain("left", moment, 4)])
        clock.forward(timedelta(seconds=seconds))
        assert log(diary, [Pain("left", moment, 5)]).was == [4]


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("written", ["2026-11-22T23:30:00", "2026-11-23T00:10:00"])
def test_between_midnight_and_the_start_of_the_day_it_is_always_asked(moment: Moment, written: str) -> None:
    diary, clock = new_diary()
    clock.set(written)
    log(diary, [Pain("left", moment, 4)])
    clock.set("2026-11-23T00:30:00")
    with pytest.raises(WhichMorning) as asked:
        log(diary, [Pain("left", moment, 5)])
    question = asked.value.question
    assert (question.reason, question.day, question.other) == ("night", date(2026, 11, 22), date(2026, 11, 23))
    assert "--day 2026-11-23 for the new day" in asked.value.remedy
    log(diary, [Pain("right", moment, 5)])


@pytest.mark.parametrize("fact", [Activity("walking", 30), Sitting(60), Note(), Pain("left", "after-sitting", 3)])
@pytest.mark.parametrize("back", [timedelta(days=1), timedelta(days=365), timedelta(days=20_000)])
def test_a_day_of_the_past_is_not_filled_in_by_a_wrong_clock(fact: Fact, back: timedelta) -> None:
    diary, clock = new_diary()
    log(diary, [Pain("left", "first-step", 4)])
    assert clock_behind(diary) is None
    clock.forward(-back)
    with pytest.raises(WhichMorning, match="the clock is before your last entry, of Sun 22 Nov 2026, 13:00") as asked:
        log(diary, [fact], note="a word")
    assert clock_behind(diary) == NOON
    assert "--day" in asked.value.remedy
    log(diary, [fact], note="a word", day=diary.today())
    log(diary, [fact], note="said once, it is known")


def test_a_clock_that_is_set_back_by_five_minutes_is_right() -> None:
    for back, asks in ((MINUTES, False), (MINUTES + timedelta(seconds=1), True)):
        diary, clock = new_diary()
        log(diary, [Pain("left", "first-step", 4)])
        clock.forward(-back)
        with pytest.raises(WhichMorning) if asks else nullcontext():
            log(diary, [Pain("left", "first-step", 5)])


def test_an_hour_back_on_the_same_day_only_asks_before_it_replaces() -> None:
    diary, clock = new_diary()
    log(diary, [Pain("left", "first-step", 4)])
    clock.forward(-timedelta(hours=1))
    log(diary, [Activity("walking", 30)])
    with pytest.raises(WhichMorning):
        log(diary, [Pain("left", "first-step", 5)])


def test_the_clock_of_the_entry_counts_and_not_that_of_a_setting() -> None:
    diary, clock = new_diary()
    clock.forward(-timedelta(days=30))
    log(diary, [Pain("left", "first-step", 4)])


def test_a_score_from_the_future_is_not_young() -> None:
    """By another program, or imported from a machine whose clock is fast."""
    diary, clock = new_diary()
    at = clock.now() + timedelta(hours=1)
    there = Entry("fromfar", date(2026, 11, 22), at, None, False, "watch", (), "", Pain("left", "first-step", 5))
    with diary.action("an import") as action:
        action.put(there)
    with pytest.raises(WhichMorning) as asked:
        log(diary, [Pain("left", "first-step", 3)])
    assert asked.value.question.reason == "clock"
    assert log(diary, [Pain("left", "first-step", 3)], replace=True).was == [5]


def test_a_stamp_that_is_none_stands_in_nobodys_way() -> None:
    diary, _ = new_diary()
    log(diary, [Pain("left", "average", 4)])
    for stamp in ("", "yesterday", "2026-11-22", "9999-12-31T23:59:59", "9999-12-31T23:59:59.000Z"):
        diary.sql.run("UPDATE action SET at = ?", (stamp,))
        log(diary, [Pain("left", "worst", 4)])
        assert clock_behind(diary) is None


def test_each_answer_is_what_it_says() -> None:
    diary, clock = new_diary()
    log(diary, [Pain("left", "first-step", 7), Pain("right", "first-step", 2)])
    clock.forward(timedelta(hours=4))
    facts = [Pain("left", "first-step", 5), Pain("right", "first-step", 1)]
    with pytest.raises(WhichMorning) as asked:
        log(diary, facts)
    question = asked.value.question
    assert question.answers == ("replace", "after-sitting", "other")
    assert [entry.fact for entry in question.replaced] == [
        Pain("left", "first-step", 7),
        Pain("right", "first-step", 2),
    ]
    assert apply_answer(question, "replace", facts) == (facts, date(2026, 11, 22))
    assert apply_answer(question, "other", facts) == (facts, date(2026, 11, 21))
    sitting = [Pain("left", "after-sitting", 5), Pain("right", "after-sitting", 1)]
    assert apply_answer(question, "after-sitting", facts) == (sitting, date(2026, 11, 22))


def test_hours_later_the_day_before_may_be_meant() -> None:
    diary, clock = new_diary()
    log(diary, [Pain("left", "first-step", 4)])
    clock.forward(timedelta(hours=4))
    with pytest.raises(WhichMorning) as asked:
        log(diary, [Pain("left", "first-step", 5)])
    assert "--day 2026-11-21 for the day before" in asked.value.remedy


@pytest.mark.parametrize(
    ("day_start", "written", "now", "warned"),
    [
        # 02:00 still is the day before where days begin at 4: no entry goes to a past day.
        (time(4), "2026-11-23T02:00:00", "2026-11-22T23:30:00", False),
        (time(0), "2026-11-23T02:00:00", "2026-11-22T23:30:00", True),
        (time(4), "2026-11-23T05:00:00", "2026-11-22T23:30:00", True),
    ],
)
def test_a_past_day_is_one_by_the_diarys_own_days(day_start: time, written: str, now: str, warned: bool) -> None:
    diary, clock = new_diary(day_start)
    clock.set(written)
    log(diary, [Note()], note="x")
    clock.set(now)
    assert bool(warn_of_past_day(diary)) == warned
