"""The foot without marks, in layers of dots: its outline, inner lines and tone."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache, reduce
from operator import or_
from typing import NamedTuple

from heeldiary.charts.foot.dots import Dot, DotPoint, Dots, trace
from heeldiary.charts.foot.outlines import Outline, Point, Shape, View, outline

_GRADES = (60, 95, 140)
"""The long sides, in dots, from which strokes are heavier, toes open and marks larger."""

_MARGIN_CELLS = 1
"""Empty dots around the drawing."""


class Place(NamedTuple):
    """The position of a view on a canvas, in dots: scaled evenly and centred."""

    width: int
    height: int
    across: float
    """The width of the box."""
    up: float
    """The height of the box."""

    @classmethod
    def of(cls, seen: Outline, columns: int, rows: int) -> "Place":
        """Return the largest position of a view at a size."""
        width, height = 2 * columns, 4 * rows
        across = max(0.0, min(width - 1 - 2 * _MARGIN_CELLS, (height - 1 - 2 * _MARGIN_CELLS) / seen.aspect))
        return cls(width, height, across, across * seen.aspect)

    @property
    def size(self) -> float:
        """The long side of the box, which decides detail and stroke."""
        return max(self.across, self.up)

    @property
    def grade(self) -> int:
        """The level of detail, 0-3: at 0 toes are solid and marks are single characters."""
        return bisect_right(_GRADES, self.size)

    def spot(self, point: Point) -> DotPoint:
        """Return the position of a point."""
        return (
            (self.width - 1 - self.across) / 2 + point[0] * self.across,
            (self.height - 1 - self.up) / 2 + (1 - point[1]) * self.up,
        )

    def dot(self, point: Point) -> Dot:
        """Return the dot nearest to a point."""
        x, y = self.spot(point)
        return round(x), round(y)

    def curve(self, shape: Shape) -> list[DotPoint]:
        """Return the positions of a shape."""
        (left, top), across, up = self.spot((0.0, 1.0)), self.across, self.up
        return [(left + x * across, top + (1 - y) * up) for x, y in shape.curve]

    def dots(self, dots: Iterable[Dot] = ()) -> Dots:
        """Return the canvas with some dots."""
        return Dots.of(self.width, self.height, dots)

    def inside(self, shape: Shape) -> Dots:
        """Return the dots inside a closed shape."""
        return Dots.inside(self.width, self.height, self.curve(shape))

    def along(self, shape: Shape) -> Dots:
        """Return a line one dot wide along a shape."""
        return self.dots(trace(self.curve(shape)))

    def together(self, parts: Iterable[Dots]) -> Dots:
        """All dots of the parts."""
        return reduce(or_, parts, self.dots())


class Ground(NamedTuple):
    """The layers of a view as outlined; the other foot is mirrored later, by cells."""

    seen: Outline
    place: Place
    skin: Dots
    line: Dots
    tone: Dots


class _Stroke(NamedTuple):
    """The stroke of a rim."""

    dots: int
    """The width; 0 for solid."""
    corners: bool = False
    """Whether dots meet at their edges, not only at corners."""

    def around(self, filled: Dots) -> Dots:
        """Return the rim of filled dots, without gaps or doubled corners."""
        core = filled
        for _ in range(self.dots):
            core = core.eroded(self.corners)
        return filled - core if self.dots else filled


_LIGHT, _SOLID = _Stroke(1), _Stroke(0)
_STROKES = (
    (_LIGHT, _SOLID),
    (_Stroke(1, True), _LIGHT),
    (_Stroke(2), _Stroke(1, True)),
    (_Stroke(2, True), _Stroke(2)),
)
"""The strokes of the body and the toes (a step lighter), from the smallest drawing to the largest."""


@lru_cache(32)
def ground(view: View, columns: int, rows: int, plain: bool = False) -> Ground:
    """Return the layers of a view at a size; with `plain`, for ASCII.

    ASCII can follow only thin lines, cannot separate lines in neighbouring cells, and has no tone.
    """
    seen = outline(view)
    place = Place.of(seen, columns, rows)
    shown = [shape for shape in seen.shapes.values() if place.size >= shape.from_dots]
    skin, toes = _silhouette(shown, place, *((_LIGHT, _LIGHT) if plain else _STROKES[place.grade]))
    if seen.open_top:
        skin = skin.without_rows_above(place.dot((0.0, 1.0))[1])
    line = place.together(place.along(shape) for shape in shown if shape.role == "line") - skin.dilated()
    if plain:
        return Ground(seen, place, skin, line - skin.whole_cells().dilated().whole_cells(), place.dots())
    soft = place.together(place.inside(shape) for shape in shown if shape.role in ("pad", "belly"))
    if place.grade:
        soft |= toes
    # Staggered: a square grid would look like a lattice.
    return Ground(seen, place, skin, line, soft.patterned(0b0001, 0b0100) - (skin | line).dilated())


def _silhouette(shown: Sequence[Shape], place: Place, body: _Stroke, toe: _Stroke) -> tuple[Dots, Dots]:
    """Return the outline of body and toes, and the toes' inside. One empty dot separates the toes.

    The body comes first: after the toes, the webs between them would stick out.
    """
    filled = place.together(place.inside(shape).smoothed() for shape in shown if shape.role == "skin")
    if place.grade:  # below this, a curve ends in a tip of three dots
        filled = filled.without_tips()
    skin, toes = body.around(filled), place.dots()
    for shape in shown:
        if shape.role == "toe":
            held = (place.inside(shape).without_tips(sides=True) - (filled | toes).dilated()).trimmed()
            skin, toes = skin | toe.around(held), toes | held
    edges = place.together(place.along(shape) for shape in shown if shape.role == "edge")
    return skin | edges, toes
