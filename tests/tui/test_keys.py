"""One declaration per action: bindings, footer, help, palette and README agree, and no key is taken from a text."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.binding import Binding
from textual.dom import DOMNode
from textual.widgets import Input, TextArea

from heeldiary.tui.actions import ANYWHERE, SCREENS, key_table, palette_title
from heeldiary.tui.app import HeeldiaryApp
from heeldiary.tui.care.page import CarePage
from heeldiary.tui.dialogs.choose import Choose
from heeldiary.tui.dialogs.dialog import Dialog
from heeldiary.tui.dialogs.form import Form
from heeldiary.tui.dialogs.help import Help
from heeldiary.tui.dialogs.note import NoteDialog
from heeldiary.tui.diary.jump import Jump
from heeldiary.tui.diary.page import DiaryPage
from heeldiary.tui.diary.search import Search
from heeldiary.tui.diary.welcome import Welcome
from heeldiary.tui.experiments.page import ExperimentsPage
from heeldiary.tui.guide.page import GuidePage
from heeldiary.tui.routine.ask_first import AskFirst
from heeldiary.tui.routine.page import RoutinePage
from heeldiary.tui.trends.page import TrendsPage
from tests.sampling import sampled
from tests.tui.stage import NORMAL, Stage

PAGES = {page.PAGE: page for page in (DiaryPage, RoutinePage, TrendsPage, ExperimentsPage, CarePage, GuidePage)}
TABS = [name for name in SCREENS if name != "experiments"]
"""The screens with a key that holds anywhere."""
README = Path(__file__).parents[2] / "README.md"

CONTRACT = {
    "anywhere": "d r t c g u U question_mark q ctrl+p escape",
    "diary": "0 1 2 3 4 5 6 7 8 9 up down left right enter delete backspace left_square_bracket pageup "
    "right_square_bracket pagedown full_stop j slash n a s m o e",
    "routine": "space n b plus f x M",
    "trends": "left_square_bracket right_square_bracket f v left right",
}
"""The keys that the contract fixes, by where they hold."""


def keys_of(where: str) -> set[str]:
    actions = ANYWHERE if where == "anywhere" else SCREENS[where]
    return {key for action in actions for key in action.keys.split(",")}


@pytest.mark.parametrize("where", CONTRACT)
def test_every_key_of_the_contract_is_bound(where: str) -> None:
    assert set(CONTRACT[where].split()) <= keys_of(where)


def test_the_readmes_table_is_made_from_the_actions() -> None:
    found = re.search(r"<!-- keys:.*?-->\n(.*?)\n<!-- end of keys -->", README.read_text("utf-8"), re.S)
    assert found
    assert found[1] == key_table()


def test_every_action_has_a_method() -> None:
    for where, actions in (("anywhere", ANYWHERE), *SCREENS.items()):
        owner = HeeldiaryApp if where == "anywhere" else PAGES[where]
        for action in actions:
            assert hasattr(owner, f"action_{action.name.partition('(')[0]}"), (where, action.name)


@pytest.mark.parametrize("where", SCREENS)
def test_no_key_means_two_things(where: str) -> None:
    actions = [*SCREENS[where], *ANYWHERE]
    keys = [key for action in actions for key in action.keys.split(",")]
    assert len(keys) == len(set(keys)), sorted(key for key in keys if keys.count(key) > 1)


def test_screens_declare_no_binding_outside_the_actions() -> None:
    for name, page in PAGES.items():
        bound = set(page._merged_bindings.key_to_bindings) if page._merged_bindings else set()
        inherited = {"tab", "shift+tab", "ctrl+c", "super+c"}
        assert bound - inherited - keys_of(name) == set()


@pytest.mark.parametrize("dialog", [Form, Jump, NoteDialog, Search, Welcome, AskFirst, Choose, Help, Dialog])
def test_no_dialog_takes_a_printing_key_from_a_text(dialog: type[Dialog[object]]) -> None:
    """A priority binding comes before the field that is written in."""
    bindings = dialog._merged_bindings
    assert bindings is not None
    for key, bound in bindings.key_to_bindings.items():
        for binding in bound:
            if binding.priority:
                assert key in ("enter", "escape") or "+" in key, (dialog, key)


def bound_by(of: type[DOMNode]) -> dict[str, list[Binding]]:
    """A class's bindings, inherited ones included: the one place that reaches into Textual for them."""
    assert of._merged_bindings is not None
    return of._merged_bindings.key_to_bindings


