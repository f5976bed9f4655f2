"""The voice of the plain session: the terminal's bell in patterns, and a program of the person's own that speaks."""

import os
import shlex
import signal
import subprocess
from collections.abc import Callable
from contextlib import suppress
from typing import TextIO

from heeldiary.guiding.cues import BELLS, HANG_SECONDS, Sound

_LOOK_SECONDS = 0.1
"""How often to look whether the last words have been spoken."""


def bell_of(stream: TextIO) -> Callable[[], None] | None:
    """Rings the bell of the terminal that a stream leads to; None where it leads to none."""

    def ring() -> None:
        with suppress(OSError):
            stream.write("\a")
            stream.flush()

    return ring if stream.isatty() else None


class PlainCues:
    """Rings and speaks without threads: whoever waits for something looks in when the next ring is due."""

    def __init__(
        self, bell: Callable[[], None] | None, seconds: Callable[[], float], hang_seconds: float = HANG_SECONDS
    ) -> None:
        self._bell = bell
        self._seconds = seconds
        self._hang_seconds = hang_seconds
        self._rings: list[float] = []
        """When the bell rings, soonest first."""
        self._programs: dict[subprocess.Popen[bytes], float] = {}
        """Those that still speak, and when each is killed."""

    def play(self, sound: Sound, words: str, command: str | None) -> None:
        """Ring a sound in place of what still rings, and have the command speak the words."""
        self.silence()
        if self._bell is not None:
            self._rings = [self._seconds() + ring for ring in BELLS[sound]]
        if command and command.strip():
            self._speak(command, words)
        self.look()

    def silence(self) -> None:
        """Ring no more of the last sound."""
        self._rings = []

    @property
    def until_due(self) -> float:
        """Seconds until `look` has something to do."""
        return max(0.0, min([*self._rings, *self._programs.values()], default=float("inf")) - self._seconds())

    def look(self) -> None:
        """Ring what is due, and end a program that hangs."""
        now = self._seconds()
        if self._bell is not None and any(ring <= now for ring in self._rings):
            self._bell()
        self._rings = [ring for ring in self._rings if ring > now]
        for program, end in list(self._programs.items()):
            if program.poll() is not None:
                del self._programs[program]
            elif end <= now:
                self._kill(program)

    def finish(self, wait: Callable[[float], object]) -> None:
        """Let the last cue be heard to its end."""
        while self._rings or self._programs:
            wait(min(self.until_due, _LOOK_SECONDS))
            self.look()

    def end(self) -> None:
        """Ring and speak no more, at once."""
        self.silence()
        for program in list(self._programs):
            self._kill(program)

    def _speak(self, command: str, words: str) -> None:
        """Run the person's program with the words as its last argument; no shell, no questions, no waiting."""
        nowhere = subprocess.DEVNULL
        with suppress(OSError, ValueError):
            program = subprocess.Popen(
                [*shlex.split(command), words], stdin=nowhere, stdout=nowhere, stderr=nowhere, start_new_session=True
            )
            self._programs[program] = self._seconds() + self._hang_seconds

    def _kill(self, program: "subprocess.Popen[bytes]") -> None:
        """End a program with all that it started."""
        if program.poll() is None:
            with suppress(OSError):
                os.killpg(program.pid, signal.SIGKILL)
            program.wait()
        del self._programs[program]
