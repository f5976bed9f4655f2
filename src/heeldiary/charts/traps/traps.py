"""The traps as small pictures with text: all four if there is room, else one at a time."""

import textwrap
from collections.abc import Callable, Sequence
from datetime import date, timedelta

from heeldiary.charts.picture import Ink, Picture
from heeldiary.charts.traps.courses import draw_courses
from heeldiary.charts.traps.missing import draw_gaps
from heeldiary.charts.traps.slopes import draw_slopes
from heeldiary.charts.traps.worst_week import draw_worst_week
from heeldiary.domain.analysis.results import Analysis
from heeldiary.domain.traps.text import SHORT_TITLES, Panel, panels

ALL_COLUMNS, ALL_ROWS = 130, 38
"""From this size on all four are shown."""

_GAP_COLUMNS = 6
_BESIDE_COLUMNS = 100
"""From this width on a single trap's text is beside its picture, else below."""
_LEAST_ROWS, _MOST_ROWS = 5, 21
"""The height of a picture."""
_AIRY_ROWS = 9
"""The height a picture keeps before blank rows part the sentences of four traps."""
_PRINTED_ROWS = 26
_PICTURE_COLUMNS = 72
_BESIDE_PICTURE_COLUMNS = 56
"""The width of a picture with its text below it, and beside it."""
_TEXT_COLUMNS = 44
_WIDEST_TEXT_COLUMNS = 60


def draw_traps(picture: Picture, findings: Analysis, panel: int = 0) -> None:
    """Draw the traps; `panel` is the one shown if not all fit."""
    all_panels = panels(findings.traps, len(findings.observations.scores))
    if pages(picture.columns, picture.rows) == 1:
        _draw_all(picture, findings, all_panels)
        return
    column = 0
    for number, title in enumerate(SHORT_TITLES):
        is_selected = number == panel
        picture.write(column, 0, title, Ink("text", bold=True, underline=True) if is_selected else Ink("muted"))
        column += len(title) + 3
    picture.write(column + 1, 0, "← →", Ink("faint"))
    end = _draw_one(picture, 2, findings, panel, all_panels[panel])
    others = [(title, each.beneath[0]) for title, each in zip(SHORT_TITLES, all_panels, strict=True) if each.beneath]
    _draw_others(picture, end + 2, [other for other in others if other[0] != SHORT_TITLES[panel]])


def _draw_all(picture: Picture, findings: Analysis, all_panels: Sequence[Panel]) -> None:
    """Draw all four, two in a row: their texts begin in the same row, and all have blank rows in them or none."""
    columns, rows = (picture.columns - _GAP_COLUMNS) // 2, (picture.rows - 1) // 2
    room, width = rows - 2, min(columns, 2 * _TEXT_COLUMNS)
    airy = [_lines(panel.beneath, width, is_airy=True) for panel in all_panels]
    is_airy = room - max(map(len, airy)) - 1 >= _AIRY_ROWS
    texts = airy if is_airy else [_lines(panel.beneath, width, is_airy=False) for panel in all_panels]
    for top, pair in ((0, (0, 1)), (rows + 1, (2, 3))):
        height = min(_MOST_ROWS, room - max(len(texts[number]) for number in pair) - 1)
        drawn = [Picture(min(columns, _PICTURE_COLUMNS), max(0, height)) for _ in pair]
        used = [
            _PICTURES[number](part, findings) if height >= _LEAST_ROWS else 0
            for number, part in zip(pair, drawn, strict=True)
        ]
        for left, number, part, rows_used in zip((0, columns + _GAP_COLUMNS), pair, drawn, used, strict=True):
            picture.write(left, top, all_panels[number].title, Ink("text", bold=True))
            picture.lay(left, top + 2, part)
            below = max(used) + 1 if rows_used else 0
            _write(picture, left, top + 2 + below, texts[number])


def printed_traps(findings: Analysis, columns: int) -> Picture:
    """Return all four below each other, for printing."""
    parts = []
    for number, panel in enumerate(panels(findings.traps, len(findings.observations.scores))):
        part = Picture(columns, _PRINTED_ROWS)
        part.write(0, 0, panel.title, Ink("text", bold=True))
        _draw_above(part, 1, findings, number, panel)
        parts.append((part, max(row for row, line in enumerate(part.cells) if any(cell.sign != " " for cell in line))))
    whole = Picture(columns, sum(last + 2 for _, last in parts) - 1)
    top = 0
    for part, last in parts:
        whole.lay(0, top, part)
        top += last + 2
    return whole


