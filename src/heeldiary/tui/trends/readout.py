"""The selected week in words and one large figure: what the chart shows, also for screen readers."""

from collections.abc import Sequence
from datetime import timedelta
from textwrap import wrap

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from heeldiary.charts.digits import HEIGHTS, big_digits, digits_width
from heeldiary.charts.picture import Ink, Picture
from heeldiary.charts.subject import Subject
from heeldiary.domain.change.change import NoiseBand
from heeldiary.domain.change.text import format_band
from heeldiary.domain.days import WEEKDAYS
from heeldiary.domain.durations import format_minutes
from heeldiary.domain.scales import Foot
from heeldiary.domain.text import separate
from heeldiary.domain.weeks.text import format_mornings, format_number, format_range, format_week_span, format_weeks
from heeldiary.domain.weeks.weeks import CareDay, Week
from heeldiary.tui.trends.care_words import format_care
from heeldiary.tui.widgets.drawing import Drawing

_LABEL_COLUMNS, _TEXT_COLUMNS = 8, 14
"""The widths of a label and of the text beside it; a further line begins under the text."""

_MEAN = "mean"
_SPAN_COLUMNS = 13
_DAY_COLUMNS = 3
_ROOMY_ROWS, _MOST_CARE = 26, 2
"""Below that height, the most lines of care."""


