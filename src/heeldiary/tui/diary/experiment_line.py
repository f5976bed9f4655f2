"""The Diary's line about an experiment: what the coin says today, and whether it was done."""

from typing import TYPE_CHECKING, cast

from textual import events
from textual.content import Content
from textual.widget import Widget

from heeldiary.domain.text import separate
from heeldiary.tui.host import Host
from heeldiary.tui.widgets.score_row import LABEL_COLUMNS

if TYPE_CHECKING:
    from heeldiary.domain.experiments.experiment import Experiment

_NARROW_COLUMNS = 56
_NARROW_LABEL_COLUMNS = 10
_END = "x result"
_TOLD = {"y": "done", "n": "not done", "-": "y done?"}


class ExperimentLine(Widget):
    """A click on the answer steps through done, not done, not logged; a click elsewhere opens the experiment."""

    DEFAULT_CSS = "ExperimentLine { height: 1; display: none; }"

    experiment: "Experiment | None" = None
    """The experiment that runs on the day."""
    number = 0
    """The day's index in the experiment."""
    _ended: "Experiment | None" = None
    """A finished experiment, shown on days without a coin."""

    def show(self, experiment: "Experiment | None", number: int = 0, ended: "Experiment | None" = None) -> None:
        """Show what the coin says, else that a result is ready, else nothing."""
        if (experiment, number, ended) != (self.experiment, self.number, self._ended):
            self.experiment, self.number, self._ended = experiment, number, ended
            self.display = experiment is not None or ended is not None
            self.refresh(layout=True)

    def render(self) -> Content:
        """Render the tick, what the coin says, the day's number and the answer."""
        experiment = self.experiment
        wide = self.size.width >= _NARROW_COLUMNS
        columns = LABEL_COLUMNS if wide else _NARROW_LABEL_COLUMNS
        if experiment is None:
            return self._end(columns)
        said = experiment.said(self.number)
        text = _TOLD[said]
        place = f"day {self.number + 1} of {experiment.days} · " if wide else ""
        room = max(1, self.size.width - 5 - columns - len(place) - len(text))
        tick = {"y": "✓", "n": "✗", "-": "·"}[said]
        return Content.assemble(
            Content.styled(f"  {'Coin':{columns}}", "$text-muted"),
            Content(f"{tick} {separate(experiment.arm(self.number))}").truncate(room, ellipsis=True, pad=True),
            (f" {place}", "$text-muted"),
            (text, "bold" if said != "-" else "bold $accent"),
        )

    def _end(self, columns: int) -> Content:
        """Render which experiment ended and how to see its result."""
        if self._ended is None:
            return Content("")
        room = max(1, self.size.width - 3 - columns - len(_END))
        return Content.assemble(
            Content.styled(f"  {'Coin':{columns}}", "$text-muted"),
            Content(separate(self._ended.question)).truncate(room, ellipsis=True, pad=True),
            (f" {_END}", "bold $accent"),
        )

    def on_click(self, event: events.Click) -> None:
        """Run the action of the part that was clicked."""
        if self.experiment is None:
            cast("Host", self.app).do("experiments")
        else:
            columns = len(_TOLD[self.experiment.said(self.number)])
            cast("Host", self.app).do("coin" if event.x >= self.size.width - columns - 3 else "experiments")
