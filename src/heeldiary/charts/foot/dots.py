"""A bitmap of braille dots, two by four in a cell, with operations on whole rows."""

import math
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, reduce
from itertools import pairwise
from operator import or_
from typing import NamedTuple

Dot = tuple[int, int]
"""Column and row of a dot, from the top left."""
DotPoint = tuple[float, float]
"""A point, in dots right of and below the centre of the top left dot."""


class Dots(NamedTuple):
    """A set of dots on a canvas: one number for each row, whose bit n is the dot in column n."""

    width: int
    rows: tuple[int, ...]

    @classmethod
    def of(cls, width: int, height: int, dots: Iterable[Dot] = ()) -> "Dots":
        """Return a canvas with some dots; those outside are ignored."""
        rows = [0] * height
        for x, y in dots:
            if 0 <= x < width and 0 <= y < height:
                rows[y] |= 1 << x
        return cls(width, tuple(rows))

    @classmethod
    def inside(cls, width: int, height: int, curve: Sequence[DotPoint]) -> "Dots":
        """Return the dots with centres inside a closed curve (even-odd rule)."""
        crossings: list[list[float]] = [[] for _ in range(height)]
        x0, y0 = curve[-1]
        for x1, y1 in curve:
            first, end = math.ceil(min(y0, y1)), math.ceil(max(y0, y1))
            if first < end:
                slope = (x1 - x0) / (y1 - y0)
                for y in range(max(0, first), min(height, end)):
                    crossings[y].append(x0 + (y - y0) * slope)
            x0, y0 = x1, y1
        return cls(width, tuple(_fill_between(sorted(xs), width) if xs else 0 for xs in crossings))

    def __bool__(self) -> bool:
        return any(self.rows)

    def __or__(self, other: "Dots") -> "Dots":
        return Dots(self.width, tuple(a | b for a, b in zip(self.rows, other.rows, strict=True)))

    def __and__(self, other: "Dots") -> "Dots":
        return Dots(self.width, tuple(a & b for a, b in zip(self.rows, other.rows, strict=True)))

    def __sub__(self, other: "Dots") -> "Dots":
        return Dots(self.width, tuple(a & ~b for a, b in zip(self.rows, other.rows, strict=True)))

    @property
    def number(self) -> int:
        """The number of dots."""
        return sum(row.bit_count() for row in self.rows)

    def has(self, dot: Dot) -> bool:
        """Whether a dot is set."""
        x, y = dot
        return 0 <= y < len(self.rows) and x >= 0 and self.rows[y] >> x & 1 == 1

    def dilated(self) -> "Dots":
        """Return the dots with all their neighbours, including diagonal ones."""
        full = (1 << self.width) - 1
        wide = [(row | row << 1 | row >> 1) & full for row in self.rows]
        return Dots(self.width, tuple(a | b | c for a, b, c in zip((0, *wide), wide, (*wide[1:], 0), strict=False)))

    def eroded(self, corners: bool = False) -> "Dots":
        """Return only the dots with all four neighbours, or with `corners` all eight.

        Shapes are assumed to continue beyond the top and bottom: a leg cut off there gets no edge.
        """
        narrow = [row & row << 1 & row >> 1 for row in self.rows]
        beside = narrow if corners else self.rows
        above, below = (*beside[:1], *beside), (*beside[1:], *beside[-1:])
        return Dots(self.width, tuple(a & b & c for a, b, c in zip(above, narrow, below, strict=False)))

    def smoothed(self) -> "Dots":
        """Return only the dots of full three-by-three squares, which removes spikes from curves."""
        return self.eroded(corners=True).dilated() & self

    def trimmed(self) -> "Dots":
        """Return only the dots with at least two of their four neighbours.

        This is gentler than `smoothed`, which makes toes square.
        """
        rows = self.rows
        trimmed = []
        for above, row, below in zip((0, *rows), rows, (*rows[1:], 0), strict=False):
            left, right = row << 1, row >> 1
            trimmed.append(row & (above & below | left & right | (above | below) & (left | right)))
        return Dots(self.width, tuple(trimmed))

    def without_tips(self, sides: bool = False) -> "Dots":
        """Return the dots without an outermost row under a third of the next.

        With `sides`, also without an outermost column under half of its neighbour.
        A curve that just reaches one more row leaves a bump of a few dots there.
        """
        rows = list(self.rows)
        for order in range(len(rows)), reversed(range(len(rows))):
            tip = [y for y in order if rows[y]][:2]
            if len(tip) == 2 and 3 * rows[tip[0]].bit_count() < rows[tip[1]].bit_count():
                rows[tip[0]] = 0
        used = reduce(or_, rows, 0) if sides else 0
        first, last = used & -used, 1 << used.bit_length() >> 1
        for outer, inner in (first, first << 1), (last, last >> 1):
            if 2 * sum(row & outer > 0 for row in rows) < sum(row & inner > 0 for row in rows):
                rows = [row & ~outer for row in rows]
        return Dots(self.width, tuple(rows))

    def shifted(self, x: int) -> "Dots":
        """Return the dots moved by some columns to the right; negative to the left."""
        full = (1 << self.width) - 1
        return Dots(self.width, tuple((row << x if x > 0 else row >> -x) & full for row in self.rows))

    def patterned(self, *pattern_rows: int) -> "Dots":
        """Return only the dots on a repeating pattern: each argument is one row of it, as four bits."""
        repeated = sum(1 << x for x in range(0, self.width, 4))
        masks = [row * repeated for row in pattern_rows]
        return Dots(self.width, tuple(row & masks[y % len(masks)] for y, row in enumerate(self.rows)))

    def without_rows_above(self, top: int) -> "Dots":
        """Return the dots without the rows above `top`."""
        return Dots(self.width, tuple(row if y >= top else 0 for y, row in enumerate(self.rows)))

    def whole_cells(self) -> "Dots":
        """Return all eight dots of each cell that has any, as a cell has only one colour."""
        lefts = sum(1 << x for x in range(0, self.width, 2))
        rows: list[int] = []
        for a, b, c, d in zip(*(self.rows[y::4] for y in range(4)), strict=True):
            either = a | b | c | d
            left = (either | either >> 1) & lefts
            rows += [left | left << 1] * 4
        return Dots(self.width, tuple(rows))

    def cells(self, row: int) -> list[int]:
        """Return one row of cells, each as its eight Unicode braille bits."""
        a, b, c, d = self.rows[4 * row : 4 * row + 4]
        bits = _braille_bits()
        return [
            bits[a >> x & 3 | (b >> x & 3) << 2 | (c >> x & 3) << 4 | (d >> x & 3) << 6]
            if (a | b | c | d) >> x & 3
            else 0
            for x in range(0, self.width, 2)
        ]


