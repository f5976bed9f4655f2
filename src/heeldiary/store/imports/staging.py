"""Staged entries in a private SQLite file, so a million of them need little memory.

SQLite creates the file only beyond a few megabytes, in the system's temporary folder, readable by its owner alone and
without a name: it is gone once closed, even if the process is killed.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from typing import Literal, NamedTuple

from heeldiary.domain.entries import Care, Entry, Pain
from heeldiary.domain.scales import ONCE_A_DAY
from heeldiary.store.sql import Row as SqlRow
from heeldiary.store.sql import Sql, explain_errors
from heeldiary.store.writing import Row, rows_of_entry

Fate = Literal["new", "there", "other", "taken", "twice", "deleted"]
"""What becomes of an entry: it is new; there already; its id is there with other content; its one score a day is
taken in the diary, or by an earlier line; the person has deleted it here."""

_CACHE_KIB = 24_000
_TABLE = """
    CREATE TABLE staged (
        line INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        type TEXT NOT NULL,
        slot TEXT,
        course TEXT,
        visit INTEGER,
        planned INTEGER,
        day TEXT NOT NULL,
        filled TEXT NOT NULL,
        rows TEXT NOT NULL,
        fate TEXT NOT NULL DEFAULT 'new',
        other INTEGER
    )
