"""`heeldiary routine list|show|start|check|new|delete`: routines as data, by command."""

import re
from pathlib import Path

import pytest

from heeldiary.cli.routine.routine import WHATS
from heeldiary.domain.routine.built_in import BUILT_IN
from tests.cli.test_hostile_notes import fit_for_a_terminal
from tests.runner import Heeldiary, Process
from tests.store.connections import another

MINE = '# after the shower\n\n[[step]]\npoint = "foot bath"\nseconds = 60\n'
HOSTILE = ("[red]x", "[/", "a\x1b[2J\x07\u202egnp", "$(reboot)", "{0} %s", "漢字👩\u200d👩\u200d👧")


def kept(heeldiary: Heeldiary, text: str = MINE, name: str = "mine") -> Path:
    """A routine made from a file, and the file."""
    path = heeldiary.home.parent / f"{name}.toml"
    path.write_text(text, "utf-8")
    heeldiary.done("routine", "new", str(path))
    return path


def names(heeldiary: Heeldiary) -> list[str]:
    """The routines that the list names."""
    return [line.split()[0] for line in heeldiary.done("routine", "list").out.splitlines()]


@pytest.mark.parametrize("what", WHATS)
def test_the_help_has_an_example(heeldiary: Heeldiary, what: str) -> None:
    for option in ("--help", "-h"):
        told = heeldiary.done("routine", what, option).out
        assert told.startswith(f"usage: heeldiary routine {what}")
        assert f"\n  heeldiary routine {what}" in told
    assert max(map(len, told.splitlines())) <= 120
    assert what in heeldiary.done("routine", "--help").out
    assert not heeldiary.home.exists()


def test_what_only_reads_creates_nothing(heeldiary: Heeldiary) -> None:
    assert names(heeldiary) == list(BUILT_IN)
    for name in BUILT_IN:
        heeldiary.done("routine", "show", name)
        heeldiary.done("routine", "show", name, "--toml")
        heeldiary.done("routine", "check", name)
    assert "no routine of your own" in heeldiary.done("routine", "check").out
    for argv in (("show", "none"), ("start", "none"), ("check", "none"), ("edit", "none"), ("start", "clinic")):
        heeldiary.refused(2, "routine", *argv)
    assert not heeldiary.home.exists()


def test_the_list_tells_length_kind_and_whose_it_is(heeldiary: Heeldiary) -> None:
    kept(heeldiary)
    assert heeldiary.done("routine", "list").out.splitlines() == [
        "clinic          8:00 a foot, massage, built in",
        "fascia-stretch  2:10 a foot, stretching, built in",
        "heel-raise      8:48 a foot, strengthening, built in",
        "mine            1:00 a foot, massage, your own",
    ]
    heeldiary.done("settings", "ki1-seconds", "60")
    assert "clinic          7:30" in heeldiary.done("routine", "list").out


def test_one_is_shown_with_what_it_is_and_where_it_comes_from(heeldiary: Heeldiary) -> None:
    told = heeldiary.done("routine", "show", "heel-raise").out
    assert told.startswith("High-load heel raise (heel-raise): 8:48 a foot, strengthening, built in\n")
    assert "From: Rathleff 2014; Riel 2023" in told
    assert "1. Heel raise on one leg, 3 sets of 12: up 3 s, hold 2 s, down 3 s; rest 2 min" in told
    assert "from week 1: 3 sets of 12; from week 3: 4 sets of 10; from week 5: 5 sets of 8." in told
    assert "10 times: pull 10 s, let go 3 s" in heeldiary.done("routine", "show", "fascia-stretch").out
    assert "We found no trial of people pressing these points" in heeldiary.done("routine", "show", "clinic").out


