"""A calendar of first-step scores: a column for each week, a row for each weekday, a shaded digit for each score."""

from collections.abc import Mapping
from datetime import date, timedelta

from heeldiary.charts.picture import Ink, Picture
from heeldiary.charts.weeks.frame import HERE, MARGIN_COLUMNS
from heeldiary.domain.days import MONTHS, WEEKDAYS, Span, monday
from heeldiary.domain.scales import Foot

_WIDEST_DAY_COLUMNS = 5
TEN = "X"
"""Stands for 10 where a day is one column wide."""


def draw_calendar(
    picture: Picture, top: int, rows: int, span: Span, scores: Mapping[date, int], foot: Foot, selected: date
) -> str:
    """Draw the weeks of a span with months above; return the text below.

    If there are more weeks than columns, the oldest are cut off.
    """
    room = max(1, picture.columns - MARGIN_COLUMNS)
    first = monday(span.first)
    weeks = (span.last - first).days // 7 + 1
    shown = min(weeks, room)
    width = min(_WIDEST_DAY_COLUMNS, max(1, room // shown))
    every = 2 if rows >= 16 else 1
    start = first + timedelta(days=7 * (weeks - shown))
    for number in range(shown):
        week = start + timedelta(days=7 * number)
        _draw_week(
            picture, MARGIN_COLUMNS + number * width, top, every, width, week, span.last, scores, foot, week == selected
        )
    for weekday, name in enumerate(WEEKDAYS):
        picture.write(0, top + 1 + weekday * every, name[:3], Ink("muted"))
    _draw_months(picture, top, start, shown, width)
    said = [f"the last {shown} of {weeks} weeks"] if shown < weeks else []
    return ", ".join([*said, *([f"{TEN} is a ten"] if width < 2 else [])])


def _draw_week(
    picture: Picture,
    column: int,
    top: int,
    every: int,
    width: int,
    week: date,
    last: date,
    scores: Mapping[date, int],
    foot: Foot,
    is_selected: bool,
) -> None:
    tile = max(1, width - (width > 2))
    for weekday in range(7):
        day = week + timedelta(days=weekday)
        row = top + 1 + weekday * every
        score = scores.get(day)
        if day > last:
            continue
        if score is None:
            picture.write(column, row, "·".center(tile), Ink("accent" if is_selected else "faint"))
        else:
            text = TEN if score == 10 and tile < 2 else str(score)
            ink = Ink(f"on-{foot}-{score}", f"{foot}-{score}", bold=is_selected, underline=is_selected)
            picture.write(column, row, text.center(tile), ink)
    if is_selected:
        row = top + 1 + 7 * every - (every > 1)
        picture.write_centred(column + tile // 2, row, f"{week.isocalendar().week:2}", HERE)


def _draw_months(picture: Picture, top: int, start: date, weeks: int, width: int) -> None:
    """Write a month's name above the week of its first day, if there is room."""
    free = 0
    for number in range(weeks):
        sunday = start + timedelta(days=7 * number + 6)
        column = MARGIN_COLUMNS + number * width
        if sunday.day <= 7 and column >= free:
            name = MONTHS[sunday.month - 1][:3] + (f" {sunday.year}" if sunday.month == 1 else "")
            picture.write(column, top, name, Ink("muted"))
            free = column + len(name) + 1
