"""A diary copied by `.dump` has lost its two header numbers: it is recognised by its tables, and a remedy given."""

import shlex
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from heeldiary.store.file.header_numbers import schema_by_tables
from heeldiary.store.steps import APPLICATION_ID, LATEST
from tests.runner import Heeldiary
from tests.store.connections import another, unwell

OLD = sorted((Path(__file__).parents[1] / "old").glob("*.db"))


def dumped(source: Path, target: Path) -> None:
    """Copy a diary statement by statement, as `sqlite3 FILE .dump` does."""
    with closing(sqlite3.connect(source)) as one, closing(sqlite3.connect(target)) as other:
        other.executescript("\n".join(one.iterdump()))


def by_sqlite_utils(source: Path, target: Path) -> None:
    """Copy a diary table by table."""
    with closing(Database(str(source)).conn) as one, closing(Database(str(target)).conn) as other:
        other.executescript("\n".join(Database(one).iterdump()))


def without_program(source: Path, target: Path) -> None:
    """Copy the file with its `application_id` alone lost."""
    shutil.copy(source, target)
    with another(target) as connection:
        connection.execute("PRAGMA application_id = 0")


def without_schema(source: Path, target: Path) -> None:
    """Copy the file with its `user_version` alone lost."""
    shutil.copy(source, target)
    with another(target) as connection:
        connection.execute("PRAGMA user_version = 0")


COPIES = pytest.mark.parametrize("copy", [dumped, by_sqlite_utils, without_program, without_schema])
Copy = Callable[[Path, Path], None]


@pytest.fixture
def entries(heeldiary: Heeldiary) -> list[dict[str, object]]:
    """The entries of an existing diary."""
    heeldiary.done("log", "left", "6", "right", "2", "--tag", "rain")
    heeldiary.done("log", "massage", "--foot", "both", "--ki1", "90s")
    return heeldiary.entries()


def replaced(heeldiary: Heeldiary, copy: Copy) -> None:
    """Put a copy in the diary's place."""
    copy(heeldiary.diary, heeldiary.home / "copy.db")
    (heeldiary.home / "copy.db").replace(heeldiary.diary)


@COPIES
def test_it_is_recognised_and_the_way_back_is_named(
    heeldiary: Heeldiary, entries: list[dict[str, object]], copy: Copy
) -> None:
    replaced(heeldiary, copy)
    for argv in (("list",), ("status",), ("export",), ("nudge",), ("undo",), ("log", "6", "--foot", "left")):
        ran = heeldiary.refused(1, *argv)
        assert "a diary's tables" in ran.err
    program, path, settings = shlex.split(ran.err.splitlines()[-1].partition(": ")[2])
    assert (program, path) == ("sqlite3", str(heeldiary.diary))
    with another(heeldiary.diary) as connection:
        connection.executescript(settings)
    assert heeldiary.entries() == entries
    heeldiary.done("log", "right", "3", "--moment", "worst")
    assert unwell(heeldiary.diary) == []


@pytest.mark.grid(4)
@COPIES
@pytest.mark.parametrize(("answer", "code"), [("y\n", 0), ("n\n", 1), ("", 1)])
def test_a_person_is_asked(
    at_terminal: Heeldiary, heeldiary: Heeldiary, entries: list[dict[str, object]], copy: Copy, answer: str, code: int
) -> None:
    replaced(heeldiary, copy)
    before = heeldiary.diary.read_bytes()
    assert at_terminal("list").code == 1
    ran = at_terminal("log", "note", "words", "--day", "2026-11-22", stdin=answer)
    assert ran.code == code, ran
    if code:
        assert heeldiary.diary.read_bytes() == before
    else:
        assert len(heeldiary.entries()) == len(entries) + 1


@pytest.mark.grid(3)
@pytest.mark.parametrize("old", OLD, ids=lambda path: path.stem)
def test_of_an_older_schema(at_terminal: Heeldiary, heeldiary: Heeldiary, old: Path) -> None:
    heeldiary.home.mkdir()
    dumped(old, heeldiary.diary)
    number = old.stem.partition("-")[0]
    ran = heeldiary.refused(1, "list")
    assert f"user_version = {number}'" in ran.err
    at_terminal.done("log", "note", "words", "--day", "2026-11-22", stdin="y\n")
    with another(heeldiary.diary) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (LATEST,)
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)


def test_with_tables_of_another_program_beside(heeldiary: Heeldiary, entries: list[dict[str, object]]) -> None:
    assert entries
    with another(heeldiary.diary) as connection:
        connection.execute("CREATE TABLE mine (word TEXT)")
        connection.execute("ALTER TABLE entry ADD COLUMN weather TEXT")
    replaced(heeldiary, dumped)
    assert "a diary's tables" in heeldiary.refused(1, "list").err


def test_without_one_of_the_tables_it_is_another_programs(
    at_terminal: Heeldiary, heeldiary: Heeldiary, entries: list[dict[str, object]]
) -> None:
    assert entries
    replaced(heeldiary, dumped)
    with another(heeldiary.diary, foreign_keys=False) as connection:
        connection.execute("DROP TABLE pain")
    assert "another program" in at_terminal.refused(1, "log", "left", "6", stdin="y\n").err


@pytest.mark.parametrize("ending", ["-journal", "-wal"])
def test_beside_a_journal_its_tables_are_not_trusted(
    heeldiary: Heeldiary, entries: list[dict[str, object]], ending: str
) -> None:
    """What the journal holds is not in the file yet, and only SQLite may bring the two together."""
    assert entries
    replaced(heeldiary, dumped)
    assert schema_by_tables(str(heeldiary.diary)) == LATEST
    Path(f"{heeldiary.diary}{ending}").touch()
    assert schema_by_tables(str(heeldiary.diary)) is None
    assert "another program" in heeldiary.refused(1, "list").err
