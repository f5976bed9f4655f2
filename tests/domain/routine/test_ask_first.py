"""The safety questions: in which order they are asked, what their answers lead to, how long those hold."""

from datetime import UTC, date, datetime, timedelta
from itertools import product

import pytest

from heeldiary.domain.routine.ask_first import (
    AGREED,
    FOLLOW_UP,
    SAFETY_QUESTIONS,
    Answers,
    SafetyQuestion,
    next_question,
)

DAY = date(2026, 11, 22)
AT = datetime(2026, 11, 22, 6, tzinfo=UTC)
NONE_APPLIES = {question.name: False for question in SAFETY_QUESTIONS}


def outcome(answers: dict[str, bool]) -> str:
    """What the answers lead to."""
    return Answers("abcd", DAY, AT, answers).outcome


@pytest.mark.parametrize("question", SAFETY_QUESTIONS, ids=lambda question: question.name)
def test_each_is_a_question_with_its_reason_in_whole_sentences(question: SafetyQuestion) -> None:
    assert question.text[0].isupper()
    assert question.text.endswith("?")
    assert question.why.endswith(".")
    for sentence in question.why.split(". "):
        assert sentence[0].isupper()
    assert FOLLOW_UP.endswith("?")


def test_whatever_is_answered_the_questions_come_to_an_end_and_agree_with_the_outcome() -> None:
    for given in product((False, True), repeat=len(SAFETY_QUESTIONS) + 1):
        said = dict(zip((*NONE_APPLIES, AGREED), given, strict=True))
        answers: dict[str, bool] = {}
        while (name := next_question(answers)) is not None:
            assert name not in answers
            answers[name] = said[name]
        stopping = [question for question in SAFETY_QUESTIONS if question.stops and answers.get(question.name)]
        others = [question for question in SAFETY_QUESTIONS if not question.stops and answers.get(question.name)]
        assert (AGREED in answers) == (not stopping and bool(others)), "asked only where it can help"
        assert len(stopping) <= 1, "after a yes that stops nothing more is asked"
        expected = "stop" if stopping else ("ask" if answers[AGREED] else "stop") if others else "go"
        assert outcome(answers) == expected


def test_answers_hold_for_ninety_days() -> None:
    answers = Answers("abcd", DAY, AT, NONE_APPLIES)
    assert answers.hold_on(DAY + timedelta(days=89))
    assert not answers.hold_on(DAY + timedelta(days=90))
    assert not answers._replace(answers={"clot": False}).hold_on(DAY), "a question that was not asked"
