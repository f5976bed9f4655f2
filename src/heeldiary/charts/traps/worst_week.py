"""The picture of the first weeks: the worst one, the mean of the weeks after it, and what chance alone does."""

from collections.abc import Sequence
from math import ceil, floor

from heeldiary.charts.layers import Layers
from heeldiary.charts.picture import Ink, Picture
from heeldiary.charts.traps.axis import AXIS_COLUMNS, GRID, Axis, paint_mark, write_beside
from heeldiary.charts.traps.legend import LegendItem, draw_legend, legend_lines
from heeldiary.domain.days import MONTHS
from heeldiary.domain.scales import HIGHEST, Foot
from heeldiary.domain.traps.traps import WeekMean, WorstWeek

_LEAST_PLOT_ROWS = 4
_LEAST_POINTS = 2
"""The fewest points of the scale on the axis."""
_WIDEST_WEEK_COLUMNS = 5
_UNIT = "one mark a week, its mean"


def draw_worst_week(picture: Picture, trap: WorstWeek, foot: Foot) -> int:
    """Draw the first weeks, on the part of the scale they need; return the rows used, 0 if there is nothing to draw."""
    if not any(week.mean is not None for week in trap.weeks):
        return 0
    every = max(2, min(_WIDEST_WEEK_COLUMNS, (picture.columns - AXIS_COLUMNS - 1) // len(trap.weeks)))
    columns = [AXIS_COLUMNS + 1 + every * number for number in range(len(trap.weeks))]
    legend = legend_lines(_legend(trap, foot), picture.columns - AXIS_COLUMNS - 1)
    spare = max(1, picture.rows - _LEAST_PLOT_ROWS - 1)
    legend = legend[:spare]
    axis = _axis(trap, max(1, picture.rows - 1 - len(legend)))
    _draw_grid(picture, axis, columns[-1] + every)
    _draw_marks(picture, axis, trap, foot, columns)
    _draw_figures(picture, axis, trap, columns)
    _draw_dates(picture, axis.rows, trap.weeks, columns)
    draw_legend(picture, AXIS_COLUMNS + 1, axis.rows + 1, legend)
    return min(picture.rows, axis.rows + 1 + len(legend))


def _axis(trap: WorstWeek, room: int) -> Axis:
    """Return the axis: whole points, with room above the highest mark, equally many rows to a point if they fit."""
    values = [week.mean for week in trap.weeks if week.mean is not None]
    if (band := _band(trap)) is not None:
        values += band
    highest = min(HIGHEST, floor(max(values)) + 1)
    lowest = max(0, min(floor(min(values)), highest - _LEAST_POINTS))
    highest = max(highest, ceil(lowest + _LEAST_POINTS))
    each = (room - 1) // (highest - lowest)
    return Axis(lowest, highest, each * (highest - lowest) + 1 if each else room)


def _band(trap: WorstWeek) -> tuple[float, float] | None:
    """Return the means the weeks after the worst have by chance, lowest first."""
    if trap.worst is None or trap.chance is None or not trap.after:
        return None
    worst = trap.weeks[trap.worst].mean or 0
    return max(0.0, worst - trap.chance.high), min(float(HIGHEST), worst - trap.chance.low)


def _draw_grid(picture: Picture, axis: Axis, end: int) -> None:
    """Draw a line at each point of the scale, or only at both ends if they do not fit."""
    points = range(int(axis.lowest), int(axis.highest) + 1)
    for score in points if axis.rows >= len(points) else (points[0], points[-1]):
        row = round(axis.at(score)) // 2
        picture.write_right(AXIS_COLUMNS - 1, row, str(score), Ink("muted"))
        picture.write(AXIS_COLUMNS, row, ("─" if score == axis.lowest else "┈") * max(0, end - AXIS_COLUMNS), GRID)


def _draw_marks(picture: Picture, axis: Axis, trap: WorstWeek, foot: Foot, columns: Sequence[int]) -> None:
    layers = Layers(picture.columns, axis.rows, ("band",))
    after = [columns[number] for number in trap.after]
    over = range(after[0] - 1, after[-1] + 2) if after else range(0)
    halves = range(2 * over.start, 2 * over.stop)
    if (band := _band(trap)) is not None:
        layers.paint("band", halves, range(axis.half_row(band[1]), axis.half_row(band[0]) + 1))
    if after and trap.after_mean is not None:
        line = axis.half_row(trap.after_mean)
        layers.paint(foot, halves, range(line, line + 1))
    for number, (week, column) in enumerate(zip(trap.weeks, columns, strict=True)):
        if week.mean is not None:
            role = "text" if number == trap.worst else f"{foot}-10" if number in trap.after else "muted"
            paint_mark(layers, role, column, axis.half_row(week.mean))
    layers.draw_on(picture, 0, 0)
    for week, column in zip(trap.weeks, columns, strict=True):
        if week.mean is None:  # a gap in the lowest line, so that nobody takes it for a score
            picture.put(column, axis.rows - 1, "·", Ink("muted"))
    for value in band or ():  # the edges show where there is no colour
        for column in over:
            row = axis.row(value)
            if column < picture.columns and picture.cells[row][column].sign in " ┈─":
                picture.put(column, row, "┄", Ink("band", "band"))


def _draw_figures(picture: Picture, axis: Axis, trap: WorstWeek, columns: Sequence[int]) -> None:
    """Write the worst week's mean, and that of the weeks after it, each beside its mark."""
    if trap.worst is None or trap.after_mean is None or not trap.after:
        return
    mean = trap.weeks[trap.worst].mean or 0
    middle = (columns[trap.after[0]] + columns[trap.after[-1]]) // 2
    for name, value, column in (("worst", mean, columns[trap.worst]), ("mean", trap.after_mean, middle)):
        text, row = f"{name} {value:.1f}", axis.row(value)
        shifts = (0, -1, 1, -2, 2, -3, 3, -4, 4)
        rows = (row - 1, row + 1, row - 2, row + 2, row - 3, row + 3)
        spots = [(max(AXIS_COLUMNS, column - len(text) // 2 + shift), at) for at in rows for shift in shifts]
        write_beside(picture, axis.rows, text, Ink("text", bold=True), spots)


def _draw_dates(picture: Picture, row: int, weeks: Sequence[WeekMean], columns: Sequence[int]) -> None:
    """Write the first and the last week's Monday under their marks, and between them what a mark is."""
    first, last = (f"{week.start.day} {MONTHS[week.start.month - 1][:3]}" for week in (weeks[0], weeks[-1]))
    picture.write(columns[0], row, first, Ink("muted"))
    left, right = columns[0] + len(first), columns[-1] + 1 - len(last)
    if right > left:
        picture.write(right, row, last, Ink("muted"))
    if right - left >= len(_UNIT) + 2:
        picture.write(left + (right - left - len(_UNIT)) // 2, row, _UNIT, Ink("faint"))


def _legend(trap: WorstWeek, foot: Foot) -> list[LegendItem]:
    """Return the marks that are drawn and have no name beside them, with their meanings."""
    found = trap.worst is not None and bool(trap.after)
    items = [
        (found, LegendItem("■", Ink(f"{foot}-10"), "after it")),
        (_band(trap) is not None, LegendItem("▄", Ink("band", "band"), "by chance")),
        (
            any(week.mean is not None and number != trap.worst and number not in trap.after
                for number, week in enumerate(trap.weeks)),
            LegendItem("■", Ink("muted"), "other weeks" if found else "week"),
        ),
        (any(week.mean is None for week in trap.weeks), LegendItem("·", Ink("muted"), "too few mornings")),
    ]  # fmt: skip
    return [item for is_drawn, item in items if is_drawn]
