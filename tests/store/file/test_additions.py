"""What other programs have added to an older diary: all of it outlives a migration, none of it stops one."""

import sqlite3
from pathlib import Path

import pytest

from heeldiary.errors import Refused
from heeldiary.store.diary import Diary
from heeldiary.store.file.migration import migrate
from heeldiary.store.opening import open_to_read, open_to_write
from heeldiary.store.sql import Sql
from heeldiary.store.steps import LATEST, STEPS
from tests.standing_clock import StandingClock
from tests.store.connections import another

UTC = "2026-11-22T06:04:05.123Z"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A diary of schema 4 with three notes, out of which a fourth was deleted."""
    path = tmp_path / "diary.db"
    with sqlite3.connect(path, isolation_level=None) as connection:
        text = "\n".join(Path(step).read_text("utf-8") for step in STEPS[:4])
        connection.executescript(f"PRAGMA application_id = {0x6865656C}; {text} PRAGMA user_version = 4;")
        for number, entry_id in enumerate(("aaaa", "zzzz", "mmmm", "bbbb")):
            connection.execute(
                "INSERT INTO entry VALUES (?, 'note', ?, '2026-11-22T07:04:05.123+01:00', NULL, 0, 'typed', ?, ?, ?)",
                (entry_id, f"2026-11-1{number}", f"word{number}", UTC, UTC),
            )
        connection.execute("DELETE FROM entry WHERE id = 'zzzz'")
        connection.execute("INSERT INTO action VALUES (1, ?, 'logging'), (2, ?, 'logging')", (UTC, UTC))
        connection.execute("INSERT INTO change VALUES (1, 1, 'entry', 'aaaa', NULL, NULL)")
        connection.execute("INSERT INTO change VALUES (2, 1, 'entry', 'bbbb', NULL, NULL)")
        connection.execute("INSERT INTO tombstone VALUES ('zzzz', ?)", (UTC,))
    connection.close()
    return path


def brought_up(path: Path, added: str) -> sqlite3.Connection:
    """The diary after another program's statements, and then opened by heeldiary."""
    with another(path, foreign_keys=False) as connection:
        connection.executescript(added)
    sql = open_to_write(str(path))
    assert sql.value("PRAGMA user_version") == LATEST
    assert sql.value("PRAGMA foreign_keys") == 1
    assert [entry.id for entry in Diary(sql, StandingClock()).entries()] == ["aaaa", "mmmm", "bbbb"]
    return sql.connection


def texts(connection: sqlite3.Connection, name: str) -> str:
    """The statement that created the object of that name."""
    found: str = connection.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (name,)).fetchone()[0]
    return found


@pytest.mark.grid(8)
@pytest.mark.parametrize("table", ["entry", "tombstone", "change", "pain", "setting"])
@pytest.mark.parametrize(
    "column",
    [
        "mine TEXT",
        "mine TEXT NOT NULL DEFAULT 'it''s, (odd'",
        "mine INTEGER DEFAULT -1 CHECK (mine < 10)",
        "mine TEXT COLLATE NOCASE",
        'mine TEXT REFERENCES "a, b" (name) ON DELETE SET NULL',
        "mine REAL DEFAULT 1.5 /* a, comment */",
        "mine ANY DEFAULT x'00ff'",
        "mine INTEGER GENERATED ALWAYS AS (length('a, b') + 1) VIRTUAL",
        '"a ""b"", c" TEXT DEFAULT (\'x\')',
        "mine TEXT, also TEXT NOT NULL DEFAULT ','",
    ],
)
def test_a_column_comes_back_word_for_word(old: Path, table: str, column: str) -> None:
    added = "; ".join(f"ALTER TABLE {table} ADD COLUMN {one}" for one in column.replace(", also", "; also").split("; "))
    connection = brought_up(old, f'CREATE TABLE "a, b" (name TEXT PRIMARY KEY); {added};')
    assert column.replace(" /* a, comment */", "") in texts(connection, table).replace(" /* a, comment */", "")


def test_values_come_back_whatever_they_are(old: Path) -> None:
    values = {"aaaa": "x", "mmmm": b"\x00\xff", "bbbb": None}
    with another(old) as connection:
        connection.execute("ALTER TABLE entry ADD COLUMN mine ANY")
        connection.executemany(
            "UPDATE entry SET mine = ? WHERE id = ?", [(value, key) for key, value in values.items()]
        )
    connection = brought_up(old, "ALTER TABLE entry ADD COLUMN twice TEXT GENERATED ALWAYS AS (id || id) VIRTUAL;")
    assert dict(connection.execute("SELECT id, mine FROM entry").fetchall()) == values
    assert connection.execute("SELECT twice FROM entry WHERE id = 'mmmm'").fetchone() == ("mmmmmmmm",)


def test_a_table_rebuilt_by_another_program_keeps_its_values(old: Path) -> None:
    """The column's own words are not to be had, its values are."""
    connection = brought_up(
        old,
        """
        CREATE TABLE other (
            id TEXT NOT NULL PRIMARY KEY, stars INTEGER NOT NULL, moons INTEGER NOT NULL DEFAULT 3,
            deleted_at TEXT NOT NULL
        ) STRICT;
        INSERT INTO other SELECT id, 7, 8, deleted_at FROM tombstone;
        DROP TABLE tombstone;
        ALTER TABLE other RENAME TO tombstone;
        """,
    )
    assert connection.execute("SELECT id, stars, moons FROM tombstone").fetchall() == [("zzzz", 7, 8)]
    connection.execute("INSERT INTO tombstone (id, stars, deleted_at) VALUES ('yyyy', 1, '2026-11-22T06:04:05.123Z')")
    assert connection.execute("SELECT moons FROM tombstone WHERE id = 'yyyy'").fetchone() == (3,)


