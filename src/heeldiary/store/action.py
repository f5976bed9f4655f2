"""Writing: an action changes rows in one transaction and remembers how to take it back."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import Literal, NamedTuple

from heeldiary.domain.entries import Entry
from heeldiary.errors import Refused
from heeldiary.store import rows, writing
from heeldiary.store.sql import Sql

KeptTable = Literal["routine", "plan", "pause", "factor", "experiment", "dismissal"]
"""A table of what the person has made besides entries and settings."""

KeptRow = dict[str, str | int | None]
"""A row of such a table, without its key and its stamps."""

KEPT: Mapping[KeptTable, tuple[str, ...]] = {
    "routine": ("name", "toml"),
    "plan": ("routine", "days", "times", "since"),
    "pause": ("first_day", "last_day", "reason"),
    "factor": ("name", "position", "declared_on", "dropped_on"),
    "experiment": (
        "id", "question", "heads", "tails", "foot", "unit", "outcome", "worth", "factor", "first_day", "seed", "draw",
        "done", "stopped_on",
    ),
    "dismissal": ("sign", "dismissed_on"),
}  # fmt: skip
"""Their columns, the key first, without the stamps."""

_CHUNK = 2_000
"""So many new entries are written at a time."""


class UndoStep:
    """One thing that the person does, inside a transaction; `Diary.action` makes it, or a session that is kept."""

    def __init__(self, sql: Sql, now_utc: str, what: str, number: int | None) -> None:
        """`number` is that of an earlier action with which this one is one undo step."""
        self.what = what
        """Said back when it is undone."""
        self.touched: list[Entry] = []
        """The entries changed, as they are now; deleted ones as they were."""
        self.number = number
        """Its place in the undo journal; None as long as it has changed nothing."""
        self._sql = sql
        self._now_utc = now_utc
        self._journalled = (
            set(sql.rows("SELECT thing, key FROM change WHERE action = ?", (number,))) if number else set()
        )
        self._position = len(self._journalled)

    def put(self, entry: Entry) -> None:
        """Keep an entry: a new one, or a changed one in place of the one with its id."""
        before = read_one(self._sql, entry.id)
        if before == entry:
            return
        created_at = self._journal_entry(entry.id, before)
        if before:
            writing.delete(self._sql, entry.id)
        writing.insert(self._sql, entry, created_at or self._now_utc, self._now_utc)
        self._sql.run("DELETE FROM tombstone WHERE id = ?", (entry.id,))
        self.touched.append(entry)

    def remove(self, entry: Entry) -> None:
        """Delete an entry."""
        self._journal_entry(entry.id, entry)
        writing.delete(self._sql, entry.id)
        bury(self._sql, entry.id, self._now_utc)
        self.touched.append(entry)

    def put_new(self, entries: Iterable[Entry]) -> None:
        """Keep many entries whose ids are not there yet; they are not listed in `touched`."""
        from heeldiary.store.writing import rows_of_entry

        rest = iter(entries)
        while chunk := list(islice(rest, _CHUNK)):
            rows = [row for entry in chunk for row in rows_of_entry(entry, self._now_utc, self._now_utc)]
            self.put_new_rows([entry.id for entry in chunk], rows)

    def put_new_rows(self, ids: Sequence[str], rows: Iterable[tuple[str, writing.Row]]) -> None:
        """Keep entries given as their rows, as an import does; none of `ids` is there, or this action removed it."""
        from heeldiary.store.imports.bulk import insert_rows  # brings sqlite-utils, which only an import needs

        number = self._begun()
        new = [entry_id for entry_id in ids if ("entry", entry_id) not in self._journalled]
        self._sql.many(
            "INSERT INTO change (action, position, thing, key) VALUES (?, ?, 'entry', ?)",
            ((number, position, entry_id) for position, entry_id in enumerate(new, self._position + 1)),
        )
        self._position += len(new)
        insert_rows(self._sql, rows)
        self._sql.many("DELETE FROM tombstone WHERE id = ?", ((entry_id,) for entry_id in ids))

    def set(self, name: str, value: str | None) -> None:
        """Set a setting to what was typed; None takes it back to its default."""
        row = self._sql.row("SELECT value, created_at FROM setting WHERE name = ?", (name,))
        before, created_at = row or (None, None)
        if before == value:
            return
        self._journal("setting", name, before, created_at)
        write_setting(self._sql, name, value, created_at or self._now_utc, self._now_utc)

    def answer(self, answers_id: str, answers: Mapping[str, str]) -> None:
        """Keep answers to "ask first": their row in `ask_first` without its stamps."""
        self._journal("ask_first", answers_id, None, None)
        stamps = {"created_at": self._now_utc, "changed_at": self._now_utc}
        writing.insert_row(self._sql, "ask_first", {"id": answers_id, **answers, **stamps})

    def keep(self, table: KeptTable, key: str, row: Mapping[str, str | int | None] | None) -> None:
        """Keep a row of a table of its own, in place of the one with its key; None takes that out.

        `row` has neither its key nor its stamps.
        """
        import json

        before = saved_row(self._sql, table, key)
        if (before and before[0]) == row:
            return
        there, created_at = before or (None, None)
        self._journal(table, key, None if there is None else json.dumps(there), created_at)
        restore_row(self._sql, table, key, row, created_at or self._now_utc, self._now_utc)

    def close(self) -> None:
        """Write down what the action turned out to be."""
        if self.number is not None:
            self._sql.run("UPDATE action SET what = ? WHERE number = ?", (self.what, self.number))

    def _journal_entry(self, entry_id: str, before: Entry | None) -> str | None:
        """Journal an entry as it is; returns its creation, if it is there."""
        if before is None:
            self._journal("entry", entry_id, None, None)
            return None
        import json  # what is new has nothing before it, and is logged more quickly without

        from heeldiary.domain.entry_to_json import entry_to_json

        created_at: str = self._sql.value("SELECT created_at FROM entry WHERE id = ?", (entry_id,))
        self._journal("entry", entry_id, json.dumps(entry_to_json(before)), created_at)
        return created_at

    def _journal(self, thing: str, key: str, before: str | None, created_at: str | None) -> None:
        """Remember a row as it was before this action first touched it."""
        if (thing, key) in self._journalled:
            return
        self._journalled.add((thing, key))
        self._position += 1
        self._sql.insert(
            "INSERT INTO change (action, position, thing, key, before, created_at) VALUES (?, ?, ?, ?, ?, ?)",
            (self._begun(), self._position, thing, key, before, created_at),
        )

    def _begun(self) -> int:
        """The action's number; it has one from its first change on."""
        if self.number is None:
            self._sql.insert("INSERT INTO action (at, what) VALUES (?, ?)", (self._now_utc, self.what))
            self.number = self._sql.value("SELECT last_insert_rowid()")
        assert self.number is not None
        return self.number