@pytest.mark.parametrize("name", BUILT_IN)
def test_what_is_shown_as_toml_can_be_kept_under_another_name(heeldiary: Heeldiary, name: str) -> None:
    toml = heeldiary.done("routine", "show", name, "--toml").out
    heeldiary.done("routine", "new", "-", stdin=toml.replace(f'name = "{name}"', 'name = "mine"'))
    shown = heeldiary.done("routine", "show", "mine").out
    assert shown.splitlines()[1:] == heeldiary.done("routine", "show", name).out.splitlines()[1:]


@pytest.mark.parametrize(("name", "title"), [("0-", "0"), ("a--b-", "A b"), ("evening-feet", "Evening feet")])
def test_a_title_made_of_its_name_survives_a_file(heeldiary: Heeldiary, name: str, title: str) -> None:
    heeldiary.done("routine", "new", name)
    shown = heeldiary.done("routine", "show", name, "--json").json
    assert shown["title"] == title
    toml = heeldiary.done("routine", "show", name, "--toml").out
    heeldiary.done("routine", "new", "-", "--replace", stdin=toml)
    assert heeldiary.done("routine", "show", name, "--json").json == shown


def test_the_words_that_were_written_come_back(heeldiary: Heeldiary) -> None:
    kept(heeldiary)
    assert heeldiary.done("routine", "show", "mine", "--toml").out == MINE
    heeldiary.done("routine", "new", "-", "--replace", stdin=f"\ufeff\n\nname = 'mine'\n{MINE}".replace("\n", "\r\n"))
    assert heeldiary.done("routine", "show", "mine", "--toml").out == f"name = 'mine'\n{MINE}"


def test_line_ends_of_other_kinds_break_nothing(heeldiary: Heeldiary) -> None:
    kept(heeldiary, f"title = 'a\u2028b\u0085c'\n{MINE}")
    heeldiary.done("routine", "check", "mine")
    assert "a b c" in heeldiary.done("routine", "show", "mine").out


def test_a_copy(heeldiary: Heeldiary) -> None:
    ran = heeldiary.done("routine", "new", "evening-2")
    assert ran.out.startswith("Saved: routine evening-2, 4 steps, 8:00 a foot\n")
    heeldiary.done("routine", "new", "Raises", "--from", "heel-raise")
    heeldiary.done("routine", "new", "raises-2", "--from", "raises")
    assert names(heeldiary) == [*BUILT_IN, "evening-2", "Raises", "raises-2"]
    assert "Evening 2 (evening-2)" in heeldiary.done("routine", "show", "evening-2").out
    assert "from week 5" in heeldiary.done("routine", "show", "raises-2").out


@pytest.mark.grid(4)
@pytest.mark.parametrize(
    "argv",
    [
        ("new",), ("new", ""), ("new", "a b"), ("new", "x" * 41), ("new", "-x"), ("new", "ä"),
        ("new", "x", "--from", "none"),
        ("new", "clinic"), ("new", "heel-raise", "--replace"), ("new", "no-such.toml"), ("new", "/"), ("new", "x", "y"),
        ("new", "-"), ("new", "-", "--from", "clinic"), ("new", "x", "--from"), ("check", "no-such.toml"),
        ("check", "none"), ("check", "a", "b"), ("delete",), ("delete", "none"), ("delete", "clinic"), ("show",),
        ("show", "none"), ("show", "../diary"), ("show", "clinic", "--tml"), ("list", "x"), ("delete", "x", "--json"),
        ("start",), ("start", "none"), ("start", "clinic", "--foot", "nose"), ("edit",),
        ("edit", "clinic"), ("edit", "none"),
        ("dance",), ("dance", "--json"), ("show", "\x1b[2J"), ("show", "\udcff"), ("new", "\udcff.toml"),
    ],
)  # fmt: skip
def test_bad_ones_are_refused_and_change_nothing(heeldiary: Heeldiary, argv: tuple[str, ...]) -> None:
    heeldiary.refused(2, "routine", *argv)
    assert not heeldiary.home.exists()
    kept(heeldiary)
    ran = heeldiary.refused(2, "routine", *argv)
    assert fit_for_a_terminal(ran.err)


