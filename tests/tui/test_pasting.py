"""A paste of a megabyte: no field freezes, and nothing of it is saved in part."""

import pytest
from textual.widgets import Input

from heeldiary.domain.text import NOTE_LIMIT
from tests.sampling import sampled
from tests.tui.stage import Stage

LONG = "some words 123 " * 66_000


@pytest.mark.parametrize("key", sampled(["slash", "j", "a", "s", "o", "comma", "ctrl+p"], ["slash", "a", "ctrl+p"]))
async def test_a_field_takes_no_more_than_shows_that_it_is_too_long(stage: Stage, key: str) -> None:
    async with stage.play() as play:
        await play.press(key)
        field = play.app.focused
        assert isinstance(field, Input)
        await play.paste(LONG)
        assert len(field.value) <= 2 * NOTE_LIMIT
        await play.press("escape", "escape")
        assert play.app.is_running


@pytest.mark.thorough
async def test_a_note_in_a_form_that_is_too_long_is_refused_and_not_cut(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("s")
        await play.type("6h")
        await play.press("tab", "tab")
        await play.paste(LONG)
        await play.press("enter")
        assert play.dialog == "Form"
    assert stage.entries("sitting") == []


async def test_a_note_keeps_all_that_is_pasted(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("n")
        await play.paste(LONG[: 2 * NOTE_LIMIT])
        await play.press("escape")
        assert play.dialog == "NoteDialog"
        await play.press("escape")
    assert stage.entries("note") == []
