"""The numeric rating scale 0-10 as a row of tiles, readable with and without colour."""

from typing import NamedTuple

from heeldiary.charts.picture import Ink, Picture
from heeldiary.domain.scales import HIGHEST, Foot


class Scale(NamedTuple):
    """A scale with tiles `tile` columns wide and `gap` columns between them."""

    tile: int
    gap: int = 0

    @property
    def columns(self) -> int:
        """The total width; the ten has two digits and may need an extra column."""
        return (self.tile + self.gap) * HIGHEST + self._last_tile

    @property
    def _last_tile(self) -> int:
        return self.tile + (self.gap > 0)

    def score_at(self, column: int) -> int | None:
        """Return the score of a column, from the scale's left end."""
        score, offset = divmod(column, self.tile + self.gap)
        if score >= HIGHEST:
            return HIGHEST if 0 <= column < self.columns else None
        return score if column >= 0 and offset < self.tile else None

    def draw(self, picture: Picture, column: int, row: int, score: int | None, foot: Foot) -> None:
        """Draw it. Tiles up to the score have their own shade, the score's tile the foot's full hue."""
        for value in range(HIGHEST + 1):
            left = column + value * (self.tile + self.gap)
            width = self._last_tile if value == HIGHEST else self.tile
            label = str(value).ljust(width) if self.tile < 3 else str(value).center(width)
            if score is None or value > score:
                ink = Ink("faint", "raised")
            elif value == score:
                ink = Ink(f"on-{foot}-{HIGHEST}", f"{foot}-{HIGHEST}", bold=True, underline=True)
            else:
                ink = Ink(f"on-{foot}-{value}", f"{foot}-{value}")
            picture.write(left, row, label, ink)
