"""A ruler of points below and above zero, for differences with their plausible range."""

from math import ceil
from typing import NamedTuple

from heeldiary.charts.picture import Ink, Picture

LEAST_POINTS, MOST_POINTS = 2, 5
"""Where a ruler ends: it reaches as far as what is drawn on it, within these bounds."""
_LABEL_COLUMNS = 4
"""The least distance between two numbers."""


class Difference(NamedTuple):
    """A difference in points, with its plausible range; `clear` if the range leaves out zero."""

    low: float
    value: float
    high: float
    clear: bool


class Ruler(NamedTuple):
    """A ruler with zero in the middle, from `points` below to `points` above; its width is odd."""

    column: int
    width: int
    points: int = LEAST_POINTS

    @classmethod
    def reaching(cls, furthest: float, column: int, width: int) -> "Ruler":
        """Return the ruler that reaches a distance from zero, if it is within the bounds."""
        return cls(column, width - (width % 2 == 0), min(MOST_POINTS, max(LEAST_POINTS, ceil(furthest))))

    @property
    def last(self) -> int:
        """The last column."""
        return self.column + self.width - 1

    @property
    def ticks(self) -> range:
        """The whole points."""
        return range(-self.points, self.points + 1)

    def at(self, points: float) -> int:
        """Return the column of a difference; the end for one beyond it."""
        inside = min(self.points, max(-self.points, points))
        return self.column + round((inside + self.points) / (2 * self.points) * (self.width - 1))

    def draw_numbers(self, picture: Picture, row: int) -> None:
        """Write the whole points, every second one if they are close."""
        step = 1 if self.at(1) - self.at(0) >= _LABEL_COLUMNS else 2
        for points in self.ticks:
            if points % step == 0:
                picture.write_centred(
                    self.at(points), row, f"{points:+} ".replace("-", "−") if points else "0", Ink("muted")
                )

    def draw_line(self, picture: Picture, row: int) -> None:
        """Draw the ruler itself, with a tick at each whole point."""
        picture.write(self.column, row, "─" * self.width, Ink("line"))
        for points in self.ticks:
            picture.put(self.at(points), row, "┴" if points else "┼", Ink("line" if points else "muted"))

    def draw_range(self, picture: Picture, row: int, what: Difference, ink: Ink) -> None:
        """Draw a difference in its range, heavier if it is clear; an arrow where the range goes on beyond the ruler."""
        left, stroke, right, mark = "┣━┫●" if what.clear else "├─┤○"
        for column in range(self.at(what.low), self.at(what.high) + 1):
            picture.put(column, row, stroke, ink)
        for points, sign in ((what.low, left), (what.high, right), (what.value, mark)):
            if abs(points) <= self.points:
                picture.put(self.at(points), row, sign, ink)
        if what.low < -self.points:
            picture.put(self.column, row, "◂", ink)
        if what.high > self.points:
            picture.put(self.last, row, "▸", ink)
