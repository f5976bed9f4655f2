"""A row for an entry, or for a type with nothing logged."""

from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from heeldiary.domain.day import Day
from heeldiary.domain.durations import format_minutes, format_seconds
from heeldiary.domain.entries import Activity, Care, Entry, Massage, Sitting, Sore, format_time
from heeldiary.domain.entry_text import (
    format_areas,
    format_before_and_after,
    format_point,
    format_step_count,
    format_visit,
)
from heeldiary.domain.tag_text import format_tags
from heeldiary.domain.text import display_text, separate
from heeldiary.tui.widgets.score_row import LABEL_COLUMNS

KINDS = {
    "activity": "Activity", "sitting": "Sitting", "massage": "Massage", "care": "Care", "sore": "Sore", "note": "Note",
}  # fmt: skip
"""The types with their own rows, in order, with their labels."""

_ONLY_LOGGED = ("sore",)  # no row on a day without one

_HINTS = {
    "activity": "a: walking 45, running, steps",
    "sitting": "s: how long, and the longest stretch",
    "massage": "r: the guided routine · m: done by hand",
    "care": "o: a visit, stretching, insoles",
    "sore": "r: h on the foot map marks where it hurts",
    "note": "n: a few words",
}
"""The hint of an empty row with the focus."""


_NARROW_COLUMNS = 56
_NARROW_LABEL_COLUMNS = 10


class EntryRow(Widget, can_focus=True):
    """A label, an entry, and its quantity at the right. A click opens it."""

    DEFAULT_CSS = "EntryRow { height: 1; }"

    class Opened(Message):
        """The row was clicked."""

        def __init__(self, row: "EntryRow") -> None:
            super().__init__()
            self.row = row

    kind = "note"
    """The type of entry it shows or takes."""
    entry_id: str | None = None
    """The entry shown; None for an empty row."""
    _label = _entry_text = _quantity = _tags = ""

    def show(self, kind: str, label: str, entry: Entry | None) -> None:
        """Show an entry of a type, or an empty row."""
        self.kind, self._label, self.entry_id = kind, label, entry and entry.id
        self._entry_text, self._quantity = entry_row_text(entry) if entry else ("", "")
        self._tags = format_tags(entry.tags) if entry else ""
        self.refresh()

    def render(self) -> Content:
        """Render the row in one line; the person's text is never markup and is cut with … if too long."""
        columns = LABEL_COLUMNS if self.size.width >= _NARROW_COLUMNS else _NARROW_LABEL_COLUMNS
        bar = Content.styled("▌ ", "bold $accent") if self.has_focus else Content("  ")
        label = Content.styled(self._label.ljust(columns), "bold $foreground" if self.has_focus else "$text-muted")
        quantity = f" {self._quantity}" if self._quantity else ""
        if self.entry_id is None:
            text = Content.styled(_HINTS[self.kind] if self.has_focus else "–", "$text-disabled")
        else:
            text = Content.assemble(
                (self._entry_text, "italic" if self.kind == "note" else ""),
                " " if self._entry_text and self._tags else "",
                (separate(self._tags), "$text-muted"),
            )
        text = text.truncate(max(1, self.size.width - 4 - columns - len(quantity)), ellipsis=True, pad=True)
        return Content.assemble(bar, label, text, (quantity, "bold"))

    def on_click(self) -> None:
        """Post the click."""
        self.post_message(self.Opened(self))


def day_rows(day: Day) -> list[tuple[str, Entry | None]]:
    """Return the rows of a day: each type with its entries, or with an empty row."""
    empty: tuple[None, ...] = (None,)
    return [(kind, entry) for kind in KINDS for entry in day.of(kind) or (empty if kind not in _ONLY_LOGGED else ())]


def entry_row_text(entry: Entry) -> tuple[str, str]:
    """Return an entry's text, after its time of day if given, and the quantity shown at the right."""
    text, quantity = _text_and_quantity(entry)
    return f"{format_time(entry.time_of_day)} {text}" if entry.time_of_day else text, quantity


def _text_and_quantity(entry: Entry) -> tuple[str, str]:
    match entry.fact:
        case Activity(kind, minutes, steps, surface):
            words = [
                display_text(kind),
                steps is not None and format_step_count(steps),
                surface and f"{surface} ground",
            ]
            quantity = "" if minutes is None else format_minutes(minutes)
        case Sitting(minutes, longest):
            words = [f"longest {format_minutes(longest)}" if longest is not None else "in all"]
            quantity = format_minutes(minutes)
        case Massage() as massage:
            points = "" if massage.is_whole else " ".join(format_point(step.point) for step in massage.steps)
            words = [massage.foot, format_before_and_after(massage), not massage.finished and "part session", points]
            quantity = (
                format_minutes((massage.seconds + 30) // 60)
                if massage.seconds >= 60
                else format_seconds(massage.seconds)
            )
        case Care(kind, minutes, course, visit, planned, _, session):
            words = [
                display_text(kind),
                course and display_text(course),
                visit is not None and format_visit(visit, planned),
            ]
            words += [session.foot, format_before_and_after(session)] if session else []
            quantity = "" if minutes is None else format_minutes(minutes)
        case Sore(foot, areas):
            words, quantity = [foot, format_areas(areas)], ""
        case _:
            return display_text(entry.note, newline=" "), ""
    if entry.note:
        words.append(f"“{display_text(entry.note, newline=' ')}”")
    return ", ".join(word for word in words if word), quantity
