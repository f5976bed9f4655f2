"""Reading values of a JSON object key by key, collecting every problem."""

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
    as_time,
    as_whole,
    as_words,
    as_zone,
    bounds,
    format_value,
    refuse,
)
from heeldiary.errors import BadInput, nearest_word

KEYS_PAGE = "docs/entries.md"
"""The page that explains every key of an entry, generated from this code."""


Word = TypeVar("Word", bound=str)
Fill = Callable[[str], Any]
"""Returns the value of a missing key, or raises MissingKey."""


class MissingKey(BadInput):
    """A required key is missing."""


class KeyProblem(NamedTuple):
    """A problem of an object, with its remedy."""

    message: str
    remedy: str


class BadShape(BadInput):
    """An object has problems, all listed here."""

    def __init__(self, problems: Iterable[KeyProblem]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(problem.message for problem in self.problems), self.problems[0].remedy)


def needed(key: str) -> NoReturn:
    """The `Fill` of a required key."""
    raise MissingKey(f"it has no {key}", f"{KEYS_PAGE} lists the keys of each type")


def nothing(key: str) -> None:
    """The `Fill` of an optional key."""


def no_words(key: str) -> tuple[str, ...]:
    """The `Fill` of an optional list of words."""
    return ()


class _Part(NamedTuple):
    """One of the objects: where it stands, itself, and the keys that were asked for."""

    path: str
    shape: Mapping[str, Any]
    asked: set[str]


class _Record:
    """The findings of reading an object and its inner objects."""

    def __init__(self, trusted: bool) -> None:
        self.trusted = trusted
        self.problems: list[KeyProblem] = []
        self.missing: list[str] = []
        self.filled: list[str] = []
        self.parts: list[_Part] = []


