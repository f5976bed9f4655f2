"""What a person types acts, as it did: each key that Textual knows, ALT, escape and what follows, torn characters."""

import re
import string
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS, IGNORE_SEQUENCE
from textual._keyboard_protocol import FUNCTIONAL_KEYS
from textual._xterm_parser import XTermParser
from textual.events import AppBlur, AppFocus, Key, MouseEvent, MouseScrollDown, Resize
from textual.messages import InBandWindowResize, TerminalSupportsSynchronizedOutput

from heeldiary.tui.terminal.meaning import MOST_COLUMNS, MOST_ROWS, ImplausibleSize, Unreadable
from heeldiary.tui.terminal.splitting import BURST_SECONDS, PATIENCE_SECONDS
from tests.sampling import sampled
from tests.tui.terminal.line import ESCAPE_SECONDS, Line, sent

HUMAN_GAPS = st.sampled_from([0.04, 0.06, 0.11, 0.4, 2.0, PATIENCE_SECONDS + 1, 600.0])
LETTERS = string.ascii_letters + string.digits + "[]OP_^X./?,+#é中🎉 \t\r\x7f\x01"


def of_textual(text: str) -> list[tuple[str, str | None]]:
    """The keys that Textual's own parser makes of something whole."""
    parser = XTermParser()
    events = list(parser.feed(text)) if text else []
    if parser._timeout_time is not None:
        parser._timeout_time = 0.0
        events += parser.tick()
    return [(event.key, event.character) for event in events if isinstance(event, Key)]


def keys(line: Line) -> list[tuple[str, str | None]]:
    return [(event.key, event.character) for event in line.events if isinstance(event, Key)]


def known_sequences() -> Iterable[str]:
    """The keys of Textual's tables that it reads as they say."""
    for text, meaning in ANSI_SEQUENCES_KEYS.items():
        if len(text) > 2 and meaning is not IGNORE_SEQUENCE:
            yield text
    for name in FUNCTIONAL_KEYS:
        if name == "1R":
            continue
        yield f"\x1b[{name}"
        yield f"\x1b[{name[:-1]};5{name[-1]}"


MISREAD = [*(f"\x1b[{code}~" for code in (25, 26, 28, 29, 31, 32, 33, 34, 62, 63)), *(f"\x1b[5{end}" for end in "ABCD")]
"""Those that Textual 8.2.8 takes for characters (28 for ctrl+\\ and so on), though its table knows better."""


def known_keys() -> Iterable[tuple[str, list[tuple[str, str | None]]]]:
    """What a terminal sends for each key, and the keys that it is to be."""
    for text in known_sequences():
        if text in MISREAD:
            continue
        is_position = re.fullmatch(r"\x1b\[\d+;\d+R", text)  # of the cursor, or F3: nobody can tell
        is_control = re.fullmatch(r"\x1b\[1;\du", text)  # Textual types a control character
        yield text, [] if is_position or is_control else of_textual(text)


def test_a_known_key_is_that_key() -> None:
    for text, wanted in known_keys():
        assert keys(sent(text.encode())) == wanted, text


@pytest.mark.parametrize("gap", sampled((0.0, 0.11, 1.0, PATIENCE_SECONDS), (0.11, PATIENCE_SECONDS)))
def test_a_known_key_is_that_key_wherever_it_is_torn(gap: float) -> None:
    for text, wanted in known_keys():
        for cut in range(2, len(text)):
            assert keys(sent(text[:cut].encode(), gap, text[cut:].encode())) == wanted, (text[:cut], text[cut:])


@pytest.mark.parametrize("text", MISREAD)
def test_a_key_that_textual_misreads_is_what_its_table_says(text: str) -> None:
    meaning = ANSI_SEQUENCES_KEYS[text]
    assert isinstance(meaning, tuple)
    assert sent(text.encode()).keys == [key.value for key in meaning]


