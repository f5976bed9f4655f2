"""`last` stands for the id of the entry saved last, in `edit` and `delete`."""

import pytest

from tests.runner import Heeldiary


def test_it_is_the_one_saved_last_whatever_its_day(heeldiary: Heeldiary) -> None:
    heeldiary.done("log", "left", "6")
    heeldiary.done("log", "activity", "walking", "45", "--day", "3d")
    assert heeldiary.done("edit", "last", "--minutes", "50").out.startswith("Changed: walking, 50 min")
    assert heeldiary.done("delete", "LAST").out.startswith("Deleted: walking")
    assert heeldiary.done("edit", "last", "--score", "5").out.startswith("Changed: left foot, first steps, 5/10")


def test_a_changed_one_counts_as_saved(heeldiary: Heeldiary) -> None:
    heeldiary.done("log", "left", "6")
    heeldiary.done("log", "activity", "walking", "45")
    (pain,) = (entry for entry in heeldiary.entries() if entry["type"] == "pain")
    heeldiary.done("edit", pain["id"], "--score", "5")
    assert "left foot" in heeldiary.done("delete", "last").out


def test_settings_saved_later_do_not_count(heeldiary: Heeldiary) -> None:
    heeldiary.done("log", "left", "6")
    heeldiary.done("settings", "theme", "nord")
    assert "left foot" in heeldiary.done("delete", "last").out


@pytest.mark.parametrize("command", ["edit", "delete"])
def test_two_feet_saved_at_once_are_two(heeldiary: Heeldiary, command: str) -> None:
    heeldiary.done("log", "6", "4")
    options = ("--score", "5") if command == "edit" else ()
    assert "more than one entry was saved last" in heeldiary.refused(2, command, "last", *options).err
    assert [entry["score"] for entry in heeldiary.entries()] == [6, 4]


def test_without_any_it_is_refused(heeldiary: Heeldiary) -> None:
    heeldiary.done("settings", "theme", "nord")
    assert "no entry was saved last" in heeldiary.refused(2, "delete", "last").err
