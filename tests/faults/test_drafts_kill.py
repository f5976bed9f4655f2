"""Half-typed words when the real app is killed, stopped or closed, and in two windows at once."""

import json
import os
import pty
import select
import signal
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from tests.runner import COMMAND, Process

_LONGEST_SECONDS = 60.0


class Window:
    """The app in its own terminal."""

    def __init__(self, process: Process) -> None:
        self.seen = b""
        self.number, self._terminal = pty.fork()
        if not self.number:
            os.execve(COMMAND, [COMMAND], process.surroundings({"TERM": "xterm", "LINES": "30", "COLUMNS": "100"}))

    def type(self, text: str) -> None:
        """Type some text."""
        os.write(self._terminal, text.encode())

    def until(self, happened: Callable[[], bool]) -> None:
        """Read what it paints until a condition holds."""
        end = time.monotonic() + _LONGEST_SECONDS
        while not happened():
            assert time.monotonic() < end, self.seen[-2000:]
            if select.select([self._terminal], [], [], 0.05)[0]:
                self.seen += os.read(self._terminal, 65536)

    def shows(self, text: str) -> None:
        """Wait until it has painted a text."""
        self.until(lambda: text.encode() in self.seen)

    def open(self, key: str, title: str) -> None:
        """Wait for the first screen, and open a form."""
        self.shows("first steps")
        self.type(key)
        self.shows(title)

    def end(self, number: int | None = None) -> int:
        """Send it a signal, or close its terminal; returns how it ended."""
        if number is None:
            os.close(self._terminal)
            self._terminal = -1
        else:
            os.kill(self.number, number)
        end = time.monotonic() + _LONGEST_SECONDS
        while time.monotonic() < end:
            if self._terminal >= 0 and select.select([self._terminal], [], [], 0.05)[0]:
                try:
                    self.seen += os.read(self._terminal, 65536)
                except OSError:
                    os.close(self._terminal)
                    self._terminal = -1
            ended, status = os.waitpid(self.number, os.WNOHANG)
            if ended:
                self.number = 0
                return os.waitstatus_to_exitcode(status)
        raise AssertionError("it does not end")

    def close(self) -> None:
        """Leave nothing behind."""
        if self.number:
            os.kill(self.number, signal.SIGKILL)
            os.waitpid(self.number, 0)
        if self._terminal >= 0:
            os.close(self._terminal)


@pytest.fixture
def windows(process: Process) -> Iterator[Callable[[], Window]]:
    """Opens windows on one diary."""
    process("settings", "affected-foot", "left")
    opened: list[Window] = []

    def start() -> Window:
        opened.append(Window(process))
        return opened[-1]

    yield start
    for window in opened:
        window.close()


def drafts(process: Process) -> list[str]:
    """The words of all note drafts, in any window's file."""
    found = []
    for file in (process.home / "drafts").glob("*.json"):
        for forms in json.loads(Path(file).read_text()).values():
            found += [draft["values"]["note"] for draft in forms.values()]
    return sorted(found)


@pytest.mark.thorough
def test_killed_while_typing_slowly_all_but_the_last_second_is_there(
    process: Process, windows: Callable[[], Window]
) -> None:
    """A key follows the last in less than a second, again and again: the words are written all the same."""
    window = windows()
    window.open("n", "Note,")
    typed = ""
    began = time.monotonic()
    while not drafts(process):
        assert time.monotonic() < began + _LONGEST_SECONDS
        typed += "x"
        window.type("x")
        stop = time.monotonic() + 0.3
        window.until(partial(_is_past, stop))
    window.end(signal.SIGKILL)
    (kept,) = drafts(process)
    assert typed.startswith(kept)
    again = windows()
    again.open("n", "Note,")
    again.shows("not saved yet")
    again.shows(kept)


@pytest.mark.grid(1)
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT, None])
def test_ended_from_outside_every_word_is_there(
    process: Process, windows: Callable[[], Window], number: int | None
) -> None:
    """By a signal, or by a terminal that is gone."""
    window = windows()
    window.open("n", "Note,")
    window.type("pinwheel")
    window.shows("pinwheel")
    ended = window.end(number)
    assert drafts(process) == ["pinwheel"]
    if number is not None:
        assert ended == 128 + number
    assert process.entries() == []


@pytest.mark.thorough
def test_two_windows_have_a_draft_each(process: Process, windows: Callable[[], Window]) -> None:
    first, second = windows(), windows()
    for window, words in ((first, "apple"), (second, "brick")):
        window.open("n", "Note,")
        window.type(words)
    first.until(lambda: drafts(process) == ["apple", "brick"])
    first.end(signal.SIGKILL)
    second.type("s\x1b")
    second.until(lambda: [entry["note"] for entry in process.entries()] == ["bricks"])
    assert drafts(process) == ["apple"]
    third = windows()
    third.open("n", "Note,")
    third.shows("apple")
    third.type("s\x1b")
    third.until(lambda: sorted(entry["note"] for entry in process.entries()) == ["apples", "bricks"])
    assert drafts(process) == []
    third.type("q")


def _is_past(moment: float) -> bool:
    return time.monotonic() > moment
