"""`heeldiary redo` brings back what was undone, until the next change."""

import pytest

from tests.runner import Heeldiary


@pytest.fixture
def undone(heeldiary: Heeldiary) -> Heeldiary:
    """A diary with a 4, whose change to 6 was undone."""
    heeldiary.done("log", "left", "4")
    heeldiary.done("log", "left", "6")
    heeldiary.done("undo")
    return heeldiary


def scores(heeldiary: Heeldiary) -> list[int]:
    """All scores."""
    return [entry["score"] for entry in heeldiary.entries() if entry["type"] == "pain"]


def test_it_says_what_it_did_again(undone: Heeldiary) -> None:
    assert undone.done("redo").out == "Redone: left foot, first steps, 6/10, Sun 22 Nov 2026\n"
    assert scores(undone) == [6]


def test_a_change_done_again_says_what_stands_now(heeldiary: Heeldiary) -> None:
    heeldiary.done("log", "left", "6")
    heeldiary.done("edit", "last", "--score", "4", "--tag", "rain")
    heeldiary.done("undo")
    said = heeldiary.done("redo").out.splitlines()
    assert said == [
        "Redone: the change of left foot, first steps, 6/10, Sun 22 Nov 2026", "Now: left foot, first steps, 4/10 #rain"
    ]  # fmt: skip


def test_a_day_that_was_changed_again_is_named(heeldiary: Heeldiary) -> None:
    heeldiary.done("log", "care", "ice", "--day", "2026-11-11")
    heeldiary.done("edit", "last", "--day", "2026-11-12")
    heeldiary.done("undo")
    assert heeldiary.done("redo").out == "Redone: the change of ice, Wed 11 Nov 2026\nNow: ice, Thu 12 Nov 2026\n"


def test_json_has_the_entries_touched(undone: Heeldiary) -> None:
    shape = undone.done("redo", "--json").json
    assert shape["what"] == "left foot, first steps, 6/10, Sun 22 Nov 2026"
    assert [entry["score"] for entry in shape["entries"]] == [6]


def test_what_was_redone_can_be_undone_again(undone: Heeldiary) -> None:
    undone.done("redo")
    undone.done("undo")
    assert scores(undone) == [4]
    undone.done("redo")
    assert scores(undone) == [6]


def test_several_are_redone_in_the_order_they_were_made(undone: Heeldiary) -> None:
    undone.done("undo")
    assert scores(undone) == []
    undone.done("redo")
    assert scores(undone) == [4]
    undone.done("redo")
    assert scores(undone) == [6]


def test_a_redone_deletion_deletes(heeldiary: Heeldiary) -> None:
    heeldiary.done("log", "left", "4")
    heeldiary.done("delete", heeldiary.entries()[0]["id"])
    heeldiary.done("undo")
    heeldiary.done("redo")
    assert heeldiary.entries() == []


@pytest.mark.parametrize("change", [("log", "note", "new"), ("settings", "theme", "nord"), ("log", "left", "5")])
def test_a_change_in_between_leaves_nothing_to_redo(undone: Heeldiary, change: tuple[str, ...]) -> None:
    undone.done(*change)
    assert "there is nothing to redo" in undone.refused(1, "redo").err


def test_an_import_in_between_too(undone: Heeldiary) -> None:
    undone.done("import", "-", stdin='{"type": "note", "day": "2026-11-02", "note": "hello"}\n')
    undone.refused(1, "redo")


def test_what_changes_nothing_leaves_it(undone: Heeldiary) -> None:
    undone.refused(2, "log", "left", "11")
    undone.done("list")
    undone.done("redo")
    assert scores(undone) == [6]


def test_on_a_new_diary_nothing_is_created(heeldiary: Heeldiary) -> None:
    heeldiary.refused(1, "redo")
    assert not heeldiary.diary.exists()


def test_several_changes_are_undone_and_redone_one_by_one(heeldiary: Heeldiary) -> None:
    for minutes in (10, 20, 30):
        heeldiary.done("log", "activity", "walking", f"{minutes}")
    day = ", Sun 22 Nov 2026\n"
    assert heeldiary.done("undo", "2").out == f"Undone: walking, 30 min{day}Undone: walking, 20 min{day}"
    assert [entry["minutes"] for entry in heeldiary.entries()] == [10]
    assert [shape["what"] for shape in heeldiary.done("redo", "2", "--json").jsonl] == [
        "walking, 20 min, Sun 22 Nov 2026", "walking, 30 min, Sun 22 Nov 2026",
    ]  # fmt: skip
    assert len(heeldiary.entries()) == 3
