"""Lines typed on stdin while something runs: waited for so long and no longer, signals among them."""

import io
import os
import select
import signal
from collections import deque
from types import FrameType
from typing import Protocol, TextIO

_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
_LONGEST_BYTES = 4096
"""Of a line; whoever sends more without a line's end sends no command."""


class Stopped(Exception):
    """A signal asks the program to end."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


class Waiting(Protocol):
    """Waits for a typed line."""

    def line(self, timeout: float) -> str | None:
        """A line without its end, None after so many seconds without one.

        Raises EOFError once when the input has ended, and from then on only waits. Raises Stopped on a signal.
        """


class TypedLines:
    """Waits by `select`. It reads the descriptor itself: what a stream has read ahead, `select` does not see."""

    def __init__(self, inp: TextIO) -> None:
        self._lines: deque[str] = deque()
        self._begun = b""
        """Of a line, what has come without its end."""
        self._open = True
        self._told_end = False
        self._stopped_by = 0
        self._descriptor = -1
        try:
            self._descriptor = inp.fileno()
        except io.UnsupportedOperation:  # no file: all of it is there already
            self._lines.extend(inp.read().splitlines())
            self._open = False

    def __enter__(self) -> "TypedLines":
        """From now on a signal only interrupts the waiting: nothing is cut off in the middle of being saved."""
        self._woken, waking = os.pipe()
        for end in (self._woken, waking):
            os.set_blocking(end, False)
        self._wake_before = signal.set_wakeup_fd(waking)
        self._waking = waking
        before = {number: signal.getsignal(number) for number in _SIGNALS}
        # One that is ignored, as under nohup, stays so.
        self._before = {number: handler for number, handler in before.items() if handler not in (signal.SIG_IGN, None)}
        for number in self._before:
            signal.signal(number, self._stop)
        return self

    def __exit__(self, *_: object) -> None:
        """Signals do what they did before."""
        for number, handler in self._before.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._wake_before)
        os.close(self._woken)
        os.close(self._waking)

    def line(self, timeout: float) -> str | None:
        """A typed line, or None; as `Waiting` has it."""
        if not self._lines and not self._stopped_by and (self._open or self._told_end):
            self._wait(timeout)
        if self._stopped_by:
            raise Stopped(self._stopped_by)
        if self._lines:
            return self._lines.popleft()
        if not self._open and not self._told_end:
            self._told_end = True
            raise EOFError
        return None

    def _wait(self, timeout: float) -> None:
        watched = [self._woken, self._descriptor] if self._open else [self._woken]
        ready, _, _ = select.select(watched, [], [], max(0.0, timeout))
        if self._woken in ready:
            os.read(self._woken, _LONGEST_BYTES)
        if self._descriptor in ready:
            self._read()

    def _read(self) -> None:
        try:
            read = os.read(self._descriptor, _LONGEST_BYTES)
        except BlockingIOError:
            return
        except OSError:  # the terminal is gone
            read = b""
        self._open = bool(read)
        *whole, begun = (self._begun + read).split(b"\n")
        if not self._open and begun:
            whole, begun = [*whole, begun], b""
        self._begun = begun[:_LONGEST_BYTES]
        self._lines.extend(line.decode(errors="replace") for line in whole)

    def _stop(self, number: int, _: FrameType | None) -> None:
        """Take a signal; the same one again ends the program at once."""
        self._stopped_by = self._stopped_by or number
        signal.signal(number, self._before[signal.Signals(number)])
