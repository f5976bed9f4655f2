"""A field with fixed values, in sight as far as they fit: arrows, the space bar or a first letter choose one."""

from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.strip import Strip
from textual.widgets import Input

_GAP = 2
_NONE = "–"  # shown for no value
_BEFORE, _AFTER = "‹ ", " ›"
"""More values are before and after those in sight."""


class ChoiceInput(Input):
    """Chooses one of a few values; its `value` is the chosen one, or empty."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"choice--other", "choice--chosen"}
    DEFAULT_CSS = """
    ChoiceInput > .choice--other { color: $text-muted; }
    ChoiceInput > .choice--chosen { color: $foreground; text-style: bold; }
    ChoiceInput:focus > .choice--chosen { color: $accent; text-style: bold reverse; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,space", "choose(1)", show=False),
        Binding("left", "choose(-1)", show=False),
        Binding("backspace,delete,ctrl+u,ctrl+k,ctrl+d,ctrl+w,ctrl+f,ctrl+x", "clear_choice", show=False),
    ]

    class Unknown(Message):
        """No value begins with the typed letter."""

        def __init__(self, choices: Sequence[str]) -> None:
            super().__init__()
            self.choices = choices

    def __init__(self, value: str, choices: Sequence[str], may_be_empty: bool, id: str) -> None:  # noqa: A002  the name in Textual
        super().__init__(value, select_on_focus=False, id=id)
        self._choices = (*([""] if may_be_empty else []), *choices)
        self._typed = ""
        self._before = value

    def action_choose(self, step: int) -> None:
        """Choose the next or the previous value."""
        self.end_typing()
        at = self._choices.index(self.value) if self.value in self._choices else -1 if step > 0 else 0
        self.value = self._choices[(at + step) % len(self._choices)]

    def action_clear_choice(self) -> None:
        """Choose nothing, where that is possible."""
        self.end_typing()
        if "" in self._choices:
            self.value = ""

    def check_consume_key(self, key: str, character: str | None = None) -> bool:
        """Leave the question mark to the dialog."""
        return character != "?" and super().check_consume_key(key, character)

    async def _on_key(self, event: events.Key) -> None:
        if event.is_printable and event.character is not None:
            event.prevent_default()
            if event.character == "?":  # the dialog's
                return
            event.stop()
            if event.character == " " and not self._starting(f"{self._typed} "):
                self.action_choose(1)
            else:
                self._choose_by_start(event.character)

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self.end_typing()
        if event.text.strip():
            self._choose_by_start(event.text.strip())

    def _choose_by_start(self, typed: str) -> None:
        """Choose the value that begins with what was typed so far, or with this letter; else change nothing."""
        if not self._typed:
            self._before = self.value
        for start in (self._typed + typed.casefold(), typed.casefold()):
            found = self._starting(start)
            if found:
                self._typed, self.value = start, found[0]
                return
        self._typed, self.value = "", self._before
        self.post_message(self.Unknown(self._choices))

    def _starting(self, start: str) -> list[str]:
        return [choice for choice in self._choices if choice and choice.casefold().startswith(start)]

    def end_typing(self) -> None:
        """Forget the letters typed so far."""
        self._typed = ""

    async def _on_mouse_down(self, event: events.MouseDown) -> None:
        event.prevent_default()
        x = event.get_content_offset(self)
        before, shown, _ = self._shown(self.scrollable_content_region.width)
        start = len(before)
        for choice in shown:
            end = start + len(choice or _NONE)
            if x is not None and start <= x.x < end:
                self.end_typing()
                self.value = choice
            start = end + _GAP

    def _shown(self, width: int) -> tuple[str, Sequence[str], str]:
        """Return the values that are drawn, all or the chosen one and those around it, and the signs for more."""
        at = self._choices.index(self.value) if self.value in self._choices else 0
        all_columns = sum(len(choice or _NONE) + _GAP for choice in self._choices) - _GAP
        first, last, room = at, at + 1, width - len(self.value or _NONE)
        has_signs = all_columns > width and room >= len(_BEFORE + _AFTER)
        room -= len(_BEFORE + _AFTER) * has_signs
        for _ in self._choices:
            for beside in (last, first - 1):
                needed = len(self._choices[beside] or _NONE) + _GAP if 0 <= beside < len(self._choices) else room + 1
                if needed <= room:
                    first, last, room = min(first, beside), max(last, beside + 1), room - needed
        before, after = first > 0, last < len(self._choices)
        return _BEFORE * (has_signs and before), self._choices[first:last], _AFTER * (has_signs and after)

    def render_line(self, y: int) -> Strip:
        """Draw the values in a line, the chosen one marked."""
        if y:
            return Strip.blank(self.size.width, self.rich_style)
        width = self.scrollable_content_region.width
        before, shown, after = self._shown(width)
        line, faint = Text(end=""), self.get_component_rich_style("choice--other", partial=True)
        line.append(before, faint)
        for number, choice in enumerate(shown):
            style = "choice--chosen" if choice == self.value else "choice--other"
            line.append(" " * _GAP if number else "")
            line.append(choice or _NONE, self.get_component_rich_style(style, partial=True))
        line.append(after, faint)
        segments = self.app.console.render(line, self.app.console_options.update_width(width + 1))
        return Strip(segments).adjust_cell_length(width, self.rich_style).apply_style(self.rich_style)
