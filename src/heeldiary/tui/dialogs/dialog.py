"""The base of all dialogs: a panel over the screen, closed by escape."""

from abc import abstractmethod
from datetime import date
from typing import ClassVar, TypeVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.events import DescendantFocus, Resize
from textual.screen import ModalScreen
from textual.widgets import Static

from heeldiary.domain.text import separate
from heeldiary.errors import Problem
from heeldiary.tui.host import Host
from heeldiary.tui.layout import layout_for
from heeldiary.tui.widgets.column import Column
from heeldiary.tui.widgets.key_line import key_line

Answer = TypeVar("Answer")


class Dialog(ModalScreen[Answer | None]):
    """A panel with a title, its content and, always in sight, what is wrong and a line of keys."""

    AUTO_FOCUS = ""

    DEFAULT_CSS = """
    Dialog { align: center middle; background: $background 60%; }
    Dialog #panel { color: $foreground; }
    Dialog #panel { width: 66; max-width: 96%; height: auto; max-height: 94%; padding: 1 3; background: $panel;
                    scrollbar-size-vertical: 1; }
    Dialog #title { text-style: bold; margin-bottom: 1; }
    Dialog #bottom { dock: bottom; height: auto; margin-top: 1; background: $panel; }
    Dialog #keys { color: $text-muted; height: auto; }
    Dialog #keys.-asked { color: $accent; text-style: bold; }
    Dialog Input, Dialog Input:focus { height: 1; border: none; padding: 0 1; background: $background;
                                       background-tint: transparent; }
    Dialog TextArea, Dialog TextArea:focus { border: none; padding: 0 1; background: $background;
                                             background-tint: transparent; }
    Dialog.-tiny #panel { max-width: 100%; max-height: 100%; padding: 0 1; }
    Dialog.-tiny #title, Dialog.-tiny .question { margin-bottom: 0; }
    Dialog.-tiny #bottom, Dialog.-tiny #problem { margin: 0; }
    Dialog Rows, Dialog Rows:focus { background: $panel; }
    Dialog.-framed #panel { border: round $text-muted; padding: 0 2; }
    Dialog #problem { color: $accent; text-style: bold; margin-bottom: 1; display: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "close", show=False),
        Binding("question_mark,f1", "keys", "keys", show=False),  # f1 in a text field, where ? is text
    ]

    CAPITALS: ClassVar[str] = ""
    """Capital letters with bindings of their own here; other capitals act as lower case."""

    day: date | None = None
    """The day the dialog is about, if any."""

    def __init__(self, title: str, keys: str) -> None:
        super().__init__()
        self._title = title
        self._keys = keys

    @property
    def host(self) -> Host:
        """The app."""
        return cast("Host", self.app)

    def on_mount(self) -> None:
        """Draw a frame where a terminal has too few colours for a ground of its own."""
        is_plain = self.app.current_theme.ansi or self.app.console.color_system in (None, "standard")
        self.set_class(is_plain, "-framed")

    def on_resize(self, _: Resize) -> None:
        """Leave out margins in a terminal smaller than usual."""
        self.set_class(layout_for(*self.app.size) in ("-small", "-tiny"), "-tiny")

    @on(DescendantFocus)
    def _scroll_to_focus(self, event: DescendantFocus) -> None:
        """Scroll to what has the focus: Textual takes it for visible beneath the docked keys."""
        event.widget.scroll_visible(animate=False)

    def compose(self) -> ComposeResult:
        """Compose title, content and keys."""
        with Column(id="panel"):
            yield Static(separate(self._title), id="title", markup=False)
            yield from self.content()
            with Vertical(id="bottom"):
                yield Static("", id="problem", markup=False)
                yield Static(key_line(self._keys), id="keys")

    @abstractmethod
    def content(self) -> ComposeResult:
        """Compose the dialog's content."""

    def complain(self, text: str) -> None:
        """Show what is wrong and keep the dialog open, with what has the focus in sight above it."""
        line = self.query_one("#problem", Static)
        line.update(separate(text))
        line.display = bool(text)
        if text and self.focused is not None:
            self.call_after_refresh(self.focused.scroll_visible, animate=False)

    def show_keys(self, keys: str) -> None:
        """Show other keys at the end."""
        self.query_one("#keys", Static).update(key_line(keys))

    def tell(self, problem: Problem) -> None:
        """Show a problem and its remedy."""
        self.complain(problem.sentence)

    def action_close(self) -> None:
        """Close without an answer."""
        self.dismiss(None)

    def action_keys(self) -> None:
        """Highlight the line of keys at the end of the dialog and scroll to it."""
        keys = self.query_one("#keys")
        keys.add_class("-asked")
        keys.scroll_visible()
