"""The two palettes in the 256 or 16 colours of terminals without true colour, or in greys: a shade keeps its order.

Left to the terminal, the nearest colours would be chosen one by one, and a blue scale become violet, green or grey.
"""

from collections.abc import Mapping

from heeldiary.charts.palette import DUSK, PAPER, Palette

_LEVELS = (0, 95, 135, 175, 215, 255)
_FIRST = (
    "#000000", "#aa0000", "#00aa00", "#aa5500", "#0000aa", "#aa00aa", "#00aaaa", "#aaaaaa",
    "#555555", "#ff5555", "#55ff55", "#ffff55", "#5555ff", "#ff55ff", "#55ffff", "#ffffff",
)  # fmt: skip
"""The first 16 colours, by the values that stand for them; each terminal has its own."""


def colour_of(number: int) -> str:
    """Return the colour of a number: one of the first 16, of a cube of 216 as xterm has it, or of 24 greys."""
    if number < len(_FIRST):
        return _FIRST[number]
    if number >= 232:
        return f"#{8 + 10 * (number - 232):02x}" + 2 * f"{8 + 10 * (number - 232):02x}"
    red, green, blue = ((number - 16) // size % 6 for size in (36, 6, 1))
    return "#" + "".join(f"{_LEVELS[part]:02x}" for part in (red, green, blue))


def _palette(dark: bool, left_shades: tuple[int, ...], right_shades: tuple[int, ...], **roles: int) -> Palette:
    shades = {"left": tuple(map(colour_of, left_shades)), "right": tuple(map(colour_of, right_shades))}
    return Palette(dark=dark, shades=shades, **{role: colour_of(number) for role, number in roles.items()})


DUSK_256 = _palette(
    True,
    (17, 18, 18, 25, 25, 68, 68, 75, 75, 111, 153),
    (235, 58, 58, 58, 94, 94, 136, 136, 178, 178, 222),
    background=234, raised=235, line=238, text=254, muted=249, faint=247,
    accent=210, left=110, right=221, range=25, band=236, bars=243,
)  # fmt: skip
"""The dark theme."""

PAPER_256 = _palette(
    False,
    (189, 153, 153, 110, 110, 68, 68, 68, 25, 25, 18),
    (230, 223, 222, 222, 179, 179, 136, 136, 94, 94, 58),
    background=231, raised=255, line=252, text=235, muted=239, faint=241,
    accent=89, left=25, right=94, range=110, band=254, bars=245,
)  # fmt: skip
"""The light theme."""

DUSK_16 = _palette(
    True,
    (4,) * 5 + (12,) * 6,
    (3,) * 5 + (11,) * 6,
    background=0, raised=0, line=8, text=15, muted=7, faint=7,
    accent=9, left=12, right=11, range=4, band=8, bars=7,
)  # fmt: skip

PAPER_16 = _palette(
    False,
    (12,) * 5 + (4,) * 6,
    (11,) * 5 + (3,) * 6,
    background=15, raised=15, line=7, text=0, muted=8, faint=8,
    accent=5, left=4, right=3, range=12, band=7, bars=8,
)  # fmt: skip

DUSK_GREY, PAPER_GREY = DUSK._replace(accent="#ffffff"), PAPER._replace(accent="#000000")
"""The palettes where colours become greys: what is here is then the strongest of them."""

PALETTES: Mapping[str, tuple[Palette, Palette]] = {
    "256": (DUSK_256, PAPER_256), "standard": (DUSK_16, PAPER_16), "grey": (DUSK_GREY, PAPER_GREY),
}  # fmt: skip
"""The dark and the light palette by the name of a terminal's colour system, or `grey`."""


def own_palettes(colour_system: str | None) -> tuple[Palette, Palette]:
    """Return the dark and the light palette for a colour system."""
    return PALETTES.get(colour_system or "", (DUSK, PAPER))
