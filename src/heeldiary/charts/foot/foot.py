"""The picture of the foot: where to press, what is done, where it hurts, in braille or ASCII."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple, get_args

from heeldiary.charts.foot.dots import Dots
from heeldiary.charts.foot.glyphs import braille_signs, hatch_signs, mirrored, solid_signs, stroke_signs
from heeldiary.charts.foot.ground import Ground, Place, ground
from heeldiary.charts.foot.marks import Drawn, Mark, MarkState, MarkStyle, draw_marks
from heeldiary.charts.foot.outlines import View, outline
from heeldiary.charts.foot.sore_areas import draw_cursor, draw_sores
from heeldiary.charts.picture import Cell, Ink, Picture
from heeldiary.domain.scales import Foot

__all__ = ["Mark", "MarkState", "View", "foot_picture", "target_cell"]

_SMALLEST = 24
"""The least long side of a drawing, in dots; a smaller one would be a blot."""
_LOOKS: tuple[MarkStyle, ...] = get_args(MarkStyle)


def foot_picture(
    view: View,
    foot: Foot,
    columns: int,
    rows: int,
    marks: Sequence[Mark] = (),
    pulse: float = 0.0,
    braille: bool = True,
    *,
    sore: Collection[str] = (),
    cursor: str | None = None,
) -> Picture:
    """Return a foot as large as fits, with the marks of this view.

    The areas in `sore` are hatched, with a cross in each; the area at the `cursor` is between brackets.

    `pulse`, 0-1, is the size of an active mark; three or four steps are enough. Without `braille` the foot is drawn in
    ASCII. With too little room the picture is empty.
    """
    picture = Picture(columns, rows)
    ground_map = ground(view, columns, rows, plain=not braille)
    if ground_map.place.size < _SMALLEST:
        return picture
    picture.cells = [list(cells) for cells in _unmarked(view, foot, columns, rows, braille)]
    ordered = sorted(marks, key=lambda mark: _LOOKS.index(mark.state))
    drawn = draw_marks(ground_map, ordered, pulse, plain=not braille)
    drawn = [
        *draw_sores(ground_map, sore, drawn, plain=not braille),
        *drawn,
        *draw_cursor(ground_map, cursor, plain=not braille),
    ]
    touched = sorted({row for mark in drawn for row in mark.rows})
    for row, cells in zip(touched, _painted(ground_map, foot, drawn, touched, braille), strict=True):
        picture.cells[row] = cells
    return picture


def target_cell(view: View, foot: Foot, columns: int, rows: int, target: str) -> tuple[int, int]:
    """Return column and row of a target's point, or of the middle of a group of points.

    Raises KeyError if the view does not show the target.
    """
    seen = outline(view)
    points = [seen.targets[name].point for name in seen.members(target)]
    if not points:
        raise KeyError(target)
    across, up = (sum(coordinates) / len(points) for coordinates in zip(*points, strict=True))
    x, y = Place.of(seen, columns, rows).dot((across, up))
    column = x // 2
    return (column if foot == seen.drawn_as else columns - 1 - column), y // 4


class _Layer(NamedTuple):
    """Dots of one colour, and the function that turns each row into characters."""

    dots: Dots
    ink: Ink
    signs: Callable[[Sequence[int]], str]


@lru_cache(32)
def _unmarked(view: View, foot: Foot, columns: int, rows: int, braille: bool) -> tuple[tuple[Cell, ...], ...]:
    """Return the rows of a picture without marks, to copy."""
    ground_map = ground(view, columns, rows, plain=not braille)
    return tuple(map(tuple, _painted(ground_map, foot, (), range(rows), braille)))


def _painted(
    ground_map: Ground, foot: Foot, drawn: Sequence[Drawn], rows: Iterable[int], braille: bool
) -> Iterator[list[Cell]]:
    """Return rows of a picture, mirrored for the other foot.

    Mirroring cells, not curves before rounding, keeps left and right equal to the dot.
    """
    layers = _layers(ground_map, foot, drawn, braille)
    for row in rows:
        cells = [Cell()] * (ground_map.place.width // 2)
        for dots, ink, signs in layers:
            for column, sign in enumerate(signs(dots.cells(row))):
                if sign != " ":
                    cells[column] = Cell(sign, ink)
        for mark in drawn:
            if mark.at[1] // 4 == row:
                for column, sign in enumerate(mark.sign, mark.at[0] // 2 - len(mark.sign) // 2):
                    if sign != " ":
                        cells[column] = Cell(sign, _ink(mark, foot))
        yield cells if foot == ground_map.seen.drawn_as else mirrored(cells)


def _layers(ground_map: Ground, foot: Foot, drawn: Sequence[Drawn], braille: bool) -> list[_Layer]:
    """Return the layers, the weakest first: a cell has one colour, and tone or marks must not colour the outline."""
    together = ground_map.place.together
    cleared = together(mark.cleared for mark in drawn)
    line, tone = ground_map.line - cleared, ground_map.tone - cleared
    skin = ground_map.skin | (line & ground_map.skin.whole_cells())
    hand, marking = (braille_signs, braille_signs) if braille else (stroke_signs, solid_signs)
    hatching = braille_signs if braille else hatch_signs
    painted = [_Layer(tone, Ink("line"), hand), _Layer(line, Ink("faint"), hand)]
    for look in _LOOKS:
        alike = [mark for mark in drawn if mark.look == look]
        if alike:
            dots = together(mark.dots for mark in alike)
            painted.append(_Layer(dots, _ink(alike[0], foot), hatching if look == "sore" else marking))
    return [*painted, _Layer(skin, Ink("muted"), hand)]


def _ink(mark: Drawn, foot: Foot) -> Ink:
    roles: dict[MarkStyle, str] = {"sore": foot, "todo": "faint", "done": foot, "active": "accent", "here": "accent"}
    return Ink(roles[mark.look], bold=mark.bold)
