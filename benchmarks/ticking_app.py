"""The floor for a running session: a Textual app that counts the seconds, and nothing else."""

from textual.app import App, ComposeResult
from textual.widgets import Digits, Footer, Header


class TickingApp(App[None]):
    """Shows how many seconds it has run."""

    TITLE = "ticking"
    seconds = 0

    def compose(self) -> ComposeResult:
        """Header, digits, footer."""
        yield Header()
        yield Digits("0")
        yield Footer()

    def on_mount(self) -> None:
        """Tick once a second."""
        self.set_interval(1.0, self._tick)

    def _tick(self) -> None:
        self.seconds += 1
        self.query_one(Digits).update(str(self.seconds))


if __name__ == "__main__":
    TickingApp().run()
