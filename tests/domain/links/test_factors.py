"""Names of factors as they are typed, and amounts parted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeldiary.domain.links.factors import FACTOR_NAMES, parse_factor, parse_factors, split
from heeldiary.errors import BadInput


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("massage", "massage"), (" Steps ", "steps"), ("care:ICE", "care:ice"), ("tag: wet  grass", "tag:wet grass")],
)
def test_names_are_kept_in_lower_case(typed: str, kept: str) -> None:
    assert parse_factor(typed) == kept


@pytest.mark.parametrize(
    ("typed", "nearest"), [("masage", "massage"), ("step", "steps"), ("longest", "longest-sitting"), ("tag", "tag:TAG")]
)
def test_an_unknown_name_names_the_nearest(typed: str, nearest: str) -> None:
    with pytest.raises(BadInput) as problem:
        parse_factor(typed)
    assert nearest in problem.value.remedy


@pytest.mark.parametrize("typed", ["care:", "tag: ", "tag:" + "x" * 41])
def test_a_word_of_ones_own_has_bounds(typed: str) -> None:
    with pytest.raises(BadInput):
        parse_factor(typed)


def test_five_at_a_time_each_once() -> None:
    assert parse_factors(["steps", "massage", "steps"]) == ("steps", "massage")
    with pytest.raises(BadInput):
        parse_factors(FACTOR_NAMES)


@given(st.lists(st.integers(0, 10_000), min_size=1, max_size=100))
def test_amounts_are_parted_as_evenly_as_they_can_be(amounts: list[int]) -> None:
    ordered = sorted(amounts)
    at_least = split(ordered)
    part = sum(amount >= at_least for amount in ordered)
    middle = {ordered[(len(ordered) - 1) // 2], ordered[len(ordered) // 2]}
    assert min(middle) <= at_least <= max(middle) + 1
    others = [sum(amount >= value for amount in ordered) for value in {*middle, *(value + 1 for value in middle)}]
    if len(set(middle)) == 1:
        assert min(part, len(ordered) - part) == max(min(other, len(ordered) - other) for other in others)
    assert len(set(ordered)) == 1 or 0 < part < len(ordered)
