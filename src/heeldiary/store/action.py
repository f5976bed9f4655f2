"""Writing: an undo step changes rows in one transaction and records how to undo them."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import Literal

from heeldiary.domain.entries import Entry
from heeldiary.errors import Refused
from heeldiary.store import rows, writing
from heeldiary.store.sql import Sql

KeptTable = Literal["routine", "plan", "pause", "factor", "experiment", "dismissal"]
"""A table of the person's data other than entries and settings."""

KeptRow = dict[str, str | int | None]
"""A row of such a table, without its key and timestamps."""

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
"""The columns of each table, the key first, without timestamps."""

_COLUMNS: dict[str, tuple[str, ...]] = {"ask_first": ("id", "day", "at", "answers", "outcome")}
_COLUMNS.update(KEPT.items())

_CHUNK = 2_000
"""The number of new entries written at a time."""


class UndoStep:
    """One action of the person, within one transaction; created by `Diary.action`, or when a session is saved."""

    def __init__(self, sql: Sql, now_utc: str, what: str, number: int | None) -> None:
        """`number` is the number of the earlier undo step that this one continues, if any."""
        self.what = what
        """The description shown when it is undone."""
        self.touched: list[Entry] = []
        """The entries changed, as they are now; the deleted ones, as they were."""
        self.number = number
        """Its number in the undo journal; None until it changes something."""
        self._sql = sql
        self._now_utc = now_utc
        self._journalled = (
            set(sql.rows("SELECT thing, key FROM change WHERE action = ?", (number,))) if number else set()
        )
        self._position = len(self._journalled)
        self._has_changed = False

    def put(self, entry: Entry) -> None:
        """Save a new entry, or a changed one in place of the one with its id."""
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
        """Save many entries with new ids; they are not listed in `touched`."""
        from heeldiary.store.writing import rows_of_entry

        rest = iter(entries)
        while chunk := list(islice(rest, _CHUNK)):
            rows = [row for entry in chunk for row in rows_of_entry(entry, self._now_utc, self._now_utc)]
            self.put_new_rows([entry.id for entry in chunk], rows)

    def put_new_rows(self, ids: Sequence[str], rows: Iterable[tuple[str, writing.Row]]) -> None:
        """Save entries given as rows, as an import does; each id is new, or belonged to an entry this step deleted."""
        from heeldiary.store.imports.bulk import insert_rows  # imports sqlite-utils, which only an import needs

        self._forget_undone()
        number = self._begin()
        new = [entry_id for entry_id in ids if ("entry", entry_id) not in self._journalled]
        self._sql.many(
            "INSERT INTO change (action, position, thing, key) VALUES (?, ?, 'entry', ?)",
            ((number, position, entry_id) for position, entry_id in enumerate(new, self._position + 1)),
        )
        self._position += len(new)
        insert_rows(self._sql, rows)
        self._sql.many("DELETE FROM tombstone WHERE id = ?", ((entry_id,) for entry_id in ids))

    def set(self, name: str, value: str | None) -> None:
        """Set a setting to the text typed; None restores the default."""
        row = self._sql.row("SELECT value, created_at FROM setting WHERE name = ?", (name,))
        before, created_at = row or (None, None)
        if before == value:
            return
        self._journal("setting", name, before, created_at)
        write_setting(self._sql, name, value, created_at or self._now_utc, self._now_utc)

    def answer(self, answers_id: str, answers: Mapping[str, str]) -> None:
        """Save answers to the safety questions; `answers` is their row in `ask_first` without key and timestamps."""
        self._journal("ask_first", answers_id, None, None)
        restore_row(self._sql, "ask_first", answers_id, answers, self._now_utc, self._now_utc)

    def keep(self, table: KeptTable, key: str, row: Mapping[str, str | int | None] | None) -> None:
        """Save a row in place of the one with its key; None deletes that one.

        `row` holds neither the key nor timestamps.
        """
        import json

        before = saved_row(self._sql, table, key)
        if (before and before[0]) == row:
            return
        saved, created_at = before or (None, None)
        self._journal(table, key, None if saved is None else json.dumps(saved), created_at)
        restore_row(self._sql, table, key, row, created_at or self._now_utc, self._now_utc)

    def close(self) -> None:
        """Save the step's description, which may have been set after its first change."""
        if self.number is not None:
            self._sql.run("UPDATE action SET what = ? WHERE number = ?", (self.what, self.number))

    def _journal_entry(self, entry_id: str, before: Entry | None) -> str | None:
        """Journal an entry as it was; return when it was created, or None if it is new."""
        if before is None:
            self._journal("entry", entry_id, None, None)
            return None
        import json  # not needed for a new entry, and logging is faster without it

        from heeldiary.domain.entry_to_json import entry_to_json

        created_at: str = self._sql.value("SELECT created_at FROM entry WHERE id = ?", (entry_id,))
        self._journal("entry", entry_id, json.dumps(entry_to_json(before)), created_at)
        return created_at

    def _journal(self, thing: str, key: str, before: str | None, created_at: str | None) -> None:
        """Journal a row as it was before this step first changed it."""
        self._forget_undone()
        if (thing, key) in self._journalled:
            return
        self._journalled.add((thing, key))
        self._position += 1
        self._sql.insert(
            "INSERT INTO change (action, position, thing, key, before, created_at) VALUES (?, ?, ?, ?, ?, ?)",
            (self._begin(), self._position, thing, key, before, created_at),
        )

    def _forget_undone(self) -> None:
        """Empty the redo journal at the step's first change."""
        if not self._has_changed:
            self._has_changed = True
            self._sql.run("DELETE FROM undone")

    def _begin(self) -> int:
        """Add the step to the undo journal if it is not there yet; return its number."""
        if self.number is None:
            self._sql.insert("INSERT INTO action (at, what) VALUES (?, ?)", (self._now_utc, self.what))
            self.number = self._sql.value("SELECT last_insert_rowid()")
        assert self.number is not None
        return self.number


