"""Ids that are wanted for entries to come, and what the diary knows of an id."""

from heeldiary.domain.entries import Massage, MassageStep, Note
from heeldiary.store.diary import Diary
from heeldiary.store.entries.entry_state import entry_state
from heeldiary.store.recording import delete, log
from heeldiary.store.weeks.review import save_answer

WANTED = "abcdefgh12345678"


def test_an_id_goes_from_unknown_to_here_to_deleted_and_back(diary: Diary) -> None:
    assert entry_state(diary, WANTED) == "unknown"
    (entry,) = log(diary, [Note()], note="a", first_id=WANTED).entries
    assert entry.id == WANTED
    assert entry_state(diary, WANTED) == "here"
    delete(diary, entry)
    assert entry_state(diary, WANTED) == "deleted"
    diary.undo()
    assert entry_state(diary, WANTED) == "here"
    diary.undo()
    assert entry_state(diary, WANTED) == "deleted", "its creation was taken back"


def test_a_wanted_id_is_the_firsts_alone_and_never_replaces_an_entry(diary: Diary) -> None:
    feet = [Massage(foot, (MassageStep("ki1", 90),)) for foot in ("left", "right")]
    first, second = log(diary, feet, first_id=WANTED).entries
    assert first.id == WANTED != second.id
    (other,) = log(diary, [Note()], note="other words", first_id=WANTED).entries
    answer = save_answer(diary, diary.today(), "an answer", WANTED)
    assert len({first.id, second.id, other.id, answer.id}) == 4
    assert len(diary.entries()) == 4
