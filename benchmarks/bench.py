"""Measures heeldiary's speed as ratios within one run: medians and minima of runs taken in turn, never a verdict.

    python benchmarks/bench.py [RUNS]      31 runs by default

Whole processes are held against `python -c "import sqlite3"`, the app against an empty Textual app with a header and
a footer, and a diary of 50 years (18,250 mornings, some 150,000 entries) against one of 90 days.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from diaries import make_diary
from pseudo_terminal import Program

BIN = Path(sys.executable).parent
HEELDIARY = str(BIN / "heeldiary")
FLOOR = [sys.executable, "-c", "import sqlite3"]
EMPTY_APP = [sys.executable, str(Path(__file__).with_name("empty_app.py"))]
EMPTY_APP_PAINTED = "palette"
"""The footer's last word: what is painted last."""

DIARY_PAINTED = "help"


class Measured(NamedTuple):
    """Two things measured in turn."""

    name: str
    floor: list[float]
    ours: list[float]
    unit: str
    wanted: float


def environment(home: str) -> dict[str, str]:
    """The environment of every run: a diary of its own, bytecode kept."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "HEELDIARY_HOME": home, "TERM": "xterm-256color", "COLUMNS": "120", "LINES": "40"}


def seconds_of(command: Sequence[str], home: str) -> float:
    """How long a whole process takes."""
    started = time.perf_counter()
    subprocess.run(command, env=environment(home), stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - started


def in_turn(
    runs: int, name: str, wanted: float, floor: Callable[[], float], ours: Callable[[], float], unit: str = "ms"
) -> Measured:
    """Measure two things A B A B …, after one of each that does not count."""
    floor()
    ours()
    measured = Measured(name, [], [], unit, wanted)
    for _ in range(runs):
        measured.floor.append(floor())
        measured.ours.append(ours())
    return measured


def start_of(command: Sequence[str], painted: str, home: str) -> tuple[float, float]:
    """Seconds from starting a program to its first whole screen, and its peak memory in MB."""
    program = Program(command, environment(home))
    seconds = program.wait_for(painted) - program.started
    program.drain(0.2)
    return seconds, program.end()


def commands(runs: int, short: str) -> list[Measured]:
    """The commands that a shell runs often."""

    def log() -> float:
        seconds = seconds_of([HEELDIARY, "log", "6"], short)
        seconds_of([HEELDIARY, "undo"], short)  # so that the next one, too, is the first of its morning
        return seconds

    return [
        in_turn(runs, "heeldiary log 6, per import sqlite3", 3.0, lambda: seconds_of(FLOOR, short), log),
        in_turn(
            runs, "heeldiary status --short, per import sqlite3", 2.5,
            lambda: seconds_of(FLOOR, short), lambda: seconds_of([HEELDIARY, "status", "--short"], short),
        ),
        in_turn(
            runs, "heeldiary nudge, per import sqlite3", 2.5,
            lambda: seconds_of(FLOOR, short), lambda: seconds_of([HEELDIARY, "nudge"], short),
        ),
    ]  # fmt: skip


def starts(runs: int, name: str, home: str) -> list[Measured]:
    """The app's start and memory, on one diary."""
    time_of, memory_of = (
        Measured(f"start of the app, {name}, per empty app", [], [], "ms", 1.3),
        Measured(f"peak memory of the app, {name}, per empty app", [], [], "MB", 1.3),
    )
    for run in range(runs + 1):
        for command, painted, times, memories in (
            (EMPTY_APP, EMPTY_APP_PAINTED, time_of.floor, memory_of.floor),
            ([HEELDIARY], DIARY_PAINTED, time_of.ours, memory_of.ours),
        ):
            seconds, megabytes = start_of(command, painted, home)
            if run:
                times.append(seconds)
                memories.append(megabytes)
    return [time_of, memory_of]


def keys(runs: int, short: str, long: str) -> list[Measured]:
    """Within the app: a key to painted and saved, and from screen to screen."""
    programs = [Program([HEELDIARY], environment(home)) for home in (short, long)]
    saved = Measured("a digit to painted and saved, 50 years per 90 days", [], [], "ms", 1.5)
    switched = Measured("Diary to Trends, 50 years per 90 days", [], [], "ms", 1.5)
    for program in programs:
        program.wait_for(DIARY_PAINTED)
    for run in range(runs + 1):
        digit = str(2 + run % 8)
        for program, scored, changed in zip(
            programs, (saved.floor, saved.ours), (switched.floor, switched.ours), strict=True
        ):
            pressed = program.press(digit)
            if run:
                scored.append(program.wait_for(f"{digit}/10") - pressed)
            pressed = program.press("t")
            moment = program.wait_for("Calendar")
            if run:
                changed.append(moment - pressed)
            program.press("d")
            program.wait_for("Later")
    for program in programs:
        program.end()
    return [saved, switched]


def long_diaries(runs: int, short: str, long: str) -> list[Measured]:
    """Commands on 50 years against the same on 90 days."""
    month = ["--from", "30d", "--to", "today"]

    def pair(name: str, *words: str) -> Measured:
        command = [HEELDIARY, *words]
        return in_turn(
            runs, f"{name}, 50 years per 90 days", 1.5,
            lambda: seconds_of(command, short), lambda: seconds_of(command, long),
        )  # fmt: skip

    return [
        pair("heeldiary trends --weeks 520", "trends", "--weeks", "520"),
        pair("heeldiary list of a month", "list", *month),
    ]


def table(all_measured: Sequence[Measured]) -> str:
    """The figures as a Markdown table."""
    lines = [
        "| measured | floor, median (min) | ours, median (min) | ratio of medians | ratio of minima | wanted |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for one in all_measured:
        scale = 1000 if one.unit == "ms" else 1
        told = [
            f"{statistics.median(figures) * scale:.1f} ({min(figures) * scale:.1f}) {one.unit}"
            for figures in (one.floor, one.ours)
        ]
        medians = statistics.median(one.ours) / statistics.median(one.floor)
        minima = min(one.ours) / min(one.floor)
        lines.append(f"| {one.name} | {told[0]} | {told[1]} | {medians:.2f} | {minima:.2f} | {one.wanted} |")
    return "\n".join(lines)


def main() -> None:
    """Measure all of it and print the table."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 31
    with tempfile.TemporaryDirectory() as place:
        short, long = f"{place}/short", f"{place}/long"
        make_diary(short, days=90)
        entries = make_diary(long, days=18_250)
        print(f"{runs} runs each, in turn; Python {sys.version.split()[0]}; the long diary has {entries:,} entries\n")
        measured = [
            *commands(runs, short),
            *starts(runs, "90 days", short),
            *starts(runs, "50 years", long),
            *keys(runs, short, long),
            *long_diaries(runs, short, long),
        ]
    print(table(measured))


if __name__ == "__main__":
    main()
