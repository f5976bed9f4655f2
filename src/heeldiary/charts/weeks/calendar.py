"""A calendar of first-step scores: a column for each week, a row for each weekday, a shaded digit for each score.

Where a day is one column wide, colour alone tells its score, but in the selected week.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from heeldiary.charts.picture import Ink, Picture
from heeldiary.charts.weeks.frame import HERE, MARGIN_COLUMNS
from heeldiary.domain.days import MONTHS, WEEKDAYS, Span, monday
from heeldiary.domain.scales import HIGHEST, Foot

TEN = "X"
"""Stands for 10 where a day is one column wide."""

KEY = "a morning's first-step pain, · not logged"

_WIDTHS = ((11, 12, 2), (9, 10, 2), (7, 8, 2), (5, 6, 2), (3, 4, 2), (3, 3, 1), (1, 2, 1), (1, 1, 1), (1, 1, 0))
"""The columns of a day, of a week, and of a gap before a month, widest first.

A day's are odd, so that a digit is in its middle.
"""

_NARROW_COLUMNS = 3
"""A day narrower than this is at most two rows high, and its week's number has no room."""

_MOST_ROWS = 4
"""The most rows from one weekday to the next."""


_YEAR_COLUMNS = len("Jan 2026")


class _Layout(NamedTuple):
    """The places of the weeks shown."""

    weeks: Sequence[date]
    """Their Mondays."""
    columns: Sequence[int]
    """The first column of each."""
    tile: int
    """The columns of a day."""
    every: int
    """The rows from one weekday to the next."""

    @property
    def tile_rows(self) -> int:
        """The rows of a day: there is one between two of them where there is room."""
        return max(1, self.every - 1)


def draw_calendar(
    picture: Picture, top: int, rows: int, span: Span, scores: Mapping[date, int], foot: Foot, selected: date
) -> None:
    """Draw the weeks of a span with months above, and below it what else is to be said.

    If there are more weeks than columns, the oldest are cut off.
    """
    first = monday(span.first)
    number = (span.last - first).days // 7 + 1
    laid = _lay([first + timedelta(weeks=week) for week in range(number)], picture.columns - MARGIN_COLUMNS, rows)
    for week, column in zip(laid.weeks, laid.columns, strict=True):
        _draw_week(picture, column, top + 1, laid, week, span.last, scores, foot, week == selected)
    for weekday, name in enumerate(WEEKDAYS):
        picture.write(0, top + 1 + weekday * laid.every + (laid.tile_rows - 1) // 2, name[:3], Ink("muted"))
    _draw_months(picture, top, laid)
    picture.write(0, _number_row(top + 1, laid), "Week", Ink("faint"))
    said = [f"the last {len(laid.weeks)} of {number} weeks"] if len(laid.weeks) < number else []
    if laid.tile == 1 and any(scores.get(day) == HIGHEST for day in scores):
        said.append(f"{TEN} is a ten")
    below = _number_row(top + 1, laid) + 1
    if below < picture.rows and len(", ".join([*said, KEY])) <= picture.columns - MARGIN_COLUMNS:
        said.append(KEY)
    row, key = min(picture.rows - 1, below), ", ".join(said)
    picture.write(MARGIN_COLUMNS, row, key, Ink("faint"))
    if laid.tile == 1:
        _draw_scale(picture, MARGIN_COLUMNS + len(key) + (2 if key else 0), row, foot)


def _draw_scale(picture: Picture, column: int, row: int, foot: Foot) -> None:
    """Draw the shades of the scores, with their digits, if there is room: the days themselves show none."""
    if column + HIGHEST < picture.columns:
        for score in range(HIGHEST + 1):
            sign = TEN if score == HIGHEST else str(score)
            picture.put(column + score, row, sign, Ink(f"on-{foot}-{score}", f"{foot}-{score}"))


def _lay(weeks: Sequence[date], columns: int, rows: int) -> _Layout:
    """Return the widest layout that fits, with a gap before each month if there is room."""
    room = max(1, columns)
    months = sum(map(_begins_month, weeks[1:]))
    fitting = (wide for wide in _WIDTHS if wide[1] * len(weeks) + wide[2] * months <= room)
    tile, step, gap = next(fitting, _WIDTHS[-1])
    shown = weeks[-(room // step) :]
    places, column = [], MARGIN_COLUMNS
    for number, week in enumerate(shown):
        column += gap if number and _begins_month(week) else 0
        places.append(column)
        column += step
    every = min(_MOST_ROWS if tile >= _NARROW_COLUMNS else _MOST_ROWS - 1, max(1, (rows - 2) // 7))
    return _Layout(shown, places, tile, every)


def _begins_month(week: date) -> bool:
    """Return whether a month's first day is in the week."""
    return (week + timedelta(days=6)).day <= 7


def _number_row(top: int, laid: _Layout) -> int:
    return top + 7 * laid.every - (laid.every > 1)


def _draw_week(
    picture: Picture,
    column: int,
    top: int,
    laid: _Layout,
    week: date,
    last: date,
    scores: Mapping[date, int],
    foot: Foot,
    is_selected: bool,
) -> None:
    middle = (laid.tile_rows - 1) // 2
    for weekday in range(7):
        day = week + timedelta(days=weekday)
        row = top + weekday * laid.every
        score = scores.get(day)
        if day > last:
            continue
        if score is None:
            ink = Ink("accent" if is_selected else "faint")
            picture.write(column, row + middle, "·".center(laid.tile), ink)
            continue
        text = TEN if score == HIGHEST and laid.tile == 1 else str(score)
        # Digits without a gap are a carpet: there the shade alone is seen, and the digit only where there is no colour.
        shown = f"on-{foot}-{score}" if laid.tile > 1 or is_selected else f"{foot}-{score}"
        ink = Ink(shown, f"{foot}-{score}")
        for offset in range(laid.tile_rows):
            picture.write(column, row + offset, " " * laid.tile, ink)
        # A centred 10 has its 1 in the middle.
        picture.write(
            column + (laid.tile - 1) // 2, row + middle, text, ink._replace(bold=is_selected, underline=is_selected)
        )
    if is_selected or laid.tile >= _NARROW_COLUMNS:
        number = f"{week.isocalendar().week:2}"
        picture.write_centred(
            column + laid.tile // 2, _number_row(top, laid), number, HERE if is_selected else Ink("faint")
        )


def _draw_months(picture: Picture, top: int, laid: _Layout) -> None:
    """Write a month's name above the week of its first day, if there is room."""
    free = 0
    begun = [column for week, column in zip(laid.weeks, laid.columns, strict=True) if _begins_month(week)]
    for week, column in zip(laid.weeks, laid.columns, strict=True):
        sunday = week + timedelta(days=6)
        if sunday.day <= 7 and column >= free:
            name = MONTHS[sunday.month - 1][:3]
            if sunday.month == 1 and not any(column < other <= column + _YEAR_COLUMNS for other in begun):
                name += f" {sunday.year}"
            picture.write(column, top, name, Ink("muted"))
            free = column + len(name) + 1
