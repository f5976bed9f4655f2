"""Every bound is refused by SQLite itself, so that no other tool can put in what a diary must not hold."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from typing import Any

import pytest

from heeldiary.store.rows import COLUMNS
from heeldiary.store.steps import create_schema
from tests.store.connections import in_memory

AT = "2026-11-22T07:04:05.123+01:00"
UTC = "2026-11-22T06:04:05.123Z"
DAY = "2026-11-22"

ENTRY: dict[str, Any] = {
    "id": "abcd", "type": "pain", "day": DAY, "at": AT, "zone": None, "late": 0, "source": "typed", "note": "",
    "created_at": UTC, "changed_at": UTC, "time": "18:30",
}  # fmt: skip
GOOD: dict[str, dict[str, Any]] = {
    "entry": ENTRY,
    "pain": {"id": "abcd", "day": DAY, "foot": "left", "moment": "first-step", "score": 6},
    "activity": {"id": "abcd", "day": DAY, "kind": "walking", "minutes": 45, "steps": 100, "surface": "soft"},
    "sitting": {"id": "abcd", "day": DAY, "minutes": 100, "longest_minutes": 40},
    "massage": {
        "id": "abcd", "day": DAY, "foot": "left", "routine": "daily", "score_before": 6, "score_after": 4,
        "finished": 1, "started_at": AT, "ended_at": AT,
    },
    "massage_step": {
        "massage_id": "abcd", "position": 1, "point": "ki1", "seconds": 90, "pressure": "firm", "feeling": "warm",
        "score": 3,
    },
    "care": {
        "id": "abcd", "day": DAY, "kind": "taping", "minutes": 5, "course": "spring", "visit": 1,
        "course_visits": 12, "until": DAY,
    },
    "care_session": {
        "care_id": "abcd", "foot": "left", "routine": "heel-raise", "score_before": 6, "score_after": 4,
        "finished": 1, "started_at": AT, "ended_at": AT,
    },
    "care_step": {
        "care_id": "abcd", "position": 1, "point": "heel-raise", "seconds": 96, "repetitions": 12, "feeling": "warm",
    },
    "sore": {"id": "abcd", "day": DAY, "foot": "left"},
    "dismissal": {"sign": "high-left", "dismissed_on": DAY, "created_at": UTC, "changed_at": UTC},
    "sore_spot": {"entry_id": "abcd", "position": 1, "spot": "heel-inner"},
    "tag": {"entry_id": "abcd", "position": 1, "tag": "rain"},
    "tombstone": {"id": "abcd", "deleted_at": UTC},
    "setting": {"name": "theme", "value": "dusk", "created_at": UTC, "changed_at": UTC},
    "routine": {"name": "evening", "toml": "", "created_at": UTC, "changed_at": UTC},
    "plan": {
        "routine": "clinic", "days": "daily", "times": 1, "since": DAY, "created_at": UTC, "changed_at": UTC,
    },
    "pause": {"first_day": DAY, "last_day": DAY, "reason": "", "created_at": UTC, "changed_at": UTC},
    "factor": {
        "name": "care:ice", "position": 1, "declared_on": DAY, "dropped_on": DAY, "created_at": UTC, "changed_at": UTC,
    },
    "ask_first": {
        "id": "abcd", "day": DAY, "at": AT, "answers": "{}", "outcome": "go", "created_at": UTC, "changed_at": UTC,
    },
    "experiment": {
        "id": "abcd", "question": "massage or not", "heads": "massage", "tails": "no massage", "foot": "left",
        "unit": "day", "outcome": "next-morning", "worth": 1, "factor": "massage", "first_day": DAY,
        "seed": "0123456789abcdef" * 2, "draw": "HTTH", "done": "y-n-", "stopped_on": DAY, "created_at": UTC,
        "changed_at": UTC,
    },
    "action": {"number": 1, "at": UTC, "what": "a change"},
    "change": {"action": 1, "position": 1, "thing": "entry", "key": "abcd", "before": None, "created_at": None},
    "undone": {"number": 1, "at": UTC, "what": "a change"},
    "undone_change": {"undone": 1, "position": 1, "thing": "entry", "key": "abcd", "after": None, "created_at": None},
    "open_session": {"one": 1, "step": 1, "state": "{}", "kept_at": UTC},
}  # fmt: skip

SCORE: list[Any] = [-1, 11, 5.5, "six", b"6"]
WORD: list[Any] = ["", "x" * 41]
TIME: list[Any] = ["", "now", "2026-11-22", "2026-11-22T07:04:05+01:00", "2026-13-22T07:04:05.123+01:00"]
NEVER_NULL: Mapping[str, tuple[str, ...]] = {
    "entry": ("id", "type", "day", "at", "late", "source", "note", "created_at", "changed_at"),
    "pain": ("id", "day", "foot", "moment", "score"),
    "activity": ("id", "day", "kind"),
    "sitting": ("id", "day", "minutes"),
    "massage": ("id", "day", "foot", "finished"),
    "massage_step": ("massage_id", "position", "point", "seconds"),
    "care": ("id", "day", "kind"),
    "care_session": ("care_id", "foot", "routine", "finished"),
    "care_step": ("care_id", "position", "point", "seconds"),
    "sore_spot": ("entry_id", "position", "spot"),
    "tag": ("entry_id", "position", "tag"),
    "routine": ("name", "toml", "created_at", "changed_at"),
    "plan": ("routine", "days", "times", "since", "created_at", "changed_at"),
    "pause": ("first_day", "last_day", "reason", "created_at", "changed_at"),
    "factor": ("name", "position", "declared_on", "created_at", "changed_at"),
    "tombstone": ("id", "deleted_at"),
    "sore": ("id", "day", "foot"),
    "dismissal": ("sign", "dismissed_on", "created_at", "changed_at"),
    "setting": ("name", "value", "created_at", "changed_at"),
    "ask_first": ("id", "day", "at", "answers", "outcome", "created_at", "changed_at"),
    "experiment": (
        "id",
        "question",
        "heads",
        "tails",
        "foot",
        "unit",
        "outcome",
        "worth",
        "first_day",
        "seed",
        "draw",
        "done",
        "created_at",
        "changed_at",
    ),
    "action": ("at", "what"),
    "change": ("action", "position", "thing", "key"),
    "undone": ("at", "what"),
    "undone_change": ("undone", "position", "thing", "key"),
    "open_session": ("step", "state", "kept_at"),
}
BAD: list[tuple[str, str, list[Any]]] = [
    ("factor", "name", ["", "x" * 46]),
    ("factor", "position", [0, -1]),
    ("factor", "declared_on", ["", "2026-02-29", "today"]),
    ("factor", "dropped_on", ["", "2026-02-29", "today"]),
    ("open_session", "one", [0, 2]),
    ("open_session", "step", [2]),
    ("entry", "id", ["abc", "1bcd", "ABCD", "ab-d", "ab d", "a" * 65, "ábcd", ""]),
    ("entry", "type", ["", "mood", "Pain"]),
    ("entry", "day", ["", "1899-12-31", "2026-02-29", "2026-11-31", "2026-W53-1", "20261122", "2026-11-22 ", 20261122]),
    ("entry", "at", TIME),
    ("entry", "late", [2, -1, "yes"]),
    ("entry", "source", WORD),
    ("entry", "note", ["x" * 20_001]),
    ("pain", "foot", ["", "both", "Left"]),
    ("pain", "moment", ["", "first", "First-step"]),
    ("pain", "score", SCORE),
    ("activity", "kind", WORD),
    ("activity", "minutes", [-1, 1441, 1.5, "an hour"]),
    ("activity", "steps", [-1, 200_001, 1.5]),
    ("activity", "surface", ["", "grass"]),
    ("sitting", "minutes", [-1, 39, 1441]),  # 39: less than its longest stretch
    ("sitting", "longest_minutes", [-1, 101]),
    ("massage", "foot", ["", "both"]),
    ("massage", "routine", WORD),
    ("massage", "score_before", SCORE),
    ("massage", "score_after", SCORE),
    ("massage", "finished", [2, -1]),
    ("massage", "started_at", TIME),
    ("massage", "ended_at", TIME),
    ("massage_step", "position", [0, -1]),
    ("massage_step", "point", WORD),
    ("massage_step", "seconds", [0, -1, 1801]),
    ("massage_step", "pressure", WORD),
    ("massage_step", "feeling", ["", "sad"]),
    ("massage_step", "score", SCORE),
    ("care", "kind", WORD),
    ("care", "minutes", [-1, 1441]),
    ("care", "course", [*WORD, None]),  # null: a visit belongs to a course
    ("care", "visit", [0, -1, 10_000]),
    ("care", "course_visits", [0, -1, 1000]),
    ("care", "until", ["2026-11-21", "2027-02-30", "soon", ""]),
    ("care_session", "foot", ["", "both"]),
    ("care_session", "routine", WORD),
    ("care_session", "score_before", SCORE),
    ("care_session", "score_after", SCORE),
    ("care_session", "finished", [2, -1]),
    ("care_session", "started_at", TIME),
    ("care_session", "ended_at", TIME),
    ("care_step", "position", [0, -1]),
    ("care_step", "point", WORD),
    ("care_step", "seconds", [0, -1, 1801]),
    ("care_step", "repetitions", [-1, 1801]),
    ("care_step", "feeling", ["", "sad"]),
    ("sore_spot", "position", [0]),
    ("sore_spot", "spot", WORD),
    ("routine", "name", WORD),
    ("plan", "routine", WORD),
    ("plan", "times", [0, 10]),
    ("plan", "since", ["", "2026-02-29"]),
    ("pause", "first_day", ["", "2026-02-29"]),
    ("pause", "last_day", ["2026-11-21", "2027-02-30"]),
    ("pause", "reason", ["x" * 201]),
    ("tag", "position", [0]),
    ("tag", "tag", WORD),
    ("ask_first", "day", ["", "2026-02-29"]),
    ("ask_first", "at", TIME),
    ("ask_first", "outcome", ["", "maybe"]),
    ("change", "thing", ["", "tombstone"]),
    ("undone_change", "thing", ["", "tombstone"]),
    ("undone_change", "undone", [2]),
    ("entry", "time", ["", "7:30", "24:00", "07:60", "07:30:00", "now"]),
    ("sore", "foot", ["", "both"]),
    ("dismissal", "sign", WORD),
    ("dismissal", "dismissed_on", ["", "2026-02-29"]),
    ("experiment", "question", ["", "x" * 201]),
    ("experiment", "heads", ["", "x" * 81]),
    ("experiment", "tails", ["", "x" * 81]),
    ("experiment", "foot", ["", "both"]),
    ("experiment", "unit", ["", "month"]),
    ("experiment", "outcome", ["", "evening"]),
    ("experiment", "worth", [0, 6, 1.5]),
    ("experiment", "factor", ["", "x" * 46]),
    ("experiment", "first_day", ["", "2026-02-29"]),
    ("experiment", "seed", ["", "0" * 31, "G" * 32]),
    ("experiment", "draw", ["", "HTX", "H" * 401]),
    ("experiment", "done", ["", "yes", "-" * 401]),
    ("experiment", "stopped_on", ["", "soon"]),
]
BAD += [(table, column, [None]) for table, columns in NEVER_NULL.items() for column in columns]
PARENTS = {
    "care_session": ("entry", "care"), "care_step": ("entry", "care", "care_session"), "sore_spot": ("entry",),
    "massage_step": ("entry", "massage"), "tag": ("entry",), "change": ("action",), "undone_change": ("undone",),
    "open_session": ("action",),
    "pain": ("entry",), "sore": ("entry",),
    "activity": ("entry",), "sitting": ("entry",), "massage": ("entry",), "care": ("entry",),
}  # fmt: skip


def insert(connection: sqlite3.Connection, table: str, row: Mapping[str, Any]) -> None:
    """Put a row in."""
    connection.execute(
        f"INSERT INTO {table} ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})", tuple(row.values())
    )


def parents(connection: sqlite3.Connection, table: str) -> None:
    """The rows that a good row of the table leans on."""
    above = PARENTS.get(table, ())
    kind = next((name for name in (*above, table) if name in COLUMNS), "pain")
    for parent in above:
        insert(connection, parent, {**GOOD[parent], "type": kind} if parent == "entry" else GOOD[parent])


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    """An empty diary in memory."""
    with closing(in_memory()) as opened:
        create_schema(opened)
        yield opened


@pytest.mark.parametrize("table", GOOD)
def test_a_good_row_is_taken_and_every_table_is_tried_here(connection: sqlite3.Connection, table: str) -> None:
    parents(connection, table)
    insert(connection, table, GOOD[table])
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    assert {name for (name,) in tables} - {"replacing"} == set(GOOD), "replacing is the triggers' own scratch table"


@pytest.mark.grid(90)
@pytest.mark.parametrize(("table", "column", "value"), [(t, c, value) for t, c, values in BAD for value in values])
def test_a_bad_value_is_refused(connection: sqlite3.Connection, table: str, column: str, value: Any) -> None:
    parents(connection, table)
    # `now` would be another time at each check: SQLite itself refuses it.
    with pytest.raises(sqlite3.DatabaseError, match=r"constraint failed|cannot store|non-deterministic|^heeldiary: "):
        insert(connection, table, {**GOOD[table], column: value})


def test_an_activity_has_minutes_or_steps(connection: sqlite3.Connection) -> None:
    parents(connection, "activity")
    with pytest.raises(sqlite3.IntegrityError):
        insert(connection, "activity", {**GOOD["activity"], "minutes": None, "steps": None})


@pytest.mark.parametrize("table", PARENTS)
def test_nothing_hangs_in_the_air(connection: sqlite3.Connection, table: str) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        insert(connection, table, GOOD[table])


def test_the_day_of_a_fact_is_its_entrys_day(connection: sqlite3.Connection) -> None:
    parents(connection, "pain")
    with pytest.raises(sqlite3.IntegrityError):
        insert(connection, "pain", {**GOOD["pain"], "day": "2026-11-21"})


@pytest.mark.parametrize("moment", ["first-step", "average", "worst", "night"])
def test_one_score_a_day_and_foot(connection: sqlite3.Connection, moment: str) -> None:
    score = {**GOOD["pain"], "moment": moment}
    parents(connection, "pain")
    insert(connection, "pain", score)
    insert(connection, "entry", {**ENTRY, "id": "efgh"})
    with pytest.raises(sqlite3.IntegrityError):
        insert(connection, "pain", {**score, "id": "efgh"})
    insert(connection, "pain", {**score, "id": "efgh", "foot": "right"})


@pytest.mark.parametrize("moment", ["after-sitting", "after-activity"])
def test_after_moments_as_often_as_they_happen(connection: sqlite3.Connection, moment: str) -> None:
    for number in range(3):
        insert(connection, "entry", {**ENTRY, "id": f"abc{number}"})
        insert(connection, "pain", {**GOOD["pain"], "id": f"abc{number}", "moment": moment})
    assert connection.execute("SELECT count(*) FROM pain").fetchone() == (3,)


def test_what_hangs_on_an_entry_goes_with_it(connection: sqlite3.Connection) -> None:
    parents(connection, "massage_step")
    for table in ("massage_step", "tag"):
        insert(connection, table, GOOD[table])
    connection.execute("DELETE FROM entry")
    for table in ("massage", "massage_step", "tag"):
        assert connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,), table
