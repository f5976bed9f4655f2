"""A column that scrolls with the focus and leaves the arrow keys to its screen."""

from typing import Any

from textual.containers import VerticalScroll
from textual.geometry import Offset, Region


class Column(VerticalScroll, can_focus=False, inherit_bindings=False):
    """Textual's own scrolling containers take the arrow keys as soon as they overflow; this one never does."""

    def watch_virtual_size(self) -> None:
        """Keep what has the focus in sight where rows are shown or hidden: the focus often comes before its row."""
        self.call_later(self._show_focused)

    def on_resize(self) -> None:
        """Keep it in sight above a message of more lines, too."""
        self.call_later(self._show_focused)

    def scroll_to_region(self, region: Region, **options: Any) -> Offset:
        """Jump at once: a glide would go on to where the row was before others were shown or hidden."""
        return super().scroll_to_region(region, **{**options, "animate": False, "immediate": True})

    def _show_focused(self) -> None:
        focused = self.screen.focused
        if focused is not None and self in focused.ancestors:
            focused.scroll_visible(animate=False)
