"""Asked before a score written more than 12 hours ago is replaced."""

from datetime import date

from textual import events
from textual.widgets import Static

from heeldiary.domain.days import long_day
from heeldiary.domain.scales import HIGHEST
from heeldiary.tui.dialogs.choose import Choose


class WhichMorning(Choose[date]):
    """Asks which morning is meant: the one that has a score, or another."""

    def __init__(self, today: date, other: date, score: int) -> None:
        self.score = score
        """What was typed; it is asked at the 1 of a 1 0, so the 0 still makes it a ten."""
        super().__init__(
            "Which morning do you mean?",
            self._told(),
            (("1", f"{long_day(today)}: replace its score", today), ("2", f"{long_day(other)}", other)),
        )

    def on_key(self, event: events.Key) -> None:
        """Take the 0 of a ten."""
        if event.key == "0" and self.score == 1:
            self.score = HIGHEST
            self.query_one(".question", Static).update(self._told())

    def _told(self) -> str:
        return f"The score there was written more than 12 hours ago. You typed {self.score}."
