"""The palettes of 256 colours: each is one of the 256, a scale keeps its hue and its order, and text can be read."""

import pytest
from rich.color import Color, ColorSystem

from heeldiary.charts.few_colours import DUSK_256, PAPER_256, colour_of
from heeldiary.charts.palette import Palette, contrast
from heeldiary.domain.scales import FEET

BOTH = pytest.mark.parametrize("palette", [DUSK_256, PAPER_256], ids=["dusk", "paper"])
ROLES = ("background", "raised", "line", "text", "muted", "faint", "accent", "left", "right", "range", "band", "bars")


@BOTH
def test_the_terminal_is_sent_the_very_colour(palette: Palette) -> None:
    hues = [
        palette.accent,
        palette.left,
        palette.right,
        palette.range,
        *(s for all_ in palette.shades.values() for s in all_),
    ]
    for colour in hues:
        sent = Color.parse(colour).downgrade(ColorSystem.EIGHT_BIT).number
        assert sent is not None
        assert colour in (colour_of(sent), colour_of(235)), "or a grey, of which the next is as good"


@BOTH
def test_text_is_read_on_every_ground(palette: Palette) -> None:
    for role in ("text", "muted", "faint", "accent", "left", "right"):
        for ground in (palette.background, palette.raised):
            assert contrast(palette.colour(role), ground) >= 4.5, (role, ground)
    for foot in FEET:
        for score, shade in enumerate(palette.shades[foot]):
            assert contrast(palette.colour(f"on-{foot}-{score}"), shade) >= 4.5, (foot, score)


@BOTH
def test_a_scale_keeps_its_hue_and_its_order(palette: Palette) -> None:
    for foot, shades in palette.shades.items():
        away = [contrast(shade, palette.background) for shade in shades]
        assert away == sorted(away), foot
        for shade in shades[1:]:
            red, _, blue = (int(shade[at : at + 2], 16) for at in (1, 3, 5))
            assert blue > red if foot == "left" else red > blue, shade
