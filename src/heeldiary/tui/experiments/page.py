"""The Experiments page: what the coin says today, the progress, and the result at the end."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static
from textual.worker import get_current_worker

from heeldiary.charts.experiments.calendar import calendar_rows
from heeldiary.domain.days import short_day
from heeldiary.domain.experiments import text as words
from heeldiary.domain.experiments.draw import fingerprint
from heeldiary.domain.experiments.experiment import Experiment
from heeldiary.domain.experiments.result import Result, sealed
from heeldiary.domain.experiments.result_text import result_lines
from heeldiary.domain.scales import FEET
from heeldiary.domain.text import separate
from heeldiary.store.diary import Diary
from heeldiary.store.experiments import load_experiments, on_day, outcome_scores, record_day, refuse_second, stop
from heeldiary.tui.actions import EXPERIMENTS, KeyAction, bindings
from heeldiary.tui.experiments.picture import ExperimentPicture
from heeldiary.tui.page import Page
from heeldiary.tui.widgets.column import Column

_MOST_ROWS = 14

if TYPE_CHECKING:
    from datetime import date

    from heeldiary.domain.experiments.experiment import Said


class ExperimentsPage(Page):
    """Shows one experiment, the latest first; while it runs, none of its pain scores."""

    PAGE = "experiments"
    ABOUT = (
        "A coin decides day by day, or week by week, which of two ways is done; H is heads, T is tails, ░ is still to "
        "come. Until the last morning the result is hidden. Then every morning is a dot, heads above the "
        "scale and tails below, and beneath is the difference with the range that the coins leave plausible."
    )
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(EXPERIMENTS)]
    DEFAULT_CSS = """
    ExperimentsPage #columns { height: 1fr; margin-left: 2; layout: vertical; scrollbar-size-vertical: 1; }
    ExperimentsPage #question { text-style: bold; height: auto; max-height: 2; }
    ExperimentsPage #place { color: $text-muted; height: auto; }
    ExperimentsPage #chart { height: 100%; }
    ExperimentsPage #words { height: auto; margin-top: 1; scrollbar-size-vertical: 1; }
    ExperimentsPage #words Static { width: 100%; height: auto; padding-right: 1; }
    ExperimentsPage.-none #chart { display: none; }
    ExperimentsPage.-normal #columns, ExperimentsPage.-wide #columns { margin: 1 0 0 2; layout: horizontal; }
    ExperimentsPage.-normal #place, ExperimentsPage.-wide #place { margin-bottom: 1; }
    ExperimentsPage.-normal #chart, ExperimentsPage.-wide #chart { width: 1fr; max-height: 32; }
    ExperimentsPage.-normal #words { width: 36; height: 100%; margin: 0 0 0 5; }
    ExperimentsPage.-wide #chart { max-height: 42; }
    ExperimentsPage.-wide #words { width: 44; height: 100%; margin: 0 0 0 8; }
    ExperimentsPage.-normal.-none #words, ExperimentsPage.-wide.-none #words { width: 72; margin: 0; }
    """

    def __init__(self, diary: Diary) -> None:
        super().__init__(diary)
        self._all: list[Experiment] = []
        self._at = 0
        """The index of the experiment shown; 0 is the latest."""
        self._decided: tuple[Experiment, int] | None = None
        """The experiment that decides today, and the index of the day."""
        self._computed: tuple[object, Result] | None = None
        """The last result computed, with its inputs."""

    def body(self) -> ComposeResult:
        """Compose the question, the picture, and the text beside or below it."""
        with Column(id="columns"):
            with Vertical(id="chart"):
                yield Static("", id="question", markup=False)
                yield Static("", id="place", markup=False)
                yield ExperimentPicture()
            with Column(id="words"):
                yield Static(id="text")

    def on_mount(self) -> None:
        """Show the latest experiment."""
        for scrolled in self.query(Column):
            self.watch(scrolled, "show_vertical_scrollbar", self.show_footer, init=False)
        self.reload()

    def load(self) -> None:
        """Read the experiments and show one; a result is computed in the background."""
        self._all = load_experiments(self.diary)
        self._decided = on_day(self.diary, self.today)
        self._at = min(self._at, max(0, len(self._all) - 1))
        self.set_class(not self._all, "-none")
        if not self._all:
            self.aside("Experiments")
            self.query_one(ExperimentPicture).show(None)
            self.query_one("#text", Static).update(
                _paragraphs((words.INVITATION, words.EXAMPLES, words.ABOUT, words.CARRY_OVER, words.BEGIN))
            )
            return
        experiment = self._all[self._at]
        place = f"{self._at + 1} of {len(self._all)}, latest first" if len(self._all) > 1 else ""
        self.aside(f"Experiments{' · ' if place else ''}{place}", "Experiments")
        self.query_one("#question", Static).update(separate(experiment.question))
        scores = outcome_scores(self.diary, experiment, self.today)
        waiting = sealed(experiment, scores, self.today)
        key = (experiment, scores, self.today)
        if waiting is not None:
            self._show(waiting)
        elif self._computed and self._computed[0] == key:
            self._show(self._computed[1])
        else:
            self.query_one("#place", Static).update(words.format_span(experiment))
            self.query_one(ExperimentPicture).show(None)
            self.query_one("#text", Static).update("Repeating the draw …")
            self._compute_result(key, experiment, scores, self.today)

    def offered(self, action: KeyAction) -> KeyAction | None:
        """Return an action if it has a use now."""
        return action if self._acts(action) else None

    def _acts(self, action: KeyAction) -> bool:
        if action.name.startswith("said"):
            return bool(self._decided and self._all[self._at] == self._decided[0])
        if action.name == "older(1)":
            return len(self._all) > 1
        experiment = self._all[self._at] if self._all else None
        ended = (
            experiment is None
            or sealed(experiment, outcome_scores(self.diary, experiment, self.today), self.today) is None
        )
        scrolls = self._scrolled().show_vertical_scrollbar
        return {"begin": ended and self._decided is None, "stop": not ended, "words(-1)": scrolls}.get(
            action.name, True
        )

    @work(thread=True, exclusive=True)
    def _compute_result(self, key: object, experiment: Experiment, scores: "dict[date, int]", today: "date") -> None:
        """Compute a result; imports numpy."""
        from heeldiary.domain.chance.experiments import analyse_experiment

        result = analyse_experiment(experiment, scores, today)
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._show_result, key, result)

    def _show_result(self, key: object, result: Result) -> None:
        self._computed = (key, result)
        if self._all and self._all[self._at] == result.experiment:
            self._show(result)

    def _show(self, result: Result) -> None:
        experiment = result.experiment
        self.query_one(ExperimentPicture).show(result)
        self.query_one("#place", Static).update(words.format_place(result))
        self._fit(result)
        if not result.sealed:
            self.query_one("#text", Static).update(_paragraphs(result_lines(result)[2:]))
            return
        decided = self._decided
        number = decided[1] if decided and decided[0] == experiment else None
        shown = [] if number is None else [words.format_today(experiment, number)]
        coins = (
            f"Heads: {separate(experiment.heads)}. Tails: {separate(experiment.tails)}.",
            words.SLOW if experiment.unit == "week" else "",
        )
        seal = f"The seed's fingerprint is {fingerprint(experiment.seed)}: heeldiary experiment check."
        lines = (
            *shown,
            words.format_adherence(result.adherence),
            *coins,
            words.format_measure(experiment.foot, experiment.outcome),
            words.NOTHING_CHANGES,
            seal,
        )
        self.query_one("#text", Static).update(_paragraphs(line for line in lines if line))

    def _fit(self, result: Result) -> None:
        """Give the calendar only the rows it needs when the text is below it."""
        chart = self.query_one("#chart")
        columns = max(40, self.app.size.width - 6)
        beneath = not self._is_beside and result.sealed
        chart.styles.height = calendar_rows(result.experiment, columns, _MOST_ROWS) + 3 if beneath else None

    @property
    def _is_beside(self) -> bool:
        """Whether the text stands beside the picture."""
        return self.has_class("-normal") or self.has_class("-wide")

    def _scrolled(self) -> Column:
        """Return what scrolls: everything if the text is below the picture, else the text."""
        return self.query_one("#words" if self._is_beside else "#columns", Column)

    def action_older(self, step: int) -> None:
        """Show the experiment before or after."""
        at = self._at + step
        if 0 <= at < len(self._all):
            self._at = at
            self._scrolled().scroll_home(animate=False)
            self.reload()

    def action_words(self, step: int) -> None:
        """Scroll the text."""
        self._scrolled().scroll_relative(y=2 * step, animate=False, immediate=True)

    def action_said(self, said: "Said") -> None:
        """Record whether today was done as the coin said; the same key again clears it."""
        if self._decided is None:
            self.say(words.NOT_TODAY)
            return
        experiment, number = self._decided
        meant: Said = "-" if experiment.said(number) == said else said
        self.change(
            lambda: record_day(self.diary, experiment, self.today, meant),
            lambda changed: self.say(f"{short_day(self.today)}, {changed.arm(number)}: {words.format_done(meant)}"),
        )

    def action_begin(self) -> None:
        """Start an experiment: the red flags first, then the form."""
        from heeldiary.tui.experiments.safety import Signs

        if self.attempt(lambda: refuse_second(self.diary, self.today)):
            self.app.push_screen(Signs(), self._signs_answered)

    def _signs_answered(self, none_is_so: bool | None) -> None:
        from heeldiary.tui.experiments.card import CardForm

        if none_is_so is False:
            self.say("That comes first. g opens the Guide: when to see a clinician.", important=True)
        elif none_is_so:
            foot = (self.settings.affected_feet or FEET)[0]
            self.app.push_screen(CardForm(self.diary, foot, self.today), self._begun)

    def _begun(self, parsed: dict[str, object] | None) -> None:
        self._at = 0
        self.reload()
        if parsed is not None and self._all:
            self.say(words.format_start(self._all[0], fingerprint(self._all[0].seed)))

    def action_stop(self) -> None:
        """Stop it early after confirmation."""
        from heeldiary.tui.dialogs.choose import Choose

        if not self._all or sealed(self._all[self._at], {}, self.today) is None:
            self.say("No experiment is running here.")
            return
        experiment = self._all[self._at]
        answers = (("y", "stop it today", True), ("n", "let it continue", False))
        self.app.push_screen(
            Choose("Stop early", words.stop_warning(experiment), answers, "escape let it continue"),
            lambda answer: self._stop(experiment) if answer else None,
        )

    def _stop(self, experiment: Experiment) -> None:
        self.change(lambda: stop(self.diary, experiment), lambda _: self.say("Stopped; u undoes that."))


def _paragraphs(lines: Iterable[str]) -> Content:
    """Return sentences as paragraphs; the first is highlighted."""
    paragraphs = [separate(line) for line in lines]
    return Content("\n\n").join([Content.styled(paragraphs[0], "bold"), *map(Content, paragraphs[1:])])
