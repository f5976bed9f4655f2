"""The last twelve weeks on a wide screen: the chart of Trends, without its band and loads."""

from datetime import date

from heeldiary.charts.picture import Ink, Picture
from heeldiary.charts.weeks.axis import draw_means, draw_months
from heeldiary.charts.weeks.blocks import chart_rows
from heeldiary.charts.weeks.frame import CHART_MARGIN_COLUMNS, draw_week_numbers, week_columns
from heeldiary.charts.weeks.weeks import draw_weeks
from heeldiary.domain.days import FIRST_DAY
from heeldiary.domain.weeks.weeks import Trends
from heeldiary.tui.widgets.drawing import Drawing

_LEFT_COLUMNS = 3
"""The left margin of the heading: it stands above the month's."""
_HEADING_ROWS = 2
_AXIS_ROWS = 3
"""The means, the weeks' numbers and the months."""


_INVITATION = "Each morning that you score becomes a block here."


class RecentWeeks(Drawing):
    """The mornings of one foot by week, with the week of the day shown in the accent."""

    DEFAULT_CSS = "RecentWeeks { height: 1fr; display: none; }"

    _trends: Trends | None = None
    _selected = FIRST_DAY

    def show(self, trends: Trends, selected: date) -> None:
        """Show one foot's weeks; `selected` is the Monday of one of them."""
        self._trends, self._selected = trends, selected
        self.redraw()

    def draw(self, columns: int, rows: int) -> Picture:
        """Draw the heading, the chart, each week's mean, and the time axis."""
        picture = Picture(columns, rows)
        if self._trends is None or rows <= _HEADING_ROWS + _AXIS_ROWS:
            return picture
        foot = self._trends.foot
        picture.write(_LEFT_COLUMNS, 0, "Twelve weeks", Ink("text", bold=True))
        picture.write_right(columns, 0, f"{foot}, mornings and weekly mean", Ink("faint"))
        laid = week_columns(self._trends.weeks, columns, CHART_MARGIN_COLUMNS)
        chart = chart_rows(rows - _HEADING_ROWS - _AXIS_ROWS)
        draw_weeks(picture, _HEADING_ROWS, chart, laid, foot, self._selected, {})
        if not any(week.scores for week in self._trends.weeks):
            picture.write_centred(columns // 2, _HEADING_ROWS + chart // 4, _INVITATION, Ink("muted"))
        below = _HEADING_ROWS + chart
        draw_means(picture, below, laid, self._selected)
        draw_week_numbers(picture, below + 1, laid, self._selected)
        draw_months(picture, below + 2, laid)
        return picture
