"""A dialog with a list: the arrows select, other keys act on the selected line."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import Generic, TypeVar

from textual import events, on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from heeldiary.errors import Problem
from heeldiary.tui.dialogs.dialog import Dialog
from heeldiary.tui.widgets.rows import Rows

Answer = TypeVar("Answer")


class Listing(Dialog[Answer], Generic[Answer]):
    """Shows lines; stays open while they change."""

    DEFAULT_CSS = """
    Listing #panel { width: 76; }
    Listing Rows, Listing Rows:focus { height: auto; max-height: 14; }
    Listing #detail { color: $text-muted; margin-top: 1; height: auto; }
    """

    def content(self) -> ComposeResult:
        """Compose the list and the details of the selected line."""
        yield Rows(markup=False)
        yield Static("", id="detail", markup=False)

    def on_mount(self) -> None:
        """Focus the list."""
        self.fill()
        self.query_one(OptionList).focus()

    @abstractmethod
    def lines(self) -> Sequence[Content]:
        """Read the lines again and return them."""

    @abstractmethod
    def detail(self, at: int) -> str:
        """Return the details of a line."""

    @abstractmethod
    def do(self, key: str, at: int) -> bool:
        """Run a key's action on a line; return False if the key has none."""

    @property
    def at(self) -> int:
        """The index of the selected line."""
        return self.query_one(OptionList).highlighted or 0

    def fill(self, at: int | None = None) -> None:
        """Show the current lines with one of them selected."""
        if not self.query(OptionList):
            return  # it was closed before the action could run
        options = self.query_one(OptionList)
        at = self.at if at is None else at
        try:
            lines = self.lines()
        except Problem as problem:
            self.tell(problem)
            return
        options.clear_options()
        options.add_options(Option(line) for line in lines)
        options.highlighted = min(at, options.option_count - 1) if options.option_count else None
        self._show_detail()

    def on_key(self, event: events.Key) -> None:
        """Run a key's action."""
        if self.query_one(OptionList).option_count and self._try(event.key, self.at):
            event.stop()
            event.prevent_default()

    @on(OptionList.OptionSelected)
    def _picked(self, event: OptionList.OptionSelected) -> None:
        self._try("enter", event.option_index)

    def _try(self, key: str, at: int) -> bool:
        """Run it, or say why it failed."""
        try:
            return self.do(key, at)
        except Problem as problem:
            self.tell(problem)
            return True

    @on(OptionList.OptionHighlighted)
    def _show_detail(self) -> None:
        options = self.query_one(OptionList)
        try:
            text = self.detail(self.at) if options.option_count else ""
        except Problem:
            text = ""
        self.query_one("#detail", Static).update(text)
