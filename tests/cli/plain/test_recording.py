"""A plain session is saved step by step: ended by a signal, undone, held off, nothing is lost or invented."""

import sqlite3
from datetime import timedelta

import pytest

from heeldiary.cli.plain.typed_lines import Stopped
from tests.cli.plain.plain_stage import PlainStage
from tests.runner import Heeldiary


@pytest.fixture
def stage(heeldiary: Heeldiary, monkeypatch: pytest.MonkeyPatch) -> PlainStage:
    """Nothing speaks against a massage: that was asked today."""
    made = PlainStage(heeldiary, monkeypatch)
    made.answered()
    return made


@pytest.mark.parametrize(("number", "code"), [(2, 130), (15, 143), (1, 129)])
def test_a_signal_keeps_a_part_session_and_it_goes_on(stage: PlainStage, number: int, code: int) -> None:
    ran = stage((0, "6"), (45, Stopped(number)))
    assert (ran.code, stage.kept()) == (code, [("left", {"ki1": 40}, False)])
    assert "Stopped. Saved; you can continue it within two hours:\nLeft foot, part session: Kidney 1 40 s." in ran.out
    again = stage((0, "y"), (5 + 10, "x"), (16, "3"), foot=None)
    asked = " ".join(again.err.split())
    assert "stopped at 07:04, during Kidney 1, left foot. 7:20 are left. Continue it? y/n:" in asked
    assert "0:50, in 5 seconds." in again.out
    assert "Pain before" not in again.err
    assert stage.kept() == [("left", {"ki1": 50}, False)]
    assert (stage.entries()[0]["score_before"], stage.entries()[0]["score_after"]) == (6, 3)


def test_ctrl_c_as_python_has_it(stage: PlainStage) -> None:
    assert stage((0, ""), (45, KeyboardInterrupt())).code == 130
    assert stage.kept() == [("left", {"ki1": 40}, False)]


def test_one_that_was_broken_off_stays_a_part_session(stage: PlainStage) -> None:
    stage((0, ""), (45, Stopped(15)))
    stage((0, "n"), (0, ""), (20, "x"))
    assert stage.kept() == [("left", {"ki1": 40}, False), ("left", {"ki1": 15}, False)]
    stage((0, ""), (45, Stopped(15)))
    assert "Continue" not in stage(terminal=False).err
    assert stage.kept()[3:] == [("left", {"ki1": 90, "shimian": 90, "heel": 300, "calf": 300}, True)]
    stage((0, ""), (45, Stopped(15)))
    stage.clock.forward(timedelta(hours=2, seconds=1))
    assert "Continue it?" not in stage((0, ""), (20, "x")).err


def test_stopped_before_anything_was_done(stage: PlainStage) -> None:
    assert "nothing was done yet" in stage((0, ""), (3, Stopped(15))).out
    assert "nothing is saved" in stage((0, ""), (3, "x")).out
    assert stage.entries() == []


def test_taken_back_by_a_command_meanwhile(stage: PlainStage) -> None:
    def undo() -> None:
        stage.heeldiary.done("undo")

    ran = stage((0, ""), (45, undo), (60, "n"), (80, "x"))
    assert ran.code == 0
    assert ran.out.count("The session was undone; nothing is saved.") == 1
    assert ran.out.splitlines()[-1].startswith("The session was undone")
    assert stage.entries() == []


def test_held_to_the_very_end_it_is_an_error(stage: PlainStage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("heeldiary.cli.plain.recording.COMMAND_WAIT_SECONDS", 0.1)
    other = sqlite3.connect(stage.heeldiary.diary, isolation_level=None)

    def hold() -> None:
        other.execute("BEGIN EXCLUSIVE")

    ran = stage((0, ""), (44, hold), (45, Stopped(15)))
    other.close()
    assert ran.code == 1
    assert ran.err.splitlines()[-2] == "heeldiary: another program is using the diary"
    assert "Kept" not in ran.out
    assert stage.kept() == [("left", {"ki1": 38}, False)], "as it was saved before"


@pytest.mark.thorough
def test_held_by_another_program_for_a_while(stage: PlainStage) -> None:
    other = sqlite3.connect(stage.heeldiary.diary, isolation_level=None)

    def hold() -> None:
        other.execute("BEGIN EXCLUSIVE")

    ran = stage((0, ""), (20, hold), (50, other.close), (70, "x"))
    assert ran.err.count("Not saved yet: another program is using the diary.") == 1
    assert ran.err.count("Saved now.") == 1
    assert stage.kept() == [("left", {"ki1": 65}, False)]


def test_broken_off_in_a_rest_it_goes_on_in_the_rest(stage: PlainStage) -> None:
    ran = stage((0, ""), (5 + 96 + 45, Stopped(15)), routine="heel-raise")
    assert "In time: up 3 s, hold 2 s, down 3 s." in ran.out
    lines = stage((0, "y"), (70 + 10, "x"), routine=None, foot=None).out.splitlines()
    rest = next(number for number, line in enumerate(lines) if line.startswith("Rest, 1 min 10 s."))
    assert any(line.startswith("Get ready: Raise") or "Get ready" in line for line in lines[rest:])
    assert [line for line in lines if line.startswith("Begin")] == ["Begin. 1 of 12: Up"]


def test_pain_before_of_a_foot_that_it_never_came_to_is_a_note(stage: PlainStage) -> None:
    said = "Right foot: nothing was done; its pain before, 4/10, is saved as a note."
    ran = stage((0, "6"), (0, "4"), (50, "x"), (51, "2"), foot="both")
    assert said in " ".join(ran.out.split())
    assert "Pain after, right foot" not in ran.err, "there would be nothing to save it with"
    assert [(one["foot"], one["score_before"], one["score_after"]) for one in stage.entries()] == [("left", 6, 2)]
    assert "right foot: 4/10" in stage.entries("note")[0]["note"]
    stage.heeldiary.done("undo")
    assert [entry["type"] for entry in stage.heeldiary.entries()] == []


@pytest.mark.parametrize("end", ["x", Stopped(15)])
def test_pain_before_a_session_in_which_nothing_was_done(stage: PlainStage, end: str | Stopped) -> None:
    ran = stage((0, "6"), (3, end))
    assert "Left foot: nothing was done; its pain before, 6/10, is saved as a note." in " ".join(ran.out.split())
    assert "nothing is saved" not in ran.out
    assert "left foot: 6/10" in stage.entries("note")[0]["note"]
    assert stage.entries() == []
