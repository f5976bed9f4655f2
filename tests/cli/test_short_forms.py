"""What is logged needs no `log` before it: a kind by its name, an activity also by its start, a note without quotes."""

import pytest

from heeldiary.cli.commands import COMMANDS, expand_short_form
from heeldiary.domain.entries import USUAL_ACTIVITIES, USUAL_CARE
from tests.runner import Heeldiary


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("walk 45", "log activity walking 45"),
        ("Running 30 --surface hard", "log activity running 30 --surface hard"),
        ("acu --course spring", "acu --course spring"),
        ("sit 6h30", "log sitting 6h30"),
        ("massage 5", "log massage 5"),
        ("care ice", "log care ice"),
        ("6 4 --day mon", "log 6 4 --day mon"),
        ("str 10", "str 10"),
        ("sta", "sta"),
        ("foot", "foot"),
        ("foot --note soft", "foot --note soft"),
        ("ACUPUNCTURE", "log care acupuncture"),
        ("wa 45", "wa 45"),
        ("trend", "trend"),
        ("", ""),
    ],
)
def test_written_out(typed: str, written: str) -> None:
    assert expand_short_form(typed.split()) == written.split()


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_stays_itself(command: str) -> None:
    assert command in ("help", "version") or expand_short_form([command, "x"]) == [command, "x"]


@pytest.mark.parametrize("kind", ["activity", "sitting", "massage", "care", *USUAL_ACTIVITIES, *USUAL_CARE])
def test_every_kind_is_logged(kind: str) -> None:
    assert expand_short_form([kind])[0] == "log"
    assert expand_short_form([kind])[-1] == kind


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        (["note", "slept", "badly"], ["log", "note", "slept badly"]),
        (["note", "in quotes", "-d", "1d"], ["log", "note", "in quotes", "-d", "1d"]),
        (["note", "-"], ["log", "note", "-"]),
        (["note", "a", "-", "b"], ["log", "note", "a - b"]),
        (["note", "--help"], ["log", "note", "--help"]),
        (["log", "note", "slept", "badly"], ["log", "note", "slept badly"]),
        (["log", "note", "-d", "mon", "slept", "badly"], ["log", "note", "slept badly", "-d", "mon"]),
        (["note", "--day", "22", "oct", "slept", "badly"], ["log", "note", "--day", "22", "oct", "slept", "badly"]),
        (["note", "--day", "22", "slept", "well"], ["log", "note", "slept well", "--day", "22"]),
        (["log", "note", "-", "--day", "mon"], ["log", "note", "-", "--day", "mon"]),
        (["log", "note", ""], ["log", "note", ""]),
        (["log", "note", "--help"], ["log", "note", "--help"]),
        (["help", "log", "note"], ["log", "note", "--help"]),
        (["log", "note"], ["log", "note"]),
        (["note"], ["log", "note"]),
        (["note", "", "--tag", "rain"], ["log", "note", "", "--tag", "rain"]),
    ],
)
def test_a_note(typed: list[str], written: list[str]) -> None:
    assert expand_short_form(typed) == written


@pytest.mark.parametrize("asked", [("help", "note"), ("help", "log", "note")])
def test_its_help_says_that_a_sign_of_a_tag_needs_quotes(heeldiary: Heeldiary, asked: tuple[str, ...]) -> None:
    assert "Put a note with a # in quotes" in heeldiary.done(*asked).out


def test_they_are_saved(heeldiary: Heeldiary) -> None:
    assert heeldiary.done("walk", "45").out == "Saved: walking, 45 min, Sun 22 Nov 2026\n"
    heeldiary.done("note", "slept", "badly", "--tag", "rain")
    assert [(entry["type"], entry["note"]) for entry in heeldiary.entries()] in (
        [("activity", ""), ("note", "slept badly")], [("note", "slept badly"), ("activity", "")],
    )  # fmt: skip


def test_a_bare_number_of_sitting_that_may_be_hours_is_asked_about(heeldiary: Heeldiary) -> None:
    ran = heeldiary.done("sit", "6")
    assert ran.out.startswith("Saved: sitting 6 min")
    assert "for 6 hours of sitting: heeldiary edit last --minutes 6h" in ran.err
    heeldiary.done("edit", "last", "--minutes", "6h")
    assert heeldiary.entries()[0]["minutes"] == 360
    for typed in ("6m", "45", "1"):
        assert heeldiary.done("sit", typed).err == ""
    for longest in (("--longest", "2"), ("--longest=2",)):
        ran = heeldiary.done("sit", "6h", *longest)
        assert "for 2 hours without standing up: heeldiary edit last --longest 2h" in ran.err
    assert heeldiary.done("sit", "6h", "--longest", "2m").err == ""
