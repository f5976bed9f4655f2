"""The views of the Trends page as pictures."""

from collections.abc import Callable, Mapping
from datetime import date
from textwrap import wrap
from typing import Literal, get_args

from heeldiary.charts.foot.areas import areas_in_view
from heeldiary.charts.foot.foot import View, foot_picture
from heeldiary.charts.foot.sore_areas import CROSS
from heeldiary.charts.picture import Ink, Picture
from heeldiary.charts.subject import Subject
from heeldiary.charts.weeks.bars import SERIES, draw_bars
from heeldiary.charts.weeks.blocks import chart_rows
from heeldiary.charts.weeks.calendar import draw_calendar
from heeldiary.charts.weeks.days import draw_days
from heeldiary.charts.weeks.frame import (
    CHART_MARGIN_COLUMNS,
    MARGIN_COLUMNS,
    WeekColumn,
    draw_week_numbers,
    week_columns,
)
from heeldiary.charts.weeks.lanes import mark_care
from heeldiary.charts.weeks.view import ROOMY_ROWS, answer, draw_weeks_view
from heeldiary.charts.weeks.visits import draw_day_visits
from heeldiary.charts.weeks.weeks import draw_weeks
from heeldiary.charts.weeks.where import draw_where, title_columns
from heeldiary.domain.analysis.results import Analysis, ChangeAnalysis
from heeldiary.domain.change.text import COMPUTING
from heeldiary.domain.days import short_day
from heeldiary.domain.scales import Foot

ViewName = Literal["weeks", "change", "links", "traps", "days", "load", "calendar", "where"]
VIEWS: tuple[ViewName, ...] = get_args(ViewName)
WEEKLY: tuple[ViewName, ...] = ("weeks", "days", "load", "calendar", "where")
"""The views with a selected week, its figures beside them. The others take the whole width."""

WHOLE: tuple[ViewName, ...] = ("links", "traps")
"""The views that need the whole diary, however long it is."""

_OF_MORNINGS: tuple[ViewName, ...] = ("weeks", "days", "load", "calendar")
_SAID_COLUMNS = 52
_FOOT_ROWS, _FOOT_COLUMNS = 13, 36
"""The rows needed below the weeks for the foot and its caption, and the most columns of each view of it."""
_FOOT_VIEWS: tuple[View, ...] = ("sole", "calf", "side_inner", "side_outer")  # the first two show every area


def trends_picture(
    view: ViewName, subject: Subject, columns: int, rows: int, alone: bool = True, inviting: bool = False
) -> Picture:
    """Return a view drawn at a size; if it is not `alone`, the text beside it names the loads.

    With nothing to draw, an `inviting` view says how to get the first picture.
    """
    picture = Picture(columns, rows)
    is_empty = not any(week.scores or any(week.load) for week in subject.trends.weeks)
    if columns and is_empty and view in _OF_MORNINGS and inviting:
        picture.write(0, 0, answer(subject, columns) if view == "weeks" else "", Ink("text"))
        _invite(picture, subject.trends.foot)
    elif columns:
        laid = week_columns(subject.trends.weeks, columns, _margin(view, subject, alone))
        if view == "weeks":
            draw_weeks_view(picture, subject, laid, alone)
        else:
            _VIEWS[view](picture, subject, laid)
    return picture


