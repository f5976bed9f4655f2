"""A column keeps what has the focus in sight, whatever is shown or hidden around it, and goes there at once."""

from textual.app import App, ComposeResult
from textual.widgets import Button

from heeldiary.tui.widgets.column import Column
from tests.tui.settling import go_forward, painted

ROWS = 5


class Host(App[None]):
    """Shows buttons, most of them above the last hidden at first."""

    CSS = "Button, Button:focus { height: 1; min-width: 8; border: none; } Button.-late { display: none; }"

    def compose(self) -> ComposeResult:
        with Column():
            yield Button("first", id="first")
            for number in range(30):
                yield Button(f"late {number}", classes="-late")
            yield Button("last", id="last")


def in_sight(app: App[None], selector: str) -> bool:
    """Whether a button is on the screen."""
    return app.screen.can_view_entire(app.query_one(selector))


async def test_rows_that_come_above_the_focus_do_not_push_it_out_of_sight() -> None:
    app = Host()
    async with app.run_test(size=(20, ROWS)):
        await painted(app)
        app.query_one("#last", Button).focus()
        await painted(app)
        for button in app.query(".-late"):
            button.display = True
        await painted(app)
        assert in_sight(app, "#last")


async def test_the_focus_is_in_sight_at_once() -> None:
    app = Host()
    async with app.run_test(size=(20, ROWS)):
        app.animation_level = "full"
        for button in app.query(".-late"):
            button.display = True
        await painted(app)
        for selector in ("#last", "#first"):
            app.query_one(selector, Button).focus()
            await painted(app)
            assert in_sight(app, selector), "a glide is on its way for a fifth of a second"
            go_forward(1)
            await painted(app)
            assert in_sight(app, selector)
