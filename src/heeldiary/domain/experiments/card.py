"""The plan of an experiment: the question, the unit, the length and the first day."""

import re
from datetime import date, timedelta
from typing import NamedTuple

from heeldiary.domain.entries import USUAL_CARE
from heeldiary.domain.experiments.experiment import BLOCK_DAYS, BLOCK_WEEKS, Outcome, Unit
from heeldiary.domain.scales import Foot
from heeldiary.domain.text import clean
from heeldiary.domain.typed_days import parse_coming_day
from heeldiary.errors import BadInput

FEWEST_DAYS, MOST_DAYS = 16, 112
"""With fewer days a real difference is rarely found."""
FEWEST_WEEKS, MOST_WEEKS = 12, 52
"""Fewer than 6 pairs cannot reach p = .05, whatever happens (5 pairs: 2/32 = .0625)."""
SMALLEST_WORTH, MOST_WORTH = 1, 5
"""The bounds of a difference worth the trouble, in points."""
LATEST_START = timedelta(days=28)
"""How far ahead an experiment may start."""
LONGEST_QUESTION, LONGEST_ARM = 200, 80
"""The longest question and way, in characters."""
_CARES = tuple(kind.replace("-", " ") for kind in USUAL_CARE if kind not in ("medicine", "injection"))
_NOT = ("not", "nothing", "none", "without", "no")


class Card(NamedTuple):
    """What is decided before the draw."""

    question: str
    heads: str
    """What is done on heads."""
    tails: str
    foot: Foot
    unit: Unit
    outcome: Outcome
    worth: int
    """The difference in points that would be worth the trouble."""
    factor: str | None
    """The factor of Links it is about, sealed there until the end."""
    first_day: date
    length: int
    """The length in units: days or weeks."""

    @property
    def days(self) -> int:
        """In days."""
        return self.length * (7 if self.unit == "week" else 1)


def parse_question(typed: str) -> tuple[str, str, str]:
    """Parse a question; return it with the meanings of heads and tails. Raises BadInput.

    `evening massage or not` means `evening massage` against `no evening massage`.
    """
    question = " ".join(clean(typed)[0].split())
    if len(question) > LONGEST_QUESTION:
        raise BadInput(f"the question has more than {LONGEST_QUESTION} characters", "shorten it")
    parts = question.rstrip(" ?.").split(" or ")
    if len(parts) != 2 or not all(part.strip(" ,") for part in parts):
        raise BadInput(
            "the question needs one 'or' between its two ways",
            'write it like "evening massage or not", or "soft insoles or firm insoles"',
        )
    heads, tails = (part.strip(" ,") for part in parts)
    if tails.lower() in _NOT:
        tails = f"no {heads}"
    if heads.casefold() == tails.casefold():
        raise BadInput("both ways are the same", "give two different ways")
    if max(len(heads), len(tails)) > LONGEST_ARM:
        raise BadInput(f"each of the two ways has at most {LONGEST_ARM} characters", "say it in fewer words")
    return question, heads, tails


def check_length(unit: Unit, length: int) -> int:
    """Validate a length in units; raises BadInput."""
    if unit == "day":
        if not FEWEST_DAYS <= length <= MOST_DAYS or length % BLOCK_DAYS:
            raise BadInput(
                f"coin-flip days are {FEWEST_DAYS} to {MOST_DAYS}, in blocks of {BLOCK_DAYS}",
                "take 28, 44 or 56",
            )
    elif not FEWEST_WEEKS <= length <= MOST_WEEKS or length % BLOCK_WEEKS:
        raise BadInput(
            f"coin-flip weeks are {FEWEST_WEEKS} to {MOST_WEEKS}, in pairs; with fewer than 6 pairs no result could "
            "be told from chance",
            "take 12, 16 or 20",
        )
    return length


def parse_length(typed: str) -> tuple[Unit, int]:
    """Parse a length such as `28`, `28 days`, `16w` or `16 weeks`; raises BadInput."""
    text = typed.strip().lower()
    number = text.rstrip("adekswy ")
    if not (number.isascii() and number.isdigit() and len(number) <= 3):
        raise BadInput("that is not a length", "write it like 28 for days, or 16w for weeks")
    unit: Unit = "week" if "w" in text else "day"
    try:
        return unit, check_length(unit, int(number))
    except BadInput as problem:
        remedy = "take 12w, 16w or 20w" if unit == "week" else problem.remedy
        raise BadInput(problem.message, remedy) from None


def check_first_day(first: date, today: date) -> date:
    """Validate a first day: today or up to four weeks ahead; raises BadInput."""
    if not today <= first <= today + LATEST_START:
        raise BadInput(
            "an experiment starts today or within 28 days, because a coin cannot decide past days",
            "choose a future day, such as 2026-12-01, tomorrow or mon",
        )
    return first


def usual_first_day(unit: Unit, outcome: Outcome, today: date) -> date:
    """Return the default first day: today; Monday for weeks; tomorrow for what is done before the first step."""
    first = today + timedelta(days=outcome == "same-morning")
    return first if unit == "day" else first + timedelta(days=-first.weekday() % 7)


def parse_first_day(typed: str, today: date) -> date:
    """Parse a first day, as a day to come is written; raises BadInput."""
    return check_first_day(parse_coming_day(typed, today), today)


def parse_worth(typed: str) -> int:
    """Parse the difference worth the trouble, in whole points; raises BadInput."""
    if typed.isascii() and typed.isdigit() and len(typed) == 1 and SMALLEST_WORTH <= int(typed) <= MOST_WORTH:
        return int(typed)
    raise BadInput(
        f"the smallest difference worth having is {SMALLEST_WORTH} to {MOST_WORTH} whole points", "take 1, the default"
    )


def plain_factor(question: str) -> str | None:
    """Return the factor a question is clearly about: massage or a named kind of care; None if none."""
    words = f" {re.sub(r'[^a-z]+', ' ', question.casefold())} "
    if " massag" in words:
        return "massage"
    return next((f"care:{kind.replace(' ', '-')}" for kind in _CARES if f" {kind} " in words), None)
