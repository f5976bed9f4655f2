"""The app: keeps the diary open, switches screens, and notices other programs' writes and the start of a new day."""

import os
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from importlib import import_module
from typing import ClassVar

from rich.console import RenderableType
from rich.text import Text
from textual.actions import ActionParseResult
from textual.app import SystemCommand
from textual.binding import BindingType
from textual.dom import DOMNode
from textual.driver import Driver
from textual.events import Event, Key, Paste
from textual.screen import Screen
from textual.theme import Theme

from heeldiary.crash import explain_end
from heeldiary.domain.scales import Foot
from heeldiary.errors import Busy, Problem
from heeldiary.store.diary import Diary
from heeldiary.tui.actions import ANYWHERE, bindings
from heeldiary.tui.background import Behind, collect_garbage
from heeldiary.tui.drafts.drafts import Drafts
from heeldiary.tui.drafts.open_drafts import OpenDrafts
from heeldiary.tui.file_check import FileCheck
from heeldiary.tui.key_queue import Turns
from heeldiary.tui.leaving import Leaving
from heeldiary.tui.page import Page
from heeldiary.tui.pasting import pasted_text
from heeldiary.tui.terminal import own_driver
from heeldiary.tui.textual_look import OwnLook
from heeldiary.tui.theme_setting import ThemeSetting
from heeldiary.tui.themes import readable_variables
from heeldiary.tui.typed_keys import TypedKeys
from heeldiary.tui.undoing import redo, undo
from heeldiary.tui.watch import Watch
from heeldiary.tui.write_queue import Changes

LOOK_SECONDS = 1.0
"""How often the app checks for other programs' writes and for a new day."""

RETRY_SECONDS = 0.5
"""How long to wait before retrying a change while another program holds the diary."""

LAST_WAIT_SECONDS = 2.0
"""How long quitting waits for another program to release the diary when something is still unsaved."""

_PAGES = {
    "diary": "DiaryPage", "routine": "RoutinePage", "trends": "TrendsPage",
    "care": "CarePage", "guide": "GuidePage", "experiments": "ExperimentsPage",
}  # fmt: skip
"""The page of each folder; its module is imported when it is first opened."""


