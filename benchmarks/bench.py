"""Measures heeldiary's speed as ratios within one run: medians and minima of runs taken in turn.

    python benchmarks/bench.py [RUNS]      31 runs by default; it judges nothing
    python benchmarks/bench.py --short     few runs, nothing of a million entries; fails where it has become far slower

Whole processes are compared with `python -c "import sqlite3"`, the app with an empty Textual app with a header and a
footer, and a diary of 50 years (18,250 mornings, some 150,000 entries) with one of 90 days. --short exits with 1 where
a ratio of minima is more than twice what is wanted: that is no noise of a busy machine.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from diaries import make_diary, name_factors, swell
from pseudo_terminal import Program

BIN = Path(sys.executable).parent
HEELDIARY = str(BIN / "heeldiary")
FLOOR = [sys.executable, "-c", "import sqlite3"]
EMPTY_APP = [sys.executable, str(Path(__file__).with_name("empty_app.py"))]
EMPTY_APP_PAINTED = "palette"
"""The footer's last word, which is painted last."""

DIARY_PAINTED = "help"

REST_SECONDS = 0.4
"""A program that has painted nothing for this long has finished its background work."""

VIEWS = ("Weeks", "Change", "Links", "Traps", "Days", "Load", "Calendar", "Where")
SHORT_RUNS = 3
SHORT_COMMAND_RUNS = 15
"""Of the commands that take a twentieth of a second: their minima need more runs to be steady."""
MILLION = 1_000_000

LINKS_WANTED = 1.5
"""Links compares every day of a diary with the morning after it: its command takes longer the longer the diary is."""


class Measured(NamedTuple):
    """Two things measured in turn."""

    name: str
    floor: list[float]
    ours: list[float]
    unit: str
    wanted: float
    """The ratio wanted; of a row that ends in seconds, the seconds."""

    @property
    def ratio(self) -> float:
        """Of the minima."""
        return min(self.ours) / min(self.floor)


def environment(home: str) -> dict[str, str]:
    """The environment of every run: its own diary, bytecode written."""
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
        Measured(f"start of the app, {name}, per empty app", [], [], "ms", 1.25),
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


def keys(runs: int, short: str, long: str, name: str = "50 years", seconds: bool = False) -> list[Measured]:
    """Within the app: a key to painted and saved, from screen to screen, and every view of Trends.

    Background computing is not included; each program is at rest before the other is measured.
    """
    unit = "s" if seconds else "ms"
    digit, trends, *views = (
        Measured(f"{key}, {name} per 90 days", [], [], unit, wanted)
        for key, wanted in (
            ("a digit to painted and saved", 0.2 if seconds else 1.5),
            ("Diary to Trends", 0.5 if seconds else 1.5),
            *((f"v: {before} to {after}", 0.5 if seconds else 1.5) for before, after in pairwise((*VIEWS, VIEWS[0]))),
        )
    )
    programs = [Program([HEELDIARY], environment(home)) for home in (short, long)]
    for program in programs:
        program.wait_for(DIARY_PAINTED)
        program.drain(REST_SECONDS)
    for run in range(runs + 1):
        for program, of in zip(programs, ("floor", "ours"), strict=True):
            timed: list[tuple[Measured, float]] = []
            score = str(2 + run % 8)
            pressed = program.press(score)
            timed.append((digit, program.wait_for(f"{score}/10") - pressed))
            program.drain(REST_SECONDS)
            pressed = program.press("t")
            timed.append((trends, program.wait_for("Calendar") - pressed))
            program.drain(REST_SECONDS)
            for view in views:
                pressed = program.press("v")
                timed.append((view, program.wait_for_paint() - pressed))
                program.drain(REST_SECONDS)
            program.press("d")
            program.wait_for("Later")
            program.drain(REST_SECONDS)
            if run:
                for measured, took in timed:
                    getattr(measured, of).append(took)
    for program in programs:
        program.end()
    return [digit, trends, *views]


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
        pair("heeldiary trends --view change", "trends", "--view", "change"),
        pair("heeldiary review", "review"),
        pair("heeldiary courses", "courses"),
        pair("heeldiary links", "links")._replace(wanted=LINKS_WANTED),
    ]


def table(all_measured: Sequence[Measured]) -> str:
    """The figures as a Markdown table."""
    lines = [
        "| measured | floor, median (min) | ours, median (min) | ratio of medians | ratio of minima | wanted |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for one in all_measured:
        scale, digits = 1000 if one.unit == "ms" else 1, 3 if one.unit == "s" else 1
        told = [
            f"{statistics.median(figures) * scale:.{digits}f} ({min(figures) * scale:.{digits}f}) {one.unit}"
            for figures in (one.floor, one.ours)
        ]
        medians = statistics.median(one.ours) / statistics.median(one.floor)
        wanted = f"{one.wanted} s" if one.unit == "s" else f"{one.wanted}"
        lines.append(f"| {one.name} | {told[0]} | {told[1]} | {medians:.2f} | {one.ratio:.2f} | {wanted} |")
    return "\n".join(lines)


def far_off(all_measured: Sequence[Measured]) -> list[str]:
    """What takes more than twice the wanted ratio, by the minima."""
    return [f"{one.name}: {one.ratio:.2f}, wanted {one.wanted}" for one in all_measured if one.ratio > 2 * one.wanted]


def main() -> None:
    """Measure all of it and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("runs", nargs="?", type=int, default=31)
    parser.add_argument("--short", action="store_true", help="a few runs; exit 1 where a ratio is twice what is wanted")
    arguments = parser.parse_args()
    runs: int = SHORT_RUNS if arguments.short else arguments.runs
    with tempfile.TemporaryDirectory() as place:
        short, long = f"{place}/short", f"{place}/long"
        make_diary(short, days=90)
        entries = make_diary(long, days=18_250)
        for home in (short, long):
            name_factors(home)
        print(f"{runs} runs each, in turn; Python {sys.version.split()[0]}; the long diary has {entries:,} entries\n")
        measured = [
            *commands(SHORT_COMMAND_RUNS if arguments.short else runs, short),
            *starts(runs, "90 days", short),
            *([] if arguments.short else starts(runs, "50 years", long)),
            *keys(runs, short, long),
            *long_diaries(runs, short, long),
        ]
        million: list[Measured] = []
        if not arguments.short:
            entries = swell(long, MILLION)
            million = keys(max(1, runs // 5), short, long, f"{entries:,} entries", seconds=True)
    print(table(measured))
    if million:
        print(f"\n{table(million)}")
    if arguments.short and (slow := far_off(measured)):
        print("\nmore than twice what is wanted:", *slow, sep="\n  ")
        sys.exit(1)


if __name__ == "__main__":
    main()
