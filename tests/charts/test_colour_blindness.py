"""To people who see two primary colours: the feet and what is here stay apart, and the shades of pain keep their order.

The matrices are those of Machado, Oliveira and Fernandes (2009) for complete protanopia, deuteranopia and tritanopia,
on linear light. Distances are in OKLab: 0.02 is hardly seen.
"""

import pytest

from heeldiary.charts.few_colours import DUSK_256, PAPER_256
from heeldiary.charts.palette import DUSK, PAPER, Palette, contrast, distance

MATRICES = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900),
    ),
}  # fmt: skip
PALETTES = {"dusk": DUSK, "paper": PAPER, "dusk in 256": DUSK_256, "paper in 256": PAPER_256}

each_sight = pytest.mark.parametrize("sight", MATRICES)
each_palette = pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)


def seen(colour: str, sight: str) -> str:
    """A colour as it is seen."""
    values = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in values]
    mixed = [sum(a * b for a, b in zip(row, linear, strict=True)) for row in MATRICES[sight]]
    clipped = [min(1.0, max(0.0, value)) for value in mixed]
    shown = [value * 12.92 if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055 for value in clipped]
    return "#" + "".join(f"{round(255 * value):02x}" for value in shown)


def test_who_sees_all_colours_sees_them_as_they_are_and_greys_stay_grey() -> None:
    for sight in MATRICES:
        for grey in ("#000000", "#808080", "#ffffff"):
            assert distance(seen(grey, sight), grey) < 0.01
    assert distance(seen("#ff0000", "deuteranopia"), seen("#00a000", "deuteranopia")) < distance("#ff0000", "#00a000")


@each_palette
@each_sight
def test_the_feet_and_what_is_here_are_told_apart(palette: Palette, sight: str) -> None:
    left, right, accent, text = (seen(palette.colour(role), sight) for role in ("left", "right", "accent", "text"))
    assert distance(left, right) >= 0.17
    assert min(distance(accent, other) for other in (left, right, text)) >= 0.09


@each_palette
@each_sight
def test_the_shades_of_pain_keep_their_order_and_their_foot(palette: Palette, sight: str) -> None:
    background = seen(palette.background, sight)
    for shades in palette.shades.values():
        away = [contrast(seen(shade, sight), background) for shade in shades]
        assert away == sorted(away)
    for left, right in list(zip(palette.shades["left"], palette.shades["right"], strict=True))[3:]:
        assert distance(seen(left, sight), seen(right, sight)) >= 0.08
