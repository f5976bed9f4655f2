"""The diary as JSON Lines: a header, an entry to a line, the settings, and a last line that proves it whole."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from hashlib import sha256
from typing import Any, NamedTuple

from heeldiary.domain.entries import Entry
from heeldiary.domain.entry_to_json import entry_to_json
from heeldiary.domain.text import json_escaped
from heeldiary.errors import Busy, Problem
from heeldiary.interchange.tables import saved_rows
from heeldiary.store.diary import Diary
from heeldiary.store.file.salvage import Unreadable
from heeldiary.store.routine.ask_first import all_answers, row

FORMAT = 1
"""The format's version; a reader refuses a higher one."""

HEADER: Mapping[str, Any] = {"heeldiary": "export", "format": FORMAT}


class ExportPart(NamedTuple):
    """What was asked for of a diary, rather than all of it."""

    first: date | None = None
    last: date | None = None
    type: str | None = None

    @property
    def json(self) -> dict[str, str]:
        """As the header says it."""
        named = {"from": self.first and self.first.isoformat(), "to": self.last and self.last.isoformat()}
        return {name: value for name, value in {**named, "type": self.type}.items() if value}


def export_lines(
    diary: Diary, entries: Iterable[Entry], part: ExportPart | None = None, unreadable: list[Unreadable] | None = None
) -> Iterator[bytes]:
    """The lines of an export, each with its end. The same diary gives the same bytes: no clock goes in.

    A part holds its entries and nothing else, and its header says so. With `unreadable` what cannot be read beside
    the entries is left out, and its kind is added to it.
    """
    digest = sha256()
    count = 0
    for shape in _part(entries, part) if part else _whole(diary, entries, unreadable):
        line = json_line(shape)
        digest.update(line)
        count += "type" in shape
        yield line
    yield json_line({"end": {"entries": count, "sha256": digest.hexdigest()}})


def _part(entries: Iterable[Entry], part: ExportPart) -> Iterator[Mapping[str, Any]]:
    yield {**HEADER, "part": part.json}
    yield from map(entry_to_json, entries)


def _whole(diary: Diary, entries: Iterable[Entry], unreadable: list[Unreadable] | None) -> Iterator[Mapping[str, Any]]:
    yield HEADER
    yield from map(entry_to_json, entries)
    yield {"settings": _section("settings", lambda: dict(diary.settings().stored), {}, unreadable)}
    yield {
        "ask_first": _section(
            "ask_first", lambda: [{"id": given.id, **row(given)} for given in all_answers(diary)], [], unreadable
        )
    }
    kept = _section("routines, plans, factors and experiments", lambda: saved_rows(diary), {}, unreadable)
    if kept:
        yield {"kept": kept}


def _section(name: str, read: Callable[[], Any], empty: Any, unreadable: list[Unreadable] | None) -> Any:
    try:
        return read()
    except Busy:
        raise
    except (Problem, ValueError):
        if unreadable is None:
            raise
        unreadable.append(Unreadable(name, ""))
        return empty


def json_line(shape: Any) -> bytes:
    """A value as one line of JSON, UTF-8."""
    return json_escaped(json.dumps(shape, ensure_ascii=False)).encode() + b"\n"
