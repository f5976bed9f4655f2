"""A dialog around a list: the arrows choose, other keys do something with what is chosen."""

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

Answer = TypeVar("Answer")


class Listing(Dialog[Answer], Generic[Answer]):
    """Shows lines; stays open while they are changed under it."""

    DEFAULT_CSS = """
    Listing #panel { width: 76; }
    Listing OptionList, Listing OptionList:focus { height: auto; max-height: 14; border: none; padding: 0;
                                                   background: $panel; background-tint: transparent; }
    Listing OptionList > .option-list--option-highlighted { color: $accent; text-style: bold; background: $panel; }
    Listing #told { color: $text-muted; margin-top: 1; height: auto; }
    """

    def content(self) -> ComposeResult:
        """The list, and what is told of the chosen line."""
        yield OptionList(markup=False)
        yield Static("", id="told", markup=False)

    def on_mount(self) -> None:
        """Begin in the list."""
        self.fill()
        self.query_one(OptionList).focus()

    @abstractmethod
    def lines(self) -> Sequence[Content]:
        """The lines, read anew."""

    @abstractmethod
    def told(self, at: int) -> str:
        """What is told of a line."""

    @abstractmethod
    def do(self, key: str, at: int) -> bool:
        """Do what a key asks for with a line; False if it asks for nothing."""

    @property
    def at(self) -> int:
        """The chosen line, counted from 0."""
        return self.query_one(OptionList).highlighted or 0

    def fill(self, at: int | None = None) -> None:
        """Show the lines as they are now, standing at one of them."""
        if not self.query(OptionList):
            return  # it was closed before what was asked for could be done
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
        self._tell()

    def on_key(self, event: events.Key) -> None:
        """Do what a key asks for."""
        if self.query_one(OptionList).option_count and self._try(event.key, self.at):
            event.stop()
            event.prevent_default()

    @on(OptionList.OptionSelected)
    def _picked(self, event: OptionList.OptionSelected) -> None:
        self._try("enter", event.option_index)

    def _try(self, key: str, at: int) -> bool:
        """Do it, or say why it cannot be done."""
        try:
            return self.do(key, at)
        except Problem as problem:
            self.tell(problem)
            return True

    @on(OptionList.OptionHighlighted)
    def _tell(self) -> None:
        options = self.query_one(OptionList)
        try:
            told = self.told(self.at) if options.option_count else ""
        except Problem:
            told = ""
        self.query_one("#told", Static).update(told)
