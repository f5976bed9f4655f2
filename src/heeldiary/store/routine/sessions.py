"""A routine session, saved step by step while it runs, as one undo step."""

from collections.abc import Container, Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import NamedTuple

from heeldiary.domain.days import is_late, short_day
from heeldiary.domain.entries import Entry, Fact, Note
from heeldiary.store.action import UndoStep, move_to_last
from heeldiary.store.diary import Diary
from heeldiary.store.replacing import CORRECTION
from heeldiary.store.spelling import Spelling

OFFERED = timedelta(hours=2)
"""How long an interrupted session can be continued; after that it stays a part session."""


class OpenSession(NamedTuple):
    """An interrupted session."""

    state: str
    """Its state, as given to `save_session`."""
    step: int
    """The number of its undo step."""
    kept_at: datetime
    """When it was last saved (aware)."""


class NoteChange(NamedTuple):
    """What becomes of a note of a session's."""

    id: str
    before: str
    """Its text as the session wrote it last; empty for one that is not there yet."""
    text: str
    """Its text from now on; empty to take it out."""


def save_session(
    diary: Diary,
    day: date,
    facts: Mapping[str, Fact],
    saved_ids: Container[str],
    step: int | None,
    state: str | None = None,
    renumber: bool = False,
    notes: Iterable[NoteChange] = (),
) -> int | None:
    """Save a session so far; return the number of its undo step.

    `facts`, massages or guided care, are by entry id, one a foot; `saved_ids` are the ids that were kept before, and
    `step` is the number that the last call returned. What the person did meanwhile stays its own undo step, and the
    session is undone before it. None means that the session was taken back, here or in another program: nothing is
    kept then. `state` is what it takes to go on with it; None when it is over. `renumber` gives the undo step another
    number: whoever took the session up has it from now on, and a window that still shows it keeps no more of it.
    `notes` are written with it.
    """
    with diary.sql.transaction():  # one transaction: otherwise a crash in between would make the session look undone
        last = None
        if step is not None:
            if diary.sql.row("SELECT 1 FROM action WHERE number = ?", (step,)) is None:
                return None
            if facts and all(entry_id in saved_ids and diary.get(entry_id) is None for entry_id in facts):
                return None  # all of it was deleted
            last = move_to_last(diary.sql, step, renumber)
        action = UndoStep(diary.sql, diary.now_utc(), f"the session of {short_day(day)}", last)
        for entry_id, fact in facts.items():
            _keep(diary, action, day, entry_id, fact, new=entry_id not in saved_ids)
        for note in notes:
            _keep_note(diary, action, day, note)
        action.close()
        # If a later step changed the same rows and nothing is new, the step keeps its place.
        step = action.number or step
        diary.sql.run("DELETE FROM open_session")
        if state is not None and step is not None:
            values = (step, state, diary.now_utc())
            diary.sql.run("INSERT INTO open_session (one, step, state, kept_at) VALUES (1, ?, ?, ?)", values)
    return step


def open_session(diary: Diary) -> OpenSession | None:
    """Return the session interrupted in the last two hours, if any."""
    row = diary.sql.row("SELECT state, step, kept_at FROM open_session")
    if row is None:
        return None
    session = OpenSession(row[0], row[1], datetime.fromisoformat(row[2]))
    return session if -CORRECTION <= diary.now() - session.kept_at <= OFFERED else None


def close_open_session(diary: Diary) -> None:
    """Leave the interrupted session as a part session."""
    with diary.sql.transaction():
        diary.sql.run("DELETE FROM open_session")


def _keep(diary: Diary, action: UndoStep, day: date, entry_id: str, fact: Fact, new: bool) -> None:
    """Save one foot's entry. An entry deleted meanwhile stays deleted."""
    saved = diary.get(entry_id)
    if saved is not None:
        action.put(saved._replace(fact=fact))
    elif new:
        action.put(_entry(diary, day, entry_id, fact, ""))


def _keep_note(diary: Diary, action: UndoStep, day: date, note: NoteChange) -> None:
    """Write a note, or take it out. What the person has changed or deleted meanwhile stays as the person left it."""
    saved = diary.get(note.id)
    if saved is None:
        if not note.before:
            action.put(_entry(diary, day, note.id, Note(), note.text))
    elif saved.note == note.before:
        if note.text:
            action.put(saved._replace(note=note.text))
        else:
            action.remove(saved)


def _entry(diary: Diary, day: date, entry_id: str, fact: Fact, note: str) -> Entry:
    at = diary.now()
    late = is_late(at, diary.day_began(day, diary.settings()))
    entry = Entry(entry_id, day, at, diary.clock.zone(), late, "routine", (), note, fact)
    return Spelling(diary.sql).entry(entry)