@pytest.mark.parametrize(
    ("text", "key", "character"),
    [
        ("\x1b[54u", "6", "6"), ("\x1b[54;1:1u", "6", "6"), ("\x1b[54;1:2u", "6", "6"), ("\x1b[54;1;54u", "6", "6"),
        ("\x1b[97:65:113;2;65u", "A", "A"), ("\x1b[0;;229u", "å", "å"), ("\x1b[27u", "escape", None),
        ("\x1b[99;5u", "ctrl+c", None), ("\x1b[57405;1;54u", "6", "6"), ("\x1b[5;1:1~", "pageup", None),
        ("\x1b[1;2:2A", "shift+up", None), ("\x1b[27;5;13~", "ctrl+enter", None), ("\x1b[27;2;65~", "A", "A"),
        ("\x1b[27;6;54~", "ctrl+shift+6", None), ("\x1b[1;129A", "up", None),
    ],
)  # fmt: skip
def test_a_key_with_sub_fields(text: str, key: str, character: str | None) -> None:
    assert keys(sent(text.encode())) == [(key, character)]


def test_two_characters_of_one_key() -> None:
    assert sent(b"\x1b[47;1;732:47u").typed == "˜/"


@given(st.lists(st.tuples(st.sampled_from(LETTERS), HUMAN_GAPS), max_size=20))
def test_plain_typing_is_textuals_own(typed: list[tuple[str, float]]) -> None:
    line = Line()
    for character, gap in typed:
        line.send(character.encode())
        line.wait(gap)
    assert keys(line) == [key for character, _ in typed for key in of_textual(character)]


@given(st.text(st.sampled_from(LETTERS), max_size=30), st.lists(st.integers(0, 40), max_size=6), HUMAN_GAPS)
def test_a_torn_character_survives(text: str, cuts: list[int], gap: float) -> None:
    data = text.encode()
    line = Line()
    for start, end in zip([0, *sorted(cuts)], [*sorted(cuts), len(data)], strict=True):
        line.send(data[start:end])
        line.wait(gap)
    assert line.typed == "".join(character or "" for _, character in of_textual(text))


@pytest.mark.parametrize("character", ["b", "f", "\r", "\x7f", "\t"])
def test_alt_with_a_key_that_edits_is_textuals_own(character: str) -> None:
    assert keys(sent(f"\x1b{character}".encode())) == of_textual(f"\x1b{character}")
    assert keys(sent(b"\x1b", 0.05, character.encode())) == of_textual(f"\x1b{character}")


@pytest.mark.parametrize(
    ("character", "key"),
    [("a", "alt+a"), ("A", "alt+shift+a"), ("5", "alt+5"), (".", "alt+full_stop"), (" ", "alt+space"), ("é", "alt+é")],
)
def test_alt_with_a_character_is_a_key_that_types_nothing(character: str, key: str) -> None:
    assert keys(sent(f"\x1b{character}".encode())) == [(key, None)]
    assert keys(sent(b"\x1b", 0.05, character.encode())) == [(key, None)]


@given(st.characters(min_codepoint=0x20, exclude_categories=["Cs", "Cc"]))
def test_alt_types_no_character(character: str) -> None:
    assert sent(f"\x1b{character}".encode()).typed == ""


@pytest.mark.parametrize("character", "[]OPNX^_\\")
def test_alt_with_an_introducer_is_no_key_and_takes_no_more_than_one_with_it(character: str) -> None:
    line = sent(b"\x1b" + character.encode(), PATIENCE_SECONDS + 1, b"6", 1.0, b"4")
    assert line.keys[-1] == "4"
    assert "escape" not in line.keys


@given(st.lists(st.tuples(st.sampled_from(LETTERS + "["), HUMAN_GAPS), min_size=1, max_size=6))
def test_after_an_escape_each_key_that_is_typed_acts(typed: list[tuple[str, float]]) -> None:
    line = Line()
    line.send(b"\x1b")
    line.wait(ESCAPE_SECONDS)
    for character, gap in typed:
        line.send(character.encode())
        line.wait(gap)
    assert line.typed == "\x1b" + "".join(found or "" for one, _ in typed for _, found in of_textual(one))


def test_escape_acts_after_its_delay_and_not_later() -> None:
    line = Line()
    line.send(b"\x1b")
    line.wait(ESCAPE_SECONDS - 0.001)
    assert line.keys == []
    line.wait(0.001)
    assert line.keys == ["escape"]


def test_a_key_after_an_escape_is_held_no_longer_than_a_burst() -> None:
    line = Line()
    line.send(b"\x1b")
    line.wait(1)
    line.send(b"[")
    assert line.keys == ["escape"]
    line.wait(BURST_SECONDS)
    assert line.keys == ["escape", "left_square_bracket"]


