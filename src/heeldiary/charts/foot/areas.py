"""Areas by pointer and arrow keys: the area of a cell, and the neighbours of an area."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Literal

from heeldiary.charts.foot.dots import Dots
from heeldiary.charts.foot.ground import Place
from heeldiary.charts.foot.outlines import VIEWS, View, outline
from heeldiary.domain.areas import AREAS
from heeldiary.domain.scales import Foot

Direction = Literal["up", "down", "left", "right"]
"""The direction of an arrow key on the screen."""

_LINES: Mapping[View, tuple[tuple[str, ...], ...]] = {
    "sole": (("toes",), ("ball",), ("hollow",), ("arch",), ("heel-inner", "heel-centre", "heel-outer")),
    "side_inner": (("achilles",), ("heel-back", "heel-inner", "arch", "ball")),
    "side_outer": (("achilles",), ("heel-back", "heel-outer")),
    "calf": (("calf-inner", "calf-outer"), ("achilles",), ("heel-back",)),
}
"""The spots of each view as arrows read them: lines from the top, each in the direction in which x grows.

Of two neighbouring lines one has a single area, so a step up or down can always go to the first.
"""

_BEST: tuple[View, ...] = ("sole", "calf", *VIEWS)
"""The views, the main ones first; these two show every area."""

_REACH_CELLS = 8
"""The distance in dots at which an area is still meant: four columns, two rows."""


def areas_in_view(view: View) -> tuple[str, ...]:
    """Return the areas in a view, from the toes up to the calf."""
    return tuple(name for name in AREAS if name in outline(view).spots)


def view_for(spot: str) -> View:
    """Return the best view of an area. Raises KeyError for an unknown area."""
    return next(view for view in _BEST if AREAS[spot].name in outline(view).spots)


def area_cell(view: View, foot: Foot, columns: int, rows: int, spot: str) -> tuple[int, int]:
    """Return column and row of an area's centre. Raises KeyError if the view does not show it."""
    seen = outline(view)
    x, y = Place.of(seen, columns, rows).dot(seen.spots[spot].point)
    return _turned(x // 2, view, foot, columns), y // 4


def area_at(view: View, foot: Foot, columns: int, rows: int, column: int, row: int) -> str | None:
    """Return the area of a cell: the one drawn there, else the nearest, else None."""
    if not (0 <= column < columns and 0 <= row < rows):
        return None
    x, y = 2 * _turned(column, view, foot, columns), 4 * row
    cell = Dots.of(2 * columns, 4 * rows, [(x + right, y + down) for right in range(2) for down in range(4)])
    for _ in range(_REACH_CELLS + 1):
        covered = {spot: (area & cell).number for spot, area in _areas(view, columns, rows).items()}
        if any(covered.values()):
            return max(covered, key=covered.__getitem__)
        cell = cell.dilated()
    return None


def neighbour(view: View, foot: Foot, spot: str, direction: Direction) -> str:
    """Return the area in an arrow's direction, or the same one if there is none."""
    lines = _LINES[view]
    at = next(number for number, line in enumerate(lines) if spot in line)
    if direction in ("left", "right"):
        step = 1 if (direction == "right") == (foot == outline(view).drawn_as) else -1
        target = lines[at].index(spot) + step
        return lines[at][target] if 0 <= target < len(lines[at]) else spot
    target = at + (1 if direction == "down" else -1)
    return lines[target][0] if 0 <= target < len(lines) else spot


def _turned(column: int, view: View, foot: Foot, columns: int) -> int:
    """Return a column mirrored for the other foot, and back."""
    return column if foot == outline(view).drawn_as else columns - 1 - column


@lru_cache(8)
def _areas(view: View, columns: int, rows: int) -> Mapping[str, Dots]:
    """Return the dots each area of a view covers."""
    seen = outline(view)
    place = Place.of(seen, columns, rows)
    return {
        name: place.together(place.inside(seen.shapes[shape]) for shape in seen.spots[name].area)
        for name in areas_in_view(view)
    }
