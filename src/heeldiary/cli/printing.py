"""Printing pictures in the terminal's colours, or without colour to a pipe."""

import re
import shutil

from heeldiary.charts.few_colours import own_palettes
from heeldiary.charts.palette import Palette
from heeldiary.charts.picture import Ink, Picture
from heeldiary.cli.context import CommandContext
from heeldiary.cli.streams import terminal_columns

_WITHOUT_COLOUR = {"range": "░", "band": " ", "raised": " "}
"""The characters for painted spaces without colour; shades of a score have three strengths, all else a full block."""

_NARROWEST_COLUMNS = 40
_LIGHT_THEMES = re.compile("paper|light|latte|dawn")


def picture_columns(context: CommandContext, widest: int) -> int:
    """Return the width of a picture: as wide as the terminal, up to `widest`; COLUMNS is for files and pipes."""
    columns = terminal_columns(context.out) or shutil.get_terminal_size().columns
    return min(widest, max(_NARROWEST_COLUMNS, columns - 1))


def print_picture(picture: Picture, theme: str, context: CommandContext) -> None:
    """Print a picture, in the theme's colours if possible."""
    if not context.colour:
        for row in range(picture.used_rows):
            context.print("".join(_uncoloured(text, ink) for text, ink in picture.runs(row)).rstrip(), whole=True)
        return
    from rich.console import Console
    from rich.style import Style
    from rich.text import Text

    console = Console(
        file=context.out, force_terminal=True, width=picture.columns + 1, highlight=False, legacy_windows=False
    )
    dark, light = own_palettes(console.color_system)
    palette = light if _LIGHT_THEMES.search(theme) else dark
    for row in range(picture.used_rows):
        line = Text(no_wrap=True, end="")
        for text, ink in picture.runs(row):
            fore, back = (_colour(role, palette) for role in (ink.fore, ink.back))
            line.append(text, Style(color=fore, bgcolor=back, bold=ink.bold, underline=ink.underline))
        console.print(line)


def _uncoloured(text: str, ink: Ink) -> str:
    if ink.fore == "band":
        return re.sub("[▀▄]", "┄", text)  # half a cell: the edge of the noise band
    if ink.back is None or not text.isspace():
        return text
    shade = ink.back.rpartition("-")[2]
    strength = "░▒▓"[int(shade) // 4] if shade.isdecimal() else "█"
    return text.replace(" ", _WITHOUT_COLOUR.get(ink.back, strength))


def _colour(role: str | None, palette: Palette) -> str | None:
    """Return the colour of a role; plain text keeps the terminal's."""
    return None if role in (None, "text", "background") else palette.colour(role or "")
