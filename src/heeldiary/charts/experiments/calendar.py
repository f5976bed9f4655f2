"""An experiment's days as blocks of tiles: the coins so far, the record, and the days still sealed."""

from datetime import date, timedelta
from typing import NamedTuple

from heeldiary.charts.picture import Ink, Picture
from heeldiary.domain.days import MONTHS
from heeldiary.domain.experiments.experiment import Experiment
from heeldiary.domain.experiments.result import Result

_GAP_COLUMNS = 3
"""The columns between blocks; one less between the two weeks of a pair."""
_SEALED, _LEFT_OUT = "░", "–"
_SAID = {"y": "✓", "n": "✗", "-": "·"}
_LEGEND_ROWS = 2
_DATED_COLUMNS = 4
"""Tiles of this height show the day of the month above, and a month's name where it begins."""


class _Grid(NamedTuple):
    """The layout of the blocks: the tiles' width and height, and the blocks in a row."""

    tile: int
    across: int
    high: int
    rows: int
    """The number of rows of blocks."""


def calendar_rows(experiment: Experiment, columns: int, most: int = 40) -> int:
    """Return the calendar's height at a width."""
    grid = _grid(experiment, columns, most)
    return grid.rows * grid.high + _LEGEND_ROWS


def calendar_picture(result: Result, columns: int, rows: int) -> Picture:
    """Return the calendar at a size; it contains no future coin."""
    picture = Picture(columns, rows)
    experiment = result.experiment
    grid = _grid(experiment, columns, rows)
    today = experiment.number(result.today)
    passed = experiment.days if result.today > experiment.last_day else -1 if today is None else today
    stopped = experiment.stopped_on
    if result.phase == "stopped" and stopped is not None:
        passed = min(passed, (stopped - experiment.first_day).days - 1)
    for number in range(experiment.days):
        column, row = _place(experiment, grid, number)
        _draw_day(picture, column, row, grid, result, number, passed, number == today)
    _legend(picture, rows - 1, result)
    return picture


def _draw_day(
    picture: Picture,
    column: int,
    row: int,
    grid: _Grid,
    result: Result,
    number: int,
    passed: int,
    is_today: bool,
) -> None:
    experiment = result.experiment
    width = max(1, grid.tile - (grid.tile > 1))
    if grid.high == _DATED_COLUMNS:
        name = _date(experiment.first_day + timedelta(days=number), width)
        picture.write(column, row, name.center(width), Ink("accent" if is_today else "muted", bold=is_today))
        row += 1
    if number > passed and result.phase == "stopped":
        picture.write(column, row, _LEFT_OUT.center(width), Ink("faint"))
        return
    if number > passed:
        for below in range(min(2, grid.high - 1)):
            picture.write(column, row + below, _SEALED * width, Ink("bars"))
        return
    coin, said = experiment.coin(number), experiment.said(number)
    foot = experiment.foot
    strong = Ink(f"on-{foot}-7", f"{foot}-7", bold=True, underline=is_today)
    picture.write(
        column,
        row,
        coin.center(width),
        strong if coin == "H" else Ink("text", "line", bold=is_today, underline=is_today),
    )
    mark = Ink("accent", bold=True) if is_today else Ink("text" if said != "-" else "faint")
    picture.write(column, row + 1, _SAID[said].center(width), mark)


def _date(day: date, columns: int) -> str:
    """Return the day of the month; a month's first day with its name, or the name alone in few columns."""
    if day.day > 1:
        return f"{day.day:2}"
    name = MONTHS[day.month - 1][:3]
    return f"1 {name}" if columns >= len(f"1 {name}") else name


def _legend(picture: Picture, row: int, result: Result) -> None:
    foot = result.experiment.foot
    column = 0
    to_come = (_LEFT_OUT, Ink("faint"), "left out") if result.phase == "stopped" else (_SEALED, Ink("bars"), "to come")
    for sign, ink, meaning in (
        ("H", Ink(f"on-{foot}-7", f"{foot}-7", bold=True), "heads"),
        ("T", Ink("text", "line"), "tails"),
        ("✓", Ink("text"), "done"),
        ("✗", Ink("text"), "not done"),
        ("·", Ink("faint"), "not logged"),
        to_come,
    ):
        if column + 2 + len(meaning) > picture.columns:
            return
        picture.write(column, row, sign, ink)
        picture.write(column + 2, row, meaning, Ink("faint"))
        column += len(meaning) + 5


def _place(experiment: Experiment, grid: _Grid, number: int) -> tuple[int, int]:
    """Return column and row of a day's tile."""
    block, at = divmod(number, experiment.block_days)
    down, right = divmod(block, grid.across)
    column = right * (_width(experiment, grid.tile) + _GAP_COLUMNS) + at * grid.tile + (_GAP_COLUMNS - 1) * (at // 7)
    return column, down * grid.high


def _width(experiment: Experiment, tile: int) -> int:
    """Return the width of a block."""
    return experiment.block_days * tile - (tile > 1) + (_GAP_COLUMNS - 1) * (experiment.unit == "week")


def _grid(experiment: Experiment, columns: int, rows: int) -> _Grid:
    """Return the largest layout that fits."""
    blocks = -(-experiment.days // experiment.block_days)
    least = _Grid(1, 1, 2, blocks)
    for high in (_DATED_COLUMNS, 3, 2):
        for tile in (8, 6, 4) if high == _DATED_COLUMNS else (4, 3, 2, 1):
            across = (columns + _GAP_COLUMNS) // (_width(experiment, tile) + _GAP_COLUMNS)
            if across < 1:
                continue
            across = _even(blocks, across)
            down = -(-blocks // across)
            least = _Grid(tile, across, high, down)
            if down * high + _LEGEND_ROWS <= rows:
                return least
    return least


def _even(blocks: int, across: int) -> int:
    """Return the blocks in a row, spread evenly: not five and one, but three and three."""
    down = -(-blocks // across)
    return -(-blocks // down)
