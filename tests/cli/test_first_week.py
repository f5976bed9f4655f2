"""What a person of two sore heels meets in the first week at the command line: each remedy works as it is written."""

from pathlib import Path

import pytest

from tests.runner import Heeldiary


@pytest.mark.parametrize("foot", ["left", "right", "both"])
def test_the_foot_is_set_by_any_word_that_the_remedy_names(heeldiary: Heeldiary, foot: str) -> None:
    remedy = heeldiary.refused(2, "log", "6").err.splitlines()[1]
    assert foot in remedy
    heeldiary.done("settings", "affected-foot", foot)


@pytest.mark.parametrize(("hour", "named"), [("2026-11-22T16:00:00", False), ("2026-11-23T02:30:00", True)])
def test_in_the_small_hours_the_remedy_names_the_pain_of_the_night(
    heeldiary: Heeldiary, hour: str, named: bool
) -> None:
    heeldiary.done("log", "6", "4")
    heeldiary.clock.set(hour)
    remedy = heeldiary.refused(2, "log", "7", "5").err.splitlines()[1]
    assert ("--moment night" in remedy) == named
    heeldiary.done("log", "7", "5", "--moment", "night")


def test_a_routine_that_stays_out_says_how_to_have_it(heeldiary: Heeldiary, tmp_path: Path) -> None:
    other, file = heeldiary.other("other"), str(tmp_path / "old.jsonl")
    heeldiary.done("routine", "new", "evening")
    heeldiary.done("export", "-o", file)
    other.done("routine", "new", "evening", "--from", "heel-raise")
    left_out = "routine evening: the diary has another; to get this one, delete yours and import with --again"
    assert left_out in other.done("import", file).out
    other.done("routine", "delete", "evening")
    assert "1 routine" in other.done("import", file, "--again").out
    assert other.done("export").out == heeldiary.done("export").out


def test_an_undo_calls_a_warning_sign_by_what_it_is(heeldiary: Heeldiary) -> None:
    heeldiary.done("log", "left", "6", "--tag", "numbness")
    heeldiary.done("signs", "--dismiss", "tag-numbness")
    assert "putting away the warning sign tag-numbness" in heeldiary.done("undo").out


@pytest.mark.parametrize(
    ("command", "says"),
    [
        (("log", "activity", "walking"), "give one of them, or both"),
        (("log", "sitting", "6h30", "--longest", "7h"), "make it no longer than the total"),
        (("mark",), "`heeldiary mark` needs AREA"),
        (("log", "activity"), "`heeldiary log activity` needs KIND"),
    ],
)
def test_what_is_missing_or_too_much_is_said_with_what_would_do(
    heeldiary: Heeldiary, command: tuple[str, ...], says: str
) -> None:
    err = heeldiary.refused(2, *command).err
    assert says in err
    assert "heeldiary: heeldiary" not in err


def test_a_command_that_a_sign_names_stays_on_one_line(heeldiary: Heeldiary) -> None:
    heeldiary.done("log", "left", "6", "--tag", "numbness")
    assert "When to see someone: heeldiary guide clinician" in heeldiary.done("review").out.splitlines()


def test_a_span_of_one_day_names_it_once(heeldiary: Heeldiary) -> None:
    heeldiary.done("log", "care", "acupuncture", "--course", "dr li", "--day", "yesterday")
    heeldiary.done("log", "left", "4")
    out = heeldiary.done("courses").out
    assert "mean 4.0 of 1 morning, 22 Nov" in out
    assert "22 Nov to 22 Nov" not in out


@pytest.mark.parametrize("dry", [(), ("--dry-run",)])
def test_what_stays_out_besides_is_named_where_entries_contradict_each_other(
    heeldiary: Heeldiary, tmp_path: Path, dry: tuple[str, ...]
) -> None:
    other, file = heeldiary.other("other"), str(tmp_path / "old.jsonl")
    heeldiary.done("log", "left", "6")
    heeldiary.done("settings", "cue-command", "echo")
    heeldiary.done("settings", "ki1-seconds", "75")
    heeldiary.done("export", "-o", file)
    other.done("log", "left", "4")
    other.done("settings", "ki1-seconds", "60")
    err = other.refused(1, "import", file, *dry).err
    for said in ("Left out either way:", "setting cue-command echo: it runs", "setting ki1-seconds 75: here it is 60"):
        assert said in err
    skipped = other.done("import", file, "--skip-conflicts", *dry).out
    assert [line for line in err.splitlines() if "  setting" in line] == [
        line for line in skipped.splitlines() if "  setting" in line and "ki1-seconds: " not in line
    ]
