"""Facts: which parts fit together, and the steps of a massage of which only the length was typed."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeldiary.domain.entries import Activity, Care, Fact, MassageStep, Note, Sitting, Sore, check, whole_massage
from heeldiary.errors import BadInput

DAY = date(2026, 11, 22)


def test_a_long_massage_without_points_is_several_steps_of_half_an_hour() -> None:
    half_hour = MassageStep("massage", 1800)
    assert whole_massage(300) == (MassageStep("massage", 300),)
    assert whole_massage(1800) == (half_hour,)
    assert whole_massage(1801) == (half_hour, MassageStep("massage", 1))
    assert whole_massage(4500) == (half_hour, half_hour, MassageStep("massage", 900))


@given(st.integers(0, 24 * 3600))
def test_no_second_of_a_massage_is_lost(seconds: int) -> None:
    steps = whole_massage(seconds)
    assert sum(step.seconds for step in steps) == seconds
    assert all(0 < step.seconds <= 1800 for step in steps)


@pytest.mark.parametrize(
    ("fact", "message", "remedy"),
    [
        (Activity("walking"), "an activity has neither minutes nor steps", "give one of them, or both"),
        (Sitting(60, 61), "the longest stretch is longer than the total time", "make it no longer than the total"),
        (Care("acupuncture", visit=1), "a visit belongs to a course, but no course is given", "name the course"),
        (Care("acupuncture", course_visits=12), "a visit belongs to a course, but no course is given",
         "name the course"),
        (Care("insoles", until=DAY - timedelta(days=1)), "the last day is before the entry's day",
         "give that day or a later one"),
        (Sore("left", ()), "no area is marked", "give at least one, or delete the entry"),
        (Note(), "the note is empty", "write a word, or delete the note"),
    ],
)  # fmt: skip
def test_parts_that_do_not_fit_together_are_refused_with_a_remedy(fact: Fact, message: str, remedy: str) -> None:
    with pytest.raises(BadInput) as caught:
        check(fact, DAY, "")
    assert (caught.value.message, caught.value.remedy) == (message, remedy)


def test_parts_that_just_fit_together_are_taken() -> None:
    facts: list[Fact] = [
        Activity("walking", 0), Activity("walking", None, 0), Sitting(60, 60), Sitting(0), Care("insoles", until=DAY),
        Care("acupuncture", course="spring", visit=1, course_visits=12), Care("ice"), Sore("left", ("arch",)),
    ]  # fmt: skip
    for fact in facts:
        check(fact, DAY, "")
    check(Note(), DAY, "", ("rain",))
    check(Note(), DAY, "words")
