"""The months beside a long range: their bars, and what is left out where there is less room."""

from datetime import date, timedelta

import pytest

from heeldiary.charts.picture import Ink, Picture
from heeldiary.charts.weeks.months import draw_by_month

FIRST = date(2026, 8, 1)
SCORES = {FIRST + timedelta(days=number): 5 if number < 31 else 10 for number in range(61)}


def drawn(columns: int, rows: int = 12, selected: date = FIRST) -> Picture:
    picture = Picture(40, rows)
    draw_by_month(picture, 0, rows, columns, SCORES, "left", selected)
    return picture


@pytest.mark.parametrize(("columns", "bars"), [(16, (3, 6)), (20, (5, 10)), (24, (4, 9)), (27, (6, 12)), (35, (6, 12))])
def test_a_bar_is_as_long_as_the_mean_and_a_ten_fills_its_room(columns: int, bars: tuple[int, int]) -> None:
    lines = drawn(columns).text().splitlines()
    assert [line.count("█") for line in lines[2:4]] == [pytest.approx(bar, abs=0.5) for bar in bars]
    assert lines[0].index("By month") == 40 - min(27, columns)
    assert ("mornings" in lines[0]) == (columns >= 24)
    assert (lines[2].split()[-1] == "31") == (columns >= 24), "the number of mornings, where there is room for it"


def test_nothing_is_drawn_where_a_bar_would_be_a_stub() -> None:
    assert drawn(15).text().strip() == ""


def test_the_month_of_the_selected_week_stands_out() -> None:
    picture = drawn(20, selected=date(2026, 9, 7))
    assert [picture.cells[row][20].ink for row in (2, 3)] == [Ink("muted"), Ink("text", bold=True)]
    assert picture.cells[3][30].ink == Ink("left")


def test_the_last_months_are_shown_where_not_all_fit() -> None:
    assert drawn(20, rows=3).text().split()[2:5] == ["2026", "Sep", "10.0"]
    assert drawn(20, rows=4).text().split()[2:4] == ["2026", "Aug"]
    assert drawn(20, rows=2).text().split() == ["By", "month"]


@pytest.mark.parametrize(
    ("rows", "shown"),
    [(7, ["2025", "Nov", "Dec", "2026", "Jan", "Feb"]), (6, ["2025", "Dec", "2026", "Jan", "Feb"]),
     (5, ["2026", "Jan", "Feb"]), (4, ["2026", "Jan", "Feb"]), (3, ["2026", "Feb"])],
)  # fmt: skip
def test_each_year_stands_above_its_first_month(rows: int, shown: list[str]) -> None:
    picture = Picture(40, 12)
    months = [date(2025, 11, 3), date(2025, 12, 3), date(2026, 1, 3), date(2026, 2, 3)]
    draw_by_month(picture, 0, rows, 20, dict.fromkeys(months, 5), "left", FIRST)
    assert [line.split()[0] for line in picture.text().splitlines()[1:] if line.strip()] == shown
