"""Validating single JSON values; the functions raise ValueError or BadInput."""

import json
import re
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any, NoReturn, TypeVar

from heeldiary.domain import text
from heeldiary.domain.days import FIRST_DAY, iso_day
from heeldiary.domain.entries import to_milliseconds

_WIDEST_OFFSET = timedelta(hours=14)
LAST_YEAR = 9999
MOST_OBJECTS = 500
LONGEST_NAME = 64
_TIME = re.compile("[0-9]{2}:[0-9]{2}")
_ZONE = re.compile(r"[A-Za-z][A-Za-z0-9._+-]*(/[A-Za-z0-9._+-]+){0,3}")

Word = TypeVar("Word", bound=str)


def refuse() -> NoReturn:
    """Raise the ValueError of an invalid value."""
    raise ValueError


def format_value(key: str, value: Any) -> str:
    """Return what a message adds to name an invalid value: `: "middle"`; "" for a note, or what may hold one."""
    if key == "note" or not isinstance(value, str | int | float):
        return ""
    return f": {text.quoted(value)}" if isinstance(value, str) else f": {json.dumps(value)[: text.WORD_LIMIT]}"


def bounds(lowest: int, highest: int) -> str:
    """Return the bounds of a whole number as text."""
    return f"a whole number from {lowest} to {highest}"


def as_text(value: Any) -> str:
    """Validate a text."""
    return value if isinstance(value, str) else refuse()


def as_whole(value: Any, lowest: int, highest: int) -> int:
    """Validate a whole number within bounds; 6.0 is 6."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int) or not lowest <= value <= highest:
        refuse()
    return value


def as_one_of(value: Any, words: Iterable[Word]) -> Word:
    """Validate one of some words."""
    return next((word for word in words if word == value), None) or refuse()


def as_words(value: Any) -> list[str]:
    """Validate a list of strings."""
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value) or len(value) > MOST_OBJECTS:
        refuse()
    return value


def as_some_of(value: Any, known: tuple[str, ...] | None, key: str) -> tuple[str, ...]:
    """Validate the person's own words, each once; only known ones, if given."""
    words = tuple(dict.fromkeys(text.clean_word(word, key) for word in as_words(value)))
    return words if known is None or set(words) <= set(known) else refuse()


def as_identity(value: Any) -> str:
    """Validate an entry's id."""
    word = as_text(value)
    plain = word.isascii() and word.isalnum() and word == word.lower() and word[0].isalpha()
    return word if plain and 4 <= len(word) <= 64 else refuse()


def as_zone(value: Any, trusted: bool) -> str | None:
    """Validate a time zone's IANA name."""
    if value is None:
        return None
    name = as_text(value)
    if len(name) > LONGEST_NAME or not (trusted or _ZONE.fullmatch(name)):
        refuse()
    return text.clean(name)[0] or None


def as_day(value: Any) -> date:
    """Validate a day from 1900-01-01 on."""
    day = iso_day(as_text(value))
    return day if day and day >= FIRST_DAY else refuse()


def as_time(value: Any) -> time:
    """Validate a time of day, as 07:30."""
    return time.fromisoformat(value) if _TIME.fullmatch(as_text(value)) else refuse()


def as_moment(value: Any) -> datetime:
    """Validate a time with its offset, to the millisecond."""
    moment = datetime.fromisoformat(as_text(value))
    offset = moment.utcoffset()
    if offset is None or offset.total_seconds() % 60 or abs(offset) > _WIDEST_OFFSET:
        refuse()
    if not FIRST_DAY.year <= moment.year < LAST_YEAR:
        refuse()
    return to_milliseconds(moment)


def as_objects(value: Any) -> list[dict[str, Any]]:
    """Validate a list of objects, at least one."""
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        refuse()
    return value if 1 <= len(value) <= MOST_OBJECTS else refuse()
