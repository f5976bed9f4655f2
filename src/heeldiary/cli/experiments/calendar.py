"""The calendar of an experiment with its whole legend, in several lines where one is too short."""

from collections.abc import Iterator, Sequence

from heeldiary.charts.experiments.calendar import calendar_picture, calendar_rows
from heeldiary.charts.picture import Cell, Picture
from heeldiary.domain.experiments.result import Result

WIDEST = 100
"""The widest calendar, in columns; its legend fits one line."""

_GAP_COLUMNS = 3
"""The columns between two signs of the legend."""


def whole_calendar(result: Result, columns: int) -> Picture:
    """Return the calendar at a width, with every sign of the legend."""
    rows = calendar_rows(result.experiment, columns)
    picture = calendar_picture(result, columns, rows)
    wide = calendar_picture(result, WIDEST, calendar_rows(result.experiment, WIDEST))
    if picture.text().splitlines()[-1] == wide.text().splitlines()[-1]:
        return picture
    legend = [*_lines([*_parts(wide.cells[-1])], columns)]
    whole = Picture(columns, rows - 1 + len(legend))
    whole.cells[: rows - 1] = picture.cells[:-1]
    for row, line in enumerate(legend, rows - 1):
        for column, cell in enumerate(line):
            whole.put(column, row, *cell)
    return whole


def _parts(cells: Sequence[Cell]) -> Iterator[list[Cell]]:
    """Yield each sign of a legend with its meaning: what stands between gaps."""
    text = "".join(cell.sign for cell in cells).rstrip()
    start = 0
    for part in text.split(" " * _GAP_COLUMNS):
        yield [*cells[start : start + len(part)]]
        start += len(part) + _GAP_COLUMNS


def _lines(parts: Sequence[list[Cell]], columns: int) -> Iterator[list[Cell]]:
    """Yield lines of as many parts as fit."""
    line: list[Cell] = []
    for part in parts:
        if line and len(line) + _GAP_COLUMNS + len(part) > columns:
            yield line
            line = []
        line = [*line, *[Cell()] * (_GAP_COLUMNS if line else 0), *part]
    yield line
