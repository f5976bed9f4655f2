"""The calendar: every day in its place, at any size, with its digit in the middle of its tile."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeldiary.charts.picture import Cell, Picture
from heeldiary.charts.weeks.calendar import KEY, draw_calendar
from heeldiary.charts.weeks.frame import MARGIN_COLUMNS
from heeldiary.domain.days import Span, monday

LAST = date(2026, 11, 22)
SCALE = "0123456789X"


def drawn(columns: int, rows: int, weeks: int, scores: dict[date, int] | None = None) -> Picture:
    picture = Picture(columns, rows)
    span = Span(monday(LAST) - timedelta(weeks=weeks - 1), LAST)
    days = [span.first + timedelta(days=number) for number in range((span.last - span.first).days + 1)]
    draw_calendar(
        picture, 0, rows - 1, span, dict.fromkeys(days, 4) if scores is None else scores, "left", monday(LAST)
    )
    return picture


def days_of(picture: Picture) -> list[list[Cell]]:
    """The rows of the days: all but that of the scale."""
    return [row for row in picture.cells if SCALE not in "".join(cell.sign for cell in row)]


@pytest.mark.parametrize(
    ("columns", "weeks", "tile"), [(84, 4, 11), (84, 12, 5), (64, 12, 3), (92, 26, 3), (50, 26, 1), (92, 52, 1)]
)
def test_the_more_room_the_wider_the_days(columns: int, weeks: int, tile: int) -> None:
    row = next(row for row in drawn(columns, 31, weeks).cells if any(cell.sign == "4" for cell in row))
    digits = [column for column, cell in enumerate(row) if cell.sign == "4"]
    assert len(digits) == weeks
    shaded = [column for column, cell in enumerate(row) if cell.ink.back]
    assert shaded[0] == MARGIN_COLUMNS
    assert digits[0] == MARGIN_COLUMNS + tile // 2


def test_days_are_as_tall_as_there_is_room_and_their_digit_is_in_the_middle() -> None:
    picture = drawn(84, 31, 12)
    rows = [number for number, row in enumerate(picture.cells) if any(cell.ink.back for cell in row)]
    assert rows[:6] == [1, 2, 3, 5, 6, 7]
    assert [number for number, line in enumerate(picture.text().splitlines()) if line.startswith(("Mon", "Sun"))] == [
        2,
        26,
    ]
    assert "4" in picture.text().splitlines()[2]
    assert "4" not in picture.text().splitlines()[1][MARGIN_COLUMNS:]
    low = drawn(84, 12, 12)
    assert [number for number, row in enumerate(low.cells) if any(cell.ink.back for cell in row)] == [*range(1, 8)]


def test_a_gap_is_before_each_month_and_its_name_above_the_week_of_its_first_day() -> None:
    picture = drawn(84, 31, 12)
    columns = [column for column, cell in enumerate(picture.cells[2]) if cell.sign == "4"]
    steps = [after - before for before, after in pairwise(columns)]
    assert sorted(set(steps)) == [6, 8]
    assert steps.count(8) == 2
    assert picture.text().splitlines()[0].index("Nov") == columns[1 + steps.index(8, steps.index(8) + 1)] - 2


def test_each_week_has_its_number_where_it_fits_the_selected_one_always() -> None:
    numbers = drawn(84, 31, 12).text().splitlines()[28].split()
    assert numbers == ["Week", *(str(week) for week in range(36, 48))]
    assert drawn(92, 31, 52).text().splitlines()[21].split() == ["Week", "47"]


def test_ten_has_a_sign_of_its_own_only_where_it_must() -> None:
    scores = {LAST: 10}
    assert "X" not in drawn(84, 31, 12, scores).text()
    assert "10" in drawn(84, 31, 12, scores).text()
    narrow = drawn(92, 31, 52, scores)
    assert "X" in "".join(cell.sign for row in days_of(narrow) for cell in row)
    assert "X is a ten" in narrow.text()
    assert "X is a ten" not in drawn(92, 31, 52).text(), "only if there is one"


def test_without_gaps_the_shade_alone_tells_a_score_but_in_the_selected_week() -> None:
    narrow = [cell.ink for row in days_of(drawn(92, 31, 52)) for cell in row if cell.sign == "4" and cell.ink.back]
    assert {ink.fore == ink.back for ink in narrow if not ink.underline} == {True}
    assert {ink.fore for ink in narrow if ink.underline} == {"on-left-4"}
    wide = [cell.ink.fore for row in drawn(84, 31, 12).cells for cell in row if cell.sign == "4" and cell.ink.back]
    assert {*wide} == {"on-left-4"}


def test_where_the_shade_alone_tells_a_score_the_shades_are_below() -> None:
    row = next(row for row in drawn(92, 31, 52).cells if SCALE in "".join(cell.sign for cell in row))
    inks = [cell.ink for cell in row if cell.ink.back]
    assert [(ink.fore, ink.back) for ink in inks] == [(f"on-left-{score}", f"left-{score}") for score in range(11)]
    assert SCALE not in drawn(84, 31, 12).text()


def test_a_missing_day_is_a_dot_and_days_to_come_are_empty() -> None:
    text = drawn(84, 31, 12, {}).text()
    assert text.replace(KEY, "").count("·") == 84


def test_of_too_many_weeks_the_last_are_shown_and_it_says_so() -> None:
    picture = drawn(60, 31, 104)
    assert "the last 52 of 104 weeks" in picture.text()


@given(st.integers(1, 170), st.integers(3, 60), st.integers(1, 600))
def test_at_any_size_no_day_is_lost_or_drawn_twice(columns: int, rows: int, weeks: int) -> None:
    picture = drawn(columns, rows, weeks)
    room = columns - MARGIN_COLUMNS
    digits = [cell.sign for row in days_of(picture) for cell in row if cell.ink.back and cell.sign == "4"]
    if room >= weeks and rows >= 10:
        assert len(digits) == 7 * weeks
