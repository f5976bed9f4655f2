"""The person's words are data: stored without control characters, shown without anything a terminal would obey."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from heeldiary.domain.text import clean, clean_note, clean_word, display_text, json_escaped, matches
from heeldiary.errors import BadInput

ANY = st.text(
    st.one_of(
        st.characters(codec=None),
        st.sampled_from(
            "\r\n\t\x00\x07\x0b\x0c\x1b\x1c\x7f\x80\x85\x9b\x9f\ud800\udcff\u2028\u2029\u202e\u200b\ufeff \xa0"
        ),
    )
)
"""Any text at all, half characters among it."""


def is_control(sign: str) -> bool:
    """C0, DEL and C1, as Unicode has them."""
    return unicodedata.category(sign) == "Cc"


@given(ANY)
@example("\r\x00\n")
@example("\x1b]52;c;aGVsbG8=\x07")
def test_clean_is_idempotent(text: str) -> None:
    once, _ = clean(text)
    assert clean(once) == (once, 0)


@given(ANY)
def test_what_is_stored_has_no_control_characters_and_can_be_written_to_a_file(text: str) -> None:
    stored, _ = clean(text)
    assert not [sign for sign in stored if is_control(sign) and sign not in "\n\t"]
    assert stored.encode().decode() == stored


@given(ANY)
@example("\ufeff\u202e\u2066\u200b")
def test_nothing_that_a_terminal_would_obey_is_shown(text: str) -> None:
    told = display_text(text)
    assert not [sign for sign in told if is_control(sign) and sign not in "\n\t"]
    assert not set(told) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029\u200e\u200f")
    assert told.encode().decode() == told


@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"))))
def test_the_words_themselves_stay(text: str) -> None:
    stored, left_out = clean(text)
    assert stored == text.strip()
    assert left_out == 0


@given(st.text(st.characters(exclude_categories=("Cc", "Cf", "Cs", "Zl", "Zp"))))
def test_visible_text_is_shown_as_it_is(text: str) -> None:
    assert display_text(text) == text


@pytest.mark.parametrize(
    ("typed", "stored", "left_out"),
    [
        ("two\r\nlines", "two\nlines", 0), ("two\rlines", "two\nlines", 0), ("two\u2028lines", "two\nlines", 0),
        ("a\tb", "a\tb", 0), ("  around \n", "around", 0), ("\x1b[2Jgone", "[2Jgone", 1),
        ("\x1b]52;c;x\x07", "]52;c;x", 2), ("a\x00b\x7fc\x9bd", "abcd", 3), ("half \udcff", "half \ufffd", 1),
        ("[/nope] {} %s $(ls) '; DROP TABLE", "[/nope] {} %s $(ls) '; DROP TABLE", 0),
        ("👩\u200d🚀 z̷a\u0301 שלום", "👩\u200d🚀 z̷a\u0301 שלום", 0),
    ],
)  # fmt: skip
def test_clean(typed: str, stored: str, left_out: int) -> None:
    assert clean(typed) == (stored, left_out)


def test_a_bidi_override_is_shown_as_an_escape() -> None:
    assert display_text("safe \u202egnp.exe") == r"safe \u202egnp.exe"


def test_every_mark_that_turns_the_line_is_shown_as_an_escape() -> None:
    turning = ("LEFT-TO-RIGHT", "RIGHT-TO-LEFT", "DIRECTIONAL", "STRONG ISOLATE", "ARABIC LETTER MARK")
    signs = [chr(code) for code in range(0x600, 0x3000) if unicodedata.category(chr(code)) == "Cf"]
    marks = [sign for sign in signs if any(word in unicodedata.name(sign) for word in turning)]
    assert len(marks) == 12
    assert [display_text(mark) for mark in marks] == [f"\\u{ord(mark):04x}" for mark in marks]


def test_the_edges_of_what_is_written_as_an_escape() -> None:
    for first, last in ((0x61C, 0x61C), (0x200E, 0x200F), (0x202A, 0x202E), (0x2060, 0x2069), (0xFEFF, 0xFEFF)):
        for code in range(first, last + 1):
            assert display_text(f"a{chr(code)}b") == f"a\\u{code:04x}b"
    for shown in "\u061b\u061d\u200c\u200d\u2010\u202f\u205f\u206a\ufefe":
        assert display_text(f"a{shown}b") == f"a{shown}b"


def test_a_note_has_at_most_20000_characters() -> None:
    assert len(clean_note("ü" * 20_000)) == 20_000
    with pytest.raises(BadInput):
        clean_note("ü" * 20_001)


def test_a_word_of_ones_own_is_lower_case_and_1_to_40_characters() -> None:
    assert clean_word("Nordic Walking", "a kind") == "nordic walking"
    assert clean_word("Ä" * 40, "a kind") == "ä" * 40
    for typed in ("", "  ", "\x1b\x07", "x" * 41):
        with pytest.raises(BadInput):
            clean_word(typed, "a kind")


@given(st.text(max_size=50))
def test_a_word_once_taken_is_taken_again_as_it_is(typed: str) -> None:
    try:
        taken = clean_word(typed, "a kind")
    except BadInput:
        return
    assert clean_word(taken, "a kind") == taken


def test_a_search_finds_composed_and_decomposed_accents_in_any_case() -> None:
    assert matches("füße", unicodedata.normalize("NFD", "Kalte FÜSSE"))
    assert matches(unicodedata.normalize("NFD", "É"), "café")
    assert not matches("insoles", "new shoes")


def test_a_note_that_is_too_long_is_refused_with_a_way_out() -> None:
    with pytest.raises(BadInput) as refused:
        clean_note("x" * 20_001)
    assert refused.value.message == "the note has 20,001 characters, and 20,000 is the most"
    assert refused.value.remedy == "shorten it, or split it into two notes"


@pytest.mark.parametrize(
    ("sign", "is_seen"), [("\U0001d172", True), ("\U0001d173", False), ("\U0001d17a", False), ("\U0001d17b", True)]
)
def test_only_the_invisible_signs_of_music_are_escaped(sign: str, is_seen: bool) -> None:
    assert (json_escaped(sign) == sign) == is_seen
