"""Scores 0-10 over time as blocks: half rows and half columns of a chart whose scores are equally far apart."""

import math
from collections import Counter
from collections.abc import Collection, Sequence
from typing import Protocol

from heeldiary.charts.layers import Layers
from heeldiary.charts.picture import Picture
from heeldiary.charts.weeks.frame import shade
from heeldiary.domain.scales import HIGHEST, Foot

_FAINTEST, _STRONGEST = 1, 7
"""The shades of the fewest and the most mornings."""
FEW, MANY = _FAINTEST + 1, _STRONGEST
"""The shades in a legend."""


class Place(Protocol):
    """Columns of the time axis."""

    @property
    def column(self) -> int:
        """The first."""

    @property
    def width(self) -> int:
        """How many."""


def chart_rows(room: int) -> int:
    """Return the height of a chart in at most `room` rows at which the scores are equally far apart."""
    return max(6, (room - 1) // 5 * 5 + 1)


class Blocks:
    """The layers of a chart, `rows` high as by `chart_rows`."""

    def __init__(self, left: int, columns: int, rows: int, foot: Foot, is_dense: bool) -> None:
        """In a dense chart the shade of a score says how many mornings had it, and whole cells are grounds."""
        shades = [shade(foot, score) for score in range(HIGHEST + 1)] if is_dense else []
        self._layers = Layers(columns, rows, ("raised", "band", *shades))
        self._left, self._rows, self._foot = left, rows, foot
        self._step = (2 * rows - 2) / HIGHEST
        """The half rows of a point."""
        self._tall = 3 if self._step >= 4 else 2 if self._step >= 3 else 1
        """The half rows of a block: scores side by side stay apart."""

    def at(self, score: float) -> int:
        """Return the half row of a score's middle, as the lines at 10, 5 and 0 show it.

        They are drawn in the middle of a row, a quarter of a row below its upper half.
        """
        exact = round((HIGHEST - min(float(HIGHEST), max(0.0, score))) * self._step, 6)
        return math.floor(exact) + 1 if self._tall == 3 else math.ceil(exact)

    def paint(self, role: str, place: Place, rows: range) -> None:
        """Paint half rows over all columns of a place."""
        first = 2 * (place.column - self._left)
        self._layers.paint(role, range(first, first + 2 * place.width), rows)

    def paint_ground(self, place: Place) -> None:
        """Paint what is selected: all rows, lighter."""
        self.paint("raised", place, range(2 * self._rows))

    def paint_block(self, place: Place, score: int, half_columns: int, role: str) -> None:
        """Paint a block in the middle of a place."""
        first = 2 * (place.column - self._left) + place.width - (half_columns + 1) // 2
        upper = self.at(score) - (self._tall == 3)
        self._layers.paint(role, range(first, first + half_columns), range(upper, upper + self._tall))

    def paint_shades(self, place: Place, scores: Collection[int], days: int) -> None:
        """Paint each score in a shade by its share of the mornings, or of half the days if those are more."""
        for score, mornings in Counter(scores).items():
            share = min(1.0, 2 * mornings / max(len(scores), days / 2))
            upper = round(self.at(score) - self._step / 2 + 0.5)
            strength = _FAINTEST + (_STRONGEST - _FAINTEST) * share**0.7
            self.paint(shade(self._foot, strength), place, range(upper, round(upper + self._step)))

    def paint_dashes(self, role: str, place: Place, row: int) -> None:
        """Paint every second column of a half row."""
        for column in range(0, place.width, 2):
            first = 2 * (place.column - self._left + column)
            self._layers.paint(role, range(first, first + 2), range(row, row + 1))

    def draw_on(self, picture: Picture, top: int) -> None:
        """Draw the chart."""
        self._layers.draw_on(picture, self._left, top)


def columns_of(places: Sequence[Place]) -> tuple[int, int]:
    """Return the first column of some places, and how many there are in all."""
    return places[0].column, places[-1].column + places[-1].width - places[0].column
