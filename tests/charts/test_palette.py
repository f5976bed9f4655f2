"""Every colour that carries text can be read, in the diary's own themes and in those derived from others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeldiary.charts.palette import DUSK, PAPER, Palette, as_text, blend, contrast, derived, distance, ink_on
from heeldiary.domain.scales import FEET

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@pytest.mark.parametrize("palette", [DUSK, PAPER], ids=["dusk", "paper"])
def test_text_is_read_on_every_ground(palette: Palette) -> None:
    for role in ("text", "muted", "faint", "accent", "left", "right"):
        for ground in (palette.background, palette.raised):
            assert contrast(palette.colour(role), ground) >= 4.5, (role, ground)


@pytest.mark.parametrize("palette", [DUSK, PAPER], ids=["dusk", "paper"])
def test_shades_grow_and_bear_their_digit(palette: Palette) -> None:
    for foot in FEET:
        shades = palette.shades[foot]
        away = [contrast(shade, palette.background) for shade in shades]
        assert len(shades) == 11
        assert away == sorted(away), foot
        for score, shade in enumerate(shades):
            assert contrast(palette.colour(f"on-{foot}-{score}"), shade) >= 4.5


@given(background=COLOURS, text=COLOURS, left=COLOURS, right=COLOURS, dark=st.booleans())
def test_derived_shades_bear_their_digit(background: str, text: str, left: str, right: str, dark: bool) -> None:
    others = dict.fromkeys(("raised", "line", "muted", "faint", "accent", "range", "band", "bars"), text)
    palette = derived(dark, {"background": background, "text": text, "left": left, "right": right, **others})
    for foot in FEET:
        assert len(palette.shades[foot]) == 11
        for shade in palette.shades[foot]:
            assert contrast(ink_on(shade), shade) >= 4.5


@given(one=COLOURS, other=COLOURS)
def test_a_blend_begins_and_ends_where_it_should(one: str, other: str) -> None:
    for share, end in ((0.0, one), (1.0, other)):
        blended = blend(one, other, share)
        distance = [abs(int(blended[at : at + 2], 16) - int(end[at : at + 2], 16)) for at in (1, 3, 5)]
        assert max(distance) <= 1


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@given(background=COLOURS, text=COLOURS, accent=COLOURS, dark=st.booleans())
def test_text_of_a_derived_palette_is_read_on_both_grounds(background: str, text: str, accent: str, dark: bool) -> None:
    raised = blend(background, text, 0.08)
    others = dict.fromkeys(("line", "muted", "faint", "left", "right", "range", "band", "bars"), accent)
    palette = derived(dark, {"background": background, "raised": raised, "text": text, "accent": accent, **others})
    possible = max(min(contrast(end, ground) for ground in (background, raised)) for end in ("#000000", "#ffffff"))
    for role in ("text", "muted", "faint", "accent", "left", "right"):
        for ground in (background, raised):
            assert contrast(palette.colour(role), ground) >= min(4.5, possible - 0.01), role


def test_colours_that_can_be_read_stay_as_they_are() -> None:
    assert as_text("#777777", ["#000000"]) == "#777777"
    assert distance("#000000", "#ffffff") == pytest.approx(1, abs=0.001)
    assert distance("#123456", "#123456") == 0