class Mean(Drawing):
    """A week's mean in large digits with its name; a dash if there is none."""

    DEFAULT_CSS = "Mean { height: 3; }"

    _mean: float | None = None
    _role = "left"

    def show(self, mean: float | None, role: str) -> None:
        """Show a mean in a colour."""
        self._mean, self._role = mean, role
        self.redraw()

    def draw(self, columns: int, rows: int) -> Picture:
        """Draw the digits."""
        picture = Picture(columns, rows)
        if self._mean is None:
            picture.write(0, rows // 2, "━" * 4, Ink("line"))
        else:
            figure, height = f"{self._mean:.1f}", rows if rows in HEIGHTS else HEIGHTS[0]
            picture.lay(0, 0, big_digits(figure, height, Ink(self._role)))
            column = digits_width(figure, height) + 1
            if height == HEIGHTS[0] and column + len(_MEAN) <= columns:  # larger ones are named below
                picture.write(column, rows - 1, _MEAN, Ink("muted"))
        return picture


class Mornings(Drawing):
    """The seven mornings of a week, each in the shade of its score; a dot for none."""

    DEFAULT_CSS = "Mornings { height: 2; }"

    _scores: Sequence[int | None] = ()
    _foot: Foot = "left"

    def show(self, scores: Sequence[int | None], foot: Foot) -> None:
        """Show the scores from Monday on."""
        self._scores, self._foot = scores, foot
        self.redraw()

    def draw(self, columns: int, rows: int) -> Picture:
        """Draw the days' letters over their scores."""
        picture = Picture(columns, rows)
        for number, score in enumerate(self._scores):
            column = number * _DAY_COLUMNS
            picture.put(column + 1, 0, WEEKDAYS[number][0], Ink("faint"))
            if score is None:
                picture.put(column + 1, 1, "·", Ink("faint"))
            else:
                ink = Ink(f"on-{self._foot}-{score}", f"{self._foot}-{score}", bold=True)
                picture.write(column, 1, f"{score:^{_DAY_COLUMNS}}", ink)
        return picture


class Readout(Vertical):
    """Week, mean, median and range, its mornings, care, what was logged, and a sentence on the whole range."""

    DEFAULT_CSS = """
    Readout { height: 1fr; }
    Readout Static { height: auto; }
    Readout #range { color: $text-muted; }
    Readout #bottom { dock: bottom; height: auto; background: $background; }
    Readout.-flow #bottom { dock: none; }
    Readout #lanes { text-wrap: nowrap; text-overflow: ellipsis; }
    """

    def compose(self) -> ComposeResult:
        """Compose the week's parts."""
        yield Static(id="week")
        yield Mean()
        yield Static(id="figures")
        yield Mornings(classes="part")
        yield Static(id="care", classes="part")
        with Vertical(id="bottom", classes="part"):
            yield Static(id="lanes")
            yield Static(id="loads")
        yield Static(id="range", classes="part", markup=False)

    def show(
        self,
        subject: Subject,
        care: Sequence[CareDay],
        lanes: Sequence[str] = (),
    ) -> None:
        """Show the selected week with its care; beside a lane, its kind of care."""
        trends = subject.trends
        week = next(week for week in trends.weeks if week.start == subject.selected)
        days = [subject.scores.get(week.start + timedelta(days=n)) for n in range(7)]
        band = subject.findings.bands.get(week.start) if subject.findings else None
        self.query_one("#week", Static).update(
            Content.assemble((f"Week {week.number}", "bold $accent"), (f"  {_span(week)}", "$text-muted"))
        )
        self.query_one(Mean).show(week.mean, trends.foot if week.enough else "muted")
        self.query_one("#figures", Static).update(_figures(week, band, has_name=not self.screen.has_class("-wide")))
        self.query_one(Mornings).show(days, trends.foot)
        others = format_care([entry for entry in care if entry.kind not in lanes])
        if len(others) > _MOST_CARE and self.size.height < _ROOMY_ROWS:
            others = [*others[: _MOST_CARE - 1], f"and {len(others) - _MOST_CARE + 1} more"]
        self.query_one("#care", Static).update(
            Content("\n").join(_labelled("" if number else "Care", words) for number, words in enumerate(others))
        )
        self.query_one("#care").display = bool(others)
        self.query_one("#lanes", Static).update(Content("\n").join(_lane(kind, care) for kind in lanes))
        self.query_one("#lanes").display = bool(lanes)
        self.query_one("#loads", Static).update(_loads(week))
        self.query_one("#range", Static).update(format_weeks(trends).removesuffix("."))
        self.query_one("#range").display = any(one.scores for one in trends.weeks)  # else the chart says so


def _span(week: Week) -> str:
    """Return the days of a week, short enough to stand beside its number."""
    span = format_week_span(week)
    return span if len(span) <= _SPAN_COLUMNS else span.replace(" to ", "–")


def _figures(week: Week, band: NoiseBand | None, has_name: bool) -> Content:
    """Return the figures beneath the mean; where it has no name, they begin with it."""
    count, _, mornings = format_mornings(week).rpartition(" ")
    mean = "mean of " if week.mean is not None and not has_name else ""
    lines = [Content.assemble(mean, (count, "bold"), f" {mornings}")]
    if week.mornings > 1:
        lines.append(
            Content.assemble(
                "median ", (format_number(week.median), "bold"), f", {format_range(week).removeprefix('from ')}"
            )
        )
    if week.mean is not None and band is not None:
        place = band.place(week.mean)
        where = "" if place == "within" else f", {place}"
        lines.append(Content.assemble(("band ", "$text-muted"), f"{format_band(band)}{where}"))
        lines.append(Content.styled("by the 4 weeks before", "$text-muted"))
    if week.mornings and not week.enough:
        lines.append(Content.styled("too few to compare", "$text-muted"))
    return Content("\n").join(lines)


def _loads(week: Week) -> Content:
    """Return a line for each load, in the order of the rows of the chart."""
    load = week.load
    massage = f"{format_minutes(week.massage_minutes)}, ×{load.massage_sessions}" if load.massage_sessions else None
    figures = (
        ("Massage", massage),
        ("Active", None if load.activity_minutes is None else format_minutes(load.activity_minutes)),
        ("Steps", None if load.steps is None else f"{load.steps:,}"),
        ("Sitting", None if load.sitting_minutes is None else format_minutes(load.sitting_minutes)),
    )
    return Content("\n").join(_labelled(label, figure or "–") for label, figure in figures)


def _lane(kind: str, care: Sequence[CareDay]) -> Content:
    """Return the line beside a lane: its kind of care, and how often or which visits in the week."""
    name = separate(kind)
    said = next(iter(format_care([entry for entry in care if entry.kind == kind])), f"{kind} –")
    return Content.assemble((name, "$text-muted"), separate(said).removeprefix(name))


def _labelled(label: str, words: str) -> Content:
    lines = wrap(words, _TEXT_COLUMNS) or [""]
    return Content.assemble((label.ljust(_LABEL_COLUMNS), "$text-muted"), f"\n{' ' * _LABEL_COLUMNS}".join(lines))
