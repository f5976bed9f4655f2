"""Care under the weekly chart: a lane for each kind, with its name at its first mark."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from heeldiary.charts.picture import Ink, Picture
from heeldiary.charts.weeks.frame import WeekColumn, column_of_week
from heeldiary.domain.days import monday
from heeldiary.domain.text import separate
from heeldiary.domain.weeks.weeks import CareDay

_MARK = "▪"
_SHORTEST_NAME_COLUMNS, _LONGEST_NAME_COLUMNS = 6, 16
_NUMBER_COLUMNS = 3
"""The narrowest week that has its visit's number."""


def draw_lanes(
    picture: Picture, top: int, rows: int, laid: Sequence[WeekColumn], care: Sequence[CareDay], selected: date
) -> None:
    """Draw kinds of care, one in each row: a mark in each week that has it, or a visit's number.

    Those with visits come first, then the most frequent.
    """
    days = Counter(entry.kind for entry in care)
    visited = {entry.kind for entry in care if entry.visit is not None}
    for row, kind in enumerate(sorted(days, key=lambda kind: (kind not in visited, -days[kind]))[:rows], top):
        by_week: dict[date, list[CareDay]] = {}
        for entry in care:
            if entry.kind == kind:
                by_week.setdefault(monday(entry.day), []).append(entry)
        _draw_lane(picture, row, laid, kind, by_week, selected)


def _draw_lane(
    picture: Picture,
    row: int,
    laid: Sequence[WeekColumn],
    kind: str,
    by_week: Mapping[date, Sequence[CareDay]],
    selected: date,
) -> None:
    selected_column = column_of_week(laid, selected)
    name = separate(kind)
    label = name if len(name) <= _LONGEST_NAME_COLUMNS else f"{name[: _LONGEST_NAME_COLUMNS - 1]}…"
    free, is_first = 0, True
    for slot in laid:
        of_week = [entry for week in slot.weeks for entry in by_week.get(week.start, ())]
        if not of_week or slot.middle < free:
            continue
        visit = max((entry.visit for entry in of_week if entry.visit is not None), default=None)
        sign = _MARK if visit is None or slot.width < _NUMBER_COLUMNS else str(visit)
        ink = Ink("accent", bold=True) if slot is selected_column else Ink("muted")
        if is_first:  # the name is before the first mark, cut if it must be, and behind it if that leaves too little
            room, is_first = slot.middle - 1, False
            if len(label) > room >= _SHORTEST_NAME_COLUMNS:
                label = f"{label[: room - 1]}…"
            if len(label) > room:
                picture.write(slot.middle + 2, row, label, Ink("muted"))
                free = slot.middle + len(label) + 3
            else:
                picture.write(room - len(label), row, label, Ink("muted"))
        picture.write(slot.middle, row, sign, ink)
