"""A score is a whole number 0-10, a foot is left or right, a moment one of six."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeldiary.domain.scales import (
    MOMENTS,
    ONCE_A_DAY,
    parse_feet,
    parse_foot,
    parse_moment,
    parse_score,
    parse_surface,
)
from heeldiary.errors import BadInput


@pytest.mark.parametrize("score", range(11))
def test_the_whole_numbers_from_0_to_10_are_scores(score: int) -> None:
    assert parse_score(str(score)) == score
    assert parse_score(f"{score}/10") == score, "as it is shown"


@pytest.mark.parametrize(
    "typed",
    [
        "-1", "11", "5.5", "5,5", "٧", "７", "", " ", "NaN", "1e1", "1e3", "0x5", "05", "+5", "5 ", "1_0",
        "ten", "Ⅶ", "²", "7/9", "7/100", "11/10", "/10",
    ],
)  # fmt: skip
def test_nothing_else_is_a_score(typed: str) -> None:
    with pytest.raises(BadInput):
        parse_score(typed)


@given(st.text(max_size=5))
def test_whatever_is_typed_is_a_score_from_0_to_10_or_refused(typed: str) -> None:
    try:
        score = parse_score(typed)
    except BadInput:
        return
    assert typed in (str(score), f"{score}/10")
    assert 0 <= score <= 10


def test_a_foot_is_left_or_right() -> None:
    assert [parse_foot(typed) for typed in ("left", "Left", "le", "L", "l", "RIGHT", "r")] == ["left"] * 5 + [
        "right"
    ] * 2
    for typed in ("both", "B", "lefty", "", "middle", "left right"):
        with pytest.raises(BadInput):
            parse_foot(typed)


def test_both_means_left_and_right() -> None:
    assert [parse_feet(typed) for typed in ("both", "Both", "B")] == [("left", "right")] * 3
    assert [parse_feet(typed) for typed in ("right", "R")] == [("right",)] * 2
    for typed in ("", "none", "left,right", "lr"):
        with pytest.raises(BadInput):
            parse_feet(typed)


def test_the_six_moments_and_which_of_them_come_once_a_day() -> None:
    assert set(MOMENTS) == {"first-step", "average", "worst", "night", "after-sitting", "after-activity"}
    assert {"first-step", "average", "worst", "night"} == ONCE_A_DAY
    assert [parse_moment(moment) for moment in MOMENTS] == list(MOMENTS)
    for typed in ("first", "first-steps", "after", ""):
        with pytest.raises(BadInput):
            parse_moment(typed)


@pytest.mark.parametrize(
    "typed", ["after sitting", "after_sitting", " after  sitting ", "After-Sitting", "AFTER SITTING"]
)
def test_a_moment_is_typed_as_it_is_shown(typed: str) -> None:
    assert parse_moment(typed) == "after-sitting"


def test_a_surface_is_soft_hard_or_mixed() -> None:
    assert [parse_surface(surface) for surface in ("soft", "hard", "mixed")] == ["soft", "hard", "mixed"]
    assert [parse_surface(start) for start in ("s", "Hard", "mi")] == ["soft", "hard", "mixed"]
    for typed in ("grass", "", "hardest"):
        with pytest.raises(BadInput):
            parse_surface(typed)
