"""A review of a week in which something cannot be read: the rest is shown, and that is named."""

import sqlite3
from contextlib import closing

import pytest

from tests.runner import Heeldiary


@pytest.fixture
def torn(heeldiary: Heeldiary) -> str:
    """The id of a note whose words another program has replaced by bytes."""
    heeldiary.done("log", "left", "6")
    heeldiary.done("log", "note", "words")
    key = next(entry["id"] for entry in heeldiary.entries() if entry["type"] == "note")
    with closing(sqlite3.connect(heeldiary.diary)) as connection, connection:
        connection.execute("UPDATE entry SET note = CAST(x'ff41' AS TEXT) WHERE id = ?", (key,))
    return str(key)


@pytest.mark.parametrize("form", [(), ("--plain",), ("--json",)])
def test_what_can_be_read_is_shown_and_the_rest_named(heeldiary: Heeldiary, torn: str, form: tuple[str, ...]) -> None:
    ran = heeldiary("review", *form)
    assert ran.code == 1
    assert ('"mornings": 1' if form == ("--json",) else "1 of 7 mornings") in ran.out
    assert torn in ran.err


@pytest.mark.parametrize("command", ["show", "status", "review"])
def test_care_of_another_day_that_cannot_be_read_hides_nothing(heeldiary: Heeldiary, command: str) -> None:
    heeldiary.done("care", "taping", "--day", "2026-11-13", "--until", "2026-11-25")
    heeldiary.done("log", "left", "6")
    with closing(sqlite3.connect(heeldiary.diary)) as connection, connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute("UPDATE care SET until = 'soon'")
    assert "6" in heeldiary.done(command).out
    assert heeldiary("show", "2026-11-13").code == 1
