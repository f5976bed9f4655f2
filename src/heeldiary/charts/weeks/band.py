"""The noise band behind a chart: a tinted area with dotted edges that show without colour."""

from collections.abc import Iterable

from heeldiary.charts.picture import Ink, Picture
from heeldiary.charts.weeks.frame import pixel

EDGE = "┄"
_EDGE = Ink("faint")


def draw_band(picture: Picture, columns: Iterable[int], top: int, rows: int, low: float, high: float) -> None:
    """Tint some columns of a 0-10 chart between two scores, and dot the edges."""
    first, last = (top + pixel(figure, rows) // 2 for figure in (high, low))
    for column in columns:
        for row in range(first, last + 1):
            picture.put(column, row, EDGE if row in (first, last) else " ", _EDGE._replace(back="band"))
