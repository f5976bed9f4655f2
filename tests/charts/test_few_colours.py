"""The palettes of few colours: each is one of them, a scale keeps its hue and its order, and text can be read."""

from colorsys import rgb_to_hsv

import pytest
from rich.color import Color, ColorSystem

from heeldiary.charts.few_colours import DUSK_16, DUSK_256, PAPER_16, PAPER_256, colour_of, own_palettes
from heeldiary.charts.palette import DUSK, PAPER, Palette, contrast
from heeldiary.domain.scales import FEET

SIXTEEN = pytest.mark.parametrize("palette", [DUSK_16, PAPER_16], ids=["dusk", "paper"])
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
        assert len({*shades}) >= 6, foot
        for shade in shades[1:]:
            degrees = 360 * rgb_to_hsv(*(int(shade[at : at + 2], 16) / 255 for at in (1, 3, 5)))[0]
            assert 200 <= degrees <= 240 if foot == "left" else 25 <= degrees <= 60, "no teal, violet or green"


@SIXTEEN
def test_a_terminal_of_16_is_sent_the_very_colour(palette: Palette) -> None:
    for colour in (*map(palette.colour, ROLES), *(shade for shades in palette.shades.values() for shade in shades)):
        sent = Color.parse(colour).downgrade(ColorSystem.STANDARD).number
        assert sent is not None
        assert colour_of(sent) == colour


@SIXTEEN
def test_with_16_colours_the_left_foot_is_blue_the_right_one_yellow_and_pain_grows(palette: Palette) -> None:
    for foot, shades in palette.shades.items():
        away = [contrast(shade, palette.background) for shade in shades]
        assert away == sorted(away)
        assert away[0] < away[-1]
        for shade in (*shades, palette.colour(foot)):
            red, green, blue = (int(shade[at : at + 2], 16) for at in (1, 3, 5))
            assert blue > max(red, green) if foot == "left" else red >= green > blue, shade
        for score in range(11):
            assert contrast(palette.colour(f"on-{foot}-{score}"), shades[score]) >= 4.5, (foot, score)
    for role in ("text", "muted", "faint", "accent", "right"):
        assert contrast(palette.colour(role), palette.background) >= 4.5, role
    assert contrast(palette.left, palette.background) >= 4.0, "there are two blues"


def test_each_terminal_has_its_palettes() -> None:
    assert own_palettes("256") == (DUSK_256, PAPER_256)
    assert own_palettes("standard") == (DUSK_16, PAPER_16)
    assert own_palettes("truecolor") == own_palettes(None) == (DUSK, PAPER)
