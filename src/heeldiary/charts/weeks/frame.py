"""The frame of the charts over time: the time axis, and the pain axis 0-10."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from heeldiary.charts.picture import Ink, Picture
from heeldiary.domain.scales import HIGHEST, Foot
from heeldiary.domain.weeks.weeks import Load, Week

MARGIN_COLUMNS = 8
"""The left margin for the axis and the names of the bars."""

CHART_MARGIN_COLUMNS = 4
"""The left margin for the axis alone."""

WIDEST_WEEK_COLUMNS = 21
LONG_WEEKS = 2 * 52
"""Above this length the axis shows years."""

YEAR_COLUMNS = 6
"""The least distance between two years on the axis."""

_WEEK = ("Week", "wk")
"""The name of the weeks' numbers, whichever fits into the margin."""

GRID = Ink("line")
_GRID_SIGNS = (" ", "┈", "─", "▁")
HERE = Ink("accent", bold=True, underline=True)


class WeekColumn(NamedTuple):
    """A column of the time axis: one week or several."""

    weeks: tuple[Week, ...]
    column: int
    """Its first column on the picture."""
    width: int

    @property
    def middle(self) -> int:
        """The column of its marks."""
        return self.column + (self.width - 1) // 2

    @property
    def week(self) -> Week:
        """Its weeks as one: all scores, and the mean weekly load, so columns of fewer weeks look comparable."""
        if len(self.weeks) == 1:
            return self.weeks[0]
        scores = tuple(score for week in self.weeks for score in week.scores)
        return Week(self.weeks[0].start, scores, _together([week.load for week in self.weeks]))


def week_columns(weeks: Sequence[Week], columns: int, margin: int = MARGIN_COLUMNS) -> list[WeekColumn]:
    """Return the layout of weeks over some columns, equally wide; several share a column if there are too many."""
    room = max(1, columns - margin)
    together = max(1, -(-len(weeks) // room))
    groups = [tuple(weeks[at : at + together]) for at in range(0, len(weeks), together)]
    width = min(WIDEST_WEEK_COLUMNS, max(1, room // max(1, len(groups))))
    return [WeekColumn(group, margin + number * width, width) for number, group in enumerate(groups)]


def column_of_week(laid: Sequence[WeekColumn], start: date) -> WeekColumn | None:
    """Return the column of the week that starts on a Monday."""
    return next((slot for slot in laid if any(week.start == start for week in slot.weeks)), None)


def pixel(score: float, rows: int) -> int:
    """Return the half row of a score, from the top: 10 in the first row, 0 in the last."""
    return int((HIGHEST - min(float(HIGHEST), max(0.0, score))) / HIGHEST * (2 * rows - 2) + 0.5)


def draw_grid(picture: Picture, top: int, rows: int, end: int, margin: int = MARGIN_COLUMNS) -> None:
    """Draw the lines at 10, 5 and 0, with their figures; the middle may lie between two rows."""
    for score, sign in ((10, "┈"), (5, "┈" if rows % 2 else "▁"), (0, "─")):
        row = top + pixel(score, rows) // 2
        picture.write_right(margin - 2, row, str(score), Ink("muted"))
        picture.write(margin - 1, row, sign * (end - margin + 1), GRID)


def is_free(picture: Picture, column: int, row: int) -> bool:
    """Return whether a cell of the chart shows nothing but its grid."""
    cell = picture.cells[row][column] if row < picture.rows and column < picture.columns else None
    return cell is not None and cell.sign in _GRID_SIGNS and cell.ink.back in (None, "raised")


def draw_week_numbers(picture: Picture, row: int, laid: Sequence[WeekColumn], selected: date) -> None:
    """Draw the weeks' numbers, or years over long ranges; the selected week's always, in the accent."""
    selected_column = column_of_week(laid, selected)
    if selected_column and sum(len(slot.weeks) for slot in laid) > LONG_WEEKS:
        _draw_years(picture, row, laid, selected_column)
        return
    picture.write(0, row, next((name for name in _WEEK if laid and len(name) < laid[0].column), ""), Ink("faint"))
    every = next(n for n in (1, 2, 4, 8, 13, 26, 52, 104, 520, 5200) if n * (laid[0].width if laid else 1) >= 3)
    for number, slot in enumerate(reversed(laid)):
        if (
            slot is not selected_column
            and number % every == 0
            and not (selected_column and abs(slot.middle - selected_column.middle) < 3)
        ):
            picture.write_centred(_centre(slot), row, f"{slot.weeks[0].number:2}", Ink("muted"))
    if selected_column:
        picture.write_centred(
            _centre(selected_column),
            row,
            f"{next(w for w in selected_column.weeks if w.start == selected).number:2}",
            HERE,
        )


def _centre(slot: WeekColumn) -> int:
    """Return where to centre two digits: below the mean's."""
    return slot.middle + (slot.width % 2 == 0)


def _draw_years(picture: Picture, row: int, laid: Sequence[WeekColumn], selected_column: WeekColumn) -> None:
    """Draw the years where they begin, as many as fit."""
    at = min(selected_column.middle, picture.columns - 2)
    free = at - YEAR_COLUMNS
    for before, slot in reversed([*pairwise(laid)]):
        year = slot.weeks[-1].start.year
        if year != before.weeks[-1].start.year and slot.middle <= free:
            picture.write_centred(slot.middle, row, str(year), Ink("muted"))
            free = slot.middle - YEAR_COLUMNS
    picture.write_centred(at, row, str(selected_column.weeks[-1].start.year), HERE)


def shade(foot: Foot, score: float) -> str:
    """Return the colour role of a score."""
    return f"{foot}-{min(HIGHEST, max(0, round(score)))}"


def _together(loads: Sequence[Load]) -> Load:
    """Return the mean load of weeks. Unlogged values are ignored; no massage counts as 0."""

    def mean(figures: Sequence[int | None]) -> int | None:
        known = [figure for figure in figures if figure is not None]
        return round(sum(known) / len(known)) if known else None

    return Load(
        mean([load.massage_seconds for load in loads]) or 0,
        mean([load.massage_sessions for load in loads]) or 0,
        mean([load.activity_minutes for load in loads]),
        mean([load.steps for load in loads]),
        mean([load.sitting_minutes for load in loads]),
    )
