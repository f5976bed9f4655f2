"""Every key of an entry in JSON, recorded from the code that parses entries."""

from collections.abc import Callable
from typing import Any, NamedTuple

from heeldiary.domain.entries import TYPES
from heeldiary.domain.entry_from_json import parse_entry
from heeldiary.domain.json_reader import Fill, MissingKey, Reader, nothing


class Key(NamedTuple):
    """A key: its name, its values, and whether it may be missing."""

    name: str
    """The name with the keys around it: `steps, point`."""
    holds: str
    needed: bool
    null: bool
    """Whether it may be null."""


def keys_of(kind: str) -> list[Key]:
    """Return the keys of a type of entry, except `type`, in order."""
    asked = _Asked({})
    parse_entry(asked, kind, _filled_in)
    return asked.keys


def shared_keys() -> list[Key]:
    """Return the keys of every type of entry."""
    of_all = [keys_of(kind) for kind in TYPES]
    return [key for key in of_all[0] if all(key in keys for keys in of_all)]


def _filled_in(_: str) -> None:
    return None


class _Asked(Reader):
    """Records the keys that are asked for."""

    keys: list[Key]

    def _begin(self, shape: Any, record: Any, path: str) -> None:
        super()._begin(shape, record, path)
        self.keys = []

    def objects(self, key: str) -> list[Reader]:
        super().objects(key)
        return [self._inner(key)]

    def object_or_none(self, key: str) -> Reader | None:
        super().object_or_none(key)
        return self._inner(key)

    def _inner(self, key: str) -> Reader:
        inner = _Asked({})
        inner._path = f"{self._path}{key}, "
        inner.keys = self.keys
        return inner

    def _take(
        self, key: str, wanted: str, parse: Callable[[Any], Any], fill: Fill, *, null_is_value: bool = False
    ) -> Any:
        try:
            fill(key)
            needed = False
        except MissingKey:
            needed = True
        self.keys.append(Key(self._path + key, wanted, needed, null_is_value or fill is nothing))
        return None