def test_the_app_takes_no_printing_key_by_priority() -> None:
    for key, bound in bound_by(HeeldiaryApp).items():
        assert "+" in key or not any(binding.priority for binding in bound), key


def test_fields_keep_their_own_keys() -> None:
    """What Input and TextArea bind themselves is not declared again by a form with priority."""
    own = {key for field in (Input, TextArea) for key in bound_by(field)}
    for dialog in (Form, NoteDialog, Search):
        for key, bound in bound_by(dialog).items():
            if key in own and any(binding.priority for binding in bound):
                assert key == "enter", (dialog, key)


@pytest.mark.grid(3)
@pytest.mark.parametrize("where", SCREENS)
async def test_the_palette_has_every_action_and_the_themes(stage: Stage, where: str) -> None:
    async with stage.play(start=where) as play:
        offered = {command.title: command.help for command in play.app.get_system_commands(play.app.screen)}
        page = play.app.page
        assert page is not None
        for action in page.actions:
            if action.palette:
                assert offered[palette_title(action)] == f"key {action.shown}"
                assert action.label.lower() in palette_title(action).lower(), "found by the footer's word"
        assert any("heme" in title for title in offered)
        left_out = [action for action in page.actions if not action.palette]
        for action in left_out:
            assert {
                "up",
                "down",
                "left",
                "right",
                "enter",
                "escape",
                "ctrl+p",
                "0",
                "pageup",
                "pagedown",
                "delete",
            } & set(action.keys.split(",")), f"{action.name} is in no palette"


async def test_the_palette_does_what_the_key_does(stage: Stage) -> None:
    stage.answered()
    async with stage.play() as play:
        await play.press("ctrl+p")
        await play.type("write a note")
        assert await play.until(lambda: "Write a note" in play.words("CommandList"))
        await play.press("enter")
        assert play.dialog == "NoteDialog"
        await play.press("escape", "6", "ctrl+p")
        await play.type("undo the last")
        assert await play.until(lambda: "Undo the last" in play.words("CommandList"))
        await play.press("enter")
        assert stage.entries() == []
        await play.press("ctrl+p")
        await play.type("guided self")
        assert await play.until(lambda: "guided self" in play.words("CommandList"))
        await play.press("enter")
        page = play.app.page
        assert page is not None
        assert page.PAGE == "routine"


