"""The palette: finds days, routines and settings by name, and shows each key at the right of its line."""

import pytest
from textual.widgets import Input

from heeldiary.tui.routine.page import RoutinePage
from tests.tui.stage import NORMAL, SMALL, Play, Stage

MINE = 'name = "evening"\ntitle = "Evening calm"\n\n[[step]]\npoint = "heel"\nseconds = 60\n'


async def find(play: Play, words: str, seen: str) -> str:
    """Type into the palette; the line on which something is found."""
    await play.press("ctrl+p")
    await play.type(words)
    assert await play.until(lambda: seen in play.words("CommandList"))
    return play.line(seen)


@pytest.mark.parametrize("size", [SMALL, NORMAL])
async def test_a_title_and_its_key_are_on_one_line(stage: Stage, size: tuple[int, int]) -> None:
    async with stage.play(size) as play:
        await play.press("ctrl+p")
        assert await play.until(lambda: "Back to today" in play.text)
        assert play.line("Back to today").split("Back to today")[1].split()[:2] == ["key", "."]
        assert "what to do, a day, a setting, a theme; enter does it, escape closes" in play.text
        first = play.lines.index(play.line("Back to today"))
        assert "Care: visits" in play.lines[first + 1]


async def test_a_day_as_it_is_typed_anywhere(stage: Stage) -> None:
    stage.heeldiary.done("log", "left", "7", "--day", "2026-11-03")
    async with stage.play(NORMAL, "care") as play:
        await find(play, "3 nov", "Go to Tuesday 3 November 2026")
        await play.press("enter")
        page = play.app.page
        assert page is not None
        assert page.PAGE == "diary"
        assert "First steps on Tue 3 Nov 2026" in play.text
        await play.press("5")
        assert stage.scores() == {"2026-11-03": 5}, "its first steps have the focus"


async def test_what_is_no_day_finds_none(stage: Stage) -> None:
    async with stage.play(NORMAL) as play:
        await find(play, "theme: nord", "Theme: nord")
        assert "Go to" not in play.words("CommandList")


async def test_a_routine_by_its_title(stage: Stage) -> None:
    stage.answered()
    stage.heeldiary.done("routine", "new", "-", stdin=MINE)
    async with stage.play(NORMAL) as play:
        assert "1:00 a foot" in await find(play, "routine: evening", "Routine: Evening calm")
        await play.press("enter")
        assert isinstance(play.app.page, RoutinePage)
        assert play.app.page.session.routine.name == "evening"
        await play.press("space")
        assert play.app.page.session.begun
        await find(play, "routine: the clinic", "Routine: The clinic")
        await play.press("enter")
        assert "x finishes it" in play.said
        assert play.app.page.session.routine.name == "evening"


async def test_a_setting_by_its_label_opens_at_its_field(stage: Stage) -> None:
    async with stage.play(NORMAL) as play:
        assert "90" in await find(play, "setting: kidney", "Setting: Kidney 1")
        await play.press("enter")
        focused = play.app.screen.focused
        assert isinstance(focused, Input)
        assert focused.id == "field-ki1-seconds"


async def test_the_theme_in_use_is_named_so(stage: Stage) -> None:
    async with stage.play(NORMAL) as play:
        assert "in use" in await find(play, "theme: dusk", "Theme: dusk")


@pytest.mark.parametrize("size", [(40, 12), NORMAL])
async def test_own_words_are_text_and_never_markup(stage: Stage, size: tuple[int, int]) -> None:
    stage.heeldiary.done("routine", "new", "-", stdin=MINE.replace("Evening calm", "[b]bold[/b] [/] \\u202ex"))
    stage.heeldiary.done("settings", "cue-command", "true " + "w" * 300)
    async with stage.play(size) as play:
        assert "[b]bold" in await find(play, "routine: [b", "Routine: [b]")
        await play.press("escape")
        await find(play, "setting: run", "Setting: R")
        assert play.app.is_running


async def test_while_the_diary_is_held_themes_are_found_still(stage: Stage) -> None:
    async with stage.play(NORMAL) as play:
        with stage.held():
            assert "Theme: nord" in await find(play, "nord", "Theme: nord")
            assert play.app.is_running


@pytest.mark.parametrize(
    ("words", "seen"), [("export", "Export, back up"), ("back up", "Export, back up"), ("import", "Import: ")]
)
async def test_what_only_a_command_does_is_found_and_named(stage: Stage, words: str, seen: str) -> None:
    async with stage.play(SMALL) as play:
        line = await find(play, words, seen)
        assert "Coin done" not in play.words("CommandList")
        await play.press("enter")
        assert play.said.startswith("In a shell: heeldiary ")
        assert play.said.removeprefix("In a shell: ")[:16] in line


async def test_each_word_begins_a_word_of_what_is_found_in_any_order(stage: Stage) -> None:
    async with stage.play(NORMAL) as play:
        await find(play, "note wri", "Write a note")
        assert play.words("CommandList").count("key") == 1
        await play.press("escape")
        await play.press("ctrl+p")
        await play.type("wkly")
        assert await play.until(lambda: "No matches found" in play.text)


@pytest.mark.parametrize(("words", "seen"), [("yest", "Go to Saturday 21"), ("thu", "Go to Thursday 19")])
async def test_the_beginning_of_a_days_name_finds_it(stage: Stage, words: str, seen: str) -> None:
    async with stage.play(NORMAL) as play:
        await find(play, words, seen)


@pytest.mark.parametrize(
    ("start", "words"), [("diary", "evening"), ("diary", "average"), ("trends", "evening pain"), ("care", "worst")]
)
async def test_the_evenings_pain_is_found_on_every_screen(stage: Stage, start: str, words: str) -> None:
    async with stage.play(NORMAL, start) as play:
        await find(play, words, "More rows: ")
        await play.press("enter")
        assert "Average" in play.text


@pytest.mark.parametrize(("start", "words"), [("diary", "medicine"), ("care", "ice"), ("routine", "medicine")])
async def test_the_care_form_is_found_by_what_it_is_for(stage: Stage, start: str, words: str) -> None:
    async with stage.play(NORMAL, start) as play:
        await find(play, words, "Add: log care: " if start == "care" else "Log other care: ")
        await play.press("enter")
        assert "Care, Sun 22 Nov 2026" in play.text
        assert "medicine" in play.text


@pytest.mark.parametrize(
    ("typed", "found"), [("tape", "Log other care"), ("painkill", "Log other care"), ("walk", "Log an activity")]
)
@pytest.mark.parametrize("page", ["diary", "trends"])
async def test_everyday_words_find_what_logs_them(stage: Stage, page: str, typed: str, found: str) -> None:
    async with stage.play(NORMAL, page) as play:
        await play.press("ctrl+p", *typed)
        assert found in play.text
