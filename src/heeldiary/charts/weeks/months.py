"""The months beside a long range: each with its mean as a bar, and its number of mornings."""

from collections.abc import Mapping
from datetime import date

from heeldiary.charts.picture import Ink, Picture
from heeldiary.charts.weeks.frame import shade
from heeldiary.domain.days import MONTHS
from heeldiary.domain.scales import HIGHEST, Foot
from heeldiary.domain.weeks.weeks import ENOUGH_MORNINGS, mean

MONTHS_COLUMNS = 27
"""The width of the table."""
_BAR_COLUMNS = 12
_EIGHTHS = " ▏▎▍▌▋▊▉"


def draw_by_month(
    picture: Picture, column: int, top: int, rows: int, scores: Mapping[date, int], foot: Foot, selected: date
) -> None:
    """Draw the last months that fit, the one of the selected week in the text's colour."""
    picture.write(column, top, "By month", Ink("text", bold=True))
    picture.write_right(column + MONTHS_COLUMNS, top, "mornings", Ink("faint"))
    by_month: dict[tuple[int, int], list[int]] = {}
    for day, score in scores.items():
        by_month.setdefault((day.year, day.month), []).append(score)
    for row, (month, month_scores) in enumerate(sorted(by_month.items())[-max(0, rows - 2) :], top + 2):
        _draw_month(picture, column, row, month, month_scores, foot, month == (selected.year, selected.month))


def _draw_month(
    picture: Picture, column: int, row: int, month: tuple[int, int], scores: list[int], foot: Foot, is_selected: bool
) -> None:
    enough = len(scores) >= ENOUGH_MORNINGS
    name = MONTHS[month[1] - 1][:3]
    picture.write(column, row, name, Ink("text" if is_selected else "muted", bold=is_selected))
    picture.write(column + 5, row, f"{mean(scores):.1f}", Ink("text" if enough else "faint", bold=enough))
    whole, eighth = divmod(round(sum(scores) / len(scores) / HIGHEST * _BAR_COLUMNS * 8), 8)
    bar = "█" * whole + _EIGHTHS[eighth].strip()
    picture.write(column + 10, row, bar, Ink(foot if is_selected else shade(foot, 5)))
    picture.write_right(column + MONTHS_COLUMNS, row, str(len(scores)), Ink("faint"))
