"""The line in which the app speaks: what was saved, what rolled over, what is in the way."""

from textual.content import Content
from textual.timer import Timer
from textual.widget import Widget

from heeldiary.domain.text import display_text

_SHOWN_SECONDS = 8.0


class MessageLine(Widget):
    """A line above the footer, three at most; empty most of the time."""

    DEFAULT_CSS = """
    MessageLine { height: auto; min-height: 1; max-height: 3; color: $text-muted; }
    MessageLine.-important { color: $accent; text-style: bold; }
    """

    _timer: Timer | None = None
    text = ""
    """What is being said."""

    def say(self, text: str, important: bool = False) -> None:
        """Say a line. An important one stays until the next; others go after a while."""
        self.text = display_text(text, newline=" ")
        self.set_class(important, "-important")
        if self._timer is not None:
            self._timer.stop()
        self._timer = None if important else self.set_timer(_SHOWN_SECONDS, self.silence)
        self.refresh(layout=True)

    def silence(self) -> None:
        """Say nothing more."""
        self.text = ""
        self.refresh(layout=True)

    def render(self) -> Content:
        """The line, as data: nothing in it is markup."""
        return Content(self.text)
