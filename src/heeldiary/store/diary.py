"""An open diary: its entries, settings and undo steps."""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from heeldiary.clock import Clock
from heeldiary.domain.days import Span, diary_day
from heeldiary.domain.entries import Entry, format_at, to_milliseconds
from heeldiary.domain.scales import FEET, Foot, Moment
from heeldiary.domain.settings import Settings
from heeldiary.errors import BadInput, BadWord, Busy, Refused
from heeldiary.store import rows
from heeldiary.store.action import UndoStep, last_step
from heeldiary.store.sql import Sql

if TYPE_CHECKING:
    from heeldiary.domain.restored import Restored
    from heeldiary.store.file.salvage import Unreadable

Random = Callable[[int], bytes]
"""A function that returns as many random bytes as it is asked for."""

SHORTEST_START = 4
"""The fewest characters from the start of an id that can select an entry."""

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_SIGNS = "0123456789" + _LETTERS
_ID_LENGTH = 16


class Diary:
    """An open diary. Every read queries the file; every change is an undo step."""

    def __init__(self, sql: Sql, clock: Clock, random: Random = os.urandom) -> None:
        self.clock = clock
        self.sql = sql
        """The connection, for this package only."""
        self._random = random

    def settings(self) -> Settings:
        """Return the current settings."""
        return Settings(dict(self.sql.rows("SELECT name, value FROM setting ORDER BY name")))

    def today(self, settings: Settings | None = None) -> date:
        """Return the current diary day."""
        return diary_day(self.clock.now().replace(tzinfo=None), (settings or self.settings()).day_start)

    def day_began(self, day: date, settings: Settings) -> datetime:
        """Return when a diary day began (aware)."""
        return self.clock.instant(datetime.combine(day, settings.day_start))

    def now(self) -> datetime:
        """Return the current time with the diary's precision."""
        return to_milliseconds(self.clock.now())

    def entries(self, span: Span | None = None, types: Iterable[str] = rows.COLUMNS) -> list[Entry]:
        """Return the entries of a span (all by default), ordered by day and then by the time they were written."""
        if span is None:
            return rows.read_entries(self.sql, "1", types=types)
        days = (span.first.isoformat(), span.last.isoformat())
        return rows.read_entries(self.sql, "entry.day BETWEEN ? AND ?", days, types)

    def readable(
        self, span: Span, unreadable: "list[Unreadable]", types: Iterable[str] = rows.COLUMNS
    ) -> Iterator[Entry]:
        """Yield the readable entries of a span, a year at a time, and add the unreadable ones to `unreadable`."""
        from heeldiary.store.file.salvage import read_all_readable  # not needed for logging

        return read_all_readable(self.sql, span, types, unreadable)

    def on(self, day: date, unreadable: "list[Unreadable] | None" = None) -> list[Entry]:
        """Return the entries of a day; if `unreadable` is given, add unreadable ones to it instead of raising."""
        return self.within(Span(day, day), unreadable)

    def within(self, span: Span, unreadable: "list[Unreadable] | None") -> list[Entry]:
        """Return a short span's entries; if `unreadable` is given, add unreadable ones to it instead of raising."""
        try:
            return self.entries(span)
        except Busy:
            raise
        except Refused:
            if unreadable is None:
                raise
            return list(self.readable(span, unreadable))

    def first_day(self) -> date | None:
        """Return the day of the earliest entry; None if there is none."""
        day = self.sql.value("SELECT min(day) FROM entry")
        return day and date.fromisoformat(day)

    def find(self, start: str) -> Entry:
        """Return the one entry whose id is `start` or begins with it; raises BadInput if there is none, or several."""
        if len(start) < SHORTEST_START:
            least = "give at least the first 4 characters of an id"
            raise BadWord(least, "`heeldiary list` shows the ids", start, f"{least}: {{}} is too short")
        plain, typed = start.isascii() and start.isalnum(), start.lower()
        entries = (
            rows.read_entries(self.sql, "entry.id >= ? AND entry.id < ?", (typed, typed + "\x7f")) if plain else []
        )
        entries = [entry for entry in entries if entry.id == typed] or entries
        if not entries:
            raise BadWord("no entry has that id", "`heeldiary list` shows the ids", start, "no entry has the id {}")
        if len(entries) > 1:
            raise BadInput(f"{len(entries)} entries have ids that start like that", "give more characters")
        return entries[0]

    def get(self, entry_id: str) -> Entry | None:
        """Return the entry with an id, if it exists."""
        entries = rows.read_entries(self.sql, "entry.id = ?", (entry_id,))
        return entries[0] if entries else None

    def score(self, day: date, foot: Foot, moment: Moment) -> Entry | None:
        """Return the latest entry with a score for a foot at a moment of a day, if there is one."""
        entries = rows.read_entries(
            self.sql,
            "entry.id IN (SELECT id FROM pain WHERE day = ? AND foot = ? AND moment = ?)",
            (day.isoformat(), foot, moment),
            ("pain",),
        )
        return entries[-1] if entries else None

    def first_steps(self, span: Span) -> dict[Foot, dict[date, int]]:
        """Return the first-step scores of a span by foot and day, oldest first."""
        scores: dict[Foot, dict[date, int]] = {foot: {} for foot in FEET}
        for day, foot, score in self.sql.rows(
            "SELECT day, foot, score FROM pain WHERE day BETWEEN ? AND ? AND moment = 'first-step' ORDER BY day",
            (span.first.isoformat(), span.last.isoformat()),
        ):
            scores[foot][date.fromisoformat(day)] = score
        return scores

    def has_plans(self) -> bool:
        """Return whether any routine has a plan."""
        return self.sql.row("SELECT 1 FROM plan LIMIT 1") is not None

    def has_experiments(self) -> bool:
        """Return whether there is any experiment."""
        return self.sql.row("SELECT 1 FROM experiment LIMIT 1") is not None

    def version(self) -> int:
        """Return a number that changes when another program writes to the file."""
        self.sql.refuse_foreign_side_files()
        number: int = self.sql.value("PRAGMA data_version")
        return number

    def stamp(self) -> tuple[int, int]:
        """Return a value that changes with every write by any program."""
        return self.version(), self.sql.connection.total_changes

    def random_bytes(self, number: int) -> bytes:
        """Return `number` random bytes from the diary's source of randomness."""
        return self._random(number)

    def new_id(self, wanted: str | None = None) -> str:
        """Return a random id of 82 bits: a letter, then letters and digits; or `wanted`, if it is unused."""
        if wanted and self.get(wanted) is None:
            return wanted
        number, first = divmod(int.from_bytes(self._random(16), "big"), len(_LETTERS))
        signs = [_LETTERS[first]]
        for _ in range(_ID_LENGTH - 1):
            number, sign = divmod(number, len(_SIGNS))
            signs.append(_SIGNS[sign])
        return "".join(signs)

    @contextmanager
    def action(self, what: str, continues: int | None = None) -> Iterator[UndoStep]:
        """Open an undo step: its changes are saved together or not at all, and undone together.

        `continues` is the number of an earlier step to extend, if that is still the last one.
        """
        with self.sql.transaction():
            number = continues if continues and continues == last_step(self.sql) else None
            action = UndoStep(self.sql, self.now_utc(), what, number)
            yield action
            action.close()

    def undoable(self) -> int:
        """Return how many steps can be undone."""
        return int(self.sql.value("SELECT count(*) FROM action"))

    def redoable(self) -> int:
        """Return how many undone steps can be redone."""
        return int(self.sql.value("SELECT count(*) FROM undone"))

    def undo(self) -> "Restored":
        """Undo the last step; raises Refused if there is none."""
        from heeldiary.store.undoing import undo_last  # imports JSON, which logging does not need

        with self.sql.transaction():
            restored = undo_last(self.sql, self.now_utc())
        if restored is None:
            raise Refused("there is nothing to undo", "nothing has changed yet, or everything is undone already")
        return restored

    def redo(self) -> "Restored":
        """Redo what was undone last; raises Refused if there is nothing to redo."""
        from heeldiary.store.undoing import redo_last

        with self.sql.transaction():
            restored = redo_last(self.sql, self.now_utc())
        if restored is None:
            raise Refused("there is nothing to redo", "you can redo what you just undid, until you change something")
        return restored

    def snapshot(self) -> AbstractContextManager[None]:
        """Return a context in which all reads see the same snapshot of the file."""
        return self.sql.snapshot()

    def close(self) -> None:
        """Close the file."""
        self.sql.close()

    def __enter__(self) -> "Diary":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def now_utc(self) -> str:
        """Return the current time in UTC, in the format of the file's timestamps."""
        return format_at(self.now().astimezone(UTC)).replace("+00:00", "Z")
