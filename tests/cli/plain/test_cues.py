"""The plain session's voice: it rings on time without threads, and no program of the person's holds it up."""

import os
from pathlib import Path

import pytest

from heeldiary.cli.plain.cues import PlainCues, bell_of
from heeldiary.guiding.cues import BELLS
from tests.cli.plain.plain_stage import PlainStage
from tests.runner import Heeldiary, Stream

HANGS = """
exec 3> "$1"
sleep 600 &
echo "$2" >&3
wait
"""
"""Holds a pipe open, as does its child; the pipe ends once both have ended."""


class Bell:
    """A clock, and when the bell rang by it."""

    def __init__(self) -> None:
        self.now = 50.0
        self.rang: list[float] = []
        self.voice = PlainCues(lambda: self.rang.append(self.now - 50), lambda: self.now)

    def wait(self, seconds: float) -> None:
        """Let time go by."""
        assert seconds > 0
        self.now += seconds


@pytest.fixture
def bell() -> Bell:
    """A bell with a fixed clock."""
    return Bell()


def test_it_rings_a_pattern(bell: Bell) -> None:
    bell.voice.play("finish", "Finished.", None)
    assert bell.voice.until_due == 0.25
    bell.voice.finish(bell.wait)
    assert bell.rang == pytest.approx(BELLS["finish"])


def test_the_next_cue_takes_its_place(bell: Bell) -> None:
    bell.voice.play("last", "Three seconds.", None)
    bell.now += 0.5
    bell.voice.play("start", "Begin.", None)
    bell.voice.finish(bell.wait)
    assert bell.rang == pytest.approx([0, 0.5, 0.75])
    bell.voice.play("finish", "Finished.", None)
    bell.voice.silence()
    assert bell.voice.until_due == float("inf")


def test_only_a_terminal_has_a_bell() -> None:
    terminal = Stream(terminal=True)
    ring = bell_of(terminal)
    assert ring
    ring()
    assert terminal.getvalue() == "\a"
    assert bell_of(Stream()) is None


@pytest.mark.parametrize("command", ["/nowhere/say", "'unbalanced", "/etc/passwd", " "])
def test_a_program_that_cannot_run_is_passed_over(bell: Bell, command: str) -> None:
    bell.voice.play("beat", "Up.", command)
    bell.voice.finish(bell.wait)


@pytest.mark.parametrize("sound", ["on", "off"])
def test_a_session_says_once_that_the_program_cannot_run(
    heeldiary: Heeldiary, monkeypatch: pytest.MonkeyPatch, sound: str
) -> None:
    stage = PlainStage(heeldiary, monkeypatch)
    stage.answered()
    heeldiary.done("settings", "cue-command", "nosuchprogram")
    heeldiary.done("settings", "sound", sound)
    assert stage((0, ""), (20, "x")).err.count("not on this machine") == (sound == "on")


@pytest.mark.parametrize("at_the_end", [False, True])
def test_a_program_that_hangs_is_killed_with_all_that_it_started(bell: Bell, tmp_path: Path, at_the_end: bool) -> None:
    script, pipe = tmp_path / "a cue.sh", tmp_path / "pipe"
    script.write_text(HANGS)
    os.mkfifo(pipe)
    bell.voice.play("start", "Begin.", f"sh '{script}' {pipe}")
    with open(pipe) as held:
        assert held.readline() == "Begin.\n"
        bell.now += 9.5
        bell.voice.look()
        assert bell.voice.until_due == 0.5
        if at_the_end:
            bell.voice.end()
        else:
            bell.voice.finish(bell.wait)
        assert held.read() == ""
    assert bell.voice.until_due == float("inf")


@pytest.mark.parametrize("terminal", ["xterm-256color", "dumb"])
def test_the_end_is_shown_outside_where_the_terminal_can(
    heeldiary: Heeldiary, monkeypatch: pytest.MonkeyPatch, terminal: str
) -> None:
    stage = PlainStage(heeldiary, monkeypatch)
    stage.answered()
    heeldiary.environment |= {"TERM": terminal, "TERM_PROGRAM": "WezTerm"}
    assert ("\x1b]9;The routine is finished.\x07" in stage((0, ""), (20, "x")).err) == (terminal != "dumb")
    assert "\x1b" not in stage((20, "x"), terminal=False).err
