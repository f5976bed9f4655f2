"""Experiments as JSON."""

from typing import Any

from heeldiary.domain.experiments.draw import fingerprint
from heeldiary.domain.experiments.experiment import Adherence, Experiment
from heeldiary.domain.experiments.result import Result


def card_to_json(experiment: Experiment) -> dict[str, Any]:
    """Return the plan, without coins and seed."""
    return {
        "id": experiment.id,
        "question": experiment.question,
        "heads": experiment.heads,
        "tails": experiment.tails,
        "foot": experiment.foot,
        "unit": experiment.unit,
        "outcome": experiment.outcome,
        "worth": experiment.worth,
        "factor": experiment.factor,
        "first_day": experiment.first_day.isoformat(),
        "last_day": experiment.last_day.isoformat(),
        "sealed_until": experiment.last_morning.isoformat(),
        "fingerprint": fingerprint(experiment.seed),
    }


def today_to_json(experiment: Experiment | None, number: int | None, day: str) -> dict[str, Any]:
    """Return what the coin says for a day; nulls without an experiment."""
    if experiment is None or number is None:
        return {
            "day": day,
            "question": None,
            "number": None,
            "days": None,
            "assigned": None,
            "coin": None,
            "done": None,
        }
    return {
        "day": day,
        "question": experiment.question,
        "number": number + 1,
        "days": experiment.days,
        "assigned": experiment.arm(number),
        "coin": "heads" if experiment.coin(number) == "H" else "tails",
        "done": {"y": True, "n": False, "-": None}[experiment.said(number)],
    }


def adherence_to_json(adherence: Adherence) -> dict[str, Any]:
    """Return the number of days logged as done, logged as not done, and not logged."""
    return {"done": adherence.done, "not_done": adherence.not_done, "not_said": adherence.not_said}


def status_to_json(result: Result) -> dict[str, Any]:
    """Return the progress, without pain scores."""
    share = result.adherence.share
    return {
        **card_to_json(result.experiment),
        "phase": result.phase,
        "days": result.experiment.days,
        "adherence": None if share is None else round(share, 3),
        "adherence_days": adherence_to_json(result.adherence),
        "mornings": result.logged,
        "sealed": result.sealed,
    }


def result_to_json(result: Result) -> dict[str, Any]:
    """Return the result; every figure is null while sealed. `adherence` is the share of days done as drawn, 0-1."""
    figures = result.figures
    by_coin = {coin: result.mean(coin) for coin in "HT"}
    return {
        **status_to_json(result),
        "difference": figures and round(figures.difference, 2),
        "interval": figures and [round(figures.low, 2), round(figures.high, 2)],
        "p_value": figures and round(figures.p_value, 4),
        "chance_worth": figures and round(figures.below, 3),
        "chance_worth_against": figures and round(figures.above, 3),
        "draws": figures and figures.draws,
        "heads_mornings": None if result.sealed else len(result.of("H")),
        "tails_mornings": None if result.sealed else len(result.of("T")),
        "heads_mean": None if by_coin["H"] is None else round(by_coin["H"], 2),
        "tails_mean": None if by_coin["T"] is None else round(by_coin["T"], 2),
        "pairs": result.pairs,
        "stopped_early": result.phase == "stopped",
    }
