"""What is heard: bells in patterns of their own, the person's own program, a notification where a terminal has it."""

import asyncio
import json
import os
import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from textual.widgets import Input

from heeldiary.domain.routine.cue import Cue
from heeldiary.domain.routine.routine import Step
from heeldiary.domain.scales import Foot
from heeldiary.guiding.cues import BELLS, CueSounds
from heeldiary.guiding.notices import notice
from heeldiary.tui.routine.cues import Cues
from tests.tui.stage import Play, Stage

RECORDER = """
import json, sys
with open(sys.argv[1], "a") as file:
    print(json.dumps(sys.argv[2:]), file=file)
"""
# Neither process ever ends by itself: the app has to end both, and ten minutes are longer than any run of the tests.
HANGS = """
import subprocess, sys, time
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
import os
with open(sys.argv[1], "w") as file:
    print(os.getpid(), child.pid, file=file)
time.sleep(600)
"""


def step(foot: Foot = "left") -> Step:
    return Step(foot, 0, "ki1", 90)


def program(folder: Path, text: str, *words: str) -> tuple[str, Path]:
    """A cue command that runs a script, and the file that it writes."""
    script, out = folder / "a cue.py", folder / "heard"
    script.write_text(text, "utf-8")
    return " ".join((sys.executable, f"'{script}'", str(out), *words)), out


def heard(out: Path) -> list[list[str]]:
    """The arguments that the recorder was given, run by run."""
    return [json.loads(line) for line in out.read_text("utf-8").splitlines()] if out.exists() else []


async def until(happened: Callable[[], bool]) -> bool:
    """Whether something happens at all: ten minutes are no measure of speed."""
    for _ in range(60_000):
        if happened():
            return True
        await asyncio.sleep(0.01)
    return False


def gone(process: int) -> bool:
    """Whether a process has ended; a zombie has."""
    try:
        return Path(f"/proc/{process}/stat").read_text().split(")")[1].split()[0] == "Z"
    except OSError:
        return True


def test_every_pattern_is_told_from_all_others() -> None:
    rhythms = {tuple(after - before for before, after in pairwise(rings)) for rings in BELLS.values()}
    assert len(rhythms) == len(BELLS)
    assert all(after - before >= 0.25 for rings in BELLS.values() for before, after in pairwise(rings))


async def test_a_cue_rings_its_pattern_and_the_next_one_takes_its_place() -> None:
    rings: list[None] = []
    cues = Cues(lambda: rings.append(None))
    cues.play("start", "", None)
    assert await until(lambda: len(rings) == 2)
    cues.play("last", "", None)
    cues.play("enough", "", None)
    assert await until(lambda: len(rings) == 5)
    cues.play("last", "", None)
    cues.silence()
    cues.play("beat", "", None)
    assert await until(lambda: len(rings) == 6)


def test_the_other_foot_is_a_sound_of_its_own() -> None:
    known = CueSounds()
    sounds = [known.of(Cue("ready", step(foot))) for foot in ("left", "left", "right", "right", "left")]
    assert sounds == ["ready", "ready", "switch", "ready", "switch"]


@pytest.mark.thorough
async def test_a_program_that_hangs_is_killed_with_all_that_it_started(tmp_path: Path) -> None:
    command, out = program(tmp_path, HANGS)
    cues = Cues(lambda: None, hang_seconds=4)
    cues.play("start", "Begin.", command)
    assert await until(lambda: out.exists() and len(out.read_text().split()) == 2)
    processes = [int(word) for word in out.read_text().split()]
    assert await until(lambda: all(gone(process) for process in processes))


@pytest.mark.parametrize("command", ["/nowhere/say", "'unbalanced", "/etc/passwd", " "])
async def test_a_program_that_cannot_run_is_passed_over(command: str) -> None:
    cues = Cues(lambda: None)
    cues.play("start", "Begin.", command)
    assert await until(lambda: not cues._speaking)


