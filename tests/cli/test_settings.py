"""`heeldiary settings` and `where`."""

import os
from pathlib import Path

import pytest

from tests.runner import Heeldiary

README = Path(__file__).parents[2] / "README.md"

NAMES = [
    "affected-foot", "day-start", "week-start", "ki1-seconds", "shimian-seconds", "heel-seconds", "calf-seconds",
    "cue-command", "theme",
]  # fmt: skip


def test_all_are_shown_with_value_default_and_bounds(heeldiary: Heeldiary) -> None:
    heeldiary.done("settings", "ki1-seconds", "60")
    lines = {line.split()[0]: line for line in heeldiary.done("settings").out.splitlines()}
    assert set(NAMES) <= set(lines)
    assert "60" in lines["ki1-seconds"]
    assert "90" in lines["ki1-seconds"]
    assert "120" in lines["ki1-seconds"]
    assert "04:00" in lines["day-start"]


def test_one_is_shown(heeldiary: Heeldiary) -> None:
    told = heeldiary.done("settings", "day-start").out
    assert told.count("\n") == 1
    assert "04:00" in told


@pytest.mark.parametrize("typed", [["Affected-Foot"], ["Affected foot"], ["affected", "Foot"], ["AFFECTED-FOOT"]])
def test_a_name_is_read_in_any_case_and_with_spaces(heeldiary: Heeldiary, typed: list[str]) -> None:
    assert heeldiary.done("settings", *typed, "left").out == "Set: affected-foot is left\n"
    assert heeldiary.done("settings", *typed).out == heeldiary.done("settings", "affected-foot").out


def test_in_json_name_to_value(heeldiary: Heeldiary) -> None:
    values = heeldiary.done("settings", "--json").json
    assert set(NAMES) <= set(values)
    assert values["affected-foot"] is None
    assert values["day-start"] == "04:00"
    heeldiary.done("settings", "affected-foot", "both")
    assert heeldiary.done("settings", "affected-foot", "--json").json == {"affected-foot": "both"}


def test_one_is_changed_and_the_change_is_seen_at_once(heeldiary: Heeldiary) -> None:
    assert "05:30" in heeldiary.done("settings", "day-start", "05:30").out
    heeldiary.clock.set("2026-11-23T05:15:00")
    assert heeldiary.done("show", "--json").json["day"] == "2026-11-22"
    assert heeldiary.done("settings", "ki1-seconds", "120", "--json").json == {"ki1-seconds": 120}


@pytest.mark.parametrize(
    ("command", "doubt"),
    [
        ("nosuchprogram --loud", "not on this machine"),
        ("/etc/passwd", "cannot be run"),
        ("say 'hello", "a quote that is not closed"),
        ("sh -c true", ""),
        ("none", ""),
    ],
)
def test_a_cue_command_is_checked_when_it_is_set(heeldiary: Heeldiary, command: str, doubt: str) -> None:
    ran = heeldiary.done("settings", "cue-command", command)
    assert ran.out == f"Set: cue-command is {command}\n", "another machine may have it"
    assert doubt in ran.err
    assert len(ran.err.splitlines()) == bool(doubt)


@pytest.mark.parametrize(
    "argv",
    [
        ("colour",), ("colour", "red"), ("day-start", "25:00"), ("affected-foot", "nose"), ("affected-foot", ""),
        ("ki1-seconds", "59"), ("ki1-seconds", "121"), ("theme", "no-such"), ("week-start", "friday"),
        ("day-start", "04:00", "05:00"), ("",), ("\udcff",), ("affected-foot", "\udcff"), ("theme", "\x1b[2J"),
    ],
)  # fmt: skip
def test_bad_ones_are_refused(heeldiary: Heeldiary, argv: tuple[str, ...]) -> None:
    heeldiary.refused(2, "settings", *argv)
    assert not heeldiary.home.exists()
    heeldiary.done("log", "left", "6")
    heeldiary.refused(2, "settings", *argv)


@pytest.mark.parametrize(("typed", "day"), [("today", "2026-11-22"), ("mon", "2026-11-23"), ("1 dec", "2026-12-01")])
def test_a_baseline_starts_on_a_day_as_it_is_typed(heeldiary: Heeldiary, typed: str, day: str) -> None:
    assert heeldiary.done("settings", "baseline-from", typed).out == f"Set: baseline-from is {day}\n"
    assert heeldiary.done("settings", "baseline-from", "--json").json == {"baseline-from": day}


@pytest.mark.parametrize("typed", ["yesterday", "2026-01-01", "soonish", ""])
def test_a_baseline_starts_on_no_other_day(heeldiary: Heeldiary, typed: str) -> None:
    heeldiary.refused(2, "settings", "baseline-from", typed)


def test_a_refusal_names_the_bounds(heeldiary: Heeldiary) -> None:
    told = heeldiary.refused(2, "settings", "ki1-seconds", "59").err
    assert "60" in told
    assert "120" in told


def test_where_says_that_no_backups_are_made(heeldiary: Heeldiary) -> None:
    assert "heeldiary makes no backups yet" in heeldiary.done("where").err
    assert "heeldiary makes no backups yet" in README.read_text("utf-8")
    assert heeldiary.done("where", "--json").err == ""


def test_where_prints_every_path(heeldiary: Heeldiary) -> None:
    lines = dict(line.split(": ", 1) for line in heeldiary.done("where").out.splitlines())
    assert {"diary", "data", "backups"} <= set(lines)
    assert lines["diary"] == str(heeldiary.diary)
    assert lines["data"] == str(heeldiary.home)
    assert all(os.path.isabs(path) for path in lines.values())
    assert heeldiary.done("where", "--json").json == lines


def test_where_follows_the_option_and_the_variables(heeldiary: Heeldiary) -> None:
    heeldiary.environment["HEELDIARY_DIARY"] = "/somewhere/else.db"
    assert heeldiary.done("where", "--json").json["diary"] == "/somewhere/else.db"
    assert heeldiary.done("--diary", "/x/y.db", "where", "--json").json["diary"] == "/x/y.db"
    heeldiary.environment["HEELDIARY_DIARY"] = ""
    assert heeldiary.done("where", "--json").json["diary"] == str(heeldiary.diary)


def test_where_prints_a_strange_path_safely(heeldiary: Heeldiary) -> None:
    heeldiary.environment["HEELDIARY_DIARY"] = "/a\nb/\x1b]52;c;x\x07/\u202e\udcff.db"
    told = heeldiary.done("where").out
    assert not set(told) & set("\x1b\x07\u202e\udcff")
    assert told.splitlines()[0].startswith("diary: ")
    assert heeldiary.done("where", "--json").json["diary"].startswith("/a\nb/")
