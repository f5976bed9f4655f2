"""`schema.sql` at the root is what the numbered steps add up to, and it explains every table and column."""

import re
import sqlite3
from pathlib import Path

import pytest

from heeldiary.store.diary import Diary
from heeldiary.store.steps import APPLICATION_ID, LATEST, STEPS, create_schema
from tests.store.connections import in_memory

SCHEMA = (Path(__file__).parents[2] / "schema.sql").read_text(encoding="utf-8")
TABLES = dict(re.findall(r"^CREATE TABLE (\w+) \(\n(.*?)^\) STRICT", SCHEMA, re.DOTALL | re.MULTILINE))
VIEWS = dict(re.findall(r"^CREATE VIEW (\w+) AS\n(.*?);$", SCHEMA, re.DOTALL | re.MULTILINE))
CONSTRAINT = re.compile(r"(CHECK|UNIQUE|PRIMARY KEY|FOREIGN KEY)\b")


def built() -> sqlite3.Connection:
    """A diary in memory, built by the numbered steps."""
    connection = in_memory()
    create_schema(connection)
    return connection


def everything(connection: sqlite3.Connection) -> list[tuple[str, str, str]]:
    """All that a schema has: type, name and SQL, comments included, white space aside."""
    return sorted(
        (kind, name, " ".join((sql or "").split()))
        for kind, name, sql in connection.execute("SELECT type, name, sql FROM sqlite_master")
    )


def test_the_steps_build_what_schema_sql_says() -> None:
    read = in_memory()
    read.executescript(SCHEMA)
    assert everything(built()) == everything(read)


def test_one_step_to_each_schema_number() -> None:
    assert len(STEPS) == LATEST
    connection = built()
    assert connection.execute("PRAGMA user_version").fetchone() == (LATEST,)
    assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)


def test_every_table_is_strict() -> None:
    tables = built().execute(
        "SELECT name, strict FROM pragma_table_list"
        " WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'"
    )
    assert dict(tables.fetchall()) == dict.fromkeys(TABLES, 1)


@pytest.mark.parametrize("table", TABLES)
def test_every_table_and_column_has_a_comment(table: str) -> None:
    first, *lines = TABLES[table].splitlines()
    assert re.fullmatch(r"    -- \w.{9,}", first), first
    commented = {}
    for line in lines:
        found = re.match(r"    (\w+) (?:TEXT|INTEGER|REAL|BLOB|ANY)\b[^-]*(?:-- (\w.+))?$", line)
        if found and not CONSTRAINT.match(line.strip()):
            commented[found[1]] = found[2]
    columns = [name for (name,) in built().execute("SELECT name FROM pragma_table_info(?)", (table,))]
    assert list(commented) == columns
    assert all(commented.values()), commented


def test_every_view_has_a_comment_and_can_be_read() -> None:
    connection = built()
    views = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'view'")}
    assert views == set(VIEWS)
    assert {"first_step_mornings", "weeks"} <= views
    for name, body in VIEWS.items():
        assert body.startswith("-- "), name
        assert connection.execute(f"SELECT * FROM {name}").fetchall() == []


def test_every_index_is_used_or_keeps_something_unique() -> None:
    """The unique ones are constraints; the others have to serve a query that the diary asks."""
    connection = built()
    indexes = dict(
        connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql NOT NULL").fetchall()
    )
    queries = (
        "SELECT * FROM entry WHERE day BETWEEN '2026-01-01' AND '2026-01-31'",
        "SELECT day, foot, score FROM pain WHERE day BETWEEN '2026-01-01' AND '2026-12-31' AND moment = 'first-step'",
        "SELECT day, sum(minutes) FROM activity WHERE day BETWEEN '2026-01-01' AND '2026-12-31' GROUP BY day",
        "SELECT day, sum(minutes) FROM sitting WHERE day BETWEEN '2026-01-01' AND '2026-12-31' GROUP BY day",
        "SELECT id FROM massage WHERE day BETWEEN '2026-01-01' AND '2026-12-31' AND foot = 'left'",
        "SELECT id FROM care WHERE day BETWEEN '2026-01-01' AND '2026-12-31'",
        "SELECT id FROM sore WHERE day BETWEEN '2026-01-01' AND '2026-12-31' AND foot = 'left'",
        "SELECT id FROM entry WHERE late AND type = 'pain'",
        "SELECT id FROM care WHERE course = 'spring' AND visit IS NOT NULL",
    )
    plans = " ".join(str(row) for query in queries for row in connection.execute(f"EXPLAIN QUERY PLAN {query}"))
    assert {name for name, sql in indexes.items() if "UNIQUE" not in sql and name not in plans} == set()


def test_a_diary_waits_for_the_disk_and_keeps_its_foreign_keys(diary: Diary) -> None:
    assert diary.sql.value("PRAGMA journal_mode") == "delete"
    assert diary.sql.value("PRAGMA synchronous") == 3, "EXTRA: the folder too, once the journal is gone"
    assert diary.sql.value("PRAGMA foreign_keys") == 1
    assert diary.sql.value("PRAGMA trusted_schema") == 0
