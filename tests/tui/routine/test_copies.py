"""The list of routines in the app: a copy is selected, and what was typed but not saved is reported as a draft."""

from textual.widgets import OptionList

from tests.tui.routine.test_routines import fill, nothing_against_it, own
from tests.tui.stage import Stage

__all__ = ["nothing_against_it"]


async def test_a_copy_is_stood_on_wherever_its_name_puts_it(stage: Stage) -> None:
    own(stage)
    async with stage.play(start="routine") as play:
        await play.press("l", "end", "c")
        await fill(play, name="aaa", title="First of my own")
        assert play.app.screen.query_one(OptionList).highlighted == 3
        await play.press("enter")
        assert play.dialog == ""
        await play.press("l")
        assert play.app.screen.query_one(OptionList).highlighted == 3


async def test_a_text_that_could_not_be_kept_says_that_it_is_a_draft(stage: Stage) -> None:
    own(stage)
    async with stage.play(start="routine") as play:
        await play.press("l", "end", "t")
        assert "what you typed earlier" not in play.text
        await play.type("nonsense [[")
        await play.press("escape", "escape")
        assert play.dialog == "Routines"
        await play.press("t")
        assert "nonsense" in play.words("TextArea")
        assert "This is what you typed earlier; it is not saved yet." in play.words("#problem")
        await play.press("ctrl+r")
        assert "nonsense" not in play.text
        assert "what you typed earlier" not in play.text
        await play.press("escape")
        assert play.dialog == "Routines"
        await play.press("t")
        assert "nonsense" not in play.text
