"""Courses of visits: which mornings are held against which, and in what words."""

import re
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from heeldiary.domain.courses.chance_ranges import courses_by_chance
from heeldiary.domain.courses.courses import (
    Course,
    Visit,
    compare_course,
    course_to_json,
    days_with_visits,
    group_visits,
)
from heeldiary.domain.courses.text import STANDING, course_heading, course_lines, format_course_change_briefly
from heeldiary.domain.entries import Care, Entry, Note
from heeldiary.domain.weeks.weeks import CareDay

FIRST = date(2026, 6, 1)


def day(number: int) -> date:
    return FIRST + timedelta(days=number)


def course(*visits: int, planned: int | None = None) -> Course:
    """Visits on days counted from the first of June."""
    return Course("spring", "acupuncture", tuple(Visit(day(at), n) for n, at in enumerate(visits, 1)), planned)


def scores(first: int, last: int, of: int = 5) -> dict[date, int]:
    return {day(n): of for n in range(first, last + 1)}


def test_fourteen_days_before_and_the_last_fourteen() -> None:
    found = compare_course(course(0, 10, 20, 30, planned=4), scores(-30, -1, 7) | scores(0, 60, 4), day(60))
    assert (found.before.first, found.before.last, found.before.mean) == (day(-14), day(-1), 7.0)
    assert (found.last.first, found.last.last, found.last.mean) == (day(17), day(30), 4.0)
    assert not found.goes_on
    assert found.fall == 3.0


def test_a_course_that_goes_on_is_told_so_far() -> None:
    visits = course(0, 10, 20, planned=6)
    found = compare_course(visits, scores(-30, 60), day(27))
    assert (found.goes_on, found.last.last) == (True, day(27))
    assert "so far" in course_lines(found)[1]
    over = compare_course(visits, scores(-30, 60), day(40))
    assert (over.goes_on, over.last.last) == (False, day(20)), "no visit for long: it is over"


def test_a_short_course_begins_after_its_first_visit() -> None:
    found = compare_course(course(0, 3, 6, 8, planned=4), scores(-30, 30), day(30))
    assert (found.last.first, found.last.last, len(found.last.days)) == (day(1), day(8), 8)
    assert "Last 8 days" in course_lines(found)[1]
    one = compare_course(course(0, planned=1), scores(-30, 30), day(30))
    assert (one.last.days, one.enough) == ((), False)
    assert "Too early" in course_lines(one)[2]


def test_nothing_after_the_day_asked_for_is_looked_at() -> None:
    found = compare_course(course(0, 10, planned=9), scores(-30, 12), day(12))
    assert max(found.last.days) == day(12)


def test_chance_is_known_from_twenty_one_mornings_on() -> None:
    few = {**scores(-7, -1, 6), **scores(1, 8, 4)}
    (found,) = courses_by_chance([course(0, 4, 8, planned=3)], few, day(8))
    assert (found.chance, found.verdict) == (None, None)
    assert "21 mornings" in course_lines(found)[2]
    many = scores(-20, -1, 7) | scores(0, 30, 4)
    (found,) = courses_by_chance([course(0, 10, 20, 30, planned=4)], many, day(30))
    assert found.chance is not None
    assert "3.0 lower. By chance alone they differ by up to" in course_lines(found)[2]
    assert "before it 7.0 (14 mornings), its last days 4.0 (14)" in format_course_change_briefly(found)
    assert course_to_json(found, "left")["difference"] == -3.0


def test_by_how_much_a_change_is_called_small_or_noticeable() -> None:
    sway = {day(n): 5 + n % 2 for n in range(-42, 0)}
    for levels, verdict in (((5, 6), "no clear change"), ((5, 5), "a small change"), ((4, 5), "a noticeable change")):
        after = {day(n): levels[n % 2] for n in range(31)}
        (found,) = courses_by_chance([course(0, 10, 20, 30, planned=4)], sway | after, day(30))
        assert course_lines(found)[2].endswith(f"9 times in 10: {verdict}."), course_lines(found)
        assert format_course_change_briefly(found).startswith(f"{verdict}: before it")


@given(st.integers(0, 10), st.integers(0, 10), st.integers(0, 20), st.integers(0, 20), st.integers(1, 40))
def test_whatever_is_said_claims_nothing(one: int, other: int, before: int, after: int, length: int) -> None:
    days = {**scores(-40, -41 + before, 5), **scores(-before, -1, one), **scores(1, after, other)}
    (found,) = courses_by_chance([course(0, length, planned=2)], dict(sorted(days.items())), day(length))
    told = " ".join((*course_lines(found), format_course_change_briefly(found), course_heading(found), STANDING))
    assert not re.search(r"help|caus|\bworks?\b|because|prove|significan|improve|should|→|!|None|nan", told), told


def entry(number: int, fact: Care | Note) -> Entry:
    at = datetime(2026, 6, 1, 12, tzinfo=UTC)
    return Entry(f"e{number:04}", day(number), at, None, False, "typed", (), "", fact)


def test_courses_by_their_latest_visit_never_by_how_they_went() -> None:
    entries = [
        entry(0, Care("acupuncture", course="a", visit=1, course_visits=3)),
        entry(9, Care("shockwave", course="b", visit=1)),
        entry(5, Care("acupuncture", course="a", visit=2, course_visits=4)),
        entry(6, Care("shockwave", course="b")),
        entry(7, Care("ice")),
        entry(9, Note()),
    ]
    found = group_visits(entries)
    assert [one.name for one in found] == ["b", "a"]
    assert (found[1].planned, [visit.number for visit in found[1].visits]) == (4, [1, 2])
    care = [
        CareDay(one.day, one.fact.kind, one.fact.course, one.fact.visit)
        for one in entries
        if isinstance(one.fact, Care)
    ]
    assert days_with_visits(care) == {day(0): (1,), day(5): (2,), day(9): (1,)}


def test_a_hostile_name_is_shown_harmless() -> None:
    bad = Course("a\x1b[31m\n\u202e", "b\nc", (Visit(FIRST, 1),), None)
    told = course_heading(compare_course(bad, {}, FIRST))
    assert "\x1b" not in told
    assert "\n" not in told
    assert "\u202e" not in told
