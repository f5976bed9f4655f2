"""What the person began, on the weekly chart: a dotted line from the day on, with its name at the top."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from itertools import product

from heeldiary.charts.picture import Ink, Picture, cut, width_of
from heeldiary.charts.weeks.blocks import columns_of
from heeldiary.charts.weeks.frame import WeekColumn, column_of_week, is_free
from heeldiary.domain.days import monday
from heeldiary.domain.weeks.weeks import Event

_NAME_COLUMNS = (24, 16, 10)
"""The most columns of a name, and where there is no room for it the next ones."""

_INK = Ink("muted")


def draw_events(picture: Picture, top: int, rows: int, laid: Sequence[WeekColumn], events: Sequence[Event]) -> None:
    """Draw each event where nothing but the grid is drawn; a name takes the highest row that has room for it."""
    placed = [(event, slot) for event in events if (slot := column_of_week(laid, monday(event.day)))]
    lines = [(_column(slot, event.day), event.name) for event, slot in placed]
    free_rows = range(top, top + rows - 1)
    named = {row: set[int]() for row in free_rows}
    for column, name in lines:
        others = {other for other, _ in lines} - {column}
        row, cells = _write_name(picture, named, column, laid, name, others)
        named[row].update(cells)
    for column, _ in lines:
        for row in free_rows:
            if is_free(picture, column, row) and column not in named[row]:
                picture.put(column, row, "┊", _INK)


def _column(slot: WeekColumn, day: date) -> int:
    """Return a day's column in that of its week."""
    return slot.column + (day - slot.weeks[0].start).days * slot.width // (7 * len(slot.weeks))


def _write_name(
    picture: Picture,
    named: Mapping[int, Collection[int]],
    column: int,
    laid: Sequence[WeekColumn],
    name: str,
    lines: Collection[int],
) -> tuple[int, range]:
    """Write a name beside its column in the first free row, and return the row and the cells.

    It is to the right if it can, is rather across another event's line than cut, and is left out where nothing is free.
    `named` has the cells of each row with other names.
    """
    left, columns = columns_of(laid)
    for most, kept, row, is_right in product(_NAME_COLUMNS, (lines, ()), named, (True, False)):
        label = cut(name, most)
        width = width_of(label)
        first = column + 1 if is_right else column - width
        around = range(first - 1, first + width + 1)  # with a blank or the line on both sides
        if left <= first <= left + columns - width and all(
            is_free(picture, at, row) and at not in kept and at not in named[row] for at in around
        ):
            picture.write(first, row, label, _INK)
            return row, range(first, first + width)
    return min(named, default=0), range(0)
