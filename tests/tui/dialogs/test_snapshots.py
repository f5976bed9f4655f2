"""The dialogs that all pages share as they are seen, and what they say when something is in the way."""

from collections.abc import Callable

from textual.binding import Binding
from textual.widgets import TextArea

from heeldiary.domain.text import NOTE_LIMIT
from heeldiary.tui.dialogs.dialog import Dialog
from heeldiary.tui.dialogs.form import Form
from heeldiary.tui.dialogs.help import Help
from heeldiary.tui.dialogs.note import NoteDialog
from heeldiary.tui.dialogs.settings import LABELS
from heeldiary.tui.diary.month import Month
from heeldiary.tui.diary.search import Search
from heeldiary.tui.review.review import ReviewDialog
from heeldiary.tui.routine.steps import RoutineSteps
from heeldiary.tui.widgets.choice_input import ChoiceInput
from heeldiary.tui.widgets.completed_input import CompletedInput
from tests.tui.stage import NORMAL, SMALL, TO_LAST_ROW, Stage
from tests.tui.tours import heard, hints, plain, styled, tour

Snapshot = Callable[[str, str], None]
WITH_KEYS = (Dialog, Form, NoteDialog, Help, ReviewDialog, Search, Month, ChoiceInput, CompletedInput)
"""What has keys beyond those of a page."""


def test_every_key_of_every_dialog_and_field(snapshot: Snapshot) -> None:
    lines = []
    for kind in WITH_KEYS:
        bound = [one if isinstance(one, Binding) else Binding(*one) for one in kind.__dict__["BINDINGS"]]
        keys = [f"  {one.key} | {one.action} | {one.description} | {one.show}" for one in bound]
        lines += [f"{kind.__name__} {getattr(kind, 'CAPITALS', '')!r} {getattr(kind, 'SAVE_KEY', '')}", *keys]
    assert RoutineSteps.CAPITALS == "JK"
    snapshot("dialog-keys", "\n".join(lines))


async def test_the_settings_with_their_hints(stage: Stage, snapshot: Snapshot) -> None:
    async with stage.play(NORMAL) as play:
        seen = [await tour(play, ["comma"], styled), await hints(play)]
        assert len(seen[-1].splitlines()) == len(LABELS)
        seen.append(await tour(play, ["down", '"x', "down"], heard))
        snapshot("settings", "\n\n".join(seen))


async def test_what_is_said_of_settings(stage: Stage, snapshot: Snapshot) -> None:
    steps = ["comma enter", "comma r enter", "comma down ctrl+u", '"5am', "enter", "comma up up",
        '"no-such-program', "enter",
             "comma up up ctrl+u enter", "u", "q"]  # fmt: skip
    async with stage.play(SMALL, end=False) as play:
        snapshot("said-of-settings", await tour(play, steps, heard))


async def test_a_long_note_is_counted_and_one_too_long_is_refused(stage: Stage, snapshot: Snapshot) -> None:
    async with stage.play(SMALL) as play:
        seen = []
        await play.press("n")
        for length in (NOTE_LIMIT * 3 // 4, NOTE_LIMIT * 3 // 4 + 1, NOTE_LIMIT + 1):
            dialog = play.app.screen
            assert isinstance(dialog, NoteDialog)
            dialog.query_one(TextArea).text = "x" * length
            await play.rest()
            seen.append(f"{length} {dialog.query_one('#count').render()} {heard(play)}")
        seen.append(await tour(play, ["escape", "x", "escape", "escape", "n", "ctrl+r", "escape", "n", "f1"], heard))
        seen.append(styled(play))
        snapshot("note-too-long", "\n\n".join(seen))
        assert stage.entries() == []


async def test_what_was_typed_comes_back_and_says_so(stage: Stage, snapshot: Snapshot) -> None:
    walk = stage.heeldiary.done("log", "activity", "walking", "45", "--json").json
    note = stage.heeldiary.done("log", "note", "as it was", "--json").json
    seen = []
    async with stage.play(SMALL) as play:
        await play.press("a", *"run", "escape", *TO_LAST_ROW, "enter", *" x", "ctrl+q")
    for words in ("", "changed elsewhere"):
        if words:
            stage.heeldiary.done("edit", note["id"], "--note", words)
            stage.heeldiary.done("edit", walk["id"], "--minutes", "50")
        async with stage.play(SMALL) as play:
            seen.append(heard(play))
            await play.press(*TO_LAST_ROW)
            seen += [await tour(play, ["a", "escape", "enter", "x", "ctrl+q"], heard)]
    async with stage.play(SMALL) as play:
        await play.press(*TO_LAST_ROW)
        seen.append(
            await tour(play, ["enter", "escape", "ctrl+r", "escape", *["up"] * 3, "up enter tab", "6", "escape"], heard)
        )
        stage.heeldiary.done("delete", walk["id"])
        stage.heeldiary.done("delete", note["id"])
        await play.look()
        seen.append(await tour(play, ["a", "enter", "ctrl+r", "escape"], heard))
    snapshot("drafts-come-back", "\n\n".join(seen))


async def test_while_the_diary_is_held(stage: Stage, snapshot: Snapshot) -> None:
    async with stage.play(SMALL) as play:
        await play.press("s", *"60")
        with stage.held():
            seen = [await tour(play, ["enter", '"m', "escape"], heard)]
        await play.look()
        seen.append(heard(play))
        await play.press("n", "x")
        with stage.held():
            seen.append(await tour(play, ["escape"], heard))
        assert await play.until(lambda: play.dialog == "")
        await play.computed()
        snapshot("said-while-held", "\n\n".join([*seen, heard(play)]))
    assert [entry["note"] for entry in stage.entries("note")] == ["x"]


async def test_the_help_is_wrapped_and_scrolled(stage: Stage, snapshot: Snapshot) -> None:
    async with stage.play(NORMAL, "trends") as play:
        seen = [await tour(play, ["question_mark"], styled)]
        await play.resize(*SMALL)
        seen.append(await tour(play, ["down", "end", "up", "pageup", "home", "pagedown", "q"], plain))
        snapshot("help", "\n\n".join(seen))
