"""A table or a column of the diary's own that is missing is found before anything is saved, and named."""

import pytest

from heeldiary.store.file.schema_parts import columns_of_schema
from heeldiary.store.steps import LATEST
from tests.runner import Heeldiary
from tests.store.connections import another

COLUMNS = [(table, column) for table, columns in columns_of_schema(LATEST).items() for column in sorted(columns)]
TABLES = sorted({table for table, _ in COLUMNS})
WRITING = (
    ("log", "6", "--foot", "left"), ("log", "note", "SECRET"), ("log", "sitting", "6h"), ("undo",),
    ("settings", "theme", "nord"),
)  # fmt: skip


@pytest.mark.grid(5)
@pytest.mark.parametrize("table", TABLES)
def test_a_missing_table(heeldiary: Heeldiary, table: str) -> None:
    heeldiary.done("log", "note", "there before")
    with another(heeldiary.diary, foreign_keys=False) as connection:
        connection.execute(f"DROP TABLE {table}")
    for argv in WRITING:
        ran = heeldiary.refused(1, *argv)
        assert f"table {table}" in ran.err


@pytest.mark.thorough
def test_any_missing_column(heeldiary: Heeldiary) -> None:
    heeldiary.done("log", "note", "there before")
    whole = heeldiary.diary.read_bytes()
    for number, (table, column) in enumerate(COLUMNS):
        heeldiary.diary.write_bytes(whole)
        with another(heeldiary.diary, foreign_keys=False) as connection:
            connection.execute("PRAGMA writable_schema = ON")  # or the views would stand in the way
            connection.execute(f"ALTER TABLE {table} RENAME COLUMN {column} TO gone")
        ran = heeldiary.refused(1, *WRITING[number % len(WRITING)])
        assert column in ran.err, (table, column, ran)
        assert "SECRET" not in ran.err


@pytest.mark.grid(5)
@pytest.mark.parametrize("table", TABLES)
def test_what_another_tool_has_added_is_no_hindrance(heeldiary: Heeldiary, table: str) -> None:
    heeldiary.done("log", "note", "there before")
    with another(heeldiary.diary) as connection:
        connection.execute(f"ALTER TABLE {table} ADD COLUMN theirs TEXT")
        connection.execute("CREATE TABLE theirs (word TEXT)")
    for argv in WRITING:
        heeldiary.done(*argv)
