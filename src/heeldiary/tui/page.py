"""What all screens share: the header, the footer, the message line and the diary."""

from abc import abstractmethod
from collections import deque
from collections.abc import Callable
from datetime import date
from typing import ClassVar, TypeVar, cast

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.events import Key, ScreenResume
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from heeldiary.domain.restored import Restored
from heeldiary.domain.settings import Settings
from heeldiary.domain.text import capitalized
from heeldiary.errors import HELD, Busy, Problem
from heeldiary.store.diary import Diary
from heeldiary.store.replacing import ReplaceQuestion, WhichMorning
from heeldiary.tui.actions import ANYWHERE, SCREENS, KeyAction
from heeldiary.tui.host import Host
from heeldiary.tui.layout import LAYOUTS, TINIEST, layout_for
from heeldiary.tui.widgets.footer import Footer
from heeldiary.tui.widgets.header import Header
from heeldiary.tui.widgets.message_line import MessageLine

Result = TypeVar("Result")


_LOW_ROWS = 16
"""In a terminal with fewer rows the header has no rule beneath."""


class Page(Screen[None]):
    """A screen. It reads the diary again whenever it is shown and after every change."""

    PAGE: ClassVar[str]
    """The screen's name in the header."""

    ABOUT: ClassVar[str]
    """One or two sentences for the help: what the screen shows and what its symbols mean."""

    DEFAULT_CSS = """
    Page { layout: vertical; padding: 0 2 0 0; background: $background; color: $foreground; }
    Page.-normal { padding: 1 3 1 1; }
    Page.-wide { padding: 1 4; align-horizontal: center; }
    Page.-wide > * { max-width: 150; }
    Page.-wide Header, Page.-wide MessageLine, Page.-wide Footer { max-width: 148; }
    Page.-low Header { height: 1; }
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
        """The settings when the diary was last read."""
        self.today: date = diary.today(self.settings)
        """The diary day when the diary was last read."""
        self.stale = False
        """Whether the screen is out of date because another program held the diary; reading is retried."""
        self._was_read = False
        self._shown = False
        self._focused_before: Widget | None = None
        self._questions: deque[Callable[[], object]] = deque()

    @property
    def host(self) -> Host:
        """The app."""
        return cast("Host", self.app)

    @property
    def actions(self) -> tuple[KeyAction, ...]:
        """The actions available here, the screen's own first."""
        return (*SCREENS[self.PAGE], *ANYWHERE)

    def compose(self) -> ComposeResult:
        """Compose the frame around the screen's body."""
        yield Header(self.PAGE, self.app.sub_title)
        with Container(id="body"):
            yield from self.body()
        yield MessageLine()
        yield Footer()
        yield Static(id="too-small", markup=False)

    def offered(self, action: KeyAction) -> KeyAction | None:
        """Return an action as the footer shows it now; None if it has no use now."""
        return action

    def show_footer(self) -> None:
        """Show what the keys do now."""
        self.query_one(Footer).show([action for action in map(self.offered, self.actions) if action])

    @abstractmethod
    def body(self) -> ComposeResult:
        """Compose what lies between header and footer."""

    @abstractmethod
    def load(self) -> None:
        """Read the diary and show it; raises Problem if it cannot be read."""

    def reload(self) -> None:
        """Read the diary again and show it; while another program holds it, mark the screen stale."""
        try:
            self.read()
        except Busy:
            self.stale = True
            self.say(f"{capitalized(HELD)}; this screen updates as soon as the diary is free.", important=True)
        except Problem as problem:
            self.tell(problem)

    def read(self) -> None:
        """Read the diary in one transaction and show it; raises Problem if it cannot be read."""
        before = self.today
        with self.diary.snapshot():
            self.settings = self.diary.settings()
            self.today = self.diary.today(self.settings)
            self.load()
        self.show_footer()
        first, self._was_read, self.stale = not self._was_read, True, False
        if self.today != before and not first:
            self.new_day(before)

    def new_day(self, before: date) -> None:
        """Handle a change of the diary day: midnight passed, or the clock or `day-start` was set."""

    def restored(self, restored: Restored) -> None:
        """Respond to an undo or redo after the screen has reloaded."""

    def attempt(self, do: Callable[[], object]) -> bool:
        """Call something that reads the diary; return whether it worked, and say why if it did not."""
        try:
            do()
        except Problem as problem:
            self.tell(problem)
            return False
        return True

    def tell(self, problem: Problem) -> None:
        """Show a problem and its remedy."""
        self.say(problem.sentence, important=True)

    def admits(self, event: Key) -> bool:
        """Return whether a key may act."""
        return True

    def say(self, text: str, important: bool = False) -> None:
        """Show a message above the footer."""
        self.query_one(MessageLine).say(text, important)

    def mention(self, text: str) -> None:
        """Add to what is said of the present key, or say it in the open dialog."""
        self.fade()
        self.app.call_after_refresh(self._mention, text)

    def _mention(self, text: str) -> None:
        add: Callable[[str], None] = self.query_one(MessageLine).add
        getattr(self.app.screen, "complain", add)(text)

    def silence(self) -> None:
        """Clear the message: it is out of date."""
        self.query_one(MessageLine).silence()

    def fade(self) -> None:
        """Clear the message unless it is important: what it was about is left."""
        self.query_one(MessageLine).fade()

    def aside(self, text: str, short: str = "") -> None:
        """Set the text at the right of the header; `short` is used where there is no room."""
        self.query_one(Header).tell(text, short)

    def tick(self) -> None:
        """Run about once a second: show a new day, and retry a read that failed."""
        if self.stale and self.query_one(MessageLine).text.startswith(
            capitalized(HELD)
        ):  # keep a message about a change that was refused after waiting
            self.silence()
        if self.stale or self.diary.today(self.settings) != self.today:
            self.reload()

    def action_experiments(self) -> None:
        """Open the experiments."""
        self.host.open("experiments")

    def back(self) -> bool:
        """Go back one level within the screen; return False if already at the top level."""
        return False

    def begin(self) -> None:
        """Focus the screen's first field."""

    def leave(self) -> None:
        """Save what must survive before the app quits."""

    def may_undo(self) -> bool:
        """Whether undo and redo are allowed now."""
        return True

    def on_screen_resume(self, event: ScreenResume) -> None:
        """Reload, as another program may have changed the diary, except the first time: `on_mount` has just read it."""
        event.refresh_styles = self._shown  # each widget of a new screen has just been given its styles
        if self._shown:
            self.reload()
            self.call_after_refresh(self._show_focused)
        self._shown = True
        self._open_questions()

    def _show_focused(self) -> None:
        """Scroll to what has the focus: what was logged meanwhile may have moved it."""
        if self.focused is not None:
            self.focused.scroll_visible(animate=False)

    def when_in_front(self, ask: Callable[[], object]) -> bool:
        """Ask once this screen is in front: over a dialog, typing meant for the dialog would answer it.

        Return whether it was asked at once.
        """
        self._questions.append(ask)
        self._open_questions()
        return not self._questions

    def _open_questions(self) -> None:
        """Ask the waiting questions, one at a time."""
        while self._questions and self.app.screen is self:
            self._questions.popleft()()

    def on_resize(self) -> None:
        """Choose the layout for the new size."""
        layout, was_small = layout_for(*self.app.size), self.has_class("-small")
        if layout == "-small" and not was_small:
            self._focused_before = self.focused
        self.set_class(layout == "-small", "-small")
        self.set_class(self.app.size.height < _LOW_ROWS, "-low")
        if layout == "-small":
            self.query_one("#too-small", Static).update(self._too_small())
            return
        if not self.has_class(layout):
            for name in LAYOUTS:
                self.set_class(name == layout, name)
            self.reload()
            self.call_after_refresh(self._refocus)
        if was_small:
            # A hidden widget loses the focus.
            self.call_after_refresh(self._focused_before.focus if self._focused_before else self.begin)

    def _refocus(self) -> None:
        """Focus the start if the layout has hidden what had the focus."""
        if self.focused is None:
            self.begin()

    def _too_small(self) -> str:
        (columns, rows), (least_columns, least_rows) = self.app.size, TINIEST
        return (
            f"heeldiary needs at least {least_columns} columns and {least_rows} rows; this terminal has {columns} and "
            f"{rows}. `heeldiary 6` logs a 6. Nothing is lost: make it larger, or press q to quit."
        )

    def change(
        self,
        make: Callable[[], Result],
        done: Callable[[Result], None],
        older: Callable[[ReplaceQuestion], None] | None = None,
    ) -> None:
        """Change the diary, then reload the screen. While another program holds the diary, the change waits.

        `older` is called instead if the person must be asked first which morning they mean.
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
            self.say(f"{capitalized(HELD)}; this will be saved as soon as the diary is free.", important=True)

    @on(Header.Chosen)
    def _go_to(self, event: Header.Chosen) -> None:
        self.host.open(event.name)