@pytest.mark.parametrize("triggers", [False, True])
def test_a_text_index_over_the_notes_still_finds_them(old: Path, triggers: bool) -> None:
    """Rows are found by their rowids; the triggers may not be run on a connection of heeldiary's at all."""
    added = """
        CREATE VIRTUAL TABLE entry_fts USING fts5 (note, content = 'entry');
        INSERT INTO entry_fts (rowid, note) SELECT rowid, note FROM entry;
    """
    if triggers:
        added += """
        CREATE TRIGGER entry_ai AFTER INSERT ON entry BEGIN
            INSERT INTO entry_fts (rowid, note) VALUES (NEW.rowid, NEW.note);
        END;
        CREATE TRIGGER entry_ad AFTER DELETE ON entry BEGIN
            INSERT INTO entry_fts (entry_fts, rowid, note) VALUES ('delete', OLD.rowid, OLD.note);
        END;
        INSERT INTO entry VALUES ('torn', 'pain', '2026-11-19', '2026-11-22T07:04:05.123+01:00', NULL, 0, 'typed', '',
            '2026-11-22T06:04:05.123Z', '2026-11-22T06:04:05.123Z');
        """
    brought_up(old, added).close()
    with another(old) as connection:
        for number, entry_id in ((0, "aaaa"), (2, "mmmm"), (3, "bbbb")):
            found = connection.execute(
                "SELECT id FROM entry WHERE rowid IN (SELECT rowid FROM entry_fts WHERE entry_fts MATCH ?)",
                (f"word{number}",),
            )
            assert found.fetchall() == [(entry_id,)]
        names = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'")}
    assert {"entry_ai", "entry_ad"} <= names or not triggers


@pytest.mark.grid(3)
@pytest.mark.parametrize(
    "added",
    [
        "CREATE TABLE photo (entry_id TEXT REFERENCES entry (id)); INSERT INTO photo VALUES ('gone');",
        "CREATE TABLE photo (note TEXT REFERENCES entry (note)); INSERT INTO photo VALUES ('x');",
        "CREATE TABLE photo (a TEXT REFERENCES nowhere (x)); INSERT INTO photo VALUES ('x');",
        "CREATE TABLE shoe (name TEXT PRIMARY KEY); ALTER TABLE entry ADD COLUMN shoe TEXT REFERENCES shoe (name);"
        " UPDATE entry SET shoe = 'gone';",
        "DROP VIEW weeks; DROP VIEW notes; DROP INDEX entry_by_day;",
        "CREATE VIEW mine AS SELECT * FROM weeks JOIN notes ON 1;",
        "CREATE TRIGGER entry_deleted AFTER DELETE ON entry BEGIN SELECT 1; END;",
        "CREATE TRIGGER pain_stays AFTER DELETE ON pain BEGIN SELECT 1; END;",
        "CREATE TRIGGER mine BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, 'append only'); END;",
        "CREATE TRIGGER mine BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'append only'); END;"
        " INSERT INTO entry SELECT 'torn', 'pain', day, at, zone, late, source, '', created_at, changed_at FROM entry"
        " WHERE id = 'aaaa';",
        "CREATE TABLE audit (x); CREATE TRIGGER mine AFTER INSERT ON change BEGIN INSERT INTO audit VALUES (1); END;",
        "ANALYZE;",
    ],
)
def test_nothing_of_another_program_stops_a_migration(old: Path, added: str) -> None:
    with another(old, foreign_keys=False) as connection:
        connection.executescript(added)
        names = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema")}
        counts = {
            table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()
            for table in ("photo", "shoe", "audit")
            if table in names
        }
    connection = brought_up(old, "")
    assert names <= {name for (name,) in connection.execute("SELECT name FROM sqlite_schema")}
    for table, count in counts.items():
        assert connection.execute(f"SELECT count(*) FROM {table}").fetchone() == count


@pytest.mark.parametrize("name", ["sore", "dismissal", "entry_before", "change_before"])
def test_a_name_that_is_taken_is_named(old: Path, name: str) -> None:
    with another(old) as connection:
        connection.execute(f"CREATE TABLE {name} (x)")
    before = old.read_bytes()
    with pytest.raises(Refused, match=f"table of another program with the name {name},") as caught:
        open_to_write(str(old))
    assert caught.value.remedy == "rename it with that program and try again; nothing was changed"
    assert old.read_bytes() == before


@pytest.mark.parametrize("limit", ["PRAGMA max_page_count = 1", "PRAGMA query_only = ON"])
def test_what_the_disk_refuses_is_a_problem_with_a_remedy(old: Path, limit: str) -> None:
    before = old.read_bytes()
    with another(old) as connection:
        connection.execute(limit)
        with pytest.raises(Refused, match=r"full|read-only"):
            migrate(Sql(connection))
        assert not connection.in_transaction
        assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
    assert old.read_bytes() == before
    open_to_read(str(old)).close()
