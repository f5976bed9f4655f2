"""`heeldiary delete` and `undo`: one step per command, back to the first; ids and their short forms."""

import re

import pytest

from tests.runner import Heeldiary


def test_undo_takes_back_one_command_after_another(heeldiary: Heeldiary) -> None:
    states = [heeldiary.done("list", "--json").out]
    for argv in (
        ("log", "left", "6", "right", "2"),
        ("log", "left", "5"),
        ("settings", "affected-foot", "left"),
        ("log", "care", "acupuncture", "--course", "spring", "--day", "2d"),
        ("log", "care", "acupuncture", "--course", "spring", "--day", "4d"),
        ("log", "massage", "--foot", "both", "--ki1", "90s"),
        ("log", "note", "words"),
    ):
        heeldiary.done(*argv)
        states.append(heeldiary.done("list", "--json").out)
    for entry in heeldiary.entries()[:2]:
        heeldiary.done("delete", entry["id"])
        states.append(heeldiary.done("list", "--json").out)
    heeldiary.done("edit", heeldiary.entries()[0]["id"], "--day", "9d")
    while states:
        ran = heeldiary.done("undo")
        undone, *standing = ran.out.splitlines()
        assert undone.startswith("Undone: ")
        assert all(line.startswith("Now: ") for line in standing)
        assert heeldiary.done("list", "--json").out == states.pop()
    assert heeldiary.done("settings", "--json").json["affected-foot"] is None
    heeldiary.refused(1, "undo")


def test_nothing_to_undo(heeldiary: Heeldiary) -> None:
    assert "nothing to undo" in heeldiary.refused(1, "undo").err
    assert not heeldiary.home.exists()


def test_it_says_what_it_took_back(heeldiary: Heeldiary) -> None:
    heeldiary.done("log", "left", "6", "--note", "SECRET")
    told = heeldiary.done("undo").out
    assert "left foot, first steps, 6/10" in told
    assert "SECRET" not in told


def test_undo_in_json_tells_what_it_touched_as_it_is_now(heeldiary: Heeldiary) -> None:
    first = heeldiary.done("log", "left", "6", "--json").json
    second = heeldiary.done("log", "left", "7", "--json").json
    heeldiary.done("delete", first["id"])
    for entries in ([second], [first], [first]):  # back again; as before; gone, as it was
        told = heeldiary.done("undo", "--json").json
        assert list(told) == ["what", "entries"]
        assert isinstance(told["what"], str)
        assert told["entries"] == entries
    assert heeldiary.entries() == []


def test_undo_of_a_setting_touches_no_entry(heeldiary: Heeldiary) -> None:
    heeldiary.done("settings", "day-start", "05:00")
    heeldiary.done("settings", "day-start", "06:00")
    assert heeldiary.done("undo", "--json").json["entries"] == []
    assert heeldiary.done("settings", "--json").json["day-start"] == "05:00"
    heeldiary.done("undo")
    assert heeldiary.done("settings", "--json").json["day-start"] == "04:00"


@pytest.mark.parametrize(
    ("command", "now"),
    [("undo", "day-start is 05:00"), ("undo 2", "day-start has its default value"), ("redo", "day-start is 06:00")],
)
def test_undo_of_a_setting_says_what_it_is_now(heeldiary: Heeldiary, command: str, now: str) -> None:
    heeldiary.done("settings", "day-start", "05:00")
    heeldiary.done("settings", "day-start", "06:00")
    if command == "redo":
        heeldiary.done("undo")
    assert heeldiary.done(*command.split()).out.splitlines()[-1] == f"Now: {now}"


def test_delete_tells_what_was_deleted(heeldiary: Heeldiary) -> None:
    entry = heeldiary.done("log", "left", "6", "--note", "SECRET", "--json").json
    told = heeldiary.done("delete", entry["id"], "--json").json
    assert list(told) == ["what", "entries"]
    assert told["entries"] == [entry]
    assert "SECRET" not in told["what"]
    assert heeldiary.entries() == []
    heeldiary.done("undo")
    assert "left foot, first steps, 6/10" in heeldiary.done("delete", entry["id"]).out


def put(heeldiary: Heeldiary, *ids: str) -> None:
    """Entries with these ids."""
    path = heeldiary.home.parent / "in.jsonl"
    path.write_text("".join(f'{{"type": "note", "day": "2026-11-02", "note": "n", "id": "{one}"}}\n' for one in ids))
    heeldiary.done("import", str(path))