def pages(columns: int, rows: int) -> int:
    """Return the number of pages at a size."""
    return 1 if columns >= ALL_COLUMNS and rows >= ALL_ROWS else len(SHORT_TITLES)


def _draw_one(picture: Picture, top: int, findings: Analysis, number: int, panel: Panel) -> int:
    """Draw a trap, its text beside the picture in a wide terminal; return the row after it."""
    drawn = Picture(_BESIDE_PICTURE_COLUMNS, max(1, min(_MOST_ROWS, picture.rows - top)))
    taken = _PICTURES[number](drawn, findings) if picture.columns >= _BESIDE_COLUMNS else 0
    if not taken:
        return _draw_above(picture, top, findings, number, panel)
    picture.lay(0, top, drawn)
    left = drawn.used_columns + _GAP_COLUMNS
    lines = _fitted(panel.beneath, min(_WIDEST_TEXT_COLUMNS, picture.columns - left), drawn.rows)
    _write(picture, left, top, lines)
    return top + max(taken, len(lines))


def _draw_others(picture: Picture, top: int, others: Sequence[tuple[str, str]]) -> None:
    """Draw the first sentence of each other trap, if all of them fit."""
    label_columns = max((len(title) for title in SHORT_TITLES), default=0) + 3
    width = min(2 * _TEXT_COLUMNS, picture.columns - label_columns)
    wrapped = [(title, textwrap.wrap(sentence, width)) for title, sentence in others] if width > 0 else []
    if top + sum(len(lines) for _, lines in wrapped) > picture.rows:
        return
    for title, lines in wrapped:
        picture.write(0, top, title, Ink("muted"))
        for line in lines:
            picture.write(label_columns, top, line, Ink("muted"))
            top += 1


def _draw_above(picture: Picture, top: int, findings: Analysis, number: int, panel: Panel) -> int:
    """Draw a trap: the picture, then its text; return the row after it. The picture shrinks if the text needs room."""
    room = picture.rows - top
    lines = _fitted(panel.beneath, min(picture.columns, 2 * _TEXT_COLUMNS), room - 12)
    drawn = Picture(min(picture.columns, _PICTURE_COLUMNS), max(0, min(_MOST_ROWS, room - len(lines) - 1)))
    taken = _PICTURES[number](drawn, findings) if drawn.rows >= _LEAST_ROWS else 0
    if taken:
        picture.lay(0, top, drawn)
        top += taken + 1
    _write(picture, 0, top, lines)
    return top + len(lines)


def _write(picture: Picture, left: int, top: int, lines: Sequence[tuple[str, bool]]) -> None:
    for row, (line, first) in enumerate(lines):
        picture.write(left, top + row, line, Ink("text" if first else "muted"))


def _fitted(says: Sequence[str], columns: int, most: int) -> list[tuple[str, bool]]:
    """Return wrapped lines, with blank lines between the sentences if they fit in `most`."""
    airy = _lines(says, columns, is_airy=True)
    return airy if len(airy) <= most else _lines(says, columns, is_airy=False)


def _lines(says: Sequence[str], columns: int, is_airy: bool) -> list[tuple[str, bool]]:
    """Return wrapped lines, each with whether it is of the first sentence; with blank lines between if `is_airy`."""
    lines: list[tuple[str, bool]] = []
    for number, sentence in enumerate(says):
        lines += [("", False)] * (is_airy and number > 0)
        lines += [(line, number == 0) for line in textwrap.wrap(sentence, columns)]
    return lines


def _worst(picture: Picture, findings: Analysis) -> int:
    return draw_worst_week(picture, findings.traps.worst, findings.observations.foot)


def _slopes(picture: Picture, findings: Analysis) -> int:
    return draw_slopes(picture, findings.traps.reactive, findings.observations.foot)


def _courses(picture: Picture, findings: Analysis) -> int:
    return draw_courses(picture)


def _gaps(picture: Picture, findings: Analysis) -> int:
    gaps, observations = findings.traps.gaps, findings.observations
    days: list[tuple[date, bool]] = []
    if gaps.first is not None:
        span = (observations.as_of - gaps.first).days + 1
        days = [(day, day in observations.scores) for day in (gaps.first + timedelta(days=n) for n in range(span))]
    if days and not days[-1][1]:
        days.pop()
    return draw_gaps(picture, gaps, days, observations.foot)


_PICTURES: tuple[Callable[[Picture, Analysis], int], ...] = (_worst, _slopes, _courses, _gaps)
