"""A program in a pseudo-terminal: started, watched for what it paints, sent keys, and its peak memory read."""

import fcntl
import os
import pty
import re
import resource
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence

_ESCAPES = re.compile(rb"\x1b(\[[0-9;?<>=]*[a-zA-Z]|\][^\x07]*\x07|[=>P].*?\x1b\\|[()][A-Z0-9])")
_DEADLINE_SECONDS = 30.0


class Program:
    """A running program and what it has written since it was last asked."""

    def __init__(
        self, command: Sequence[str], environment: Mapping[str, str], columns: int = 120, rows: int = 40
    ) -> None:
        self.started = time.perf_counter()
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            os.execvpe(command[0], list(command), dict(environment))
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self._seen = b""

    def wait_for(self, text: str) -> float:
        """Wait until the text is painted; returns the moment, in seconds of `time.perf_counter`."""
        wanted = text.encode()
        deadline = time.perf_counter() + _DEADLINE_SECONDS
        while wanted not in _ESCAPES.sub(b"", self._seen):
            left = deadline - time.perf_counter()
            if left <= 0 or not select.select([self.terminal], [], [], left)[0]:
                raise TimeoutError(f"{text!r} was not painted; the last that was: {self._seen[-500:]!r}")
            self._seen += os.read(self.terminal, 65536)
        moment = time.perf_counter()
        self._seen = b""
        return moment

    def press(self, keys: str) -> float:
        """Type keys; returns the moment."""
        self.drain(0.05)
        moment = time.perf_counter()
        os.write(self.terminal, keys.encode())
        return moment

    def drain(self, quiet_seconds: float) -> None:
        """Read on until nothing was written for a while."""
        while select.select([self.terminal], [], [], quiet_seconds)[0]:
            os.read(self.terminal, 65536)
        self._seen = b""

    def end(self) -> float:
        """Kill it; returns its peak memory in MB."""
        os.kill(self.process, signal.SIGKILL)
        _, _, usage = os.wait4(self.process, 0)
        os.close(self.terminal)
        return _megabytes(usage)


def _megabytes(usage: resource.struct_rusage) -> float:
    return usage.ru_maxrss / 1024
