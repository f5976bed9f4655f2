"""Processes that write to a diary until they are killed, and their output up to then."""

import os
import random
import select
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from typing import IO

LOGGER = """
import os, sys
from heeldiary.clock import SystemClock
from heeldiary.domain.entries import Massage, MassageStep, Note, Pain
from heeldiary.store.diary import Diary
from heeldiary.store.opening import open_to_write
from heeldiary.store.recording import log
STEPS = (MassageStep("ki1", 90), MassageStep("shimian", 60), MassageStep("calf", 180))
FACTS = ([Note()], [Massage("left", STEPS)], [Pain("left", "after-sitting", 3), Pain("right", "after-sitting", 4)])
def work(path, most):
    with Diary(open_to_write(path), SystemClock()) as diary:
        for number in range(most):
            saved = log(diary, FACTS[number % 3], note="words " * (number % 400 + 1))
            os.write(1, (" ".join(entry.id for entry in saved.entries) + "\\n").encode())
"""
"""Logs entries of one, four and two rows, and prints each command's ids once it is saved."""

NURSERY = (
    LOGGER
    + """
for line in sys.stdin:
    child = os.fork()
    if not child:
        os.dup2(os.open(sys.argv[2], os.O_WRONLY | os.O_CREAT | os.O_APPEND), 2)
        work(sys.argv[1], 10_000)
    os.write(2, f"{child}\\n".encode())
    os.waitpid(child, 0)
    os.write(2, b"gone\\n")
"""
)
"""Forks a logger for each line on stdin; prints its process id, and on stderr when it has ended."""


def lines_before_the_end(stdout: IO[bytes], seconds: float, pid: int) -> list[str]:
    """What a process prints within some time; then it is killed, whatever it is doing."""
    told = b""
    end = time.monotonic() + seconds
    while select.select([stdout], [], [], max(0.0, end - time.monotonic()))[0]:
        if time.monotonic() > end:
            break
        read = os.read(stdout.fileno(), 65536)
        if not read:
            break
        told += read
    os.kill(pid, signal.SIGKILL)
    return whole_lines(told)


def whole_lines(told: bytes) -> list[str]:
    """The complete lines."""
    return told[: told.rfind(b"\n") + 1].decode().splitlines()


class Nursery:
    """Starts loggers quickly, one after another, each to be killed."""

    def __init__(self, path: str, complaints: str, environment: dict[str, str]) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", NURSERY, path, complaints],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, bufsize=0,
        )  # fmt: skip

    def raise_one(self, source: random.Random) -> list[str]:
        """Let one logger live for a random time; return the ids it printed.

        Half of them live at least until their first entry, however busy the machine is.
        """
        stdin, stdout, stderr = self.process.stdin, self.process.stdout, self.process.stderr
        assert stdin
        assert stdout
        assert stderr
        stdin.write(b"go\n")
        first = stderr.readline()
        assert first.strip().isdigit(), first
        if source.random() < 0.5:
            select.select([stdout], [], [], 60)
        told = lines_before_the_end(stdout, source.random() * 0.06, int(first))
        gone = stderr.readline()
        assert gone == b"gone\n", gone
        # What it printed at the very end is still in the pipe.
        while select.select([stdout], [], [], 0)[0]:
            told += whole_lines(os.read(stdout.fileno(), 65536))
        return [entry_id for line in told for entry_id in line.split()]

    def close(self) -> None:
        """No more."""
        assert self.process.stdin
        self.process.stdin.close()
        self.process.wait(60)
        for stream in (self.process.stdout, self.process.stderr):
            assert stream
            stream.close()


def start(script: str, argv: Sequence[str], environment: dict[str, str]) -> subprocess.Popen[bytes]:
    """A Python process of ours."""
    return subprocess.Popen(
        [sys.executable, "-c", script, *argv],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, bufsize=0,
    )  # fmt: skip
