"""The nearest known word."""

import pytest

from heeldiary.errors import count_edits, did_you_mean, nearest_word

FAR = [
    ("visit", "list"),
    ("report", "export"),
    ("remove", "review"),
    ("week", "where"),
    ("taging", "list"),
    ("day", "tag"),
]
KNOWN = ("list", "links", "log", "settings", "signs", "no shoes")


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("shoes", "no shoes"), ("set", "settings"), ("SET", "settings"),
        ("lis", "list"), ("lst", "list"), ("lnks", "links"),
        ("setings", "settings"), ("li", "list"), ("", None), ("xyz", None), ("list", "list"), ("sing", "signs"),
    ],
)  # fmt: skip
def test_a_unique_start_or_what_is_most_alike(typed: str, near: str | None) -> None:
    assert nearest_word(typed, KNOWN) == near
    assert did_you_mean(typed, KNOWN, "read on") == (f"did you mean {near}? read on" if near else "read on")


@pytest.mark.parametrize(("typed", "word"), FAR)
def test_what_is_only_somewhat_alike_is_not_near(typed: str, word: str) -> None:
    assert nearest_word(typed, [word]) is None


@pytest.mark.parametrize(
    ("one", "other", "edits"),
    [("walk", "walk", 0), ("wlak", "walk", 1), ("wal", "walk", 1), ("wallk", "walk", 1), ("talk", "walk", 1),
     ("kitten", "sitting", 3), ("", "abc", 3), ("abc", "", 3), ("ca", "abc", 3)],
)  # fmt: skip
def test_edits_are_letters_added_dropped_changed_or_swapped(one: str, other: str, edits: int) -> None:
    assert count_edits(one, other) == edits
