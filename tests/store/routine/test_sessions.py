"""A session that is going on, and undo and redo in another window meanwhile."""

from heeldiary.domain.entries import Massage, MassageStep
from heeldiary.store.diary import Diary
from heeldiary.store.routine.sessions import open_session, save_session


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
