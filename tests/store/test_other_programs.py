"""Another program writes with its foreign keys off, as the sqlite3 shell does: the diary stays whole."""

import sqlite3
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeldiary.domain.entries import TYPES, Entry, Pain, in_order
from heeldiary.store.diary import Diary
from heeldiary.store.file.migration import migrate
from heeldiary.store.opening import open_to_write
from heeldiary.store.rows import COLUMNS
from heeldiary.store.sql import Sql
from heeldiary.store.steps import STEPS, create_schema
from heeldiary.store.writing import TABLES as WRITTEN
from heeldiary.store.writing import insert
from tests.entry_strategies import diaries
from tests.runner import Heeldiary
from tests.standing_clock import StandingClock
from tests.store.connections import another, unwell

HALVES = [kind for kind, own in COLUMNS.items() if own]
UTC = "2026-11-22T06:04:05.123Z"


def diary_of(entries: list[Entry]) -> sqlite3.Connection:
    """A diary in memory with these entries, its foreign keys off from then on."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    create_schema(connection)
    for entry in entries:
        insert(Sql(connection), entry, UTC, UTC)
    connection.execute("PRAGMA foreign_keys = OFF")
    return connection


def hanging(connection: sqlite3.Connection) -> list[object]:
    """Rows without the one they belong to, and entries without their other half."""
    halves = [
        row
        for kind in HALVES
        for row in connection.execute(
            f"SELECT id FROM entry WHERE type = '{kind}' AND id NOT IN (SELECT id FROM {kind})"
        )
    ]
    return [*connection.execute("PRAGMA foreign_key_check"), *halves]


@given(diaries(), st.data())
def test_a_row_deleted_takes_along_what_hangs_on_it(entries: list[Entry], data: st.DataObject) -> None:
    connection = diary_of(entries)
    gone = data.draw(st.sets(st.sampled_from([entry.id for entry in entries]))) if entries else set()
    connection.executemany("DELETE FROM entry WHERE id = ?", [(entry_id,) for entry_id in gone])
    assert hanging(connection) == []
    left = [entry for entry in entries if entry.id not in gone]
    assert Diary(Sql(connection), StandingClock()).entries() == sorted(left, key=in_order)


@given(diaries(), st.data())
def test_a_row_moved_takes_along_what_hangs_on_it(entries: list[Entry], data: st.DataObject) -> None:
    connection = diary_of(entries)
    if not entries:
        return
    entry = data.draw(st.sampled_from(entries))
    connection.execute("UPDATE entry SET id = 'moved', day = '1900-01-01' WHERE id = ?", (entry.id,))
    assert hanging(connection) == []
    found = Diary(Sql(connection), StandingClock()).get("moved")
    assert found is not None
    assert (found.fact, found.tags, found.note) == (entry.fact, entry.tags, entry.note)


@given(diaries())
def test_no_half_of_an_entry_is_deleted_or_moved_alone(entries: list[Entry]) -> None:
    connection = diary_of(entries)
    for entry in entries:
        if entry.type not in HALVES:
            continue
        for statement in (
            f"DELETE FROM {entry.type} WHERE id = ?",
            f"UPDATE {entry.type} SET day = '1901-02-03', id = 'other' WHERE id = ?",
            "UPDATE entry SET type = 'note' WHERE id = ?",
        ):
            with pytest.raises(sqlite3.IntegrityError, match=r"^heeldiary: "):
                connection.execute(statement, (entry.id,))
    assert hanging(connection) == []


@pytest.mark.parametrize("kind", HALVES)
@pytest.mark.parametrize("other", TYPES)
def test_no_half_is_written_without_its_entry(kind: str, other: str) -> None:
    connection = diary_of([])
    connection.execute(
        "INSERT INTO entry VALUES ('abcd', ?, '2026-11-22', ?, NULL, 0, 'typed', 'x', ?, ?, NULL)",
        (other, "2026-11-22T07:04:05.123+01:00", UTC, UTC),
    )
    rows = {
        "pain": "('abcd', '2026-11-22', 'left', 'worst', 3)",
        "activity": "('abcd', '2026-11-22', 'walking', 45, NULL, NULL)",
        "sitting": "('abcd', '2026-11-22', 45, NULL)",
        "massage": "('abcd', '2026-11-22', 'left', NULL, NULL, NULL, 1, NULL, NULL)",
        "care": "('abcd', '2026-11-22', 'ice', NULL, NULL, NULL, NULL, NULL)",
        "sore": "('abcd', '2026-11-22', 'left')",
    }
    if kind == other:
        connection.execute(f"INSERT INTO {kind} VALUES {rows[kind]}")
    else:
        with pytest.raises(sqlite3.IntegrityError, match=r"^heeldiary: "):
            connection.execute(f"INSERT INTO {kind} VALUES {rows[kind]}")
    with pytest.raises(sqlite3.IntegrityError, match=r"^heeldiary: "):
        connection.execute(f"INSERT INTO {kind} VALUES {rows[kind].replace('abcd', 'gone')}")


def test_a_day_can_be_logged_again_after_another_program_deleted_its_score(heeldiary: Heeldiary) -> None:
    heeldiary.done("log", "6", "--foot", "left")
    with another(heeldiary.diary, foreign_keys=False) as connection:
        connection.execute("DELETE FROM entry")
    assert heeldiary.done("status", "--json").json["morning"] == {"left": None, "right": None}
    heeldiary.done("log", "5", "--foot", "left")
    assert [entry["score"] for entry in heeldiary.entries()] == [5]
    assert unwell(heeldiary.diary) == []


@pytest.fixture
def halved(heeldiary: Heeldiary) -> Path:
    """A diary of the schema before the triggers, out of which another program has torn rows."""
    heeldiary.home.mkdir()
    with sqlite3.connect(heeldiary.diary, isolation_level=None) as connection:
        old = "\n".join(Path(step).read_text("utf-8") for step in STEPS[:4])
        connection.executescript(f"PRAGMA application_id = {0x6865656C}; {old} PRAGMA user_version = 4;")
        for at, (entry_id, kind, note) in enumerate(
            (("whole", "pain", ""), ("halfa", "pain", "words"), ("halfb", "sitting", ""), ("gonea", "care", "x"))
        ):
            connection.execute(
                "INSERT INTO entry VALUES (?, ?, ?, '2026-11-22T07:04:05.123+01:00', NULL, 0, 'typed', ?, ?, ?)",
                (entry_id, kind, f"2026-11-1{at}", note, UTC, UTC),
            )
        connection.execute("INSERT INTO pain VALUES ('whole', '2026-11-10', 'left', 'first-step', 6)")
        connection.execute("INSERT INTO pain VALUES ('halfa', '2026-11-11', 'left', 'first-step', 5)")
        connection.execute("INSERT INTO care VALUES ('gonea', '2026-11-13', 'ice', NULL, NULL, NULL, NULL, NULL)")
        connection.execute("INSERT INTO tag VALUES ('gonea', 1, 'rain'), ('halfa', 1, 'sun')")
        connection.execute("DELETE FROM pain WHERE id = 'halfa'")
        connection.execute("DELETE FROM entry WHERE id = 'gonea'")
    connection.close()
    return heeldiary.diary


def test_what_was_torn_before_is_mended_and_no_word_is_lost(heeldiary: Heeldiary, halved: Path) -> None:
    entries = heeldiary.entries()
    assert [(entry["id"], entry["type"], entry["note"], entry["tags"]) for entry in entries] == [
        ("whole", "pain", "", []), ("halfa", "note", "words", ["sun"]),
    ]  # fmt: skip
    assert unwell(halved) == []
    heeldiary.done("log", "4", "--foot", "left", "--day", "2026-11-11")


def test_what_others_added_outlives_a_migration(heeldiary: Heeldiary, halved: Path) -> None:
    with another(halved, foreign_keys=False) as connection:
        connection.executescript("""
            ALTER TABLE entry ADD COLUMN mood TEXT;
            ALTER TABLE entry ADD COLUMN stars INTEGER NOT NULL DEFAULT 3;
            UPDATE entry SET mood = 'fine', stars = 5 WHERE id = 'whole';
            CREATE TABLE mine (word TEXT);
            CREATE INDEX mine_by_source ON entry (source);
            CREATE VIEW mine_notes AS SELECT note, mood FROM entry;
            CREATE TRIGGER mine_counts AFTER INSERT ON entry BEGIN INSERT INTO mine VALUES (NEW.id); END;
        """)
    heeldiary.done("log", "4", "--foot", "left", "--day", "2026-11-11")
    with another(halved) as connection:
        assert connection.execute("SELECT mood, stars FROM entry WHERE id = 'whole'").fetchone() == ("fine", 5)
        assert connection.execute("SELECT mood, stars FROM entry WHERE id = 'halfa'").fetchone() == (None, 3)
        assert connection.execute("SELECT count(*) FROM mine").fetchone() == (1,)
        assert connection.execute("SELECT count(*) FROM mine_notes WHERE mood IS NOT NULL").fetchone() == (1,)
        names = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema")}
    assert {"mine_by_source", "mine_notes", "mine_counts", "mine"} <= names


def test_bringing_up_leaves_foreign_keys_on(halved: Path) -> None:
    with another(halved) as connection:
        migrate(Sql(connection))
        assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
    sql = open_to_write(str(halved))
    assert sql.value("PRAGMA foreign_keys") == 1
    sql.close()


@given(diaries(), st.data(), st.booleans())
def test_no_row_that_hangs_on_another_is_hung_on_nothing(
    entries: list[Entry], data: st.DataObject, with_foreign_keys: bool
) -> None:
    connection = diary_of(entries)
    connection.execute(f"PRAGMA foreign_keys = {int(with_foreign_keys)}")
    keys = {"massage_step": "massage_id", "care_session": "care_id", "care_step": "care_id", "sore_spot": "entry_id",
            "tag": "entry_id"}  # fmt: skip
    table = data.draw(st.sampled_from(sorted(keys)))
    statement = f"UPDATE {table} SET {keys[table]} = 'nobody'"
    if connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,):
        connection.execute(statement)
    else:
        with pytest.raises(sqlite3.IntegrityError, match=r"^heeldiary: "):
            connection.execute(statement)
    assert hanging(connection) == []


@given(diaries(), st.data())
def test_a_row_replaced_is_the_same_entry_or_refused(entries: list[Entry], data: st.DataObject) -> None:
    """`INSERT OR REPLACE` with foreign keys off takes the old row away without a trigger."""
    connection = diary_of(entries)
    if not entries:
        return
    entry = data.draw(st.sampled_from([one for one in entries if one.type in HALVES] or entries))
    kind = data.draw(st.sampled_from([entry.type, *TYPES]))
    day = data.draw(st.sampled_from([entry.day.isoformat(), "1901-02-03"]))
    statement = (
        "INSERT OR REPLACE INTO entry SELECT id, ?, ?, at, zone, late, source, 'other words', created_at, changed_at,"
        " time FROM entry WHERE id = ?"
    )
    whole = entry.type not in HALVES and kind not in HALVES
    if entry.type in HALVES and (kind, day) != (entry.type, entry.day.isoformat()):
        with pytest.raises(sqlite3.IntegrityError, match=r"^heeldiary: "):
            connection.execute(statement, (kind, day, entry.id))
    elif whole or kind == entry.type:
        connection.execute(statement, (kind, day, entry.id))
        assert connection.execute("SELECT note FROM entry WHERE id = ?", (entry.id,)).fetchone() == ("other words",)
    assert hanging(connection) == []


@pytest.mark.parametrize("conflict", ["IGNORE", "REPLACE", "ABORT", "FAIL"])
@pytest.mark.parametrize("moment", ["first-step", "average", "worst", "night"])
def test_a_taken_day_tears_neither_entry(conflict: str, moment: str) -> None:
    connection = diary_of([])
    for entry_id in ("abcd", "efgh"):
        connection.execute(
            "INSERT INTO entry VALUES (?, 'pain', '2026-11-22', ?, NULL, 0, 'typed', 'x', ?, ?, NULL)",
            (entry_id, "2026-11-22T07:04:05.123+01:00", UTC, UTC),
        )
    statement = f"INSERT OR {conflict} INTO pain VALUES (?, '2026-11-22', 'left', ?, ?)"
    connection.execute(statement, ("abcd", moment, 3))
    with pytest.raises(sqlite3.IntegrityError, match=r"^heeldiary: .* has a score already"):
        connection.execute(statement, ("efgh", moment, 4))
    connection.execute("DELETE FROM entry WHERE id = 'efgh'")
    assert hanging(connection) == []
    assert connection.execute("SELECT id, score FROM pain").fetchall() == [("abcd", 3)]


@pytest.mark.parametrize("conflict", ["IGNORE", "ABORT"])
def test_a_merge_by_statements_of_sqlite_brings_whole_entries(heeldiary: Heeldiary, conflict: str) -> None:
    heeldiary.done("log", "left", "6", "right", "2")
    heeldiary.done("log", "note", "words", "--tag", "rain")
    expected = heeldiary.entries()
    with another(heeldiary.diary, foreign_keys=False) as connection:
        copied = sqlite3.connect(":memory:", isolation_level=None)
        connection.backup(copied)
    merged = diary_of([])
    for table in ("entry", "pain", "tag"):
        rows = copied.execute(f"SELECT * FROM {table}").fetchall()
        marks = ", ".join("?" * len(rows[0]))
        for _ in range(2 if conflict == "IGNORE" else 1):
            merged.executemany(f"INSERT OR {conflict} INTO {table} VALUES ({marks})", rows)
    assert hanging(merged) == []
    assert [entry.id for entry in Diary(Sql(merged), StandingClock()).entries()] == [entry["id"] for entry in expected]


HANGING = ("entry", "massage", "care", "care_session")
"""The tables whose rows have others that hang on them; their key is the first column."""


def hangs_on(connection: sqlite3.Connection, table: str, key: object) -> bool:
    """Whether any row hangs on that one."""
    children = {
        "entry": [*((kind, "id") for kind in HALVES), ("sore_spot", "entry_id"), ("tag", "entry_id")],
        "massage": [("massage_step", "massage_id")],
        "care": [("care_session", "care_id")],
        "care_session": [("care_step", "care_id")],
    }
    return any(
        connection.execute(f"SELECT 1 FROM {child} WHERE {column} = ?", (key,)).fetchone()
        for child, column in children[table]
    )


def contents(connection: sqlite3.Connection) -> dict[str, list[tuple[object, ...]]]:
    """All rows of the tables in which entries are."""
    return {table: connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall() for table in WRITTEN}


@pytest.mark.parametrize("table", HANGING)
@given(diaries(), st.booleans())
def test_insert_or_replace_tears_no_entry(table: str, entries: list[Entry], with_foreign_keys: bool) -> None:
    """With foreign keys on, SQLite deletes what hangs on the row that is replaced, and asks no trigger."""
    connection = diary_of(entries)
    connection.execute(f"PRAGMA foreign_keys = {int(with_foreign_keys)}")
    before = contents(connection)
    for row in before[table]:
        marks = ", ".join("?" * len(row))
        replace = f"INSERT OR REPLACE INTO {table} VALUES ({marks})"
        if with_foreign_keys and hangs_on(connection, table, row[0]):
            with pytest.raises(sqlite3.IntegrityError, match=r"^heeldiary: that would delete the rest"):
                connection.execute(replace, row)
        else:
            connection.execute(replace, row)
        assert contents(connection) == before, row
    assert connection.execute("SELECT count(*) FROM replacing").fetchone() == (0,)


@given(diaries(), st.booleans())
def test_what_does_not_replace_goes_on(entries: list[Entry], with_foreign_keys: bool) -> None:
    connection = diary_of(entries)
    connection.execute(f"PRAGMA foreign_keys = {int(with_foreign_keys)}")
    before = contents(connection)
    for row in before["entry"]:
        marks = ", ".join("?" * len(row))
        connection.execute(f"INSERT OR IGNORE INTO entry VALUES ({marks})", row)
        connection.execute(f"INSERT INTO entry VALUES ({marks}) ON CONFLICT (id) DO UPDATE SET note = 'x'", row)
    assert {row[0] for row in connection.execute("SELECT note FROM entry")} <= {"x"}
    after = contents(connection)
    assert [after[table] for table in WRITTEN[1:]] == [before[table] for table in WRITTEN[1:]]
    for entry in entries:  # what an insert that was ignored has left behind is no hindrance to an entry's return
        connection.execute("DELETE FROM entry WHERE id = ?", (entry.id,))
        insert(Sql(connection), entry, UTC, UTC)
    assert Diary(Sql(connection), StandingClock()).entries() == sorted(entries, key=in_order)
    assert connection.execute("SELECT count(*) FROM replacing").fetchone() == (0,)


@pytest.mark.parametrize("foreign_keys", [0, 1])
def test_no_entry_takes_anothers_place_by_its_id(heeldiary: Heeldiary, foreign_keys: int) -> None:
    heeldiary.done("log", "left", "6", "right", "2")
    before = heeldiary.entries()
    with another(heeldiary.diary, foreign_keys=bool(foreign_keys)) as connection:
        with pytest.raises(sqlite3.IntegrityError, match=r"^heeldiary: there is an entry with this id"):
            connection.execute("UPDATE OR REPLACE entry SET id = ? WHERE id = ?", (before[0]["id"], before[1]["id"]))
        connection.execute("UPDATE entry SET id = 'moved' WHERE id = ?", (before[1]["id"],))
    assert [entry["id"] for entry in heeldiary.entries()] == [before[0]["id"], "moved"]


def score_of(score: int) -> Entry:
    """Yesterday's score as another program writes it."""
    at = datetime.fromisoformat("2026-11-21T07:00:00+00:00")
    return Entry("theirs00", at.date(), at, None, False, "elsewhere", (), "", Pain("left", "first-step", score))


@pytest.mark.parametrize("away", [("undo",), ("delete", "last")], ids=" ".join)
def test_a_score_comes_back_beside_none_that_another_program_wrote(heeldiary: Heeldiary, away: tuple[str, ...]) -> None:
    heeldiary.done("log", "left", "5", "--day", "2026-11-21")
    heeldiary.done(*away)
    with another(heeldiary.home / "diary.db") as connection:
        insert(Sql(connection), score_of(3), UTC, UTC)
    back = "redo" if away == ("undo",) else "undo"
    problem = heeldiary.refused(1, back).err
    assert "another program wrote left foot, first steps, 3/10" in problem
    assert [entry["score"] for entry in heeldiary.entries()] == [3]
    heeldiary.done(*problem.split(" heeldiary ")[-1].split())
    assert [entry["score"] for entry in heeldiary.entries()] == [5]