class Reader:
    """A JSON object. A null counts as missing, unless it is a valid value.

    For a problem the value is None; `finish` raises all problems together.
    """

    def __init__(self, shape: Mapping[str, Any], *, trusted: bool = False) -> None:
        """`trusted` is for this program's own data: names of zones and areas are then not checked."""
        self._begin(shape, _Record(trusted), "")

    def _begin(self, shape: Mapping[str, Any], record: _Record, path: str) -> None:
        self._shape, self._record, self._path = shape, record, path
        self._asked: set[str] = set()
        record.parts.append(_Part(path, shape, self._asked))  # not the reader: a circle would outlive its use

    def finish(self) -> None:
        """Raise BadShape if there are problems, with all missing keys in one."""
        record = self._record
        if record.missing:
            remedy = f"{self._mistyped()}{KEYS_PAGE} lists the keys of each type"
            raise BadShape([KeyProblem(f"it has no {_listed(record.missing)}", remedy), *record.problems])
        if record.problems:
            raise BadShape(record.problems)

    def _mistyped(self) -> str:
        """Return which unknown key was perhaps meant to be a missing one, as a question; "" if none is near."""
        missing = [name.rpartition(", ")[2] for name in self._record.missing]
        for key in self.unknown:
            typed = key.rpartition(", ")[2]
            if near := nearest_word(typed, missing):
                return f"did you mean {near} by {text.quoted(typed)}? "
        return ""

    @property
    def filled(self) -> tuple[str, ...]:
        """The keys filled in by `fill`."""
        return tuple(self._record.filled)

    @property
    def unknown(self) -> tuple[str, ...]:
        """The unknown keys; inner ones as `steps, mood`."""
        return tuple(f"{part.path}{key}" for part in self._record.parts for key in part.shape if key not in part.asked)

    def text(self, key: str, fill: Fill = needed) -> Any:
        """Read a text as it is."""
        return self._take(key, "text", as_text, fill)

    def note(self, key: str, fill: Fill = needed) -> Any:
        """Read a note."""
        return self._take(
            key, f"text of up to {text.NOTE_LIMIT:,} characters", lambda value: text.clean_note(as_text(value)), fill
        )

    def flag(self, key: str, fill: Fill = needed) -> Any:
        """Read true or false."""
        return self._take(key, "true or false", lambda value: value if isinstance(value, bool) else refuse(), fill)

    def identity(self, key: str, fill: Fill = needed) -> Any:
        """Read an entry's id."""
        return self._take(key, "4 to 64 letters and digits, lower-case, a letter first", as_identity, fill)

    def whole(self, key: str, lowest: int, highest: int) -> Any:
        """Read a whole number within bounds; 6.0 is 6."""
        return self._take(key, bounds(lowest, highest), lambda value: as_whole(value, lowest, highest), needed)

    def whole_or_none(self, key: str, lowest: int, highest: int) -> Any:
        """Read a whole number within bounds, or null."""
        return self._take(key, bounds(lowest, highest), lambda value: as_whole(value, lowest, highest), nothing)

    def one_of(self, key: str, words: tuple[Word, ...]) -> Any:
        """Read one of some words."""
        return self._take(key, f"one of {', '.join(words)}", lambda value: as_one_of(value, words), needed)

    def one_of_or_none(self, key: str, words: tuple[Word, ...]) -> Any:
        """Read one of some words, or null."""
        return self._take(key, f"one of {', '.join(words)}", lambda value: as_one_of(value, words), nothing)

    def word(self, key: str, fill: Fill = needed) -> Any:
        """Read a word of the person's own."""
        wanted = f"a word of your own, 1 to {text.WORD_LIMIT} characters"
        return self._take(key, wanted, lambda value: text.clean_word(as_text(value), key), fill)

    def word_or_none(self, key: str) -> Any:
        """Read a word of the person's own, or null."""
        return self.word(key, nothing)

    def name(self, key: str, fill: Fill = needed) -> Any:
        """Read a name of the person's own, which keeps its capitals."""
        wanted = f"a word of your own, 1 to {text.WORD_LIMIT} characters"
        return self._take(key, wanted, lambda value: text.clean_name(as_text(value), key), fill)

    def names(self, key: str, fill: Fill) -> Any:
        """Read a list of the person's own names, each once."""
        return self._take(
            key, f"a list of up to {MOST_OBJECTS} words of 1 to {text.WORD_LIMIT} characters",
            lambda value: text.each_once(text.clean_name(word, key) for word in as_words(value)), fill,
        )  # fmt: skip

    def some_of(self, key: str, words: Iterable[str], fill: Fill) -> Any:
        """Read a list of some words, each once; any words if trusted."""
        known = tuple(words)
        return self._take(
            key, f"a list of some of: {', '.join(known)}",
            lambda value: as_some_of(value, None if self._record.trusted else known, key), fill,
        )  # fmt: skip

    def zone_or_none(self, key: str, fill: Fill) -> Any:
        """Read a time zone's IANA name, or null, which is valid."""
        wanted = f"the IANA name of a time zone, like Europe/Berlin, of up to {LONGEST_NAME} letters; or null"
        return self._take(key, wanted, lambda value: as_zone(value, self._record.trusted), fill, null_is_value=True)

    def day(self, key: str) -> Any:
        """Read a day."""
        return self._take(key, "a day like 2026-11-22, 1900-01-01 or later", as_day, needed)

    def day_or_none(self, key: str) -> Any:
        """Read a day, or null."""
        return self._take(key, "a day like 2026-11-22, 1900-01-01 or later", as_day, nothing)

    def time_or_none(self, key: str, fill: Fill) -> Any:
        """Read a time of day, or null, which is valid. It is never needed: earlier versions wrote none."""
        wanted = "a time of day like 07:30, from 00:00 to 23:59; or null"
        fill = nothing if fill is needed else fill
        return self._take(
            key, wanted, lambda value: None if value is None else as_time(value), fill, null_is_value=True
        )

    def moment(self, key: str, fill: Fill = needed) -> Any:
        """Read a time with its offset, to the millisecond."""
        wanted = (
            f"a time with its offset, like 2026-11-22T07:04:05+01:00, of the years {FIRST_DAY.year} to {LAST_YEAR - 1}"
        )
        return self._take(key, wanted, as_moment, fill)

    def moment_or_none(self, key: str) -> Any:
        """Read a time, or null."""
        return self.moment(key, nothing)

    def total(self, key: str, parts: Iterable[int | None]) -> None:
        """Read an optional sum, which must be right if present."""
        numbers = list(parts)
        right = sum(filter(None, numbers))
        wanted = f"the sum of the steps' seconds, {right}" if right else "the sum of the steps' seconds"

        def same(value: Any) -> None:
            if None not in numbers and as_whole(value, 0, 10**9) != right:
                refuse()

        self._take(key, wanted, same, nothing)

    def objects(self, key: str) -> "list[Reader]":
        """Read a list of JSON objects, at least one."""
        objects = self._take(key, f"a list of 1 to {MOST_OBJECTS} objects", as_objects, needed)
        return [self._within(f"{key} {number}, ", item) for number, item in enumerate(objects or (), 1)]

    def object_or_none(self, key: str) -> "Reader | None":
        """Read a JSON object, or null."""
        shape = self._take(
            key, "an object, or null", lambda value: value if isinstance(value, dict) else refuse(), nothing
        )
        return None if shape is None else self._within(f"{key}, ", shape)

    def _within(self, path: str, shape: Mapping[str, Any]) -> "Reader":
        inner = self.__class__.__new__(self.__class__)
        inner._begin(shape, self._record, self._path + path)
        return inner

    def _take(
        self, key: str, wanted: str, parse: Callable[[Any], Any], fill: Fill, *, null_is_value: bool = False
    ) -> Any:
        """Return the value of a key; None if it has a problem."""
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
            wrong = f"its {name} is not valid{format_value(key, value)}"
            self._record.problems.append(KeyProblem(wrong, f"{name} is {wanted}"))
        return None


def _listed(keys: list[str]) -> str:
    return keys[0] if len(keys) == 1 else f"{', '.join(keys[:-1])} and {keys[-1]}"
