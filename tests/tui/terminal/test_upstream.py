"""What Textual itself still does wrong. A test that fails here is good news: a workaround of ours can go."""

import sys
from collections.abc import Callable
from queue import Empty
from types import SimpleNamespace
from typing import Any

import pytest
from textual._xterm_parser import XTermParser
from textual.drivers._writer_thread import WriterThread
from textual.drivers.linux_driver import LinuxDriver
from textual.events import Key, MouseDown, Resize
from textual.message import Message

CAN_GO = "Textual has mended this: {} can go, and this test with it"


def of_textual(*parts: str) -> str:
    """The characters that plain Textual types when each part is followed by silence."""
    parser = XTermParser()
    events: list[Message] = []
    for part in parts:
        events += parser.feed(part)
        if parser._timeout_time is not None:
            parser._timeout_time = 0.0
            events += parser.tick()
    return "".join(event.character or "" for event in events if isinstance(event, Key))


def fails(text: str) -> type[Exception] | None:
    """What Textual's parser raises at a text."""
    try:
        of_textual(text)
    except Exception as error:
        return type(error)
    return None


@pytest.mark.parametrize(
    ("parts", "typed"),
    [
        (["\x1b[>0;276;0c"], "0;276;0c"), (["\x1b]11;rgb:1010/1010/1010\x1b\\"], "11;rgb:1010"),
        (["\x1b", "[5~"], "5~"), (["\x1b[", "5~"], "5~"), (["\x1bP>|XTerm(390)\x1b\\"], "XTerm(390)"),
        (["\x1b[2026;2$y"], "2026;2$y"), (["\x1bX6 start\x1b\\"], "6 start"), (["\x1b[<128;10;20"], "128;10;20"),
    ],
)  # fmt: skip
def test_textual_types_what_it_does_not_know_or_what_was_torn(parts: list[str], typed: str) -> None:
    assert typed in of_textual(*parts), CAN_GO.format("heeldiary.tui.terminal.splitting (Textualize/textual 541, 5500)")


@pytest.mark.parametrize(
    ("text", "typed"), [("\x1b[53~", "5"), ("\x1b[54A", "6"), ("\x1b[9~", "\t"), ("\x1b[57999u", "\ue28f")]
)
def test_textual_types_the_number_of_a_key_it_does_not_know(text: str, typed: str) -> None:
    assert of_textual(text) == typed, CAN_GO.format("the check of codes in meaning.without_sub_fields")


@pytest.mark.parametrize("text", ["\x1b[97;1:3u", "\x1b[97:65u", "\x1b[1;1:1A", "\x1b[1114112u"])
def test_textual_fails_at_sub_fields(text: str) -> None:
    assert fails(text) in (ValueError, OverflowError), CAN_GO.format("meaning.without_sub_fields")


def test_textual_fails_at_a_mouse_after_a_size_of_no_pixels() -> None:
    assert fails("\x1b[48;24;80;0;0t\x1b[<0;1;1M") is ZeroDivisionError, CAN_GO.format(
        "TerminalDriver._enable_mouse_pixels and meaning._resize"
    )


def test_textual_believes_any_size() -> None:
    (event,) = XTermParser().feed("\x1b[48;30000;30000;1;1t")
    assert isinstance(event, Resize), CAN_GO.format("meaning.is_plausible")
    assert event.size == (30_000, 30_000)


def test_textual_takes_a_further_button_for_the_left_one() -> None:
    (event,) = XTermParser().feed("\x1b[<128;1;1M")
    assert isinstance(event, MouseDown), CAN_GO.format("the check of buttons in meaning")
    assert event.button == 1


class Recorder:
    """Records what it is asked for."""

    def __init__(self) -> None:
        self.calls: list[tuple[Any, ...]] = []

    def __call__(self, *arguments: Any) -> None:
        self.calls.append(arguments)


def bare_driver(**attributes: Any) -> LinuxDriver:
    """Textual's driver without a terminal."""
    driver = LinuxDriver.__new__(LinuxDriver)
    vars(driver).update(attributes)
    return driver


def test_textual_decodes_strictly() -> None:
    assert "utf-8" in constants_of(LinuxDriver.run_input_thread)
    assert not {"replace", "surrogateescape", "ignore"} & constants_of(LinuxDriver.run_input_thread), CAN_GO.format(
        "the decoder in decoding.TerminalInput (Textualize/textual 6456)"
    )


def constants_of(function: Callable[..., Any]) -> set[object]:
    """The constants in a function's code."""
    return set(function.__code__.co_consts)


def test_textual_panics_with_status_0_when_its_input_thread_fails() -> None:
    later, panic = Recorder(), Recorder()
    driver = bare_driver(_app=SimpleNamespace(call_later=later, panic=panic))  # without a terminal it fails at once
    driver._run_input_thread()
    assert later.calls[0][0] is panic, CAN_GO.format("TerminalDriver._run_input_thread")


def test_textual_starts_its_threads_again_at_each_sigcont() -> None:
    resume = Recorder()
    driver = bare_driver(_auto_restart=True, resume_application_mode=resume)
    driver._sigcont_application()
    assert resume.calls == [()], CAN_GO.format("TerminalDriver._sigcont_application")


def test_textual_suspends_within_the_signals_handler() -> None:
    assert "suspend_application_mode" in LinuxDriver._sigtstp_application.__code__.co_names, CAN_GO.format(
        "TerminalDriver._sigtstp_application (Textualize/textual 6298)"
    )


def test_textual_writes_for_a_thread_that_is_not_there() -> None:
    writer = WriterThread(sys.stderr)
    bare_driver(_writer_thread=writer).write("x")
    try:
        assert writer._queue.get_nowait() == "x"
    except Empty:
        pytest.fail(CAN_GO.format("TerminalDriver.write (Textualize/textual 6692)"))


def test_textual_takes_the_size_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "33")
    monkeypatch.setenv("LINES", "11")
    assert bare_driver()._get_terminal_size() == (33, 11), CAN_GO.format("TerminalDriver._get_terminal_size")
