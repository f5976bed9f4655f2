"""Triggers, indexes, columns and views of another program: the harmful ones are named, not called damage."""

import sqlite3
from collections.abc import Sequence
from pathlib import Path

import pytest
from sqlite_utils import Database

from heeldiary.domain.entries import Note
from heeldiary.errors import Refused
from heeldiary.store.diary import Diary
from heeldiary.store.file.foreign import explain, interfering
from heeldiary.store.file.schema_parts import SchemaPart, built
from heeldiary.store.layout import FINGERPRINT, fingerprint
from heeldiary.store.recording import log
from heeldiary.store.sql import Sql
from tests.runner import Heeldiary
from tests.store.connections import another, without_triggers

INSERT = "AFTER INSERT ON entry BEGIN"
HARMFUL: dict[str, tuple[Sequence[str], str, str]] = {
    "a table that is gone": ([f"CREATE TRIGGER copy_out {INSERT} INSERT INTO nowhere VALUES (NEW.note); END"],
                             "trigger copy_out", "DROP TRIGGER copy_out;"),
    "a column that is gone": ([f"CREATE TRIGGER odd {INSERT} UPDATE pain SET missing = 1; END"],
                              "trigger odd", "DROP TRIGGER odd;"),
    "a function": ([f"CREATE TRIGGER calls {INSERT} SELECT my_function(NEW.note); END"],
                   "trigger calls", "DROP TRIGGER calls;"),
    "RAISE ABORT": ([f"CREATE TRIGGER no_more {INSERT} SELECT RAISE(ABORT, 'SECRET not on my watch'); END"],
                    "trigger no_more", "DROP TRIGGER no_more;"),
    "RAISE ROLLBACK": ([f"CREATE TRIGGER no_more {INSERT} SELECT RAISE(ROLLBACK, 'SECRET go away'); END"],
                       "trigger no_more", "DROP TRIGGER no_more;"),
    "RAISE FAIL before": (["CREATE TRIGGER no_more BEFORE INSERT ON entry BEGIN SELECT RAISE(FAIL, 'SECRET'); END"],
                          "trigger no_more", "DROP TRIGGER no_more;"),
    "RAISE IGNORE": (["CREATE TRIGGER hush BEFORE INSERT ON entry BEGIN SELECT RAISE(IGNORE); END"],
                     "trigger hush", "DROP TRIGGER hush;"),
    "RAISE IGNORE with a comment": (
        ["CREATE TRIGGER hush BEFORE INSERT ON entry BEGIN SELECT RAISE/* x */(IGNORE); END"],
        "trigger hush", "DROP TRIGGER hush;"),
    "RAISE IGNORE on undo": (["CREATE TRIGGER hush BEFORE INSERT ON change BEGIN SELECT RAISE(IGNORE); END"],
                             "trigger hush", "DROP TRIGGER hush;"),
    "a hard name": ([f'CREATE TRIGGER "my ""odd"" one" {INSERT} INSERT INTO nowhere VALUES (1); END'],
                    'trigger "my ""odd"" one"', 'DROP TRIGGER "my ""odd"" one";'),
    "a unique index": (["CREATE UNIQUE INDEX one_source ON entry (source)"],
                       "index one_source", "DROP INDEX one_source;"),
    "a unique expression": (["CREATE UNIQUE INDEX one_word ON entry (lower(source))"],
                            "index one_word", "DROP INDEX one_word;"),
    "a unique pair": (["CREATE UNIQUE INDEX one_pair ON entry (source, zone)"],
                      "index one_pair", "DROP INDEX one_pair;"),
    "a needed column": (["ALTER TABLE entry ADD COLUMN shoes TEXT CHECK (shoes IS NOT NULL OR note = 'there before')"],
                        "column shoes of the table entry", "ALTER TABLE entry DROP COLUMN shoes;"),
    "a harmful one beside a harmless one": (
        ["CREATE TABLE mine (id TEXT)", f"CREATE TRIGGER fine {INSERT} INSERT INTO mine VALUES (NEW.id); END",
         f"CREATE TRIGGER bad {INSERT} INSERT INTO nowhere VALUES (NEW.id); END"],
        "trigger bad ", "DROP TRIGGER bad;",
    ),
}  # fmt: skip

HARMLESS: dict[str, Sequence[str]] = {
    "a table": ["CREATE TABLE mine (word TEXT)"],
    "a copying trigger": ["CREATE TABLE mine (id TEXT)",
                          f"CREATE TRIGGER copy_out {INSERT} INSERT INTO mine VALUES (NEW.id); END"],
    "a view": ["CREATE VIEW mine AS SELECT day FROM entry"],
    "a broken view": ["CREATE VIEW mine AS SELECT missing FROM nowhere"],
    "an index": ["CREATE INDEX by_source ON entry (source)"],
    "a unique index of nothing": ["CREATE UNIQUE INDEX by_source ON entry (source) WHERE note = 'never'"],
    "a column": ["ALTER TABLE entry ADD COLUMN weather TEXT NOT NULL DEFAULT 'fine'"],
    "a generated column": ["ALTER TABLE entry ADD COLUMN length INTEGER AS (length(note))"],
    "statistics": ["ANALYZE"],
    "a trigger on its own table": ["CREATE TABLE mine (word TEXT)",
                                   "CREATE TRIGGER own AFTER INSERT ON mine BEGIN SELECT missing FROM nowhere; END"],
}  # fmt: skip


