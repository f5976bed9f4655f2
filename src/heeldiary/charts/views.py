"""The views of Trends as pictures."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from importlib import import_module
from types import MappingProxyType
from typing import Literal, NamedTuple, get_args

from heeldiary.charts.foot.areas import areas_in_view
from heeldiary.charts.foot.foot import View, foot_picture
from heeldiary.charts.picture import Ink, Picture
from heeldiary.charts.weeks.band import EDGE
from heeldiary.charts.weeks.bars import SERIES, draw_bars
from heeldiary.charts.weeks.calendar import draw_calendar
from heeldiary.charts.weeks.days import draw_days
from heeldiary.charts.weeks.frame import MARGIN_COLUMNS, WeekColumn, draw_week_numbers, week_columns
from heeldiary.charts.weeks.visits import draw_day_visits, draw_week_visits, week_number
from heeldiary.charts.weeks.weeks import draw_weeks, legend
from heeldiary.charts.weeks.where import TITLE_COLUMNS, draw_where
from heeldiary.domain.analysis.results import Analysis, ChangeAnalysis
from heeldiary.domain.change.text import BAND_CAPTIONS, COMPUTING, NO_BAND
from heeldiary.domain.weeks.weeks import Trends

ViewName = Literal["weeks", "change", "links", "traps", "days", "load", "calendar", "where"]
VIEWS: tuple[ViewName, ...] = get_args(ViewName)
WEEKLY: tuple[ViewName, ...] = ("weeks", "days", "load", "calendar", "where")
"""The views that show a range of weeks, of which one is read out. The others take the whole width."""

WHOLE: tuple[ViewName, ...] = ("links", "traps")
"""The views that need the whole diary, however long it is."""

_ROOMY_ROWS = 26
_BARS_WITH_FIGURES = 3
_FOOT_ROWS = 15
"""From so many rows on the foot is drawn beneath the weeks."""
_FOOT_VIEWS: tuple[View, ...] = ("sole", "calf")  # these two show every spot


class Subject(NamedTuple):
    """What a trend picture is about."""

    trends: Trends
    scores: Mapping[date, int]
    """First-step scores by day."""
    care: Collection[date]
    """The Mondays of the weeks in which care was logged."""
    selected: date
    """The Monday of the week that is read out."""
    sore: Mapping[date, Mapping[str, int]] = MappingProxyType({})
    """By Monday and spot, the days on which it was marked as hurting; a week without a session is missing."""
    visits: Mapping[date, Sequence[int]] = MappingProxyType({})
    """The numbers of the visits of courses, by day."""
    findings: ChangeAnalysis | Analysis | None = None
    """What was reckoned of the foot; None while that goes on. Links and Traps need `Analysis`."""
    panel: int = 0
    """Which of the traps is shown where there is no room for all."""


def trends_picture(view: ViewName, subject: Subject, columns: int, rows: int) -> Picture:
    """A view at a size."""
    picture = Picture(columns, rows)
    if columns:
        laid = week_columns(subject.trends.weeks, columns, _MARGINS.get(view, MARGIN_COLUMNS))
        _VIEWS[view](picture, subject, laid)
    return picture


def week_at(view: ViewName, subject: Subject, columns: int, column: int) -> date | None:
    """The Monday of the week drawn at a column of the views Weeks, Load and Where; None in the others."""
    if view not in ("weeks", "load", "where"):
        return None
    for slot in week_columns(subject.trends.weeks, columns, _MARGINS.get(view, MARGIN_COLUMNS)):
        if slot.column <= column < slot.column + slot.width:
            return slot.weeks[-1].start
    return None


def _weeks(picture: Picture, subject: Subject, laid: list[WeekColumn]) -> None:
    """The chart with its legend, care as marks on the axis, the loads as bars beneath."""
    foot = subject.trends.foot
    roomy = picture.rows >= _ROOMY_ROWS
    each = _BARS_WITH_FIGURES if roomy else 1
    top = 2 if roomy else 1
    chart_rows = max(5, picture.rows - top - 2 - roomy - each * len(SERIES))
    chart_rows -= chart_rows % 2 == 0
    if roomy:
        _legend(picture, legend(foot))
    if subject.findings:
        _band_caption(picture, roomy, bool(subject.findings.bands))
    bands = subject.findings.bands if subject.findings else {}
    draw_weeks(picture, top, chart_rows, laid, foot, subject.selected, bands)
    draw_week_visits(picture, top, chart_rows, laid, subject.visits)
    row = top + chart_rows
    draw_week_numbers(picture, row, laid, subject.selected)
    _care(picture, row + 1, laid, subject)
    row += 2 + (picture.rows - row - 2 > each * len(SERIES))
    for series in SERIES:
        draw_bars(picture, row, each, laid, series, subject.selected, figures=roomy)
        row += each


def is_computed(view: ViewName, subject: Subject) -> bool:
    """Whether all that a view shows has been reckoned."""
    return isinstance(subject.findings, Analysis if view in WHOLE else ChangeAnalysis | Analysis)


def _reckoned(name: ViewName) -> Callable[[Picture, Subject, list[WeekColumn]], None]:
    """The view that `draw_NAME(picture, findings)` in its module draws."""

    def draw(picture: Picture, subject: Subject, laid: list[WeekColumn]) -> None:
        if not is_computed(name, subject):
            picture.write(0, 0, COMPUTING, Ink("muted"))
        else:
            getattr(import_module(f"heeldiary.charts.{_MODULES[name]}"), f"draw_{name}")(picture, subject.findings)

    return draw


def _days(picture: Picture, subject: Subject, laid: list[WeekColumn]) -> None:
    rows = picture.rows - 3
    rows -= rows % 2 == 0
    trends = subject.trends
    said = draw_days(picture, 0, rows, trends.span, subject.scores, trends.foot, subject.selected)
    draw_day_visits(picture, 0, rows, trends.span, subject.visits)
    picture.write(MARGIN_COLUMNS, picture.rows - 1, said, Ink("faint"))


def _traps(picture: Picture, subject: Subject, laid: list[WeekColumn]) -> None:
    if not isinstance(subject.findings, Analysis):
        picture.write(0, 0, COMPUTING, Ink("muted"))
    else:
        from heeldiary.charts.traps.traps import draw_traps

        draw_traps(picture, subject.findings, subject.panel)


def _load(picture: Picture, subject: Subject, laid: list[WeekColumn]) -> None:
    """The four series, each as high as there is room."""
    each = max(1, (picture.rows - 2) // len(SERIES))
    for number, series in enumerate(SERIES):
        draw_bars(picture, number * each + (each > 3), each - (each > 3), laid, series, subject.selected, each >= 3)
    draw_week_numbers(picture, len(SERIES) * each, laid, subject.selected)
    _care(picture, len(SERIES) * each + 1, laid, subject)


def _calendar(picture: Picture, subject: Subject, laid: list[WeekColumn]) -> None:
    trends = subject.trends
    said = draw_calendar(picture, 0, picture.rows - 1, trends.span, subject.scores, trends.foot, subject.selected)
    picture.write(MARGIN_COLUMNS, picture.rows - 1, said, Ink("faint"))


def _where(picture: Picture, subject: Subject, laid: list[WeekColumn]) -> None:
    foot = subject.trends.foot
    said = draw_where(picture, 0, picture.rows - 2, laid, subject.sore, foot, subject.selected)
    picture.write(0, picture.rows - 1, said, Ink("faint"))
    marked = {spot for week in subject.sore.values() for spot in week}
    top, columns = 2 * len(marked) + 3, min(36, picture.columns // 2)
    if marked and picture.rows - top >= _FOOT_ROWS:
        here = subject.sore.get(subject.selected, {})
        picture.write(0, top, "In the selected week", Ink("muted"))
        for number, view in enumerate(_FOOT_VIEWS):
            seen = foot_picture(
                view, foot, columns, picture.rows - top - 3, sore=here.keys() & set(areas_in_view(view))
            )
            picture.lay(number * columns, top + 1, seen)


def _care(picture: Picture, row: int, laid: list[WeekColumn], subject: Subject) -> None:
    """A mark under each week in which care was logged."""
    marked = [slot for slot in laid if any(week.start in subject.care for week in slot.weeks)]
    picture.write(0, row, "Care", Ink("muted"))
    for slot in marked:
        here = any(week.start == subject.selected for week in slot.weeks)
        sign = week_number(slot, subject.visits) or "+"
        picture.write_centred(slot.middle, row, sign, Ink("accent" if here else "muted", bold=True))


def _band_caption(picture: Picture, roomy: bool, there: bool) -> None:
    """Above the chart, what the band is."""
    column = MARGIN_COLUMNS if roomy else 0
    if there:
        picture.write(column, int(roomy), EDGE * 2, Ink("muted", "band"))
        room = picture.columns - column - 3
        said = next((words for words in BAND_CAPTIONS if len(words) <= room), BAND_CAPTIONS[-1])
        picture.write(column + 3, int(roomy), said, Ink("faint"))
    else:
        picture.write(column, int(roomy), NO_BAND, Ink("faint"))


def _legend(picture: Picture, items: list[tuple[str, Ink, str]]) -> None:
    column = MARGIN_COLUMNS
    for sign, ink, meaning in items:
        if column + len(sign) + 1 + len(meaning) <= picture.columns:
            picture.write(column, 0, sign, ink)
            picture.write(column + len(sign) + 1, 0, meaning, Ink("faint"))
            column += len(sign) + len(meaning) + 4


_MODULES: Mapping[ViewName, str] = {"change": "change.change", "links": "links"}  # loaded when drawn
_VIEWS: Mapping[ViewName, Callable[[Picture, Subject, list[WeekColumn]], None]] = {
    "weeks": _weeks,
    "change": _reckoned("change"),
    "links": _reckoned("links"),
    "traps": _traps,
    "days": _days,
    "load": _load,
    "calendar": _calendar,
    "where": _where,
}
_MARGINS: Mapping[ViewName, int] = {"where": TITLE_COLUMNS}  # room for words at the left
