"""The views of the Trends page as pictures."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from textwrap import wrap
from types import MappingProxyType
from typing import Literal, NamedTuple, get_args

from heeldiary.charts.foot.areas import areas_in_view
from heeldiary.charts.foot.foot import View, foot_picture
from heeldiary.charts.picture import Ink, Picture
from heeldiary.charts.weeks.axis import MEAN_COLUMNS, draw_means, draw_months
from heeldiary.charts.weeks.bars import SERIES, draw_bars, draw_load_row
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
from heeldiary.charts.weeks.lanes import draw_lanes
from heeldiary.charts.weeks.months import draw_by_month
from heeldiary.charts.weeks.visits import draw_day_visits, week_number
from heeldiary.charts.weeks.weeks import DENSE_COLUMNS, draw_level, draw_weeks, legend
from heeldiary.charts.weeks.where import draw_where, title_columns
from heeldiary.domain.analysis.results import Analysis, ChangeAnalysis
from heeldiary.domain.change.change import ThenAndNow
from heeldiary.domain.change.text import (
    BAND_CAPTIONS,
    COMPUTING,
    NO_BAND,
    answer_of_trend,
    answers_of_change,
    months_of_then,
)
from heeldiary.domain.days import short_day
from heeldiary.domain.scales import Foot
from heeldiary.domain.weeks.weeks import CareDay, Trends

ViewName = Literal["weeks", "change", "links", "traps", "days", "load", "calendar", "where"]
VIEWS: tuple[ViewName, ...] = get_args(ViewName)
WEEKLY: tuple[ViewName, ...] = ("weeks", "days", "load", "calendar", "where")
"""The views with a selected week, its figures beside them. The others take the whole width."""

WHOLE: tuple[ViewName, ...] = ("links", "traps")
"""The views that need the whole diary, however long it is."""

_OF_MORNINGS: tuple[ViewName, ...] = ("weeks", "days", "load", "calendar")
_SAID_COLUMNS = 52
_ROOMY_ROWS = 26
_GAP_COLUMNS = 2
_MOST_LANES = 2
_TALL_ROWS = 26
"""A chart of this height is rather one step lower than without a lane of care."""
_FOOT_ROWS, _FOOT_COLUMNS = 13, 36
"""The rows needed below the weeks for the foot and its caption, and the most columns of each view of it."""
_FOOT_VIEWS: tuple[View, ...] = ("sole", "calf", "side_inner", "side_outer")  # the first two show every area


class Subject(NamedTuple):
    """The content of a view."""

    trends: Trends
    scores: Mapping[date, int]
    """First-step scores by day."""
    care: Collection[date]
    """The Mondays of weeks with care."""
    selected: date
    """The Monday of the selected week."""
    sore: Mapping[date, Mapping[str, int]] = MappingProxyType({})
    """The number of days per sore area, by Monday; weeks with neither a mark nor a guided session are missing."""
    visits: Mapping[date, Sequence[int]] = MappingProxyType({})
    """The visit numbers, by day."""
    findings: ChangeAnalysis | Analysis | None = None
    """The results for the foot; None until computed. Links and Traps need `Analysis`."""
    care_days: Sequence[CareDay] = ()
    """The care in these weeks."""
    panel: int = 0
    """The index of the trap shown if not all fit."""


def trends_picture(
    view: ViewName, subject: Subject, columns: int, rows: int, alone: bool = True, inviting: bool = False
) -> Picture:
    """Return a view drawn at a size; if it is not `alone`, the text beside it names the loads.

    With nothing to draw, an `inviting` view says how to get the first picture.
    """
    picture = Picture(columns, rows)
    is_empty = not any(week.scores or any(week.load) for week in subject.trends.weeks)
    if columns and is_empty and view in _OF_MORNINGS and inviting:
        picture.write(0, 0, _answer(subject, columns) if view == "weeks" else "", Ink("text"))
        _invite(picture, subject.trends.foot)
    elif columns:
        _VIEWS[view](picture, subject, week_columns(subject.trends.weeks, columns, _margin(view, subject, alone)))
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


def _weeks(picture: Picture, subject: Subject, laid: list[WeekColumn]) -> None:
    """Draw the answer, the chart, what is written under it, lanes of care and, if they fit, each load in a row."""
    foot = subject.trends.foot
    roomy = picture.rows >= _ROOMY_ROWS
    is_dense = bool(laid) and laid[0].width < DENSE_COLUMNS
    has_means = bool(laid) and laid[0].width >= MEAN_COLUMNS
    picture.write(0, 0, _answer(subject, picture.columns), Ink("text", bold=True))
    trend_rows = int(subject.findings is None or _trend_answer(subject, picture.columns) != "")  # nothing moves later
    if roomy:
        picture.write(0, 1, _trend_answer(subject, picture.columns), Ink("text"))
        margin = laid[0].column if laid else CHART_MARGIN_COLUMNS
        _legend(
            picture,
            margin,
            1 + trend_rows,
            [*legend(foot, is_dense, len(laid[0].weeks) if laid else 1), *_band_legends(subject)],
        )
    top = 1 + roomy * (1 + trend_rows)
    room = picture.rows - top - has_means - 2
    loads = SERIES if room - len(SERIES) >= chart_rows(0) else ()
    room -= len(loads)
    rows = chart_rows(room)
    if rows >= _TALL_ROWS and room - rows < _MOST_LANES:
        rows = chart_rows(room - _MOST_LANES)
    spare = max(0, room - rows)
    lanes = min(spare - (spare > 1), _MOST_LANES)  # a blank row above the loads if it fits
    bands = subject.findings.bands if subject.findings else {}
    draw_weeks(picture, top, rows, laid, foot, subject.selected, bands)
    before = subject.findings.then_and_now if subject.findings else None
    if laid and isinstance(before, ThenAndNow) and before.then.last < laid[0].weeks[0].start:
        draw_level(picture, top, rows, laid, before.then.mean, f"{before.then.mean:.1f} in {months_of_then(before)}")
    row = top + rows
    if has_means:
        draw_means(picture, row, laid, subject.selected)
    draw_week_numbers(picture, row + has_means, laid, subject.selected)
    draw_months(picture, row + has_means + 1, laid)
    draw_lanes(picture, row + has_means + 2, lanes, laid, subject.care_days, subject.selected)
    end = laid[-1].column + laid[-1].width if laid else 0
    if is_dense:
        free = picture.columns - end - _GAP_COLUMNS
        draw_by_month(picture, top, picture.rows - top, free, subject.scores, foot, subject.selected)
    for number, series in enumerate(loads):
        at = picture.rows - len(loads) + number
        draw_load_row(picture, at, laid, series, subject.selected, figures=True)
        if laid and laid[0].column >= MARGIN_COLUMNS:
            picture.write(0, at, series.name, Ink("muted"))


def _answer(subject: Subject, columns: int) -> str:
    if subject.findings is None:
        return COMPUTING
    answers = (*answers_of_change(subject.findings.then_and_now), f"{subject.trends.foot.capitalize()} foot")
    return next((answer for answer in answers if len(answer) <= columns), "")


def _trend_answer(subject: Subject, columns: int) -> str:
    answer = "" if subject.findings is None else answer_of_trend(subject.findings.trend)
    return answer if len(answer) <= columns else ""


def _band_legends(subject: Subject) -> list[tuple[str, Ink, str]]:
    """Return the band's legends, the longest first: the first that fits is used."""
    if subject.findings and subject.findings.bands:
        return [("   ", Ink(back="band"), caption) for caption in BAND_CAPTIONS]
    return [("", Ink(), NO_BAND)] if subject.findings else []


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