@pytest.fixture
def path(heeldiary: Heeldiary) -> Path:
    """A diary with a note in it."""
    heeldiary.done("log", "note", "there before")
    return heeldiary.diary


def add(path: Path, statements: Sequence[str]) -> None:
    """Let another program change the layout."""
    with another(path) as connection:
        for statement in statements:
            connection.execute(statement)


@pytest.mark.grid(4)
@pytest.mark.parametrize("name", HARMFUL)
def test_what_stops_saving_is_named_with_how_to_drop_it(heeldiary: Heeldiary, path: Path, name: str) -> None:
    statements, named, remedy = HARMFUL[name]
    add(path, statements)
    ran = heeldiary.refused(1, "log", "note", "SECRET words")
    assert named in ran.err, ran
    assert ran.err.splitlines()[-1].endswith(remedy), ran
    assert "damaged" not in ran.err
    assert "SECRET" not in ran.err
    assert [entry["note"] for entry in heeldiary.entries()] == ["there before"]
    add(path, remedy.rstrip(";").split(";"))
    heeldiary.done("log", "note", "goes on")


@pytest.mark.parametrize("name", HARMFUL)
def test_the_store_refuses_a_save_that_something_stops(diary: Diary, name: str) -> None:
    statements, named, remedy = HARMFUL[name]
    log(diary, [Note()], note="there before")
    for statement in statements:
        diary.sql.connection.execute(statement)
    with pytest.raises(Refused) as caught:
        log(diary, [Note()], note="SECRET words")
    said = f"{caught.value.message} {caught.value.remedy}"
    assert named in said
    assert said.endswith(remedy)
    assert "nothing was changed" in said
    assert "SECRET" not in said
    assert [entry.note for entry in diary.entries()] == ["there before"]
    for drop in remedy.rstrip(";").split(";"):
        diary.sql.connection.execute(drop)
    log(diary, [Note()], note="goes on")
    assert len(diary.entries()) == 2


UNREADABLE = {
    "an index": ("CREATE INDEX by_json ON setting (json_extract(value, '$.x'))",
                 "index by_json", "DROP INDEX by_json;"),
    "a column": ("ALTER TABLE entry ADD COLUMN inner TEXT AS (json_extract(note, '$.x'))",
                 "column inner of the table entry", "ALTER TABLE entry DROP COLUMN inner;"),
}  # fmt: skip


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_keeps_sqlite_from_reading_the_layout(heeldiary: Heeldiary, path: Path, name: str) -> None:
    """SQLite trusts no file that comes from elsewhere with such functions, and reads nothing of it then."""
    statement, named, remedy = UNREADABLE[name]
    add(path, [statement])
    for argv in (("list",), ("status",), ("log", "note", "x"), ("undo",)):
        ran = heeldiary.refused(1, *argv)
        assert named in ran.err, ran
        assert ran.err.splitlines()[-1].endswith(remedy), ran
        assert "damaged" not in ran.err
    add(path, [remedy])
    heeldiary.done("log", "note", "goes on")


@pytest.mark.grid(4)
@pytest.mark.parametrize("name", HARMLESS)
def test_what_does_no_harm_is_no_hindrance(heeldiary: Heeldiary, path: Path, name: str) -> None:
    add(path, HARMLESS[name])
    heeldiary.done("log", "left", "6", "--note", "x")
    heeldiary.done("log", "note", "y")
    heeldiary.done("undo")
    for argv in (("list",), ("status",), ("export",), ("trends",)):
        heeldiary.done(*argv)
    assert {entry["note"] for entry in heeldiary.entries()} == {"there before", "x"}


@pytest.mark.parametrize("fts", ["FTS5", "FTS4"])
def test_a_search_index_of_sqlite_utils(heeldiary: Heeldiary, path: Path, fts: str) -> None:
    database = Database(str(path))
    database.table("entry").enable_fts(["note"], create_triggers=True, fts_version=fts)
    database.conn.close()
    ran = heeldiary.refused(1, "log", "6", "--foot", "left")
    assert "triggers" in ran.err
    drops = ran.err.splitlines()[-1].partition(": ")[2]
    assert all(f"DROP TRIGGER entry_{event};" in drops for event in ("ai", "ad", "au"))
    with another(path) as connection:
        connection.executescript(drops)
    heeldiary.done("log", "6", "--foot", "left")


