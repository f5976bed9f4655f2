"""The parts the traps' charts share: an axis in half rows, lines in quarter cells, labels that find a free place."""

from collections.abc import Iterable, Sequence
from math import ceil
from typing import NamedTuple

from heeldiary.charts.layers import Layers
from heeldiary.charts.picture import Ink, Picture
from heeldiary.charts.plot import lines

AXIS_COLUMNS = 4
"""The width of the figures at the left."""

GRID = Ink("line")
_GRID_SIGNS = "┈─"

Point = tuple[float, float]
"""A place on a chart: half columns from its left edge, half rows from its top edge."""


class Axis(NamedTuple):
    """A vertical axis: its ends lie in the middle of the first and of the last row."""

    lowest: float
    highest: float
    rows: int

    def at(self, value: float) -> float:
        """Return how far below the chart's top edge a value is, in half rows."""
        inside = min(self.highest, max(self.lowest, value))
        share = (self.highest - inside) / (self.highest - self.lowest)
        return round(1 + share * (2 * self.rows - 2), 6)

    def half_row(self, value: float) -> int:
        """Return the half row a value lies in, from the top; of two that it lies between, the upper one."""
        return _half_row(self.at(value))

    def row(self, value: float) -> int:
        """Return the row a value lies in, from the top."""
        return self.half_row(value) // 2


def paint_line(layers: Layers, role: str, points: Sequence[Point]) -> None:
    """Paint plotext's line through points; a point is in the middle of its quarter cell, half a one from its edges."""
    layers.paint_signs(role, lines(layers.columns, layers.rows, [[(x - 0.5, y - 0.5) for x, y in points]]))


def _half_row(edge: float) -> int:
    """Return the half row of a distance from the top edge; of two that it lies between, the upper one."""
    return max(0, ceil(round(edge, 6)) - 1)


def paint_mark(layers: Layers, role: str, column: int, half_row: int) -> None:
    """Paint a mark: one column wide and half a row high."""
    layers.paint(role, range(2 * column, 2 * column + 2), range(half_row, half_row + 1))


def write_beside(picture: Picture, rows: int, text: str, ink: Ink, spots: Iterable[tuple[int, int]]) -> None:
    """Write a label at the first spot (column, row) that is free, else on a surface, else on a grid line."""
    inside = [(column, row) for column, row in spots if 0 <= row < rows and 0 <= column <= picture.columns - len(text)]
    for passable, is_surface_free in (("", False), ("", True), (_GRID_SIGNS, True)):
        for column, row in inside:
            around = picture.cells[row][max(0, column - 1) : column + len(text) + 1]
            if all(cell.sign in f" {passable}" and (is_surface_free or not cell.ink.back) for cell in around):
                for offset in range(-(column > 0), len(text) + 1):
                    picture.put(column + offset, row, " ")
                picture.write(column, row, text, ink)
                return
    if inside:
        picture.write(*inside[0], text, ink)
