"""A column that scrolls with the focus and leaves the arrow keys to its screen."""

from textual.containers import VerticalScroll


class Column(VerticalScroll, can_focus=False, inherit_bindings=False):
    """Textual's own scrolling containers take the arrow keys as soon as they overflow; this one never does."""
