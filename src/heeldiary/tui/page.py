"""What the five screens have in common: names above, keys below, a line to speak in, and the diary."""

from abc import abstractmethod
from collections.abc import Callable
from datetime import date
from typing import ClassVar, TypeVar, cast

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from heeldiary.domain.settings import Settings
from heeldiary.errors import Busy, Problem
from heeldiary.store.action import Undone
from heeldiary.store.diary import Diary
from heeldiary.store.replacing import ReplaceQuestion, WhichMorning
from heeldiary.tui.actions import ANYWHERE, SCREENS, KeyAction
from heeldiary.tui.host import Host
from heeldiary.tui.layout import LAYOUTS, SMALLEST, layout_for
from heeldiary.tui.widgets.footer import Footer
from heeldiary.tui.widgets.header import Header
from heeldiary.tui.widgets.message_line import MessageLine

Result = TypeVar("Result")


_HELD = "Another program holds the diary"
"""How every line begins that no longer holds once the diary could be read."""


class Page(Screen[None]):
    """One of the five screens. It reads the diary anew whenever it is shown, and after every change."""

    PAGE: ClassVar[str]
    """The screen's name in the header."""

    ABOUT: ClassVar[str]
    """A sentence or two for the help: what the screen shows, and its signs."""

    DEFAULT_CSS = """
    Page { layout: vertical; padding: 0 2 0 0; background: $background; color: $foreground; }
    Page.-normal { padding: 1 3 1 1; }
    Page.-wide { padding: 1 6 1 4; align-horizontal: center; }
    Page.-wide > * { max-width: 150; }
    Page Header, Page MessageLine, Page Footer, Page .heading { margin-left: 2; }
    Page #body { height: 1fr; width: 100%; }
    Page .heading { text-style: bold; height: 1; }
    Page #too-small { display: none; padding: 1 2; }
    Page.-small > * { display: none; }
    Page.-small > #too-small { display: block; }
    """
    AUTO_FOCUS = ""

    def __init__(self, diary: Diary) -> None:
        super().__init__(classes=layout_for(*self.app.size))
        self.diary = diary
        self.settings = Settings({})
        """As they were when the diary was last read."""
        self.today: date = diary.today(self.settings)
        """The diary day, as it was then."""
        self.stale = False
        """Whether what is shown could not be read again, and will be as soon as it can."""
        self._was_read = False
        self._shown = False
        self._focused_before: Widget | None = None

    @property
    def host(self) -> Host:
        """The app."""
        return cast("Host", self.app)

    @property
    def actions(self) -> tuple[KeyAction, ...]:
        """What can be done here by a key, the screen's own first."""
        return (*SCREENS[self.PAGE], *ANYWHERE)

    def compose(self) -> ComposeResult:
        """The frame around the screen's own body."""
        yield Header(self.PAGE)
        with Container(id="body"):
            yield from self.body()
        yield MessageLine()
        yield Footer(self.actions)
        yield Static(id="too-small", markup=False)

    @abstractmethod
    def body(self) -> ComposeResult:
        """What stands between header and footer."""

    @abstractmethod
    def load(self) -> None:
        """Read the diary and show it; raises Problem where it cannot be read."""

    def reload(self) -> None:
        """Read the diary again and show it; while another program holds it, this is stale."""
        try:
            self.read()
        except Busy:
            self.stale = True
            self.say(f"{_HELD}; it is shown as soon as it lets go.", important=True)
        except Problem as problem:
            self.tell(problem)

    def read(self) -> None:
        """Read the diary as it is at one moment, and show it; raises Problem where it cannot be read."""
        before = self.today
        with self.diary.snapshot():
            self.settings = self.diary.settings()
            self.today = self.diary.today(self.settings)
            self.load()
        first, self._was_read, self.stale = not self._was_read, True, False
        if self.today != before and not first:
            self.new_day(before)

    def new_day(self, before: date) -> None:
        """Another diary day than `before` has just been shown: a new one has begun, or clock or day start were set."""

    def undone(self, undone: Undone) -> None:
        """A change has just been taken back and is shown no more."""

    def attempt(self, do: Callable[[], object]) -> bool:
        """Do something that reads the diary, and return whether it could be done; where it cannot, say why."""
        try:
            do()
        except Problem as problem:
            self.tell(problem)
            return False
        return True

    def tell(self, problem: Problem) -> None:
        """Say what is wrong and what to do about it."""
        self.say(f"{problem.message[:1].upper()}{problem.message[1:]}: {problem.remedy}.", important=True)

    def say(self, text: str, important: bool = False) -> None:
        """Speak in the line above the footer."""
        self.query_one(MessageLine).say(text, important)

    def silence(self) -> None:
        """Say nothing more: what was said no longer holds."""
        self.query_one(MessageLine).silence()

    def aside(self, text: str, short: str = "") -> None:
        """What stands at the right of the screens' names; `short` where there is no room for it."""
        self.query_one(Header).tell(text, short)

    def tick(self) -> None:
        """About a second has passed: show a day that has begun, and what could not be read before."""
        if self.stale and self.query_one(MessageLine).text.startswith(_HELD):  # a refusal of what had waited stays
            self.silence()
        if self.stale or self.diary.today(self.settings) != self.today:
            self.reload()

    def action_experiments(self) -> None:
        """Open the experiments."""
        self.host.open("experiments")

    def back(self) -> bool:
        """Go one level back within the screen; False where this is the first."""
        return False

    def begin(self) -> None:
        """Stand where the screen is begun with."""

    def leave(self) -> None:
        """The app ends."""

    def may_undo(self) -> bool:
        """Whether undo may be done now."""
        return True

    def on_screen_resume(self) -> None:
        """Shown again: others may have written meanwhile. The first time it is fresh from `on_mount`."""
        if self._shown:
            self.reload()
        self._shown = True

    def on_resize(self) -> None:
        """Choose the layout for the size."""
        layout, was_small = layout_for(*self.app.size), self.has_class("-small")
        if layout == "-small" and not was_small:
            self._focused_before = self.focused
        self.set_class(layout == "-small", "-small")
        if layout == "-small":
            columns, rows = self.app.size
            self.query_one("#too-small", Static).update(
                f"heeldiary needs a terminal of {SMALLEST[0]} columns and {SMALLEST[1]} rows; this one has "
                f"{columns} and {rows}. Nothing is lost: make it larger, or q quits."
            )
            return
        if not self.has_class(layout):
            for name in LAYOUTS:
                self.set_class(name == layout, name)
            self.reload()
        if was_small:
            # What is hidden loses the focus.
            self.call_after_refresh(self._focused_before.focus if self._focused_before else self.begin)

    def change(
        self,
        make: Callable[[], Result],
        done: Callable[[Result], None],
        older: Callable[[ReplaceQuestion], None] | None = None,
    ) -> None:
        """Make a change of the diary, then show it. While another program holds the diary, it waits.

        `older` is called instead where it has to be asked first what is meant.
        """

        def change() -> None:
            self.host.behind.give_way()
            try:
                result = make()
            except Busy:
                raise
            except WhichMorning as unsure:
                if older is not None:
                    older(unsure.question)
                else:
                    self.tell(unsure)
            except Problem as problem:
                self.tell(problem)
            else:
                done(result)
                self.reload()

        if not self.host.changes.make(change):
            self.say(f"{_HELD}; this is saved as soon as it lets go.", important=True)

    @on(Header.Chosen)
    def _go_to(self, event: Header.Chosen) -> None:
        self.host.open(event.name)
