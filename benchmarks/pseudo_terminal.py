"""A program in a pseudo-terminal: start it, watch what it paints, send it keys, read its peak memory."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

_ESCAPES = re.compile(rb"\x1b(\[[0-9;?<>=]*[a-zA-Z]|\][^\x07]*\x07|[=>P].*?\x1b\\|[()][A-Z0-9])")
_DEADLINE_SECONDS = 120.0
_PAINT_SECONDS = 0.01
"""What is painted in one go has no gap as long as this."""


class Program:
    """A running program and its output since it was last read."""

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

    def wait_for_paint(self) -> float:
        """Wait until something is painted, whatever it is; returns the moment of its end."""
        assert select.select([self.terminal], [], [], _DEADLINE_SECONDS)[0], "nothing was painted"
        while select.select([self.terminal], [], [], _PAINT_SECONDS)[0]:
            os.read(self.terminal, 65536)
            moment = time.perf_counter()
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
        megabytes = peak_megabytes(self.process)
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        os.close(self.terminal)
        return megabytes


def peak_megabytes(process: int) -> float:
    """The most memory that a running process has held, in MB.

    Linux counts it anew from the exec on. What `wait4` tells of a process that has ended is at least the peak of the
    one that started it, so that a large benchmark would measure itself. Without /proc it is what is held now.
    """
    try:
        status = Path(f"/proc/{process}/status").read_text()
    except FileNotFoundError:
        held = subprocess.run(["ps", "-o", "rss=", "-p", str(process)], capture_output=True, check=True).stdout
        return int(held) / 1024
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024
