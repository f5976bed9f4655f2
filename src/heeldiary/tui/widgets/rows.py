"""A list of lines, the selected one marked as the Diary's rows are."""

from typing import ClassVar

from rich.segment import Segment
from textual.strip import Strip
from textual.widgets import OptionList


class Rows(OptionList):
    """Marks the selected line by a bar in the margin and bold text, and no other colour."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"rows--bar"}
    DEFAULT_CSS = """
    Rows, Rows:focus { border: none; padding: 0; background: $background; background-tint: transparent;
                       scrollbar-size-vertical: 1; }
    Rows > .option-list--option { padding: 0 1 0 2; }
    Rows > .option-list--option-highlighted, Rows:focus > .option-list--option-highlighted {
        background: transparent; color: $foreground; text-style: none; }
    Rows:focus > .option-list--option-highlighted { text-style: bold; }
    Rows > .rows--bar { color: $accent; text-style: bold; }
    """

    always_marks = False
    """Whether the selected line is marked without the focus, too."""

    def render_line(self, y: int) -> Strip:
        """Render a line, with the bar if it belongs to the selected option."""
        strip = super().render_line(y)
        options = {segment.style.meta.get("option") for segment in strip if segment.style}
        if options <= {None}:  # a separator: Textual draws a line, in the background's colour at best
            return Strip.blank(strip.cell_length, self.rich_style)
        if not (self.has_focus or self.always_marks) or self.highlighted is None:
            return strip
        if self.highlighted not in options:
            return strip
        bar = self.get_component_rich_style("rows--bar", partial=True)
        ground = next(iter(strip)).style
        return Strip.join([Strip([Segment("▌", ground + bar if ground else bar)]), strip.crop(1)])
