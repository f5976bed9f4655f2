"""A diary of any earlier version opens, has all its entries, and can be written to."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from heeldiary.store.steps import STEPS
from tests.runner import Heeldiary
from tests.store.connections import another

OLD = sorted((Path(__file__).parents[1] / "old").glob("*.db"))


@pytest.fixture(params=OLD, ids=lambda path: path.stem)
def old(request: pytest.FixtureRequest, heeldiary: Heeldiary) -> Path:
    """An old file, copied to where the diary is."""
    path: Path = request.param
    heeldiary.home.mkdir()
    shutil.copy(path, heeldiary.diary)
    return path


def kept(old: Path) -> list[dict[str, Any]]:
    """What the old version listed."""
    return [json.loads(line) for line in old.with_suffix(".jsonl").read_text("utf-8").splitlines()]


def agree(found: list[dict[str, Any]], before: list[dict[str, Any]]) -> bool:
    """Whether the entries are those of before; a later version may tell more of each."""
    return len(found) == len(before) and all(old.items() <= new.items() for old, new in zip(before, found, strict=True))


def layout(path: Path) -> dict[str, list[str]]:
    """Tables and views with their columns."""
    with another(path) as connection:
        names = connection.execute("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')").fetchall()
        return {
            name: [column for (column,) in connection.execute("SELECT name FROM pragma_table_info(?)", (name,))]
            for (name,) in names
        }


def hashable(entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Entries whose lists are strings, so that they compare as items."""
    return [{name: json.dumps(value) for name, value in entry.items()} for entry in entries]


def test_there_is_one_of_every_earlier_layout() -> None:
    assert {int(path.stem.split("-")[0]) for path in OLD} >= set(range(1, len(STEPS)))


def test_it_is_read_as_it_was(heeldiary: Heeldiary, old: Path) -> None:
    assert agree(hashable(heeldiary.entries()), hashable(kept(old)))


@pytest.mark.grid(3)
def test_it_is_brought_up_and_goes_on(heeldiary: Heeldiary, old: Path) -> None:
    heeldiary.done("log", "8", "--foot", "left", "--day", "2026-11-22")
    heeldiary.done("undo")
    assert agree(hashable(heeldiary.entries()), hashable(kept(old)))
    fresh = Heeldiary(heeldiary.home / "fresh", heeldiary.clock, heeldiary.random)
    fresh.home.mkdir()
    fresh.done("log", "left", "5")
    assert layout(heeldiary.diary) == layout(fresh.diary)


@pytest.mark.grid(3)
def test_its_steps_are_undone_to_the_first(heeldiary: Heeldiary, old: Path) -> None:
    while heeldiary("undo").code == 0:
        pass
    assert heeldiary.entries() == []


@pytest.mark.parametrize("argv", [("status",), ("list", "--json"), ("log", "left", "6", "--day", "today")])
def test_what_takes_long_is_said_before_it_begins(heeldiary: Heeldiary, argv: tuple[str, ...]) -> None:
    heeldiary.home.mkdir()
    shutil.copy(OLD[-1], heeldiary.diary)
    with another(heeldiary.diary) as connection:
        connection.execute("CREATE TABLE photos (photo BLOB)")
        connection.execute("INSERT INTO photos VALUES (zeroblob(21000000))")
    ran = heeldiary.done(*argv)
    assert ran.err.startswith("Updating the diary for this version of heeldiary.")
    assert "Updating" not in ran.out
    assert heeldiary.done(*argv).err == "", "it is up to date now"


@pytest.mark.grid(3)
def test_of_what_is_done_in_a_moment_nothing_is_said(heeldiary: Heeldiary, old: Path) -> None:
    assert heeldiary.done("status").err == ""
