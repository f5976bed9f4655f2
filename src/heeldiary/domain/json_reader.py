"""Takes values out of JSON one key at a time, each checked against its bounds; it collects every problem."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple, NoReturn, TypeVar

from heeldiary.domain import text
from heeldiary.domain.days import FIRST_DAY
from heeldiary.domain.json_values import (
    LAST_YEAR,
    LONGEST_NAME,
    MOST_OBJECTS,
    as_day,
    as_identity,
    as_moment,
    as_objects,
    as_one_of,
    as_some_of,
    as_text,
    as_whole,
    as_words,
    as_zone,
    bounds,
    refuse,
)
from heeldiary.errors import BadInput

KEYS_PAGE = "docs/entries.md"
"""Where every key of an entry is explained; a script makes it from this code."""


Word = TypeVar("Word", bound=str)
Fill = Callable[[str], Any]
"""Gives the value that a missing key stands for, or raises MissingKey."""


class MissingKey(BadInput):
    """A key has to be there and is not."""


class KeyProblem(NamedTuple):
    """What is wrong with one object, in a sentence, and what would be right."""

    message: str
    remedy: str


class BadShape(BadInput):
    """An object has problems; all of them are here."""

    def __init__(self, problems: Iterable[KeyProblem]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(one.message for one in self.problems), self.problems[0].remedy)


def needed(key: str) -> NoReturn:
    """The `Fill` of a key that has to be there."""
    raise MissingKey(f"it has no {key}", f"{KEYS_PAGE} lists the keys of each type")


def nothing(key: str) -> None:
    """The `Fill` of a key that may be missing."""


def no_words(key: str) -> tuple[str, ...]:
    """The `Fill` of a list of words that may be missing."""
    return ()


class _Record:
    """What one reading has found, in the object and in those within it."""

    def __init__(self, trusted: bool) -> None:
        self.trusted = trusted
        self.problems: list[KeyProblem] = []
        self.missing: list[str] = []
        self.filled: list[str] = []
        self.readers: list[Reader] = []


class Reader:
    """One JSON object. A key with null counts as missing, unless null is one of its values.

    A problem is collected, and the value is then None: `finish` raises all of them together.
    """

    def __init__(self, shape: Mapping[str, Any], *, trusted: bool = False) -> None:
        """`trusted` is for what this program wrote: a zone's name and an area's then have any spelling."""
        self._begin(shape, _Record(trusted), "")

    def _begin(self, shape: Mapping[str, Any], record: _Record, path: str) -> None:
        self._shape, self._record, self._path = shape, record, path
        self._asked: set[str] = set()
        record.readers.append(self)

    def finish(self) -> None:
        """Raise BadShape if any problem was found, all missing keys as one."""
        record = self._record
        if record.missing:
            missing = KeyProblem(f"it has no {_listed(record.missing)}", f"{KEYS_PAGE} lists the keys of each type")
            raise BadShape([missing, *record.problems])
        if record.problems:
            raise BadShape(record.problems)

    @property
    def filled(self) -> tuple[str, ...]:
        """The keys whose values `fill` gave."""
        return tuple(self._record.filled)

    @property
    def unknown(self) -> tuple[str, ...]:
        """The keys that nobody asked for, those of objects within as `steps, mood`."""
        return tuple(f"{one._path}{key}" for one in self._record.readers for key in one._shape if key not in one._asked)

    def text(self, key: str, fill: Fill = needed) -> Any:
        """Text, as it stands."""
        return self._take(key, "text", as_text, fill)

    def note(self, key: str, fill: Fill = needed) -> Any:
        """A note, as it may be stored."""
        return self._take(
            key, f"text of up to {text.NOTE_LIMIT:,} characters", lambda value: text.clean_note(as_text(value)), fill
        )

    def flag(self, key: str, fill: Fill = needed) -> Any:
        """True or false."""
        return self._take(key, "true or false", lambda value: value if isinstance(value, bool) else refuse(), fill)

    def identity(self, key: str, fill: Fill = needed) -> Any:
        """An entry's id."""
        return self._take(key, "4 to 64 letters and digits, lower-case, a letter first", as_identity, fill)

    def whole(self, key: str, lowest: int, highest: int) -> Any:
        """A whole number within its bounds; 6.0 is 6."""
        return self._take(key, bounds(lowest, highest), lambda value: as_whole(value, lowest, highest), needed)

    def whole_or_none(self, key: str, lowest: int, highest: int) -> Any:
        """A whole number within its bounds, or null."""
        return self._take(key, bounds(lowest, highest), lambda value: as_whole(value, lowest, highest), nothing)

    def one_of(self, key: str, words: tuple[Word, ...]) -> Any:
        """One of the words."""
        return self._take(key, f"one of {', '.join(words)}", lambda value: as_one_of(value, words), needed)

    def one_of_or_none(self, key: str, words: tuple[Word, ...]) -> Any:
        """One of the words, or null."""
        return self._take(key, f"one of {', '.join(words)}", lambda value: as_one_of(value, words), nothing)

    def word(self, key: str, fill: Fill = needed) -> Any:
        """A word of one's own."""
        wanted = f"a word of your own, 1 to {text.WORD_LIMIT} characters"
        return self._take(key, wanted, lambda value: text.clean_word(as_text(value), key), fill)

    def word_or_none(self, key: str) -> Any:
        """A word of one's own, or null."""
        return self.word(key, nothing)

    def words(self, key: str, fill: Fill) -> Any:
        """A list of words of one's own, each once, as a tuple."""
        return self._take(
            key, f"a list of up to {MOST_OBJECTS} words of 1 to {text.WORD_LIMIT} characters",
            lambda value: tuple(dict.fromkeys(text.clean_word(word, key) for word in as_words(value))), fill,
        )  # fmt: skip

    def some_of(self, key: str, words: Iterable[str], fill: Fill) -> Any:
        """A list of some of the words, each once, as a tuple; of any words in what is trusted."""
        known = tuple(words)
        return self._take(
            key, f"a list of some of: {', '.join(known)}",
            lambda value: as_some_of(value, None if self._record.trusted else known, key), fill,
        )  # fmt: skip

    def zone_or_none(self, key: str, fill: Fill) -> Any:
        """A time zone's IANA name, or null, which is a value here."""
        wanted = f"the IANA name of a time zone, like Europe/Berlin, of up to {LONGEST_NAME} letters; or null"
        return self._take(key, wanted, lambda value: as_zone(value, self._record.trusted), fill, null_is_value=True)

    def day(self, key: str) -> Any:
        """A day."""
        return self._take(key, "a day like 2026-11-22, 1900-01-01 or later", as_day, needed)

    def day_or_none(self, key: str) -> Any:
        """A day, or null."""
        return self._take(key, "a day like 2026-11-22, 1900-01-01 or later", as_day, nothing)

    def moment(self, key: str, fill: Fill = needed) -> Any:
        """A point in time with its offset, to the millisecond."""
        wanted = (
            f"a time with its offset, like 2026-11-22T07:04:05+01:00, of the years {FIRST_DAY.year} to {LAST_YEAR - 1}"
        )
        return self._take(key, wanted, as_moment, fill)

    def moment_or_none(self, key: str) -> Any:
        """A point in time, or null."""
        return self.moment(key, nothing)

    def total(self, key: str, parts: Iterable[int | None]) -> None:
        """A sum that may be missing, and has to be right where it is there."""
        numbers = list(parts)
        right = sum(filter(None, numbers))
        wanted = f"the sum of the steps' seconds, {right}" if right else "the sum of the steps' seconds"

        def same(value: Any) -> None:
            if None not in numbers and as_whole(value, 0, 10**9) != right:
                refuse()

        self._take(key, wanted, same, nothing)

    def objects(self, key: str) -> "list[Reader]":
        """A list of JSON objects, at least one."""
        found = self._take(key, f"a list of 1 to {MOST_OBJECTS} objects", as_objects, needed)
        return [self._within(f"{key} {number}, ", item) for number, item in enumerate(found or (), 1)]

    def object_or_none(self, key: str) -> "Reader | None":
        """A JSON object, or null."""
        found = self._take(
            key, "an object, or null", lambda value: value if isinstance(value, dict) else refuse(), nothing
        )
        return None if found is None else self._within(f"{key}, ", found)

    def _within(self, path: str, shape: Mapping[str, Any]) -> "Reader":
        made = self.__class__.__new__(self.__class__)
        made._begin(shape, self._record, self._path + path)
        return made

    def _take(
        self, key: str, wanted: str, parse: Callable[[Any], Any], fill: Fill, *, null_is_value: bool = False
    ) -> Any:
        """The value of a key; None if it has a problem."""
        self._asked.add(key)
        value = self._shape.get(key)
        name = self._path + key
        if value is None and not (null_is_value and key in self._shape):
            try:
                filled = fill(key)
            except MissingKey:
                self._record.missing.append(name)
                return None
            if fill is not nothing:
                self._record.filled.append(name)
            return filled
        try:
            return parse(value)
        except BadInput as problem:
            self._record.problems.append(KeyProblem(problem.message, f"{name} is {wanted}"))
        except ValueError:
            self._record.problems.append(KeyProblem(f"its {name} is not valid", f"{name} is {wanted}"))
        return None


def _listed(keys: list[str]) -> str:
    return keys[0] if len(keys) == 1 else f"{', '.join(keys[:-1])} and {keys[-1]}"
