"""The app's themes and their palettes."""

from functools import lru_cache

from textual.color import Color
from textual.theme import Theme

from heeldiary.charts.palette import DUSK, PAPER, Palette, blend, derived

_OWN = {"dusk": DUSK, "paper": PAPER}


def own_themes() -> list[Theme]:
    """Return the two themes made for the diary."""
    return [_theme(name, palette) for name, palette in _OWN.items()]


def _theme(name: str, palette: Palette) -> Theme:
    return Theme(
        name=name,
        primary=palette.accent,
        secondary=palette.left,
        accent=palette.accent,
        warning=palette.right,
        error=palette.accent,
        success=palette.left,
        foreground=palette.text,
        background=palette.background,
        surface=palette.background,
        panel=palette.raised,
        boost=palette.raised,
        dark=palette.dark,
        variables={
            "text-muted": palette.muted,
            "text-disabled": palette.faint,
            "border": palette.accent,
            "border-blurred": palette.line,
            "scrollbar": palette.line,
            "scrollbar-background": palette.background,
            "scrollbar-corner-color": palette.background,
            "scrollbar-background-hover": palette.background,
            "scrollbar-background-active": palette.background,
            "scrollbar-hover": palette.bars,
            "scrollbar-active": palette.bars,
            "input-selection-background": f"{palette.accent} 30%",
            "input-cursor-background": palette.text,
            "input-cursor-foreground": palette.background,
            "block-cursor-background": palette.line,
            "block-cursor-foreground": palette.text,
            "block-cursor-text-style": "bold",
            "block-cursor-blurred-background": palette.raised,
            "block-cursor-blurred-foreground": palette.text,
            "block-hover-background": palette.raised,
        },
    )


def palette_of(theme: Theme) -> Palette:
    """Return the palette of a theme."""
    own = _OWN.get(theme.name)
    if own is not None:
        return own
    if theme.ansi:  # its colours are the terminal's own
        return DUSK if theme.dark else PAPER
    colours = theme.to_color_system().generate()
    names = ("background", "foreground", "primary", "accent", "warning")
    return _derived(theme.dark, *(_hex(colours[name]) for name in names))


@lru_cache(32)
def _derived(dark: bool, background: str, text: str, primary: str, accent: str, warning: str) -> Palette:
    left, right = blend(primary, text, 0.3), blend(warning, text, 0.15)
    return derived(
        dark,
        {
            "background": background,
            "raised": blend(background, text, 0.08),
            "line": blend(background, text, 0.2),
            "text": text,
            "muted": blend(background, text, 0.78),
            "faint": blend(background, text, 0.62),
            "accent": accent if accent != warning else blend(accent, left, 0.35),
            "left": left,
            "right": right,
            "range": blend(background, left, 0.45),
            "band": blend(background, text, 0.09),
            "bars": blend(background, text, 0.45),
        },
    )


def _hex(colour: str) -> str:
    return Color.parse(colour).hex6
