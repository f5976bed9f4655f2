"""All themes that can be set, on all screens."""

import pytest
from textual.app import App
from textual.theme import BUILTIN_THEMES

from heeldiary.charts.few_colours import DUSK_16, DUSK_256, DUSK_GREY, PAPER_16, PAPER_256, PAPER_GREY
from heeldiary.charts.palette import DUSK, PAPER, Palette, contrast, distance
from heeldiary.domain.scales import FEET
from heeldiary.domain.settings import THEMES
from heeldiary.tui.themes import own_themes, palette_of, readable_variables
from tests.sampling import sampled
from tests.tui.stage import Stage
from tests.tui.test_frame import SCREENS, a_demo, whole

ANSI_BARS = ("ansi_default", "ansi_bright_black")
"""The colours of scrollbars where all colours are the terminal's own."""


def test_they_are_textuals_own_and_our_two() -> None:
    assert set(THEMES) == set(BUILTIN_THEMES) | {"dusk", "paper"}
    assert len(THEMES) == len(set(THEMES))


@pytest.mark.parametrize("name", sorted(BUILTIN_THEMES))
def test_in_every_theme_text_can_be_read_and_here_is_no_foots_colour(name: str) -> None:
    theme = BUILTIN_THEMES[name]
    palette = palette_of(theme)
    grounds = (palette.background, palette.raised)
    for role in ("text", "muted", "faint", "accent", "left", "right"):
        assert min(contrast(palette.colour(role), ground) for ground in grounds) >= 4.5, role
    assert min(distance(palette.accent, foot) for foot in (palette.left, palette.right)) >= 0.15
    variables = readable_variables(theme)
    feet = {f"{foot}-foot": variables.pop(f"{foot}-foot") for foot in FEET}
    assert feet == {"left-foot": palette.left, "right-foot": palette.right}
    bars = {variables.pop(name) for name in [*variables] if name.startswith("scrollbar")}
    assert bars == ({*ANSI_BARS} if theme.ansi else {palette.line, palette.background, palette.bars})
    assert {palette.colour(role) for role in ("accent", "text", "muted", "faint")} >= {*variables.values()}
    assert variables["accent"] == palette.accent


@pytest.mark.parametrize(
    ("colour_system", "palettes"),
    [("256", (DUSK_256, PAPER_256)), ("standard", (DUSK_16, PAPER_16)), ("grey", (DUSK_GREY, PAPER_GREY))],
)
def test_a_terminal_of_few_colours_gets_themes_made_for_it(
    colour_system: str, palettes: tuple[Palette, Palette]
) -> None:
    for theme, palette in zip(own_themes(colour_system), palettes, strict=True):
        assert palette_of(theme) == palette
        assert theme.background == palette.background
    assert [palette_of(theme) for theme in own_themes()] == [DUSK, PAPER]


async def test_without_colours_what_is_here_is_the_strongest_grey(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with stage.play() as play:
        assert palette_of(play.app.current_theme) == DUSK_GREY
        assert contrast(DUSK_GREY.accent, DUSK.background) > contrast(DUSK.text, DUSK.background)


@pytest.mark.parametrize("theme", sampled(THEMES, ("dusk", "paper", "ansi-light", "nord")))
async def test_every_screen_under_every_theme(stage: Stage, theme: str) -> None:
    a_demo(stage, 5)
    stage.heeldiary.done("settings", "theme", theme)
    async with stage.play() as play:
        assert play.app.theme == theme
        for key in SCREENS:
            await play.press(key)
            whole(play)
            for strip in play.strips:
                for segment in strip:
                    style = segment.style
                    if segment.text.strip(" ▌━") and style and style.color and not style.reverse:
                        assert style.color != style.bgcolor or style.color.is_default, (key, segment.text)


async def test_a_theme_is_chosen_in_the_palette_and_kept(stage: Stage) -> None:
    async with stage.play() as play:
        play.app.theme = "paper"
        await play.rest()
    async with stage.play() as play:
        assert play.app.theme == "paper"
        assert stage.heeldiary.done("settings", "theme", "--json").json == {"theme": "paper"}


async def test_a_change_of_theme_paints_everything_anew(stage: Stage) -> None:
    a_demo(stage, 20)
    async with stage.play() as play:
        dark = {str(segment.style.bgcolor) for strip in play.strips for segment in strip if segment.style}
        play.app.theme = "paper"
        await play.rest()
        light = {str(segment.style.bgcolor) for strip in play.strips for segment in strip if segment.style}
        assert len(dark & light) <= 1


@pytest.mark.parametrize("theme", ["dusk", "paper", "nord"])
async def test_a_saved_theme_is_there_from_the_start_without_reading_all_css_again(
    stage: Stage, theme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage.heeldiary.done("settings", "theme", theme)
    passes: list[str] = []
    monkeypatch.setattr(App, "refresh_css", lambda app, animate=True: passes.append(app.theme))
    async with stage.play() as play:
        assert passes == []
        assert play.app.theme == theme
        dark = play.app.current_theme.dark
        assert [play.app.has_class(name) for name in ("-dark-mode", "-light-mode")] == [dark, not dark]
        assert play.app.has_class(f"-theme-{theme}")
        assert play.app.screen.styles.background.hex == play.app.theme_variables["background"]
        play.app.theme = "gruvbox"
        await play.rest()
        assert passes == ["gruvbox"]


CURSORS = ("input-cursor", "block-cursor", "block-cursor-blurred")


@pytest.mark.parametrize("colour_system", [None, "truecolor", "256", "standard"])
def test_our_themes_set_what_textual_reads_and_what_is_under_a_cursor_can_be_read(colour_system: str | None) -> None:
    known = {*BUILTIN_THEMES["nord"].to_color_system().generate(), "colour-system"}
    for theme in own_themes(colour_system):
        assert {*theme.variables} <= known, "a name that Textual does not know changes nothing"
        for cursor in CURSORS:
            text, ground = (theme.variables[f"{cursor}-{part}"] for part in ("foreground", "background"))
            assert contrast(text, ground) >= 4.5, (theme.name, cursor)


async def test_in_the_settings_a_theme_is_shown_while_it_is_chosen_and_saved_with_the_rest(stage: Stage) -> None:
    async with stage.play() as play:
        steps = stage.steps_back()
        await play.press("comma", "up", "right")
        assert play.app.theme == "paper"
        await play.press("escape")
        await play.rest()
        assert play.app.theme == "dusk"
        assert stage.steps_back() == steps, "a preview saves nothing"
        await play.press("comma", "ctrl+r", "up", "right", "enter")
        await play.rest()
        assert play.app.theme == "paper"
        assert stage.heeldiary.done("settings", "theme", "--json").json == {"theme": "paper"}
        assert stage.steps_back() == steps + 1
        await play.press("u")
        assert play.app.theme == "dusk"


async def test_of_many_values_those_around_the_chosen_one_are_in_sight(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("comma", "up")
        assert "dusk  paper  textual-dark" in play.line("Theme")
        await play.type("nord")
        line = play.line("Theme")
        around = THEMES.index("nord")
        assert THEMES[around - 1] in line
        assert "nord" in line
        assert "dusk" not in line
        await play.press("left")
        assert play.app.theme == THEMES[around - 1]
