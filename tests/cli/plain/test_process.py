"""The real command as a plain session: through a pipe, at a dumb terminal, ended by a signal, heard by a program."""

import json
import os
import pty
import select
import signal
import subprocess
import sys
from collections.abc import Mapping
from typing import IO

import pytest

from heeldiary.clock import SystemClock
from heeldiary.domain.routine.ask_first import SAFETY_QUESTIONS
from heeldiary.domain.routine.routine import RoutineStep
from heeldiary.store.diary import Diary
from heeldiary.store.opening import open_to_write
from heeldiary.store.routine.ask_first import save_answers
from heeldiary.store.routine.plans import save_plan
from heeldiary.store.routine.routines import save_routine
from tests.cli.plain.plain_stage import SHORT
from tests.runner import COMMAND, Process

ARGV = (COMMAND, "routine", "--plain", "--foot", "left")
RECORDER = """
import json, os, sys
descriptor = os.open(sys.argv[1], os.O_WRONLY | os.O_CREAT | os.O_APPEND)
os.write(descriptor, (json.dumps(sys.argv[2:]) + "\\n").encode())
"""


@pytest.fixture
def short(process: Process) -> Process:
    """A routine of one's own, of a few seconds, is planned for today; nothing speaks against it."""
    process.home.mkdir(mode=0o700)
    with Diary(open_to_write(str(process.diary)), SystemClock()) as diary:
        save_answers(diary, {question.name: False for question in SAFETY_QUESTIONS})
        save_routine(diary, SHORT)
        save_plan(diary, SHORT.name, "daily", 9)
    return process


def kept(process: Process) -> list[tuple[dict[str, int], bool]]:
    """Seconds by point and whether it is a whole session, of each session in the diary."""
    return [({step["point"]: step["seconds"] for step in one["steps"]}, one["finished"]) for one in process.entries()]


def surroundings(process: Process, environment: Mapping[str, str] | None = None) -> dict[str, str]:
    return process.surroundings({"TERM": "dumb", **(environment or {})})


@pytest.mark.thorough
def test_through_a_pipe_heard_by_a_program(short: Process) -> None:
    script, heard = short.home / "a cue.py", short.home / "heard"
    script.write_text(RECORDER)
    assert short("settings", "cue-command", f"{sys.executable} '{script}' {heard} '$HOME'").code == 0
    ran = short("routine", "--plain", "--foot", "left", environment={"TERM": "dumb"})
    assert (ran.code, kept(short)) == (0, [({"ball": 2, "arch": 1}, True)])
    assert ran.out.splitlines()[-2:] == [
        "Left foot, whole session: Ball 2 s, The arch 1 s.", "Saved. `heeldiary undo` takes it back.",
    ]  # fmt: skip
    assert not {"\x1b", "\a"} & {*ran.out, *ran.err}
    words = [json.loads(line) for line in heard.read_text().splitlines()]
    assert sorted(words) == sorted([
        ["$HOME", "Get ready: Ball, left foot."], ["$HOME", "Begin."],
        ["$HOME", "Get ready: The arch, left foot."], ["$HOME", "Begin."], ["$HOME", "Finished."],
    ])  # fmt: skip
    assert short("undo").out.startswith("Undone: the session of")
    assert short.entries() == []


def test_letters_through_a_pipe(short: Process) -> None:
    ran = short("routine", "--plain", "--foot", "left", stdin=b"w\r\n\xff\n+\nn\nx")
    assert (ran.code, ran.out.splitlines()[-1]) == (0, "Nothing was done, so nothing is saved.")
    assert "Noted: warm." in ran.out
    assert "30 s more: 0:32 in all." in ran.out
    assert "Not a key." in ran.err


def told_until(master: int, told: bytes, words: bytes) -> bytes:
    """Everything a terminal received, up to some words."""
    while words not in told:
        assert select.select([master], [], [], 60)[0], told
        told += os.read(master, 4096)
    return told


@pytest.mark.thorough
def test_at_a_dumb_terminal(short: Process) -> None:
    master, slave = pty.openpty()
    running = subprocess.Popen(
        ARGV, stdin=slave, stdout=slave, stderr=slave, env=surroundings(short), start_new_session=True
    )
    os.close(slave)
    told = told_until(master, b"", b"Pain before, left foot, 0 to 10 (Enter: leave out): ")
    os.write(master, b"7\n")
    told = told_until(master, told, b"Get ready: The arch")
    os.write(master, b"e\nx\n")
    told = told_until(master, told, b"Pain after, left foot, 0 to 10 (Enter: leave out): ")
    os.write(master, b"10\n")
    told = told_until(master, told, b"Saved.")
    assert running.wait(60) == 0
    os.close(master)
    assert b"\a" in told
    assert not [byte for byte in told if byte < 32 and byte not in b"\a\r\n"]
    assert b"\x1b" not in told
    (entry,) = short.entries()
    assert (entry["seconds"], entry["score_before"], entry["score_after"]) == (2, 7, 10)
    assert entry["steps"][0]["feeling"] == "easing"


def until_told(stream: IO[bytes], words: bytes) -> None:
    """Read until some words appear."""
    for line in stream:
        if line.startswith(words):
            return
    raise AssertionError(f"{words!r} was never told")


def heeded() -> None:
    """No signal is ignored, also where the tests themselves run under nohup."""
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)


@pytest.mark.grid(1)
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_in_the_middle_keeps_a_part_session(short: Process, number: signal.Signals) -> None:
    with Diary(open_to_write(str(short.diary)), SystemClock()) as diary:
        save_routine(diary, SHORT._replace(name="long", steps=(SHORT.steps[0], RoutineStep("arch", 600))))
    argv = (COMMAND, "routine", "start", "long", "--plain", "--foot", "left")
    with subprocess.Popen(
        argv,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=surroundings(short),
        preexec_fn=heeded,
    ) as running:
        assert running.stdout
        until_told(running.stdout, b"Get ready: The arch")
        running.send_signal(number)
        assert b"Stopped. Saved" in running.stdout.read()
        assert running.wait(60) == 128 + number
    ((seconds, finished),) = kept(short)
    assert (seconds["ball"], finished) == (2, False)


def test_a_reader_who_has_had_enough(short: Process) -> None:
    ran = short.shell("heeldiary routine --plain --foot left </dev/null | head -n 1; echo ${PIPESTATUS[0]}")
    assert (ran.out.splitlines()[-1], "Traceback" in ran.err) == ("0", False)


@pytest.mark.parametrize("to", [">/dev/full", ">&-"])
def test_a_stdout_that_fails_does_not_end_it(short: Process, to: str) -> None:
    ran = short.shell(f"echo x | heeldiary routine --plain --foot left {to}")
    assert ran.code == 0
    assert ran.err.count("Nothing more can be printed to stdout; the session continues.") == 1


@pytest.mark.thorough
def test_a_closed_stdin_and_stderr(short: Process) -> None:
    ran = short.shell("heeldiary routine --plain --foot left <&- 2>&-")
    assert (ran.code, kept(short)) == (0, [({"ball": 2, "arch": 1}, True)])
