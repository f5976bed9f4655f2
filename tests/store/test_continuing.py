"""A later action that goes on with an earlier one is the same undo step, whatever others did in between."""

import pytest

from heeldiary.domain.entries import Entry, Massage, MassageStep, Pain
from heeldiary.errors import Refused
from heeldiary.store.diary import Diary
from heeldiary.store.recording import delete, log

SESSION = Massage("left", (MassageStep("ki1", 90),), "daily", finished=False)


def steps(diary: Diary) -> int:
    """How many undo steps there are."""
    count: int = diary.sql.value("SELECT count(*) FROM action")
    return count


def test_two_digits_are_one_step(diary: Diary) -> None:
    first = log(diary, [Pain("left", "first-step", 1)])
    second = log(diary, [Pain("left", "first-step", 10)], continues=first.action)
    assert second.was == [1]
    assert second.entries[0].id == first.entries[0].id
    assert steps(diary) == 1
    assert "10/10" in diary.undo().what
    assert diary.entries() == []


def test_a_session_saved_point_by_point_is_one_step(diary: Diary) -> None:
    with diary.action("the massage") as action:
        entry = log_session(diary)
        action.put(entry)
    number = action.number
    for seconds in (60, 120, 180):
        fact = SESSION._replace(steps=(*SESSION.steps, MassageStep("calf", seconds)))
        with diary.action("the massage", continues=number) as action:
            action.put(entry._replace(fact=fact))
        assert action.number == number
    assert steps(diary) == 1
    diary.undo()
    assert diary.entries() == []


def log_session(diary: Diary) -> Entry:
    """An entry of a session, not saved yet."""
    return Entry(diary.new_id(), diary.today(), diary.now(), None, False, "routine", (), "", SESSION)


def test_after_an_undo_it_stands_alone(diary: Diary) -> None:
    first = log(diary, [Pain("left", "first-step", 1)])
    diary.undo()
    second = log(diary, [Pain("left", "first-step", 10)], continues=first.action)
    assert second.action != first.action
    assert steps(diary) == 1
    diary.undo()
    assert diary.entries() == []
    with pytest.raises(Refused):
        diary.undo()


def test_a_score_deleted_in_between_does_not_block_the_undo(diary: Diary) -> None:
    """`1` in the app, `heeldiary delete` in another window, `0` in the app: all can be taken back."""
    first = log(diary, [Pain("left", "first-step", 1)])
    delete(diary, first.entries[0])
    log(diary, [Pain("left", "first-step", 10)], continues=first.action)
    while steps(diary):
        diary.undo()
    assert diary.entries() == []


def test_a_score_of_a_later_step_does_not_come_back(diary: Diary) -> None:
    """The app continues its undo step after a command logged a score, and changes that score."""
    first = log(diary, [Pain("left", "worst", 1)])
    log(diary, [Pain("right", "worst", 7)])
    log(diary, [Pain("right", "worst", 8)], continues=first.action)
    while steps(diary):
        diary.undo()
    assert diary.entries() == []


def test_scores_that_changed_places_do_not_block_the_undo(diary: Diary) -> None:
    """Within one step, one score moved away, another took its place, and the first took the other's."""
    left = log(diary, [Pain("left", "worst", 3)]).entries[0]
    right = log(diary, [Pain("right", "worst", 7)]).entries[0]
    before = diary.entries()
    with diary.action("a swap") as action:
        action.put(left._replace(fact=Pain("left", "night", 3)))
    for entry, fact in ((right, Pain("left", "worst", 7)), (left, Pain("right", "worst", 3))):
        with diary.action("a swap", continues=action.number) as action:
            action.put(entry._replace(fact=fact))
    assert steps(diary) == 3
    diary.undo()
    assert diary.entries() == before
