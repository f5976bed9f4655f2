"""A paste is a paste wherever it is torn, its contents never act, and it cannot block the keyboard for ever."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeldiary.tui.terminal.meaning import Unreadable
from heeldiary.tui.terminal.paste import LONGEST_BYTES
from heeldiary.tui.terminal.splitting import PATIENCE_SECONDS
from tests.tui.terminal.line import Line, sent

BEGIN, END = b"\x1b[200~", b"\x1b[201~"
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x1b\x00\x9b"), max_size=30)


def left_out(line: Line) -> int:
    return sum(event.count for event in line.events if isinstance(event, Unreadable))


@given(TEXT, st.integers(0, 60), st.sampled_from([0.0, 0.02, 0.11, 1.0, 4.9]))
def test_a_paste_is_whole_wherever_it_is_torn(text: str, cut: int, gap: float) -> None:
    data = BEGIN + text.encode() + END
    cut = min(2 + cut, len(data) - 1)
    line = sent(data[:cut], gap, data[cut:], b"6")
    assert (line.pastes, line.keys) == ([text], ["6"])


@given(TEXT.filter(lambda text: len(text) > 2), st.integers(0, 30))
def test_a_paste_that_stalls_is_given_in_two_and_never_typed(text: str, cut: int) -> None:
    data = text.encode()
    cut = min(cut, len(data))
    line = sent(BEGIN + data[:cut], 2 * PATIENCE_SECONDS, data[cut:] + END)
    assert line.keys == []
    assert "".join(line.pastes) == text


@pytest.mark.parametrize("cut", range(1, len(END)))
def test_an_end_that_comes_late_is_swallowed(cut: int) -> None:
    line = sent(BEGIN + b"words" + END[:cut], 2 * PATIENCE_SECONDS, END[cut:], 1.0, b"6")
    assert (line.pastes, line.keys) == (["words"], ["6"])


@pytest.mark.parametrize(
    ("inside", "pasted"),
    [
        (b"\x1b[31mred\x1b[0m", "[31mred[0m"), (b"\x1b", ""), (b"a\x00b", "ab"), (b"\x1b[200~", "[200~"),
        (b"\x1b[20", "[20"), (b"\x1b\x1b[20", "[20"), (b"6\n4\n", "6\n4\n"), (b"\x1b]11;x\a", "]11;x\a"),
    ],
)  # fmt: skip
def test_controls_in_a_paste_stay_harmless(inside: bytes, pasted: str) -> None:
    line = sent(BEGIN + inside + END, b"x")
    assert (line.pastes, line.keys) == ([pasted], ["x"])


def test_the_end_in_eight_bits() -> None:
    assert sent(b"\x9b200~ab\x9b201~", b"6").pastes == ["ab"]


@pytest.mark.parametrize(
    ("data", "pasted", "count"),
    [
        (b"caf\xe9", "caf", 1), (b"\xff\xfe6", "6", 2), ("caf\u00e9".encode(), "caf\u00e9", 0),
        (b"gr\xfc\xdfe", "gre", 2), ("kept \ufffd".encode(), "kept \ufffd", 0), (b"\xe9\xe9", "", 2),
    ],
)  # fmt: skip
def test_what_is_no_utf_8_is_left_out_and_said(data: bytes, pasted: str, count: int) -> None:
    line = sent(BEGIN + data + END)
    assert (line.pastes, left_out(line), line.keys) == ([pasted], count, [])


def test_a_paste_without_an_end_gives_the_keyboard_back() -> None:
    line = sent(BEGIN + b"words", PATIENCE_SECONDS + 1, b"6", 1.0, b"q")
    assert (line.pastes, line.keys) == (["words"], ["6", "q"])


def test_a_key_of_the_kitty_protocol_acts_after_a_paste_without_an_end() -> None:
    assert sent(BEGIN + b"words", PATIENCE_SECONDS + 1, b"\x1b[54u").keys == ["6"]


@pytest.mark.thorough
def test_a_paste_has_a_longest() -> None:
    line = sent(BEGIN + b"x" * (LONGEST_BYTES + 10) + END, b"6")
    assert ([len(text) for text in line.pastes], line.keys) == ([LONGEST_BYTES], ["6"])


@pytest.mark.parametrize(
    "begin", [b"\x1b]11;rgb:", b"\x1bP1$r", b"\x1b_Gi=3", b"\x1b^x", b"\x1bXx", BEGIN, b"\x9d52;c"]
)
def test_while_a_person_types_on_a_string_ends_after_its_patience(begin: bytes) -> None:
    line = Line()
    line.send(begin)
    for _ in range(int((PATIENCE_SECONDS + 1) / 0.25)):
        line.wait(0.25)
        line.send(b"6")
    line.wait(1)
    assert 0 < len(line.keys) <= 5


def test_however_long_a_string_is_the_keyboard_comes_back_after_it() -> None:
    line = Line()
    line.send(b"\x1b]52;c;")
    for _ in range(int(2 * PATIENCE_SECONDS / 0.1)):
        line.send(b"A" * 1024)
        line.wait(0.1)
    line.wait(PATIENCE_SECONDS)
    line.send(b"6")
    line.wait(1)
    assert line.keys == ["6"]


def test_nothing_is_stored_of_a_string_without_end() -> None:
    line = Line()
    line.send(b"\x1b]52;c;")
    for _ in range(100):
        line.send(b"A" * 4096)
    assert len(repr(vars(line.input._splitter))) < 1000