async def session(stage: Stage, play: Play) -> None:
    """A session of Kidney 1, its end, and the next point."""
    stage.answered()
    await play.press("r", "space")
    await play.massage(5 + 90 + 5 + 10)
    await play.press("f")
    await play.massage(5 + 1)
    await play.press("x")


async def test_a_program_of_ones_own_is_given_the_words(stage: Stage, tmp_path: Path) -> None:
    command, out = program(tmp_path, RECORDER, "'a b'", "$HOME", "*;", "`id`")
    stage.heeldiary.done("settings", "cue-command", command)
    async with stage.play() as play:
        await session(stage, play)
        assert await play.until(lambda: len(heard(out)) == 8)
    given = heard(out)
    assert {tuple(words[:-1]) for words in given} == {("a b", "$HOME", "*;", "`id`")}, "no shell has seen it"
    assert sorted(words[-1] for words in given) == sorted([
        "Get ready: Kidney 1, left foot.", "Begin.", "Three seconds.", "Get ready: Shi Mian, left foot.", "Begin.",
        "Other side. Get ready: Kidney 1, right foot.", "Begin.", "Finished.",
    ])  # fmt: skip


async def test_one_that_cannot_run_is_named_when_it_is_set_and_before_a_session(stage: Stage) -> None:
    stage.answered()
    async with stage.play() as play:
        await play.press("comma")
        play.app.screen.query_one("#field-cue-command", Input).value = "nosuchprogram"
        await play.press("enter")
        assert "not on this machine" in play.said
        await play.press("r")
        assert "not on this machine" in play.said


async def test_muted_nothing_is_heard(stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM_PROGRAM", "WezTerm")
    command, out = program(tmp_path, RECORDER)
    stage.heeldiary.done("settings", "cue-command", command)
    stage.heeldiary.done("settings", "sound", "off")
    async with stage.play() as play:
        written = recorded(play, monkeypatch)
        await session(stage, play)
        await play.rest()
    assert heard(out) == []
    assert not [text for text in written if text == "\a" or text.startswith("\x1b]9;")]


def recorded(play: Play, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """All that the app writes to the terminal from now on."""
    driver = play.app._driver
    assert driver is not None
    written: list[str] = []
    monkeypatch.setattr(driver, "write", written.append)
    return written


@pytest.mark.parametrize("terminal", ["WezTerm", "Apple_Terminal"])
async def test_the_end_is_shown_outside_where_the_terminal_can(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, terminal: str
) -> None:
    monkeypatch.setenv("TERM_PROGRAM", terminal)
    monkeypatch.delenv("TMUX", raising=False)
    monkeypatch.delenv("STY", raising=False)
    async with stage.play() as play:
        written = recorded(play, monkeypatch)
        await session(stage, play)
        shown = [text for text in written if text.startswith("\x1b]9;")]
        assert shown == (["\x1b]9;The routine is finished.\x07"] if terminal == "WezTerm" else [])


@pytest.mark.parametrize(("environment", "sequence"), [
    ({"TERM": "xterm-kitty"}, "\x1b]9;x\x07"),
    ({"TERM": "xterm-256color", "TERM_PROGRAM": "iTerm.app"}, "\x1b]9;x\x07"),
    ({"TERM": "foot"}, "\x1b]777;notify;heeldiary;x\x07"),
    ({"TERM": "rxvt-unicode-256color"}, "\x1b]777;notify;heeldiary;x\x07"),
    ({"TERM": "foot", "TMUX": "/tmp/tmux-0/default,1,0"}, ""),
    ({"TERM": "xterm-256color"}, ""), ({"TERM": "linux"}, ""), ({"TERM": "dumb"}, ""), ({}, ""),
    ({"TERM": "dumb", "TERM_PROGRAM": "iTerm.app"}, ""),
])  # fmt: skip
def test_terminals(environment: dict[str, str], sequence: str) -> None:
    assert notice(environment, "x") == sequence


def test_this_test_sees_processes() -> None:
    assert not gone(os.getpid())
