"""A day's entries by what they are, and the usual range of mornings."""

from datetime import UTC, date, datetime

from heeldiary.domain.day import collect_day, usual
from heeldiary.domain.entries import Activity, Entry, Fact, Note, Pain

DAY = date(2026, 11, 22)


def entry(entry_id: str, fact: Fact) -> Entry:
    """An entry of the day."""
    return Entry(entry_id, DAY, datetime(2026, 11, 22, 7, tzinfo=UTC), None, False, "typed", (), "x", fact)


def test_scores_are_found_by_moment_and_foot_and_all_else_by_type() -> None:
    entries = [
        entry("aaaa", Pain("left", "first-step", 6)),
        entry("bbbb", Pain("left", "after-sitting", 3)),
        entry("cccc", Note()),
        entry("dddd", Pain("left", "after-sitting", 0)),
        entry("eeee", Activity("walking", 20)),
        entry("ffff", Note()),
    ]
    day = collect_day(entries)
    assert day.scores_at("first-step", "left") == (6,)
    assert day.scores_at("after-sitting", "left") == (3, 0)
    assert day.scores_at("first-step", "right") == ()
    assert day.scored("first-step", "left") == (entries[0],)
    assert (day.of("note"), day.of("activity"), day.of("care")) == ((entries[2], entries[5]), (entries[4],), ())


def test_the_usual_range_is_the_middle_half_of_seven_mornings_or_more() -> None:
    assert usual([1, 2, 3, 4, 5, 6]) is None
    assert usual([7, 1, 6, 2, 5, 3, 4]) == (2, 6)
    assert usual([0, 0, 1, 5, 5, 9, 10, 10]) == (1, 9)
    assert usual([4] * 30) == (4, 4)
