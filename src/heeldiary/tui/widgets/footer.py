"""The footer: the most useful keys, as many as fit; the help lists all."""

from collections.abc import Sequence
from typing import NamedTuple, cast

from textual import events

from heeldiary.charts.picture import Ink, Picture
from heeldiary.tui.actions import PAIRS, KeyAction
from heeldiary.tui.host import Host
from heeldiary.tui.widgets.drawing import Drawing

_GAP_COLUMNS = 3
_RIGHT_FROM_RANK = 90
"""Actions of this rank and above are at the right edge."""


class _Item(NamedTuple):
    """An action, or several that one label names."""

    rank: int
    keys: str
    label: str
    names: tuple[str, ...]
    """What a click does, one for all of it or one for each key; empty if the key must say which of several is meant."""
    group: str = ""

    @property
    def columns(self) -> int:
        return len(self.keys) + 1 + len(self.label)


class Footer(Drawing):
    """Keys in bold, labels in grey. What does not fit is left out. A click acts like the key."""

    DEFAULT_CSS = "Footer { height: 1; }"

    def __init__(self) -> None:
        super().__init__()
        self._places: list[tuple[int, int, str]] = []
        self._items: list[_Item] = []

    def show(self, actions: Sequence[KeyAction]) -> None:
        """Show these actions."""
        items = _items(actions)
        if items != self._items:
            self._items = items
            self.redraw()

    def draw(self, columns: int, rows: int) -> Picture:
        """Render from the left by rank; undo and help from the right."""
        picture = Picture(columns, rows)
        self._places = []
        items = _fitting(self._items, columns)
        if any(item.group and item not in items for item in self._items):
            items = _fitting(_grouped(self._items), columns)
        column, end = 0, columns - sum(item.columns + _GAP_COLUMNS for item in items if item.rank >= _RIGHT_FROM_RANK)
        for item in items:
            if item.rank >= _RIGHT_FROM_RANK:
                column = max(column, end + _GAP_COLUMNS)
            self._write(picture, column, item)
            column += item.columns + _GAP_COLUMNS
        return picture

    def on_click(self, event: events.Click) -> None:
        """Run the action under the click."""
        for first, last, name in self._places:
            if first <= event.x < last:
                cast("Host", self.app).do(name)

    def _write(self, picture: Picture, column: int, item: _Item) -> None:
        picture.write(column, 0, item.keys, Ink("text", bold=True))
        picture.write(column + len(item.keys) + 1, 0, item.label, Ink("faint"))
        widths = [item.columns] if len(item.names) == 1 else [len(key) + 1 for key in item.keys.split()]
        for name, width in zip(item.names, widths, strict=False):
            self._places.append((column, column + width, name))
            column += width


def _items(actions: Sequence[KeyAction]) -> list[_Item]:
    """Return what is shown of the actions, by rank."""
    shown = (action for action in actions if action.rank or action.name in PAIRS)
    items = (_Item(_rank(action), *_words(action), _clicked(action), action.group) for action in shown)
    return sorted(items, key=lambda item: item.rank)


def _rank(action: KeyAction) -> int:
    return PAIRS[action.name][2] if action.name in PAIRS else action.rank


def _grouped(items: Sequence[_Item]) -> list[_Item]:
    """Return the items with the keys of each group under one label."""
    grouped: dict[str, _Item] = {}
    for item in items:
        first = grouped.get(key := item.group or item.keys)
        grouped[key] = (
            first._replace(keys=f"{first.keys} {item.keys}", names=first.names + item.names)
            if first
            else item._replace(label=item.group or item.label)
        )
    return [*grouped.values()]


def _fitting(items: Sequence[_Item], columns: int) -> list[_Item]:
    """Return the items that fit: those at the right edge first, then by rank."""
    fitting: list[_Item] = []
    left = columns + _GAP_COLUMNS
    for item in sorted(items, key=lambda item: item.rank < _RIGHT_FROM_RANK):
        if item.columns + _GAP_COLUMNS <= left:
            fitting.append(item)
            left -= item.columns + _GAP_COLUMNS
    return [item for item in items if item in fitting]


def _clicked(action: KeyAction) -> tuple[str, ...]:
    """Return the action of a click; none if only the key says which of several is meant."""
    return () if action.name in PAIRS or "0" in action.keys else (action.name,)


def _words(action: KeyAction) -> tuple[str, str]:
    keys, label, _ = PAIRS.get(action.name, (action.shown, action.label, 0))
    return keys, label
