"""No reply, release or unknown sequence acts as a key, wherever a slow line tears it and however long the gap."""

import signal
import string
from collections.abc import Iterator

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from textual import events

from heeldiary.tui.terminal.decoding import TerminalInput
from heeldiary.tui.terminal.driver import TerminalDriver
from heeldiary.tui.terminal.meaning import ImplausibleSize
from heeldiary.tui.terminal.splitting import BURST_SECONDS, PATIENCE_SECONDS
from tests.sampling import sampled
from tests.tui.stage import NORMAL, Stage
from tests.tui.terminal.line import ESCAPE_SECONDS, Line, sent, with_gaps
from tests.tui.terminal.replies import EIGHT_BIT, REPLIES

GAPS = (0.0, BURST_SECONDS, 0.099, ESCAPE_SECONDS, 0.11, 1.0, PATIENCE_SECONDS, 3600.0)
"""Of every class: within a burst, within the escape delay, within patience, and beyond."""

SHORT_GAPS = [gap for gap in GAPS if gap <= 1.0]
ALL = REPLIES | EIGHT_BIT


def allowed(first: bytes, gap: float) -> list[str]:
    """A lone ESC is the escape key once its delay has passed; nothing else acts."""
    return ["escape"] if first == b"\x1b" and gap >= ESCAPE_SECONDS else []


def test_the_list_is_long() -> None:
    assert len(ALL) >= 60
    assert len(set(ALL.values())) == len(ALL)


def test_whole_it_does_nothing() -> None:
    for name, whole in ALL.items():
        # Three bytes that make two characters may be followed by a third one: a person takes longer than that.
        pause = 2 * BURST_SECONDS if name == "X10 mouse far to the right" else 0.0
        line = sent(whole, pause, b"x")
        assert (line.keys, line.pastes) == (["x"], []), name


@pytest.mark.parametrize("gap", sampled(GAPS, (BURST_SECONDS, 0.099, ESCAPE_SECONDS, PATIENCE_SECONDS)))
def test_torn_at_any_place_with_any_gap_it_does_nothing(gap: float) -> None:
    for name, whole in ALL.items():
        for cut in range(1, len(whole)):
            line = sent(whole[:cut], gap, whole[cut:])
            assert (line.keys, line.pastes) == (allowed(whole[:cut], gap), []), (name, whole[:cut], whole[cut:])


def test_byte_by_byte_it_does_nothing() -> None:
    """On a line so slow that each byte comes alone; only the first two have to come within the escape delay."""
    for name, whole in ALL.items():
        parts = with_gaps([bytes([byte]) for byte in whole], [0.02] * len(whole))
        assert sent(*parts).keys == [], name


PRINTABLE = st.text(string.printable[:95], max_size=40)
PARAMETERS = st.text("0123456789;:", max_size=40)
FINALS = st.sampled_from(string.ascii_letters + "@[\\]^_`{|}~")
UNKNOWN = st.one_of(
    st.builds("\x1b[{}{}{}{}".format, st.sampled_from("?>="), PARAMETERS, st.sampled_from(["", "$", " ", "'"]), FINALS),
    st.builds("\x1b{}{}{}".format, st.sampled_from("]PX^_"), PRINTABLE, st.sampled_from(["\a", "\x1b\\", "\x9c"])),
    st.builds("\x1b[{};{}:3{}".format, st.integers(1, 99999), st.integers(1, 256), st.sampled_from("u~A")),
    st.builds("\x1bN{}".format, st.sampled_from(string.digits + string.ascii_letters)),
).filter(lambda text: not text.startswith("\x1b[?20"))
"""Sequences that mean nothing to the app, of every family."""


@st.composite
def torn(draw: st.DrawFn) -> list[bytes | float]:
    """Such a sequence in up to four fragments."""
    whole = draw(UNKNOWN).encode()
    cuts = sorted(draw(st.sets(st.integers(1, len(whole) - 1), max_size=3)))
    fragments = [whole[start:end] for start, end in zip([0, *cuts], [*cuts, len(whole)], strict=True)]
    gaps = draw(st.lists(st.sampled_from(SHORT_GAPS), min_size=len(fragments), max_size=len(fragments)))
    for number in range(1, len(fragments) - 1):
        # After a lone ESC or a string's lone introducer, single characters are what a person types.
        alone = b"".join(fragments[:number]) in (b"\x1b", b"\x1b]", b"\x1bP", b"\x1bX", b"\x1b^", b"\x1b_")
        assume(not (alone and gaps[number - 1] >= BURST_SECONDS and len(fragments[number]) == 1))
    return with_gaps(fragments, gaps)


@given(torn())
def test_any_sequence_torn_into_pieces_does_nothing(parts: list[bytes | float]) -> None:
    first, gap = parts[0], parts[1] if len(parts) > 1 else 0.0
    assert isinstance(first, bytes)
    assert isinstance(gap, float)
    line = sent(*parts)
    assert (line.keys, line.pastes) == (allowed(first, gap), [])


@pytest.mark.slow
@given(st.lists(st.one_of(st.sampled_from("0123456789dqu[é"), torn()), max_size=12))
def test_between_them_what_is_typed_acts_and_nothing_else(stream: list[str | list[bytes | float]]) -> None:
    line = Line()
    for item in stream:
        if isinstance(item, str):
            line.send(item.encode())
        else:
            assume(item[0] != b"\x1b")
            for part in item:
                line.send(part) if isinstance(part, bytes) else line.wait(part)
        line.wait(0.2)
    assert line.typed == "".join(item for item in stream if isinstance(item, str))


@given(st.lists(st.tuples(st.binary(max_size=30), st.sampled_from(GAPS)), max_size=12))
def test_after_any_bytes_at_all_the_keyboard_comes_back(noise: list[tuple[bytes, float]]) -> None:
    line = Line()
    for data, gap in noise:
        line.send(data)
        line.wait(gap)
    line.wait(2 * PATIENCE_SECONDS)
    for key in (b"z", b"x"):
        line.send(key)
        line.wait(0.3)
    assert line.keys[-1] == "x"


@pytest.mark.parametrize("torn", [b"\x8f", b"\x8f:", b"\x9b66;", b"\x1b[12;", b"\x1bO", "\x9b1;".encode()])
@pytest.mark.parametrize("next_one", [b"\x9fy33q\x9c", b"\x9b3~", b"\x90q7\x1b\\", "\x9fq9\x9c".encode(), b"\x8fP"])
def test_an_8_bit_sequence_after_a_torn_one_is_no_typing(torn: bytes, next_one: bytes) -> None:
    terminal = TerminalInput(0.1)
    keys = [*terminal.feed(torn, 1.0), *terminal.feed(next_one, 1.002), *terminal.tick(1.5)]
    assert not [event.character for event in keys if isinstance(event, events.Key) and event.character]


@pytest.fixture
def _signals() -> Iterator[None]:
    """Textual's driver sets handlers as soon as it is made."""
    before = {number: signal.getsignal(number) for number in (signal.SIGTSTP, signal.SIGCONT)}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.usefixtures("_signals")
async def test_after_a_size_that_no_screen_has_the_system_is_asked(stage: Stage) -> None:
    async with stage.play(NORMAL) as play:
        driver = TerminalDriver(play.app)
        driver.process_message(ImplausibleSize())
        await play.rest()
        assert play.app.size == driver._get_terminal_size() != NORMAL
