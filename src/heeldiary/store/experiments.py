"""Experiments in the diary: starting, recording each day, stopping."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from heeldiary.domain.days import FIRST_DAY, Span, short_day
from heeldiary.domain.experiments.experiment import SAY_WITHIN, Experiment, Said, Unit
from heeldiary.domain.experiments.result import PowerTable, Result, sealed
from heeldiary.domain.scales import Foot
from heeldiary.domain.text import quoted
from heeldiary.errors import BadInput, Refused
from heeldiary.store.action import KEPT, KeptRow, UndoStep
from heeldiary.store.diary import Diary

if TYPE_CHECKING:
    from heeldiary.domain.experiments.card import Card

_COLUMNS = KEPT["experiment"]
_NEWS_DAYS = 7
"""How long the Diary announces a new result."""
_POWER_SPAN = timedelta(days=120)


def load_experiments(diary: Diary) -> list[Experiment]:
    """Return every experiment, the latest first."""
    rows = diary.sql.rows(f"SELECT {', '.join(_COLUMNS)} FROM experiment ORDER BY first_day DESC, created_at DESC, id")
    return [experiment_from_row(dict(zip(_COLUMNS, row, strict=True))) for row in rows]


def experiment_from_row(row: Mapping[str, Any]) -> Experiment:
    """Return the experiment of a row."""
    stopped = row["stopped_on"]
    return Experiment(
        **{**row, "first_day": date.fromisoformat(row["first_day"])}
        | {"stopped_on": stopped and date.fromisoformat(stopped)}
    )


def outcome_scores(diary: Diary, experiment: Experiment, as_of: date) -> dict[date, int]:
    """Return the first-step scores an experiment is measured by, up to a day."""
    last = min(as_of, experiment.last_morning)
    return diary.first_steps(Span(experiment.morning(0), last))[experiment.foot]


def load_result(diary: Diary, experiment: Experiment, day: date) -> Result:
    """Return the result as of a day; imports numpy only if there is something to compute."""
    scores = outcome_scores(diary, experiment, day)
    waiting = sealed(experiment, scores, day)
    if waiting is not None:
        return waiting
    from heeldiary.domain.chance.experiments import analyse_experiment

    return analyse_experiment(experiment, scores, day)


def running_experiment(diary: Diary, today: date) -> Experiment | None:
    """Return the experiment without a result, if any; there is never more than one."""
    for experiment in load_experiments(diary):
        if sealed(experiment, outcome_scores(diary, experiment, today), today):
            return experiment
    return None


def on_day(diary: Diary, day: date) -> tuple[Experiment, int] | None:
    """Return the experiment that decides a day, and the day's index in it."""
    for experiment in load_experiments(diary):
        number = experiment.number(day)
        if number is not None and (experiment.stopped_on is None or day < experiment.stopped_on):
            return experiment, number
    return None


def just_ended(diary: Diary, today: date) -> Experiment | None:
    """Return the experiment whose result became available within the last week, unless another has started."""
    latest = next(iter(load_experiments(diary)), None)
    if latest is None or latest.stopped_on is not None or (today - latest.last_morning).days >= _NEWS_DAYS:
        return None
    return latest if sealed(latest, outcome_scores(diary, latest, today), today) is None else None


def sealed_factors(diary: Diary, today: date) -> frozenset[str]:
    """Return the factors of running experiments.

    Their results are sealed. As of a day before the start, nothing is sealed.
    """
    begun = (
        [experiment for experiment in load_experiments(diary) if experiment.first_day <= today]
        if diary.has_experiments()
        else []
    )
    return frozenset(
        experiment.factor
        for experiment in begun
        if experiment.factor and sealed(experiment, outcome_scores(diary, experiment, today), today)
    )