@pytest.mark.parametrize("held", "[6d\x1b")
def test_a_key_that_is_held_down_after_an_escape(held: str) -> None:
    line = Line()
    line.send(b"\x1b")
    line.wait(0.5)
    for _ in range(20):
        line.send(held.encode())
        line.wait(1 / 30)
    line.wait(1)
    assert len(line.keys) == 21


@pytest.mark.parametrize("gap", [0.11, 1.0, 5.0, 60.0])
def test_a_key_whose_esc_came_alone_acts_once_after_the_escape(gap: float) -> None:
    assert sent(b"\x1b", gap, b"[5~").keys == ["escape", "pageup"]
    assert sent(b"\x1b", gap, b"[", 0.01, b"5", 0.01, b"~").keys == ["escape", "pageup"]
    assert sent(b"\x1b", gap, b"[5", gap, b"~").keys == ["escape", "pageup"]
    assert sent(b"\x1b", gap, b"OA").keys == ["escape", "up"]


def test_the_limit_what_comes_singly_after_an_escape_was_typed() -> None:
    assert sent(b"\x1b", 1.0, b"[", 1.0, b"5", 1.0, b"~").keys == ["escape", "left_square_bracket", "5", "tilde"]
    assert sent(b"\x1b", 1.0, b"[", 1.0, b"5~").keys == ["escape", "left_square_bracket", "pageup"]


def test_focus_mouse_modes_and_sizes() -> None:
    line = sent(
        b"\x1b[I\x1b[O\x1b[<0;10;20M\x1b[<0;10;20m\x1b[<65;3;4M\x1b[?2026;2$y\x1b[?2048;2$y\x1b[48;40;120;800;960t"
    )
    focus, blur, down, up, scroll, sync, band, size = line.events
    assert isinstance(focus, AppFocus)
    assert isinstance(blur, AppBlur)
    assert isinstance(down, MouseEvent)
    assert isinstance(up, MouseEvent)
    assert (down.x, down.y) == (9, 19)
    assert isinstance(scroll, MouseScrollDown)
    assert isinstance(sync, TerminalSupportsSynchronizedOutput)
    assert isinstance(band, InBandWindowResize)
    assert isinstance(size, Resize)
    assert size.size == (120, 40)


@pytest.mark.parametrize(
    ("columns", "rows"),
    [(30_000, 30_000), (0, 0), (0, 24), (80, 0), (MOST_COLUMNS + 1, 24), (80, MOST_ROWS + 1), (999_999_999, 1)],
)
def test_a_size_that_no_screen_has_is_not_believed(columns: int, rows: int) -> None:
    (event,) = sent(f"\x1b[48;{rows};{columns};0;0t".encode()).events
    assert isinstance(event, ImplausibleSize)


def test_a_mouse_after_a_size_of_no_pixels() -> None:
    line = sent(b"\x1b[48;24;80;0;0t\x1b[<35;10;20M")
    assert isinstance(line.events[-1], MouseEvent)
    assert line.events[-1].x == 9


@given(st.binary(max_size=40).filter(lambda data: b"\x1b" not in data and not re.search(b"[\x80-\x9f]", data)))
def test_bytes_that_are_no_utf_8_never_act_and_are_counted(data: bytes) -> None:
    line = sent(data)
    readable = data.decode("utf-8", "ignore")
    assert line.typed == "".join(character or "" for _, character in of_textual(readable))
    left_out = sum(event.count for event in line.events if isinstance(event, Unreadable))
    assert left_out <= len(data) - len(readable.encode())


@pytest.mark.parametrize("report", ["<128;10;20M", "<160;10;20M", "<0;0;20M", "<0;10;0M", "<0;10;-1M", "<999999;1;1M"])
def test_a_mouse_report_that_nobody_understands_is_no_click(report: str) -> None:
    assert sent(f"\x1b[{report}".encode()).events == []


@pytest.mark.parametrize("introducer", "]PX^_")
@pytest.mark.parametrize(("ahead", "acts"), [("6", True), ("64", True), ("643", True), ("6431", False)])
def test_after_escape_and_an_introducer_three_keys_may_come_at_once(introducer: str, ahead: str, acts: bool) -> None:
    """More than three are the rest of a string that was torn twice."""
    line = sent(b"\x1b", 0.2, introducer.encode(), 0.2, ahead.encode())
    assert line.typed == f"\x1b{introducer}{ahead if acts else ''}"