async def test_the_palette_finds_a_theme_by_its_name(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("ctrl+p")
        assert "nord" not in play.text
        await play.type("nord")
        assert await play.until(lambda: "Theme: nord" in play.words("CommandList"))
        await play.press("enter")
        assert play.app.theme == "nord"
        assert stage.heeldiary.done("settings", "theme", "--json").json == {"theme": "nord"}


@pytest.mark.parametrize("key", ["question_mark", "f1"])
async def test_help_is_scrolled_to_its_ends(stage: Stage, key: str) -> None:
    async with stage.play() as play:
        await play.press(key)
        first = play.text
        await play.press("end")
        assert "Go back one level" in play.text
        await play.press("home")
        assert play.text == first


@pytest.mark.parametrize("form", ["a", "n", "j", "slash", "number_sign", "comma"])
async def test_in_a_text_field_a_question_mark_is_text_and_f1_shows_the_keys(stage: Stage, form: str) -> None:
    async with stage.play() as play:
        await play.press(form)
        assert not play.app.screen.query_one("#keys").has_class("-asked")
        await play.press("f1")
        assert play.app.screen.query_one("#keys").has_class("-asked")


@pytest.mark.parametrize("form", ["m", "comma"])
async def test_in_a_choice_a_question_mark_shows_the_keys(stage: Stage, form: str) -> None:
    async with stage.play() as play:
        await play.press(form, "question_mark")
        assert play.app.screen.query_one("#keys").has_class("-asked")


@pytest.mark.slow
@pytest.mark.parametrize("where", sampled(SCREENS, ("diary", "trends")))
async def test_every_palette_command_runs(stage: Stage, where: str) -> None:
    stage.heeldiary.done("log", "care", "ice", "10")
    async with stage.play(start=where) as play:
        page = play.app.page
        assert page is not None
        everywhere = {palette_title(action) for action in ANYWHERE} if where != "diary" else set()
        for command in play.app.get_system_commands(play.app.screen):
            leaves = command.title.startswith(("Quit", "Diary", "Routine", "Trends", "Care:", "Guide"))
            if not leaves and command.title not in everywhere:
                command.callback()
                await play.rest()
                if play.dialog:
                    await play.press("escape")
                assert play.app.is_running, command.title


async def test_screens_by_key_and_escape_one_level_back(stage: Stage) -> None:
    async with stage.play() as play:
        for name in (*TABS, *reversed(TABS)):
            await play.press(name[0])
            page = play.app.page
            assert page is not None
            assert name == page.PAGE
        await play.press("t", "question_mark", "question_mark", "escape")
        page = play.app.page
        assert page is not None
        assert page.PAGE == "trends"
        for name in TABS:
            await play.press(name[0], "escape")
            page = play.app.page
            assert page is not None
            assert page.PAGE == "diary"
        await play.press("escape", "escape")
        assert play.app.is_running


@pytest.mark.slow
async def test_q_quits(stage: Stage) -> None:
    for start in SCREENS:
        async with stage.play(start=start, end=False) as play:
            await play.press("q")
            assert not play.app.is_running
            assert (play.app.return_code or 0) == 0


def test_every_key_with_its_words(snapshot: Callable[[str, str], None]) -> None:
    screens = {"anywhere": ANYWHERE, **SCREENS}
    snapshot("keys", "\n\n".join("\n".join([name, *map(str, keys)]) for name, keys in screens.items()))


async def test_in_help_a_further_line_begins_under_the_one_before(stage: Stage) -> None:
    async with stage.play(NORMAL, "trends") as play:
        await play.press("question_mark")
        rows = play.rows("#own")
        view = next(number for number, row in enumerate(rows) if "Next view: Weeks" in row)
        assert "Where" not in rows[view]
        assert rows[view + 1].index("Calendar") == rows[view].index("Next view")


async def test_the_palette_finds_and_describes_the_choice_of_a_theme(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("ctrl+p")
        await play.type("colours")
        assert await play.until(lambda: "Theme: change the colours" in play.text)
        assert play.words("CommandList").strip(" ▁").endswith("colours dusk, paper, and Textual's own")


async def test_what_the_palette_offers_is_done_by_the_screen_or_by_the_app(stage: Stage) -> None:
    """Actions with and without an argument, of the screen and of the app."""
    async with stage.play() as play:
        for title, seen in (
            ("More rows: ", "Worst"),
            ("Write a note", "Note, Sun 22 Nov 2026"),
            ("Help: all keys on this screen", "Each foot and each moment of the day has a row"),
            ("Trends: the weeks", "0 of 7 mornings"),
        ):
            assert seen not in play.text, title
            commands = play.app.get_system_commands(play.app.screen)
            next(command.callback for command in commands if command.title.startswith(title))()
            await play.computed()
            assert seen in play.text, title
            if play.dialog:
                await play.press("escape")
