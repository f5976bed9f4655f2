"""What the person began, as the weekly chart marks it."""

from datetime import date, timedelta

from heeldiary.domain.days import Span
from heeldiary.domain.entries import Care, Guided, Pain
from heeldiary.domain.experiments.card import Card
from heeldiary.domain.weeks.weeks import Event
from heeldiary.store.diary import Diary
from heeldiary.store.experiments import begin, stop
from heeldiary.store.recording import log
from heeldiary.store.weeks.events import load_events

FIRST = date(2026, 9, 7)
SPAN = Span(FIRST, date(2026, 11, 29))


def logged(diary: Diary, care: Care, *days: int) -> None:
    """Log care on days, counted from the diary's first one."""
    for day in days:
        log(diary, [care], day=FIRST + timedelta(days=day))


def test_the_first_day_of_a_kind_and_of_a_course_each_once_and_oldest_first(diary: Diary) -> None:
    log(diary, [Pain("left", "first-step", 6)], day=FIRST)
    logged(diary, Care("acupuncture", course="autumn", visit=1), 40)
    logged(diary, Care("acupuncture", course="autumn", visit=2), 47)
    logged(diary, Care("night-splint"), 21, 22, 50)
    assert load_events(diary, SPAN, "left") == [
        Event(FIRST + timedelta(days=21), "night-splint"),
        Event(FIRST + timedelta(days=40), "autumn"),
    ]


def test_care_of_the_first_two_weeks_and_of_before_these_weeks_began_earlier(diary: Diary) -> None:
    log(diary, [Pain("left", "first-step", 6)], day=FIRST)
    logged(diary, Care("ice"), 13, 30)
    logged(diary, Care("heat"), 14, 30)
    assert load_events(diary, SPAN, "left") == [Event(FIRST + timedelta(days=14), "heat")]
    assert load_events(diary, Span(FIRST + timedelta(days=15), SPAN.last), "left") == []
    assert load_events(diary, Span(FIRST, FIRST + timedelta(days=13)), "left") == []


def test_a_course_with_its_first_visit_began_then_even_in_the_first_days(diary: Diary) -> None:
    log(diary, [Pain("left", "first-step", 6)], day=FIRST)
    logged(diary, Care("acupuncture", course="autumn", visit=1), 2)
    logged(diary, Care("physiotherapy"), 2)
    assert load_events(diary, SPAN, "left") == [Event(FIRST + timedelta(days=2), "autumn")]


def test_a_guided_session_is_of_its_foot(diary: Diary) -> None:
    log(diary, [Pain("left", "first-step", 6)], day=FIRST)
    logged(diary, Care("stretching", session=Guided("right", "calf stretch", (), finished=True)), 20)
    logged(diary, Care("stretching"), 30)
    assert [load_events(diary, SPAN, foot)[0].day - FIRST for foot in ("left", "right")] == [
        timedelta(days=30),
        timedelta(days=20),
    ]


def test_an_experiment_is_of_its_foot_and_from_its_first_day_on(diary: Diary) -> None:
    log(diary, [Pain("left", "first-step", 6)])
    first = diary.today() + timedelta(days=1)
    begin(diary, Card("ice or not", "ice", "no ice", "left", "day", "next-morning", 1, None, first, 16))
    span = Span(first - timedelta(days=20), first)
    assert load_events(diary, span, "left") == [Event(first, "ice or not")]
    assert load_events(diary, span, "right") == load_events(diary, Span(span.first, diary.today()), "left") == []


def test_care_without_its_course_began_with_the_course(diary: Diary) -> None:
    log(diary, [Pain("left", "first-step", 6)], day=FIRST)
    logged(diary, Care("acupuncture", course="Dr Li", visit=1), 40)
    logged(diary, Care("acupuncture"), 55)
    logged(diary, Care("ice"), 41)
    logged(diary, Care("ice", course="winter", visit=1), 60)
    assert load_events(diary, SPAN, "left") == [
        Event(FIRST + timedelta(days=days), name) for days, name in ((40, "Dr Li"), (41, "ice"), (60, "winter"))
    ]


def test_an_experiment_that_was_stopped_before_its_first_day_never_began(diary: Diary) -> None:
    log(diary, [Pain("left", "first-step", 6)])
    first = diary.today() + timedelta(days=1)
    begun = begin(diary, Card("ice or not", "ice", "no ice", "left", "day", "next-morning", 1, None, first, 16))
    stop(diary, begun)
    assert load_events(diary, Span(first - timedelta(days=20), first), "left") == []


def test_nothing_begins_in_an_empty_diary(diary: Diary) -> None:
    assert load_events(diary, SPAN, "left") == []
