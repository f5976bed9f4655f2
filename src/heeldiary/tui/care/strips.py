"""The last weeks of care: a line for each kind, with a square for each day it was done or worn."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from heeldiary.charts.picture import Ink, Picture
from heeldiary.domain.days import FIRST_DAY, MONTHS, monday
from heeldiary.domain.entries import Care, Entry
from heeldiary.domain.text import display_text
from heeldiary.tui.widgets.drawing import Drawing

MOST_KINDS = 5
"""How many kinds have a line, the most frequent ones; the list has all."""

_MOST_WEEKS = 12
_WEEK_COLUMNS = 8
_LEAST_KIND_COLUMNS, _MOST_KIND_COLUMNS = 17, 24
"""The least puts the squares right above the kinds of the list."""
_COUNT_COLUMNS = 16
_ROOMY_COLUMNS = 100
_HEADING_ROWS = 2


class CareStrips(Drawing):
    """Shows as many weeks as fit, this one last; days to come stay empty."""

    DEFAULT_CSS = "CareStrips { height: auto; }"

    def __init__(self) -> None:
        super().__init__()
        self._today = FIRST_DAY
        self._days: Mapping[str, frozenset[date]] = {}
        self._more = 0

    def show(self, entries: Iterable[Entry], today: date) -> None:
        """Show the kinds of some care entries."""
        self._today = today
        days = days_by_kind(entries, today)
        self.set_class(not days, "-none")
        self._more = max(0, len(days) - MOST_KINDS)
        self._days = {kind: days[kind] for kind in [*days][:MOST_KINDS]}
        self.styles.height = _HEADING_ROWS + len(self._days) + (self._more > 0)
        self.redraw()

    def draw(self, columns: int, rows: int) -> Picture:
        """Draw the weeks' first days above a line for each kind."""
        picture = Picture(columns, rows)
        kinds = [display_text(kind) for kind in self._days]
        room = _MOST_KIND_COLUMNS if columns > _ROOMY_COLUMNS else _LEAST_KIND_COLUMNS
        kind_columns = max(_LEAST_KIND_COLUMNS, min(room, max(map(len, kinds), default=0) + 2))
        weeks = max(1, min(_MOST_WEEKS, (columns - kind_columns - _COUNT_COLUMNS) // _WEEK_COLUMNS))
        first = monday(self._today) - timedelta(weeks=weeks - 1)
        shown = [first + timedelta(days=number) for number in range((self._today - first).days + 1)]
        picture.write(0, 0, f"The last {weeks} weeks" if weeks > 1 else "This week", Ink("text", bold=True))
        for week in range(weeks):
            start = first + timedelta(weeks=week)
            name = f"{start.day} {MONTHS[start.month - 1][:3]}"
            picture.write(kind_columns + week * _WEEK_COLUMNS, 1, name, Ink("faint"))
        for row, (kind, days) in enumerate(self._days.items(), _HEADING_ROWS):
            name = display_text(kind)
            cut = name if len(name) <= kind_columns - 2 else f"{name[: kind_columns - 3]}…"
            picture.write(0, row, cut, Ink("text"))
            for number, day in enumerate(shown):
                sign, ink = ("■", Ink("text")) if day in days else ("·", Ink("faint"))
                picture.put(kind_columns + number // 7 * _WEEK_COLUMNS + number % 7, row, sign, ink)
            count = sum(day in days for day in shown)
            picture.write(kind_columns + weeks * _WEEK_COLUMNS, row, _count(count, len(shown)), Ink("muted"))
        if self._more:
            more = f"and {self._more} more kind{'s' * (self._more > 1)}, in the list below"
            picture.write(0, _HEADING_ROWS + len(self._days), more, Ink("muted"))
        return picture


def days_by_kind(entries: Iterable[Entry], today: date) -> dict[str, frozenset[date]]:
    """Return the days on which each kind was done or worn up to `today`, the most frequent kinds first."""
    days: dict[str, set[date]] = {}
    since = monday(today) - timedelta(weeks=_MOST_WEEKS - 1)
    for entry in entries:
        if isinstance(entry.fact, Care):
            last = min(today, entry.fact.until or entry.day)
            worn = [entry.day + timedelta(days=number) for number in range((last - entry.day).days + 1)]
            if recent := {day for day in worn if day >= since}:
                days.setdefault(entry.fact.kind.casefold(), set()).update(recent)
    names = _names(entries)
    ordered: Sequence[tuple[str, int]] = Counter({kind: len(found) for kind, found in days.items()}).most_common()
    return {names[kind]: frozenset(days[kind]) for kind, _ in ordered}


def _names(entries: Iterable[Entry]) -> dict[str, str]:
    """Return each kind as it was written last, by its name in any case."""
    return {entry.fact.kind.casefold(): entry.fact.kind for entry in entries if isinstance(entry.fact, Care)}


def _count(days: int, of: int) -> str:
    return f"{days} of {of} days"
