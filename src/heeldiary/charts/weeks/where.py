"""Sore areas over the weeks: a row for each area, a column for each week, the number of days in each cell."""

import textwrap
from collections.abc import Mapping, Sequence
from datetime import date

from heeldiary.charts.picture import Ink, Picture
from heeldiary.charts.weeks.frame import WeekColumn, column_of_week, draw_week_numbers
from heeldiary.domain.areas import AREAS
from heeldiary.domain.scales import Foot
from heeldiary.domain.weeks.text import NOTHING_MARKED

_MOST_TITLE_COLUMNS = 24
_LONGEST_LINE_COLUMNS = 62


def title_columns(counts: Mapping[date, Mapping[str, int]]) -> int:
    """Return the left margin for the titles of the marked areas."""
    titles = [AREAS[spot].title for week in counts.values() for spot in week if spot in AREAS]
    return min(_MOST_TITLE_COLUMNS, max(map(len, titles), default=0) + 2)


def draw_where(
    picture: Picture,
    top: int,
    rows: int,
    laid: Sequence[WeekColumn],
    counts: Mapping[date, Mapping[str, int]],
    foot: Foot,
    selected: date,
) -> tuple[str, int]:
    """Draw the areas marked in these weeks, from the toes up to the calf; return the text below and the rows used.

    They stand apart where `rows` leave them room.

    `counts` has the days of each area, 1-7, by Monday; weeks with neither a mark nor a session are missing. A column of
    several weeks shows their largest number.
    """
    week_counts = [[counts[week.start] for week in slot.weeks if week.start in counts] for slot in laid]
    spots = [spot for spot in AREAS.values() if any(week.get(spot.name) for weeks in week_counts for week in weeks)]
    if not spots:
        for row, line in enumerate(textwrap.wrap(NOTHING_MARKED, max(1, min(picture.columns, _LONGEST_LINE_COLUMNS)))):
            picture.write(0, top + row, line, Ink("muted"))
        return "", rows
    every = 2 if rows > 2 * len(spots) else 1
    selected_column = column_of_week(laid, selected)
    for row, spot in enumerate(spots):
        picture.write(0, top + row * every, _cut(spot.title, laid[0].column - 1), Ink("muted"))
        for slot, weeks in zip(laid, week_counts, strict=True):
            if weeks:
                days = max(week.get(spot.name, 0) for week in weeks)
                _draw_days(picture, slot, top + row * every, days, foot, slot is selected_column)
    draw_week_numbers(picture, top + every * len(spots), laid, selected)
    figures = "days it hurt each week" if len(laid[0].weeks) == 1 else "days it hurt in the worst week of each column"
    has_dots = any(not all(max(week.get(spot.name, 0) for week in weeks) for spot in spots)
                   for weeks in week_counts if weeks)  # fmt: skip
    return f"{figures}{', · for none' * has_dots}", every * len(spots) + 1


def _draw_days(picture: Picture, slot: WeekColumn, row: int, days: int, foot: Foot, is_selected: bool) -> None:
    """Draw a tile with its figure: the more days, the more contrast."""
    if not days:
        picture.put(slot.middle, row, "·", Ink("accent" if is_selected else "faint"))
        return
    shade = days + 1
    ink = Ink(f"on-{foot}-{shade}", f"{foot}-{shade}", bold=is_selected, underline=is_selected)
    picture.write(slot.column, row, " " * max(1, slot.width - (slot.width > 2)), ink._replace(underline=False))
    picture.put(slot.middle, row, str(days), ink)


def _cut(title: str, width: int) -> str:
    return title if len(title) <= width else title[: max(0, width - 1)] + "…"
