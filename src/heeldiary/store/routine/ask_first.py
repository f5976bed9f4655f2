"""The diary's saved answers to the safety questions."""

import json
from collections.abc import Mapping
from datetime import date, datetime

from heeldiary.domain.entries import format_at
from heeldiary.domain.routine.ask_first import Answers
from heeldiary.store.diary import Diary


def all_answers(diary: Diary) -> list[Answers]:
    """Return all answers so far, oldest first."""
    return [
        Answers(answers_id, date.fromisoformat(day), datetime.fromisoformat(at), json.loads(answers))
        for answers_id, day, at, answers in diary.sql.rows(
            "SELECT id, day, at, answers FROM ask_first ORDER BY day, julianday(at), id"
        )
    ]


def last_answers(diary: Diary) -> Answers | None:
    """Return the current answers, if any."""
    answers = all_answers(diary)
    return answers[-1] if answers else None


def save_answers(diary: Diary, answers: Mapping[str, bool]) -> Answers:
    """Save answers as one undo step."""
    given = Answers(diary.new_id(), diary.today(), diary.now(), answers)
    with diary.action('the answers to "ask first"') as action:
        action.answer(given.id, row(given))
    return given


def row(given: Answers) -> dict[str, str]:
    """Return the answers as a row of the `ask_first` table."""
    return {
        "day": given.day.isoformat(),
        "at": format_at(given.at),
        "answers": json.dumps(dict(given.answers)),
        "outcome": given.outcome,
    }
