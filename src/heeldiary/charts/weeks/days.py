"""First-step pain by day: each morning a block at its score, gaps as gaps."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from heeldiary.charts.picture import Ink, Picture
from heeldiary.charts.weeks.blocks import Blocks, columns_of
from heeldiary.charts.weeks.frame import CHART_MARGIN_COLUMNS, draw_grid, shade
from heeldiary.domain.days import MONTHS, Span, monday
from heeldiary.domain.scales import Foot

_LONG_DAYS = 2 * 366
"""Above this length the axis shows years."""

_WIDEST_DAY_COLUMNS, _WIDEST_GAP_COLUMNS = 3, 2


class DayColumn(NamedTuple):
    """A column of the time axis: one day or several."""

    days: list[date]
    column: int
    width: int

    @property
    def middle(self) -> int:
        """The column of its marks."""
        return self.column + (self.width - 1) // 2


def day_columns(span: Span, columns: int) -> list[DayColumn]:
    """Return the layout of some days over some columns, with a gap between weeks where there is room.

    All are equally wide; several share a column if there are too many.
    """
    room = max(1, columns - CHART_MARGIN_COLUMNS)
    days = span.days()
    together = max(1, -(-len(days) // room))
    groups = [days[at : at + together] for at in range(0, len(days), together)]
    width = min(_WIDEST_DAY_COLUMNS, room // len(groups))
    weeks = (monday(days[-1]) - monday(days[0])).days // 7
    gap = min(_WIDEST_GAP_COLUMNS, (room - width * len(groups)) // max(1, weeks)) if together == 1 else 0
    return [
        DayColumn(
            group,
            CHART_MARGIN_COLUMNS + number * width + gap * ((monday(group[0]) - monday(days[0])).days // 7),
            width,
        )
        for number, group in enumerate(groups)
    ]


def draw_days(
    picture: Picture, top: int, rows: int, span: Span, scores: Mapping[date, int], foot: Foot, selected: date
) -> str:
    """Draw a block for each morning, and the dates of some Mondays; return what a column stands for.

    If there are more days than columns, a shade says how many of a column's mornings had a score.
    """
    places = day_columns(span, picture.columns)
    together, width = len(places[0].days), places[0].width
    left, columns = columns_of(places)
    draw_grid(picture, top, rows, left + columns, left)
    blocks = Blocks(left, columns, rows, foot, is_dense=together > 1)
    for place in places:
        is_selected = any(monday(day) == selected for day in place.days)
        if is_selected:
            blocks.paint_ground(place)
        seen = [scores[day] for day in place.days if day in scores]
        if together > 1:
            blocks.paint_shades(place, seen, together)
        elif seen:
            blocks.paint_block(place, seen[0], 2 * width, foot if is_selected else shade(foot, 5))
    blocks.draw_on(picture, top)
    if together == 1:
        for place in places:
            if place.days[0] not in scores:
                picture.put(place.middle, top + rows - 2, "·", Ink("faint"))
    _draw_dates(picture, top + rows, [(day, place.middle) for place in places for day in place.days], selected)
    said = f"a column is {together} days; stronger: more mornings"
    return "" if together == 1 else said if len(said) <= picture.columns else said.removesuffix(" mornings")


def _draw_dates(picture: Picture, row: int, placed: Sequence[tuple[date, int]], selected: date) -> None:
    """Draw dates of Mondays, or years, where they fit; the selected week's in the accent."""
    free = CHART_MARGIN_COLUMNS - 2
    long = len(placed) > _LONG_DAYS
    wanted = [
        (day, column)
        for day, column in placed
        if day == selected or ((day.month, day.day) == (1, 1) if long else day.weekday() == 0)
    ]
    text_of = {day: str(day.year) if long else f"{day.day} {MONTHS[day.month - 1][:3]}" for day, _ in wanted}
    wanted = [(day, min(column, picture.columns - len(text_of[day]))) for day, column in wanted]
    selected_column = next((column for day, column in wanted if day == selected), None)
    for day, column in wanted:
        text = text_of[day]
        mine = day == selected
        crowded = selected_column is not None and not mine and column < selected_column <= column + len(text) + 1
        if (column >= free or mine) and not crowded and column + len(text) <= picture.columns:
            picture.write(column, row, text, Ink("accent", bold=True, underline=True) if mine else Ink("muted"))
            free = column + len(text) + 2
