"""Experiments in the file: ended once, said of two days at once, begun by one program alone."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from functools import partial

import pytest

from heeldiary.domain.experiments.card import Card
from heeldiary.domain.experiments.experiment import Experiment
from heeldiary.errors import BadInput, Refused
from heeldiary.store.action import UndoStep
from heeldiary.store.diary import Diary
from heeldiary.store.experiments import begin, just_ended, load_experiments, record_day, stop
from heeldiary.store.opening import open_to_write
from heeldiary.store.routine.ask_first import save_answers
from tests.standing_clock import SeededBytes, StandingClock

CARD = Card("ice or not", "ice", "no ice", "left", "day", "next-morning", 1, None, date(2026, 11, 22), 16)


class Interrupted(Diary):
    """A diary that another program writes to just before each of its own changes."""

    def __init__(self, path: str, clock: StandingClock, meanwhile: Callable[[], object]) -> None:
        super().__init__(open_to_write(path), clock, SeededBytes(7))
        self._meanwhile = meanwhile

    @contextmanager
    def action(self, what: str, continues: int | None = None) -> Iterator[UndoStep]:
        """An action of the diary, after what another program does."""
        self._meanwhile()
        with super().action(what, continues) as action:
            yield action


def test_said_of_two_days_by_two_programs_at_once(diary: Diary, clock: StandingClock) -> None:
    one = begin(diary, CARD)
    clock.forward(timedelta(days=1))
    path = str(diary.sql.value("SELECT file FROM pragma_database_list"))
    with Interrupted(path, clock, lambda: record_day(diary, one, date(2026, 11, 22), "n")) as other:
        record_day(other, one, date(2026, 11, 23), "y")
    assert load_experiments(diary)[0].done[:2] == "ny"


def test_two_programs_begin_at_once_and_one_is_refused(diary: Diary, clock: StandingClock) -> None:
    path = str(diary.sql.value("SELECT file FROM pragma_database_list"))
    with Interrupted(path, clock, lambda: begin(diary, CARD)) as other, pytest.raises(Refused):
        begin(other, CARD)
    assert len(load_experiments(diary)) == 1


@pytest.mark.parametrize("days", [3, 20])
def test_stopped_or_ended_it_is_not_stopped_again(diary: Diary, clock: StandingClock, days: int) -> None:
    one: Experiment = begin(diary, CARD)
    if days == 3:
        stop(diary, one)
    before = load_experiments(diary)
    clock.forward(timedelta(days=days))
    with pytest.raises(BadInput):
        stop(diary, one)
    assert load_experiments(diary) == before


def test_one_that_was_taken_back_is_gone(diary: Diary) -> None:
    one = begin(diary, CARD)
    diary.undo()
    for change in (partial(record_day, diary, one, CARD.first_day, "y"), partial(stop, diary, one)):
        with pytest.raises(BadInput, match=r"^that experiment no longer exists$"):
            change()


def test_a_day_is_recorded_up_to_a_week_later(diary: Diary, clock: StandingClock) -> None:
    one = begin(diary, CARD)
    clock.forward(timedelta(days=7))
    record_day(diary, one, CARD.first_day, "y")
    clock.forward(timedelta(days=1))
    refused = {
        CARD.first_day - timedelta(days=1): (
            "that day is not part of the experiment", "`heeldiary experiment status` shows its days",
        ),
        CARD.first_day + timedelta(days=9): ("that day is in the future", "log it on that day"),
        CARD.first_day: ("that day is more than a week ago", "leave it as not logged; memory fades"),
    }  # fmt: skip
    for day, words in refused.items():
        with pytest.raises(BadInput) as caught:
            record_day(diary, one, day, "n")
        assert (caught.value.message, caught.value.remedy) == words


def test_a_result_is_news_for_a_week(diary: Diary) -> None:
    assert just_ended(diary, CARD.first_day) is None
    one = begin(diary, CARD)
    news = [days for days in range(-16, 20) if just_ended(diary, one.last_morning + timedelta(days=days))]
    assert news == [1, 2, 3, 4, 5, 6], "without a score of the last morning the result comes a day later"
    stop(diary, one)
    assert just_ended(diary, one.last_morning + timedelta(days=1)) is None


def test_massage_is_for_no_coin_while_the_safety_questions_speak_against_it(diary: Diary, clock: StandingClock) -> None:
    save_answers(diary, {"clot": True})
    for card in (CARD._replace(factor="massage"), CARD._replace(question="evening MASSAGE or not")):
        with pytest.raises(BadInput) as caught:
            begin(diary, card)
        assert (caught.value.message, caught.value.remedy) == (
            'your answers to "ask first" say no massage for now',
            "in the Routine, press a to answer again once that is over",
        )
    assert load_experiments(diary) == []
    begin(diary, CARD)
    diary.undo()
    clock.forward(timedelta(days=90))
    begin(diary, CARD._replace(factor="massage", first_day=diary.today()))


def test_a_second_one_is_refused_until_the_first_has_ended(diary: Diary, clock: StandingClock) -> None:
    one = begin(diary, CARD)
    with pytest.raises(Refused) as caught:
        begin(diary, CARD)
    assert (caught.value.message, caught.value.remedy) == (
        "an experiment is already running, until Tue 8 Dec 2026",
        "`heeldiary experiment status` shows it, `heeldiary experiment stop` ends it early",
    )
    clock.forward(timedelta(days=(one.last_morning - CARD.first_day).days + 1))
    begin(diary, CARD._replace(first_day=diary.today()))
    assert len(load_experiments(diary)) == 2
