"""The cues of the plain session: patterns of the terminal's bell, and a program of the person's own."""

import os
import shlex
import signal
import subprocess
from collections.abc import Callable
from contextlib import suppress
from typing import TextIO

from heeldiary.guiding.cues import BELLS, HANG_SECONDS, Sound

_LOOK_SECONDS = 0.1
"""How often to check whether the person's program has ended."""


def bell_of(stream: TextIO) -> Callable[[], None] | None:
    """Return a function that rings the bell of a stream's terminal; None if it is not a terminal."""

    def ring() -> None:
        with suppress(OSError):
            stream.write("\a")
            stream.flush()

    return ring if stream.isatty() else None


class PlainCues:
    """Plays cues without threads: the waiting loop calls it when the next bell is due."""

    def __init__(
        self, bell: Callable[[], None] | None, seconds: Callable[[], float], hang_seconds: float = HANG_SECONDS
    ) -> None:
        self._bell = bell
        self._seconds = seconds
        self._hang_seconds = hang_seconds
        self._rings: list[float] = []
        """The times of the next bells, soonest first."""
        self._programs: dict[subprocess.Popen[bytes], float] = {}
        """The running programs, and when each is killed."""

    def play(self, sound: Sound, words: str, command: str | None) -> None:
        """Play a sound instead of the current one, and pass the text to the command."""
        self.silence()
        if self._bell is not None:
            self._rings = [self._seconds() + ring for ring in BELLS[sound]]
        if command and command.strip():
            self._speak(command, words)
        self.look()

    def silence(self) -> None:
        """Stop the current sound."""
        self._rings = []

    @property
    def until_due(self) -> float:
        """Return the seconds until `look` has something to do."""
        return max(0.0, min([*self._rings, *self._programs.values()], default=float("inf")) - self._seconds())

    def look(self) -> None:
        """Ring the bells that are due, and kill a program that hangs."""
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
        """Wait until the last cue has finished."""
        while self._rings or self._programs:
            wait(min(self.until_due, _LOOK_SECONDS))
            self.look()

    def end(self) -> None:
        """Stop all cues at once."""
        self.silence()
        for program in list(self._programs):
            self._kill(program)

    def _speak(self, command: str, words: str) -> None:
        """Run the person's program with the text as its last argument: no shell, no input, no waiting."""
        nowhere = subprocess.DEVNULL
        with suppress(OSError, ValueError):
            program = subprocess.Popen(
                [*shlex.split(command), words], stdin=nowhere, stdout=nowhere, stderr=nowhere, start_new_session=True
            )
            self._programs[program] = self._seconds() + self._hang_seconds

    def _kill(self, program: "subprocess.Popen[bytes]") -> None:
        """Kill a program with its child processes."""
        if program.poll() is None:
            with suppress(OSError):
                os.killpg(program.pid, signal.SIGKILL)
            program.wait()
        del self._programs[program]
