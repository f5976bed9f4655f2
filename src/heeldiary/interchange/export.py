"""Export as JSON Lines: a header, one entry a line, the settings, and a last line with a checksum."""

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
"""The version of the format; a reader refuses a higher one."""

HEADER: Mapping[str, Any] = {"heeldiary": "export", "format": FORMAT}


class ExportPart(NamedTuple):
    """The requested part of a diary."""

    first: date | None = None
    last: date | None = None
    type: str | None = None

    @property
    def json(self) -> dict[str, str]:
        """Return the part as the header's values."""
        named = {"from": self.first and self.first.isoformat(), "to": self.last and self.last.isoformat()}
        return {name: value for name, value in {**named, "type": self.type}.items() if value}


def export_lines(
    diary: Diary, entries: Iterable[Entry], part: ExportPart | None = None, unreadable: list[Unreadable] | None = None
) -> Iterator[bytes]:
    """Yield the lines of an export. The same diary gives the same bytes: no clock is used.

    A part contains only its entries, and its header says so. With `unreadable`, the kinds of unreadable tables are
    added to it instead of raising.
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
    saved = _section("routines, plans, factors and experiments", lambda: saved_rows(diary), {}, unreadable)
    if saved:
        yield {"kept": saved}


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
    """Return a value as one line of UTF-8 JSON."""
    return json_escaped(json.dumps(shape, ensure_ascii=False)).encode() + b"\n"
