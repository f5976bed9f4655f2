"""The layouts of the app's pages, chosen by the size of the terminal."""

SMALLEST = (80, 24)
"""The smallest terminal, in columns and rows, that the screens are laid out for."""


LAYOUTS = ("-compact", "-normal", "-wide")
"""Classes that choose the layout: for 80x24, from 110x34 on, from 150x46 on."""


def layout_for(columns: int, rows: int) -> str:
    """The class of the layout for a terminal's size; `-small` where there is too little room for any."""
    if columns < SMALLEST[0] or rows < SMALLEST[1]:
        return "-small"
    if columns >= 150 and rows >= 46:
        return "-wide"
    return "-normal" if columns >= 110 and rows >= 34 else "-compact"
