"""Tags: how they are typed, told apart, completed and renamed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeldiary.domain.tag_text import signs
from heeldiary.domain.tags import all_tags, begun, completed, parse_tag, parse_tags, renamed
from heeldiary.errors import BadInput
from tests.entry_strategies import WORDS

TAGS = WORDS.filter(lambda word: "," not in word and "#" not in word)
"""Tags as they can be typed beside others."""


@pytest.mark.parametrize(
    ("typed", "tags"),
    [
        ("rain", ("rain",)),
        ("#Rain", ("rain",)),
        ("rain, Long  Day", ("rain", "long day")),
        ("#rain #long day #rain", ("rain", "long day")),
        ("##rain", ("rain",)),
        (" , ,", ()),
        ("\x1b[31mred", ("[31mred",)),
    ],
)
def test_typed(typed: str, tags: tuple[str, ...]) -> None:
    assert parse_tags(typed) == tags


@pytest.mark.parametrize("typed", ["", "#", "  ", "x" * 41])
def test_no_tag(typed: str) -> None:
    with pytest.raises(BadInput):
        parse_tag(typed)


@given(st.lists(TAGS, unique=True, max_size=5))
def test_what_is_shown_can_be_typed(tags: list[str]) -> None:
    assert parse_tags(signs(tags)) == tuple(tags) or "\\u" in signs(tags), "what is invisible is written out"
    assert parse_tags(", ".join(tags)) == tuple(tags)
    assert all_tags(tags) == tuple(tags)


def test_the_last_tag_is_completed() -> None:
    known = ["rain", "rainbow", "long day", "rest"]
    assert completed("ra", known) == "rain"
    assert completed("rain", known) == "rainbow"
    assert completed("rain, LO", known) == "rain, long day"
    assert completed("#rain #re", known) == "#rain #rest"
    assert completed("", known) is None
    assert completed("rain, ", known) is None
    assert completed("xyz", known) is None
    assert begun("rain, r", known) == ["rainbow", "rest"], "what stands there is not offered again"
    assert begun("", known) == known


@given(st.lists(TAGS, unique=True, max_size=6), st.lists(TAGS, min_size=1, max_size=3), TAGS)
def test_renamed(tags: list[str], olds: list[str], new: str) -> None:
    found = renamed(tags, olds, new)
    assert len(set(found)) == len(found)
    assert not set(found) & (set(olds) - {new})
    assert [tag for tag in found if tag != new] == [tag for tag in tags if tag not in (*olds, new)]
    assert (new in found) == bool(set(tags) & {*olds, new})
