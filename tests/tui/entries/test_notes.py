"""Writing a note: its keys, its count, and what is said once it is saved."""

from textual.widgets import TextArea

from heeldiary.domain.text import NOTE_LIMIT
from tests.tui.stage import Stage


async def test_what_is_said_of_a_note_is_all_that_is_said(stage: Stage) -> None:
    stage.heeldiary.done("log", "note", "stiff")
    async with stage.play() as play:
        await play.click("stiff")
        await play.press("end", "enter")
        await play.type("and cold")
        await play.press("escape")
        assert play.said == "Saved: note, Sun 22 Nov 2026"
        await play.click("stiff")
        await play.press("f7", "backspace", "escape")
        assert play.said == "Deleted: note, Sun 22 Nov 2026"
        assert stage.entries() == []
        await play.press("n")
        await play.type("#cold feet")
        await play.press("escape")
        assert play.said == "Saved: note, Sun 22 Nov 2026 · # tags it #cold"


async def test_the_keys_of_a_note_and_its_count(stage: Stage) -> None:
    stage.heeldiary.done("log", "note", "stiff")
    async with stage.play() as play:
        await play.click("stiff")
        area = play.app.screen.query_one(TextArea)
        assert play.words("#count") == ""
        area.text = "x" * (NOTE_LIMIT * 3 // 4 + 1)
        await play.rest()
        assert play.words("#count") == f"{NOTE_LIMIT * 3 // 4 + 1:,} of {NOTE_LIMIT:,}"
        await play.press("ctrl+r")
        assert (area.text, play.words("#count")) == ("stiff", "")
        await play.press("end")
        await play.type(" and cold")
        await play.press("ctrl+s")
        assert play.dialog == ""
        assert [entry["note"] for entry in stage.entries()] == ["stiff and cold"]
