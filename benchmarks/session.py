"""Measures a running session: how far its cues drift from a stopwatch under load, and what it costs the processor.

    python benchmarks/session.py [MINUTES] [LOAD]     20 minutes, and as many busy processes as there are cores

The app runs in a pseudo-terminal; its bell is the cue, timed as it arrives by a clock that it knows nothing of. The
processor's time is read from the system, beside an empty Textual app that ticks once a second.
"""

import os
import select
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench import HEELDIARY, environment
from pseudo_terminal import Program

STEP_SECONDS, READY_SECONDS = 25, 5
TICKING_APP = [sys.executable, str(Path(__file__).with_name("ticking_app.py"))]
BUSY = [sys.executable, "-c", "while True: pass"]
CPU_SECONDS = 60.0
NEAR_SECONDS = 1.0


def routine(steps: int) -> str:
    """A routine of this many steps, as TOML."""
    step = f'\n[[step]]\npoint = "heel"\nseconds = {STEP_SECONDS}\n'
    return f'name = "steady"\nready-seconds = {READY_SECONDS}\n' + step * steps


def prepare(home: str, steps: int) -> None:
    """A diary with that routine, and nothing that is asked first."""
    own = environment(home)
    subprocess.run([HEELDIARY, "settings", "affected-foot", "left"], env=own, check=True, stdout=subprocess.DEVNULL)
    subprocess.run(
        [HEELDIARY, "routine", "new", "-"], env=own, check=True, input=routine(steps), text=True,
        stdout=subprocess.DEVNULL,
    )  # fmt: skip
    from heeldiary.clock import SystemClock
    from heeldiary.domain.routine.ask_first import SAFETY_QUESTIONS
    from heeldiary.store.diary import Diary
    from heeldiary.store.opening import open_to_write
    from heeldiary.store.routine.ask_first import save_answers

    with Diary(open_to_write(os.path.join(home, "diary.db")), SystemClock()) as diary:
        save_answers(diary, {question.name: False for question in SAFETY_QUESTIONS})


def started(home: str, command: list[str]) -> Program:
    """The app in the routine, its session begun."""
    program = Program(command, environment(home))
    program.wait_for("space")
    program.drain(0.5)
    program.press(" ")
    return program


def bells(program: Program, until: float) -> list[float]:
    """When the bell rang, up to a moment of `time.perf_counter`."""
    rung: list[float] = []
    while (left := until - time.perf_counter()) > 0:
        if select.select([program.terminal], [], [], left)[0]:
            seen = os.read(program.terminal, 65536)
            now = time.perf_counter()
            rung += [now] * seen.count(b"\a")
    return rung


def drift(home: str, steps: int) -> tuple[list[float], float]:
    """How late each step's start was heard, in seconds after a steady beat from the first one; and the seconds run."""
    every = STEP_SECONDS + READY_SECONDS
    program = started(home, [HEELDIARY, "routine", "start", "steady"])
    began = time.perf_counter()
    rung = bells(program, began + steps * every + 2)
    program.end()
    first = next(at for at in rung if at > began + READY_SECONDS - NEAR_SECONDS)
    late = []
    for number in range(steps):
        meant = first + number * every
        heard = next((at for at in rung if abs(at - meant) < NEAR_SECONDS), None)
        if heard is None:
            raise SystemExit(f"the start of step {number + 1} was not heard")
        late.append(heard - meant)
    return late, steps * every


def share_of_a_core(program: Program, seconds: float) -> float:
    """How much of one core a program takes."""
    before, began = _ticks(program.process), time.perf_counter()
    bells(program, began + seconds)
    taken = (_ticks(program.process) - before) / os.sysconf("SC_CLK_TCK")
    return taken / (time.perf_counter() - began)


def _ticks(process: int) -> int:
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


def main() -> None:
    """Measure and print."""
    minutes = float(sys.argv[1]) if len(sys.argv) > 1 else 20.0
    load = int(sys.argv[2]) if len(sys.argv) > 2 else os.cpu_count() or 1
    steps = max(2, min(40, round(minutes * 60 / (STEP_SECONDS + READY_SECONDS))))
    with tempfile.TemporaryDirectory() as home:
        prepare(home, steps)
        shares = []
        for command in (TICKING_APP, [HEELDIARY, "routine", "start", "steady"]):
            program = Program(command, environment(home)) if command is TICKING_APP else started(home, command)
            bells(program, time.perf_counter() + 3)
            shares.append(share_of_a_core(program, CPU_SECONDS))
            program.end()
        ticking, session = shares
        print(f"share of one core, {CPU_SECONDS:.0f} s: ticking app {ticking:.2%}, session {session:.2%} (wanted: 3 %)")
    with tempfile.TemporaryDirectory() as home:
        prepare(home, steps)
        busy = [subprocess.Popen(BUSY) for _ in range(load)]
        try:
            late, ran = drift(home, steps)
        finally:
            for process in busy:
                process.kill()
        spread = [1000 * one for one in late]
        print(
            f"{steps} starts over {ran / 60:.0f} min beside {load} busy processes, in ms after a steady beat: last"
            f" {spread[-1]:+.1f} (wanted: 50), median {statistics.median(spread):+.1f}, from {min(spread):+.1f} to"
            f" {max(spread):+.1f}"
        )


if __name__ == "__main__":
    main()
