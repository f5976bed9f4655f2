"""The app's cues: patterns of the terminal's bell, and a program of the person's own."""

import asyncio
import os
import shlex
import signal
from collections.abc import Callable
from contextlib import suppress

from heeldiary.guiding.cues import BELLS, HANG_SECONDS, Sound


class Cues:
    """Plays cues in the app's event loop."""

    def __init__(self, bell: Callable[[], None], hang_seconds: float = HANG_SECONDS) -> None:
        self._bell = bell
        self._hang_seconds = hang_seconds
        self._rings: list[asyncio.TimerHandle] = []
        self._speaking: set[asyncio.Task[None]] = set()

    def play(self, sound: Sound, words: str, command: str | None) -> None:
        """Play a sound instead of the current one, and pass the text to the command."""
        self.silence()
        loop = asyncio.get_running_loop()
        self._rings = [loop.call_later(seconds, self._bell) for seconds in BELLS[sound]]
        if command and command.strip():
            task = loop.create_task(_speak(command, words, self._hang_seconds))
            self._speaking.add(task)
            task.add_done_callback(self._speaking.discard)

    def silence(self) -> None:
        """Stop the current sound."""
        for ring in self._rings:
            ring.cancel()


async def _speak(command: str, text: str, hang_seconds: float) -> None:
    """Run the person's program with the text as its last argument: no shell, no input, with a time limit."""
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
            # With its child processes; also when the app ends.
            if program.returncode is None:
                os.killpg(program.pid, signal.SIGKILL)
