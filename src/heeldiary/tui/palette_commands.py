"""What the palette finds: actions of the open screen, days, routines, settings and themes, each by its name."""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from typing import Any, NamedTuple, cast

from textual.app import App, SystemCommand
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.fuzzy import Matcher
from textual.system_commands import SystemCommandsProvider

from heeldiary.domain.text import separate
from heeldiary.errors import Problem
from heeldiary.tui.actions import DIARY, SCREENS, palette_title
from heeldiary.tui.diary.day_page import DayPage
from heeldiary.tui.host import Host
from heeldiary.tui.page import Page

_COLUMNS = 78
_MARGIN_COLUMNS = 8
_LEAST_GAP_COLUMNS = 2
_LEAST_LETTERS = 3
_ASIDE_COLUMNS = 16
"""The most of a setting's value."""

_DAY_SCORE, _LEAST_SCORE = 100.0, 0.1
"""A search that can be read as a day means the day; one whose words are in another order is found last."""
_NO_WORD = re.compile(r"[^\w+]+")
_BY_COMMAND = (
    ("Export, back up", "heeldiary export -o diary.jsonl"),
    ("Import", "heeldiary import FILE"),
    ("Where the diary's file is", "heeldiary where"),
)
"""What people look for in the palette and only a command does."""


_ALSO = {palette_title(action): action.also for actions in SCREENS.values() for action in actions if action.also}
"""Other words for some actions, by title."""

_OF_THE_DIARY = {"more_rows": ("diary",), "log('activity')": ("diary",), "log('care')": ("diary", "care")}
"""Actions of the Diary that are found on every screen, with the screens that have them anyway."""


class _Found(NamedTuple):
    """A command with what stands at the right of its line."""

    title: str
    aside: str
    run: Callable[[], object]


class ActionCommands(SystemCommandsProvider):
    """Lists and finds the actions, each with its key at the right."""

    async def discover(self) -> Hits:
        """Yield all actions, by title."""
        for title, aside, run, *_ in sorted(self.app.get_system_commands(self.screen), key=lambda command: command[0]):
            yield DiscoveryHit(_line(Content(title), aside, self.app.size.width), run, title)

    async def search(self, query: str) -> Hits:
        """Yield the actions that match."""
        matcher = self.matcher(query)
        for title, aside, run, *_ in self.app.get_system_commands(self.screen):
            if (score := _score(matcher, query, title)) > 0:
                yield Hit(score, _line(matcher.highlight(title), aside, self.app.size.width), run, title)


class NamedCommands(Provider):
    """Finds what has a name: days, routines, settings and themes; without a search they are not listed."""

    async def search(self, query: str) -> Hits:
        """Yield each that matches; a day as it may be typed anywhere."""
        app, host = self.app, cast("Host", self.app)
        matcher = self.matcher(query)
        for found in (*_themes(app), *_elsewhere(app, host), *_of_the_diary(app, host), *_by_command(host)):
            if (score := _score(matcher, query, found.title)) > 0:
                # Textual reads what it highlights as markup; a person's own words are none.
                title = Content(found.title) if "[" in found.title else matcher.highlight(found.title)
                line = _line(title, found.aside, app.size.width)
                yield Hit(score, line, found.run, found.title)
        for found in _days(app, host, query):
            yield Hit(_DAY_SCORE, _line(Content(found.title), found.aside, app.size.width), found.run, found.title)


def palette_commands(page: Page | None, do: Callable[[str], None]) -> Iterable[SystemCommand]:
    """Yield a command for each action of a screen; `do` runs the action."""
    for action in page.actions if page else ():
        if action.palette:
            yield SystemCommand(palette_title(action), f"key {action.shown}", partial(do, action.name))


def _score(matcher: Matcher, query: str, title: str) -> float:
    """Return how well a search fits a title; 0 unless each of its words begins a word of the title or another for it.

    Letters scattered over a title find too much: enter would do what nobody asked for.
    """
    words = _NO_WORD.split(f"{title} {_ALSO.get(title, '')}".lower())
    begins = all(any(word.startswith(part) for word in words) for part in _NO_WORD.split(query.lower().strip()))
    return (matcher.match(title) or _LEAST_SCORE) if begins else 0.0


