"""The pages' layouts, chosen by the terminal's size."""

SMALLEST = (80, 24)
"""From here on the pages are shown whole, in columns and rows."""

TINIEST = (40, 12)
"""The smallest terminal, in which the pages are shown in brief."""

LAYOUTS = ("-tiny", "-compact", "-normal", "-wide")
"""The layouts' CSS classes: from 40x12, from 80x24, from 110x34 and from 150x46."""


def layout_for(columns: int, rows: int) -> str:
    """Return the CSS class for a terminal's size; `-small` if it is too small for any layout."""
    if columns < TINIEST[0] or rows < TINIEST[1]:
        return "-small"
    if columns < SMALLEST[0] or rows < SMALLEST[1]:
        return "-tiny"
    if columns >= 150 and rows >= 46:
        return "-wide"
    return "-normal" if columns >= 110 and rows >= 34 else "-compact"
