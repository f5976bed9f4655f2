"""The traps' charts to the cell: marks at their values, in their order, explained, and labels clear of lines."""

from datetime import date, timedelta
from itertools import product
from math import isclose

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heeldiary.charts.layers import Layers
from heeldiary.charts.picture import Picture
from heeldiary.charts.traps.axis import Axis, paint_line
from heeldiary.charts.traps.courses import draw_courses
from heeldiary.charts.traps.missing import draw_gaps
from heeldiary.charts.traps.slopes import draw_slopes
from heeldiary.charts.traps.traps import draw_traps
from heeldiary.charts.traps.worst_week import draw_worst_week
from heeldiary.domain.traps.natural_course import GENERAL_PRACTICE, HOSPITAL
from heeldiary.domain.traps.text import panels
from heeldiary.domain.traps.traps import ByChance, DayGroup, Gaps, Reactive, Share, WeekMean, WorstWeek
from tests.charts.quarters import quarters
from tests.charts.traps.test_traps import ENOUGH

START = date(2025, 11, 17)
MEANS = (None, 7.4, 6.6, 7.3, 7.3, 7.2, 6.4, 6.0, 6.9, 6.3, 6.7, 6.9)
WORST = WorstWeek(
    tuple(WeekMean(START + timedelta(weeks=n), 7, mean) for n, mean in enumerate(MEANS)),
    worst=1, after=(2, 3, 4, 5), after_mean=7.1, chance=ByChance(0.7, 0.2, 1.3),
)  # fmt: skip
MASSAGE = Reactive(DayGroup(164, 5.4, 5.3), DayGroup(152, 5.6, 5.6))
SIZES = ((72, 9), (72, 15), (72, 11), (56, 21))
"""A picture's place in 160x50, 200x60, 80x24 and 120x40."""

_BLOCKS = "▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"


def half_rows(picture: Picture, role: str, column: int | None = None) -> list[int]:
    """Return the half rows in which a role is seen, in one column or in any."""
    columns = range(picture.columns) if column is None else (column,)
    rows = quarters(picture)
    return [row for row, cells in enumerate(rows) if any(cells[2 * one + half] == role for one in columns
                                                         for half in (0, 1))]  # fmt: skip


def has_block(picture: Picture, column: int, row: int) -> bool:
    return picture.cells[row][column].sign in _BLOCKS


def place_of(picture: Picture, text: str) -> tuple[int, int]:
    """Return the first column and the row of a text."""
    row = next(row for row, line in enumerate(picture.text().split("\n")) if text in line)
    return picture.text().split("\n")[row].index(text), row


