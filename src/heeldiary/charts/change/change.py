"""The Change view: then and now on the axis 0-10 with the tolerance, and the trend with its range."""

import textwrap
from collections.abc import Sequence

from heeldiary.charts.change.blocks import draw_blocks
from heeldiary.charts.picture import Ink, Picture
from heeldiary.charts.ruler import Difference, Ruler
from heeldiary.domain.analysis.results import Analysis, ChangeAnalysis
from heeldiary.domain.change.change import ThenAndNow, TooEarly, Trend
from heeldiary.domain.change.text import (
    BEGINNING,
    DESCRIPTION,
    IMPORTANT,
    IMPORTANT_BRIEF,
    format_tolerance,
    format_too_early,
    format_trend_briefly,
    format_verdict,
)
from heeldiary.domain.scales import Foot
from heeldiary.domain.text import capitalized

_WIDEST_COLUMNS = 120
_SPACED_ROWS, _ROOMY_ROWS = 17, 26
_RULER_ROWS = 3
_WIDEST_RULER_COLUMNS = 81
_LEAST_BLOCK_ROWS = 9
"""With less left for the blocks, what only explains is left out."""
_WIDEST_STEP_COLUMNS = 8
_LEAST_SAID = 2
"""The verdict, and that people start a diary at their worst."""


def draw_change(picture: Picture, findings: ChangeAnalysis | Analysis) -> None:
    """Draw the view: the mornings of then and now, the verdict, and the trend on a ruler."""
    columns = min(picture.columns, _WIDEST_COLUMNS)
    then_and_now, trend, foot = findings.then_and_now, findings.trend, findings.observations.foot
    roomy = picture.rows >= _ROOMY_ROWS
    pace = [] if isinstance(trend, TooEarly) else _pace(trend, roomy)
    trend_rows = _RULER_ROWS + _height(pace, columns)
    if isinstance(then_and_now, TooEarly):
        row = _waiting(picture, 1, columns, "Then and now", then_and_now, foot)
    else:
        left = picture.rows - trend_rows - (picture.rows >= _SPACED_ROWS) - 4 * roomy
        said = _said(then_and_now, roomy)
        while len(said) > _LEAST_SAID and left - _height(said, columns) < _LEAST_BLOCK_ROWS:
            said.pop()
        row = draw_blocks(picture, int(roomy), left - _height(said, columns), columns, then_and_now, foot) + roomy
        row = _sentences(picture, row, columns, said)
    row += roomy + (picture.rows - row > trend_rows)
    if isinstance(trend, TooEarly):
        _waiting(picture, row, columns, "Trend", trend, foot)
        return
    row = _sentences(picture, row, columns, pace)
    if picture.rows - row >= _RULER_ROWS:
        _draw_trend(picture, row + roomy, columns, trend, foot)


def _pace(trend: Trend, roomy: bool) -> list[tuple[str, Ink]]:
    """Return the trend in words."""
    return [(format_trend_briefly(trend), Ink("text", bold=True)), (DESCRIPTION, Ink("muted"))][: 1 + roomy]


def _draw_trend(picture: Picture, row: int, columns: int, trend: Trend, foot: Foot) -> None:
    """Draw the change per four weeks with its range on a ruler."""
    furthest = max(abs(trend.low), abs(trend.high))
    ruler = Ruler.reaching(furthest, 1, min(columns - 2, _WIDEST_RULER_COLUMNS))
    picture.write(ruler.column, row, "lower", Ink("faint"))
    picture.write_right(ruler.last + 1, row, "higher", Ink("faint"))
    difference = Difference(trend.low, trend.per_four_weeks, trend.high, trend.clear)
    ruler.draw_range(picture, row, difference, Ink(foot, bold=trend.clear))
    ruler.draw_line(picture, row + 1)
    ruler.draw_numbers(picture, row + 2)


def _said(then_and_now: ThenAndNow, roomy: bool) -> list[tuple[str, Ink]]:
    """Return the verdict, then its context; the last is the first to leave out."""
    said = [(format_verdict(then_and_now), Ink("text", bold=True)), (BEGINNING, Ink("muted"))]
    if roomy:
        said.insert(1, (format_tolerance(then_and_now), Ink("muted")))
    if "much" not in then_and_now.verdict:
        said.append((IMPORTANT if roomy else IMPORTANT_BRIEF, Ink("faint")))
    return said


def _height(said: Sequence[tuple[str, Ink]], columns: int) -> int:
    """Return the number of rows of sentences."""
    return sum(len(textwrap.wrap(sentence, columns)) for sentence, _ in said)


def _waiting(picture: Picture, row: int, columns: int, title: str, waiting: TooEarly, foot: Foot) -> int:
    """Draw the progress as a bar and text; return the next row."""
    picture.write(0, row, title, Ink("text", bold=True))
    each = max(1, min(_WIDEST_STEP_COLUMNS, columns // waiting.need))
    for step in range(waiting.need):
        is_reached = step < waiting.have
        sign = ("━" if is_reached else "╌") * max(1, each - (each > 1))
        picture.write(step * each, row + 1, sign, Ink(foot if is_reached else "line"))
    return _sentences(picture, row + 2, columns, [(capitalized(format_too_early(waiting)), Ink("muted"))])


def _sentences(picture: Picture, row: int, columns: int, said: Sequence[tuple[str, Ink]]) -> int:
    """Write sentences, each on a new line; return the next row."""
    for sentence, ink in said:
        for line in textwrap.wrap(sentence, columns):
            picture.write(0, row, line, ink)
            row += 1
    return row