@pytest.mark.parametrize("command", [("delete",), ("edit", "--note", "x")])
def test_any_unambiguous_start_of_four_letters_or_more(heeldiary: Heeldiary, command: tuple[str, ...]) -> None:
    ids = ("abcdef01", "abcdef02", "abcx", "abcxyz99", "kx3f8a2b")
    put(heeldiary, *ids)
    name, *options = command
    for start in ("abcd", "abcdef", "abcdef0", "zzzz", "abc", "kx3", "k", "", "kx3g", "kx3f8a2bc", "%", "a*"):
        heeldiary.refused(2, name, start, *options)
    for start in ("KX3F", "abcdef01", "abcXY"):
        heeldiary.done(name, start, *options)


def test_a_whole_id_serves_though_another_begins_with_it(heeldiary: Heeldiary) -> None:
    put(heeldiary, "abcx", "abcxyz99")
    heeldiary.done("delete", "abcx")
    assert [entry["id"] for entry in heeldiary.entries()] == ["abcxyz99"]


def test_list_shows_the_shortest_start(heeldiary: Heeldiary) -> None:
    put(heeldiary, "abcdef01", "abcdef02", "kx3f8a2b", "kx3g0000")
    shown = re.findall(r"^ +([a-z]\w+) ", heeldiary.done("list").out, re.MULTILINE)
    assert shown == ["abcdef01", "abcdef02", "kx3f", "kx3g"]
    for start in shown:
        heeldiary.done("delete", start)
    assert heeldiary.entries() == []


@pytest.mark.parametrize("command", [("delete",), ("edit", "--note", "x")])
def test_bytes_that_are_no_text_are_no_id(heeldiary: Heeldiary, command: tuple[str, ...]) -> None:
    put(heeldiary, "abcdef01")
    name, *options = command
    for start in ("\udcff\udcfe\udcfd\udcfc", "abcd\udcff", "☃☃☃☃", "abcd\n"):
        heeldiary.refused(2, name, start, *options)


@pytest.mark.parametrize("argv", [("delete", "abcd"), ("edit", "abcd", "--note", "x"), ("undo",)])
def test_on_a_missing_diary_nothing_is_created(heeldiary: Heeldiary, argv: tuple[str, ...]) -> None:
    heeldiary.refused(1 if argv[0] == "undo" else 2, *argv)
    assert not heeldiary.home.exists()


def test_a_replaced_score_that_stands_again_is_told(heeldiary: Heeldiary) -> None:
    heeldiary.done("log", "4", "2", "--tag", "rain")
    heeldiary.done("log", "6", "3")
    said = heeldiary.done("undo").out.splitlines()
    assert said[0].startswith("Undone: left foot, first steps, 6/10")
    assert said[1] == "Now: left foot, first steps, 4/10 #rain; right foot, first steps, 2/10 #rain"
    assert len(heeldiary.done("undo").out.splitlines()) == 1, "nothing stands again"
    heeldiary.done("redo")
    heeldiary.done("edit", "last", "--tag", "town")
    assert len(heeldiary.done("undo").out.splitlines()) == 1


def test_more_than_there_is_to_undo_or_redo_is_refused_before_anything_is_changed(heeldiary: Heeldiary) -> None:
    heeldiary.done("log", "left", "5")
    heeldiary.done("log", "sitting", "6h")
    assert "only 2 changes can be undone" in heeldiary.refused(1, "undo", "3").err
    assert len(heeldiary.entries()) == 2
    heeldiary.done("undo", "2")
    assert heeldiary.entries() == []
    assert "only 2 changes can be redone" in heeldiary.refused(1, "redo", "9").err
    assert heeldiary.entries() == []
    heeldiary.done("redo")
    assert "only 1 change can be redone" in heeldiary.refused(1, "redo", "2").err
    heeldiary.done("redo")
    assert len(heeldiary.entries()) == 2


def test_a_score_logged_twice_stands_once_after_one_undo(heeldiary: Heeldiary) -> None:
    heeldiary.done("log", "left", "6")
    heeldiary.clock.set("2026-11-22T08:00:00")
    heeldiary.done("log", "left", "6")
    assert heeldiary.done("undo").out.splitlines()[1:] == ["Now: left foot, first steps, 6/10"]
    assert heeldiary.done("undo").out.splitlines()[1:] == []
