"""The app: holds the diary open, switches between screens, notices what others write and when a new day begins."""

import asyncio
import os
import signal
import time
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from importlib import import_module
from typing import ClassVar

from rich.text import Text
from textual import work
from textual.app import App, SystemCommand
from textual.binding import BindingType
from textual.screen import Screen
from textual.theme import Theme

from heeldiary.crash import report
from heeldiary.domain.scales import Foot
from heeldiary.errors import Problem
from heeldiary.store.checking import is_whole
from heeldiary.store.diary import Diary
from heeldiary.store.recording import set_setting
from heeldiary.tui.actions import ANYWHERE, bindings
from heeldiary.tui.drafts import Drafts
from heeldiary.tui.page import Page
from heeldiary.tui.themes import own_themes

LOOK_SECONDS = 1.0
"""How often the app looks whether another program has written, and whether a new day has begun."""

RETRY_SECONDS = 0.5
"""How soon a change is tried again while another program holds the diary."""

_PAGES = {
    "diary": ("diary", "DiaryPage"),
    "routine": ("routine", "RoutinePage"),
    "trends": ("trends", "TrendsPage"),
    "care": ("care", "CarePage"),
    "guide": ("guide", "GuidePage"),
}
"""Each screen's module and class: one is loaded when it is first opened."""


class HeeldiaryApp(App[int]):
    """The diary's app. The diary with its clock comes from outside, so that a test can bring its own."""

    TITLE = "heeldiary"
    CSS = """
    Toast { background: $panel; color: $foreground; border-left: outer $accent; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(ANYWHERE)]
    DEFAULT_MODE = "diary"
    ENABLE_COMMAND_PALETTE = True

    def __init__(
        self,
        diary: Diary,
        drafts: Drafts,
        *,
        path: str = "",
        crash_log: str = "",
        start: str = "diary",
        feet: Sequence[Foot] = (),
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self.diary = diary
        self.drafts = drafts
        self.feet = feet
        """The feet that the routine was opened for; none if that was not said."""
        self.seconds = seconds
        """A clock that only goes forward, for what is measured in seconds."""
        self._pages: list[Page] = []
        self._path = path
        self._crash_log = crash_log
        self._start = start
        self._seen_version = diary.version()
        for theme in own_themes():
            self.register_theme(theme)
        self.theme = self.diary.settings()["theme"]
        for name in _PAGES:
            self.add_mode(name, partial(self._make, name))

    def on_mount(self) -> None:
        """Open the first screen; watch the clock, the diary and the signals."""
        self.open(self._start)
        self.set_interval(LOOK_SECONDS, self.look)
        self.theme_changed_signal.subscribe(self, self._keep_theme)
        self._end_on_signals()
        self.call_after_refresh(self._check_file)

    def look(self) -> None:
        """Show what another program wrote, and a day that has begun."""
        try:
            version = self.diary.version()
        except Problem:
            return
        page = self.page
        if page is None:
            return
        if version != self._seen_version:
            self._seen_version = version
            page.reload()
        page.tick()

    @property
    def page(self) -> Page | None:
        """The screen that is open, under whatever dialog lies on it."""
        return next((screen for screen in reversed(self.screen_stack) if isinstance(screen, Page)), None)

    def open(self, name: str) -> None:
        """Open one of the five screens."""
        if self.page is None or name != self.page.PAGE:
            self.switch_mode(name)

    def say(self, text: str) -> None:
        """Speak on the screen that is open, or that is just opening."""
        self.call_after_refresh(self._say, text)

    def _say(self, text: str) -> None:
        if self.page is not None:
            self.page.say(text, important=True)

    @property
    def draws_braille(self) -> bool:
        """Whether the terminal can be trusted with braille; the Linux console cannot."""
        return os.environ.get("TERM", "") != "linux"

    def try_later(self, again: Callable[[], None]) -> None:
        """Try something again soon."""
        self.set_timer(RETRY_SECONDS, again)

    def action_open(self, name: str) -> None:
        """Open one of the five screens."""
        self.open(name)

    def action_undo(self) -> None:
        """Take back the last change, wherever it was made."""
        page = self.page
        if page is not None and page.may_undo():
            page.hush()
            page.change(self.diary.undo, lambda undone: self.notify(f"Took back: {undone.what}", markup=False))

    async def action_back(self) -> None:
        """One level back: from any other screen to the Diary."""
        self.open("diary")

    def action_settings(self) -> None:
        """Change the settings."""
        from heeldiary.tui.dialogs.settings import settings_form

        self.push_screen(settings_form(self.diary), lambda _: self._settings_changed())

    async def action_help(self) -> None:
        """Show all keys of the screen."""
        from heeldiary.tui.dialogs.help import Help

        if self.page is not None:
            await self.push_screen(Help(self.page.PAGE, self.page.ABOUT, self.page.actions))

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Every action of the open screen, and the themes."""
        page = self.page
        for action in page.actions if page else ():
            if action.palette:
                yield SystemCommand(action.tooltip, f"key {action.shown}", partial(self._run_named, action.name))
        yield SystemCommand("Theme: change the colors", "dusk, paper, and Textual's own", self.action_change_theme)

    def _run_named(self, action: str) -> None:
        """Do what a key of the open screen would do."""
        page = self.page
        if page is not None:
            own = hasattr(page, f"action_{action.partition('(')[0]}")
            self.call_later(page.run_action, action if own else f"app.{action}")

    def _make(self, name: str) -> Page:
        module, page = _PAGES[name]
        made: Page = getattr(import_module(f"heeldiary.tui.screens.{module}"), page)(self.diary)
        self._pages.append(made)
        return made

    def _settings_changed(self) -> None:
        self.theme = self.diary.settings()["theme"]
        if self.page is not None:
            self.page.reload()

    def _keep_theme(self, theme: Theme) -> None:
        if theme.name != self.diary.settings()["theme"] and self.page is not None:
            self.page.change(lambda: set_setting(self.diary, "theme", theme.name), lambda _: None)

    def exit(self, result: int | None = None, return_code: int = 0, message: object = None) -> None:
        """Leave. What is half typed is kept as a draft, a running session as a part session."""
        for screen in self.screen_stack:
            keep_draft = getattr(screen, "keep_draft", None)
            if keep_draft is not None:
                keep_draft()
        for page in self._pages:
            page.leave()
        super().exit(result, return_code)

    def _end_on_signals(self) -> None:
        """End cleanly when the terminal is closed or the program is told to stop."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP):
            loop.add_signal_handler(number, self.exit, 128 + number, 128 + number)

    def _fatal_error(self) -> None:
        """End after a mistake of ours. Textual would print every variable, and with them the person's words."""
        if self._exception is not None:
            problem = report(self._exception, self._crash_log, self.diary.clock.now())
            self._exit_renderables.append(Text(f"heeldiary: {problem.message}\n{problem.remedy}"))
        self._close_messages_no_wait()

    @work(thread=True)
    def _check_file(self) -> None:
        """Let SQLite look through the file, behind the first screen."""
        if self._path and not is_whole(self._path):
            self.call_from_thread(self.say, "The diary's file is damaged in places. Put a copy of it in its place soon.")
