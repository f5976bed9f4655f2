"""An experiment of one person: a coin decides each day or week which of two ways is done."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Literal, NamedTuple, get_args

from heeldiary.domain.scales import Foot

Unit = Literal["day", "week"]
"""The unit one coin decides."""
Outcome = Literal["next-morning", "same-morning"]
"""Which morning's first steps count for a day; the same morning for what is done before the first step."""
Phase = Literal["to-come", "running", "stopped", "ended"]
"""Only the last two phases have a result; before that it is sealed."""
Said = Literal["y", "n", "-"]
"""A day's record: done as the coin said, not done, not recorded."""

UNITS: tuple[Unit, ...] = get_args(Unit)
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)

BLOCK_DAYS, BLOCK_WEEKS = 4, 2
"""Coin-flip days come in blocks of four, coin-flip weeks in pairs."""
SAY_WITHIN = timedelta(days=7)
"""How long after a day it can be recorded: memory fades."""


class Experiment(NamedTuple):
    """A plan with its coins, and the record of each day."""

    id: str
    question: str
    heads: str
    tails: str
    foot: Foot
    unit: Unit
    outcome: Outcome
    worth: int
    factor: str | None
    first_day: date
    seed: str
    """Hexadecimal; the coins follow from it (`domain/experiments/draw.py`)."""
    draw: str
    """One letter for each unit, H or T."""
    done: str
    """One letter for each day: y, n or -."""
    stopped_on: date | None
    """The day it was stopped early."""

    @property
    def days(self) -> int:
        """The planned number of days."""
        return len(self.done)

    @property
    def last_day(self) -> date:
        """The last day a coin decides."""
        return self.first_day + timedelta(days=self.days - 1)

    @property
    def last_morning(self) -> date:
        """The last morning that counts."""
        return self.morning(self.days - 1)

    @property
    def unit_days(self) -> int:
        """The days one coin decides."""
        return 7 if self.unit == "week" else 1

    @property
    def block_days(self) -> int:
        """The days of a block: four coin-flip days, or a pair of weeks."""
        return 14 if self.unit == "week" else BLOCK_DAYS

    def number(self, day: date) -> int | None:
        """Return a day's index; None if it is not one of its days."""
        at = (day - self.first_day).days
        return at if 0 <= at < self.days else None

    def coin(self, number: int) -> str:
        """Return H or T for a day's index."""
        return self.draw[number // self.unit_days]

    def arm(self, number: int) -> str:
        """Return what is done on a day, in the person's words."""
        return self.heads if self.coin(number) == "H" else self.tails

    def morning(self, number: int) -> date:
        """Return the morning that counts for a day."""
        return self.first_day + timedelta(days=number + (self.outcome == "next-morning"))

    def phase(self, today: date, scores: Mapping[date, int]) -> Phase:
        """Return the phase on a day. It ends with its last morning's score, or the day after that morning."""
        if self.stopped_on is not None and self.stopped_on <= today:
            return "stopped"
        if today < self.first_day:
            return "to-come"
        last = self.last_morning
        return "ended" if today > last or (today == last and last in scores) else "running"

    def said(self, number: int) -> Said:
        """Return the record of a day."""
        letter = self.done[number]
        return "y" if letter == "y" else "n" if letter == "n" else "-"

    def with_said(self, number: int, said: Said) -> "Experiment":
        """Return a copy with another record of a day."""
        return self._replace(done=f"{self.done[:number]}{said}{self.done[number + 1 :]}")


class Adherence(NamedTuple):
    """The adherence on the days that have started: on how many it was done as the coin said."""

    done: int
    not_done: int
    not_said: int

    @property
    def days(self) -> int:
        """All days that have started."""
        return sum(self)

    @property
    def share(self) -> float | None:
        """The share of days done as the coin said; None before the first."""
        return self.done / self.days if self.days else None


def adherence(experiment: Experiment, today: date, coin: str = "HT") -> Adherence:
    """Return the adherence up to today or the stop; optionally of one coin's days."""
    last = min(today, experiment.stopped_on - timedelta(days=1)) if experiment.stopped_on else today
    passed = min(experiment.days, max(0, (last - experiment.first_day).days + 1))
    said = [experiment.done[n] for n in range(passed) if experiment.coin(n) in coin]
    return Adherence(said.count("y"), said.count("n"), said.count("-"))
