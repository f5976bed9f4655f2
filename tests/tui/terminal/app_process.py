"""The real app in a pseudo-terminal: bytes go in; what it paints and how it leaves the terminal are read."""

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping

DEADLINE_SECONDS = 60.0
READY = b"First steps"
_ON, _OFF = (1049, 1000, 1003, 1006, 1004, 2004), (25, 7)  # modes that it switches on, and off


class AppProcess:
    """A running app. Whatever a test does, `close` ends it."""

    def __init__(self, command: list[str], environment: Mapping[str, str], columns: int = 100, rows: int = 30) -> None:
        self.painted = b""
        self._status: int | None = None
        self.pid, self.master = pty.fork()
        if not self.pid:
            os.execvpe(command[0], command, dict(environment))
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self._modes = termios.tcgetattr(self.master)

    def send(self, data: bytes) -> None:
        """Type, or answer for the terminal."""
        os.write(self.master, data)

    def signal(self, number: int) -> None:
        """Send a signal to the app alone."""
        os.kill(self.pid, number)

    def read(self, seconds: float) -> None:
        """Read for a while what is painted."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0 and self._read_some(left):
            pass

    def read_until(self, wanted: bytes) -> None:
        """Read until something has been painted since `forget`."""
        end = time.monotonic() + DEADLINE_SECONDS
        while wanted not in self.painted:
            left = end - time.monotonic()
            assert left > 0, (wanted, self.painted[-2000:])
            assert self._read_some(left) or self._status is None, (wanted, self.painted[-2000:])

    def forget(self) -> None:
        """Forget everything painted so far."""
        self.painted = b""

    def drain(self) -> None:
        """Read what has been painted already."""
        while self._read_some(0):
            pass

    def end(self) -> int:
        """Wait for its end; its exit status, or the signal's number, negative."""
        ended = os.pidfd_open(self.pid)
        deadline = time.monotonic() + DEADLINE_SECONDS
        watched = [ended] if self.master < 0 else [ended, self.master]
        try:
            while ended not in (ready := select.select(watched, [], [], max(0.0, deadline - time.monotonic()))[0]):
                assert ready, f"the app hangs: {self.painted[-2000:]!r}"
                if not self._read_some(0):
                    watched.remove(self.master)
        finally:
            os.close(ended)
        self._status = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
        self.drain()
        return self._status

    def stopped(self) -> None:
        """Wait until it is stopped, and read what it had painted."""
        end = time.monotonic() + DEADLINE_SECONDS
        while self.state != "T":
            assert time.monotonic() < end, f"it is not stopped: {self.state}"
            self.read(0.02)
        self.drain()

    @property
    def state(self) -> str:
        """The process's state as the system has it: `T` where it is stopped."""
        with open(f"/proc/{self.pid}/stat", encoding="utf-8") as file:
            return file.read().rpartition(")")[2].split()[0]

    @property
    def is_terminal_right(self) -> bool:
        """Whether the terminal has its modes again, and every mode that was switched on is off again."""
        written = self.painted
        switched = all(
            written.rfind(b"\x1b[?%d%c" % (mode, off)) >= written.rfind(b"\x1b[?%d%c" % (mode, on))
            for mode, on, off in [*((mode, b"h", b"l") for mode in _ON), *((mode, b"l", b"h") for mode in _OFF)]
        )
        keys = written.count(b"\x1b[>25u") == written.count(b"\x1b[<u")
        return switched and keys and termios.tcgetattr(self.master) == self._modes

    def close(self) -> None:
        """End it if it is still there."""
        if self._status is None:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        if self.master >= 0:
            os.close(self.master)

    def hang_up(self) -> None:
        """The terminal is gone."""
        os.close(self.master)
        self.master = -1

    def _read_some(self, seconds: float) -> bool:
        if self.master < 0 or not select.select([self.master], [], [], seconds)[0]:
            return False
        try:
            self.painted += os.read(self.master, 65536)
        except OSError:  # the other end is closed
            return False
        return True
