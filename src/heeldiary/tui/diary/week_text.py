"""The figures of a day's week beside those of the week before: what was logged, without judging."""

from collections.abc import Sequence
from datetime import date

from textual.content import Content
from textual.widget import Widget

from heeldiary.domain.days import FIRST_DAY, MONTHS, monday
from heeldiary.domain.durations import format_minutes
from heeldiary.domain.weeks.weeks import Trends, Week

_LABEL_COLUMNS = 11
_FIGURE_COLUMNS = 8


class WeekWords(Widget):
    """One line for each figure, one column for each foot. What was not logged has no line."""

    DEFAULT_CSS = "WeekWords { height: auto; margin-left: 3; color: $text-muted; }"

    _feet: Sequence[Trends] = ()
    _today = FIRST_DAY
    _is_roomy = False

    def show(self, feet: Sequence[Trends], today: date, is_roomy: bool = False) -> None:
        """Show each foot's last week and the mean of the week before; if roomy, with a blank row below the heading."""
        self._feet, self._today, self._is_roomy = feet, today, is_roomy
        self.refresh(layout=True)

    def render(self) -> Content:
        """Render the lines, the most useful first."""
        if not self._feet:
            return Content("")
        present = [foot.weeks[-1] for foot in self._feet]
        letters = [foot.foot[0].upper() if len(self._feet) > 1 else "" for foot in self._feet]
        lines = [
            Content.assemble(
                Content.styled(self._heading(present[0].start).ljust(_LABEL_COLUMNS), "bold $foreground"),
                *(
                    Content.styled(f"{letter:>{_FIGURE_COLUMNS}}", f"bold ${trends.foot}-foot")
                    for letter, trends in zip(letters, self._feet, strict=True)
                ),
            ),
            *([Content("")] * self._is_roomy),
            _line("First steps", [_mean(week) for week in present]),
            _line("Week before", [_mean(foot.weeks[-2]) for foot in self._feet]),
            _line("Mornings", [f"{week.mornings} of {week.days}" for week in present]),
            *_loads(present),
        ]
        return Content("\n").join(lines)

    def _heading(self, start: date) -> str:
        """Return `This week`, or for an earlier one the day it began: `From 16 Nov`."""
        return "This week" if start == monday(self._today) else f"From {start.day} {MONTHS[start.month - 1][:3]}"


def _mean(week: Week) -> str:
    return "–" if week.mean is None else f"{week.mean:.1f}"


def _loads(present: Sequence[Week]) -> list[Content]:
    load = present[0].load
    lines = []
    if any(week.massage_minutes for week in present):
        lines.append(_line("Massage", [format_minutes(week.massage_minutes) for week in present]))
    if load.activity_minutes is not None:
        lines.append(_line("Active", [format_minutes(load.activity_minutes)]))
    if load.sitting_minutes is not None:
        lines.append(_line("Sitting", [format_minutes(load.sitting_minutes)]))
    if load.steps is not None:
        lines.append(_line("Steps", [f"{load.steps:,}"]))
    return lines


def _line(label: str, figures: Sequence[str]) -> Content:
    return Content.assemble(
        label.ljust(_LABEL_COLUMNS),
        *(Content.styled(f"{figure:>{_FIGURE_COLUMNS}}", "$foreground") for figure in figures),
    )
