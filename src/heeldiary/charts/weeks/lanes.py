"""Care under the weekly chart: a lane for each kind, with its name at its first mark."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

from heeldiary.charts.picture import Ink, Picture, cut, width_of
from heeldiary.charts.weeks.frame import WeekColumn, column_of_week
from heeldiary.charts.weeks.visits import week_number
from heeldiary.domain.days import monday
from heeldiary.domain.text import separate
from heeldiary.domain.weeks.weeks import CareDay

_MARK, _CARE = "▪", "+"
_SHORTEST_NAME_COLUMNS, _LONGEST_NAME_COLUMNS = 6, 16
_NUMBER_COLUMNS = 3
"""The narrowest week that has its visit's number."""


def lane_kinds(care: Sequence[CareDay]) -> list[str]:
    """Return the kinds of care in the order of their lanes: those with visits first, then the most frequent."""
    days = Counter(entry.kind for entry in care)
    visited = {entry.kind for entry in care if entry.visit is not None}
    return sorted(days, key=lambda kind: (kind not in visited, -days[kind]))


def draw_lanes(
    picture: Picture,
    top: int,
    kinds: Sequence[str],
    laid: Sequence[WeekColumn],
    care: Sequence[CareDay],
    selected: date,
    named: bool,
) -> None:
    """Draw kinds of care, one in each row: a mark in each week that has it, or a visit's number.

    Unless they are `named`, the text beside the picture has their names.
    """
    for row, kind in enumerate(kinds, top):
        by_week: dict[date, list[CareDay]] = {}
        for entry in care:
            if entry.kind == kind:
                by_week.setdefault(monday(entry.day), []).append(entry)
        _draw_lane(picture, row, laid, separate(kind) if named else "", by_week, selected)


def mark_care(
    picture: Picture,
    row: int,
    laid: Sequence[WeekColumn],
    weeks: Collection[date],
    selected: date,
    visits: Mapping[date, Sequence[int]],
) -> None:
    """Mark each week in which care was logged, in one row, and write below it what the signs mean.

    `weeks` are their Mondays.
    """
    picture.write(0, row, "Care", Ink("muted"))
    signs: list[str] = []
    for slot in laid:
        if any(week.start in weeks for week in slot.weeks):
            is_selected = any(week.start == selected for week in slot.weeks)
            signs.append(week_number(slot, visits) or _CARE)
            picture.write_centred(slot.middle, row, signs[-1], Ink("accent" if is_selected else "muted", bold=True))
    column = laid[0].column if laid else 0
    meanings = "   ".join(_meanings(signs))
    picture.write(column, row + 1, cut(meanings, picture.columns - column), Ink("faint"))


def _meanings(signs: Sequence[str]) -> Iterator[str]:
    """Return what each kind of sign in the row of care means, by the first of the kind."""
    if _CARE in signs:
        yield f"{_CARE} care"
    visits = [sign for sign in signs if sign != _CARE]
    for sign in (next((sign for sign in visits if sign.endswith("+") == has_more), "") for has_more in (False, True)):
        numbers = sign.strip("v+")
        if sign.endswith("+"):
            yield f"{sign} visits from {numbers} on"
        elif sign:
            yield f"{sign} visit{'s' * (not numbers.isdecimal())} {numbers.replace('-', ' to ')} of a course"


def _draw_lane(
    picture: Picture,
    row: int,
    laid: Sequence[WeekColumn],
    name: str,
    by_week: Mapping[date, Sequence[CareDay]],
    selected: date,
) -> None:
    selected_column = column_of_week(laid, selected)
    signs: dict[WeekColumn, str] = {}
    for slot in laid:
        of_week = [entry for week in slot.weeks for entry in by_week.get(week.start, ())]
        visit = max((entry.visit for entry in of_week if entry.visit is not None), default=None)
        if of_week:
            signs[slot] = _MARK if visit is None or slot.width < _NUMBER_COLUMNS else str(visit)
    free = _name_lane(picture, row, name, [(slot.middle, sign) for slot, sign in signs.items()], laid) if name else 0
    for slot, sign in signs.items():
        if slot.middle >= free:
            ink = Ink("accent", bold=True) if slot is selected_column else Ink("muted")
            picture.write(slot.middle, row, sign, ink)


def _name_lane(
    picture: Picture, row: int, name: str, marks: Sequence[tuple[int, str]], laid: Sequence[WeekColumn]
) -> int:
    """Write a lane's name before its first mark or after its last one, and return the first column for a mark.

    Where it fits neither way it is written or cut between two marks, and only without room there over the first ones.
    """
    label = cut(name, _LONGEST_NAME_COLUMNS)
    width = width_of(label)
    room, behind = marks[0][0] - 1, marks[-1][0] + len(marks[-1][1]) + 1
    if width > room and behind + width <= laid[-1].column + laid[-1].width:
        picture.write(behind, row, label, Ink("muted"))
        return 0
    if width > room >= _SHORTEST_NAME_COLUMNS:
        label, width = cut(label, room), room
    if width <= room:
        picture.write_right(room, row, label, Ink("muted"))
        return 0
    ends = [column + len(sign) + 1 for column, sign in marks]
    gaps = [(after[0] - 1 - end, end) for end, after in zip(ends, marks[1:], strict=False)]
    gap, column = max(gaps, key=lambda gap: gap[0], default=(0, 0))
    if gap >= min(width, _SHORTEST_NAME_COLUMNS):
        picture.write(column, row, cut(label, gap), Ink("muted"))
        return 0
    picture.write(0, row, label, Ink("muted"))
    return width + 1
