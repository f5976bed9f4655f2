"""First-step pain by day: each morning a mark, consecutive days joined by a line, gaps as gaps."""

from collections.abc import Mapping
from datetime import date

from heeldiary.charts.picture import Ink, Picture
from heeldiary.charts.plot import lines
from heeldiary.charts.weeks.frame import MARGIN_COLUMNS, draw_grid, draw_span, pixel, shade
from heeldiary.domain.days import MONTHS, Span, monday
from heeldiary.domain.scales import Foot

_LONG_DAYS = 2 * 366
"""Above this length the axis shows years."""

_WIDEST_DAY_COLUMNS = 3


def draw_days(
    picture: Picture, top: int, rows: int, span: Span, scores: Mapping[date, int], foot: Foot, selected: date
) -> str:
    """Draw the days of a span and the dates of some Mondays; return what a column stands for.

    If there are more days than columns, a column shows the lowest to highest score of several days.
    """
    room = max(1, picture.columns - MARGIN_COLUMNS)
    days = span.days()
    together = max(1, -(-len(days) // room))
    groups = [days[at : at + together] for at in range(0, len(days), together)]
    width = min(_WIDEST_DAY_COLUMNS, room // len(groups))
    columns = [MARGIN_COLUMNS + number * width + (width - 1) // 2 for number in range(len(groups))]
    draw_grid(picture, top, rows, MARGIN_COLUMNS + width * len(groups))
    _draw_line(picture, top, rows, groups, columns, scores, foot)
    for group, column in zip(groups, columns, strict=True):
        group_scores = [scores[day] for day in group if day in scores]
        is_selected = any(monday(day) == selected for day in group)
        if group_scores:
            role = "accent" if is_selected else shade(foot, max(group_scores) + 3)
            draw_span(picture, column, top, pixel(max(group_scores), rows), pixel(min(group_scores), rows), role)
        if not group_scores and together == 1:
            picture.put(column, top + rows - 2, "·", Ink("muted"))
    _draw_dates(picture, top + rows, groups, columns, selected)
    return "" if together == 1 else f"a column is {together} days, lowest to highest"


def _draw_line(
    picture: Picture,
    top: int,
    rows: int,
    groups: list[list[date]],
    columns: list[int],
    scores: Mapping[date, int],
    foot: Foot,
) -> None:
    """Join the means of adjacent columns."""
    runs: list[list[tuple[float, float]]] = [[]]
    for group, column in zip(groups, columns, strict=True):
        group_scores = [scores[day] for day in group if day in scores]
        if group_scores:
            runs[-1].append((2 * (column - MARGIN_COLUMNS) + 0.5, pixel(sum(group_scores) / len(group_scores), rows)))
        else:
            runs.append([])
    for row, signs in enumerate(lines(columns[-1] - MARGIN_COLUMNS + 1, rows, [run for run in runs if len(run) > 1])):
        for column, sign in enumerate(signs):
            if sign != " ":
                picture.put(MARGIN_COLUMNS + column, top + row, sign, Ink(f"{foot}-4"))


def _draw_dates(picture: Picture, row: int, groups: list[list[date]], columns: list[int], selected: date) -> None:
    """Draw dates of Mondays, or years, where they fit; the selected week's in the accent."""
    free = MARGIN_COLUMNS - 2
    placed = [(day, column) for group, column in zip(groups, columns, strict=True) for day in group]
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
