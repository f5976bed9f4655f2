"""What is heard of a session: the terminal's bell, and a program of the person's own that is given the words."""

import asyncio
import shlex
from collections.abc import Callable
from contextlib import suppress

from heeldiary.domain.points import POINTS
from heeldiary.domain.session import Cue

HANG_SECONDS = 10.0
"""A cue command that runs longer is killed."""

BELL_GAP_SECONDS = 0.25

_BELLS = {"ready": 1, "start": 2, "last": 1, "enough": 2, "finish": 3, "gap": 1}
"""How often the bell rings for each kind of cue."""


class Cues:
    """Rings and speaks. Nothing of it ever holds up the session."""

    def __init__(self, bell: Callable[[], None], command: str | None) -> None:
        self._bell = bell
        self._command = command
        self._running: set[asyncio.Task[None]] = set()

    def play(self, cue: Cue, switched: bool) -> None:
        """Let a cue be heard; `switched` says that the foot has changed."""
        loop = asyncio.get_running_loop()
        for ring in range(_BELLS[cue.kind]):
            loop.call_later(ring * BELL_GAP_SECONDS, self._bell)
        if self._command:
            task = loop.create_task(_speak(self._command, words(cue, switched)))
            self._running.add(task)
            task.add_done_callback(self._running.discard)


def words(cue: Cue, switched: bool) -> str:
    """A cue as it is spoken."""
    match cue.kind:
        case "ready":
            point = POINTS[cue.step.point].title if cue.step else ""
            foot = f"{cue.step.foot} foot" if cue.step else ""
            return f"{'Other side. ' if switched else ''}Get ready: {point}, {foot}."
        case "start":
            return "Begin."
        case "last":
            return "Three seconds."
        case "enough":
            return "Time is up. Go on as long as it is good."
        case "finish":
            return "Finished."
        case _:
            return "Paused. Were you still massaging?"


async def _speak(command: str, text: str) -> None:
    """Run the person's program with the words as its last argument; no shell, no questions, no waiting for ever."""
    with suppress(OSError, ValueError):
        program = await asyncio.create_subprocess_exec(
            *shlex.split(command),
            text,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
        )
        try:
            await asyncio.wait_for(program.wait(), HANG_SECONDS)
        except TimeoutError:
            program.kill()
            await program.wait()
