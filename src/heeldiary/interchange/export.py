"""The diary as JSON Lines: a header, an entry to a line, the settings, and a last line that proves it whole."""

import json
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Any

from heeldiary.domain.entries import Entry
from heeldiary.domain.json_shape import entry_json
from heeldiary.domain.text import json_escaped
from heeldiary.interchange.kept import kept_rows
from heeldiary.store.asking import all_answers, row
from heeldiary.store.diary import Diary

FORMAT = 1
"""The format's version; a reader refuses a higher one."""

HEADER = {"heeldiary": "export", "format": FORMAT}


def export_lines(diary: Diary, entries: Iterable[Entry]) -> Iterator[bytes]:
    """The lines of an export, each with its end. The same diary gives the same bytes: no clock goes in."""
    digest = sha256()
    count = 0
    for shape in _shapes(diary, entries):
        line = json_line(shape)
        digest.update(line)
        count += "type" in shape
        yield line
    yield json_line({"end": {"entries": count, "sha256": digest.hexdigest()}})


def _shapes(diary: Diary, entries: Iterable[Entry]) -> Iterator[dict[str, Any]]:
    yield HEADER
    for entry in entries:
        yield entry_json(entry)
    yield {"settings": dict(diary.settings().stored)}
    yield {"ask_first": [{"id": given.id, **row(given)} for given in all_answers(diary)]}
    kept = kept_rows(diary)
    if kept:
        yield {"kept": kept}


def json_line(shape: Any) -> bytes:
    """A value as one line of JSON, UTF-8."""
    return json_escaped(json.dumps(shape, ensure_ascii=False)).encode() + b"\n"
