"""Colours by role. The hue is the foot, the shade the pain: more pain contrasts more with the background."""

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from heeldiary.domain.scales import FEET, HIGHEST

Rgb = tuple[float, float, float]
"""Red, green and blue, 0-1, in linear light."""


class Palette(NamedTuple):
    """The colours of pictures and screens, as `#rrggbb`."""

    dark: bool
    background: str
    raised: str
    """The unfilled part of a scale, a dialog, the selected row."""
    line: str
    """Rules and gridlines; decoration."""
    text: str
    muted: str
    faint: str
    accent: str
    """Only for "here": the open screen, the focused row, today, the current step."""
    left: str
    right: str
    range: str
    """From the best to the worst morning of a week."""
    band: str
    """The noise band, behind everything else."""
    bars: str
    """Anything but pain: minutes, steps."""
    shades: Mapping[str, tuple[str, ...]]
    """Eleven shades per foot, for the scores 0-10."""

    def colour(self, role: str) -> str:
        """Return a role's colour: a field's name, `left-6` for a score's shade, `on-left-6` for the digit on it."""
        name, _, score = role.rpartition("-")
        if not name:
            return str(getattr(self, role))
        if name.startswith("on-"):
            return ink_on(self.shades[name.removeprefix("on-")][int(score)])
        return self.shades[name][int(score)]


DUSK = Palette(
    dark=True,
    background="#1b1917",
    raised="#26231f",
    line="#3d3832",
    text="#ede5d8",
    muted="#b3a799",
    faint="#998e81",
    accent="#f28b82",
    left="#86b9e8",
    right="#ecc94f",
    range="#4a5d6f",
    band="#2b2d2e",
    bars="#746c63",
    shades={
        "left": (
            "#1e2830", "#293642", "#354655", "#405669", "#4c677e", "#587691",
            "#6589a9", "#749bbe", "#85add1", "#97bfe4", "#a9d2f7",
        ),
        "right": (
            "#2c2611", "#3e3617", "#51461d", "#655723", "#796829", "#917d34",
            "#a48c34", "#ba9f40", "#ceb355", "#e2c76a", "#f7dc7e",
        ),
    },
)  # fmt: skip
"""The dark theme."""

PAPER = Palette(
    dark=False,
    background="#f8f3e8",
    raised="#efe7d6",
    line="#d9ceba",
    text="#2a241e",
    muted="#574c41",
    faint="#6f6357",
    accent="#96244f",
    left="#1f5d96",
    right="#8a5c00",
    range="#9db3c7",
    band="#dbdcd6",
    bars="#8a8176",
    shades={
        "left": (
            "#e0e9f2", "#cad8e7", "#b5c8dd", "#9fb7d2", "#8aa7c7", "#7597bc",
            "#6188b1", "#4b76a4", "#37689b", "#27598a", "#174a7a",
        ),
        "right": (
            "#eee7dd", "#e1d6c6", "#d5c5b0", "#c9b59a", "#bda584", "#b1956e",
            "#a48558", "#9a7845", "#8c6628", "#7e5817", "#6f4a00",
        ),
    },
)  # fmt: skip
"""The light theme."""

_DARK_INK, _LIGHT_INK = "#120e0a", "#fffaf0"
_READABLE_CONTRAST = 4.5
"""The least contrast of text (WCAG 2, level AA)."""
_STEP, _MOST_STEPS = 0.08, 60


def derived(dark: bool, colours: Mapping[str, str]) -> Palette:
    """Return a palette for another theme, from its colours by role (`background`, `text`, `accent`, `left`, …).

    Whatever is text has a contrast of 4.5 or more on both grounds. The shades of pain go from the background to the
    foot's colour in even steps of lightness; a digit on each has that contrast, too.
    """
    grounds = colours["background"], colours["raised"]
    readable = {role: as_text(colours[role], grounds) for role in ("text", "muted", "faint", "accent", *FEET)}
    shades: dict[str, tuple[str, ...]] = {foot: _shades(colours["background"], readable[foot]) for foot in FEET}
    return Palette(dark=dark, shades=shades, **{**colours, **readable})


def as_text(colour: str, grounds: Sequence[str]) -> str:
    """Return a colour made lighter or darker until it can be read on all grounds, if it can."""
    best = max("#000000", "#ffffff", key=lambda end: min(contrast(end, ground) for ground in grounds))
    for _ in range(_MOST_STEPS):
        if min(contrast(colour, ground) for ground in grounds) >= _READABLE_CONTRAST:
            return colour
        colour = blend(colour, best, _STEP)
    return best


def distance(first: str, other: str) -> float:
    """Return how far apart two colours look, in OKLab: 0.02 is hardly seen, black and white are 1 apart."""
    return math.dist(_oklab(first), _oklab(other))


def ink_on(colour: str) -> str:
    """Return the ink with the best contrast on a colour: nearly black or nearly white."""
    return max(_DARK_INK, _LIGHT_INK, key=lambda ink: contrast(ink, colour))


def contrast(first: str, other: str) -> float:
    """Return the contrast of two colours, 1-21, by WCAG 2."""
    lighter, darker = sorted((_luminance(first), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def blend(first: str, other: str, share: float) -> str:
    """Blend two colours in OKLab; `share` 0 is the first, 1 the second."""
    a, b = _oklab(first), _oklab(other)
    return _from_oklab((a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share))


def _shades(background: str, hue: str) -> tuple[str, ...]:
    shades = []
    for score in range(HIGHEST + 1):
        shade = blend(background, hue, 0.12 + 0.88 * score / HIGHEST)
        away = "#ffffff" if _luminance(hue) > _luminance(background) else "#000000"
        while contrast(ink_on(shade), shade) < _READABLE_CONTRAST:
            shade = blend(shade, away, 0.08)
        shades.append(shade)
    return tuple(shades)


@lru_cache(512)
def _linear(colour: str) -> Rgb:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return _to_linear(red), _to_linear(green), _to_linear(blue)


def _to_linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _luminance(colour: str) -> float:
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _oklab(colour: str) -> Rgb:
    """Return a colour in Björn Ottosson's OKLab, where even steps look even."""
    red, green, blue = _linear(colour)
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    medium = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


def _from_oklab(lab: Rgb) -> str:
    lightness, a, b = lab
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    linear = (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )
    return "#" + "".join(f"{round(255 * _to_srgb(min(1.0, max(0.0, value)))):02x}" for value in linear)


def _to_srgb(value: float) -> float:
    return value * 12.92 if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055
