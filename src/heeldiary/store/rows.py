"""Reading entries of each type from their rows."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time
from typing import Any

from heeldiary.domain.entries import (
    Activity,
    Care,
    Entry,
    Fact,
    Guided,
    GuidedStep,
    Massage,
    MassageStep,
    Note,
    Pain,
    Sitting,
    Sore,
    in_order,
)
from heeldiary.store.problems import damaged
from heeldiary.store.sql import Row, Sql

_SHARED = ("id", "day", "time", "at", "zone", "late", "source", "note")

COLUMNS: dict[str, tuple[str, ...]] = {
    "pain": ("foot", "moment", "score"),
    "activity": ("kind", "minutes", "steps", "surface"),
    "sitting": ("minutes", "longest_minutes"),
    "massage": ("foot", "routine", "score_before", "score_after", "finished", "started_at", "ended_at"),
    "care": ("kind", "minutes", "course", "visit", "course_visits", "until"),
    "sore": ("foot",),
    "note": (),
}
"""The columns of each type's own table; a note has none."""


SESSION = ("foot", "routine", "score_before", "score_after", "finished", "started_at", "ended_at")
"""The columns of a guided session logged as care."""


def _select(kind: str) -> str:
    columns = ", ".join((*(f"entry.{name}" for name in _SHARED), *(f"own.{name}" for name in COLUMNS[kind])))
    own = f"JOIN {kind} AS own ON own.id = entry.id" if COLUMNS[kind] else ""
    return f"SELECT {columns} FROM entry {own} WHERE entry.type = '{kind}' AND "


_SELECTS = {kind: _select(kind) for kind in COLUMNS}


def read_entries(sql: Sql, where: str, values: Sequence[Any] = (), types: Iterable[str] = COLUMNS) -> list[Entry]:
    """Return the entries that match a condition on the table `entry`, in the diary's order.

    Raises Refused if rows do not make a valid entry: the file is damaged.
    """
    try:
        with sql.snapshot():
            return sorted(_read(sql, where, values, types), key=in_order)
    except (ValueError, TypeError) as error:
        raise damaged() from error


def _read(sql: Sql, where: str, values: Sequence[Any], types: Iterable[str]) -> Iterator[Entry]:
    where = f"({where})"  # it may hold an OR
    tags: dict[str, list[str]] = defaultdict(list)
    for entry_id, tag in sql.rows(
        f"SELECT entry_id, tag FROM tag JOIN entry ON entry.id = entry_id WHERE {where} ORDER BY position", values
    ):
        tags[entry_id].append(tag)
    for kind in types:
        steps = _steps(sql, where, values) if kind == "massage" else {}
        sessions = _sessions(sql, where, values) if kind == "care" else {}
        sore = _sore(sql, where, values) if kind in ("massage", "sore") else {}
        for row in sql.rows(_SELECTS[kind] + where, values):
            yield _entry(kind, row, tags, steps, sessions, sore)


def _steps(sql: Sql, where: str, values: Sequence[Any]) -> dict[str, list[MassageStep]]:
    steps: dict[str, list[MassageStep]] = defaultdict(list)
    for massage_id, *step in sql.rows(
        "SELECT massage_id, point, seconds, pressure, feeling, score FROM massage_step"
        f" JOIN entry ON entry.id = massage_id WHERE {where} ORDER BY position",
        values,
    ):
        steps[massage_id].append(MassageStep(*step))
    return steps


def _sessions(sql: Sql, where: str, values: Sequence[Any]) -> dict[str, Guided]:
    """Return the guided sessions of care entries."""
    steps: dict[str, list[GuidedStep]] = defaultdict(list)
    for care_id, *step in sql.rows(
        "SELECT care_id, point, seconds, repetitions, feeling FROM care_step"
        f" JOIN entry ON entry.id = care_id WHERE {where} ORDER BY position",
        values,
    ):
        steps[care_id].append(GuidedStep(*step))
    sore = _sore(sql, where, values) if steps else {}
    sessions = {}
    for care_id, foot, routine, before, after, finished, started_at, ended_at in sql.rows(
        f"SELECT care_id, {', '.join(SESSION)} FROM care_session JOIN entry ON entry.id = care_id WHERE {where}", values
    ):
        done = tuple(steps[care_id])
        began, ended = _moment(started_at), _moment(ended_at)
        spots = tuple(sore.get(care_id, ()))
        sessions[care_id] = Guided(foot, routine, done, before, after, bool(finished), began, ended, spots)
    return sessions


def _sore(sql: Sql, where: str, values: Sequence[Any]) -> dict[str, list[str]]:
    spots: dict[str, list[str]] = defaultdict(list)
    for entry_id, spot in sql.rows(
        f"SELECT entry_id, spot FROM sore_spot JOIN entry ON entry.id = entry_id WHERE {where} ORDER BY position",
        values,
    ):
        spots[entry_id].append(spot)
    return spots


def _entry(
    kind: str,
    row: Row,
    tags: dict[str, list[str]],
    steps: dict[str, list[MassageStep]],
    sessions: dict[str, Guided],
    sore: dict[str, list[str]],
) -> Entry:
    entry_id, day, time_of_day, at, zone, late, source, note, *own = row
    return Entry(
        entry_id,
        date.fromisoformat(day),
        datetime.fromisoformat(at),
        zone,
        bool(late),
        source,
        tuple(tags.get(entry_id, ())),
        note,
        _fact(kind, own, tuple(steps.get(entry_id, ())), sessions.get(entry_id), tuple(sore.get(entry_id, ()))),
        time.fromisoformat(time_of_day) if time_of_day else None,
    )


def _fact(
    kind: str, own: Sequence[Any], steps: tuple[MassageStep, ...], session: Guided | None, sore: tuple[str, ...]
) -> Fact:
    match kind:
        case "pain":
            return Pain(*own)
        case "activity":
            return Activity(*own)
        case "sitting":
            return Sitting(*own)
        case "massage":
            foot, routine, before, after, finished, started_at, ended_at = own
            began, ended = _moment(started_at), _moment(ended_at)
            return Massage(foot, steps, routine, before, after, bool(finished), began, ended, sore)
        case "care":
            kind_of_care, minutes, course, visit, planned, until = own
            return Care(kind_of_care, minutes, course, visit, planned, until and date.fromisoformat(until), session)
        case "sore":
            return Sore(own[0], sore)
        case _:
            return Note()


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
