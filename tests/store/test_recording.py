"""Logging, editing and deleting: what is given back, what is refused, and what each undo step is called."""

from datetime import time, timedelta

import pytest

from heeldiary.domain.entries import Activity, Note, Pain
from heeldiary.errors import BadInput, Refused
from heeldiary.store.diary import Diary
from heeldiary.store.recording import delete, edit, log, set_setting
from tests.standing_clock import StandingClock

MORNING = Pain("left", "first-step", 6)


def undone(diary: Diary) -> str:
    """What the step is called that is undone next."""
    step = diary.undo()
    return step.what if step else ""


def test_a_score_replaced_keeps_what_is_not_given(diary: Diary, clock: StandingClock) -> None:
    first = log(diary, [MORNING], note="stiff", tags=("rain",), time_of_day=time(6, 30))
    clock.forward(timedelta(minutes=1))
    again = log(diary, [MORNING._replace(score=4)], tags=("cold", "rain"))
    (before,), (entry,) = first.entries, again.entries
    assert (first.was, again.was) == ([None], [6])
    assert (entry.id, entry.note, entry.time_of_day, entry.tags) == (before.id, "stiff", time(6, 30), ("rain", "cold"))
    assert entry.at - before.at == timedelta(minutes=1)
    cleared = log(diary, [MORNING], note="", time_of_day=time(7)).entries[0]
    assert (cleared.id, cleared.note, cleared.time_of_day) == (before.id, "", time(7))
    assert diary.entries() == [cleared]


def test_a_kind_without_tags_is_spelled_as_it_was_first(diary: Diary) -> None:
    log(diary, [Activity("Hill walk", 20)])
    (again,) = log(diary, [Activity("hill WALK", 30)]).entries
    assert again.fact == Activity("Hill walk", 30)


def test_an_edited_score_is_given_back_with_the_one_before(diary: Diary) -> None:
    (entry,) = log(diary, [MORNING]).entries
    saved = edit(diary, entry, entry._replace(fact=MORNING._replace(score=3)))
    assert (saved.was, diary.entries()) == ([6], saved.entries)
    (note,) = log(diary, [Note()], note="words").entries
    assert edit(diary, note, note._replace(note="other words")).was == [None]


def test_a_score_is_not_moved_onto_another(diary: Diary) -> None:
    today = diary.today()
    (left,) = log(diary, [MORNING]).entries
    log(diary, [MORNING], day=today - timedelta(days=1))
    before = diary.entries()
    with pytest.raises(BadInput) as caught:
        edit(diary, left, left._replace(day=today - timedelta(days=1)))
    assert (caught.value.message, caught.value.remedy) == (
        "that day already has that score", "edit or delete that one first",
    )  # fmt: skip
    assert diary.entries() == before
    edit(diary, left, left._replace(day=today - timedelta(days=2)))
    assert [entry.day for entry in diary.entries()] == [today - timedelta(days=days) for days in (2, 1)]


def test_what_changed_meanwhile_is_neither_edited_nor_deleted(diary: Diary) -> None:
    (entry,) = log(diary, [Note()], note="words").entries
    edit(diary, entry, entry._replace(note="newer words"))
    with pytest.raises(Refused, match="changed or deleted meanwhile"):
        edit(diary, entry, entry._replace(note="late words"))
    delete(diary, entry)
    with pytest.raises(Refused, match="deleted meanwhile"):
        delete(diary, entry)
    assert diary.entries() == []
    assert diary.undo() is not None
    assert [entry.note for entry in diary.entries()] == ["newer words"]


def test_each_undo_step_says_what_it_takes_back(diary: Diary) -> None:
    (note,) = log(diary, [Note()], note="words").entries
    edit(diary, note, note._replace(note="other words"))
    log(diary, [MORNING, MORNING._replace(foot="right")])
    set_setting(diary, "day-start", "05:00")
    delete(diary, *diary.entries())
    assert [undone(diary) for _ in range(5)] == [
        "the deletion of 3 entries",
        "the setting day-start",
        "left foot, first steps, 6/10, Sun 22 Nov 2026; right foot, first steps, 6/10, Sun 22 Nov 2026",
        "the change of note, Sun 22 Nov 2026",
        "note, Sun 22 Nov 2026",
    ]


def test_words_are_spelled_as_they_first_were(diary: Diary) -> None:
    log(diary, [Activity("Nordic walking", 30)], tags=("Rain",))
    (entry,) = log(diary, [Activity("NORDIC walking", 20)], tags=("RAIN",)).entries
    assert isinstance(entry.fact, Activity)
    assert (entry.fact.kind, entry.tags) == ("Nordic walking", ("Rain",))
