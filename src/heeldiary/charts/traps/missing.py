"""The picture of the missing mornings: how often they follow worse and better ones, and the latest weeks."""

from collections.abc import Sequence
from datetime import date

from heeldiary.charts.picture import Ink, Picture
from heeldiary.charts.traps.legend import LegendItem, draw_legend
from heeldiary.domain.days import MONTHS, monday
from heeldiary.domain.scales import Foot
from heeldiary.domain.traps.traps import Gaps, Share

_WEEK_COLUMNS = 8
_NAME_COLUMNS = 14
_TOP = 5
"""The first row of the weeks."""
_GAP_COLUMNS = 3


def draw_gaps(picture: Picture, trap: Gaps, days: Sequence[tuple[date, bool]], foot: Foot) -> int:
    """Draw two bars, after worse and better mornings; below them the latest mornings by week. Return the rows used."""
    if trap.first is None or not days:
        return 0
    picture.write(0, 0, "not logged", Ink("faint"))
    room = max(6, min(30, picture.columns - _NAME_COLUMNS - 16))
    for row, (name, share) in enumerate((("after worse", trap.worse), ("after better", trap.better)), 1):
        picture.write(0, row, name, Ink("text"))
        picture.write(_NAME_COLUMNS, row, "┈" * room, Ink("line"))
        filled = round(room * share.part / share.whole) if share.whole else 0
        picture.write(_NAME_COLUMNS, row, "━" * (max(1, filled) if share.part else 0), Ink(foot, bold=True))
        picture.write(_NAME_COLUMNS + room + 1, row, _share(share), Ink("muted"))
    weeks = max(1, (picture.columns + 1) // _WEEK_COLUMNS)
    spare = picture.rows - _TOP
    starts = sorted({monday(day) for day, _ in days})[-weeks * max(0, spare) :] if spare > 0 else []
    if not starts:
        return min(picture.rows, 3)
    numbers = {start: number for number, start in enumerate(starts)}
    shown = [(day, logged) for day, logged in days if monday(day) in numbers]
    for day, logged in shown:
        number = numbers[monday(day)]
        column = number % weeks * _WEEK_COLUMNS + day.weekday()
        sign, ink = _mark(foot, logged)
        picture.put(column, _TOP + number // weeks, sign, ink)
    _draw_heading(picture, len(starts), shown, foot)
    return _TOP + -(-len(starts) // weeks)


def _draw_heading(picture: Picture, weeks: int, shown: Sequence[tuple[date, bool]], foot: Foot) -> None:
    """Write how many weeks there are, the first and the last day, and what the marks mean."""
    logged, missing = (LegendItem(*_mark(foot, one), name) for one, name in ((True, "logged"), (False, "not logged")))
    items = [logged] if all(one for _, one in shown) else [logged, missing]
    key = sum(2 + len(item.name) for item in items) + _GAP_COLUMNS * (len(items) - 1)
    name = f"the last {weeks} weeks" if weeks > 1 else "this week"
    dates = f"{_day(shown[0][0])} to {_day(shown[-1][0])}"
    room = picture.columns - key - _GAP_COLUMNS
    text = next((text for text in (f"{name}, {dates}", dates, name) if len(text) <= room), "")
    picture.write(0, _TOP - 1, text, Ink("faint"))
    draw_legend(picture, len(text) + _GAP_COLUMNS if text else 0, _TOP - 1, [items])


def _mark(foot: Foot, logged: bool) -> tuple[str, Ink]:
    return ("■", Ink(f"{foot}-5")) if logged else ("·", Ink("text"))


def _day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def _share(share: Share) -> str:
    return f"{share.part} of {share.whole}"
