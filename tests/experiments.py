"""Experiments for tests: cards, coins and mornings of one's own."""

import random
from datetime import date, timedelta

from heeldiary.domain.chance.experiments import analyse_experiment
from heeldiary.domain.experiments.draw import draw
from heeldiary.domain.experiments.experiment import Experiment, Unit
from heeldiary.domain.experiments.result import Result

FIRST = date(2026, 11, 1)


def experiment(unit: Unit = "day", length: int = 16, seed: int = 1, stopped: int | None = None) -> Experiment:
    """One that began on 1 November 2026; `stopped` is the number of days after which it was stopped."""
    told = f"{seed:032x}"
    days = length * (7 if unit == "week" else 1)
    return Experiment(
        "abcd", "massage or not", "massage", "no massage", "left", unit, "next-morning", 1, None, FIRST, told,
        draw(told, unit, length), "-" * days, None if stopped is None else FIRST + timedelta(days=stopped),
    )  # fmt: skip


def mornings(one: Experiment, effect: float = 0.0, seed: int = 1, missing: float = 0.0) -> dict[date, int]:
    """Scores on the mornings that are held against its coins; heads changes them by `effect`."""
    source = random.Random(seed)
    return {
        one.morning(n): min(10, max(0, round(source.gauss(5, 1.3) + effect * (one.coin(n) == "H"))))
        for n in range(one.days)
        if source.random() >= missing
    }


def ended(one: Experiment, scores: dict[date, int]) -> Result:
    """Its result on the day after its last morning."""
    return analyse_experiment(one, scores, one.last_morning + timedelta(days=1))
