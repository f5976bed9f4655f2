"""An entry in words: a guided session set by set, a note's first words, a day's sitting."""

from datetime import UTC, date, datetime

import pytest

from heeldiary.domain.entries import Activity, Care, Entry, Guided, GuidedStep, Massage, Note, Sitting
from heeldiary.domain.entry_text import (
    format_before_and_after,
    format_facts,
    format_just_typed,
    format_lasting,
    format_sat_in_all,
)

ENTRY = Entry("a" * 16, date(2026, 11, 22), datetime(2026, 11, 22, 7, tzinfo=UTC), None, False, "typed", (), "", Note())


@pytest.mark.parametrize(
    ("repetitions", "done"),
    [((1,), "once"), ((12,), "12 times"), ((2, 1), "2 + 1 times"), ((9, 8, 7), "9 + 8 + 7 times")],
)
def test_a_sessions_sets(repetitions: tuple[int, ...], done: str) -> None:
    steps = tuple(GuidedStep("raise", 8 * count, count) for count in repetitions)
    assert f"raise {done}" in format_facts(Care("strengthening", session=Guided("left", "raises", steps)))


def test_steps_without_repetitions_have_their_seconds() -> None:
    steps = (GuidedStep("calf", 60), GuidedStep("calf", 30))
    assert "calf 1 min 30 s" in format_facts(Care("stretching", session=Guided("left", "calves", steps)))


@pytest.mark.parametrize(
    ("note", "words"),
    [
        ("", "note"),
        ("slept\n  badly", 'note "slept badly"'),
        ("x" * 40, f'note "{"x" * 40}"'),
        ("x" * 41, f'note "{"x" * 40}..."'),
        ("slept badly and it rained the whole of the night", 'note "slept badly and it rained the whole of..."'),
    ],
)
def test_of_a_note_the_first_words_are_quoted(note: str, words: str) -> None:
    assert format_just_typed(ENTRY._replace(note=note, fact=Note())) == words
    assert format_just_typed(ENTRY._replace(note=note, fact=Care("medicine"))) == words.replace("note", "medicine", 1)
    assert format_just_typed(ENTRY._replace(note=note, fact=Care("ice"))) == "ice"


def test_care_that_lasts_says_since_when() -> None:
    lasting = ENTRY._replace(day=date(2026, 11, 19), fact=Care("taping", course="dr li", until=date(2026, 11, 24)))
    assert format_lasting(lasting) == "taping, dr li, since Thu 19 Nov 2026, until Tue 24 Nov 2026"


def test_a_days_sitting_is_summed_as_soon_as_there_is_more_than_one() -> None:
    desk, car, walk = (
        ENTRY._replace(fact=fact) for fact in (Sitting(360, 90), Sitting(45), Activity("walking", 45, None, None))
    )
    assert format_sat_in_all(car, [desk, walk, car]) == "; 6 h 45 in all that day"
    assert format_sat_in_all(car, [desk] * 4 + [car]) == "; 24 h 45 in all that day, more than a day has"
    assert format_sat_in_all(car, [walk, car]) == format_sat_in_all(walk, [desk, walk]) == ""


@pytest.mark.parametrize(
    ("before", "after", "written"),
    [(None, None, None), (6, None, "pain 6 before"), (None, 0, "pain 0 after"), (6, 4, "pain 6, then 4")],
)
def test_pain_before_and_after_a_session(before: int | None, after: int | None, written: str | None) -> None:
    for session in (Massage("left", (), "clinic", before, after), Guided("left", "raises", (), before, after)):
        assert format_before_and_after(session) == written
