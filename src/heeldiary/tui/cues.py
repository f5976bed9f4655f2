"""What is heard of a session: the terminal's bell in patterns, and a program of the person's own that speaks."""

import asyncio
import os
import shlex
import signal
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Literal

from heeldiary.domain.points import POINTS
from heeldiary.domain.scales import Foot
from heeldiary.domain.session import Cue

HANG_SECONDS = 10.0
"""A cue command that runs longer is killed."""

Sound = Literal["ready", "switch", "start", "last", "enough", "finish", "gap"]

BELLS: Mapping[Sound, tuple[float, ...]] = {
    "ready": (0,),
    "switch": (0, 0.75),
    "start": (0, 0.25),
    "last": (0, 1, 2),
    "enough": (0, 0.25, 0.5),
    "finish": (0, 0.25, 0.5, 1.25, 1.5, 1.75),
    "gap": (0, 0.25, 1, 1.25),
}
"""When the bell rings, in seconds from the cue; each pattern is told from all others by ear."""


class Cues:
    """Rings and speaks. Nothing of it ever holds up the session."""

    def __init__(self, bell: Callable[[], None], hang_seconds: float = HANG_SECONDS) -> None:
        self._bell = bell
        self._hang_seconds = hang_seconds
        self._rings: list[asyncio.TimerHandle] = []
        self._speaking: set[asyncio.Task[None]] = set()
        self._foot: Foot | None = None

    def play(self, cue: Cue, command: str | None) -> None:
        """Let a cue be heard, in place of what still rings."""
        sound = self.sound(cue)
        self.hush()
        loop = asyncio.get_running_loop()
        self._rings = [loop.call_later(seconds, self._bell) for seconds in BELLS[sound]]
        if command and command.strip():
            task = loop.create_task(_speak(command, words(sound, cue), self._hang_seconds))
            self._speaking.add(task)
            task.add_done_callback(self._speaking.discard)

    def sound(self, cue: Cue) -> Sound:
        """What a cue sounds like: getting ready on the other foot is a sound of its own."""
        before, self._foot = self._foot, cue.step.foot if cue.step else self._foot
        return "switch" if cue.kind == "ready" and before not in (None, self._foot) else cue.kind

    def hush(self) -> None:
        """Ring no more of the last cue."""
        for ring in self._rings:
            ring.cancel()


def words(sound: Sound, cue: Cue) -> str:
    """A cue as it is spoken."""
    match sound:
        case "ready" | "switch":
            place = f"{POINTS[cue.step.point].title}, {cue.step.foot} foot" if cue.step else ""
            return f"{'Other side. ' if sound == 'switch' else ''}Get ready: {place}."
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


async def _speak(command: str, text: str, hang_seconds: float) -> None:
    """Run the person's program with the words as its last argument; no shell, no questions, no waiting for ever."""
    with suppress(OSError, ValueError):
        program = await asyncio.create_subprocess_exec(
            *shlex.split(command),
            text,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            await asyncio.wait_for(program.wait(), hang_seconds)
        except TimeoutError:
            pass
        finally:
            # With all that it started; at the app's end too.
            if program.returncode is None:
                os.killpg(program.pid, signal.SIGKILL)
