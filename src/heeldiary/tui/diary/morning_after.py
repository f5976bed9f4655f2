"""The line below a morning's score: what was done the day before, and the person's own mean."""

from textual.content import Content
from textual.widget import Widget

from heeldiary.domain.scales import Foot
from heeldiary.domain.text import separate
from heeldiary.domain.weeks.next_morning import NextMorning
from heeldiary.domain.weeks.next_morning_text import format_line
from heeldiary.tui.widgets.score_row import INDENT_COLUMNS, LABEL_COLUMNS

_WIDE_COLUMNS = 56
"""From this width on it stands beneath the scale, else beneath all of the row."""


class MorningAfter(Widget):
    """A note about one day for one foot. Its row is always there, so nothing moves when text appears."""

    DEFAULT_CSS = "MorningAfter { height: 1; }"

    _note: NextMorning | None = None
    _today = True

    def __init__(self, foot: Foot) -> None:
        super().__init__()
        self.foot: Foot = foot

    def show(self, note: NextMorning | None, today: bool) -> None:
        """Show a note, or nothing; `today` says whether it is about this morning."""
        if (note, today) != (self._note, self._today):
            self._note, self._today = note, today
            self.refresh()

    def render(self) -> Content:
        """Render the longest line that fits."""
        indent = INDENT_COLUMNS + (LABEL_COLUMNS if self.size.width >= _WIDE_COLUMNS else 0)
        room = max(1, self.size.width - indent - 2)
        line = separate(format_line(self._note, self._today, room)) if self._note else ""
        return Content.assemble(" " * indent, Content.styled(line, "$text-muted").truncate(room, ellipsis=True))
