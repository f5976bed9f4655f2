"""The Change view: then and now on the axis 0-10 with the tolerance, and the trend with its range."""

import textwrap
from collections.abc import Sequence

from heeldiary.charts.change.slope import draw_trend
from heeldiary.charts.change.strips import draw_strips
from heeldiary.charts.picture import Ink, Picture
from heeldiary.domain.analysis.results import Analysis, ChangeAnalysis
from heeldiary.domain.change.change import ThenAndNow, TooEarly
from heeldiary.domain.change.text import (
    BEGINNING,
    IMPORTANT,
    IMPORTANT_BRIEF,
    format_tolerance,
    format_too_early,
    format_trend,
    format_trend_briefly,
    format_verdict,
)
from heeldiary.domain.scales import Foot

_WIDEST_COLUMNS = 120
_ROOMY_ROWS = 26
_TALL_ROWS = 40
_SMALLEST_TREND_ROWS = 7
_WIDEST_STEP_COLUMNS = 8


def draw_change(picture: Picture, findings: ChangeAnalysis | Analysis) -> None:
    """Draw the view."""
    columns = min(picture.columns, _WIDEST_COLUMNS)
    then_and_now, foot = findings.then_and_now, findings.observations.foot
    roomy = picture.rows >= _ROOMY_ROWS
    each = 5 if picture.rows >= _TALL_ROWS else 3 if roomy else 2
    row = int(roomy)
    if isinstance(then_and_now, TooEarly):
        row = _waiting(picture, 1, columns, "Then and now", then_and_now, foot)
    else:
        row = draw_strips(picture, row, columns, each, then_and_now, foot, roomy) + roomy
        row = _sentences(picture, row, columns, _said(then_and_now, roomy))
    trend = findings.trend
    if isinstance(trend, TooEarly):
        _waiting(picture, row + 1 + roomy, columns, "Trend", trend, foot)
        return
    row += 1 + roomy if roomy else (picture.rows - row) % 2 == 0
    words = format_trend(trend)
    row = min(row, picture.rows - _SMALLEST_TREND_ROWS)
    trend_text = words if len(words) <= columns else format_trend_briefly(trend)
    row = _sentences(picture, row, columns, [(trend_text, Ink("text", bold=True))])
    draw_trend(picture, row + roomy, picture.rows - row - roomy, columns, trend, foot, findings.observations.as_of)


def _said(then_and_now: ThenAndNow, roomy: bool) -> list[tuple[str, Ink]]:
    """Return the verdict, then its context."""
    said = [(format_verdict(then_and_now), Ink("text", bold=True))]
    if roomy:
        said.append((format_tolerance(then_and_now), Ink("muted")))
    said.append((BEGINNING, Ink("muted")))
    if "much" not in then_and_now.verdict:
        said.append((IMPORTANT if roomy else IMPORTANT_BRIEF, Ink("faint")))
    return said


def _waiting(picture: Picture, row: int, columns: int, title: str, waiting: TooEarly, foot: Foot) -> int:
    """Draw the progress as a bar and text; return the next row."""
    picture.write(0, row, title, Ink("text", bold=True))
    each = max(1, min(_WIDEST_STEP_COLUMNS, columns // waiting.need))
    for step in range(waiting.need):
        is_reached = step < waiting.have
        sign = ("━" if is_reached else "╌") * max(1, each - (each > 1))
        picture.write(step * each, row + 1, sign, Ink(foot if is_reached else "line"))
    return _sentences(picture, row + 2, columns, [(format_too_early(waiting), Ink("muted"))])


def _sentences(picture: Picture, row: int, columns: int, said: Sequence[tuple[str, Ink]]) -> int:
    """Write sentences, each on a new line; return the next row."""
    for sentence, ink in said:
        for line in textwrap.wrap(sentence, columns):
            picture.write(0, row, line, ink)
            row += 1
    return row
