"""A legend: what each mark of a chart means, in as many rows as it needs."""

from collections.abc import Sequence
from typing import NamedTuple

from heeldiary.charts.picture import Ink, Picture

_GAP_COLUMNS = 3


class LegendItem(NamedTuple):
    """A mark and its meaning."""

    sign: str
    ink: Ink
    name: str


def legend_lines(items: Sequence[LegendItem], columns: int) -> list[list[LegendItem]]:
    """Return the items in lines of at most some columns."""
    lines: list[list[LegendItem]] = []
    used = 0
    for item in items:
        width = _GAP_COLUMNS + 2 + len(item.name)
        if not lines or used + width > columns:
            lines.append([])
            used = -_GAP_COLUMNS
        lines[-1].append(item)
        used += width
    return lines


def draw_legend(picture: Picture, left: int, top: int, lines: Sequence[Sequence[LegendItem]]) -> None:
    """Draw the lines of a legend below each other."""
    for row, items in enumerate(lines, top):
        column = left
        for item in items:
            picture.put(column, row, item.sign, item.ink)
            picture.write(column + 2, row, item.name, Ink("faint"))
            column += 2 + len(item.name) + _GAP_COLUMNS