def _days(picture: Picture, subject: Subject, laid: list[WeekColumn]) -> None:
    rows = chart_rows(picture.rows - 3)
    trends = subject.trends
    said = draw_days(picture, 0, rows, trends.span, subject.scores, trends.foot, subject.selected)
    draw_day_visits(picture, 0, rows, trends.span, subject.visits)
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
    top = rows + (picture.rows >= _ROOMY_ROWS)
    each = max(1, (picture.rows - top - 2) // len(SERIES))
    for number, series in enumerate(SERIES):
        draw_bars(picture, top + number * each, each, laid, series, subject.selected, each >= 3)
    draw_week_numbers(picture, top + len(SERIES) * each, laid, subject.selected)
    _care(picture, top + len(SERIES) * each + 1, laid, subject)


def _calendar(picture: Picture, subject: Subject, laid: list[WeekColumn]) -> None:
    trends = subject.trends
    draw_calendar(picture, 0, picture.rows - 1, trends.span, subject.scores, trends.foot, subject.selected)


def _where(picture: Picture, subject: Subject, laid: list[WeekColumn]) -> None:
    foot, end = subject.trends.foot, picture.rows - 1
    marked = {spot for week in subject.sore.values() for spot in week}
    above = max(len(marked) + 1, end - _FOOT_ROWS - 2)  # the foot matters more than room between the lines
    said, used = draw_where(picture, 0, above, laid, subject.sore, foot, subject.selected)
    picture.write(0, end, said, Ink("faint"))
    top, columns = used + 1, max(1, min(_FOOT_COLUMNS, picture.columns // 2))
    if marked and end - top >= _FOOT_ROWS:
        week_areas = subject.sore.get(subject.selected, {})
        picture.write(0, top, f"In the week from {short_day(subject.selected)}", Ink("muted"))
        for number, view in enumerate(_FOOT_VIEWS[: picture.columns // columns]):
            seen = foot_picture(view, foot, columns, end - top - 1, sore=week_areas.keys() & set(areas_in_view(view)))
            picture.lay(number * columns, top + 1, seen)


def _care(picture: Picture, row: int, laid: list[WeekColumn], subject: Subject) -> None:
    """Mark each week in which care was logged."""
    marked = [slot for slot in laid if any(week.start in subject.care for week in slot.weeks)]
    picture.write(0, row, "Care", Ink("muted"))
    for slot in marked:
        is_selected = any(week.start == subject.selected for week in slot.weeks)
        sign = week_number(slot, subject.visits) or "+"
        picture.write_centred(slot.middle, row, sign, Ink("accent" if is_selected else "muted", bold=True))


def _legend(picture: Picture, column: int, row: int, items: list[tuple[str, Ink, str]]) -> None:
    for sign, ink, meaning in items:
        if meaning and column + len(sign) + 1 + len(meaning) <= picture.columns:
            picture.write(column, row, sign, ink)
            picture.write(column + len(sign) + bool(sign), row, meaning, Ink("faint"))
            column += len(sign) + len(meaning) + 4
            if meaning in BAND_CAPTIONS:
                return


_VIEWS: Mapping[ViewName, Callable[[Picture, Subject, list[WeekColumn]], None]] = {
    "weeks": _weeks,
    "change": _change,
    "links": _links,
    "traps": _traps,
    "days": _days,
    "load": _load,
    "calendar": _calendar,
    "where": _where,
}
