"""Takes values out of JSON one key at a time, each held to its bounds."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from typing import Any, NoReturn, TypeVar

from heeldiary.domain import text
from heeldiary.domain.days import FIRST_DAY, iso_day
from heeldiary.domain.entries import to_milliseconds
from heeldiary.errors import BadInput

_WIDEST_OFFSET = timedelta(hours=14)
_LAST_YEAR = 9999
_MOST_OBJECTS = 500
_LONGEST_NAME = 64

Word = TypeVar("Word", bound=str)
Fill = Callable[[str], Any]
"""Gives the value that a missing key stands for, or raises BadInput."""


def needed(key: str) -> NoReturn:
    """The `Fill` of a key that has to be there."""
    raise BadInput(f"its {key} is missing", "give every key that its type needs")


def nothing(key: str) -> None:
    """The `Fill` of a key that may be missing."""


class Reader:
    """One JSON object; whatever in it is not as the contract says raises BadInput, keys never asked for are ignored."""

    def __init__(self, shape: Mapping[str, Any]) -> None:
        self._shape = shape

    def text(self, key: str, fill: Fill = needed) -> str:
        """Text, as it stands."""
        value = self._value(key, fill)
        return value if isinstance(value, str) else self._wrong(key, "text")

    def flag(self, key: str, fill: Fill = needed) -> bool:
        """True or false."""
        value = self._value(key, fill)
        return value if isinstance(value, bool) else self._wrong(key, "true or false")

    def identity(self, key: str, fill: Fill = needed) -> str:
        """An entry's id."""
        value = self.text(key, fill)
        plain = value.isascii() and value.isalnum() and value == value.lower() and value[0].isalpha()
        return value if plain and 4 <= len(value) <= 64 else self._wrong(key, "4 to 64 letters and digits, lower-case")

    def whole(self, key: str, lowest: int, highest: int) -> int:
        """A whole number within its bounds."""
        number = self.whole_or_none(key, lowest, highest)
        return self._wrong(key, f"a whole number from {lowest} to {highest}") if number is None else number

    def whole_or_none(self, key: str, lowest: int, highest: int) -> int | None:
        """A whole number within its bounds, or null."""
        value = self._shape.get(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int) or not lowest <= value <= highest:
            self._wrong(key, f"a whole number from {lowest} to {highest}")
        return value

    def one_of(self, key: str, words: tuple[Word, ...]) -> Word:
        """One of the words."""
        return self.one_of_or_none(key, words) or self._wrong(key, f"one of {', '.join(words)}")

    def one_of_or_none(self, key: str, words: tuple[Word, ...]) -> Word | None:
        """One of the words, or null."""
        value = self._shape.get(key)
        if value is None:
            return None
        return next((word for word in words if word == value), None) or self._wrong(key, f"one of {', '.join(words)}")

    def word(self, key: str, fill: Fill = needed) -> str:
        """A word of one's own."""
        return text.word(self.text(key, fill), key)

    def word_or_none(self, key: str) -> str | None:
        """A word of one's own, or null."""
        return None if self._shape.get(key) is None else self.word(key)

    def words(self, key: str, fill: Fill) -> tuple[str, ...]:
        """A list of words of one's own, each once."""
        value = self._value(key, fill)
        if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
            self._wrong(key, "a list of words")
        if len(value) > _MOST_OBJECTS:
            self._wrong(key, f"a list of up to {_MOST_OBJECTS} words")
        return tuple(dict.fromkeys(text.word(word, key) for word in value))

    def name_or_none(self, key: str, fill: Fill) -> str | None:
        """A name such as a time zone's, or null."""
        value = self._value(key, fill)
        if value is None:
            return None
        if not isinstance(value, str) or len(value) > _LONGEST_NAME:
            self._wrong(key, f"a name of up to {_LONGEST_NAME} letters, or null")
        return text.clean(value)[0] or None

    def day(self, key: str) -> date:
        """A day."""
        return self.day_or_none(key) or needed(key)

    def day_or_none(self, key: str) -> date | None:
        """A day, or null."""
        value = self._shape.get(key)
        if value is None:
            return None
        day = iso_day(value) if isinstance(value, str) else None
        return day if day and day >= FIRST_DAY else self._wrong(key, "a day like 2026-11-22")

    def moment(self, key: str, fill: Fill = needed) -> datetime:
        """A point in time with its offset, to the millisecond."""
        value = self._value(key, fill)
        if isinstance(value, datetime):
            return value
        try:
            moment = datetime.fromisoformat(value) if isinstance(value, str) else None
        except ValueError:
            moment = None
        offset = moment.utcoffset() if moment else None
        if moment is None or offset is None or offset.total_seconds() % 60 or abs(offset) > _WIDEST_OFFSET:
            self._wrong(key, "a time with its offset, like 2026-11-22T07:04:05+01:00")
        if not FIRST_DAY.year <= moment.year < _LAST_YEAR:
            self._wrong(key, f"a time of the years {FIRST_DAY.year} to {_LAST_YEAR - 1}")
        return to_milliseconds(moment)

    def moment_or_none(self, key: str) -> datetime | None:
        """A point in time, or null."""
        return None if self._shape.get(key) is None else self.moment(key, needed)

    def objects(self, key: str) -> "list[Reader]":
        """A list of JSON objects, at least one."""
        value = self._shape.get(key)
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            self._wrong(key, "a list of objects")
        if not 1 <= len(value) <= _MOST_OBJECTS:
            self._wrong(key, f"a list of 1 to {_MOST_OBJECTS} objects")
        return [Reader(item) for item in value]

    def object_or_none(self, key: str) -> "Reader | None":
        """A JSON object, or null."""
        value = self._shape.get(key)
        if value is None:
            return None
        return Reader(value) if isinstance(value, dict) else self._wrong(key, "an object, or null")

    def _value(self, key: str, fill: Fill) -> Any:
        return self._shape[key] if key in self._shape else fill(key)

    def _wrong(self, key: str, wanted: str) -> NoReturn:
        raise BadInput(f"its {key} is not as it should be", f"{key} is {wanted}")
