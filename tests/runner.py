"""Runs commands for tests: in this process, or as the real command."""

import io
import json
import os
import subprocess
import sys
import sysconfig
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from heeldiary.cli import run
from heeldiary.cli.context import CommandContext
from tests.standing_clock import SeededBytes, StandingClock

COMMAND = str(Path(sysconfig.get_path("scripts")) / "heeldiary")
"""The installed command."""


class Ran(NamedTuple):
    """A command's exit status and output."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Its stdout as one JSON value."""
        return json.loads(self.out)

    @property
    def jsonl(self) -> list[Any]:
        """Its stdout as JSON Lines."""
        return [json.loads(line) for line in self.out.splitlines()]


class Stream(io.StringIO):
    """A stream that says whether it is a terminal, as the test likes."""

    def __init__(self, text: str = "", terminal: bool = False) -> None:
        super().__init__(text)
        self.terminal = terminal

    def isatty(self) -> bool:
        """Whether it passes for a terminal."""
        return self.terminal


class Heeldiary:
    """`heeldiary` in this process, with its own home, clock and random bytes."""

    def __init__(self, home: Path, clock: StandingClock, random: SeededBytes, terminal: bool = False) -> None:
        self.home = home
        self.clock = clock
        self.random = random
        self.terminal = terminal
        self.environment: dict[str, str] = {"HEELDIARY_HOME": str(home)}

    def __call__(self, *argv: str, stdin: str = "") -> Ran:
        """Run one command; with a terminal, `stdin` is what the person types."""
        out, err = Stream(terminal=self.terminal), Stream(terminal=self.terminal)
        context = CommandContext(out, err, Stream(stdin, self.terminal), self.environment, self.clock, self.random)
        code = run(argv, context)
        return Ran(code, out.getvalue(), err.getvalue())

    def done(self, *argv: str, stdin: str = "") -> Ran:
        """Run one command that has to succeed."""
        ran = self(*argv, stdin=stdin)
        assert ran.code == 0, (" ".join(argv)[:200], ran)
        return ran

    def refused(self, code: int, *argv: str, stdin: str = "") -> Ran:
        """Run one command that has to end so: two lines on stderr, nothing on stdout, nothing changed on disk."""
        before = files(self.home.parent)
        ran = self(*argv, stdin=stdin)
        asked = " ".join(argv)[:200]
        assert ran.code == code, (asked, ran)
        assert ran.out == "", (asked, ran)
        told = ran.err.splitlines()
        assert len(told) >= 2, (asked, ran)
        # At a terminal the typed answer ends the question's line; here no typing is echoed.
        assert told[-2].startswith("heeldiary: ") or (self.terminal and ": heeldiary: " in told[-2]), (asked, ran)
        assert told[-1].strip(), (asked, ran)
        assert files(self.home.parent) == before, (asked, "something changed")
        return ran

    @property
    def diary(self) -> Path:
        """Where its diary is, or will be."""
        return self.home / "diary.db"

    def entries(self) -> list[dict[str, Any]]:
        """All entries, as `list --json` prints them."""
        return self.done("list", "--json").jsonl

    def other(self, name: str) -> "Heeldiary":
        """The same program in another home, as on another machine."""
        return Heeldiary(self.home.parent / name, self.clock, self.random, self.terminal)


class Process:
    """The real command, as a process with its own home."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.environment: dict[str, str] = {"HEELDIARY_HOME": str(home), "TZ": "Europe/Berlin"}

    def __call__(self, *argv: str | bytes, stdin: bytes = b"", environment: Mapping[str, str] | None = None) -> Ran:
        """Run it to its end."""
        ended = subprocess.run(
            [COMMAND, *argv], input=stdin, capture_output=True, env=self.surroundings(environment or {}), timeout=60
        )
        return Ran(ended.returncode, ended.stdout.decode(errors="backslashreplace"),
                   ended.stderr.decode(errors="backslashreplace"))  # fmt: skip

    def shell(self, line: str, environment: Mapping[str, str] | None = None) -> Ran:
        """Run a line of bash in which `heeldiary` is the command."""
        surroundings = {**self.surroundings(environment or {}), "HD": COMMAND}
        script = f'heeldiary() {{ "$HD" "$@"; }}; {line}'
        ended = subprocess.run(["bash", "-c", script], capture_output=True, env=surroundings, timeout=60)
        return Ran(ended.returncode, ended.stdout.decode(errors="backslashreplace"),
                   ended.stderr.decode(errors="backslashreplace"))  # fmt: skip

    def python(self, script: str, *argv: str) -> Ran:
        """Run a Python script in the interpreter of the tests."""
        ended = subprocess.run(
            [sys.executable, "-c", script, *argv], capture_output=True, env=self.surroundings({}), timeout=60
        )
        return Ran(ended.returncode, ended.stdout.decode(), ended.stderr.decode())

    def surroundings(self, environment: Mapping[str, str]) -> dict[str, str]:
        """The environment it runs in: the test's own without what would change the diary's place or language."""
        ours = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "PYTHONPATH")}
        return {**ours, **self.environment, **environment}

    @property
    def diary(self) -> Path:
        """Where its diary is, or will be."""
        return self.home / "diary.db"

    def entries(self) -> list[dict[str, Any]]:
        """All entries, as `list --json` prints them."""
        ran = self("list", "--json")
        assert ran.code == 0, ran
        return ran.jsonl


def files(folder: Path) -> dict[str, bytes | None]:
    """Everything in a folder: each file's bytes by its path, None for anything but a regular file."""
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None
        for path in sorted(folder.rglob("*"))
    }
