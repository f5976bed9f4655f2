"""From dots to characters, a row of cells at a time: braille, or ASCII for terminals without it."""

from collections.abc import Sequence
from functools import cache

from heeldiary.charts.picture import Cell

_BRAILLE = 0x2800
_LEFT, _RIGHT = (0x01, 0x02, 0x04, 0x40), (0x08, 0x10, 0x20, 0x80)
"""A cell's dots from the top down, as bits of its braille character."""


def braille_signs(cells: Sequence[int]) -> str:
    """Return braille, with a space for no dots.

    The braille character for no dots, U+2800, would be found by searches and screen readers. A space also ends a run of
    braille, which exported pictures would stretch as one.
    """
    return "".join([chr(_BRAILLE + dots) if dots else " " for dots in cells])


def stroke_signs(cells: Sequence[int]) -> str:
    """Return the letter of a thin line through each cell. Leftover dots of neighbouring strokes are dropped."""
    letters = _strokes()
    signs = []
    for dots, left, right in zip(cells, (0, *cells), (*cells[1:], 0), strict=False):
        left_over = dots.bit_count() == 1 and max(left.bit_count(), right.bit_count()) > 2
        signs.append(" " if left_over else letters[dots])
    return "".join(signs)


def solid_signs(cells: Sequence[int]) -> str:
    """Return `@` in every cell that is more than half full."""
    return "".join(["@" if dots.bit_count() > 4 else " " for dots in cells])


def hatch_signs(cells: Sequence[int]) -> str:
    """Return `:` in every cell that is more than half full."""
    return solid_signs(cells).replace("@", ":")


def mirrored(cells: Sequence[Cell]) -> list[Cell]:
    """Return a mirrored row: dots and strokes turn, ticks and letters do not."""
    turned = _mirror()
    return [Cell(turned.get(sign, sign), ink) for sign, ink in reversed(cells)]


@cache
def _mirror() -> dict[str, str]:
    braille = {chr(_BRAILLE + dots): chr(_BRAILLE + _turned(dots)) for dots in range(256)}
    return braille | {"/": "\\", "\\": "/", "(": ")", ")": "(", "[": "]", "]": "["}


def _turned(dots: int) -> int:
    """Return a cell with swapped columns: three bits each, and one each for the last row."""
    return (dots & 0x07) << 3 | dots >> 3 & 0x07 | (dots & 0x40) << 1 | dots >> 1 & 0x40


@cache
def _strokes() -> tuple[str, ...]:
    return tuple(_stroke(dots) for dots in range(256))


def _stroke(dots: int) -> str:
    left = [y for y, bit in enumerate(_LEFT) if dots & bit]
    right = [y for y, bit in enumerate(_RIGHT) if dots & bit]
    heights = sorted(left + right)
    if not heights:
        return " "
    middle = sum(heights) / len(heights)
    if len(heights) > 5:
        return "#"
    if not (left and right):
        return "|" if len(heights) > 2 else "'" if middle < 1.5 else "."
    falls = sum(right) / len(right) - sum(left) / len(left)
    if heights[-1] - heights[0] > 1:
        return "\\" if falls >= 1 else "/" if falls <= -1 else "|"
    return "'" if middle < 1 else "-" if middle <= 2 else "_"
