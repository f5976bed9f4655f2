"""The pictures of the weekly review: complete at every size, showing exactly the data."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from heeldiary.charts.review.boxes import LEAST_ROWS, boxes_picture
from heeldiary.charts.review.days import days_picture, days_rows
from heeldiary.domain.review.review import Band, FootWeek, Review, foot_week, logged_in
from heeldiary.domain.scales import FEET

START = date(2026, 11, 16)
SCORES = st.lists(st.integers(0, 10) | st.none(), min_size=7, max_size=7)


def a_week(scores: list[int | None], place: int = 0) -> FootWeek:
    found = {START + timedelta(days=n): score for n, score in enumerate(scores) if score is not None}
    return foot_week(FEET[place], START, found)


@given(SCORES, st.integers(40, 200), st.integers(LEAST_ROWS + 1, 30), st.booleans())
def test_every_morning_is_a_dot_at_every_size(scores: list[int | None], columns: int, rows: int, banded: bool) -> None:
    of = a_week(scores)
    of = of._replace(band=Band(2.4, 6.1, 4.2, 25)) if banded else of
    rows += 2 * (columns < 76)  # so few columns are the command's alone, which has rows enough
    drawn = boxes_picture([of], columns, rows).text().rstrip().splitlines()
    dots = sum(line.count("●") for line in drawn[:-1])
    assert dots == of.week.mornings
    assert drawn[0].startswith("L Left foot")


@given(SCORES, st.integers(72, 200))
def test_dots_stand_over_their_scores(scores: list[int | None], columns: int) -> None:
    of = a_week(scores)
    drawn = boxes_picture([of], columns, 12).text().splitlines()
    axis = next(line for line in drawn[1:] if " 0 " in line and line.rstrip().endswith("10"))
    for score in set(of.week.scores):
        column = axis.index("10") if score == 10 else axis.index(f" {score} ") + 1
        assert any(line[max(0, column - 1) : column + 2].count("●") for line in drawn[:-1])


@given(SCORES, SCORES, st.integers(40, 120))
def test_the_grid_has_a_row_for_each_foot_and_kind(
    left: list[int | None], right: list[int | None], columns: int
) -> None:
    feet = a_week(left), a_week(right, 1)
    review = Review(START, START + timedelta(days=6), feet, logged_in((), FEET), (), ())
    drawn = days_picture(review, columns).text().splitlines()
    assert len(drawn) == days_rows(review, columns)
    assert len(drawn) == 1 + 2 + 5 + 1 or columns < 50, "in a narrow picture figures go on in the next line"
    for line, scores in zip(drawn[1:3], (left, right), strict=True):
        told = [*(line[:13] and line[13:].split())][:7]
        assert told == ["·" if score is None else str(score) for score in scores]


def test_the_legend_has_the_signs_that_are_there() -> None:
    few, many = a_week([3, 4, *[None] * 5]), a_week([3, 4, 5, 6, None, None, None], 1)
    for feet, range_sign, mean_sign in (((few,), "╍", "○"), ((many,), "━", "█"), ((few, many), "╍━", "○█")):
        legend = boxes_picture(feet, 76, 12).text().rstrip().splitlines()[-1]
        assert f"  {range_sign} range  " in legend
        assert f"  {mean_sign} mean" in legend


def test_the_legend_stands_under_a_blank_row_unless_there_is_no_room_for_any() -> None:
    feet = a_week([3, 4, 5, 6, None, None, None]), a_week([1, 2, 2, 2, None, None, None], 1)
    for some in (feet, feet[:1]):
        for columns, rows in ((112, 14), (112, 17), (134, 20), (134, 21), (76, 6 * len(some) + 1)):
            drawn = boxes_picture(some, columns, rows).text().rstrip().split("\n")
            assert "● morning" in drawn[-1]
            assert not drawn[-2].strip()
            assert drawn[-3].split()[-2:] == ["9", "10"]
            assert len(drawn) in (rows, rows - 1) or len(some) == 1
    tight = boxes_picture(feet, 76, 2 * LEAST_ROWS + 1).text().split("\n")
    assert "● morning" in tight[-1]
    assert tight[-2].strip()
