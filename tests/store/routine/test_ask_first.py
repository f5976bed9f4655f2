"""The answers to "ask first": kept, journalled, taken back; the latest count for 90 days."""

from datetime import timedelta

import pytest

from heeldiary.domain.routine.ask_first import SAFETY_QUESTIONS, Answers, next_question
from heeldiary.errors import Refused
from heeldiary.store.diary import Diary
from heeldiary.store.routine.ask_first import all_answers, last_answers, save_answers
from tests.standing_clock import StandingClock

NO = dict.fromkeys((question.name for question in SAFETY_QUESTIONS), False)


def test_none_at_first(diary: Diary) -> None:
    assert last_answers(diary) is None


def test_the_latest_count_and_undo_brings_the_earlier_back(diary: Diary, clock: StandingClock) -> None:
    first = save_answers(diary, NO)
    clock.forward(timedelta(days=1))
    second = save_answers(diary, {**NO, "clot": True})
    assert last_answers(diary) == second
    assert all_answers(diary) == [first, second]
    diary.undo()
    assert last_answers(diary) == first
    diary.undo()
    assert all_answers(diary) == []
    with pytest.raises(Refused):
        diary.undo()


def test_they_hold_for_90_days(diary: Diary) -> None:
    given = save_answers(diary, NO)
    assert given.hold_on(given.day)
    assert given.hold_on(given.day + timedelta(days=89))
    assert not given.hold_on(given.day + timedelta(days=90))


@pytest.mark.parametrize("question", SAFETY_QUESTIONS, ids=lambda question: question.name)
def test_what_follows_from_a_yes(diary: Diary, question: object) -> None:
    name, stops = getattr(question, "name", ""), getattr(question, "stops", None)
    given: Answers = save_answers(diary, {**NO, name: True})
    assert given.outcome == "stop"
    agreed = save_answers(diary, {**NO, name: True, "agreed": True})
    assert agreed.outcome == ("stop" if stops else "ask")
    assert save_answers(diary, NO).outcome == "go"


def test_after_a_yes_that_stops_nothing_more_is_asked() -> None:
    answers: dict[str, bool] = {}
    asked = []
    while name := next_question(answers):
        asked.append(name)
        answers[name] = name == "clot"
    assert asked == ["clot"]
    assert next_question({**NO, "pregnancy": True}) == "agreed"
    assert next_question(NO) is None
