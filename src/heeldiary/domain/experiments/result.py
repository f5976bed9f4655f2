"""The result of an experiment: the figures behind its text and picture."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from heeldiary.domain.experiments.experiment import Adherence, Experiment, Phase, adherence


class Morning(NamedTuple):
    """A morning that counts for a coin."""

    number: int
    """The index of the day the coin decided."""
    coin: str
    score: int


class Figures(NamedTuple):
    """The results of the randomisation test (`domain/chance/randomisation.py`)."""

    difference: float
    """The adjusted difference, heads minus tails, in points; negative if mornings after heads hurt less."""
    low: float
    high: float
    """The 95 % confidence interval, by inverting the test."""
    p_value: float
    below: float
    """The confidence, 0-1, that mornings with heads hurt less by at least what is worth the trouble."""
    above: float
    """The confidence, 0-1, that they hurt that much more."""
    draws: int
    """The number of draws compared."""
    exact: bool
    """Whether these are all possible draws."""


class Result(NamedTuple):
    """An experiment as of a day, sealed while it runs."""

    experiment: Experiment
    today: date
    phase: Phase
    adherence: Adherence
    mornings: tuple[Morning, ...]
    """The mornings that count; empty while sealed."""
    logged: int
    """The number of mornings logged so far, even while sealed."""
    figures: Figures | None
    """The figures; None while sealed or without enough mornings."""
    pairs: int | None
    """The pairs of weeks with 4 mornings or more in each; None for coin-flip days."""

    @property
    def sealed(self) -> bool:
        """Whether the result is still hidden."""
        return self.phase in ("to-come", "running")

    def of(self, coin: str) -> list[int]:
        """Return the scores of the mornings with a coin."""
        return [morning.score for morning in self.mornings if morning.coin == coin]

    def mean(self, coin: str) -> float | None:
        """Return their mean."""
        scores = self.of(coin)
        return sum(scores) / len(scores) if scores else None


def sealed(experiment: Experiment, scores: Mapping[date, int], today: date) -> Result | None:
    """Return a running or future experiment with counts only; None once it has a result."""
    phase = experiment.phase(today, scores)
    if phase in ("stopped", "ended"):
        return None
    return Result(experiment, today, phase, adherence(experiment, today), (), len(scores), None, None)


class PowerLine(NamedTuple):
    """The power of an experiment of a length."""

    length: int
    """The length in units."""
    power: float
    """The power, 0-1."""


class PowerTable(NamedTuple):
    """The power of several lengths, shown before the person chooses one."""

    points: int
    """The difference in points."""
    lines: tuple[PowerLine, ...]
    own_mornings: int | None
    """The number of own mornings it is based on; None for a typical person's noise."""
    missing: float
    """The assumed share of missing mornings."""
