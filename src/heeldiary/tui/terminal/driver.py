"""Textual's terminal driver with our own input parsing and safe signal handling.

Besides the input (see `splitting`, `meaning` and `decoding`) it fixes these faults of Textual 8.2.8:

- A failure in the input thread printed a traceback and ended with status 0; here it is the app's (Textualize/textual
  6456 shows such tracebacks).
- SIGCONT started a second input and writer thread though nothing had been suspended, and the app hung at its end;
  SIGTSTP suspended within the signal handler, which may hang as well (Textualize/textual 6298).
- A writer thread that had died, or was stopped, let the app hang once 30 writes were waiting (Textualize/textual 6692).
- A terminal that was gone was read again and again without a pause (no public report found).
- The size came from COLUMNS and LINES, where they are exported, and whatever size was reported was painted (no public
  report found).
"""

import os
import signal
import termios
import time
from queue import Full
from selectors import EVENT_READ, SelectSelector
from typing import TYPE_CHECKING, cast

from textual import constants
from textual.drivers.linux_driver import (
    KITTY_DISAMBIGUATE_ESCAPE_CODES,
    KITTY_REPORT_ALL_KEYS,
    KITTY_REPORT_ASSOCIATED_TEXT,
    LinuxDriver,
)
from textual.events import Resize
from textual.geometry import Size
from textual.message import Message

from heeldiary.tui.terminal.decoding import TerminalInput
from heeldiary.tui.terminal.meaning import MOST_COLUMNS, MOST_ROWS, ImplausibleSize, Unreadable

if TYPE_CHECKING:
    from heeldiary.tui.host import Host

LONGEST_WAIT_SECONDS = 0.1
"""How often the input thread checks whether it must end."""

ENDING_SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
"""Signals that end the app cleanly, with half-typed text saved."""

_READ_BYTES = 4096
_USUAL_SIZE = (80, 25)
_KITTY_FLAGS = KITTY_DISAMBIGUATE_ESCAPE_CODES | KITTY_REPORT_ALL_KEYS | KITTY_REPORT_ASSOCIATED_TEXT
_WRITE_SECONDS = 0.2
_TRY_AGAIN_SECONDS, _TRIES = 0.02, 250


class TerminalDriver(LinuxDriver):
    """Reads keys from the terminal and writes to it."""

    _is_suspended = False
    """Whether application mode was left for a SIGTSTP."""

    def _get_terminal_size(self) -> tuple[int, int]:
        """The terminal's own size, whatever the environment says, limited to a plausible size."""
        for stream in (self._file, None):
            try:
                size = os.get_terminal_size(self.fileno if stream is None else stream.fileno())
            except (OSError, ValueError, AttributeError):
                continue
            if size.columns > 0 and size.lines > 0:
                return min(size.columns, MOST_COLUMNS), min(size.lines, MOST_ROWS)
        return _USUAL_SIZE

    def start_application_mode(self) -> None:
        """Enter application mode; any signal that ends the app restores the terminal."""
        for number in ENDING_SIGNALS:
            self._loop.add_signal_handler(number, self._end, 128 + number)
        if self._size is None:
            self._size = self._get_terminal_size()
        super().start_application_mode()  # type: ignore[no-untyped-call]  # Textual gives it no types

    def write(self, data: str) -> None:
        """Write; after the terminal is gone, drop the output."""
        writer = self._writer_thread
        while writer is not None and writer.is_alive():
            try:
                writer._queue.put(data, timeout=_WRITE_SECONDS)
            except Full:
                continue
            return

    def close(self) -> None:
        """Stop the writer once all is written; output to a terminal that is gone is dropped."""
        if self._writer_thread is not None and self._writer_thread.is_alive():
            self._writer_thread.stop()
        if self._file is not None:
            try:
                self._file.flush()
            except OSError:
                nowhere = os.open(os.devnull, os.O_WRONLY)
                os.dup2(nowhere, self._file.fileno())
                os.close(nowhere)

    def _enable_mouse_pixels(self) -> None:
        """Keep mouse reports in cells: pixel reports need sizes in pixels, and some terminals report 0."""

    def process_message(self, message: Message) -> None:
        """Deliver an event. If the terminal reported an implausible size, ask the system instead."""
        if isinstance(message, Unreadable):
            self._app.call_later(cast("Host", self._app).mention, message.sentence)
            return
        if isinstance(message, ImplausibleSize):
            size = Size(*self._get_terminal_size())
            message = Resize(size, size)
        super().process_message(message)

    def _run_input_thread(self) -> None:
        """Run the input loop. A failure ends the app, with the terminal restored and a crash report."""
        try:
            self.run_input_thread()
        except BaseException as error:
            self._app.call_later(self._app._handle_exception, error)

    def run_input_thread(self) -> None:
        """Read keys and deliver them until the app ends or the terminal is gone."""
        terminal = TerminalInput()
        with SelectSelector() as selector:
            selector.register(self.fileno, EVENT_READ)
            while not self.exit_event.is_set():
                due, now = terminal.deadline, time.monotonic()
                wait = LONGEST_WAIT_SECONDS if due is None else max(0.0, min(LONGEST_WAIT_SECONDS, due - now))
                if selector.select(wait):
                    data = self._read()
                    if not data:
                        self._loop.call_soon_threadsafe(self._end, 128 + signal.SIGHUP)
                        return
                    messages = terminal.feed(data, time.monotonic())
                else:
                    messages = terminal.tick(time.monotonic())
                for message in messages:
                    self.process_message(message)

    def _end(self, status: int, tries: int = _TRIES) -> None:
        """End the app with a status, but not while a screen is still mounting, which would fail."""
        stack = self._app._screen_stacks.get(self._app.current_mode, [])
        if tries and not (self._app._is_mounted and stack and all(screen.is_mounted for screen in stack)):
            self._loop.call_later(_TRY_AGAIN_SECONDS, self._end, status, tries - 1)
        else:
            self._app.exit(status, status)

    def _read(self) -> bytes:
        """Return the bytes that have come; empty if the terminal is gone."""
        try:
            return os.read(self.fileno, _READ_BYTES)
        except OSError:
            return b""

    def _sigtstp_application(self, *_: object) -> None:
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._stop_process)

    def _sigcont_application(self, *_: object) -> None:
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._go_on)

    def _stop_process(self) -> None:
        """Restore the terminal and stop the process."""
        if self._auto_restart and not self._is_suspended:
            self.suspend_application_mode()
            self._is_suspended = self._must_signal_resume = True
        os.kill(os.getpid(), signal.SIGSTOP)

    def _go_on(self) -> None:
        """Enter application mode again after a stop."""
        if not self._auto_restart:
            return
        if self._is_suspended:
            self._is_suspended = False
            self.resume_application_mode()
        elif self._writer_thread is not None and self._writer_thread.is_alive():
            self._take_again()

    def _take_again(self) -> None:
        """Restore everything after SIGSTOP: the shell may have changed the terminal's modes and screen."""
        try:
            modes = termios.tcgetattr(self.fileno)
            modes[3], modes[0] = self._patch_lflag(modes[3]), self._patch_iflag(modes[0])
            modes[6][termios.VMIN] = 1
            termios.tcsetattr(self.fileno, termios.TCSANOW, modes)
        except termios.error:
            return
        self.write("\x1b[?1049h\x1b[?25l\x1b[?1004h\x1b[?7l")
        if not constants.DISABLE_KITTY_KEY:
            self.write(f"\x1b[={_KITTY_FLAGS};1u")
        self._enable_mouse_support()
        self._enable_bracketed_paste()
        self.send_message(self.SignalResume())
