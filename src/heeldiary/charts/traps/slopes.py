"""The picture of reactive massage: the change to the next morning, with massage and without."""

from heeldiary.charts.layers import Layers
from heeldiary.charts.picture import Ink, Picture
from heeldiary.charts.traps.axis import AXIS_COLUMNS, GRID, Axis, paint_line
from heeldiary.domain.scales import HIGHEST, Foot
from heeldiary.domain.traps.traps import Reactive

_LABEL_COLUMNS = len("without 10.0") + 2
_FIGURE_COLUMNS = 7
_LEAST_POINTS = 0.6
"""The fewest points of the scale on the axis: less would make a tenth look like much."""
_MARGIN_POINTS = 0.1
_THIS, _NEXT = "this morning", "the next"


def draw_slopes(picture: Picture, trap: Reactive, foot: Foot) -> int:
    """Draw one line for days with massage and one for the others; return the rows used, 0 without enough days."""
    if not trap.enough:
        return 0
    groups = ((trap.others, "muted", "without"), (trap.massage, str(foot), "massage"))
    ends = [(group.this or 0, group.next or 0) for group, _, _ in groups]
    axis = _axis([figure for both in ends for figure in both], max(1, picture.rows - 1))
    left = AXIS_COLUMNS + _LABEL_COLUMNS
    columns = max(8, min(30, picture.columns - left - _FIGURE_COLUMNS))
    for figure, row in ((axis.highest, 0), (axis.lowest, axis.rows - 1)):
        picture.write_right(AXIS_COLUMNS - 1, row, f"{figure:.1f}", Ink("muted"))
    for row in range(axis.rows):
        picture.put(AXIS_COLUMNS, row, "│", GRID)
    layers = Layers(columns, axis.rows, ())
    for (_, role, _), (this, following) in zip(groups, ends, strict=True):
        paint_line(layers, role, [(0.0, axis.at(this)), (2.0 * columns - 0.5, axis.at(following))])
    layers.draw_on(picture, left, 0)
    starts, stops = (_apart(axis, [both[end] for both in ends]) for end in (0, 1))
    for (_, role, name), (this, following), start, stop in zip(groups, ends, starts, stops, strict=True):
        picture.write_right(left - 1, start, f"{name} {this:.1f}", Ink(role, bold=True))
        picture.write(left + columns + 1, stop, f"{following:.1f}", Ink(role, bold=True))
    if columns > len(_THIS) + len(_NEXT):
        picture.write(left, axis.rows, _THIS, Ink("faint"))
    else:
        picture.write_right(left + max(1, columns - len(_NEXT) - 1), axis.rows, _THIS, Ink("faint"))
    picture.write_right(left + columns, axis.rows, _NEXT, Ink("faint"))
    return min(picture.rows, axis.rows + 1)


def _axis(figures: list[float], rows: int) -> Axis:
    """Return the axis: as much of the scale as the figures need, in tenths."""
    span = max(_LEAST_POINTS, max(figures) - min(figures) + 2 * _MARGIN_POINTS)
    lowest = round(max(0.0, min(HIGHEST - span, (max(figures) + min(figures) - span) / 2)), 1)
    return Axis(lowest, round(max(min(HIGHEST, lowest + span), max(figures)), 1), rows)


def _apart(axis: Axis, figures: list[float]) -> list[int]:
    """Return the rows of two figures; if they share one, the lower figure goes below, or the higher above."""
    rows = [axis.row(figure) for figure in figures]
    if rows[0] == rows[1]:
        lower = 1 if figures[1] <= figures[0] else 0
        is_last = rows[lower] == axis.rows - 1
        rows[1 - lower if is_last else lower] += -1 if is_last else 1
    return rows
