"""The result of an experiment, computed from the mornings as assigned by the coins, not as done."""

from collections.abc import Mapping
from datetime import date

import numpy as np

from heeldiary.domain.chance.randomisation import RandomisationResult, day_design, pair_design, randomisation_test
from heeldiary.domain.experiments.experiment import Experiment, adherence
from heeldiary.domain.experiments.result import Figures, Morning, Result, sealed
from heeldiary.domain.weeks.weeks import ENOUGH_MORNINGS

FEWEST_MORNINGS = 4
"""The fewest mornings on either side for a result."""


def analyse_experiment(experiment: Experiment, scores: Mapping[date, int], today: date) -> Result:
    """Return the result as of a day; `scores` are the foot's first steps by day, none later than that day."""
    waiting = sealed(experiment, scores, today)
    if waiting is not None:
        return waiting
    phase = experiment.phase(today, scores)
    last = experiment.last_morning
    if phase == "stopped" and experiment.stopped_on is not None:
        last = min(last, experiment.stopped_on)
    mornings = tuple(
        Morning(number, experiment.coin(number), scores[experiment.morning(number)])
        for number in range(experiment.days)
        if experiment.morning(number) <= last and experiment.morning(number) in scores
    )
    done = adherence(experiment, today)
    weeks = experiment.unit == "week"
    figures, pairs = _pairs(experiment, mornings) if weeks else (_days(experiment, mornings), None)
    return Result(experiment, today, phase, done, mornings, len(mornings), figures, pairs)


def _days(experiment: Experiment, mornings: tuple[Morning, ...]) -> Figures | None:
    coins = [morning.coin for morning in mornings]
    if min(coins.count("H"), coins.count("T")) < FEWEST_MORNINGS or len({morning.score for morning in mornings}) < 2:
        return None
    numbers = np.array([morning.number for morning in mornings])
    design = day_design(experiment.seed, experiment.days, numbers)
    halves = np.array([[0.5 if coin == "H" else -0.5 for coin in coins]])
    outcomes = np.array([[morning.score for morning in mornings]], dtype=np.float64)
    return _figures(randomisation_test(design, outcomes, halves, experiment.worth), len(design.draws), design.exact)


def _pairs(experiment: Experiment, mornings: tuple[Morning, ...]) -> tuple[Figures | None, int]:
    weeks: dict[int, list[int]] = {}
    for morning in mornings:
        weeks.setdefault(morning.number // 7, []).append(morning.score)
    means = {
        week: sum(week_scores) / len(week_scores)
        for week, week_scores in weeks.items()
        if len(week_scores) >= ENOUGH_MORNINGS
    }
    pairs = len(experiment.draw) // 2
    complete = [pair for pair in range(pairs) if 2 * pair in means and 2 * pair + 1 in means]
    if len(complete) < 2 or len({morning.score for morning in mornings}) < 2:
        return None, len(complete)
    design = pair_design(experiment.seed, pairs, np.array(complete))
    outcomes = np.array([[means[2 * pair] - means[2 * pair + 1] for pair in complete]])
    coins = np.array([[1.0 if experiment.draw[2 * pair] == "H" else -1.0 for pair in complete]])
    return _figures(
        randomisation_test(design, outcomes, coins, experiment.worth), len(design.draws), design.exact
    ), len(complete)


def _figures(said: RandomisationResult, draws: int, exact: bool) -> Figures:
    difference, low, high, p_value, below, above = (round(float(figure[0]), 9) for figure in said)
    return Figures(difference, low, high, p_value, below, above, draws, exact)