class HeeldiaryApp(OwnLook):
    """The diary's app. The diary and its clock are passed in, so a test can bring its own."""

    TITLE = "heeldiary"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(ANYWHERE), ("ctrl+z", "suspend_process", "")]
    DEFAULT_MODE = "diary"

    def __init__(
        self,
        diary: Diary,
        drafts: Drafts,
        *,
        watch: Watch | None = None,
        crash_log: str = "",
        start: str = "diary",
        feet: Sequence[Foot] = (),
        routine: str | None = None,
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self.diary = diary
        self.drafts = OpenDrafts(drafts, self.set_timer, diary.new_id)
        self.changes = Changes(partial(self.set_timer, RETRY_SECONDS))
        self.behind = Behind(self, diary)
        self.feet, self.routine, self.seconds = feet, routine, seconds
        self.guide_topic: str | None = None
        self.has_massaged = False
        self.theme_setting = ThemeSetting(self, diary)
        self._turns = Turns(self)
        self._typed_keys = TypedKeys(self)
        self._leaving = Leaving(self, self.drafts)
        self._pages: list[Page] = []
        self._watch = watch or Watch(diary)
        self.file_check = FileCheck(self.behind, watch, self.say)
        self._crash_log = crash_log
        self._start = start
        self._seen_version = diary.version()
        self.theme_setting.begin()
        for name in _PAGES:
            self.add_mode(name, partial(self._make, name))

    def get_css_variables(self) -> dict[str, str]:
        """Return the theme's variables; in another theme than ours, text that can be read."""
        self.theme_variables = {**super().get_css_variables(), **readable_variables(self.current_theme)}
        return self.theme_variables

    def get_driver_class(self) -> type[Driver]:
        """Read a Unix terminal with our own driver, so only typed keys act."""
        return own_driver(super().get_driver_class())

    def on_mount(self) -> None:
        """Open the first screen and start watching the clock and the diary."""
        self.open(self._start)
        self.set_interval(LOOK_SECONDS, self.look)
        self.theme_changed_signal.subscribe(self, self._keep_theme)
        self.app_resume_signal.subscribe(self, self._repaint)
        self.call_after_refresh(collect_garbage)
        self.call_after_refresh(self.file_check.begin)
        self.call_after_refresh(self._leaving.recall)

    def look(self) -> None:
        """Show other programs' writes and the start of a new day."""
        page = self.page
        if page is None or not page.is_mounted:  # a screen that is still mounting reads the diary itself
            return
        try:
            version = self.diary.version()
            was_written, self._seen_version = version != self._seen_version, version
            if was_written:
                self.theme_setting.apply()
                page.reload()
            page.tick()
            self._watch.look(was_written, page.tell)
            self.file_check.begin()
        except Busy:
            page.stale = True
        except Problem as problem:
            page.tell(problem)

    @property
    def page(self) -> Page | None:
        """The open screen, below any dialog."""
        return next((screen for screen in reversed(self.screen_stack) if isinstance(screen, Page)), None)

    def open(self, name: str) -> None:
        """Open a screen."""
        if self.page is None:
            self.switch_mode(name)
        elif name != self.page.PAGE:
            self.page.silence()  # its message is out of date by the time it is shown again
            self.page.attempt(partial(self.switch_mode, name))

    def open_guide(self, topic: str) -> None:
        """Open the Guide at a topic."""
        self.guide_topic = topic
        self.open("guide")

    def say(self, text: str) -> None:
        """Show a message on the screen that is open or opening."""
        self.call_after_refresh(lambda: self.page.say(text, important=True) if self.page else None)

    def mention(self, text: str) -> None:
        """Add to what the page says of the present key, or say it in the open dialog."""
        if self.page is not None:
            self.page.mention(text)

    def show_outside(self, text: str) -> None:
        """Show a text as a desktop notification, where the terminal can."""
        from heeldiary.guiding.notices import notice

        if self._driver is not None:
            self._driver.write(notice(os.environ, text))

    async def on_event(self, event: Event) -> None:
        """Deliver keys and pastes one at a time. A paste is data: its control characters never reach the terminal."""
        if isinstance(event, Key | Paste) and not event.is_forwarded and not self._turns.admits(event):
            return
        if isinstance(event, Key) and not self._typed_keys.admits(event, self.page):
            return
        if isinstance(event, Paste):
            event.text = pasted_text(event.text, self.focused)
        await super().on_event(event)

    async def run_action(
        self,
        action: "str | ActionParseResult",
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Run a key's action. If the diary refuses, say so and carry on."""
        try:
            return await super().run_action(action, default_namespace, namespaces)
        except Problem as problem:
            if self.page is not None:
                self.page.tell(problem)
            return True

    def action_open(self, name: str) -> None:
        """Open a screen."""
        self.open(name)

    def action_undo(self) -> None:
        """Undo the last change, wherever it was made."""
        if self.page is not None:
            undo(self.page, self.theme_setting.apply)

    def action_redo(self) -> None:
        """Redo what was undone last."""
        if self.page is not None:
            redo(self.page, self.theme_setting.apply)

    async def action_back(self) -> None:
        """Go back one level: within the screen, or from another screen to the Diary."""
        if self.page is None or not self.page.back():
            self.open("diary")

    def action_settings(self, name: str = "") -> None:
        """Change the settings, beginning with one of them."""
        from heeldiary.tui.dialogs.settings import settings_form

        self.push_screen(
            settings_form(self.diary, self.say, self.theme_setting.preview, name), lambda _: self._settings_changed()
        )

    async def action_help(self) -> None:
        """Show all keys of the screen."""
        from heeldiary.tui.dialogs.help import Help

        if self.page is not None:
            await self.push_screen(Help(self.page.PAGE, self.page.ABOUT, self.page.actions))

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Open the palette: every action of the open screen, and the themes."""
        from heeldiary.tui.palette_commands import palette_commands

        yield from palette_commands(self.page, self.do)
        yield SystemCommand("Theme: change the colours", "dusk, paper, and Textual's own", self.action_change_theme)

    def do(self, action: str) -> None:
        """Run the action of a key of the open screen."""
        page = self.page
        if page is not None:
            own = hasattr(page, f"action_{action.partition('(')[0]}")
            self.call_later(page.run_action, action if own else f"app.{action}")

    def _repaint(self, _: object) -> None:
        """Repaint: the terminal loses the screen while the app is suspended."""
        self.set_timer(0.05, lambda: self.screen.refresh(layout=True))

    def _make(self, name: str) -> Page:
        module = import_module(f"heeldiary.tui.{name}.page")
        page: Page = getattr(module, _PAGES[name])(self.diary)
        page._css_update_count = self._css_update_count  # Textual would read all CSS again for a mode's new screen
        self._pages.append(page)
        return page

    def _settings_changed(self) -> None:
        if self.page is not None:
            self.page.attempt(self.theme_setting.apply)
            self.page.reload()

    def _keep_theme(self, theme: Theme) -> None:
        if self.page is not None:
            self.page.change(lambda: self.theme_setting.save(theme.name), lambda _: None)

    def exit(self, result: int | None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        """Quit. Half-typed text is saved as a draft, a running session as a part session."""
        self.drafts.write()
        self.behind.give_way()
        self.diary.sql.wait_no_longer_than(LAST_WAIT_SECONDS)
        for page in self._pages:
            page.leave()
        self.changes.end()
        warning = self._leaving.warning(self.changes.waiting)
        super().exit(result, return_code or (1 if warning else 0), Text(warning) if warning else message)

    async def action_quit(self) -> None:
        """Quit; if half-typed text cannot be stored, say so first."""
        if self._leaving.may_quit():
            self.exit()

    def action_help_quit(self) -> None:
        """Say how to quit; ctrl+c copies in a text and would be pressed by mistake."""
        self.mention("Press q to quit; in a dialog, escape first.")

    def action_suspend_process(self) -> None:
        """Suspend until the shell resumes the app; half-typed text is written first."""
        self.drafts.write()
        super().action_suspend_process()

    def _fatal_error(self) -> None:
        """Exit after a crash. Textual would print every variable, and the person's text with them."""
        lost = self._leaving.lost_by_mistake()  # save the text first, whatever else is wrong
        if self._exception is not None:
            problem = explain_end(self._exception, self._crash_log, self.diary.clock.now())
            self._exit_renderables[:] = [Text(f"heeldiary: {problem.message}\n{problem.remedy}\n{lost}".rstrip())]
        self._close_messages_no_wait()
