"""A row for an entry, or for a type with nothing logged."""

from collections.abc import Sequence
from datetime import date

from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from heeldiary.domain.day import Day
from heeldiary.domain.days import MONTHS, short_day
from heeldiary.domain.durations import format_minutes, format_seconds
from heeldiary.domain.entries import Activity, Care, Entry, Massage, Note, Sitting, Sore, format_time
from heeldiary.domain.entry_text import (
    format_areas,
    format_before_and_after,
    format_point,
    format_step_count,
    format_took,
    format_visit,
)
from heeldiary.domain.tag_text import format_tags
from heeldiary.domain.tags import tags_in_note, without_tags
from heeldiary.domain.text import display_text, separate
from heeldiary.tui.widgets.score_row import LABEL_COLUMNS

KINDS = {
    "activity": "Activity", "sitting": "Sitting", "massage": "Massage", "care": "Care", "sore": "Sore", "note": "Note",
}  # fmt: skip
"""The types with their own rows, in order, with their labels."""

_ALL_POINTS = ["calf", "heel", "ki1", "shimian"]
"""The points of the clinic's routine."""

_ONLY_LOGGED = ("sore",)  # no row on a day without one

_HINTS = {
    "activity": "a: walking 45, running, steps",
    "sitting": "s: how long, and the longest stretch",
    "massage": "r: guided · m: by hand",
    "care": "o: a visit, medicine, insoles",
    "sore": "r: h on the foot map marks where it hurts",
    "note": "n: a few words",
}
"""The hint of an empty row with the focus."""


_NARROW_COLUMNS = 56
_NARROW_LABEL_COLUMNS = 10
_SPLIT_COLUMNS = 12
"""The columns that a long word may leave free where a text goes on in a second line."""


class EntryRow(Widget, can_focus=True):
    """A label, an entry, and its quantity at the right. A click opens it."""

    DEFAULT_CSS = "EntryRow { height: auto; }"

    class Opened(Message):
        """The row was clicked."""

        def __init__(self, row: "EntryRow") -> None:
            super().__init__()
            self.row = row

    kind = "note"
    """The type of entry it shows or takes."""
    entry_id: str | None = None
    """The entry shown; None for an empty row."""
    _label = _quantity = ""
    _entry: Entry | None = None
    _lasting: Sequence[str] = ()
    _lasting_since: Sequence[date] = ()

    def show(self, kind: str, label: str, entry: Entry | None, lasting: Sequence[Entry] = ()) -> None:
        """Show an entry of a type, or an empty row; beneath it or in its place the care of earlier days that lasts."""
        self.kind, self._label, self.entry_id = kind, label, entry and entry.id
        self._lasting = [_lasting_text(care) for care in lasting]
        self._lasting_since = [care.day for care in lasting]
        self._entry, self._quantity = entry, entry_row_text(entry)[1] if entry else ""
        self.refresh(layout=True)

    @property
    def nothing_to_delete(self) -> str:
        """Why an empty row has nothing to delete; care of an earlier day that is shown here belongs to that day."""
        days = " and ".join(dict.fromkeys(map(short_day, self._lasting_since)))
        return f"The care here belongs to {days}: delete it there." if days else "There is nothing here to delete."

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return 2 where the text needs a second line and has the room."""
        return len(self._lines(width))

    def render(self) -> Content:
        """Render the row; the person's text is never markup and is cut with … if too long."""
        return Content("\n").join(self._lines(self.size.width))

    def _lines(self, width: int) -> list[Content]:
        is_narrow = width < _NARROW_COLUMNS
        columns = _NARROW_LABEL_COLUMNS if is_narrow else LABEL_COLUMNS
        bar = Content.styled("▌ ", "bold $accent") if self.has_focus else Content("  ")
        label = Content.styled(self._label.ljust(columns), "bold $foreground" if self.has_focus else "$text-muted")
        quantity = f" {self._quantity}" if self._quantity else ""
        room_below = width - 4 - columns
        room = max(1, room_below - len(quantity))
        has_one_line = is_narrow and (self.kind != "note" or not self.is_attached or self.screen.has_class("-tiny"))
        lasting = [*self._lasting]
        if self._entry is None:
            empty = _HINTS[self.kind] if self.has_focus else "–"
            text = Content.styled(*((lasting.pop(0), "$text-muted") if lasting else (empty, "$text-disabled")))
        else:
            text = _text_and_tags(self._entry)
            if has_one_line and text.cell_length > room:
                text = _text_and_tags(self._entry, is_short=True, columns=room)
            elif self._entry.tags and not has_one_line and text.cell_length > room + room_below - _SPLIT_COLUMNS:
                text = _text_and_tags(self._entry, columns=room + room_below - _SPLIT_COLUMNS)
        text, rest = (text, Content("")) if has_one_line else _split(text, room)
        lines = [Content.assemble(bar, label, text.truncate(room, ellipsis=True, pad=True), (quantity, "bold"))]
        if rest:
            lines.append(Content.assemble(bar, " " * columns, rest.truncate(room_below, ellipsis=True)))
        for words in lasting:  # of another day: no key acts on it here, so the bar of the focus leaves it out
            beneath = Content.styled(words, "$text-muted").truncate(room_below, ellipsis=True)
            lines.append(Content.assemble("  ", " " * columns, beneath))
        return lines

    def on_click(self) -> None:
        """Post the click."""
        self.post_message(self.Opened(self))


