"""Reading typed lines with a time limit, and handling signals."""

import io
import os
import select
import signal
from collections import deque
from types import FrameType
from typing import Protocol, TextIO

_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
_LONGEST_BYTES = 4096
"""The longest line; anything longer is not a command."""


class Stopped(Exception):
    """A signal asked the program to end."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


class Waiting(Protocol):
    """Waits for a typed line."""

    def line(self, timeout: float) -> str | None:
        """Return a line without its end; None after some seconds without one.

        Raises EOFError once at the end of input, then only waits. Raises Stopped on a signal.
        """


class TypedLines:
    """Waits with `select`. It reads the descriptor directly: `select` does not see what a stream has buffered."""

    def __init__(self, inp: TextIO) -> None:
        self._lines: deque[str] = deque()
        self._begun = b""
        """The incomplete line so far."""
        self._open = True
        self._has_reported_end = False
        self._stopped_by = 0
        self._descriptor = -1
        try:
            self._descriptor = inp.fileno()
        except io.UnsupportedOperation:  # not a file: everything is there already
            self._lines.extend(inp.read().splitlines())
            self._open = False

    def __enter__(self) -> "TypedLines":
        """Let signals only interrupt the waiting, never a save."""
        self._woken, waking = os.pipe()
        for end in (self._woken, waking):
            os.set_blocking(end, False)
        self._wake_before = signal.set_wakeup_fd(waking)
        self._waking = waking
        before = {number: signal.getsignal(number) for number in _SIGNALS}
        # An ignored signal, as under nohup, stays ignored.
        self._before = {number: handler for number, handler in before.items() if handler not in (signal.SIG_IGN, None)}
        for number in self._before:
            signal.signal(number, self._stop)
        return self

    def __exit__(self, *_: object) -> None:
        """Restore the signal handlers."""
        for number, handler in self._before.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._wake_before)
        os.close(self._woken)
        os.close(self._waking)

    def line(self, timeout: float) -> str | None:
        """Return a typed line or None, as in `Waiting`."""
        if not self._lines and not self._stopped_by and (self._open or self._has_reported_end):
            self._wait(timeout)
        if self._stopped_by:
            raise Stopped(self._stopped_by)
        if self._lines:
            return self._lines.popleft()
        if not self._open and not self._has_reported_end:
            self._has_reported_end = True
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
        """Record a signal; the same one again ends the program at once."""
        self._stopped_by = self._stopped_by or number
        signal.signal(number, self._before[signal.Signals(number)])
