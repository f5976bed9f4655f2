"""Visits of a course on the charts: a vertical line for each, and its number below."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta

from heeldiary.charts.picture import Ink, Picture
from heeldiary.charts.weeks.days import day_columns
from heeldiary.charts.weeks.frame import WeekColumn
from heeldiary.domain.days import Span

_LINE = Ink("bars")
_BLANK = " ┈"

_Mark = tuple[int, str, Sequence[int]]
"""Visits on the chart: their column, what stands before their numbers, and these."""


def week_number(slot: WeekColumn, visits: Mapping[date, Sequence[int]]) -> str:
    """Return the label of a week with visits: `v3-4`, `v3+` or `3+`, or `v3` or `3` for one, whichever fits.

    It is "" if there are no visits, or no room.
    """
    numbers = {
        number for week in slot.weeks for n in range(7) for number in visits.get(week.start + timedelta(days=n), ())
    }
    if not numbers:
        return ""
    whole, first = format_visits(numbers), min(numbers)
    if len(f"v{whole}") < slot.width:
        return f"v{whole}"
    if len(numbers) == 1:
        return whole if len(whole) < slot.width else ""
    return next((sign for sign in (f"v{first}+", f"{first}+") if len(sign) < slot.width), "")


def format_visits(numbers: Collection[int]) -> str:
    """Return the numbers of visits: `3`, `3-5`, or `1,4` for those of several courses."""
    first, last = min(numbers), max(numbers)
    if len({*numbers}) < last - first + 1:
        return ",".join(map(str, sorted({*numbers})))
    return str(first) if first == last else f"{first}-{last}"


def draw_day_visits(picture: Picture, top: int, rows: int, span: Span, visits: Mapping[date, Sequence[int]]) -> None:
    """Draw a line on each day with a visit, and the numbers two rows below the chart."""
    marks: dict[int, list[int]] = {}
    for place in day_columns(span, picture.columns):
        numbers = [number for day in place.days for number in visits.get(day, ())]
        if numbers:
            _line(picture, place.middle, top, rows)
            marks[place.middle] = numbers
    for column, text in visit_labels(marks, picture.columns):
        picture.write(column, top + rows + 1, text, Ink("muted"))


def visit_labels(marks: Mapping[int, Sequence[int]], columns: int) -> list[tuple[int, str]]:
    """Return the labels of visits with their columns, a blank between them; the first one has a `v`.

    Each number stands at its column, the `v` before it if that makes room. Where they are too near, a run of visits has
    its first and last number; if they are no run, as visits of several courses, one label: `1-4`, or `1,4` without all.
    """
    at_sign, beside_sign = (_placed(marks, columns, before) for before in (0, 1))
    return beside_sign if len(beside_sign) > len(at_sign) else at_sign


def _placed(marks: Mapping[int, Sequence[int]], columns: int, before: int) -> list[tuple[int, str]]:
    """Return the labels, the first one some columns `before` its own."""
    texts = [
        (column - before * (not at), "v" * (not at), numbers) for at, (column, numbers) in enumerate(marks.items())
    ]
    runs: list[list[_Mark]] = []
    for mark in texts:
        run = [mark]
        while runs and _touch(_labels(runs[-1], columns), _labels(run, columns)):
            run = [*runs.pop(), *run]
        runs.append(run)
    return [label for run in runs for label in _labels(run, columns)]


def _labels(run: Sequence[_Mark], columns: int) -> list[tuple[int, str]]:
    """Return the labels of one visit, or of some that are too near each other, within a width."""
    (first, sign, _), last = run[0], run[-1][0]
    numbers = [number for mark in run for number in mark[2]]
    if len(run) > 1 and numbers == [*range(numbers[0], numbers[-1] + 1)]:
        ends = [
            _within(first, f"{sign}{numbers[0]}", columns),
            _within(last, str(numbers[-1]), columns),
        ]
        if not _touch(ends[:1], ends[1:]):
            return ends
    return [_within(first, f"{sign}{format_visits(numbers)}", columns)]


def _within(column: int, text: str, columns: int) -> tuple[int, str]:
    """Return a label at a column, or as near to it as the width allows."""
    return max(0, min(column, columns - len(text))), text


def _touch(before: Sequence[tuple[int, str]], after: Sequence[tuple[int, str]]) -> bool:
    """Return whether there is no blank between the last of some labels and the first of others."""
    column, text = before[-1]
    return after[0][0] <= column + len(text)


def _line(picture: Picture, column: int, top: int, rows: int) -> None:
    for row in range(top, min(top + rows - 1, picture.rows)):
        if column < picture.columns:
            cell = picture.cells[row][column]
            if cell.sign in _BLANK and cell.ink.back is None:
                picture.put(column, row, "╎", _LINE)