def _invite(picture: Picture, foot: Foot) -> None:
    """Say why there is no picture, and how to get the first."""
    said = (
        f"The {foot} foot has no morning scores in these weeks.",
        "Press d and type this morning's score, 0-10: each morning becomes a block here.",
    )
    row = max(1, picture.rows // 4)
    for number, sentence in enumerate(said):
        for line in wrap(sentence, max(1, min(_SAID_COLUMNS, picture.columns - CHART_MARGIN_COLUMNS))):
            picture.write(CHART_MARGIN_COLUMNS, row, line, Ink("muted" if number else "text", bold=number == 0))
            row += 1


def _margin(view: ViewName, subject: Subject, alone: bool) -> int:
    if view == "where":
        return title_columns(subject.sore)
    return MARGIN_COLUMNS if alone or view != "weeks" else CHART_MARGIN_COLUMNS


def week_at(view: ViewName, subject: Subject, columns: int, column: int, alone: bool = False) -> date | None:
    """Return the Monday of the week at a column of Weeks, Load and Where in the app; None in other views."""
    if view not in ("weeks", "load", "where"):
        return None
    for slot in week_columns(subject.trends.weeks, columns, _margin(view, subject, alone)):
        if slot.column <= column < slot.column + slot.width:
            return slot.weeks[-1].start
    return None


def is_computed(view: ViewName, subject: Subject) -> bool:
    """Return whether everything a view shows has been computed."""
    return isinstance(subject.findings, Analysis if view in WHOLE else ChangeAnalysis | Analysis)


def _change(picture: Picture, subject: Subject, laid: list[WeekColumn]) -> None:
    if subject.findings is None:
        picture.write(0, 0, COMPUTING, Ink("muted"))
    else:
        from heeldiary.charts.change.change import draw_change

        draw_change(picture, subject.findings)


def _links(picture: Picture, subject: Subject, laid: list[WeekColumn]) -> None:
    if not isinstance(subject.findings, Analysis):
        picture.write(0, 0, COMPUTING, Ink("muted"))
    else:
        from heeldiary.charts.links import draw_links

        draw_links(picture, subject.findings)


_FIRST_VISIT = ("v1: the first visit of a course", "v1: first visit", "")


def _days(picture: Picture, subject: Subject, laid: list[WeekColumn]) -> None:
    rows = chart_rows(picture.rows - 3)
    trends = subject.trends
    said = draw_days(picture, 0, rows, trends.span, subject.scores, trends.foot, subject.selected)
    draw_day_visits(picture, 0, rows, trends.span, subject.visits)
    has_visits = any(trends.span.first <= day <= trends.span.last for day in subject.visits)
    is_missing = any(day not in subject.scores for day in trends.span.days())
    keys = (("· not logged   " * is_missing + visit * has_visits).rstrip() for visit in _FIRST_VISIT)
    said = said or next((key for key in keys if len(key) <= picture.columns), "")
    picture.write(max(0, min(CHART_MARGIN_COLUMNS, picture.columns - len(said))), rows + 2, said, Ink("faint"))


def _traps(picture: Picture, subject: Subject, laid: list[WeekColumn]) -> None:
    if not isinstance(subject.findings, Analysis):
        picture.write(0, 0, COMPUTING, Ink("muted"))
    else:
        from heeldiary.charts.traps.traps import draw_traps

        draw_traps(picture, subject.findings, subject.panel)


def _load(picture: Picture, subject: Subject, laid: list[WeekColumn]) -> None:
    """Draw the weeks' pain, and below it the four series, as tall as fits."""
    rows = chart_rows(picture.rows // 2 - 2)
    draw_weeks(picture, 0, rows, laid, subject.trends.foot, subject.selected, {})
    top = rows + (picture.rows >= ROOMY_ROWS)
    each = max(1, (picture.rows - top - 2 - bool(subject.care)) // len(SERIES))
    for number, series in enumerate(SERIES):
        draw_bars(picture, top + number * each, each, laid, series, subject.selected, each >= 3)
    draw_week_numbers(picture, top + len(SERIES) * each, laid, subject.selected)
    if subject.care:
        mark_care(picture, top + len(SERIES) * each + 1, laid, subject.care, subject.selected, subject.visits)


def _calendar(picture: Picture, subject: Subject, laid: list[WeekColumn]) -> None:
    trends = subject.trends
    draw_calendar(picture, 0, picture.rows - 1, trends.span, subject.scores, trends.foot, subject.selected)


def _where(picture: Picture, subject: Subject, laid: list[WeekColumn]) -> None:
    foot, end = subject.trends.foot, picture.rows - 1
    marked = {spot for week in subject.sore.values() for spot in week}
    above = max(len(marked) + 1, end - _FOOT_ROWS - 2)  # the foot matters more than room between the lines
    said, used = draw_where(picture, 0, above, laid, subject.sore, foot, subject.selected)
    picture.write(0, min(used, end), said, Ink("faint"))
    top, columns = used + 2, max(1, min(_FOOT_COLUMNS, picture.columns // 2))
    if marked and end - top >= _FOOT_ROWS - 1:
        week_areas = subject.sore.get(subject.selected, {})
        _caption_foot(picture, top, subject.selected, bool(week_areas))
        for number, view in enumerate(_FOOT_VIEWS[: picture.columns // columns]):
            seen = foot_picture(view, foot, columns, end - top, sore=week_areas.keys() & set(areas_in_view(view)))
            picture.lay(number * columns, top + 1, seen)


def _caption_foot(picture: Picture, row: int, selected: date, has_marks: bool) -> None:
    """Write which week the foot shows, and what its marks mean, as much of it as fits."""
    week = f"In the week from {short_day(selected)}"
    keys = (
        (f": {CROSS} and hatching where it hurt", f": {CROSS} where it hurt", "")
        if has_marks
        else (": nothing marked", "")
    )
    key = next((key for key in keys if len(week) + len(key) <= picture.columns), "")
    picture.write(0, row, week, Ink("muted"))
    picture.write(len(week), row, key, Ink("faint"))


_VIEWS: Mapping[ViewName, Callable[[Picture, Subject, list[WeekColumn]], None]] = {
    "change": _change,
    "links": _links,
    "traps": _traps,
    "days": _days,
    "load": _load,
    "calendar": _calendar,
    "where": _where,
}
