"""The form for a new experiment: the question, the length, and the power of that length."""

from datetime import date, timedelta

from textual import on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from heeldiary.domain.days import FIRST_DAY, Span
from heeldiary.domain.experiments import text as words
from heeldiary.domain.experiments.card import (
    Card,
    parse_first_day,
    parse_length,
    parse_question,
    parse_worth,
    plain_factor,
    usual_first_day,
)  # fmt: skip
from heeldiary.domain.experiments.experiment import OUTCOMES, Outcome, Unit
from heeldiary.domain.experiments.result import PowerTable
from heeldiary.domain.experiments.safety import refuse_unfit
from heeldiary.domain.scales import FEET, Foot, parse_foot
from heeldiary.errors import BadInput, Problem
from heeldiary.store.diary import Diary
from heeldiary.store.experiments import begin
from heeldiary.tui.dialogs.field import Field, Parsed
from heeldiary.tui.dialogs.form import Form
from heeldiary.tui.drafts.drafts import DraftOf

_SOON_SECONDS = 0.3
_BAR_COLUMNS = 20
_ROOMY_ROWS = 30
_SPAN = timedelta(days=120)


class CardForm(Form):
    """Shows the power of each length while the form is filled in; enter draws the days."""

    DEFAULT_CSS = """
    CardForm #panel { width: 76; padding: 1 3; }
    CardForm #hint { margin: 0 0 0 18; }
    CardForm #power { margin-top: 1; height: auto; }
    """

    def __init__(self, diary: Diary, foot: Foot, today: date) -> None:
        fields = [
            Field("question", "Question", "evening massage or not", _question, needed=True),
            Field("length", "How long", "28 for 28 days; 16w for weeks, for slow effects", parse_length, needed=True),
            Field("foot", "Foot", "left or right: whose first steps count", parse_foot, foot, True, choices=FEET),
            Field("outcome", "Measured by", "next-morning; same-morning for what comes before the first step", _outcome,
                  OUTCOMES[0], True, choices=OUTCOMES),
            Field("worth", "Worth", "the smallest difference worth having, in points, 1-5", parse_worth, "1", True),
            Field("first", "From", "today, tomorrow, mon; empty: as soon as possible",
                  lambda typed: parse_first_day(typed, today)),
        ]  # fmt: skip
        super().__init__(
            DraftOf("experiment"),
            "A new experiment",
            fields,
            self._begin,
            keys="enter draw the days and start   tab next   escape close",
        )
        self._diary = diary
        self._today = today
        self._scores: dict[Foot, dict[date, int]] = {}
        self._shown_for: object = None
        self._power_timer: Timer | None = None

    def content(self) -> ComposeResult:
        """Compose the fields and the power below."""
        yield from super().content()
        yield Static("", id="power")

    def on_mount(self) -> None:
        """Focus the question and show the power of the usual lengths."""
        super().on_mount()
        first = max(FIRST_DAY, self._today - _SPAN)
        self._scores = self._diary.first_steps(Span(first, self._today))
        self._look()

    def _begin(self, parsed: Parsed) -> None:
        question, heads, tails = parsed["question"]
        unit, length = parsed["length"]
        outcome: Outcome = parsed["outcome"]
        first = parsed["first"] or usual_first_day(unit, outcome, self._today)
        factor, worth = plain_factor(question), parsed["worth"]
        card = Card(question, heads, tails, parsed["foot"], unit, outcome, worth, factor, first, length)
        begin(self._diary, card)

    @on(Input.Changed)
    def _look_soon(self) -> None:
        if self._power_timer is not None:
            self._power_timer.stop()
        self._power_timer = self.set_timer(_SOON_SECONDS, self._look)

    def _look(self) -> None:
        """Start computing the power for the fields, if they are valid."""
        typed = self.typed()
        weeks = typed["length"].strip().lower().endswith("w")
        unit: Unit = "week" if weeks else "day"
        chosen = None
        try:
            foot, worth = parse_foot(typed["foot"]), parse_worth(typed["worth"])
            chosen = parse_length(typed["length"])[1] if typed["length"].strip() else None
        except Problem:
            foot, worth = FEET[0], 1
            if chosen is None and self._shown_for is not None and not weeks:
                return
        wanted = (unit, chosen, foot, worth)
        if wanted != self._shown_for:
            self._shown_for = wanted
            self._compute_power(unit, chosen, foot, worth)

    @work(thread=True, exclusive=True)
    def _compute_power(self, unit: Unit, chosen: int | None, foot: Foot, worth: int) -> None:
        """Compute the power; imports numpy."""
        from heeldiary.domain.chance.power import LENGTHS, power_table

        lengths = sorted({*LENGTHS[unit], *([chosen] if chosen else [])})
        table = power_table(self._scores.get(foot, {}), self._today, unit, worth, lengths)
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._tell, unit, chosen, table)

    def _tell(self, unit: Unit, chosen: int | None, table: PowerTable) -> None:
        """Return a bar for each length, in words too."""
        lines = [Content.styled(words.power_heading(table.points), "bold")]
        roomy = self.app.size.height >= _ROOMY_ROWS
        widest = max(len(words.format_share(line.power)) for line in table.lines)
        for line in (
            table.lines
            if roomy
            else [power_line for power_line in table.lines if power_line.power < 0.995 or power_line.length == chosen]
        ):
            full = round(_BAR_COLUMNS * line.power)
            is_chosen = line.length == chosen
            lines.append(
                Content.assemble(
                    (f"{words.format_length(unit, line.length):>9}  ", "bold $accent" if is_chosen else ""),
                    ("━" * full, "$accent" if is_chosen else "$text-muted"),
                    ("─" * (_BAR_COLUMNS - full), "$text-disabled"),
                    (f"  {words.format_share(line.power):{widest}}", "bold" if is_chosen else ""),
                    (f"  {100 * line.power:.0f} in 100", "$text-muted"),
                )
            )
        lines.append(Content.styled(words.power_source(table), "$text-muted"))
        if roomy:
            lines.append(Content.styled(words.SLOW if unit == "week" else words.CARRY_OVER, "$text-muted"))
        if self.is_mounted:
            self.query_one("#power", Static).update(Content("\n").join(lines))


def _question(typed: str) -> tuple[str, str, str]:
    refuse_unfit(typed)
    return parse_question(typed)


def _outcome(typed: str) -> Outcome:
    for outcome in OUTCOMES:
        if outcome == typed.strip().lower():
            return outcome
    raise BadInput("there is no such outcome", f"write {' or '.join(OUTCOMES)}")
