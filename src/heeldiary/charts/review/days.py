"""What was logged in a week: a row for each kind, a column for each day."""

import re
from textwrap import wrap

from heeldiary.charts.picture import Ink, Picture
from heeldiary.charts.weeks.frame import shade
from heeldiary.domain.days import WEEKDAYS
from heeldiary.domain.review.review import Review
from heeldiary.domain.review.text import NOT_LOGGED, ReviewLine, format_empty_days, format_plan, kind_lines
from heeldiary.domain.scales import HIGHEST
from heeldiary.domain.text import separate

CUT = "…"
"""Stands where words are missing."""

_LABEL_COLUMNS = 13
_MOST_PLANS = 2
_ROOMY_COLUMNS = 56
"""From this width on a day has three columns; below it only without a ten."""
_NARROW_COLUMNS = 50
"""Below this width figures go on in the next line."""
_LEAST_TEXT_COLUMNS = 8
_SESSIONS_COLUMNS = 10
"""The width of `sessions,`; below it they are `3×`."""


def days_rows(review: Review, columns: int, is_whole: bool = False) -> int:
    """Return the rows of a review's picture."""
    room = columns - _text_column(review, columns)
    wrapped = [_in_lines(line, room, is_whole or columns < _NARROW_COLUMNS) for line in kind_lines(review)]
    rows = 1 + len(review.feet) + sum(map(len, wrapped)) + len(_plans(review))
    return rows + len(_empty_days(review, columns))


def days_picture(review: Review, columns: int, is_whole: bool = False) -> Picture:
    """Return the grid, with the week's sums at the right and the empty days below; if it `is_whole`, no sum is cut."""
    picture = Picture(columns, days_rows(review, columns, is_whole))
    each, text_column = _day_columns(review, columns), _text_column(review, columns)
    picture.write(0, 0, "Logged", Ink("text", bold=True))
    for number, name in enumerate(WEEKDAYS):
        today_ink = (
            Ink("accent", bold=True, underline=True) if number == len(review.days) - 1 and not review.whole else None
        )
        picture.write_right(_LABEL_COLUMNS + (number + 1) * each, 0, name[: each - 1], today_ink or Ink("muted"))
    row = 1
    for foot_week in review.feet:
        picture.write(0, row, "First steps", Ink("muted"))
        picture.write(_LABEL_COLUMNS - 1, row, foot_week.foot[0].upper(), Ink(foot_week.foot, bold=True))
        for number, _ in enumerate(review.days):
            score = foot_week.days[number]
            foot = foot_week.foot
            ink = Ink("faint") if score is None else Ink(f"on-{foot}-{score}", shade(foot, score), bold=True)
            text = "·" if score is None else f"{score:>{each - 1}}"
            picture.write_right(_LABEL_COLUMNS + (number + 1) * each, row, text, ink)
        picture.write(text_column, row, f"{foot_week.week.mornings} of {foot_week.week.days}", Ink("text"))
        row += 1
    for line in kind_lines(review):
        picture.write(0, row, line.name, Ink("muted"))
        if line.foot:
            picture.write(_LABEL_COLUMNS - 1, row, line.foot[0].upper(), Ink(line.foot, bold=True))
        for number, day in enumerate(review.days):
            sign, ink = ("■", Ink("bars")) if day in line.days else ("·", Ink("faint"))
            picture.write_right(_LABEL_COLUMNS + (number + 1) * each, row, sign, ink)
        for figure in _in_lines(line, columns - text_column, is_whole or columns < _NARROW_COLUMNS):
            _write_cut(picture, text_column, row, figure, Ink("text" if line.days else "faint"))
            row += 1
    for title, words in _plans(review):
        room = text_column - 2
        picture.write(0, row, title if len(title) <= room else f"{title[: room - 1]}{CUT}", Ink("muted"))
        _write_cut(picture, text_column, row, words, Ink("text"))
        row += 1
    for number, text in enumerate(_empty_days(review, columns)):
        picture.write(0, row + number, text, Ink("faint"))
    return picture


def _day_columns(review: Review, columns: int) -> int:
    """Return how wide a day is."""
    has_ten = any(score == HIGHEST for foot_week in review.feet for score in foot_week.days)
    return 3 if columns >= _ROOMY_COLUMNS or has_ten else 2


def _text_column(review: Review, columns: int) -> int:
    return _LABEL_COLUMNS + 7 * _day_columns(review, columns) + 2


def _in_lines(line: ReviewLine, room: int, is_whole: bool) -> list[str]:
    """Return a kind's figure, in as many lines as it needs if it `is_whole`."""
    figure = (separate(line.text) or _times(len(line.days))) if line.days else NOT_LOGGED
    if room < _SESSIONS_COLUMNS:
        figure = re.sub(r" sessions?\b", "×", figure)
    return wrap(figure, max(_LEAST_TEXT_COLUMNS, room), break_on_hyphens=False) if is_whole else [figure]


def _empty_days(review: Review, columns: int) -> list[str]:
    return wrap(format_empty_days(review), max(_LEAST_TEXT_COLUMNS, columns)) if review.empty_days else []


def _plans(review: Review) -> list[tuple[str, str]]:
    """Return the title and progress of as many plans as fit."""
    lines = [(f"Plan: {separate(plan.title)}", format_plan(plan)) for plan in review.plans]
    more = len(lines) - _MOST_PLANS
    return lines if more <= 0 else [*lines[: _MOST_PLANS - 1], (f"and {more + 1} more plans", "")]


def _times(days: int) -> str:
    return f"on {days} {'day' if days == 1 else 'days'}"


def _write_cut(picture: Picture, column: int, row: int, text: str, ink: Ink) -> None:
    """Write a text, cut with an ellipsis if it does not fit."""
    room = picture.columns - column
    picture.write(column, row, text if len(text) <= room else f"{text[: room - 1]}{CUT}", ink)