def test_a_taken_name_needs_replace(heeldiary: Heeldiary) -> None:
    path = kept(heeldiary)
    for argv in (("mine",), (str(path),)):
        assert "--replace" in heeldiary.refused(2, "routine", "new", *argv).err
    path.write_text(MINE.replace("60", "90"), "utf-8")
    heeldiary.done("routine", "new", str(path), "--replace")
    assert "1:30 a foot" in heeldiary.done("routine", "show", "mine").out
    heeldiary.done("undo")
    assert "1:00 a foot" in heeldiary.done("routine", "show", "mine").out


def test_a_mistake_names_line_and_key(heeldiary: Heeldiary) -> None:
    path = kept(heeldiary)
    path.write_text(MINE.replace("60", "0"), "utf-8")
    for argv in (("check", str(path)), ("new", str(path), "--replace")):
        told = heeldiary.refused(2, "routine", *argv).err
        assert "line 5, step 1, seconds: " in told
        assert "from 1 to 1800" in told
    path.write_text(f"titel = 3\n{MINE}", "utf-8")
    assert "did you mean title?" in heeldiary.refused(2, "routine", "check", str(path)).err
    path.write_bytes(MINE.encode("utf-16"))
    assert "UTF-8" in heeldiary.refused(2, "routine", "check", str(path)).err


def test_a_folder_and_what_never_ends_are_no_routine(process: Process, tmp_path: Path) -> None:
    for name in (str(tmp_path), "/dev/zero", "/dev/full"):
        ran = process("routine", "check", name)
        assert (ran.code, ran.err.count("\n")) == (2, 2), ran
    assert process("routine", "new", "-", stdin=b"x = '\xff\x1b'").code == 2
    assert not process.home.exists()


def test_a_good_file_is_told_and_not_kept(heeldiary: Heeldiary, tmp_path: Path) -> None:
    path = tmp_path / "good.toml"
    path.write_text(MINE, "utf-8")
    assert heeldiary.done("routine", "check", str(path)).out == "routine good, 1 step, 1:00 a foot\n"
    assert heeldiary.done("routine", "check", "-", stdin=f"name = 'x'\n{MINE}").out.startswith("routine x, ")
    assert not heeldiary.home.exists()


def test_one_that_can_no_longer_be_read_is_told_and_stops_nothing(heeldiary: Heeldiary) -> None:
    kept(heeldiary)
    kept(heeldiary, name="other")
    with another(heeldiary.diary) as connection:
        connection.execute("UPDATE routine SET toml = 'x = [\x1b' WHERE name = 'mine'")
    listed = heeldiary.done("routine", "list").out
    assert "mine" in listed
    assert "cannot be read: heeldiary routine check mine" in listed
    assert "other" in listed
    for argv in (("check",), ("check", "mine"), ("show", "mine"), ("start", "mine"), ("new", "x", "--from", "mine")):
        assert "line 1" in heeldiary.refused(2, "routine", *argv).err
    assert fit_for_a_terminal(heeldiary.done("routine", "show", "mine", "--toml").out)
    heeldiary.done("routine", "delete", "mine")
    assert names(heeldiary) == [*BUILT_IN, "other"]


@pytest.mark.parametrize("words", HOSTILE)
def test_words_are_data(heeldiary: Heeldiary, words: str) -> None:
    plain = words.replace("\x1b", "").replace("\x07", "")
    word = re.sub("[0-9,]", "", plain)
    step = f"title = '''{plain}'''\nhow = '''{plain}'''\ntempo = 'up{word} 3'\n"
    kept(heeldiary, f"title = '''{plain}'''\nabout = '''{plain}'''\n[[step]]\npoint = '''{plain}'''\n{step}")
    for argv in (("list",), ("show", "mine"), ("show", "mine", "--toml"), ("check",), ("delete", "mine")):
        told = heeldiary.done("routine", *argv).out
        assert fit_for_a_terminal(told)
        assert "\u202e" not in told
    assert fit_for_a_terminal(heeldiary.done("undo").out)