def last_step(sql: Sql) -> int | None:
    """The number of the action that is undone next."""
    number: int | None = sql.value("SELECT max(number) FROM action")
    return number


def raise_if_last(sql: Sql, number: int, anew: bool = False) -> int | None:
    """Make an earlier action the one that is undone next; returns its new number, with `anew` another in any case.

    None if it is gone, or if a later one has changed the same rows: then their order must stay.
    """
    if sql.row("SELECT 1 FROM action WHERE number = ?", (number,)) is None:
        return None
    if number == last_step(sql) and not anew:
        return number
    if sql.row(
        "SELECT 1 FROM change AS mine JOIN change AS later USING (thing, key)"
        " WHERE mine.action = ?1 AND later.action > ?1",
        (number,),
    ):
        return None
    sql.run("INSERT INTO action (at, what) SELECT at, what FROM action WHERE number = ?", (number,))
    raised: int = sql.value("SELECT last_insert_rowid()")
    sql.run("UPDATE change SET action = ? WHERE action = ?", (raised, number))
    sql.run("DELETE FROM action WHERE number = ?", (number,))
    return raised


class Undone(NamedTuple):
    """What an undo took back."""

    what: str
    entries: list[Entry]
    """Those touched, as they are now; those gone as they were."""


def read_one(sql: Sql, entry_id: str) -> Entry | None:
    """The entry with that id, if it is there."""
    kind = sql.value("SELECT type FROM entry WHERE id = ?", (entry_id,))
    if kind is None:
        return None
    found = rows.read_entries(sql, "entry.id = ?", (entry_id,), (kind,))
    if not found:
        raise Refused(
            "the entry has lost the rows of its type, and nothing was changed",
            "`heeldiary list` names it; delete it with the program that did that",
        )
    return found[0]


def bury(sql: Sql, entry_id: str, now_utc: str) -> None:
    """Put up the tombstone of an entry that is gone."""
    sql.run("INSERT OR REPLACE INTO tombstone (id, deleted_at) VALUES (?, ?)", (entry_id, now_utc))


def saved_row(sql: Sql, table: KeptTable, key: str) -> tuple[KeptRow, str] | None:
    """A row of a table of its own without key and stamps, and its creation; None if it is not there."""
    columns = KEPT[table]
    row = sql.row(f"SELECT {', '.join(columns[1:])}, created_at FROM {table} WHERE {columns[0]} = ?", (key,))
    return (dict(zip(columns[1:], row, strict=False)), row[-1]) if row else None


def restore_row(
    sql: Sql, table: KeptTable, key: str, row: Mapping[str, str | int | None] | None, created_at: str, changed_at: str
) -> None:
    """Write a row of a table of its own in place of the one there; None leaves none."""
    name = KEPT[table][0]
    sql.run(f"DELETE FROM {table} WHERE {name} = ?", (key,))
    if row is not None:
        writing.insert_row(sql, table, {name: key, **row, "created_at": created_at, "changed_at": changed_at})


def write_setting(sql: Sql, name: str, value: str | None, created_at: str, changed_at: str) -> None:
    """Write a setting in place of the one there; None leaves none."""
    sql.run("DELETE FROM setting WHERE name = ?", (name,))
    if value is not None:
        row = {"name": name, "value": value, "created_at": created_at, "changed_at": changed_at}
        writing.insert_row(sql, "setting", row)