def _line(title: Content, aside: str, screen_columns: int) -> Content:
    """Return a title with its aside at the right edge of the palette."""
    columns = min(_COLUMNS, screen_columns) - _MARGIN_COLUMNS
    room = columns - len(aside) - _LEAST_GAP_COLUMNS
    return Content.assemble(
        title.truncate(room, ellipsis=True, pad=True), " " * _LEAST_GAP_COLUMNS, (aside, "not bold $text-muted")
    )


def _themes(app: App[Any]) -> Iterator[_Found]:
    for name in app.available_themes:
        yield _Found(f"Theme: {name}", "in use" if name == app.theme else "", partial(setattr, app, "theme", name))


def _elsewhere(app: App[Any], host: Host) -> Iterator[_Found]:
    """Return actions of the Diary, on other screens."""
    page = next((screen for screen in reversed(app.screen_stack) if isinstance(screen, Page)), None)
    for action in DIARY:
        here = _OF_THE_DIARY.get(action.name)
        if here is not None and page is not None and page.PAGE not in here:
            yield _Found(palette_title(action), "in the Diary", partial(_do_in_diary, app, action.name))


def _do_in_diary(app: App[Any], action: str) -> None:
    host = cast("Host", app)
    host.open("diary")
    app.call_after_refresh(host.do, action)


def _of_the_diary(app: App[Any], host: Host) -> list[_Found]:
    """Return routines and settings; none while the diary cannot be read, which its page says."""
    try:
        return [*_routines(app, host), *_settings(host)]
    except Problem:
        return []


def _routines(app: App[Any], host: Host) -> Iterator[_Found]:
    from heeldiary.domain.durations import clock_digits
    from heeldiary.store.routine.routines import load_routines

    for routine in load_routines(host.diary):
        run = partial(_choose_routine, app, routine.name)
        yield _Found(f"Routine: {separate(routine.title)}", f"{clock_digits(routine.seconds_with_rests)} a foot", run)


def _settings(host: Host) -> Iterator[_Found]:
    from heeldiary.domain.settings import SETTINGS, typed
    from heeldiary.tui.dialogs.settings import LABELS

    settings = host.diary.settings()
    for setting in SETTINGS:
        value = typed(setting, settings[setting.name]) or "none"
        yield _Found(
            f"Setting: {LABELS[setting.name]}",
            separate(value)[:_ASIDE_COLUMNS],
            partial(host.action_settings, setting.name),
        )


def _by_command(host: Host) -> Iterator[_Found]:
    for what, command in _BY_COMMAND:
        yield _Found(f"{what}: {command}", "in a shell", partial(host.say, f"In a shell: {command}"))


def _days(app: App[Any], host: Host, query: str) -> Iterator[_Found]:
    from heeldiary.domain.days import long_day
    from heeldiary.domain.typed_days import parse_day
    from heeldiary.tui.diary.jump import DAY_NAMES

    word = query.strip().lower()
    names = [name for name in DAY_NAMES if len(word) >= _LEAST_LETTERS and name.startswith(word)]
    try:
        day = parse_day(names[0] if names else query, host.diary.today())
    except Problem:
        return
    yield _Found(f"Go to {long_day(day)}", "day", partial(_show_day, app, day))


def _show_day(app: App[Any], day: date) -> None:
    """Show a day in the Diary."""

    def show() -> None:
        if isinstance(app.screen, DayPage):
            app.screen.show_day(day, begin=True)

    cast("Host", app).open("diary")
    app.call_after_refresh(show)


def _choose_routine(app: App[Any], name: str) -> None:
    """Show a routine, ready to start."""
    from heeldiary.tui.routine.page import RoutinePage

    def choose() -> None:
        if isinstance(app.screen, RoutinePage):
            app.screen.choose(name)

    cast("Host", app).open("routine")
    app.call_after_refresh(choose)
