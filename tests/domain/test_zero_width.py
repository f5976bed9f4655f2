"""Runs of marks without a width are cut where text is shown, in every script, and only there."""

import unicodedata
from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import get_character_cell_size

from heeldiary.domain.text import MOST_MARKS, clean, display_text, separate
from heeldiary.domain.zero_width import cut_marks


def has_no_width(character: str) -> bool:
    """As the library has it that paints the app."""
    return character != "\n" and get_character_cell_size(character) == 0


EVERY_MARK = [
    chr(code)
    for code in (*range(0xA0, 0xD800), *range(0xE000, 0x20000), *range(0xE0000, 0xE1000))
    if has_no_width(chr(code)) and display_text(chr(code)) == chr(code)
]
"""All that Unicode has, about 6,700: none lies outside of these planes."""

PIECES = st.one_of(
    st.tuples(st.sampled_from(EVERY_MARK), st.integers(1, 2 * MOST_MARKS)).map(lambda run: run[0] * run[1]),
    st.sampled_from("a é–👩🎉中\n"),
)
MIXED = st.lists(PIECES, max_size=12).map("".join)


def longest_run(text: str) -> int:
    return max((len(list(run)) for marked, run in groupby(text, has_no_width) if marked), default=0)


@pytest.mark.thorough
def test_a_run_of_any_mark_is_cut() -> None:
    assert len(EVERY_MARK) > 6000
    runs = {mark: longest_run(display_text(f"a{mark * 2 * MOST_MARKS}b")) for mark in EVERY_MARK}
    assert {mark for mark, run in runs.items() if run > MOST_MARKS} == set()


@given(MIXED)
def test_no_long_run_is_left_whatever_stands_between(text: str) -> None:
    for told in (display_text(text), separate(text)):
        assert longest_run(told) <= MOST_MARKS


@given(MIXED.filter(lambda text: longest_run(text) <= MOST_MARKS))
def test_what_writing_needs_stays(text: str) -> None:
    assert cut_marks(text, MOST_MARKS) == text


@pytest.mark.parametrize(
    "text",
    [
        "cafe\u0301", "👩\u200d👩\u200d👧\u200d👦", "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
        "🎉" * 40, "–" * 40, "→←↑↓" * 10, "בְּרֵאשִׁית", "सिखाया गया", "ที่นี่น้ำ", "\u1112\u1161\u11ab" * 20, "한국어" * 20,
        "中文" * 20, "é" * 250 + "X" * 400,
    ],
)  # fmt: skip
def test_words_and_pictures_stay(text: str) -> None:
    assert display_text(text) == text


def test_what_is_stored_keeps_every_mark() -> None:
    assert unicodedata.combining("\u0301")
    assert clean("a" + "\u0301" * 500)[0] == "a" + "\u0301" * 500


def test_a_cut_says_so() -> None:
    assert display_text("a" + "\u0301" * 20_000 + "b") == "a" + "\u0301" * MOST_MARKS + "…b"
