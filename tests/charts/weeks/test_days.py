"""The layout of days: every day once, in order, weeks apart where there is room."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from heeldiary.charts.weeks.days import day_columns
from heeldiary.charts.weeks.frame import CHART_MARGIN_COLUMNS
from heeldiary.domain.days import Span


@given(st.integers(0, 6), st.integers(1, 400), st.integers(20, 200))
def test_every_day_has_its_place_within_the_columns(start: int, days: int, columns: int) -> None:
    first = date(2026, 8, 31) + timedelta(days=start)
    span = Span(first, first + timedelta(days=days - 1))
    laid = day_columns(span, columns)
    assert [day for place in laid for day in place.days] == span.days()
    assert laid[0].column == CHART_MARGIN_COLUMNS
    assert laid[-1].column + laid[-1].width <= columns
    for before, after in pairwise(laid):
        gap = after.column - before.column - before.width
        assert gap == 0 if after.days[0].weekday() else 0 <= gap <= 2


def test_twelve_weeks_stand_apart_where_there_is_room() -> None:
    span = Span(date(2026, 8, 31), date(2026, 11, 22))
    for columns, gap in ((88, 0), (98, 0), (99, 1), (110, 2), (150, 2)):
        laid = day_columns(span, columns)
        assert {place.width for place in laid} == {1}
        assert laid[7].column - laid[6].column - 1 == gap, columns
