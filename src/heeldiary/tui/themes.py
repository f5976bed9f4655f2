"""The app's themes and their palettes."""

from functools import lru_cache

from textual.color import Color
from textual.theme import Theme

from heeldiary.charts.few_colours import own_palettes
from heeldiary.charts.palette import DUSK, PAPER, Palette, blend, derived, distance

_OWN = ("dusk", "paper")
_COLOUR_SYSTEM = "colour-system"
"""The variable of a theme that says for which terminals it is made."""
_APART = 0.15
"""The least distance between the accent and the feet's colours."""
_HERE = ("#c2185b", "#4caf50", "#9c5fe0")
"""The hues of the accent, in order, where none of a theme's own is far enough from them."""


def own_themes(colour_system: str | None = None) -> list[Theme]:
    """Return the two themes made for the diary, in the colours that a terminal has."""
    themes = [_theme(name, palette) for name, palette in zip(_OWN, own_palettes(colour_system), strict=True)]
    for theme in themes:
        theme.variables[_COLOUR_SYSTEM] = colour_system or ""
    return themes


def readable_variables(theme: Theme) -> dict[str, str]:
    """Return the feet's colours and, of another theme, text that would be too faint or louder than ours, as in ours."""
    palette = palette_of(theme)
    if theme.name in _OWN:
        return {"left-foot": palette.left, "right-foot": palette.right}
    if theme.ansi:  # its text is the terminal's own
        return {
            "accent": palette.accent,
            "text-muted": palette.muted,
            "text-disabled": palette.faint,
            "left-foot": palette.left,
            "right-foot": palette.right,
            **_scrollbar("ansi_default", "ansi_bright_black", "ansi_bright_black"),
        }
    return {
        "accent": palette.accent,
        "foreground": palette.text,
        "text-muted": palette.muted,
        "text-disabled": palette.faint,
        "left-foot": palette.left,
        "right-foot": palette.right,
        **_scrollbar(palette.background, palette.line, palette.bars),
    }


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
            **_scrollbar(palette.background, palette.line, palette.bars),
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


def _scrollbar(ground: str, bar: str, held: str) -> dict[str, str]:
    return {
        "scrollbar": bar,
        **dict.fromkeys(("scrollbar-background", "scrollbar-corner-color"), ground),
        **dict.fromkeys(("scrollbar-background-hover", "scrollbar-background-active"), ground),
        **dict.fromkeys(("scrollbar-hover", "scrollbar-active"), held),
    }


def palette_of(theme: Theme) -> Palette:
    """Return the palette of a theme."""
    if theme.name in _OWN:
        return own_palettes(theme.variables.get(_COLOUR_SYSTEM))[_OWN.index(theme.name)]
    if theme.ansi:  # its colours are the terminal's own
        return DUSK if theme.dark else PAPER
    colours = theme.to_color_system().generate()
    names = ("background", "foreground", "primary", "accent", "warning", "error")
    return _derived(theme.dark, *(_hex(colours[name]) for name in names))


@lru_cache(32)
def _derived(dark: bool, background: str, text: str, primary: str, accent: str, warning: str, error: str) -> Palette:
    left, right = blend(primary, text, 0.3), blend(warning, text, 0.15)
    palettes = [_from_roles(dark, background, text, left, right, here) for here in (accent, primary, error, *_HERE)]
    return next((palette for palette in palettes if _from_feet(palette) >= _APART), max(palettes, key=_from_feet))


def _from_feet(palette: Palette) -> float:
    """Return how far the accent is from the feet's colours."""
    return min(distance(palette.accent, foot) for foot in (palette.left, palette.right))


def _from_roles(dark: bool, background: str, text: str, left: str, right: str, accent: str) -> Palette:
    return derived(
        dark,
        {
            "background": background,
            "raised": blend(background, text, 0.08),
            "line": blend(background, text, 0.2),
            "text": text,
            "muted": blend(background, text, 0.78),
            "faint": blend(background, text, 0.62),
            "accent": accent,
            "left": left,
            "right": right,
            "range": blend(background, left, 0.45),
            "band": blend(background, text, 0.09),
            "bars": blend(background, text, 0.45),
        },
    )


def _hex(colour: str) -> str:
    return Color.parse(colour).hex6
