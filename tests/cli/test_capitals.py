"""Names of the person's own keep the capitals they were first written with, and compare without regard to case."""

import sqlite3
from pathlib import Path

import pytest

from tests.runner import Heeldiary

TYPED = [
    ("activity {} 45", "kind", "Tai Chi", "TAI chi"),
    ("care {} 45", "kind", "Ultraschall", "ultraSchall"),
    ("care acupuncture --course {}", "course", "Dr Übel", "DR üBEL"),
]


def logged(heeldiary: Heeldiary, command: str, word: str) -> dict[str, object]:
    """The entry that a command with a word in it logs."""
    shape: dict[str, object] = heeldiary.done("log", *(part.format(word) for part in command.split()), "--json").json
    return shape


@pytest.mark.parametrize(("command", "key", "first", "again"), TYPED)
def test_the_first_spelling_stays(heeldiary: Heeldiary, command: str, key: str, first: str, again: str) -> None:
    assert logged(heeldiary, command, first)[key] == first
    assert logged(heeldiary, command, again)[key] == first


def test_the_visits_of_a_course_count_on(heeldiary: Heeldiary) -> None:
    logged(heeldiary, "care acupuncture --course {}", "Spring")
    assert logged(heeldiary, "care acupuncture --course {}", "SPRING")["visit"] == 2


def test_the_usual_kinds_are_lower_case(heeldiary: Heeldiary) -> None:
    assert logged(heeldiary, "activity {} 45", "Walking")["kind"] == "walking"
    assert logged(heeldiary, "care {}", "ICE")["kind"] == "ice"


def test_a_tag_too(heeldiary: Heeldiary) -> None:
    for typed in ("Rain", "rain,RAIN", "#rAIN"):
        heeldiary.done("log", "note", "x", "--tag", typed)
    assert [entry["tags"] for entry in heeldiary.entries()] == [["Rain"]] * 3
    assert len(heeldiary.done("list", "--tag", "raIN", "--json").jsonl) == 3
    heeldiary.done("edit", heeldiary.entries()[0]["id"], "--untag", "RAIN")
    assert [entry["tags"] for entry in heeldiary.entries()].count([]) == 1
    heeldiary.done("tags", "delete", "rain")
    assert heeldiary.done("tags", "--json").json == []


def test_a_rename_changes_capitals(heeldiary: Heeldiary) -> None:
    for day in ("0d", "1d"):
        heeldiary.done("log", "note", "x", "--tag", "rain", "--day", day)
    heeldiary.done("tags", "rename", "rain", "Rain")
    assert [entry["tags"] for entry in heeldiary.entries()] == [["Rain"]] * 2
    assert heeldiary.done("log", "note", "x", "--tag", "rain", "--json").json["tags"] == ["Rain"]


def test_a_rename_onto_another_spelling_is_a_merge(heeldiary: Heeldiary) -> None:
    heeldiary.done("log", "note", "x", "--tag", "Rain, wet")
    assert "--merge" in heeldiary.refused(2, "tags", "rename", "WET", "rain").err
    heeldiary.done("tags", "rename", "WET", "rain", "--merge")
    assert heeldiary.entries()[0]["tags"] == ["Rain"]


def test_an_edit_too(heeldiary: Heeldiary) -> None:
    logged(heeldiary, "activity {} 45", "Tai Chi")
    entry_id = str(logged(heeldiary, "activity {} 45", "walking")["id"])
    assert heeldiary.done("edit", entry_id, "--kind", "tai chi", "--json").json["kind"] == "Tai Chi"


def test_an_import_spells_as_the_diary_does(heeldiary: Heeldiary, tmp_path: Path) -> None:
    heeldiary.done("log", "note", "x", "--tag", "Rain")
    lines = [
        '{"type": "note", "day": "2026-11-02", "note": "a", "tags": ["RAIN", "Mud"]}',
        '{"type": "note", "day": "2026-11-03", "note": "b", "tags": ["mud"]}',
    ]
    path = tmp_path / "in.jsonl"
    path.write_text("\n".join(lines) + "\n")
    heeldiary.done("import", str(path))
    assert [entry["tags"] for entry in heeldiary.entries()] == [["Rain", "Mud"], ["Mud"], ["Rain"]]
    assert "Already there: 2 entries" in heeldiary.done("import", str(path)).out


def test_a_factor_counts_every_spelling(heeldiary: Heeldiary) -> None:
    heeldiary.done("settings", "affected-foot", "left")
    heeldiary.done("links", "declare", "tag:RAIN", "care:Ultraschall")
    heeldiary.done("log", "note", "x", "--tag", "Rain")
    heeldiary.done("log", "care", "Ultraschall")
    declared = heeldiary.done("links", "declare", "tag:rain", "--json")
    assert "not used yet" not in declared.err
    heeldiary.done("tags", "rename", "rain", "Wet")
    assert heeldiary.done("links", "--json").json["factors"][0]["name"] == "tag:wet"


def test_only_other_capitals_of_a_tag_leave_its_factor(heeldiary: Heeldiary) -> None:
    heeldiary.done("log", "left", "5", "--tag", "Rain")
    heeldiary.done("links", "declare", "tag:rain")
    before = heeldiary.done("links", "--json").json
    heeldiary.done("tags", "rename", "rain", "RAIN")
    assert heeldiary.entries()[0]["tags"] == ["RAIN"]
    assert heeldiary.done("links", "--json").json == before


def test_words_of_an_old_diary_that_differ_by_case_alone_come_back_as_they_were(heeldiary: Heeldiary) -> None:
    for tag in ("strasse", "other"):
        heeldiary.done("log", "note", "x", "--tag", tag)
    with sqlite3.connect(heeldiary.diary) as old:  # as an earlier version wrote them
        old.execute("UPDATE tag SET tag = 'straße' WHERE tag = 'other'")
    exported = heeldiary.done("export").out
    other = heeldiary.other("other")
    other.done("import", "-", stdin=exported)
    assert other.done("export").out == exported
    heeldiary.done("tags", "rename", "straße", "road")
    assert sorted(entry["tags"][0] for entry in heeldiary.entries()) == ["road", "strasse"]


def test_the_only_use_of_a_word_can_be_given_other_capitals(heeldiary: Heeldiary) -> None:
    heeldiary.done("log", "activity", "nordic", "45")
    assert heeldiary.done("edit", "last", "--kind", "Nordic").out.startswith("Changed: Nordic")
    assert heeldiary.entries()[0]["kind"] == "Nordic"
    heeldiary.done("log", "activity", "NORDIC", "30")
    heeldiary.done("edit", "last", "--kind", "nordic")
    assert {entry["kind"] for entry in heeldiary.entries()} == {"Nordic"}
