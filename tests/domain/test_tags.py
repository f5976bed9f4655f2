"""Tags: how they are typed, distinguished, completed and renamed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeldiary.domain.tag_text import format_tags, merge_question
from heeldiary.domain.tags import (
    all_tags,
    matching_tags,
    parse_tag,
    parse_tags,
    rename_tags,
    tag_completions,
    tags_in_note,
)
from heeldiary.errors import BadInput
from tests.entry_strategies import WORDS

TAGS = WORDS.filter(lambda word: not set(word) & set(',#"'))
"""Tags as they can be typed beside others."""


@pytest.mark.parametrize(
    ("typed", "tags"),
    [
        ("rain", ("rain",)),
        ("#Rain", ("Rain",)),
        ("rain, Long  Day", ("rain", "Long Day")),
        ("rain, RAIN, Rain", ("rain",)),
        ("#rain#wet", ("rain", "wet")),
        ("#long day", ("long", "day")),
        ("#rain, wet #RAIN", ("rain", "wet")),
        ('#rain #"long day" #rain', ("rain", "long day")),
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


def each_once(tags: st.SearchStrategy[str], most: int) -> st.SearchStrategy[list[str]]:
    """Some tags, none twice in another case."""
    return st.lists(tags, unique_by=str.casefold, max_size=most)


@given(each_once(TAGS, 5))
def test_what_is_shown_can_be_typed(tags: list[str]) -> None:
    assert parse_tags(format_tags(tags)) == tuple(tags) or "\\u" in format_tags(tags), (
        "what is invisible is written out"
    )
    assert parse_tags(", ".join(tags)) == tuple(tags)
    assert all_tags(tags) == tuple(tags)


def test_the_last_tag_is_completed() -> None:
    known = ["rain", "rainbow", "long day", "rest"]
    assert tag_completions("ra", known) == ["rain", "rainbow"]
    assert tag_completions("rain", known) == ["rain", "rainbow"]
    assert tag_completions("rain, LO", known) == ["rain, long day"]
    assert tag_completions("#rain #re", known) == ["#rain #rest"]
    assert tag_completions("#rain #lo", known) == ['#rain #"long day"']
    assert tag_completions("#rain#re", known) == ["#rain#rest"]
    assert tag_completions("no da", ["long day", "day off"]) == [], "without # a comma ends a tag, no space does"
    assert tag_completions("long d", known) == ["long day"]
    assert tag_completions("", known) == tag_completions("rain, ", known) == tag_completions("xyz", known) == []
    assert matching_tags("rain, r", known) == ["rainbow", "rest"], "what is there already is not offered again"
    assert matching_tags("#XXL, x", ["xxl", "xylophone"]) == ["xylophone"]
    assert matching_tags("", known) == known


@pytest.mark.parametrize(
    ("note", "tags"),
    [
        ("new insoles #soft", ("soft",)),
        ("#Rain, and again #rain. Then #wet-grass!", ("Rain", "wet-grass")),
        ("no.#tag, C#, # alone, #!x, ##x", ()),
        ("", ()),
    ],
)
def test_in_a_note(note: str, tags: tuple[str, ...]) -> None:
    assert tags_in_note(note) == tags


@given(each_once(TAGS, 6), st.lists(TAGS, min_size=1, max_size=3), TAGS)
def test_renamed(tags: list[str], olds: list[str], new: str) -> None:
    found = rename_tags(tags, olds, new)
    assert len(set(found)) == len(found)
    same = {tag for tag in tags if tag.casefold() == new.casefold()}
    assert not set(found) & ({*olds, *same} - {new})
    assert [tag for tag in found if tag != new] == [tag for tag in tags if tag not in (*olds, *same, new)]
    assert (new in found) == bool(set(tags) & {*olds, *same, new})


def test_a_rename_to_a_tag_that_is_there_is_asked_about() -> None:
    assert merge_question("rain", 1) == "1 entry has #rain already. Make the two one tag?"
    assert merge_question("rain", 1200) == "1,200 entries have #rain already. Make the two one tag?"


def test_quotes_and_brackets_end_a_tag_in_a_note() -> None:
    assert tags_in_note("hi #rain\" and #snow] but #don't") == ("rain", "snow", "don't")
