"""Areas of the foot: hatched, with a cross, where it hurts; in brackets if selected. No colour is needed."""

import math
from collections.abc import Collection, Sequence

from heeldiary.charts.foot.dots import Dot, Dots, disc
from heeldiary.charts.foot.ground import Ground
from heeldiary.charts.foot.marks import Drawn, area_of
from heeldiary.charts.foot.outlines import Target
from heeldiary.domain.areas import AREAS

CROSS, PLAIN_CROSS = "✕", "*"
"""The mark of a sore area, and its ASCII form. It is not U+00D7, which some terminals draw two cells wide."""
BRACKETS = "[ ]"

_HATCH = (0b0001, 0b0010, 0b0100, 0b1000)
"""Diagonals, four dots apart."""


def draw_sores(ground: Ground, spots: Collection[str], marks: Sequence[Drawn], plain: bool) -> list[Drawn]:
    """Draw the sore areas of the view. They leave room for the marks, which say what to do now.

    Raises KeyError for an unknown area.
    """
    place, hurting = ground.place, {AREAS[name].name for name in spots}
    middles = place.dots(mark.at for mark in marks if mark.sign or not mark.wide)
    taken = place.together([middles, *(mark.cleared for mark in marks if not mark.wide)]).whole_cells()
    hidden = place.together(mark.cleared for mark in marks)
    drawn = []
    for name, spot in ground.seen.spots.items():
        if name in hurting:
            area, at = area_of(ground, spot), _cross_dot(ground, spot, taken, middles.dilated().dilated())
            hatch = (area if plain else area.patterned(*_HATCH)) - hidden - place.dots(disc(at, place.grade))
            drawn.append(Drawn("sore", hatch, area.dilated(), at, PLAIN_CROSS if plain else CROSS, bold=True))
            hidden |= area.dilated()  # separates it from the next
    return drawn


def draw_cursor(ground: Ground, spot: str | None, plain: bool) -> list[Drawn]:
    """Draw the selected area, if in this view: its rim, and brackets around its centre.

    Raises KeyError for an unknown area.
    """
    if spot is None or AREAS[spot].name not in ground.seen.spots:
        return []
    place, target = ground.place, ground.seen.spots[spot]
    rim = nothing = place.dots()
    # no room for a rim in ASCII or in small drawings; toes already have an outline
    if place.grade and not plain and all(ground.seen.shapes[name].role != "toe" for name in target.area):
        area = area_of(ground, target)
        rim = area - area.eroded()
    return [Drawn("here", rim, rim.dilated(), _cross_dot(ground, target, nothing, nothing), BRACKETS, bold=True)]


def _cross_dot(ground: Ground, spot: Target, taken: Dots, beside: Dots) -> Dot:
    """Return the dot for an area's cross: the free one nearest its middle, or the middle if none is free.

    It is in the shape at the middle or, if a mark fills that, next to it and outside all areas.
    Cells `beside` a mark come last: brackets around the mark would hide the cross.
    """
    place, seen, outline = ground.place, ground.seen, ground.skin.whole_cells()
    own = place.inside(seen.shapes[spot.area[0]]).whole_cells() - outline
    if place.grade and own and not own - taken:
        body = place.together(place.inside(shape) for shape in seen.shapes.values() if shape.role == "skin")
        spots = place.together(place.inside(seen.shapes[name]) for other in seen.spots.values() for name in other.area)
        own = body.whole_cells() - outline - spots.whole_cells()
    free = own - taken - beside.whole_cells() or own - taken
    x, y = place.dot(spot.point)
    dots = [
        (column, row)
        for row in range(y % 4, place.height, 4)
        for column in range(x % 2, place.width, 2)
        if free.has((column, row))
    ]
    return min(dots, key=lambda dot: math.dist(dot, (x, y)), default=(x, y))