def trace(curve: Sequence[DotPoint]) -> list[Dot]:
    """Return the dots along a curve, in order, one wide, without gaps or repeats."""
    path: list[Dot] = []
    for start, end in pairwise(curve):
        for x, y in _line_dots(start, end):
            if (x, y) in path[-2:]:
                continue
            if len(path) > 1 and abs(x - path[-2][0]) < 2 and abs(y - path[-2][1]) < 2:
                path.pop()
            path.append((x, y))
    return path


def disc(centre: Dot, radius: float) -> Iterator[Dot]:
    """Return the dots of a filled circle."""
    return _annulus(centre, 0.0, radius)


def ring(centre: Dot, radius: float) -> Iterator[Dot]:
    """Return the dots within 0.4 of a circle's outline; within 0.5 the ring would look square."""
    return _annulus(centre, radius - 0.4, radius + 0.4)


def _annulus(centre: Dot, nearest: float, furthest: float) -> Iterator[Dot]:
    x, y = centre
    reach = range(-math.floor(furthest), math.floor(furthest) + 1)
    return ((x + dx, y + dy) for dy in reach for dx in reach if nearest <= math.hypot(dx, dy) <= furthest)


def _line_dots(start: DotPoint, end: DotPoint) -> Iterator[Dot]:
    (x0, y0), (x1, y1) = start, end
    steps = math.ceil(max(abs(x1 - x0), abs(y1 - y0), 1.0))
    return ((round(x0 + (x1 - x0) * at / steps), round(y0 + (y1 - y0) * at / steps)) for at in range(steps + 1))


def _fill_between(crossings: Sequence[float], width: int) -> int:
    """Return one row, filled between each pair of crossings."""
    row = 0
    for start, end in zip(crossings[::2], crossings[1::2], strict=True):
        first, last = max(0, math.ceil(start)), min(width - 1, math.floor(end))
        if first <= last:
            row |= (2 << last) - (1 << first)
    return row


@cache
def _braille_bits() -> tuple[int, ...]:
    """Return the Unicode braille bits of each of the 256 sets of eight dots, numbered row by row."""
    order = (0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80)
    return tuple(sum(bit for at, bit in enumerate(order) if dots >> at & 1) for dots in range(256))
