"""The selected week in words and one large figure: what the chart shows, also for screen readers."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from heeldiary.charts.digits import big_digits
from heeldiary.charts.picture import Ink, Picture
from heeldiary.domain.change.change import NoiseBand
from heeldiary.domain.change.text import format_band
from heeldiary.domain.durations import format_minutes
from heeldiary.domain.scales import Foot
from heeldiary.domain.weeks.text import format_number, format_range, format_sessions, format_week_span, format_weeks
from heeldiary.domain.weeks.weeks import Trends, Week
from heeldiary.tui.widgets.drawing import Drawing

_LABEL_COLUMNS = 9
_FIGURE_COLUMNS = 15
"""The width after a label in the narrowest layout."""


class Mean(Drawing):
    """A week's mean in large digits; a dash if there is none."""

    DEFAULT_CSS = "Mean { height: 3; }"

    _mean: float | None = None
    _foot: Foot = "left"

    def show(self, mean: float | None, foot: Foot) -> None:
        """Show a mean."""
        self._mean, self._foot = mean, foot
        self.redraw()

    def draw(self, columns: int, rows: int) -> Picture:
        """Draw the digits."""
        picture = Picture(columns, rows)
        if self._mean is None:
            picture.write(0, rows // 2, "━" * 4, Ink("line"))
        else:
            picture.lay(0, 0, big_digits(f"{self._mean:.1f}", 3, Ink(self._foot)))
        return picture


class Readout(Vertical):
    """Week, mean, median and range, what was logged, and a sentence on the whole range."""

    DEFAULT_CSS = """
    Readout { height: 1fr; }
    Readout Static { height: auto; }
    Readout #loads { margin-top: 1; }
    Readout #range { dock: bottom; color: $text-muted; background: $background; }
    """

    def compose(self) -> ComposeResult:
        """Compose the week's parts."""
        yield Static(id="week")
        yield Mean()
        yield Static(id="figures")
        yield Static(id="loads")
        yield Static(id="range", markup=False)

    def show(
        self, trends: Trends, week: Week, days: Sequence[int | None], care: Sequence[str], band: NoiseBand | None
    ) -> None:
        """Show a week with its seven days, its care and its noise band."""
        self.query_one("#week", Static).update(
            Content.assemble((f"Week {week.number}", "bold $accent"), (f"  {format_week_span(week)}", "$text-muted"))
        )
        self.query_one(Mean).show(week.mean, trends.foot)
        self.query_one("#figures", Static).update(_figures(week, days, band))
        self.query_one("#loads", Static).update(_loads(week, care))
        self.query_one("#range", Static).update(format_weeks(trends))


def _figures(week: Week, days: Sequence[int | None], band: NoiseBand | None) -> Content:
    scores_text = " ".join("·" if score is None else str(score) for score in days)
    lines = [Content.assemble((f"{week.mornings} of 7", "bold"), " mornings")]
    if week.mean is not None:
        lines.append(Content.assemble("median ", (format_number(week.median), "bold"), f", {format_range(week)}"))
        if band is not None:
            place = band.place(week.mean)
            where = "" if place == "within" else f", {place}"
            lines.append(Content.assemble(("band ", "$text-muted"), f"{format_band(band)}{where}"))
    lines.append(Content.assemble(("Mon–Sun  ", "$text-muted"), scores_text))
    if week.mornings and not week.enough:
        lines.append(Content.styled("too few to compare", "$text-muted"))
    return Content("\n").join(lines)


def _loads(week: Week, care: Sequence[str]) -> Content:
    load = week.load
    massage = (
        [format_minutes(week.massage_minutes), format_sessions(load.massage_sessions)] if load.massage_sessions else []
    )
    if len(", ".join(massage)) <= _FIGURE_COLUMNS:
        massage = [", ".join(massage)] if massage else []
    figures = [
        *(("Massage" if n == 0 else "", words) for n, words in enumerate(massage)),
        ("Active", None if load.activity_minutes is None else format_minutes(load.activity_minutes)),
        ("Steps", None if load.steps is None else f"{load.steps:,}"),
        ("Sitting", None if load.sitting_minutes is None else format_minutes(load.sitting_minutes)),
        *(("Care" if n == 0 else "", words) for n, words in enumerate(care)),
    ]
    lines = [
        Content.assemble((label.ljust(_LABEL_COLUMNS), "$text-muted"), figure)
        for label, figure in figures
        if figure is not None
    ]
    return Content("\n").join(lines)
