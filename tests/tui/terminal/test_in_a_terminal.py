"""The app in a real terminal: replies do not act as keys, and however it ends, the terminal is restored."""

import os
import re
import signal
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.runner import COMMAND, Heeldiary, Process
from tests.sampling import sampled
from tests.standing_clock import SeededBytes, StandingClock
from tests.tui.terminal.app_process import READY, AppProcess
from tests.tui.terminal.replies import EIGHT_BIT, REPLIES

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[3]
CTRL_Q = b"\x11"
Start = Callable[..., AppProcess]


@pytest.fixture
def start(process: Process) -> Iterator[Start]:
    """Starts the app on a diary that holds yesterday's 4."""
    yesterday = StandingClock((datetime.now() - timedelta(days=1)).isoformat())
    heeldiary = Heeldiary(process.home, yesterday, SeededBytes())
    heeldiary.done("settings", "affected-foot", "left")
    heeldiary.done("log", "4")
    started: list[AppProcess] = []

    def run(wanted: bytes = READY, **environment: str) -> AppProcess:
        app = AppProcess([COMMAND], process.surroundings({"TERM": "xterm-256color", **environment}))
        started.append(app)
        app.read_until(wanted)
        return app

    yield run
    for app in started:
        app.close()


def scores(process: Process) -> list[int]:
    return [entry["score"] for entry in process.entries() if entry["type"] == "pain"]


def test_nothing_that_the_terminal_answers_changes_a_score(start: Start, process: Process) -> None:
    app = start()
    for whole in (REPLIES | EIGHT_BIT).values():
        app.send(whole)
        app.read(0.01)
    for whole in (b"\x1b[5~", b"\x1b[>0;276;0c", b"\x1b]11;rgb:1010/1010/1010\x1b\\"):  # torn, as by a slow line
        for cut in (1, 2, 4):
            app.send(whole[:cut])
            app.read(0.13)
            app.send(whole[cut:])
            app.read(0.05)
    before = scores(process)
    app.forget()
    app.send(b"?")
    app.read_until(b"Log sitting")
    app.send(CTRL_Q)
    assert app.end() == 0
    assert before == scores(process) == [4]
    assert b"Traceback" not in app.painted


def test_bytes_that_are_no_utf_8_are_left_out_and_said(start: Start, process: Process) -> None:
    app = start()
    app.send(b"\xff")
    app.read_until(b"not UTF-8")
    app.forget()
    app.send(b"n")
    app.read_until(b" save and close")
    app.send(b"caf\xc3")
    app.read(0.2)
    app.send(b"\xa9 \x1b[200~gr\xfc\xdfe\x1b[201~\x1b[97;1:3u")
    app.send(b"\x1b")
    app.read_until(b"Saved")
    app.send(b"q")
    assert app.end() == 0
    assert [entry["note"] for entry in process.entries() if entry["type"] == "note"] == ["café gre"]


def test_a_failure_in_the_input_thread_is_a_crash_like_any_other(start: Start, process: Process) -> None:
    app = start(TEXTUAL_DRIVER="tests.tui.terminal.failing:FailingDriver", PYTHONPATH=str(ROOT))
    app.send(b"6")
    assert app.end() == 1
    assert app.is_terminal_right
    assert b"heeldiary crashed" in app.painted
    log = (process.home / "crash.log").read_text()
    assert "RuntimeError" in log
    for told in (log, app.painted.decode(errors="replace")):
        assert "SECRET" not in told
        assert "Traceback" not in told
        assert "textual run" not in told
    assert scores(process) == [4]


SIGNALS = [(number, wait) for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT) for wait in (0, 0.14, 0.5)]


@pytest.mark.parametrize(
    "at", sampled(SIGNALS, ((signal.SIGTERM, 0), (signal.SIGHUP, 0.14), (signal.SIGINT, 0.5))), ids=str
)
def test_a_signal_at_any_moment_leaves_the_terminal_right(at: tuple[signal.Signals, float], start: Start) -> None:
    number, wait = at
    app = start(b"\x1b[?1049h")
    app.read(wait)
    app.signal(number)
    assert app.end() == 128 + number
    assert app.is_terminal_right
    assert b"mistake" not in app.painted


