"""The nearest known word."""

import pytest

from heeldiary.errors import did_you_mean, nearest_word

KNOWN = ("list", "links", "log", "settings", "signs")


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("set", "settings"), ("SET", "settings"), ("lis", "list"), ("lst", "list"), ("lnks", "links"),
        ("setings", "settings"), ("li", "list"), ("", None), ("xyz", None), ("list", "list"), ("sing", "signs"),
    ],
)  # fmt: skip
def test_a_unique_start_or_what_is_most_alike(typed: str, near: str | None) -> None:
    assert nearest_word(typed, KNOWN) == near
    assert did_you_mean(typed, KNOWN, "read on") == (f"did you mean {near}? read on" if near else "read on")
