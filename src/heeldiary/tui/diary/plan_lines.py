"""The Diary's lines about plans: one for each, with the week's progress."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget

from heeldiary.domain.text import separate
from heeldiary.tui.widgets.score_row import LABEL_COLUMNS

if TYPE_CHECKING:
    from heeldiary.domain.routine.plan import Standing

_NARROW_COLUMNS = 56
_NARROW_LABEL_COLUMNS = 10


_IDLE = "not this week"
_THAT_DAY = {"for today": "planned", "not today": "not planned", "done today": "done"}


class PlanLines(Widget):
    """Shows counts without judging: `4 of 5 this week`."""

    DEFAULT_CSS = "PlanLines { height: auto; display: none; }"

    _standings: "tuple[Standing, ...]" = ()
    _is_today = True

    def show(self, standings: "Sequence[Standing]", is_today: bool = True) -> None:
        """Show the plans as they stand on a day."""
        if (tuple(standings), is_today) != (self._standings, self._is_today):
            self._standings, self._is_today = tuple(standings), is_today
            self.display = bool(standings)
            self.refresh(layout=True)

    def render(self) -> Content:
        """Render title, tick and progress."""
        return Content("\n").join(self._line(number, standing) for number, standing in enumerate(self._standings))

    def _words(self, standing: "Standing") -> str:
        if self._is_today or standing.pause:
            return standing.today_words
        return _THAT_DAY.get(standing.today_words, standing.today_words.replace(" today", " that day"))

    def _line(self, number: int, standing: "Standing") -> Content:
        wide = self.size.width >= _NARROW_COLUMNS
        columns = LABEL_COLUMNS if wide else _NARROW_LABEL_COLUMNS
        done = standing.today_planned > 0 and standing.today_done >= standing.today_planned
        is_idle = not (standing.planned or standing.done or standing.pause)
        today = _IDLE if is_idle else self._words(standing) if wide or standing.pause else ""
        count = "" if is_idle or (standing.pause and not wide) else f"{standing.done} of {standing.planned}"
        text = f"{'✓ ' if done else ''}{today}{' · ' if today and count else ''}"
        room = max(1, self.size.width - 5 - columns - len(text) - len(count))
        return Content.assemble(
            Content.styled(f"  {'Plan' if number == 0 else '':{columns}}", "$text-muted"),
            Content(separate(standing.title)).truncate(room, ellipsis=True, pad=True),
            (f" {text}", "$text-muted"),
            (count, "bold"),
        )
