"""The morning after: what was done the day before, and one's own mean, in a quiet line beneath the morning's score."""

from textual.content import Content
from textual.widget import Widget

from heeldiary.domain.scales import Foot
from heeldiary.domain.text import separate
from heeldiary.domain.weeks.next_morning import NextMorning
from heeldiary.domain.weeks.next_morning_text import format_line
from heeldiary.tui.widgets.score_row import INDENT_COLUMNS


class MorningAfter(Widget):
    """A note of one day for one foot. Its row is there always, so that nothing moves when it has something to say."""

    DEFAULT_CSS = "MorningAfter { height: 1; }"

    _note: NextMorning | None = None
    _today = True

    def __init__(self, foot: Foot) -> None:
        super().__init__()
        self.foot: Foot = foot

    def show(self, note: NextMorning | None, today: bool) -> None:
        """Show a note, or nothing; `today` tells this morning from another day's."""
        if (note, today) != (self._note, self._today):
            self._note, self._today = note, today
            self.refresh()

    def render(self) -> Content:
        """The longest line that fits."""
        room = max(1, self.size.width - INDENT_COLUMNS - 1)
        line = separate(format_line(self._note, self._today, room)) if self._note else ""
        return Content.assemble(" " * INDENT_COLUMNS, Content.styled(line, "$text-muted").truncate(room, ellipsis=True))