"""


class Staged(NamedTuple):
    """A staged entry."""

    line: int
    """Its line in the file."""
    id: str
    filled: tuple[str, ...]
    """The keys its line lacked."""
    packed: str
    """Its rows, packed for `Staging.unpack`."""


class Visit(NamedTuple):
    """A staged visit of a course."""

    id: str
    day: str
    number: int | None
    planned: int | None


class Staging:
    """The entries of a file, each once, in the file's order."""

    def __init__(self) -> None:
        connection = sqlite3.connect("", isolation_level=None)
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
        connection.execute(_TABLE)
        connection.execute("CREATE TABLE alike (content BLOB PRIMARY KEY, count INTEGER NOT NULL) WITHOUT ROWID")
        connection.execute("BEGIN")
        self._sql = Sql(connection)
        self._columns: list[tuple[str, tuple[str, ...]]] = []
        self._numbers: dict[tuple[str, tuple[str, ...]], int] = {}

    def close(self) -> None:
        """Close and delete the file."""
        self._sql.close()

    def add(self, entry: Entry, line: int, filled: Sequence[str], *, numbered: bool) -> bool:
        """Add an entry; return False if one with its id but other content is there.

        `numbered` says that a visit without a number gets one.
        """
        packed = self.pack(rows_of_entry(entry, "", ""))
        course, visit, planned = _visit(entry)
        if visit is None and not numbered:
            course = None
        values = (line, entry.id, entry.type, _slot(entry), course, visit, planned, entry.day.isoformat())
        with explain_errors():
            cursor = self._sql.connection.execute(
                "INSERT INTO staged (line, id, type, slot, course, visit, planned, day, filled, rows)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
                (*values, " ".join(filled), packed),
            )
        return bool(cursor.rowcount) or self._sql.value("SELECT rows FROM staged WHERE id = ?", (entry.id,)) == packed

    def times_seen(self, content: str) -> int:
        """Return how often a line with this content has come, including now."""
        digest = blake2b(content.encode("utf-8", "replace"), digest_size=16).digest()
        seen: int = self._sql.value(
            "INSERT INTO alike VALUES (?, 1) ON CONFLICT (content) DO UPDATE SET count = count + 1 RETURNING count",
            (digest,),
        )
        return seen

    def pack(self, rows: Iterable[tuple[str, Row]]) -> str:
        """Return an entry's rows as one text; equal rows give equal text."""
        packed = []
        for table, row in rows:
            named = (table, tuple(row))
            number = self._numbers.get(named)
            if number is None:
                number = self._numbers[named] = len(self._columns)
                self._columns.append(named)
            packed.append((number, *row.values()))
        return json.dumps(packed, ensure_ascii=False, separators=(",", ":"))

    def unpack(self, packed: str) -> list[tuple[str, Row]]:
        """Return the rows of a packed text."""
        unpacked = []
        for number, *values in json.loads(packed):
            table, columns = self._columns[number]
            unpacked.append((table, dict(zip(columns, values, strict=True))))
        return unpacked

    def forget_fates(self) -> None:
        """Reset: every entry counts as new."""
        self._sql.run("UPDATE staged SET fate = 'new', other = NULL WHERE fate <> 'new'")

    def chunks(self, fates: Sequence[Fate], size: int) -> Iterator[list[Staged]]:
        """Yield the entries of some fates in the file's order, in batches; their fates may change meanwhile."""
        line = -1
        while True:
            rows = self._sql.rows(
                f"SELECT line, id, filled, rows FROM staged WHERE line > ? AND fate IN ({_marks(fates)})"
                " ORDER BY line LIMIT ?",
                (line, *fates, size),
            )
            if not rows:
                return
            line = rows[-1][0]
            yield [Staged(number, entry_id, tuple(filled.split()), packed) for number, entry_id, filled, packed in rows]

    def decide(self, fates: Iterable[tuple[Fate, int | None, int]]) -> None:
        """Set fates: the fate, the earlier line in conflict, the line."""
        self._sql.many("UPDATE staged SET fate = ?, other = ? WHERE line = ?", fates)

    def repack(self, packed: Iterable[tuple[str, int]]) -> None:
        """Replace the rows of a line."""
        self._sql.many("UPDATE staged SET rows = ? WHERE line = ?", packed)

    def in_slots(self) -> Iterator[tuple[str, int, Fate]]:
        """Yield the new once-a-day scores by slot: slot, line and fate.

        They are sorted first, so fates may change meanwhile.
        """
        with explain_errors():
            yield from self._sql.connection.execute(
                "SELECT slot, line, fate FROM staged WHERE slot IS NOT NULL AND fate IN ('new', 'other')"
                " ORDER BY slot, line"
            )

    def count(self, *fates: Fate) -> int:
        """Return how many entries have one of these fates."""
        number: int = self._sql.value(f"SELECT count(*) FROM staged WHERE fate IN ({_marks(fates)})", fates)
        return number

    def counts_by_type(self, fates: Sequence[Fate]) -> dict[str, int]:
        """Return the number of entries of each type."""
        rows = self._sql.rows(f"SELECT type, count(*) FROM staged WHERE fate IN ({_marks(fates)}) GROUP BY type", fates)
        return dict(rows)

    def contradictions(self, most: int) -> list[SqlRow]:
        """Return the first conflicts: line, fate, earlier line, id, slot and rows."""
        return self._sql.rows(
            "SELECT line, fate, other, id, slot, rows FROM staged WHERE fate IN ('other', 'taken', 'twice')"
            " ORDER BY line LIMIT ?",
            (most,),
        )

    def packed_at(self, line: int) -> str:
        """Return the rows of a line."""
        packed: str = self._sql.value("SELECT rows FROM staged WHERE line = ?", (line,))
        return packed

    def courses(self, fates: Sequence[Fate]) -> list[str]:
        """Return the courses with incoming visits."""
        query = f"SELECT DISTINCT course FROM staged WHERE course IS NOT NULL AND fate IN ({_marks(fates)})"
        return [course for (course,) in self._sql.rows(f"{query} ORDER BY course", fates)]

    def visits(self, course: str, fates: Sequence[Fate]) -> list[Visit]:
        """Return the incoming visits of a course, by day."""
        return [
            Visit(*row)
            for row in self._sql.rows(
                "SELECT id, day, visit, planned FROM staged"
                f" WHERE course = ? AND fate IN ({_marks(fates)}) ORDER BY day, line",
                (course, *fates),
            )
        ]


def slot_parts(slot: str) -> list[str]:
    """Return a slot's day, foot and moment."""
    return slot.split(" ")


def _slot(entry: Entry) -> str | None:
    """Return the slot of a once-a-day score."""
    if isinstance(entry.fact, Pain) and entry.fact.moment in ONCE_A_DAY:
        return f"{entry.day.isoformat()} {entry.fact.foot} {entry.fact.moment}"
    return None


def _visit(entry: Entry) -> tuple[str | None, int | None, int | None]:
    care = entry.fact
    return (care.course, care.visit, care.course_visits) if isinstance(care, Care) else (None, None, None)


def _marks(values: Sequence[object] | Mapping[object, object]) -> str:
    return ", ".join("?" * len(values))
