"""Visits of a course on the charts: a vertical line for each, and its number below."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta

from heeldiary.charts.picture import Ink, Picture
from heeldiary.charts.weeks.frame import CHART_MARGIN_COLUMNS, WeekColumn
from heeldiary.domain.days import Span

_LINE = Ink("bars")
_BLANK = " ┈"


def week_number(slot: WeekColumn, visits: Mapping[date, Sequence[int]]) -> str:
    """Return the label of a week with visits: `v3-4`, `v3+` or `3+`, or `v3` or `3` for one, whichever fits.

    It is "" if there are no visits, or no room.
    """
    numbers = {
        number for week in slot.weeks for n in range(7) for number in visits.get(week.start + timedelta(days=n), ())
    }
    if not numbers:
        return ""
    whole, first = format_visits(numbers), min(numbers)
    if len(f"v{whole}") < slot.width:
        return f"v{whole}"
    if len(numbers) == 1:
        return whole if len(whole) < slot.width else ""
    return next((sign for sign in (f"v{first}+", f"{first}+") if len(sign) <= slot.width), "")


def format_visits(numbers: Collection[int]) -> str:
    """Return the numbers of visits: `3`, `3-5`, or `1,4` for those of several courses."""
    first, last = min(numbers), max(numbers)
    if len({*numbers}) < last - first + 1:
        return ",".join(map(str, sorted({*numbers})))
    return str(first) if first == last else f"{first}-{last}"


def draw_day_visits(picture: Picture, top: int, rows: int, span: Span, visits: Mapping[date, Sequence[int]]) -> None:
    """Draw a line on each day with a visit, and the numbers two rows below the chart, where they fit."""
    placed = sorted(day for day in visits if span.first <= day <= span.last)
    if not placed:
        return
    days = (span.last - span.first).days + 1
    room = max(1, picture.columns - CHART_MARGIN_COLUMNS)
    together = max(1, -(-days // room))
    width = min(3, room // -(-days // together))
    free = 0
    for day in placed:
        column = CHART_MARGIN_COLUMNS + (day - span.first).days // together * width + (width - 1) // 2
        _line(picture, column, top, rows)
        numbers = format_visits(visits[day])
        text = numbers if free else f"v{numbers}"
        if column >= free and column + len(text) <= picture.columns:
            picture.write(column, top + rows + 1, text, Ink("muted"))
            free = column + len(text) + 1


def _line(picture: Picture, column: int, top: int, rows: int) -> None:
    for row in range(top, min(top + rows - 1, picture.rows)):
        if column < picture.columns:
            cell = picture.cells[row][column]
            if cell.sign in _BLANK and cell.ink.back is None:
                picture.put(column, row, "╎", _LINE)
