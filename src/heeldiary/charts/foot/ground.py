"""The foot without marks, in layers of dots: where it lies on the canvas, its outline, its inner lines, its tone."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache, reduce
from operator import or_
from typing import NamedTuple

from heeldiary.charts.foot.dots import Dot, DotPoint, Dots, trace
from heeldiary.charts.foot.outlines import Outline, Point, Shape, View, outline

_GRADES = (60, 95, 140)
"""The long sides, in dots, from which on strokes are heavier, toes open and marks drawn larger."""

_MARGIN_CELLS = 1
"""Empty dots around the drawing."""


class Place(NamedTuple):
    """Where a view lies on a canvas, in dots: its box is scaled, never stretched, and centred."""

    width: int
    height: int
    across: float
    """The width of the box."""
    up: float
    """The height of the box."""

    @classmethod
    def of(cls, seen: Outline, columns: int, rows: int) -> "Place":
        """The largest place for a view in so many cells."""
        width, height = 2 * columns, 4 * rows
        across = max(0.0, min(width - 1 - 2 * _MARGIN_CELLS, (height - 1 - 2 * _MARGIN_CELLS) / seen.aspect))
        return cls(width, height, across, across * seen.aspect)

    @property
    def size(self) -> float:
        """The long side of the box: it decides on detail and weight."""
        return max(self.across, self.up)

    @property
    def grade(self) -> int:
        """How much detail there is room for, 0-3: at 0 toes are solid and marks are single signs."""
        return bisect_right(_GRADES, self.size)

    def spot(self, point: Point) -> DotPoint:
        """Where a point of the view lies."""
        return (
            (self.width - 1 - self.across) / 2 + point[0] * self.across,
            (self.height - 1 - self.up) / 2 + (1 - point[1]) * self.up,
        )

    def dot(self, point: Point) -> Dot:
        """The dot nearest to a point of the view."""
        x, y = self.spot(point)
        return round(x), round(y)

    def curve(self, shape: Shape) -> list[DotPoint]:
        """Where a shape lies."""
        (left, top), across, up = self.spot((0.0, 1.0)), self.across, self.up
        return [(left + x * across, top + (1 - y) * up) for x, y in shape.curve]

    def dots(self, dots: Iterable[Dot] = ()) -> Dots:
        """The canvas with some dots."""
        return Dots.of(self.width, self.height, dots)

    def inside(self, shape: Shape) -> Dots:
        """What a closed shape holds."""
        return Dots.inside(self.width, self.height, self.curve(shape))

    def along(self, shape: Shape) -> Dots:
        """A line one dot wide along a shape."""
        return self.dots(trace(self.curve(shape)))

    def together(self, parts: Iterable[Dots]) -> Dots:
        """All dots of the parts."""
        return reduce(or_, parts, self.dots())


class Ground(NamedTuple):
    """The layers of a view, as its outline is drawn: the other foot is mirrored only when the cells are done."""

    seen: Outline
    place: Place
    skin: Dots
    line: Dots
    tone: Dots


class _Stroke(NamedTuple):
    """How heavily a rim is drawn."""

    dots: int
    """How wide; 0 for solid."""
    corners: bool = False
    """Whether its dots meet edge to edge, not only at their corners."""

    def around(self, filled: Dots) -> Dots:
        """The rim of what is filled: it has no gap and no doubled elbow, whatever the curve."""
        core = filled
        for _ in range(self.dots):
            core = core.worn(self.corners)
        return filled - core if self.dots else filled


_LIGHT, _SOLID = _Stroke(1), _Stroke(0)
_STROKES = (
    (_LIGHT, _SOLID),
    (_Stroke(1, True), _LIGHT),
    (_Stroke(2), _Stroke(1, True)),
    (_Stroke(2, True), _Stroke(2)),
)
"""Of the body and of the toes, which read best a step lighter, from the smallest drawing to the largest."""


@lru_cache(32)
def ground(view: View, columns: int, rows: int, plain: bool = False) -> Ground:
    """The layers of a view in so many cells; with `plain` fit for letters.

    Letters follow only a thin line, cannot keep two lines in neighbouring cells apart, and have no tone.
    """
    seen = outline(view)
    place = Place.of(seen, columns, rows)
    shown = [shape for shape in seen.shapes.values() if place.size >= shape.from_dots]
    skin, toes = _silhouette(shown, place, *((_LIGHT, _LIGHT) if plain else _STROKES[place.grade]))
    if seen.open_top:
        skin = skin.from_row(place.dot((0.0, 1.0))[1])
    line = place.together(place.along(shape) for shape in shown if shape.role == "line") - skin.grown()
    if plain:
        return Ground(seen, place, skin, line - skin.whole_cells().grown().whole_cells(), place.dots())
    soft = place.together(place.inside(shape) for shape in shown if shape.role in ("pad", "belly"))
    if place.grade:
        soft |= toes
    # Staggered: on a square grid a tone turns into a lattice.
    return Ground(seen, place, skin, line, soft.patterned(0b0001, 0b0100) - (skin | line).grown())


def _silhouette(shown: Sequence[Shape], place: Place, body: _Stroke, toe: _Stroke) -> tuple[Dots, Dots]:
    """The outline of body and toes, and what the toes hold. One empty dot parts them, or they would run into a mitten.

    The body comes first: after the toes, the webs between them would stick out as thorns.
    """
    filled = place.together(place.inside(shape).smooth() for shape in shown if shape.role == "skin")
    if place.grade:  # below, a tip of three dots is what is left of a curve
        filled = filled.pared()
    skin, toes = body.around(filled), place.dots()
    for shape in shown:
        if shape.role == "toe":
            held = (place.inside(shape).pared(sides=True) - (filled | toes).grown()).trimmed()
            skin, toes = skin | toe.around(held), toes | held
    edges = place.together(place.along(shape) for shape in shown if shape.role == "edge")
    return skin | edges, toes
