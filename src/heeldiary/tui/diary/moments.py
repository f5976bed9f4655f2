"""The moments later in the day: a line for each, with a row for each foot."""

from textual.containers import Horizontal, Vertical

from heeldiary.domain.scales import FEET, Moment
from heeldiary.tui.widgets.score_row import ScoreRow

LATER: tuple[Moment, ...] = ("after-sitting", "after-activity")
"""The moments whose rows are always there."""
MORE: tuple[Moment, ...] = ("average", "worst", "night")
"""The moments whose rows are there once one of them is needed: the first screen is painted sooner without."""


class Moments(Vertical):
    """Holds the rows; which of them are displayed is the page's to say."""

    DEFAULT_CSS = "Moments { height: auto; }"

    def __init__(self) -> None:
        super().__init__(*(Horizontal(*_rows(moment), classes="moment") for moment in LATER))
        self._has_more = False

    def need_more(self) -> None:
        """Add the rows that are seldom needed; they can be shown and focused at once."""
        if not self._has_more:
            self._has_more = True
            for moment in MORE:
                line = Horizontal(classes="moment")
                self.mount(line)
                line.mount_all(_rows(moment))


def _rows(moment: Moment) -> list[ScoreRow]:
    return [ScoreRow(foot, moment) for foot in FEET]