def begin(diary: Diary, card: "Card") -> Experiment:
    """Draw the days and start, as one undo step; raises BadInput or Refused."""
    # Imported here: the Diary's first screen only asks whether an experiment is running.
    from heeldiary.domain.experiments.card import check_first_day, check_length
    from heeldiary.domain.experiments.draw import draw, new_seed
    from heeldiary.domain.experiments.safety import refuse_unfit

    refuse_unfit(f"{card.question} {card.heads} {card.tails}")
    check_length(card.unit, card.length)
    today = diary.today()
    _refuse_massage(diary, card, today)
    check_first_day(card.first_day, today)
    seed = new_seed(diary.random_bytes)
    experiment = Experiment(
        diary.new_id(), card.question, card.heads, card.tails, card.foot, card.unit, card.outcome, card.worth,
        card.factor, card.first_day, seed, draw(seed, card.unit, card.length), "-" * card.days, None,
    )  # fmt: skip
    with diary.action(f"the beginning of the experiment {quoted(card.question)}") as action:
        refuse_second(diary, today)
        _keep(action, experiment)
    return experiment


def _refuse_massage(diary: Diary, card: "Card", today: date) -> None:
    """Refuse an experiment with massage if the safety answers speak against it."""
    from heeldiary.store.routine.ask_first import last_answers

    if card.factor != "massage" and "massag" not in card.question.casefold():
        return
    answers = last_answers(diary)
    if answers and answers.outcome == "stop" and answers.hold_on(today):
        raise BadInput(
            'your answers to "ask first" say no massage for now',
            "in the Routine, press a to answer again once that is over",
        )


def own_power(diary: Diary, foot: Foot, unit: Unit, points: int, length: int | None = None) -> PowerTable:
    """Return the power of each length (or of one) to find a difference, estimated from this diary's mornings."""
    from heeldiary.domain.chance.power import LENGTHS, power_table  # imports numpy

    today = diary.today()
    scores = diary.first_steps(Span(max(FIRST_DAY, today - _POWER_SPAN), today))[foot]
    lengths = sorted({length, *LENGTHS[unit]}) if length else LENGTHS[unit]
    return power_table(scores, today, unit, points, lengths)


def refuse_second(diary: Diary, today: date) -> None:
    """Refuse a second experiment while one is running: their effects would mix."""
    running = running_experiment(diary, today)
    if running:
        raise Refused(
            f"an experiment is already running, until {short_day(running.last_morning)}",
            "`heeldiary experiment status` shows it, `heeldiary experiment stop` ends it early",
        )


def record_day(diary: Diary, experiment: Experiment, day: date, said: Said) -> Experiment:
    """Record whether a day was done as the coin said, as one undo step; raises BadInput."""
    with diary.action(f"what was said of the experiment on {short_day(day)}") as action:
        today, now = diary.today(), _as_it_is(diary, experiment)
        number = now.number(day)
        if number is None or (now.stopped_on is not None and day >= now.stopped_on):
            raise BadInput("that day is not part of the experiment", "`heeldiary experiment status` shows its days")
        if day > today:
            raise BadInput("that day is in the future", "log it on that day")
        if day < today - SAY_WITHIN:
            raise BadInput("that day is more than a week ago", "leave it as not logged; memory fades")
        changed = now.with_said(number, said)
        _keep(action, changed)
    return changed


def stop(diary: Diary, experiment: Experiment) -> Experiment:
    """Stop it today, as one undo step; raises BadInput if it has ended."""
    with diary.action("the stop of an experiment") as action:
        today, now = diary.today(), _as_it_is(diary, experiment)
        if sealed(now, outcome_scores(diary, now, today), today) is None:
            raise BadInput("that experiment has already ended", "`heeldiary experiment result` shows the result")
        stopped = now._replace(stopped_on=today)
        _keep(action, stopped)
    return stopped


def _as_it_is(diary: Diary, experiment: Experiment) -> Experiment:
    """Return the experiment as stored now: another program may have changed it."""
    now = next((saved for saved in load_experiments(diary) if saved.id == experiment.id), None)
    if now is None:
        raise BadInput("that experiment no longer exists", "`heeldiary experiment list` shows all of them")
    return now


def _keep(action: UndoStep, experiment: Experiment) -> None:
    action.keep("experiment", experiment.id, experiment_row(experiment))


def experiment_row(experiment: Experiment) -> KeptRow:
    """Return the row of an experiment, without key and timestamps."""
    row: KeptRow = {column: getattr(experiment, column) for column in _COLUMNS[1:]}
    row["first_day"] = experiment.first_day.isoformat()
    row["stopped_on"] = experiment.stopped_on.isoformat() if experiment.stopped_on else None
    return row
