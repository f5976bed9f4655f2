"""The months beside a long range: each with its mean as a bar and, if there is room, its number of mornings."""

from collections.abc import Mapping
from datetime import date

from heeldiary.charts.picture import Ink, Picture
from heeldiary.charts.weeks.frame import shade
from heeldiary.domain.days import MONTHS
from heeldiary.domain.scales import HIGHEST, Foot
from heeldiary.domain.weeks.weeks import ENOUGH_MORNINGS, mean

LEAST_COLUMNS, MOST_COLUMNS = 16, 27
"""The width of the table."""
_COUNTED_COLUMNS = 24
"""From this width on it has the numbers of mornings."""
_MEAN_COLUMN, _BAR_COLUMN = 5, 10
_COUNT_COLUMNS = 5
_EIGHTHS = " ▏▎▍▌▋▊▉"


def draw_by_month(
    picture: Picture, top: int, rows: int, free_columns: int, scores: Mapping[date, int], foot: Foot, selected: date
) -> None:
    """Draw the last months that fit at the right of a picture, the one of the selected week in the text's colour.

    Each year stands above its first month. Nothing is drawn if the free columns are too few.
    """
    columns = min(MOST_COLUMNS, free_columns)
    if columns < LEAST_COLUMNS:
        return
    column = picture.columns - columns
    picture.write(column, top, "By month", Ink("text", bold=True))
    if columns >= _COUNTED_COLUMNS:
        picture.write_right(picture.columns, top, "mornings", Ink("faint"))
    by_month: dict[tuple[int, int], list[int]] = {}
    for day, score in scores.items():
        by_month.setdefault((day.year, day.month), []).append(score)
    months = sorted(by_month)
    while len(months) + len({year for year, _ in months}) >= rows > 0:
        del months[0]
    row, shown_year = top + 1, 0
    for year, month in months:
        if year != shown_year:
            picture.write(column, row, str(year), Ink("faint"))
            row, shown_year = row + 1, year
        is_selected = (year, month) == (selected.year, selected.month)
        _draw_month(picture, column, row, MONTHS[month - 1][:3], by_month[year, month], foot, is_selected)
        row += 1


def _draw_month(
    picture: Picture, column: int, row: int, name: str, scores: list[int], foot: Foot, is_selected: bool
) -> None:
    counted = picture.columns - column >= _COUNTED_COLUMNS
    bar_columns = picture.columns - column - _BAR_COLUMN - _COUNT_COLUMNS * counted
    enough = len(scores) >= ENOUGH_MORNINGS
    picture.write(column, row, name, Ink("text" if is_selected else "muted", bold=is_selected))
    picture.write(column + _MEAN_COLUMN, row, f"{mean(scores):.1f}", Ink("text" if enough else "faint", bold=enough))
    whole, eighth = divmod(round(sum(scores) / len(scores) / HIGHEST * bar_columns * 8), 8)
    bar = "█" * whole + _EIGHTHS[eighth].strip()
    picture.write(column + _BAR_COLUMN, row, bar, Ink(foot if is_selected else shade(foot, 5)))
    if counted:
        picture.write_right(picture.columns, row, str(len(scores)), Ink("faint"))
