"""Tries a session in a real terminal: stopped and let go on, resized without end, killed, the clock set.

It prints what was credited beside what a stopwatch says that was massaged.

    python benchmarks/trials.py

The stopwatch is this program's own; heeldiary knows nothing of it. The clock is set for heeldiary alone, by
libfaketime where that is installed.
"""

import fcntl
import json
import os
import random
import signal
import struct
import subprocess
import tempfile
import termios
import time
from collections.abc import Callable
from pathlib import Path

from bench import HEELDIARY, environment
from pseudo_terminal import Program
from session import READY_SECONDS, bells, prepare

FAKETIME = next(Path("/usr/lib").glob("*/faketime/libfaketime.so.1"), None)
Trial = Callable[[Program, str], tuple[Program, float]]
"""Goes on with a session that has just begun; returns the program and the seconds massaged."""


def begun(home: str, extra: dict[str, str] | None = None) -> Program:
    """A session whose first step has just begun."""
    program = Program([HEELDIARY, "routine", "start", "steady"], {**environment(home), **(extra or {})})
    program.wait_for("space")
    program.drain(0.5)
    program.press(" ")
    until_start(program)
    return program


def until_start(program: Program) -> None:
    """Wait for the bell that begins a step."""
    asked = time.perf_counter()
    bells(program, asked + READY_SECONDS - 1)
    while not bells(program, time.perf_counter() + 0.02):
        pass


def massaged(program: Program, seconds: float) -> float:
    """Let the session run for some time; returns how long it was."""
    began = time.perf_counter()
    bells(program, began + seconds)
    return time.perf_counter() - began


def undisturbed(program: Program, home: str) -> tuple[Program, float]:
    """Nothing happens."""
    return program, massaged(program, 12)


def stopped(program: Program, home: str) -> tuple[Program, float]:
    """SIGSTOP for 8 seconds, then SIGCONT; asked, the person says no."""
    before = massaged(program, 6)
    os.kill(program.process, signal.SIGSTOP)
    time.sleep(8)
    os.kill(program.process, signal.SIGCONT)
    program.wait_for("Were you still massaging?")
    program.press("n")
    return program, before + massaged(program, 5)


def resized(program: Program, home: str) -> tuple[Program, float]:
    """200 new sizes in 6 seconds, some of them too small to show anything."""
    began = time.perf_counter()
    chance = random.Random(1)
    for _ in range(200):
        size = struct.pack("HHHH", chance.randrange(1, 70), chance.randrange(1, 220), 0, 0)
        fcntl.ioctl(program.terminal, termios.TIOCSWINSZ, size)
        bells(program, time.perf_counter() + 0.03)
    fcntl.ioctl(program.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    bells(program, time.perf_counter() + 4)
    return program, time.perf_counter() - began


def killed(program: Program, home: str) -> tuple[Program, float]:
    """Kill -9, then taken up again; up to 5 seconds before the kill are not saved yet."""
    before = massaged(program, 7)
    program.end()
    again = Program([HEELDIARY, "routine", "start", "steady"], environment(home))
    again.wait_for("space")
    again.drain(0.5)
    again.press(" ")
    again.wait_for("Go on where you stopped?")
    again.press("1")
    until_start(again)
    return again, before + massaged(again, 6)


def clock_set(program: Program, home: str) -> tuple[Program, float]:
    """The clock of the day is set an hour forward, then two hours back."""
    before = massaged(program, 4)
    set_clock(home, "+3600")
    between = massaged(program, 4)
    set_clock(home, "-3600")
    return program, before + between + massaged(program, 4)


def set_clock(home: str, seconds: str) -> None:
    """Set the clock that heeldiary sees."""
    Path(home, "clock").write_text(f"{seconds}\n")


def main() -> None:
    """Each trial in its own diary."""
    for trial in (undisturbed, stopped, resized, killed, clock_set):
        with tempfile.TemporaryDirectory() as home:
            prepare(home, 2)
            extra = {}
            if trial is clock_set:
                if FAKETIME is None:
                    print("clock set: libfaketime is not installed")
                    continue
                set_clock(home, "+0")
                extra = {
                    "LD_PRELOAD": str(FAKETIME), "FAKETIME_TIMESTAMP_FILE": f"{home}/clock", "FAKETIME_NO_CACHE": "1",
                    "FAKETIME_DONT_FAKE_MONOTONIC": "1",
                }  # fmt: skip
            program, seconds = trial(begun(home, extra), home)
            program.press("x")
            bells(program, time.perf_counter() + 1)
            program.end()
            told = subprocess.run(
                [HEELDIARY, "list", "--json"], env=environment(home), check=True, capture_output=True, text=True
            ).stdout
            kept = [json.loads(line)["seconds"] for line in told.splitlines()]
            print(f"{trial.__name__:12} {trial.__doc__} stopwatch {seconds:.2f} s, kept {kept} s")


if __name__ == "__main__":
    main()
