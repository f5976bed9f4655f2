"""The app's message line: what was saved, that a new day began, what went wrong."""

from textual.content import Content
from textual.timer import Timer
from textual.widget import Widget

from heeldiary.domain.text import display_text

_SHOWN_SECONDS = 8.0


class MessageLine(Widget):
    """Up to three lines above the footer, five in a small terminal; usually empty."""

    DEFAULT_CSS = """
    MessageLine { height: auto; min-height: 1; max-height: 3; color: $text-muted; }
    .-tiny MessageLine { max-height: 5; }
    MessageLine.-important { color: $accent; text-style: bold; }
    """
    SCOPED_CSS = False  # the page's size classes come before its name

    _timer: Timer | None = None
    text = ""
    """The message shown."""
    _is_of_dialog = False
    """Whether it was said while a dialog was open."""

    def on_mount(self) -> None:
        """Follow when a dialog comes before the page or goes."""
        self.watch(self.screen, "stack_updates", self._make_room, init=False)

    def _make_room(self) -> None:
        """Clear a message that a dialog covers in part, unless it is important."""
        if self._is_below_dialog:
            self.fade()
        self.refresh()

    @property
    def _is_below_dialog(self) -> bool:
        """Whether a dialog has come since the message, in a small terminal: half of it would be in sight."""
        return self.screen.has_class("-tiny") and not self.screen.is_active and not self._is_of_dialog

    def say(self, text: str, important: bool = False) -> None:
        """Show a message. An important one stays until the next; others disappear after a while."""
        self.text = display_text(text, newline=" ")
        self._is_of_dialog = self.is_attached and not self.screen.is_active
        self.set_class(important, "-important")
        if self._timer is not None:
            self._timer.stop()
        self._timer = None if important else self.set_timer(_SHOWN_SECONDS, self.silence)
        self.refresh(layout=True)

    def add(self, text: str) -> None:
        """Show a text behind the message, as important as that is; not twice what is said of many keys at once."""
        if self.text.endswith(text):
            return
        self.say(
            f"{self.text}{'' if self.text.endswith(('.', '?')) else '.'} {text}" if self.text else text,
            self.has_class("-important"),
        )

    def silence(self) -> None:
        """Clear the message."""
        self.text = ""
        self.refresh(layout=True)

    def fade(self) -> None:
        """Clear the message unless it is important."""
        if not self.has_class("-important"):
            self.silence()

    def render(self) -> Content:
        """Render the message as plain text, never as markup, and nothing of one that a dialog covers in part."""
        return Content("" if self._is_below_dialog else self.text)
