"""An entry is found by the start of its id, if that is long enough and of one entry alone."""

import pytest

from heeldiary.domain.entries import Entry, Note, Pain
from heeldiary.errors import BadInput
from heeldiary.store.diary import Diary
from heeldiary.store.entries.notes import search_notes
from heeldiary.store.recording import log

IDS = ("abcdefgh12345678", "abcdzzzz12345678")


@pytest.fixture
def two(diary: Diary) -> Diary:
    """A diary with two entries whose ids start alike."""
    with diary.action("made up") as action:
        for one in IDS:
            action.put(Entry(one, diary.today(), diary.now(), None, False, "typed", (), "a word", Note()))
    return diary


@pytest.mark.parametrize("start", ["abcde", IDS[0]])
def test_by_its_start(two: Diary, start: str) -> None:
    assert two.find(start).id == IDS[0]


@pytest.mark.parametrize(
    ("start", "message"),
    [
        ("abc", "give at least the first 4 characters of an id"),
        ("abcx", "no entry has that id"),
        ("abcd", "2 entries have ids that start like that"),
    ],
)
def test_not_by_another(two: Diary, start: str, message: str) -> None:
    with pytest.raises(BadInput) as refused:
        two.find(start)
    assert refused.value.message == message


def test_a_tagged_score_is_found_once(diary: Diary) -> None:
    log(diary, [Pain("left", "first-step", 4)], tags=("rain",))
    log(diary, [Note()], note="rain all day", tags=("wet",))
    found = search_notes(diary, "rain")
    assert sorted(entry.type for entry in found) == ["note", "pain"]
    assert [entry.note for entry in search_notes(diary, "wet rain")] == ["rain all day"]
