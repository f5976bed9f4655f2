"""Large digits, readable across a room, drawn in half blocks."""

from functools import lru_cache
from typing import NamedTuple

from heeldiary.charts.picture import PLAIN, Ink, Picture

_SEGMENTS = {
    "0": "abcdef",
    "1": "bc",
    "2": "abged",
    "3": "abgcd",
    "4": "fgbc",
    "5": "afgcd",
    "6": "afgecd",
    "7": "abc",
    "8": "abcdefg",
    "9": "abcdfg",
}
"""The seven strokes of each digit: a on top, then clockwise b c d e f, and g across the middle."""

_HALVES = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}


class _Shape(NamedTuple):
    """The dimensions of a digit in square pixels: a cell is one wide and two high."""

    width: int
    upright: int
    """The width of a vertical stroke."""
    bar: int
    """The height of a horizontal stroke."""
    corner: int
    """How much of a corner is cut off."""


_SHAPES = {
    3: _Shape(5, 1, 1, 0),
    5: _Shape(7, 2, 2, 1),
    7: _Shape(9, 3, 2, 1),
    9: _Shape(12, 3, 3, 1),
    13: _Shape(17, 4, 4, 2),
}
"""By the digit's height in rows."""

HEIGHTS = tuple(_SHAPES)
"""The heights, in rows, that digits can have."""

_GAP = {3: 1, 5: 2, 7: 3, 9: 3, 13: 4}


def digits_width(text: str, rows: int) -> int:
    """Return the width of a text of digits, `:` and `.`."""
    return sum(_width(sign, rows) for sign in text) + _GAP[rows] * max(0, len(text) - 1)


def big_digits(text: str, rows: int, ink: Ink = PLAIN) -> Picture:
    """Return a text of digits, `:` and `.` in large digits of a height (one of HEIGHTS)."""
    picture = Picture(digits_width(text, rows), rows)
    column = 0
    for sign in text:
        for row, line in enumerate(_drawn(sign, rows)):
            for offset, half in enumerate(line):
                if half == "█":
                    # A space with a background has no seams in any font.
                    picture.put(column + offset, row, " ", ink._replace(back=ink.fore))
                elif half != " ":
                    picture.put(column + offset, row, half, ink)
        column += _width(sign, rows) + _GAP[rows]
    return picture


def tallest(rows: int) -> int:
    """Return the tallest height that fits; 0 if none does."""
    return max((height for height in HEIGHTS if height <= rows), default=0)


def _width(sign: str, rows: int) -> int:
    shape = _SHAPES[rows]
    if sign in ":.":
        return shape.upright
    return shape.upright + shape.bar if sign == "1" else shape.width


@lru_cache(256)
def _drawn(sign: str, rows: int) -> tuple[str, ...]:
    """Return the rows of a character in half blocks."""
    lit = _dots(sign, rows) if sign in ":." else _strokes(sign, rows)
    return tuple(
        "".join(_HALVES[(x, 2 * row) in lit, (x, 2 * row + 1) in lit] for x in range(_width(sign, rows)))
        for row in range(rows)
    )


def _dots(sign: str, rows: int) -> set[tuple[int, int]]:
    """Return the pixels of a colon or a point."""
    size, height = _SHAPES[rows].upright, 2 * rows
    tops = (height // 3 - size // 2, height - height // 3 - (size + 1) // 2) if sign == ":" else (height - size,)
    return {(x, top + y) for top in tops for x in range(size) for y in range(size)}


def _strokes(sign: str, rows: int) -> set[tuple[int, int]]:
    """Return the pixels of a digit."""
    shape, height, width = _SHAPES[rows], 2 * rows, _width(sign, rows)
    # The upper half is smaller, as in print.
    middle = (height - shape.bar) // 2 - (shape.bar < 3 and rows > 3)
    lit: set[tuple[int, int]] = set()
    for segment in _SEGMENTS[sign]:
        if segment in "adg":
            top = {"a": 0, "g": middle, "d": height - shape.bar}[segment]
            lit |= {(x, top + y) for x in range(width) for y in range(shape.bar)}
        else:
            left = width - shape.upright if segment in "bc" else 0
            top, bottom = (0, middle + shape.bar) if segment in "bf" else (middle, height)
            lit |= {(left + x, y) for x in range(shape.upright) for y in range(top, bottom)}
    if sign == "1":
        return lit | {(x, y) for x in range(shape.bar) for y in range(shape.bar)}
    return lit - _cut_corners(sign, shape, width, height)


def _cut_corners(sign: str, shape: _Shape, width: int, height: int) -> set[tuple[int, int]]:
    """Return the outer pixels to cut off where two strokes meet at a corner."""
    segments = _SEGMENTS[sign]
    cut = set()
    for level, upright, right, bottom in (("a", "f", 0, 0), ("a", "b", 1, 0), ("d", "e", 0, 1), ("d", "c", 1, 1)):
        if level in segments and upright in segments:
            for x in range(shape.corner):
                for y in range(shape.corner - x):
                    cut.add((width - 1 - x if right else x, height - 1 - y if bottom else y))
    return cut