def test_a_text_that_turns_is_shown_as_what_it_was(heeldiary: Heeldiary) -> None:
    kept(heeldiary, f'title = "a\u202eb"\n{MINE}')
    toml = heeldiary.done("routine", "show", "mine", "--toml").out
    assert '"a\\u202eb"' in toml
    heeldiary.done("routine", "new", "-", stdin=f'name = "again"\n{toml}')
    assert "a\\u202eb (again)" in heeldiary.done("routine", "show", "again").out


def test_a_routine_is_deleted_with_its_plan_and_both_come_back(heeldiary: Heeldiary) -> None:
    kept(heeldiary)
    heeldiary.done("routine", "plan", "mine", "daily")
    before = heeldiary.done("routine", "list").out
    heeldiary.done("routine", "delete", "mine")
    assert names(heeldiary) == list(BUILT_IN)
    heeldiary.refused(2, "routine", "plan", "mine", "none")
    assert heeldiary.done("undo").out.strip().endswith("the deletion of the routine mine")
    assert heeldiary.done("routine", "list").out == before


def test_a_start_names_a_routine_that_is_there(at_terminal: Heeldiary) -> None:
    at_terminal.environment["TERM"] = "dumb"
    assert "terminal" in at_terminal.refused(2, "routine", "start", "clinic").err
    at_terminal.done("routine", "new", "evening")
    assert "`heeldiary routine start evening`" in at_terminal.refused(2, "routine", "Evening").err
    assert "the names are evening, clinic" in at_terminal.refused(2, "routine", "start").err
    at_terminal.done("undo")
    assert 'there is no routine "evening"' in at_terminal.refused(2, "routine", "start", "evening").err


def test_routines_as_json(heeldiary: Heeldiary) -> None:
    heeldiary.done("routine", "plan", "clinic", "daily, 2 times")
    heeldiary.done("routine", "pause", "--until", "2w", "--note", "flu")
    listed = heeldiary.done("routine", "list", "--json").json
    assert [routine["name"] for routine in listed["routines"]] == ["clinic", "fascia-stretch", "heel-raise"]
    plan = {"days": "daily", "times": 2, "since": "2026-11-22", "done": 0, "planned": 0}
    assert listed["routines"][0]["plan"] == plan
    assert listed["pauses"] == [{"from": "2026-11-22", "until": "2026-12-06", "note": "flu"}]
    shown = heeldiary.done("routine", "show", "clinic", "--json").json
    assert {key: shown[key] for key in listed["routines"][0]} == listed["routines"][0]
    assert [step["point"] for step in shown["step"]] == ["ki1", "shimian", "heel", "calf"]
    assert "list and show" in heeldiary.refused(2, "routine", "--json").err


def test_a_name_keeps_its_capitals_and_is_found_in_any_case(heeldiary: Heeldiary) -> None:
    heeldiary.done("routine", "new", "Evening-Feet")
    assert "Evening-Feet  " in heeldiary.done("routine", "list").out
    assert "(Evening-Feet)" in heeldiary.done("routine", "show", "evening-FEET").out
    assert heeldiary.done("routine", "plan", "evening-feet", "daily").out.startswith("Saved: Evening-Feet, ")
    assert "already a routine" in heeldiary.refused(2, "routine", "new", "EVENING-feet").err
    heeldiary.done("routine", "new", "EVENING-feet", "--replace")
    assert "EVENING" not in heeldiary.done("routine", "list").out
    assert (
        heeldiary.done("routine", "plan", "EVENING-feet", "none").out
        == "Saved: Evening-Feet, no longer planned (was daily)\n"
    )
    assert heeldiary.done("routine", "delete", "evening-feet").out.startswith("Deleted: the routine Evening-Feet.")
    assert "(clinic)" in heeldiary.done("routine", "show", "Clinic").out
    heeldiary.refused(2, "routine", "new", "CLINIC")