@pytest.mark.parametrize("size", SIZES)
def test_the_worst_week_is_above_the_weeks_after_and_their_mean_lies_in_the_band(size: tuple[int, int]) -> None:
    picture = Picture(*size)
    plot = draw_worst_week(picture, WORST, "left") - 2
    column, row = place_of(picture, "worst 7.4")
    (worst,) = half_rows(picture, "text", column + len("worst 7.4") // 2)[-1:]
    mean, band = half_rows(picture, "left"), half_rows(picture, "band")
    marks = [half for half in half_rows(picture, "left-10") if half < 2 * plot]
    assert worst < mean[0]
    assert worst < min(marks)
    assert min(band) <= mean[0] <= max(band)
    assert len(mean) == 1
    assert row == worst // 2 - 1


@settings(deadline=None)
@given(st.lists(st.integers(0, 100), min_size=12, max_size=12), st.integers(30, 72), st.integers(8, 21))
def test_marks_are_in_the_order_of_their_means(tenths: list[int], columns: int, rows: int) -> None:
    weeks = tuple(WeekMean(START + timedelta(weeks=n), 7, tenth / 10) for n, tenth in enumerate(tenths))
    picture = Picture(columns, rows)
    draw_worst_week(picture, WorstWeek(weeks), "left")
    every = max(2, min(5, (columns - 5) // 12))
    plot = place_of(picture, "17 Nov")[1]
    seen = quarters(picture)
    found = [
        next(row for row in range(2 * plot) if seen[row][2 * (5 + every * number)] == "muted") for number in range(12)
    ]
    for one, other in product(range(12), repeat=2):
        if tenths[one] > tenths[other]:
            assert found[one] <= found[other]


@pytest.mark.parametrize("size", SIZES)
def test_marks_without_a_name_are_explained_and_the_first_and_last_week_dated(size: tuple[int, int]) -> None:
    picture = Picture(*size)
    used = draw_worst_week(picture, WORST, "left")
    text = picture.text()
    for name in ("■ after it", "▄ by chance", "■ other weeks", "· too few mornings", "worst 7.4", "mean 7.1"):
        assert name in text
    dates = text.split("\n")[place_of(picture, "17 Nov")[1]]
    assert dates.split()[:2] == ["17", "Nov"]
    assert dates.endswith("2 Feb")
    assert place_of(picture, "17 Nov")[0] == 5
    assert used == picture.used_rows
    every = max(2, min(5, (size[0] - 5) // 12))
    assert picture.cells[place_of(picture, "17 Nov")[1]][5 + 11 * every].sign == "b"


def test_a_week_with_too_few_mornings_stands_in_the_lowest_line() -> None:
    picture = Picture(72, 15)
    draw_worst_week(picture, WORST, "left")
    assert picture.cells[place_of(picture, "17 Nov")[1] - 1][5].sign == "·"
    complete = WORST._replace(weeks=(WORST.weeks[1]._replace(mean=6.5), *WORST.weeks[1:]))
    picture = Picture(72, 15)
    draw_worst_week(picture, complete, "left")
    assert "·" not in picture.text()


@pytest.mark.parametrize("size", SIZES)
def test_both_slopes_are_seen_and_the_names_of_their_ends_stand_under_them(size: tuple[int, int]) -> None:
    picture = Picture(*size)
    used = draw_slopes(picture, MASSAGE, "left")
    first, last = place_of(picture, "this morning")[0], place_of(picture, "the next")[0] + len("the next") - 1
    for column in (first, last):
        assert half_rows(picture, "muted", column)[:1] < half_rows(picture, "left", column)[:1]
    assert not has_block(picture, first - 1, picture.rows // 2)
    rows = quarters(picture)[: 2 * used - 2]
    for role in ("left", "muted"):
        across = {column for cells in rows for column, cell in enumerate(cells[2 * first : 2 * last + 2])
                  if cell == role}  # fmt: skip
        assert across >= set(range(1, 2 * (last - first + 1) - 1)), "plotext leaves half a column at the ends"
    assert half_rows(picture, "left", first)[0] < half_rows(picture, "left", last)[0], "0.1 lower is seen"


def test_figures_in_one_row_are_parted_the_lower_one_below() -> None:
    for massage, others in ((5.4, 5.5), (5.5, 5.4), (5.4, 5.4)):
        picture = Picture(72, 4)
        draw_slopes(picture, Reactive(DayGroup(20, massage, 1.0), DayGroup(20, others, 9.0)), "left")
        rows = {name: place_of(picture, name)[1] for name in ("massage 5", "without 5")}
        assert (rows["massage 5"] < rows["without 5"]) == (massage > others) or massage == others
        assert rows["massage 5"] != rows["without 5"]


@pytest.mark.parametrize("size", SIZES)
def test_published_figures_are_marked_at_their_values_with_labels_clear_of_the_lines(size: tuple[int, int]) -> None:
    picture = Picture(*size)
    used = draw_courses(picture)
    top, bottom = place_of(picture, "100")[1], place_of(picture, "0 ──")[1]
    figures = picture.cells[used - 1]
    columns = {int(year): column for year, column in zip(
        (0, 1, 5, 10, 15), [at for at, cell in enumerate(figures) if cell.sign.isdigit()
                            and not figures[at - 1].sign.isdigit()], strict=True)}  # fmt: skip
    for year, share in (*HOSPITAL[1:], *GENERAL_PRACTICE[1:]):
        column = columns[int(year)] + (year >= 10)
        exact = 2 * top + 1 + (100 - share) / 100 * 2 * (bottom - top)
        marks = half_rows(picture, "text", column)
        assert any(abs(mark + 0.5 - exact) <= 0.5 for mark in marks), (year, share)
    for name in ("hospital: 80.5", " 50", " 45.6", " 44", "general practice: about 20"):
        column, row = place_of(picture, name) if name != " 50" else (columns[5] + 1, _row_beside(picture, columns[5]))
        around = picture.cells[row][column - (name[0] != " ") : column + len(name) + 1]
        assert "".join(cell.sign for cell in around).strip() == name.strip()


def _row_beside(picture: Picture, column: int) -> int:
    """Return the row of the figure at five years: there is another 50 at the axis."""
    lines = picture.text().split("\n")
    return next(row for row, line in enumerate(lines) if line[column + 1 : column + 5].strip() == "50")


def test_the_grid_of_mornings_has_its_first_and_last_day_and_a_key() -> None:
    days = [(START + timedelta(days=n), n % 11 > 0) for n in range(364)]
    gaps = Gaps(START, Share(330, 364), Share(7, 162), Share(16, 176))
    for columns, dates in ((72, "the last 52 weeks, 17 Nov 2025 to 15 Nov 2026"), (56, "17 Nov 2025 to 15 Nov 2026")):
        picture = Picture(columns, 15)
        draw_gaps(picture, gaps, days, "left")
        assert picture.text().split("\n")[4] == f"{dates}   ■ logged   · not logged"
    draw_gaps(picture := Picture(72, 15), gaps, [(day, True) for day, _ in days], "left")
    assert "· not" not in picture.text()


def test_texts_of_all_four_begin_together_and_are_parted_alike() -> None:
    for columns, rows in ((148, 44), (148, 54), (130, 38)):
        picture = Picture(columns, rows)
        draw_traps(picture, ENOUGH)
        lines = picture.text().split("\n")
        right = (columns - 6) // 2 + 6
        for left_text, right_text in (("The worst of", "Mornings of"), ("General practice (", "88 of 99")):
            row = next(row for row, line in enumerate(lines) if line.startswith(left_text))
            assert lines[row][right:].startswith(right_text)
        bodies = [
            next(row for row, line in enumerate(lines) if text in line)
            for text in ("Anything you", "They disagree", "The next mornings,", "2 in 100 more")
        ]
        blanks = [
            not lines[row - 1][:right].strip() if number < 2 else not lines[row - 1][right:].strip()
            for number, row in enumerate(bodies)
        ]
        assert len(set(blanks)) == 1


def test_beside_a_picture_its_text_begins_after_a_gap_and_fills_the_width() -> None:
    for panel in range(4):
        picture = Picture(114, 31)
        draw_traps(picture, ENOUGH, panel)
        start = panels(ENOUGH.traps, len(ENOUGH.observations.scores))[panel].beneath[0][:12]
        column, top = place_of(picture, start)
        end = max(at for line in picture.cells[top : top + 8] for at in range(column) if line[at].sign != " ")
        assert column - end - 1 <= 8 or panel != 0, "the first has lines as long as the picture is wide"
        text = [line[column:].rstrip() for line in picture.text().split("\n")[top : top + 8]]
        assert max(map(len, text)) > 44


@given(st.floats(0, 40), st.floats(0, 40), st.floats(1, 19), st.floats(1, 19))
def test_a_line_has_no_gaps_and_ends_at_its_points(left: float, width: float, before: float, after: float) -> None:
    layers, picture = Layers(41, 10, ()), Picture(41, 10)
    paint_line(layers, "muted", [(left, before), (left + width, after)])
    layers.draw_on(picture, 0, 0)
    painted = {
        (column, row) for row, cells in enumerate(quarters(picture)) for column, cell in enumerate(cells) if cell
    }
    columns = sorted({column for column, _ in painted})
    assert columns == [*range(columns[0], columns[-1] + 1)]
    for column in columns[1:]:
        here = [row for at, row in painted if at == column]
        last = [row for at, row in painted if at == column - 1]
        assert min(here) <= max(last) + 1
        assert max(here) >= min(last) - 1


def test_an_axis_has_its_ends_in_the_middle_of_rows() -> None:
    axis = Axis(5, 8, 10)
    assert isclose(axis.at(8), 1)
    assert isclose(axis.at(5), 19)
    assert (axis.half_row(8), axis.half_row(5), axis.row(7.4), axis.row(7.1)) == (0, 18, 2, 3)
    assert [axis.half_row(value) for value in (9, 4)] == [0, 18]


@settings(deadline=None)
@given(st.integers(1, 80), st.integers(1, 24), st.floats(0, 10), st.floats(0, 10), st.floats(-3, 3), st.floats(-3, 3))
def test_any_figures_at_any_size(columns: int, rows: int, one: float, other: float, low: float, high: float) -> None:
    picture = Picture(columns, rows)
    chance = ByChance(0.5, min(low, high), max(low, high))
    assert draw_worst_week(picture, WORST._replace(after_mean=other, chance=chance), "right") <= rows
    slopes = Reactive(DayGroup(20, one, other), DayGroup(20, other, other))
    assert draw_slopes(Picture(columns, rows), slopes, "left") <= rows
    assert draw_courses(Picture(columns, rows)) <= rows