def test_two_signals_end_it_as_one(start: Start) -> None:
    app = start(b"\x1b[?1049h")
    app.signal(signal.SIGTERM)
    app.signal(signal.SIGHUP)
    assert app.end() in (128 + signal.SIGTERM, 128 + signal.SIGHUP)
    assert app.is_terminal_right


def test_a_stop_that_nobody_announced_is_survived(start: Start) -> None:
    app = start()
    for _ in range(3):
        app.signal(signal.SIGSTOP)
        app.stopped()
        app.forget()
        app.signal(signal.SIGCONT)
        app.read_until(READY)
    app.signal(signal.SIGCONT)  # without a stop
    app.forget()
    app.send(b"?")
    app.read_until(b"Log sitting")
    app.send(CTRL_Q)
    assert app.end() == 0


@pytest.mark.parametrize("by", ["key", "signal"])
def test_suspended_it_gives_the_terminal_back_and_takes_it_again(by: str, start: Start) -> None:
    app = start()
    for _ in range(2):
        app.send(b"\x1a") if by == "key" else app.signal(signal.SIGTSTP)
        app.stopped()
        assert app.is_terminal_right
        app.forget()
        app.signal(signal.SIGCONT)
        app.read_until(READY)
    app.send(b"q")
    assert app.end() == 0
    assert app.is_terminal_right


def test_a_size_that_no_screen_has_is_asked_of_the_system(start: Start) -> None:
    app = start()
    app.send(b"\x1b[?2048;2$y\x1b[48;30000;30000;9;9t\x1b[48;0;0;0;0t\x1b[<35;10;10M")
    app.forget()
    app.send(b"?")
    app.read_until(b"Log sitting")
    app.send(CTRL_Q)
    assert app.end() == 0


def test_the_size_is_the_terminals_own(start: Start) -> None:
    app = start(COLUMNS="50", LINES="12")
    app.send(b"q")
    assert app.end() == 0
    assert b"needs" not in app.painted
    assert b"\x1b[30;" in app.painted  # the last of thirty rows


@pytest.mark.parametrize("value", ["", "1"])
def test_an_empty_no_color_counts_as_unset(start: Start, value: str) -> None:
    app = start(NO_COLOR=value, COLORTERM="truecolor")
    app.send(b"q")
    assert app.end() == 0
    found = {*re.findall(rb"\x1b\[[0-9;]*[34]8;2;(\d+);(\d+);(\d+)", app.painted)}
    assert any(len({*colour}) > 1 for colour in found) == (value == "")


def test_a_terminal_that_is_gone_ends_the_app(start: Start) -> None:
    app = start()
    app.hang_up()
    assert app.end() == 128 + signal.SIGHUP


def test_a_terminal_that_is_gone_ends_the_app_though_it_was_not_signalled(start: Start, process: Process) -> None:
    app = start()
    app.send(b"n")
    app.read_until(b" save and close")
    app.send(b"half a word")
    app.read_until(b"half a word")
    app.hang_up()
    assert app.end() == 128 + signal.SIGHUP
    drafts = "".join(file.read_text("utf-8") for file in (process.home / "drafts").iterdir())
    assert "half a word" in drafts
    assert not os.path.exists(process.home / "crash.log")


def test_the_first_words_of_a_new_diary_can_be_read(process: Process) -> None:
    app = AppProcess([COMMAND], process.surroundings({"TERM": "xterm-256color", "COLORTERM": "truecolor"}))
    try:
        app.read_until(b"Welcome to your heel diary")
        before = app.painted.partition(b"Welcome to your heel diary")[0]
        assert re.findall(rb"38;2;(\d+;\d+;\d+)", before)[-1] == b"237;229;216"  # the text's colour on the panel
    finally:
        app.close()
