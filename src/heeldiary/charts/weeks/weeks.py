"""First-step pain by week on 0-10: the mean as a line, median and range as marks, gaps as gaps."""

from collections.abc import Mapping, Sequence
from datetime import date

from heeldiary.charts.picture import Ink, Picture
from heeldiary.charts.plot import lines
from heeldiary.charts.weeks.band import draw_band
from heeldiary.charts.weeks.frame import (
    MARGIN_COLUMNS,
    WeekColumn,
    column_of_week,
    draw_grid,
    draw_half,
    draw_span,
    pixel,
)
from heeldiary.domain.change.change import NoiseBand
from heeldiary.domain.scales import Foot

_NARROW_COLUMNS = 3
"""Below this width a column has no room for medians and marks: the ranges become a ribbon behind the line."""


def draw_weeks(
    picture: Picture,
    top: int,
    rows: int,
    laid: Sequence[WeekColumn],
    foot: Foot,
    selected: date,
    bands: Mapping[date, NoiseBand],
) -> None:
    """Draw the chart. With an odd number of rows, 5 is in the middle of one.

    A week with its own column has its noise band behind it.
    """
    end = laid[-1].column + laid[-1].width if laid else MARGIN_COLUMNS
    for slot in laid:
        band = bands.get(slot.week.start) if len(slot.weeks) == 1 else None
        if band is not None:
            draw_band(picture, range(slot.column, slot.column + slot.width), top, rows, band.low, band.high)
    draw_grid(picture, top, rows, end)
    for slot in laid:
        _draw_range(picture, top, rows, slot)
    _draw_line(picture, top, rows, laid, foot)
    for slot in laid:
        if slot.width >= _NARROW_COLUMNS:
            _draw_median(picture, top, rows, slot)
        if slot.width >= _NARROW_COLUMNS or slot is column_of_week(laid, selected) or not slot.week.enough:
            _draw_mean(picture, top, rows, slot, foot, slot is column_of_week(laid, selected))


def legend(foot: Foot) -> list[tuple[str, Ink, str]]:
    """Return the legend."""
    return [
        ("▀▀▀", Ink(foot), "mean"),
        ("━", Ink("muted"), "median"),
        ("┃", Ink("range"), "lowest to highest"),
        ("○", Ink(foot), "under 4 mornings"),
        ("·", Ink("muted"), "none"),
    ]


def _draw_range(picture: Picture, top: int, rows: int, slot: WeekColumn) -> None:
    week = slot.week
    if week.lowest is None or week.highest is None:
        picture.put(slot.middle, top + rows - 2, "·", Ink("muted"))
        return
    first, last = pixel(week.highest, rows), pixel(week.lowest, rows)
    if week.enough:
        draw_span(picture, slot.middle, top, first, last, "range")
    else:
        for row in range(first // 2, last // 2 + 1):
            picture.put(slot.middle, top + row, "┊", Ink("range"))


def _draw_line(picture: Picture, top: int, rows: int, laid: Sequence[WeekColumn], foot: Foot) -> None:
    """Draw the line of means, broken where a week is missing or has too few mornings."""
    runs: list[list[tuple[float, float]]] = [[]]
    for slot in laid:
        week = slot.week
        if week.mean is None or not week.enough:
            runs.append([])
        else:
            runs[-1].append((2 * (slot.middle - MARGIN_COLUMNS) + 0.5, pixel(week.mean, rows)))
    columns = laid[-1].column + laid[-1].width - MARGIN_COLUMNS if laid else 0
    for row, signs in enumerate(lines(columns, rows, [run for run in runs if len(run) > 1])):
        for column, sign in enumerate(signs):
            if sign != " ":
                picture.put(MARGIN_COLUMNS + column, top + row, sign, Ink(foot))


def _draw_median(picture: Picture, top: int, rows: int, slot: WeekColumn) -> None:
    """Draw the median left and right of the range, if the line leaves room."""
    median = slot.week.median
    if median is None:
        return
    row = top + pixel(median, rows) // 2
    for column in (slot.middle - 1, slot.middle + 1):
        if row < picture.rows and column < picture.columns and picture.cells[row][column].sign in " ┈─┄":
            picture.put(column, row, "━", Ink("muted"))


def _draw_mean(picture: Picture, top: int, rows: int, slot: WeekColumn, foot: Foot, is_selected: bool) -> None:
    week = slot.week
    if week.mean is None:
        return
    at = pixel(week.mean, rows)
    if week.enough:
        draw_half(picture, slot.middle, top, at, Ink("accent" if is_selected else f"{foot}-10", bold=True))
    else:
        picture.put(slot.middle, top + at // 2, "○", Ink("accent" if is_selected else foot, bold=is_selected))
