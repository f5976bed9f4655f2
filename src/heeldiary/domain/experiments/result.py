"""What an experiment came to: the figures behind its words and its picture."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from heeldiary.domain.experiments.experiment import Adherence, Experiment, Phase, adherence


class Morning(NamedTuple):
    """A morning that is held against a coin."""

    number: int
    """Of the day that the coin decided, from 0."""
    coin: str
    score: int


class Figures(NamedTuple):
    """What the randomisation test says (`domain/chance/randomisation.py`)."""

    difference: float
    """Heads minus tails in points, adjusted; below zero where mornings after heads days hurt less."""
    low: float
    high: float
    """The 95 % interval, from turning the test around."""
    p_value: float
    below: float
    """The confidence that mornings with heads hurt less by what is worth the trouble, or more; 0-1."""
    above: float
    """That they hurt as much more."""
    draws: int
    """How many draws of the coins were looked at."""
    exact: bool
    """Whether these are all there are."""


class Result(NamedTuple):
    """An experiment on a day: sealed as long as it runs."""

    experiment: Experiment
    today: date
    phase: Phase
    adherence: Adherence
    mornings: tuple[Morning, ...]
    """Empty while it is sealed."""
    logged: int
    """Mornings logged so far, also while it is sealed."""
    figures: Figures | None
    """None while it is sealed, or where there is too little to reckon with."""
    pairs: int | None
    """Pairs of weeks with 4 mornings or more in each; None for coin-flip days."""

    @property
    def sealed(self) -> bool:
        """Whether nothing of it is told yet."""
        return self.phase in ("to-come", "running")

    def of(self, coin: str) -> list[int]:
        """The scores of the mornings with that coin."""
        return [morning.score for morning in self.mornings if morning.coin == coin]

    def mean(self, coin: str) -> float | None:
        """Their plain mean."""
        scores = self.of(coin)
        return sum(scores) / len(scores) if scores else None


def sealed(experiment: Experiment, scores: Mapping[date, int], today: date) -> Result | None:
    """What is told of an experiment that still runs or is to come: counts; None once it has a result."""
    phase = experiment.phase(today, scores)
    if phase in ("stopped", "ended"):
        return None
    return Result(experiment, today, phase, adherence(experiment, today), (), len(scores), None, None)


class PowerLine(NamedTuple):
    """How often an experiment of a length finds a difference, if there is one."""

    length: int
    """In units."""
    power: float
    """0-1."""


class PowerTable(NamedTuple):
    """What a person is told before choosing a length."""

    points: int
    """The difference that is looked for."""
    lines: tuple[PowerLine, ...]
    own_mornings: int | None
    """How many mornings of their own it was reckoned from; None for a typical person's noise."""
    missing: float
    """The share of mornings taken to be missing."""