def test_what_is_beyond_the_bounds_is_still_the_persons(heeldiary: Heeldiary, path: Path) -> None:
    """The diary's own constraint does not count as foreign, even if another program has added things to the file."""
    add(path, ["CREATE TABLE mine (id TEXT)", f"CREATE TRIGGER fine {INSERT} INSERT INTO mine VALUES (NEW.id); END"])
    with another(path) as connection, pytest.raises(Exception, match="cannot hold that"):
        Sql(connection).run("INSERT INTO tag SELECT id, 1, '' FROM entry")


def test_the_fingerprint_is_that_of_a_new_diary() -> None:
    with built() as connection:
        assert fingerprint(Sql(connection)) == FINGERPRINT


@pytest.mark.parametrize("foot", ["left", "right"])
def test_a_half_of_an_entry_that_stands_in_the_way_is_named(heeldiary: Heeldiary, foot: str) -> None:
    """Deleted by a program that holds to no foreign keys, a score is gone and its day cannot be scored again."""
    heeldiary.done("log", foot, "6")
    (entry,) = heeldiary.entries()
    without_triggers(heeldiary.diary)
    with another(heeldiary.diary, foreign_keys=False) as connection:
        connection.execute("DELETE FROM entry")
    ran = heeldiary.refused(1, "log", foot, "5")
    assert entry["id"] in ran.err
    add(heeldiary.diary, [ran.err.splitlines()[-1].partition(": ")[2]])
    heeldiary.done("log", foot, "5")


def test_what_nothing_of_another_program_explains_is_named_by_sqlites_code(diary: Diary) -> None:
    with pytest.raises(Refused) as refused:
        diary.sql.run("no statement")
    assert refused.value.message == "SQLite could not do that (SQLITE_ERROR), and nothing was changed"
    assert refused.value.remedy == "try again; if that does not change it, report it with `heeldiary --version`"


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("CopyOut", "CopyOut"), ("_out2", "_out2"), ("copy out", '"copy out"'), ("2nd", '"2nd"'),
        ('my "own"', '"my ""own"""'), ("Z" * 64, "Z" * 64), ("Z" * 65, f'"{"Z" * 65}"'),
    ],
)  # fmt: skip
def test_a_name_is_quoted_where_sql_needs_it(name: str, written: str) -> None:
    problem = interfering([SchemaPart("trigger", name, "entry", "")])
    assert f"trigger {written} in the diary's file" in problem.message
    assert problem.remedy.endswith(f": DROP TRIGGER {written};")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("entry_by_day", "CREATE INDEX entry_by_day ON entry (day, nowhere)"),
        ("entry", "CREATE TABLE entry (id TEXT, shoes oops (("),
        ("mine", "CREATE TABLE mine oops (("),
        ("mine", "CREATE TABLE nowhere.mine (x, x)"),
    ],
)
def test_a_layout_that_cannot_be_parsed_is_damage(heeldiary: Heeldiary, path: Path, name: str, text: str) -> None:
    """Nothing is to be dropped then: nobody knows what it was."""
    add(path, ["CREATE TABLE mine (word TEXT)"])
    with another(path) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_schema SET sql = ? WHERE name = ?", (text, name))
    ran = heeldiary.refused(1, "list")
    assert "the diary's file is damaged" in ran.err
    assert "DROP" not in ran.err


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            "unsafe use of load_extension()",
            "it does something that SQLite does not allow a trigger in an untrusted file",
        ),
        ("no such table: main.nowhere", "it refers to a table that does not exist"),
        ("no such column: nowhere", "it refers to a column that does not exist"),
        ("no such function: nowhere", "it calls a function that does not exist"),
        ("no such module: nowhere", "it needs a module that does not exist"),
        ("nowhere is full", "it refuses what is saved"),
    ],
)
def test_the_reason_is_given_in_words(diary: Diary, text: str, reason: str) -> None:
    diary.sql.connection.execute(f"CREATE TRIGGER copy_out {INSERT} INSERT INTO nowhere VALUES (NEW.note); END")
    problem = explain(sqlite3.OperationalError(text), diary.sql.connection)
    assert problem.message == (
        f"another program's trigger copy_out in the diary's file stopped this: {reason}; nothing was changed"
    )
    assert problem.remedy == "drop it with the sqlite3 program: DROP TRIGGER copy_out;"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("NOT NULL constraint failed: entry.shoes", "it needs a value of its own"),
        ("CHECK constraint failed: shoes > 3", "its check refuses what is saved"),
    ],
)
def test_the_reason_of_a_column_is_given_in_words(diary: Diary, text: str, reason: str) -> None:
    diary.sql.connection.execute("ALTER TABLE entry ADD COLUMN shoes TEXT")
    problem = explain(sqlite3.IntegrityError(text), diary.sql.connection)
    assert problem.message == (
        f"another program's column shoes of the table entry stopped this: {reason}; nothing was changed"
    )
    assert problem.remedy == "drop it with the sqlite3 program: ALTER TABLE entry DROP COLUMN shoes;"
