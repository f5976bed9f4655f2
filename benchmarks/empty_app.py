"""The floor for the app's start: a Textual app with a header and a footer, and nothing else."""

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.widgets import Footer, Header


class EmptyApp(App[None]):
    """Shows its title and its keys."""

    TITLE = "painted"
    BINDINGS: ClassVar[list[BindingType]] = [("q", "quit", "Quit")]

    def compose(self) -> ComposeResult:
        """Header and footer."""
        yield Header()
        yield Footer()


if __name__ == "__main__":
    EmptyApp().run()
