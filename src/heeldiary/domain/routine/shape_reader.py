"""Reading plain values written by a person, with the path in every error."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import Any, NoReturn, TypeVar

from heeldiary.domain import text
from heeldiary.errors import BadInput

Path = tuple[str | int, ...]
"""The path of a value: keys, and list indices from 0."""

Word = TypeVar("Word", bound=str)

_NEEDED: Any = object()

_LONGEST_KEY = 40
"""The longest key shown."""


class BadValue(BadInput):
    """A value is not valid; `path` says which."""

    def __init__(self, path: Path, message: str, remedy: str) -> None:
        super().__init__(message, remedy)
        self.path = path


def format_path(path: Path) -> str:
    """Return a path for the person: `step 2, seconds`."""
    parts: list[str] = []
    for part in path:
        if isinstance(part, int):
            parts[-1] += f" {part + 1}"
        else:
            parts.append(part if len(part) <= _LONGEST_KEY else f"{part[:_LONGEST_KEY]}...")
    return text.separate(", ".join(parts))


def join(parts: Iterable[str]) -> str:
    """Return parts as a list in one line."""
    return ", ".join(parts)


class ShapeReader:
    """A table of values. Invalid values and unknown keys raise BadValue."""

    def __init__(self, shape: Any, keys: Sequence[str] = (), path: Path = ()) -> None:
        self._path = path
        if not isinstance(shape, Mapping):
            raise BadValue(
                path, "it is not a table", "write it as in the routines that `heeldiary routine show` prints"
            )
        self._shape = shape
        if keys:
            self.only(keys)

    def only(self, keys: Sequence[str]) -> None:
        """Refuse unknown keys."""
        for key in self._shape:
            if key not in keys:
                close = get_close_matches(key, keys, 1)
                known = f"did you mean {close[0]}?" if close else f"the keys are {join(keys)}"
                raise BadValue((*self._path, key), "there is no such key", known)

    def has(self, key: str) -> bool:
        """Return whether a key is present."""
        return key in self._shape

    def wrong(self, key: str, message: str, remedy: str) -> NoReturn:
        """Raise BadValue for a value."""
        raise BadValue((*self._path, key) if key in self._shape else self._path, message, remedy)

    def text(self, key: str, most: int, default: str = "") -> str:
        """Read a text in one line."""
        value = self._shape.get(key, default)
        if not isinstance(value, str):
            self.wrong(key, f"{key} is not text", 'write it in quotes, like "so"')
        cleaned = " ".join(text.clean(value)[0].split())
        if len(cleaned) > most:
            self.wrong(key, f"{key} has {len(cleaned)} characters, and {most} is the most", "shorten it")
        return cleaned

    def word(self, key: str) -> str:
        """Read a word of the person's own."""
        if key not in self._shape:
            self._missing(key)
        value = " ".join(self.text(key, 400).lower().split())
        if not 1 <= len(value) <= text.WORD_LIMIT:
            self.wrong(key, f"{key} has 1 to {text.WORD_LIMIT} characters", "use a shorter word, or any at all")
        return value

    def parsed(self, key: str, parse: Callable[[str], str], default: str | None) -> str:
        """Read a text and parse it."""
        if key not in self._shape and default is not None:
            return default
        if key not in self._shape:
            self._missing(key)
        try:
            return parse(self.text(key, 400))
        except BadInput as problem:
            self.wrong(key, problem.message, problem.remedy)

    def whole(self, key: str, lowest: int, highest: int, default: Any = _NEEDED) -> Any:
        """Read a whole number within bounds."""
        if key not in self._shape and default is not _NEEDED:
            return default
        if key not in self._shape:
            self._missing(key)
        value = self._shape[key]
        if type(value) is not int or not lowest <= value <= highest:
            self.wrong(key, f"{key} is not valid", f"it can be a whole number from {lowest} to {highest}")
        return value

    def flag(self, key: str) -> bool:
        """Read true or false; false if missing."""
        value = self._shape.get(key, False)
        if not isinstance(value, bool):
            self.wrong(key, f"{key} is neither true nor false", "write true or false, without quotes")
        return value

    def one_of(self, key: str, words: Sequence[Word], default: Word) -> Word:
        """Read one of some words."""
        value = self._shape.get(key, default)
        if value not in words:
            self.wrong(key, f"{key} is not valid", f"it can be {join(repr(str(word)) for word in words)}")
        return next(word for word in words if word == value)

    def tables(self, key: str, needed: bool = True) -> "list[ShapeReader]":
        """Read a list of tables."""
        if needed and key not in self._shape:
            self.wrong(key, f"it has no {key}", f"start one with [[{key}]]")
        value = self._shape.get(key, [])
        if not isinstance(value, list):
            self.wrong(key, f"{key} is not valid", f"start each with [[{key}]]")
        return [ShapeReader(table, path=(*self._path, key, number)) for number, table in enumerate(value)]

    def _missing(self, key: str) -> NoReturn:
        raise BadValue(self._path, f"{key} is missing", f"add a line with {key} =")