def _lasting_text(entry: Entry) -> str:
    """Return care that lasts, with its time and its days: `insoles, 6 h a day, 26 Nov to 28 Nov`."""
    assert isinstance(entry.fact, Care)
    days = " to ".join(_day_and_month(day) for day in (entry.day, entry.fact.until) if day)
    return separate(", ".join(filter(None, (entry.fact.kind, format_took(entry.fact), days))))


def _day_and_month(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1][:3]}"


def _text_and_tags(entry: Entry, is_short: bool = False, columns: int | None = None) -> Content:
    """Return an entry's text and the tags that it does not show; with `columns`, half of them are for whole tags."""
    style = "italic" if isinstance(entry.fact, Note) else ""
    text = Content.styled(entry_row_text(entry, is_short)[0], style)
    in_sight = entry.note if columns is None else text.truncate(columns, ellipsis=True).plain
    names = without_tags(entry.tags, tags_in_note(in_sight))
    tags = separate(format_tags(names))
    if columns is not None:
        fitting = (separate(format_tags(names[:number])) for number in range(len(names), 0, -1))
        tags = next((some for some in fitting if len(some) < columns // 2), "")
        text = text.truncate(columns - len(tags) - bool(tags), ellipsis=True)
    return Content.assemble(text, " " if text and tags else "", (tags, "$text-muted"))


def _split(text: Content, columns: int) -> tuple[Content, Content]:
    """Return the words that fit a line, and the rest; a single long word is not split."""
    if text.cell_length <= columns:
        return text, Content("")
    spaces = [at for at, sign in enumerate(text.plain) if sign == " " and text[:at].cell_length <= columns]
    return (text[: spaces[-1]], text[spaces[-1] + 1 :]) if spaces else (text, Content(""))


def day_rows(day: Day) -> list[tuple[str, Entry | None]]:
    """Return the rows of a day: each type with its entries, or with an empty row."""
    empty: tuple[None, ...] = (None,)
    return [(kind, entry) for kind in KINDS for entry in day.of(kind) or (empty if kind not in _ONLY_LOGGED else ())]


def entry_row_text(entry: Entry, is_short: bool = False) -> tuple[str, str]:
    """Return an entry's text, after its time of day if given, and the quantity shown at the right."""
    text, quantity = _text_and_quantity(entry, is_short)
    return f"{format_time(entry.time_of_day)} {text}".rstrip() if entry.time_of_day else text, quantity


def _points(points: Sequence[str], is_short: bool) -> str:
    if sorted(points) == _ALL_POINTS:
        return "all four" if is_short else "all four points"
    return " ".join(format_point(point) for point in points)


def _text_and_quantity(entry: Entry, is_short: bool) -> tuple[str, str]:
    match entry.fact:
        case Activity(kind, minutes, steps, surface):
            words = [
                display_text(kind),
                steps is not None and format_step_count(steps),
                surface and (surface if is_short else f"{surface} ground"),
            ]
            quantity = "" if minutes is None else format_minutes(minutes)
        case Sitting(minutes, longest):
            words = [longest is not None and f"longest {format_minutes(longest)}"]
            quantity = format_minutes(minutes)
        case Massage() as massage:
            points = "" if massage.is_whole else _points([step.point for step in massage.steps], is_short)
            pain = format_before_and_after(massage) or ""
            pain = pain.removeprefix("pain ").replace(",", "") if is_short else pain
            words = [massage.foot, pain, not massage.finished and "part session", points]
            quantity = (
                format_minutes((massage.seconds + 30) // 60)
                if massage.seconds >= 600 or massage.seconds % 60 == 0
                else format_seconds(massage.seconds)
            )
        case Care(kind, minutes, course, visit, planned, until, session):
            words = [
                display_text(kind),
                course and display_text(course),
                visit is not None and format_visit(visit, planned),
                until is not None and not is_short and f"until {_day_and_month(until)}",
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
