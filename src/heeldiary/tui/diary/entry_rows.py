"""The rows of a day's entries. The focus stays with its entry, whatever is added above it or deleted."""

from typing import NamedTuple

from textual.containers import Vertical
from textual.widget import Widget

from heeldiary.domain.day import Day
from heeldiary.tui.diary.entry_row import KINDS, EntryRow, day_rows


class _Focused(NamedTuple):
    """The row with the focus, and what it showed."""

    number: int
    kind: str
    entry_id: str | None


class EntryRows(Vertical):
    """Shows each type of entry with the day's entries, or an empty row."""

    def __init__(self) -> None:
        self.rows = [EntryRow() for _ in KINDS]
        """All rows, from the top; those that are not needed are not displayed."""
        super().__init__(*self.rows, id="entries")

    def show(self, day: Day, focused: Widget | None) -> None:
        """Show a day. `focused` has the focus on the page."""
        before = next(
            (
                _Focused(number, row.kind, row.entry_id)
                for number, row in enumerate(self.rows)
                if row is focused and row.display
            ),
            None,
        )
        wanted = day_rows(day)
        if len(wanted) > len(self.rows):
            added = [EntryRow() for _ in wanted[len(self.rows) :]]
            self.mount_all(added)
            self.rows += added
        for number, row in enumerate(self.rows):
            row.display = number < len(wanted)
            if row.display:
                kind, entry = wanted[number]
                again = number > 0 and wanted[number - 1][0] == kind
                is_last = wanted[number + 1 : number + 2] == [] or wanted[number + 1][0] != kind
                lasting = day.lasting if kind == "care" and is_last else ()
                row.show(kind, "" if again else KINDS[kind], entry, lasting)
        if before is not None:
            # At once: a key that is already typed must not delete another entry.
            self.screen.set_focus(self._row_after(before))

    def _row_after(self, before: _Focused) -> EntryRow:
        """Return the row of the same entry; without one, the same row or another of the same type."""
        shown = [row for row in self.rows if row.display]
        of_kind = [row for row in shown if row.kind == before.kind]
        same = next((row for row in of_kind if before.entry_id and row.entry_id == before.entry_id), None)
        here = shown[min(before.number, len(shown) - 1)]
        return same or (here if here in of_kind or not of_kind else of_kind[-1])
