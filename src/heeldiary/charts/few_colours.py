"""The two palettes in the 256 colours of terminals without true colour: each shade keeps its hue and its order.

Left to the terminal, the nearest of 256 colours would be chosen one by one, and a blue scale become violet and green.
"""

from heeldiary.charts.palette import Palette

_LEVELS = (0, 95, 135, 175, 215, 255)


def colour_of(number: int) -> str:
    """Return the colour of a number from 16 on, as xterm has it: a cube of 216, then 24 greys."""
    if number >= 232:
        return f"#{8 + 10 * (number - 232):02x}" + 2 * f"{8 + 10 * (number - 232):02x}"
    red, green, blue = ((number - 16) // size % 6 for size in (36, 6, 1))
    return "#" + "".join(f"{_LEVELS[part]:02x}" for part in (red, green, blue))


def _palette(dark: bool, left_shades: tuple[int, ...], right_shades: tuple[int, ...], **roles: int) -> Palette:
    shades = {"left": tuple(map(colour_of, left_shades)), "right": tuple(map(colour_of, right_shades))}
    return Palette(dark=dark, shades=shades, **{role: colour_of(number) for role, number in roles.items()})


DUSK_256 = _palette(
    True,
    (17, 18, 24, 24, 25, 25, 67, 67, 74, 110, 153),
    (235, 58, 58, 94, 94, 136, 136, 178, 179, 185, 222),
    background=234, raised=235, line=238, text=254, muted=249, faint=247,
    accent=210, left=110, right=221, range=24, band=236, bars=243,
)  # fmt: skip
"""The dark theme."""

PAPER_256 = _palette(
    False,
    (189, 153, 117, 111, 74, 68, 67, 31, 25, 24, 24),
    (230, 223, 222, 180, 179, 172, 136, 130, 94, 94, 58),
    background=231, raised=255, line=252, text=235, muted=239, faint=241,
    accent=89, left=25, right=94, range=110, band=254, bars=245,
)  # fmt: skip
"""The light theme."""
