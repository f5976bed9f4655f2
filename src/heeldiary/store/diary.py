"""The diary as the rest of the program sees it: entries and settings in and out, by day."""

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
from heeldiary.errors import BadInput, Busy, Refused
from heeldiary.store import rows
from heeldiary.store.action import Undone, UndoStep, last_step
from heeldiary.store.sql import Sql

if TYPE_CHECKING:
    from heeldiary.store.file.salvage import Unreadable

Random = Callable[[int], bytes]
"""Gives so many random bytes."""

SHORTEST_START = 4
"""The fewest letters of an id that name an entry."""

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_SIGNS = "0123456789" + _LETTERS
_ID_LENGTH = 16


class Diary:
    """One open diary. Everything read comes from the file as it is now; every change is an action."""

    def __init__(self, sql: Sql, clock: Clock, random: Random = os.urandom) -> None:
        self.clock = clock
        self.sql = sql
        """For the other rooms of the store; nobody else writes SQL."""
        self._random = random

    def settings(self) -> Settings:
        """All settings as they stand."""
        return Settings(dict(self.sql.rows("SELECT name, value FROM setting ORDER BY name")))

    def today(self, settings: Settings | None = None) -> date:
        """The diary day that it is now."""
        return diary_day(self.clock.now().replace(tzinfo=None), (settings or self.settings()).day_start)

    def day_began(self, day: date, settings: Settings) -> datetime:
        """The moment at which a diary day began (aware)."""
        return self.clock.instant(datetime.combine(day, settings.day_start))

    def now(self) -> datetime:
        """The present moment as precisely as the diary keeps it."""
        return to_milliseconds(self.clock.now())

    def entries(self, span: Span | None = None, types: Iterable[str] = rows.COLUMNS) -> list[Entry]:
        """The entries of some days (of all, if none are named) by day, then by the time written."""
        if span is None:
            return rows.read_entries(self.sql, "1", types=types)
        days = (span.first.isoformat(), span.last.isoformat())
        return rows.read_entries(self.sql, "entry.day BETWEEN ? AND ?", days, types)

    def readable(
        self, span: Span, unreadable: "list[Unreadable]", types: Iterable[str] = rows.COLUMNS
    ) -> Iterator[Entry]:
        """The entries of some days, read a year at a time; what cannot be read is added to `unreadable`."""
        from heeldiary.store.file.salvage import read_all_readable  # logging does without

        return read_all_readable(self.sql, span, types, unreadable)

    def on(self, day: date, unreadable: "list[Unreadable] | None" = None) -> list[Entry]:
        """The entries of one day; with `unreadable` those that can be read, and the others are added to it."""
        return self.within(Span(day, day), unreadable)

    def within(self, span: Span, unreadable: "list[Unreadable] | None") -> list[Entry]:
        """The entries of a few days; with `unreadable` those that can be read, and the others are added to it."""
        try:
            return self.entries(span)
        except Busy:
            raise
        except Refused:
            if unreadable is None:
                raise
            return list(self.readable(span, unreadable))

    def first_day(self) -> date | None:
        """The day of the earliest entry; None while there is no entry."""
        day = self.sql.value("SELECT min(day) FROM entry")
        return day and date.fromisoformat(day)

    def find(self, start: str) -> Entry:
        """The one entry whose id begins so; raises BadInput if there is none, or more than one."""
        if len(start) < SHORTEST_START:
            raise BadInput("an id needs its first 4 letters or more", "`heeldiary list` shows them")
        plain = start.isascii() and start.isalnum()
        found = rows.read_entries(self.sql, "entry.id >= ? AND entry.id < ?", (start, start + "\x7f")) if plain else []
        found = [entry for entry in found if entry.id == start] or found
        if not found:
            raise BadInput("no entry has that id", "`heeldiary list` shows the ids")
        if len(found) > 1:
            raise BadInput(f"{len(found)} entries have ids that begin so", "give more of its letters")
        return found[0]

    def get(self, entry_id: str) -> Entry | None:
        """The entry with that id, if it is there."""
        found = rows.read_entries(self.sql, "entry.id = ?", (entry_id,))
        return found[0] if found else None

    def score(self, day: date, foot: Foot, moment: Moment) -> Entry | None:
        """The latest score of a foot at a moment of a day."""
        found = rows.read_entries(
            self.sql,
            "entry.id IN (SELECT id FROM pain WHERE day = ? AND foot = ? AND moment = ?)",
            (day.isoformat(), foot, moment),
            ("pain",),
        )
        return found[-1] if found else None

    def first_steps(self, span: Span) -> dict[Foot, dict[date, int]]:
        """First-step scores by foot and day, oldest first; a foot without any has none."""
        scores: dict[Foot, dict[date, int]] = {foot: {} for foot in FEET}
        for day, foot, score in self.sql.rows(
            "SELECT day, foot, score FROM pain WHERE day BETWEEN ? AND ? AND moment = 'first-step' ORDER BY day",
            (span.first.isoformat(), span.last.isoformat()),
        ):
            scores[foot][date.fromisoformat(day)] = score
        return scores

    def has_plans(self) -> bool:
        """Whether any routine is planned."""
        return self.sql.row("SELECT 1 FROM plan LIMIT 1") is not None

    def has_experiments(self) -> bool:
        """Whether any experiment was begun."""
        return self.sql.row("SELECT 1 FROM experiment LIMIT 1") is not None

    def version(self) -> int:
        """A number that changes when another program has written."""
        self.sql.refuse_foreign_side_files()
        number: int = self.sql.value("PRAGMA data_version")
        return number

    def stamp(self) -> tuple[int, int]:
        """What changes whenever the diary does, whoever writes: quick to compare with what it was before."""
        return self.version(), self.sql.connection.total_changes

    def random_bytes(self, number: int) -> bytes:
        """So many random bytes, from the source that the diary was opened with."""
        return self._random(number)

    def new_id(self, wanted: str | None = None) -> str:
        """A random id of 82 bits: a letter, then letters and digits; or the `wanted` one, if no entry has it."""
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
        """One change of the diary: all of it is kept and can be undone in one step, or none of it happens.

        `continues` is the number of an earlier action that this one is one step with, as long as that is still the
        last; otherwise it stands alone.
        """
        with self.sql.transaction():
            number = continues if continues and continues == last_step(self.sql) else None
            action = UndoStep(self.sql, self.now_utc(), what, number)
            yield action
            action.close()

    def undo(self) -> Undone:
        """Take back the last action; raises Refused if there is none left."""
        from heeldiary.store.undoing import undo_last  # reads JSON, which logging can do without

        with self.sql.transaction():
            undone = undo_last(self.sql, self.now_utc())
        if undone is None:
            raise Refused("there is nothing to undo", "every change so far has been taken back")
        return undone

    def snapshot(self) -> AbstractContextManager[None]:
        """What is read inside is of one moment, whatever others write meanwhile."""
        return self.sql.snapshot()

    def close(self) -> None:
        """Let go of the file."""
        self.sql.close()

    def __enter__(self) -> "Diary":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def now_utc(self) -> str:
        """The present moment as the file's own stamps have it."""
        return format_at(self.now().astimezone(UTC)).replace("+00:00", "Z")
