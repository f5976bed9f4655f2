"""A session that is going on: undo and redo in another window, and its note, which stays the person's once changed."""

import pytest

from heeldiary.domain.entries import Entry, Massage, MassageStep, Note
from heeldiary.store.diary import Diary
from heeldiary.store.recording import delete, edit
from heeldiary.store.routine.sessions import NoteChange, open_session, save_session

FACTS = {"massage1": Massage("left", (MassageStep("ki1", 60),))}


def notes(diary: Diary) -> list[Entry]:
    """The notes that the diary has."""
    return [entry for entry in diary.entries() if isinstance(entry.fact, Note)]


def save(diary: Diary, step: int | None, before: str, text: str) -> int | None:
    """Save a session and what becomes of its note; return the number of its undo step."""
    saved_ids = () if step is None else tuple(FACTS)
    return save_session(
        diary, diary.today(), FACTS, saved_ids, step, "state", notes=[NoteChange("itsnote1", before, text)]
    )


def test_it_is_written_rewritten_and_taken_out_as_one_undo_step(diary: Diary) -> None:
    step = save(diary, None, "", "the heel burns")
    assert [entry.note for entry in notes(diary)] == ["the heel burns"]
    step = save(diary, step, "the heel burns", "the heel burns less")
    assert [entry.note for entry in notes(diary)] == ["the heel burns less"]
    save(diary, step, "the heel burns less", "")
    assert notes(diary) == []
    diary.undo()
    assert diary.entries() == []


@pytest.mark.parametrize("text", ["the session's next words", ""])
def test_what_the_person_wrote_into_it_stays(diary: Diary, text: str) -> None:
    step = save(diary, None, "", "the heel burns")
    (note,) = notes(diary)
    edit(diary, note, note._replace(note="my own words"))
    save(diary, step, "the heel burns", text)
    assert [entry.note for entry in notes(diary)] == ["my own words"]


def test_one_that_the_person_deleted_does_not_come_back(diary: Diary) -> None:
    step = save(diary, None, "", "the heel burns")
    delete(diary, *notes(diary))
    save(diary, step, "the heel burns", "the session's next words")
    assert notes(diary) == []


def massage(seconds: int) -> Massage:
    """What a session has done so far."""
    return Massage("left", (MassageStep("ki1", seconds),), "clinic")


def test_undone_and_redone_it_goes_on(diary: Diary) -> None:
    entry_id, day = diary.new_id(), diary.today()
    step = save_session(diary, day, {entry_id: massage(30)}, set(), None, "{}")
    diary.undo()
    assert open_session(diary) is None
    diary.redo()
    assert save_session(diary, day, {entry_id: massage(90)}, {entry_id}, step, "{}") == step
    entry = diary.get(entry_id)
    assert entry is not None
    assert entry.fact == massage(90)
    assert open_session(diary) is not None
    diary.undo()
    assert diary.get(entry_id) is None


def test_undone_it_keeps_no_more(diary: Diary) -> None:
    entry_id, day = diary.new_id(), diary.today()
    step = save_session(diary, day, {entry_id: massage(30)}, set(), None, "{}")
    diary.undo()
    assert save_session(diary, day, {entry_id: massage(90)}, {entry_id}, step, "{}") is None
    assert diary.get(entry_id) is None
