"""The Weeks view: the answer, the chart, what is written under it, lanes of care and the loads."""

from typing import NamedTuple

from heeldiary.charts.picture import Ink, Picture
from heeldiary.charts.subject import Subject
from heeldiary.charts.weeks.axis import MEAN_COLUMNS, draw_means, draw_months
from heeldiary.charts.weeks.bars import SERIES, draw_load_row
from heeldiary.charts.weeks.blocks import chart_rows
from heeldiary.charts.weeks.events import draw_events
from heeldiary.charts.weeks.frame import CHART_MARGIN_COLUMNS, WeekColumn, draw_week_numbers, week_columns
from heeldiary.charts.weeks.lanes import draw_lanes, lane_kinds
from heeldiary.charts.weeks.months import draw_by_month
from heeldiary.charts.weeks.weeks import DENSE_COLUMNS, draw_level, draw_weeks, legend
from heeldiary.domain.change.change import ThenAndNow
from heeldiary.domain.change.text import (
    BAND_CAPTIONS,
    COMPUTING,
    NO_BAND,
    answer_of_trend,
    answers_of_change,
    months_of_then,
)

ROOMY_ROWS = 26
_GAP_COLUMNS = 2
_TALL_ROWS, _TALL_LANES = 26, 2
"""A chart of this height becomes one step lower to make room for this number of lanes."""
_MOST_LANES = 4
_LEAST_SPARE_ROWS = 2


class _Rows(NamedTuple):
    """The rows of each part, from top to bottom."""

    above: int
    """The sentences and the legend."""
    chart: int
    has_means: bool
    lanes: int
    loads: int


def _lay(subject: Subject, laid: list[WeekColumn], columns: int, rows: int) -> _Rows:
    """Return the rows of the parts that fit."""
    has_means = bool(laid) and laid[0].width >= MEAN_COLUMNS
    above = 1 + (rows >= ROOMY_ROWS) * (1 + _trend_rows(subject, columns))
    room = rows - above - has_means - 2
    loads = len(SERIES) if room - len(SERIES) >= chart_rows(0) else 0
    room -= loads
    chart = chart_rows(room)
    if chart >= _TALL_ROWS and room - chart < _TALL_LANES:
        chart = chart_rows(room - _TALL_LANES)
    spare = max(0, room - chart)
    # a blank row above the lanes if it fits, then one between the sentences and the legend
    lanes = min(spare - (spare > 1), _MOST_LANES, len(lane_kinds(subject.care_days)))
    above += rows >= ROOMY_ROWS and spare - lanes > _LEAST_SPARE_ROWS
    return _Rows(above, chart, has_means, lanes, loads)


def lanes_to_name(subject: Subject, columns: int, rows: int) -> list[str]:
    """Return the kinds of care whose lanes have their names in the text beside the picture, from top to bottom."""
    laid = week_columns(subject.trends.weeks, columns, CHART_MARGIN_COLUMNS)
    if not laid or _is_dense(laid):
        return []
    return lane_kinds(subject.care_days)[: _lay(subject, laid, columns, rows).lanes]


def rows_for_visits(subject: Subject, columns: int, rows: int) -> int:
    """Return the rows of a picture alone in which every kind of care with visits has a lane, if the chart stays."""
    laid = week_columns(subject.trends.weeks, columns)
    kinds = {entry.kind for entry in subject.care_days if entry.visit is not None}
    by_rows = {more: _lay(subject, laid, columns, more) for more in range(rows, rows + _MOST_LANES + 1)}
    fitting = [more for more, parts in by_rows.items() if parts.chart == by_rows[rows].chart]
    return max(fitting, key=lambda more: (min(by_rows[more].lanes, len(kinds)), -more))


def draw_weeks_view(picture: Picture, subject: Subject, laid: list[WeekColumn], alone: bool) -> None:
    """Draw all parts; if it is not `alone`, the text beside it has the names of the loads, and of lanes if it must."""
    foot, selected, findings = subject.trends.foot, subject.selected, subject.findings
    is_dense = _is_dense(laid)
    rows = _lay(subject, laid, picture.columns, picture.rows)
    picture.write(0, 0, answer(subject, picture.columns), Ink("text", bold=True))
    if picture.rows >= ROOMY_ROWS:
        picture.write(0, 1, _trend_answer(subject, picture.columns), Ink("text"))
        margin = laid[0].column if laid else CHART_MARGIN_COLUMNS
        named = [*legend(foot, is_dense, len(laid[0].weeks) if laid else 1), *_band_legends(subject)]
        _write_legend(picture, margin, rows.above - 1, named)
    top = rows.above
    draw_weeks(picture, top, rows.chart, laid, foot, selected, findings.bands if findings else {})
    draw_events(picture, top, rows.chart, laid, subject.events)
    before = findings.then_and_now if findings else None
    if laid and isinstance(before, ThenAndNow) and before.then.last < laid[0].weeks[0].start:
        level = before.then.mean
        draw_level(picture, top, rows.chart, laid, level, f"{level:.1f} in {months_of_then(before)}")
    if is_dense:
        free = picture.columns - laid[-1].column - laid[-1].width - _GAP_COLUMNS
        draw_by_month(picture, top, picture.rows - top, free, subject.scores, foot, selected)
    row = top + rows.chart
    if rows.has_means:
        draw_means(picture, row, laid, selected)
        row += 1
    draw_week_numbers(picture, row, laid, selected)
    draw_months(picture, row + 1, laid)
    kinds = lane_kinds(subject.care_days)[: rows.lanes]
    draw_lanes(
        picture,
        picture.rows - rows.loads - len(kinds),
        kinds,
        laid,
        subject.care_days,
        selected,
        named=alone or is_dense,
    )
    for at, series in enumerate(SERIES[: rows.loads], picture.rows - rows.loads):
        draw_load_row(picture, at, laid, series, selected, figures=True)
        if alone:
            picture.write(0, at, series.name, Ink("muted"))


def _is_dense(laid: list[WeekColumn]) -> bool:
    return bool(laid) and laid[0].width < DENSE_COLUMNS


def answer(subject: Subject, columns: int) -> str:
    """Return the longest answer of Change that fits, or what is missing until there is one."""
    if subject.findings is None:
        return COMPUTING
    answers = (*answers_of_change(subject.findings.then_and_now), f"{subject.trends.foot.capitalize()} foot")
    return next((answer for answer in answers if len(answer) <= columns), "")


def _trend_rows(subject: Subject, columns: int) -> int:
    """Return the rows of the sentence on the last weeks; its place is kept until it is computed."""
    return int(subject.findings is None or _trend_answer(subject, columns) != "")


def _trend_answer(subject: Subject, columns: int) -> str:
    answer = "" if subject.findings is None else answer_of_trend(subject.findings.trend)
    return answer if len(answer) <= columns else ""


def _band_legends(subject: Subject) -> list[tuple[str, Ink, str]]:
    """Return the band's legends, the longest first: the first that fits is used."""
    if subject.findings and subject.findings.bands:
        return [("   ", Ink(back="band"), caption) for caption in BAND_CAPTIONS]
    return [("", Ink(), NO_BAND)] if subject.findings else []


def _write_legend(picture: Picture, column: int, row: int, items: list[tuple[str, Ink, str]]) -> None:
    for sign, ink, meaning in items:
        if meaning and column + len(sign) + 1 + len(meaning) <= picture.columns:
            picture.write(column, row, sign, ink)
            picture.write(column + len(sign) + bool(sign), row, meaning, Ink("faint"))
            column += len(sign) + len(meaning) + 4
            if meaning in BAND_CAPTIONS:
                return
