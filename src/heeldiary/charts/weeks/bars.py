"""What was logged besides pain, as bars below the weeks: minutes of massage, activity, sitting, and steps."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from heeldiary.charts.picture import Ink, Picture
from heeldiary.charts.weeks.frame import WeekColumn, column_of_week
from heeldiary.domain.weeks.weeks import Week

_EIGHTHS = " ▁▂▃▄▅▆▇"
_TALLEST_EIGHTHS = 6
"""Of a load in one row: the rows stay apart."""
_FREE_EIGHTHS = 2
"""Above the highest bar, so that it stays apart from what is above."""
_WIDEST_BAR_COLUMNS = 9
_FIGURE_COLUMNS = 6
"""The least width of a week with a figure beside its bar."""


class Series(NamedTuple):
    """A kind of load."""

    name: str
    value: Callable[[Week], int | None]
    """The amount in minutes or steps; None if nothing was logged."""
    short: Callable[[int, int], str]
    """The figure of an amount in a number of columns: rounded further if it does not fit, at most four characters."""


def _hours(minutes: int, columns: int) -> str:
    if minutes < 100:
        return f"{minutes}m"
    hours, rest = divmod(minutes, 60)
    exact = f"{hours}h{rest:02}" if rest else f"{hours}h"
    return exact if len(exact) <= columns else f"{hours + (rest >= 30)}h"


def _thousands(steps: int, columns: int) -> str:
    if steps < 1000:
        return str(steps)
    thousands, hundreds = divmod((steps + 50) // 100, 10)
    fine = f"{thousands}.{hundreds}k" if hundreds else f"{thousands}k"
    return fine if len(fine) <= columns else f"{(steps + 500) // 1000}k"


SERIES = (
    Series("Massage", lambda week: week.massage_minutes or None, _hours),
    Series("Active", lambda week: week.load.activity_minutes, _hours),
    Series("Steps", lambda week: week.load.steps, _thousands),
    Series("Sitting", lambda week: week.load.sitting_minutes, _hours),
)
"""The series, in order. Figures: minutes up to 99, then hours and minutes; steps in thousands."""


def draw_bars(
    picture: Picture, top: int, rows: int, laid: Sequence[WeekColumn], series: Series, selected: date, figures: bool
) -> None:
    """Draw a series, its highest bar filling the rows; `figures` go into the last row."""
    bar_rows = rows - figures
    values = [series.value(slot.week) for slot in laid]
    highest = max((value for value in values if value), default=0)
    picture.write(0, top + bar_rows - 1, series.name, Ink("muted"))
    selected_column = column_of_week(laid, selected)
    for slot, value in zip(laid, values, strict=True):
        ink = Ink("text" if slot is selected_column else "bars")
        if value is None:
            picture.put(slot.middle, top + bar_rows - 1, "·", Ink("faint"))
        else:
            _draw_bar(picture, slot, top, bar_rows, value / highest if highest else 0, ink)
        if figures and value is not None and slot.width >= 4:
            below = Ink("text", bold=True) if slot is selected_column else Ink("faint")
            picture.write_centred(slot.middle, top + rows - 1, series.short(value, slot.width - 1), below)


def draw_load_row(
    picture: Picture, row: int, laid: Sequence[WeekColumn], series: Series, selected: date, figures: bool
) -> None:
    """Draw a series in one row, never touching the row above: a bar for each week, and its figure if there is room."""
    values = [series.value(slot.week) for slot in laid]
    highest = max((value for value in values if value), default=0)
    selected_column = column_of_week(laid, selected)
    for slot, value in zip(laid, values, strict=True):
        is_selected, has_figure = slot is selected_column, figures and slot.width >= _FIGURE_COLUMNS
        if value is None:
            picture.put(slot.middle, row, "·", Ink("faint"))
            continue
        eighths = max(1, round(_TALLEST_EIGHTHS * value / highest)) if highest else 1
        first = slot.middle - 3 if slot.width > _WIDEST_BAR_COLUMNS else slot.column + (slot.width > _FIGURE_COLUMNS)
        width = 2 if has_figure else max(1, slot.width - (slot.width > 2))
        picture.write(first, row, _EIGHTHS[eighths] * width, Ink("text" if is_selected else "bars"))
        if has_figure:
            ink = Ink("text", bold=True) if is_selected else Ink("faint")
            picture.write(first + 3, row, series.short(value, slot.width - 4), ink)


def _draw_bar(picture: Picture, slot: WeekColumn, top: int, rows: int, share: float, ink: Ink) -> None:
    """Draw a bar, to the nearest eighth of a row; even 0 gets one eighth."""
    eighths = max(1, round(share * (rows * 8 - _FREE_EIGHTHS)))
    width = min(_WIDEST_BAR_COLUMNS, max(1, slot.width - (slot.width > 2)))
    left = slot.column if slot.width <= _WIDEST_BAR_COLUMNS else slot.middle - width // 2
    columns = range(left, left + width)
    for row in range(rows):
        filled = eighths - 8 * (rows - 1 - row)
        for column in columns:
            if filled >= 8:
                picture.put(column, top + row, " ", Ink(back=ink.fore))
            elif filled > 0:
                picture.put(column, top + row, _EIGHTHS[filled], ink)
