"""The trend: weekly means, their line, and the plausible lines as a fan."""

from datetime import date, timedelta

from heeldiary.charts.picture import Ink, Picture
from heeldiary.charts.plot import lines
from heeldiary.charts.weeks.frame import MARGIN_COLUMNS, draw_grid, draw_half, draw_span, pixel
from heeldiary.domain.change.change import LONG_DAYS, TREND_WEEKS, Trend
from heeldiary.domain.days import monday
from heeldiary.domain.scales import Foot


def draw_trend(picture: Picture, top: int, rows: int, columns: int, trend: Trend, foot: Foot, as_of: date) -> None:
    """Draw the chart with the weeks' numbers below. The fan turns about the middle of its weeks."""
    rows -= 1
    rows -= rows % 2 == 0
    each = min(9, (columns - MARGIN_COLUMNS) // TREND_WEEKS)
    end = MARGIN_COLUMNS + each * TREND_WEEKS
    starts = [trend.first + timedelta(days=7 * week) for week in range(TREND_WEEKS)]
    used = sorted(trend.means)
    first, last = ((start - trend.first).days // 7 for start in (used[0], used[-1]))
    hinge = (first + last) / 2
    height = trend.line(trend.first + timedelta(days=round(7 * hinge)))
    left, right = MARGIN_COLUMNS + first * each, MARGIN_COLUMNS + (last + 1) * each

    def at(column: int, slope: float) -> float:
        weeks = (column - MARGIN_COLUMNS - (each - 1) / 2) / each - hinge
        return height + slope * 7 * weeks / LONG_DAYS

    for column in range(left, right):
        ends = sorted((at(column, trend.low), at(column, trend.high)), reverse=True)
        high, low = (pixel(figure, rows) for figure in ends)
        draw_span(picture, column, top, high, low, "band")
    draw_grid(picture, top, rows, end)
    run = [
        (2 * (column - MARGIN_COLUMNS) + 0.5, pixel(at(column, trend.per_four_weeks), rows))
        for column in (left, right - 1)
    ]
    for row, signs in enumerate(lines(end - MARGIN_COLUMNS, rows, [[(x, float(y)) for x, y in run]])):
        for column, sign in enumerate(signs):
            if sign != " ":
                picture.put(MARGIN_COLUMNS + column, top + row, sign, Ink(foot))
    for week, start in enumerate(starts):
        middle = MARGIN_COLUMNS + week * each + (each - 1) // 2
        if start in trend.means:
            draw_half(picture, middle, top, pixel(trend.means[start], rows), Ink(f"{foot}-10", bold=True))
        elif start <= monday(as_of):
            picture.put(middle, top + rows - 2, "·", Ink("muted"))
        picture.write_centred(middle, top + rows, f"{start.isocalendar().week:2}", Ink("muted"))
