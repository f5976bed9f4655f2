"""Rules of thumb about pain and load: presented as such, with the person's own numbers."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeldiary.domain.routine.built_in import HEEL_RAISE, clinic
from heeldiary.domain.routine.load_rule import pain_note, worse_after, worse_note
from heeldiary.domain.settings import Settings

TODAY = date(2026, 11, 22)
CLINIC = clinic(Settings({}))


def day(ago: int) -> date:
    return TODAY - timedelta(days=ago)


@pytest.mark.parametrize(
    ("scores", "told"), [((0, 1, 2, 3), "minimal"), ((4, 5), "acceptable"), ((6, 7, 8, 9, 10), "too much")]
)
def test_the_rule_of_thumb_is_told_with_its_source(scores: tuple[int, ...], told: str) -> None:
    for score in scores:
        note = pain_note(score)
        assert f"{score} is {told}" in note
        assert note.startswith("Rule of thumb")
        assert "Silbernagel 2007" in note
        assert "untested here" in note
        assert len(note) <= 76


def test_one_worse_morning_means_less_load_and_two_mean_less_pressure() -> None:
    mornings = {day(4): 3, day(3): 5, day(2): 4, day(1): 6}
    once, twice = worse_after([day(2)], mornings, TODAY), worse_after([day(2), day(4)], mornings, TODAY)
    assert [(worse.before, worse.after) for worse in twice] == [(4, 6), (3, 5)]
    assert "4, then 6" in worse_note(HEEL_RAISE, once)
    assert "The load rule says less today" in worse_note(HEEL_RAISE, once)
    assert "can be chance" in worse_note(HEEL_RAISE, once)
    assert worse_note(CLINIC, once) == ""
    assert "press less" in worse_note(CLINIC, twice)


def test_nothing_is_said_where_it_was_not_worse_or_is_not_known() -> None:
    assert worse_note(HEEL_RAISE, []) == ""
    for mornings in ({}, {day(2): 4}, {day(1): 9}, {day(2): 4, day(1): 4}, {day(2): 4, day(1): 3}):
        assert worse_after([day(2)], mornings, TODAY) == []


def test_a_better_morning_in_between_ends_it() -> None:
    mornings = {day(6): 3, day(5): 6, day(4): 6, day(3): 2, day(2): 2, day(1): 5}
    assert [worse.day for worse in worse_after([day(6), day(4), day(2)], mornings, TODAY)] == [day(2)]


@given(
    st.sets(st.integers(0, 40)).map(lambda agos: {day(ago) for ago in agos}),
    st.dictionaries(st.integers(0, 41).map(day), st.integers(0, 10)),
)
def test_only_recent_days_with_both_mornings_count(days: set[date], mornings: dict[date, int]) -> None:
    found = worse_after(days, mornings, TODAY)
    assert [worse.day for worse in found] == sorted((worse.day for worse in found), reverse=True)
    for worse in found:
        assert worse.day in days
        assert worse.day < TODAY <= worse.day + timedelta(days=14)
        assert mornings[worse.day] == worse.before < worse.after == mornings[worse.day + timedelta(days=1)]
