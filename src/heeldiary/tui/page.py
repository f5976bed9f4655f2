"""What the five screens have in common: names above, keys below, a line to speak in, and the diary."""

from collections.abc import Callable
from typing import ClassVar, TypeVar, cast

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.screen import Screen
from textual.widgets import Static

from heeldiary.errors import Busy, OlderScore, Problem
from heeldiary.store.diary import Diary
from heeldiary.tui.actions import ANYWHERE, SCREENS, Action
from heeldiary.tui.host import Host
from heeldiary.tui.widgets.footer import Footer
from heeldiary.tui.widgets.header import Header
from heeldiary.tui.widgets.talk import Talk

Result = TypeVar("Result")

SMALLEST = (80, 24)
"""The smallest terminal, in columns and rows, that the screens are laid out for."""


LAYOUTS = ("-compact", "-normal", "-wide")
"""Classes that choose the layout: for 80x24, from 110x34 on, from 150x46 on."""


def layout_for(columns: int, rows: int) -> str:
    """The class of the layout for a terminal's size; `-small` where there is too little room for any."""
    if columns < SMALLEST[0] or rows < SMALLEST[1]:
        return "-small"
    if columns >= 150 and rows >= 46:
        return "-wide"
    return "-normal" if columns >= 110 and rows >= 34 else "-compact"


class Page(Screen[None]):
    """One of the five screens. It reads the diary anew whenever it is shown, and after every change."""

    PAGE: ClassVar[str]
    """The screen's name in the header."""

    DEFAULT_CSS = """
    Page { layout: vertical; padding: 0 2 0 0; background: $background; color: $foreground; }
    Page.-normal { padding: 1 3 1 1; }
    Page.-wide { padding: 1 6 1 4; align-horizontal: center; }
    Page.-wide > * { max-width: 150; }
    Page Header, Page Talk, Page Footer, Page .heading { margin-left: 2; }
    Page #body { height: 1fr; width: 100%; }
    Page .heading { text-style: bold; height: 1; }
    Page #too-small { display: none; padding: 1 2; }
    Page.-small > * { display: none; }
    Page.-small > #too-small { display: block; }
    """
    AUTO_FOCUS = None

    def __init__(self, diary: Diary) -> None:
        super().__init__(classes=layout_for(*self.app.size))
        self.diary = diary
        self._shown = False

    @property
    def host(self) -> Host:
        """The app."""
        return cast("Host", self.app)

    @property
    def actions(self) -> tuple[Action, ...]:
        """What can be done here by a key, the screen's own first."""
        return (*SCREENS[self.PAGE], *ANYWHERE)

    def compose(self) -> ComposeResult:
        """The frame around the screen's own body."""
        yield Header(self.PAGE)
        with Container(id="body"):
            yield from self.body()
        yield Talk()
        yield Footer(self.actions)
        yield Static(id="too-small", markup=False)

    def body(self) -> ComposeResult:
        """What stands between header and footer."""
        raise NotImplementedError

    def reload(self) -> None:
        """Read the diary again and show it."""
        raise NotImplementedError

    def say(self, text: str, important: bool = False) -> None:
        """Speak in the line above the footer."""
        self.query_one(Talk).say(text, important)

    def hush(self) -> None:
        """Say nothing more: what was said no longer holds."""
        self.query_one(Talk).hush()

    def aside(self, text: str) -> None:
        """What stands at the right of the screens' names."""
        self.query_one(Header).aside = text

    def tick(self) -> None:
        """About a second has passed."""

    ABOUT: ClassVar[str]
    """A sentence or two for the help: what the screen shows, and its signs."""

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
        layout = layout_for(*self.app.size)
        self.set_class(layout == "-small", "-small")
        if layout == "-small":
            columns, rows = self.app.size
            self.query_one("#too-small", Static).update(
                f"heeldiary needs a terminal of {SMALLEST[0]} columns and {SMALLEST[1]} rows; this one has "
                f"{columns} and {rows}. Nothing is lost: make it larger, or q quits."
            )
        elif not self.has_class(layout):
            for name in LAYOUTS:
                self.set_class(name == layout, name)
            self.reload()

    def change(
        self, make: Callable[[], Result], done: Callable[[Result], None], older: Callable[[], None] | None = None
    ) -> None:
        """Make a change of the diary, then show it. While another program holds the diary, keep trying.

        `older` is called instead where a score written more than 12 hours ago would be replaced.
        """
        try:
            result = make()
        except Busy:
            self.say("Another program holds the diary; this is saved as soon as it lets go.", important=True)
            self.host.try_later(lambda: self.change(make, done, older))
        except OlderScore:
            if older is not None:
                older()
        except Problem as problem:
            self.say(f"{problem.message.capitalize()}: {problem.remedy}", important=True)
        else:
            done(result)
            self.reload()

    @on(Header.Chosen)
    def _go_to(self, event: Header.Chosen) -> None:
        self.host.open(event.name)
