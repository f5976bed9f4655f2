"""An experiment of one person: a question that coins answer, day by day or week by week."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Literal, NamedTuple, get_args

from heeldiary.domain.scales import Foot

Unit = Literal["day", "week"]
"""What one coin decides."""
Outcome = Literal["next-morning", "same-morning"]
"""Which first steps a day's coin is held against; the same morning's for what is done before the first step."""
Phase = Literal["to-come", "running", "stopped", "ended"]
"""Only the last two have a result: until then it is sealed."""
Said = Literal["y", "n", "-"]
"""Of a day: done as the coin said, not done so, nothing said."""

UNITS: tuple[Unit, ...] = get_args(Unit)
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)

BLOCK_DAYS, BLOCK_WEEKS = 4, 2
"""Coin-flip days come in blocks of four, coin-flip weeks in pairs."""
SAY_WITHIN = timedelta(days=7)
"""How long after a day it can be said whether it was done: memory fades."""


class Experiment(NamedTuple):
    """A card with its coins, and what was said of each day."""

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
    """A letter a unit, H or T."""
    done: str
    """A letter a day: y, n or -."""
    stopped_on: date | None
    """The day it was ended before its time."""

    @property
    def days(self) -> int:
        """How many days it was made for."""
        return len(self.done)

    @property
    def last_day(self) -> date:
        """The last day that a coin decides."""
        return self.first_day + timedelta(days=self.days - 1)

    @property
    def last_morning(self) -> date:
        """The last morning that is held against a coin."""
        return self.morning(self.days - 1)

    @property
    def unit_days(self) -> int:
        """How many days one coin decides."""
        return 7 if self.unit == "week" else 1

    @property
    def block_days(self) -> int:
        """How many days belong to one block: four coin-flip days, or a pair of weeks."""
        return 14 if self.unit == "week" else BLOCK_DAYS

    def number(self, day: date) -> int | None:
        """Which of its days a day is, counted from 0; None where it is none of them."""
        at = (day - self.first_day).days
        return at if 0 <= at < self.days else None

    def coin(self, number: int) -> str:
        """H or T, for its day of that number."""
        return self.draw[number // self.unit_days]

    def arm(self, number: int) -> str:
        """What is done on its day of that number, in the person's words."""
        return self.heads if self.coin(number) == "H" else self.tails

    def morning(self, number: int) -> date:
        """The morning that its day of that number is held against."""
        return self.first_day + timedelta(days=number + (self.outcome == "next-morning"))

    def phase(self, today: date, scores: Mapping[date, int]) -> Phase:
        """How far it has come on a day. It ends with its last morning's score, or the day after that morning."""
        if self.stopped_on is not None and self.stopped_on <= today:
            return "stopped"
        if today < self.first_day:
            return "to-come"
        last = self.last_morning
        return "ended" if today > last or (today == last and last in scores) else "running"

    def said(self, number: int) -> Said:
        """What was said of its day of that number."""
        letter = self.done[number]
        return "y" if letter == "y" else "n" if letter == "n" else "-"

    def with_said(self, number: int, said: Said) -> "Experiment":
        """With another word on its day of that number."""
        return self._replace(done=f"{self.done[:number]}{said}{self.done[number + 1 :]}")


class Adherence(NamedTuple):
    """On how many days it was done as the coin said; days that have begun, up to the end."""

    done: int
    not_done: int
    not_said: int

    @property
    def days(self) -> int:
        """All of them."""
        return sum(self)

    @property
    def share(self) -> float | None:
        """Done, of all days; None before the first."""
        return self.done / self.days if self.days else None


def adherence(experiment: Experiment, today: date, coin: str = "HT") -> Adherence:
    """What was said of the days up to today, or up to the stop; of one coin's days if one is named."""
    last = min(today, experiment.stopped_on - timedelta(days=1)) if experiment.stopped_on else today
    passed = min(experiment.days, max(0, (last - experiment.first_day).days + 1))
    said = [experiment.done[n] for n in range(passed) if experiment.coin(n) in coin]
    return Adherence(said.count("y"), said.count("n"), said.count("-"))