def last_step(sql: Sql) -> int | None:
    """Return the number of the step that would be undone next, if there is one."""
    number: int | None = sql.value("SELECT max(number) FROM action")
    return number


def move_to_last(sql: Sql, number: int, renumber: bool = False) -> int | None:
    """Make an earlier step the next one to be undone; return its number, which is always a new one with `renumber`.

    Return None if the step is gone, or if a later step changed the same rows and the order must not change.
    """
    if sql.row("SELECT 1 FROM action WHERE number = ?", (number,)) is None:
        return None
    if number == last_step(sql) and not renumber:
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


def read_one(sql: Sql, entry_id: str) -> Entry | None:
    """Return the entry with an id, if it exists."""
    kind = sql.value("SELECT type FROM entry WHERE id = ?", (entry_id,))
    if kind is None:
        return None
    entries = rows.read_entries(sql, "entry.id = ?", (entry_id,), (kind,))
    if not entries:
        raise Refused(
            "an entry in the file is incomplete, so nothing was changed",
            "`heeldiary list` shows which; delete it with the program that damaged it",
        )
    return entries[0]


def bury(sql: Sql, entry_id: str, now_utc: str) -> None:
    """Write the tombstone of a deleted entry."""
    sql.run("INSERT OR REPLACE INTO tombstone (id, deleted_at) VALUES (?, ?)", (entry_id, now_utc))


def saved_row(sql: Sql, table: str, key: str) -> tuple[KeptRow, str] | None:
    """Return a row without its key and timestamps, and when it was created; None if there is no such row."""
    columns = _COLUMNS[table]
    row = sql.row(f"SELECT {', '.join(columns[1:])}, created_at FROM {table} WHERE {columns[0]} = ?", (key,))
    return (dict(zip(columns[1:], row, strict=False)), row[-1]) if row else None


def restore_row(
    sql: Sql, table: str, key: str, row: Mapping[str, str | int | None] | None, created_at: str, changed_at: str
) -> None:
    """Replace a row; None deletes it."""
    name = _COLUMNS[table][0]
    sql.run(f"DELETE FROM {table} WHERE {name} = ?", (key,))
    if row is not None:
        writing.insert_row(sql, table, {name: key, **row, "created_at": created_at, "changed_at": changed_at})


def write_setting(sql: Sql, name: str, value: str | None, created_at: str, changed_at: str) -> None:
    """Replace a setting; None deletes it."""
    sql.run("DELETE FROM setting WHERE name = ?", (name,))
    if value is not None:
        row = {"name": name, "value": value, "created_at": created_at, "changed_at": changed_at}
        writing.insert_row(sql, "setting", row)
