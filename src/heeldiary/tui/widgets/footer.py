"""The footer: the most useful keys, as many as fit; the help lists all."""

from collections.abc import Sequence
from typing import cast

from textual import events

from heeldiary.charts.picture import Ink, Picture
from heeldiary.tui.actions import PAIRS, KeyAction
from heeldiary.tui.host import Host
from heeldiary.tui.widgets.drawing import Drawing

_GAP_COLUMNS = 3
_RIGHT_ALIGNED_FROM_COLUMNS = 90
"""Actions of this rank and above are right-aligned."""


class Footer(Drawing):
    """Keys in bold, labels in grey. A label that does not fit is left out. A click acts like the key."""

    DEFAULT_CSS = "Footer { height: 1; }"

    def __init__(self, actions: Sequence[KeyAction]) -> None:
        super().__init__()
        self._places: list[tuple[int, int, str]] = []
        self._items = _items(actions)

    def show(self, actions: Sequence[KeyAction]) -> None:
        """Show these actions."""
        self._items = _items(actions)
        self.redraw()

    def draw(self, columns: int, rows: int) -> Picture:
        """Render from the left by rank; undo and help from the right."""
        picture = Picture(columns, rows)
        self._places = []
        end = columns
        for rank, keys, label, name in reversed(self._items):
            if rank >= _RIGHT_ALIGNED_FROM_COLUMNS:
                end -= len(keys) + 1 + len(label)
                self._write(picture, end, keys, label, name)
                end -= _GAP_COLUMNS
        column = 0
        for rank, keys, label, name in self._items:
            width = len(keys) + 1 + len(label)
            if rank < _RIGHT_ALIGNED_FROM_COLUMNS and column + width <= end:
                self._write(picture, column, keys, label, name)
                column += width + _GAP_COLUMNS
        return picture

    def on_click(self, event: events.Click) -> None:
        """Run the action under the click."""
        for first, last, name in self._places:
            if first <= event.x < last and name:
                cast("Host", self.app).do(name)

    def _write(self, picture: Picture, column: int, keys: str, label: str, name: str) -> None:
        picture.write(column, 0, keys, Ink("text", bold=True))
        picture.write(column + len(keys) + 1, 0, label, Ink("faint"))
        self._places.append((column, column + len(keys) + 1 + len(label), name))


def _items(actions: Sequence[KeyAction]) -> list[tuple[int, str, str, str]]:
    """Return rank, keys, label and click action, by rank."""
    return sorted(
        (
            (PAIRS[action.name][2] if action.name in PAIRS else action.rank, *_words(action), _clicked(action))
            for action in actions
            if action.rank or action.name in PAIRS
        ),
        key=lambda item: item[0],
    )


def _clicked(action: KeyAction) -> str:
    """Return the action of a click; empty if only the key says which of several is meant."""
    return "" if action.name in PAIRS or "0" in action.keys else action.name


def _words(action: KeyAction) -> tuple[str, str]:
    keys, label, _ = PAIRS.get(action.name, (action.shown, action.label, 0))
    return keys, label
