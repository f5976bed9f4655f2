"""heeldiary in a pseudo-terminal: what it painted, how it ended, and how it left the terminal."""

import contextlib
import os
import re
import select
import signal
import termios
import time

from bench import HEELDIARY
from pseudo_terminal import Program
from year_diary import own_environment

_SEQUENCES = re.compile(rb"\x1b(\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(\x07|\x1b\\)|[P_^X][^\x1b]*\x1b\\|[ -/]*[0-~])")
_MODE_CHANGES = re.compile(rb"\x1b\[\?([\d;]+)([hl])")
_MODES_OFF_AT_END = {
    b"1049": "the alternate screen", b"1000": "the mouse", b"1002": "the mouse's drags", b"1003": "the mouse's moves",
    b"1006": "SGR mouse reports", b"1015": "urxvt mouse reports", b"1016": "pixel mouse reports",
    b"1004": "focus reports", b"2004": "bracketed paste", b"2048": "in-band resize reports",
}  # fmt: skip
_KEYBOARD_PUSHED, _KEYBOARD_POPPED = re.compile(rb"\x1b\[>\d+u"), re.compile(rb"\x1b\[<\d*u")
START_SECONDS, ANSWER_SECONDS, END_SECONDS = 30.0, 8.0, 15.0
_KEY_SECONDS = 0.16
"""After each of the trial's own keys: longer than what separates a lone escape from a sequence."""
_WRITTEN_AT_ONCE = 1024


class WatchedApp:
    """The running app; everything it writes is read and remembered."""

    def __init__(self, home: str, words: tuple[str, ...] = ()) -> None:
        self._program = Program([HEELDIARY, *words], own_environment(home))
        self._written = bytearray()
        self.exit_code: int | None = None
        os.set_blocking(self._program.terminal, False)

    def pause(self, seconds: float) -> None:
        """Let time pass, reading whatever is painted."""
        until = time.monotonic() + seconds
        while True:
            left = max(0.0, until - time.monotonic())
            if self.exit_code is not None or not select.select([self._program.terminal], [], [], left)[0]:
                return
            self._read()

    def send(self, data: bytes) -> None:
        """Write bytes at once; what an ended app no longer takes is dropped."""
        until = time.monotonic() + ANSWER_SECONDS
        while data and self.exit_code is None and time.monotonic() < until:
            readable, writable, _ = select.select([self._program.terminal], [self._program.terminal], [], 0.5)
            if readable:
                self._read()
            elif writable:
                with contextlib.suppress(BlockingIOError, OSError):
                    data = data[os.write(self._program.terminal, data[:_WRITTEN_AT_ONCE]) :]

    def press(self, *keys: str) -> None:
        """Type keys, each after the last has had its effect."""
        for key in keys:
            self.send(key.encode())
            self.pause(_KEY_SECONDS)

    def paints(self, text: str, key: str = "", seconds: float = ANSWER_SECONDS) -> bool:
        """Whether this text is painted in the time given, after a key."""
        begin = len(self._written)
        self.send(key.encode())
        until = time.monotonic() + seconds
        while text.encode() not in _SEQUENCES.sub(b"", bytes(self._written[begin:])):
            if self.exit_code is not None or time.monotonic() > until:
                return False
            self.pause(0.05)
        return True

    def _read(self) -> None:
        try:
            data = os.read(self._program.terminal, 65536)
        except BlockingIOError:
            return
        except OSError:  # the terminal's other end was closed
            data = b""
        self._written += data
        if not data:
            self._wait()

    def _wait(self) -> None:
        until = time.monotonic() + END_SECONDS
        while time.monotonic() < until:
            ended, status = os.waitpid(self._program.process, os.WNOHANG)
            if ended:
                self.exit_code = os.waitstatus_to_exitcode(status)
                return
            time.sleep(0.02)
        os.kill(self._program.process, signal.SIGKILL)
        self.exit_code = os.waitstatus_to_exitcode(os.waitpid(self._program.process, 0)[1])

    def shows_traceback(self) -> bool:
        """Whether the word was ever painted."""
        return b"Traceback" in _SEQUENCES.sub(b"", bytes(self._written))

    def quit(self) -> list[str]:
        """Press `q`; return what is wrong with how the app ended."""
        self.send(b"q")
        self.pause(END_SECONDS)
        if self.exit_code is None:
            return ["`q` does not end it"]
        wrong = [] if self.exit_code == 0 else [f"exit code {self.exit_code}"]
        return wrong + self.left_behind()

    def left_behind(self) -> list[str]:
        """How the terminal differs from before, once the app has ended."""
        state: dict[bytes, bytes] = {}
        for modes, switch in _MODE_CHANGES.findall(bytes(self._written)):
            state.update(dict.fromkeys(modes.split(b";"), switch))
        wrong = [f"{name} left on" for mode, name in _MODES_OFF_AT_END.items() if state.get(mode) == b"h"]
        if state.get(b"25", b"h") == b"l":
            wrong.append("the cursor left hidden")
        if len(_KEYBOARD_PUSHED.findall(self._written)) > len(_KEYBOARD_POPPED.findall(self._written)):
            wrong.append("the keyboard protocol left on")
        flags = termios.tcgetattr(self._program.terminal)[3]
        if not (flags & termios.ECHO and flags & termios.ICANON):
            wrong.append("the terminal left raw")
        return wrong

    def kill(self) -> None:
        """End it at once, if it still runs, and close the terminal."""
        if self.exit_code is None:
            os.kill(self._program.process, signal.SIGKILL)
            self.exit_code = os.waitstatus_to_exitcode(os.waitpid(self._program.process, 0)[1])
        os.close(self._program.terminal)
