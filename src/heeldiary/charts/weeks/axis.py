"""What is written under the weekly chart: each week's mean, and the months."""

from collections.abc import Sequence
from datetime import date, timedelta

from heeldiary.charts.picture import Ink, Picture
from heeldiary.charts.weeks.frame import LONG_WEEKS, WeekColumn, column_of_week
from heeldiary.domain.days import MONTHS

MEAN_COLUMNS = 4
"""The least width of a week with its mean beneath it: `10.0`."""


def draw_means(picture: Picture, row: int, laid: Sequence[WeekColumn], selected: date) -> None:
    """Draw each week's mean, those of too few mornings faint; a dot without any."""
    selected_column = column_of_week(laid, selected)
    for slot in laid:
        mean, is_selected = slot.week.mean, slot is selected_column
        ink = Ink("accent" if is_selected else "text" if slot.week.enough else "faint", bold=slot.week.enough)
        if mean is None:
            picture.put(slot.middle, row, "·", Ink("faint"))
        else:
            picture.write_centred(slot.middle + (slot.width % 2 == 0), row, f"{mean:.1f}", ink)


def draw_months(picture: Picture, row: int, laid: Sequence[WeekColumn]) -> None:
    """Draw the months' names from the day on which each begins, as many as fit; nothing where the axis has years."""
    weeks = [week for slot in laid for week in slot.weeks]
    if not weeks or len(weeks) > LONG_WEEKS:
        return
    free = 0
    for slot in laid:
        days = [week.start + timedelta(days=n) for week in slot.weeks for n in range(7)]
        for number, day in enumerate(days):
            column = slot.column + number * slot.width // len(days)
            name = f"╵{MONTHS[day.month - 1][:3]}" + (f" {day.year}" if day.month == 1 else "")
            if day.day == 1 and column >= free and column + len(name) <= picture.columns:
                picture.write(column, row, name, Ink("muted"))
                free = column + len(name) + 1
