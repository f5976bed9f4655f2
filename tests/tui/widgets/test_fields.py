"""The fields of forms on a screen of their own: choices and completions by keys, clicks and pastes."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pytest
from textual import events
from textual.app import App, ComposeResult
from textual.widgets import Input

from heeldiary.tui.widgets.choice_input import ChoiceInput
from heeldiary.tui.widgets.completed_input import CompletedInput, among, completions
from tests.tui import hands, sight
from tests.tui.settling import painted

GROUNDS = ("soft", "hard", "mixed", "hot")


class Host(App[None]):
    """Shows a field, with one after it."""

    CSS = "Input { border: none; padding: 0; height: 1; }"

    def __init__(self, make: Callable[[], Input]) -> None:
        super().__init__()
        self._make = make
        self.unknown: list[tuple[str, ...]] = []

    def compose(self) -> ComposeResult:
        self.field = self._make()
        yield self.field
        yield Input(id="next")

    def on_choice_input_unknown(self, event: ChoiceInput.Unknown) -> None:
        self.unknown.append(tuple(event.choices))


@asynccontextmanager
async def shown(make: Callable[[], Input], columns: int = 40) -> AsyncIterator[Host]:
    """A screen with a field that has the focus."""
    app = Host(make)
    async with app.run_test(size=(columns, 3)):
        await painted(app)
        yield app


async def press(app: Host, *keys: str) -> None:
    """Press keys."""
    for key in keys:
        hands.press(app, key)
        await painted(app)


async def test_a_choice_by_keys() -> None:
    async with shown(lambda: ChoiceInput("", GROUNDS, True, "x")) as app:
        field = app.field
        assert isinstance(field, ChoiceInput)
        for keys, value in (
            ("right", "soft"), ("space", "hard"), ("left", "soft"), ("left", ""),
            ("left", "hot"), ("right", ""), ("h", "hard"), ("o", "hot"),
            ("s", "soft"),
            ("x", ""), ("y", ""), ("m", "mixed"), ("delete", ""),
            ("h o", "hot"),
            ("backspace", ""), ("M", "mixed"),
        ):  # fmt: skip
            await press(app, *keys.split())
            assert field.value == value, keys
        assert app.unknown == [("", *GROUNDS)] * 2


async def test_a_choice_that_is_needed_is_never_empty() -> None:
    async with shown(lambda: ChoiceInput("odd", GROUNDS, False, "x")) as app:
        await press(app, "left")
        assert app.field.value == "hot"
        app.field.value = "odd"
        await press(app, "right")
        assert app.field.value == "soft"
        await press(app, "ctrl+u")
        assert app.field.value == "soft"


async def test_a_choice_of_two_words_is_typed_with_its_space() -> None:
    async with shown(lambda: ChoiceInput("a", ("a", "one foot", "one hand"), False, "x")) as app:
        await press(app, *"one", "space", "h")
        assert app.field.value == "one hand"


async def test_a_question_mark_is_the_dialogs_and_changes_nothing() -> None:
    async with shown(lambda: ChoiceInput("hard", GROUNDS, True, "x")) as app:
        hands.press(app, "question_mark")
        await painted(app)
        assert app.field.value == "hard"


async def test_a_choice_by_paste_and_by_click() -> None:
    async with shown(lambda: ChoiceInput("", GROUNDS, True, "x")) as app:
        for text, value in ((" Mixed\n", "mixed"), ("ho", "hot"), ("  ", "hot"), ("soft ground", "hot")):
            app.post_message(events.Paste(text))
            await painted(app)
            assert app.field.value == value, text
        assert len(app.unknown) == 1
        line = sight.screen_text(app).splitlines()[0]
        assert line == "–  soft  hard  mixed  hot"
        places = {0: "", 3: "soft", 6: "soft", 9: "hard", 12: "hard", 15: "mixed", 19: "mixed", 22: "hot", 24: "hot"}
        for column, value in places.items():
            app.field.value = "odd"
            hands.click(app, column, 0)
            await painted(app)
            assert app.field.value == value, column
        for column in (1, 2, 7, 25):
            app.field.value = "hard"
            hands.click(app, column, 0)
            await painted(app)
            assert app.field.value == "hard", "between two there is none"


@pytest.mark.parametrize(
    ("columns", "line"),
    [(25, "–  soft  hard  mixed  hot"), (24, "–  soft  hard  mixed ›"), (18, "‹ hard  mixed ›"), (4, "hard")],
)
async def test_where_not_all_fit_the_chosen_one_and_those_around_it_are_shown(columns: int, line: str) -> None:
    async with shown(lambda: ChoiceInput("hard", GROUNDS, True, "x"), columns) as app:
        assert sight.screen_text(app).splitlines()[0].rstrip() == line


WORDS = among(["walking", "Wading", "running"])
LISTED = among(["arch", "heel, inner", "heel"], ",;")


@pytest.mark.parametrize(
    ("typed", "texts"),
    [
        ("", []), ("w", ["walking", "Wading"]), ("WA", ["walking", "Wading"]), ("r", ["running"]), ("x", []),
        ("running", []), ("RUNNING", []), ("run ", []), ("runn", ["running"]),
    ],
)  # fmt: skip
def test_what_a_text_can_become(typed: str, texts: list[str]) -> None:
    assert completions(typed, WORDS) == texts


@pytest.mark.parametrize(
    ("typed", "texts"),
    [
        ("a", ["arch"]), ("x, a", ["x, arch"]), ("x;  h", ["x;  heel, inner", "x;  heel"]), ("x,", []), ("x, ", []),
        (",a", [",arch"]), ("arch,h", ["arch,heel, inner", "arch,heel"]),
    ],
)  # fmt: skip
def test_what_the_last_of_several_can_become(typed: str, texts: list[str]) -> None:
    assert LISTED(typed) == texts


async def test_tab_takes_a_completion_at_the_end_and_goes_on() -> None:
    async with shown(lambda: CompletedInput("", WORDS, "a word", "x")) as app:
        assert sight.screen_text(app).splitlines()[0] == "a word"
        await press(app, "w")
        assert sight.screen_text(app).splitlines()[0] == "walking", "the likeliest is shown behind the cursor"
        await press(app, "tab")
        assert (app.field.value, app.focused and app.focused.id) == ("walking", "next")
        app.field.value = "ru"
        app.field.focus()
        await press(app, "home", "tab")
        assert (app.field.value, app.focused and app.focused.id) == ("ru", "next")
        app.field.focus()
        await press(app, "ctrl+u", "end", "ctrl+u", "r", "right")
        assert app.field.value == "running"


@pytest.mark.parametrize(("typed", "taken", "value"), [("r", True, "running"), ("w", False, "w"), ("x", False, "x")])
async def test_only_an_only_completion_is_taken(typed: str, taken: bool, value: str) -> None:
    async with shown(lambda: CompletedInput(typed, WORDS, "a word", "x")) as app:
        field = app.field
        assert isinstance(field, CompletedInput)
        assert field.take_only() == taken
        assert (field.value, field.cursor_position) == (value, len(value))
