"""Validating experiments of an export.

The coins are not checked against the seed: a changed draw is imported, and `heeldiary experiment check` reports it.
"""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from heeldiary.domain.days import FIRST_DAY, iso_day
from heeldiary.domain.experiments.card import (
    FEWEST_DAYS,
    FEWEST_WEEKS,
    LONGEST_ARM,
    LONGEST_QUESTION,
    MOST_DAYS,
    MOST_WEEKS,
    MOST_WORTH,
    SMALLEST_WORTH,
)
from heeldiary.domain.experiments.experiment import OUTCOMES, UNITS
from heeldiary.domain.links.factors import parse_factor
from heeldiary.domain.scales import FEET
from heeldiary.domain.text import clean
from heeldiary.errors import BadInput

_ID = re.compile(r"[a-z][a-z0-9]{3,39}", re.ASCII)
_SEED = re.compile(r"[0-9a-f]{32}", re.ASCII)
_DRAW = re.compile(r"[HT]+", re.ASCII)
_DONE = re.compile(r"[-yn]+", re.ASCII)


def is_experiment(key: str, row: Mapping[str, Any]) -> bool:
    """Return whether a row's values are within their bounds and consistent."""
    words = {"question": LONGEST_QUESTION, "heads": LONGEST_ARM, "tails": LONGEST_ARM}
    if not all(_is_text(row[name], longest) for name, longest in words.items()):
        return False
    chosen = row["foot"] in FEET and row["unit"] in UNITS and row["outcome"] in OUTCOMES
    worth = type(row["worth"]) is int and SMALLEST_WORTH <= row["worth"] <= MOST_WORTH
    if not (_ID.fullmatch(key) and chosen and worth and _is_factor(row["factor"])):
        return False
    shapes = ((_SEED, row["seed"]), (_DRAW, row["draw"]), (_DONE, row["done"]))
    if not all(isinstance(value, str) and shape.fullmatch(value) for shape, value in shapes):
        return False
    weeks = row["unit"] == "week"
    fewest, most, step = (FEWEST_WEEKS, MOST_WEEKS, 2) if weeks else (FEWEST_DAYS, MOST_DAYS, 4)
    length = len(row["draw"])
    if not fewest <= length <= most or length % step or len(row["done"]) != length * (7 if weeks else 1):
        return False
    first, stopped = _day(row["first_day"]), _day(row["stopped_on"])
    fits_calendar = first is not None and (date.max - first).days >= len(
        row["done"]
    )  # its last morning must be a valid day too
    return fits_calendar and (row["stopped_on"] is None or stopped is not None)


def _is_text(value: Any, longest: int) -> bool:
    return isinstance(value, str) and 1 <= len(value) <= longest and " ".join(clean(value)[0].split()) == value


def _is_factor(value: Any) -> bool:
    try:
        return value is None or (isinstance(value, str) and parse_factor(value) == value)
    except BadInput:
        return False


def _day(value: Any) -> date | None:
    day = iso_day(value) if isinstance(value, str) else None
    return day if day is not None and day >= FIRST_DAY else None
