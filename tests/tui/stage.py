"""A stage for the app: its own diary, a fixed clock, and keyboard and mouse."""

import asyncio
import json
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

from textual import events
from textual.pilot import Pilot
from textual.strip import Strip

from heeldiary.domain.routine.ask_first import SAFETY_QUESTIONS
from heeldiary.domain.scales import Foot
from heeldiary.paths import places
from heeldiary.store.diary import Diary
from heeldiary.store.entries.entry_state import entry_state
from heeldiary.store.opening import APP_WAIT_SECONDS, open_to_write
from heeldiary.store.routine.ask_first import save_answers
from heeldiary.tui.app import HeeldiaryApp
from heeldiary.tui.drafts.drafts import Drafts
from heeldiary.tui.routine.page import RoutinePage
from heeldiary.tui.trends.page import TrendsPage
from heeldiary.tui.widgets.message_line import MessageLine
from tests.runner import Heeldiary
from tests.standing_clock import SeededBytes, StandingClock
from tests.tui import hands, sight
from tests.tui.settling import go_forward, painted, settled

SMALL, NORMAL = (80, 24), (120, 40)
TO_LAST_ROW = ("down",) * 12
"""The keys to the last row of the Diary, the note's, from any other: the last row is the end."""
LOOK_SECONDS = 0.02
"""How often it is looked whether something has happened that waits for the app's own timers."""

MOST_LOOKS = 2_000
"""At least 40 seconds: not a speed limit, since a busy machine takes longer over each look as well."""

STEP_SECONDS = 2.5
"""Under the gap that the routine takes for a sleep."""


class Seconds:
    """A clock of seconds that goes on when a test says so."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class Play:
    """The running app, and what a person in front of it does and sees."""

    def __init__(self, app: HeeldiaryApp, pilot: Pilot[int], clock: StandingClock, seconds: Seconds) -> None:
        self.app = app
        self.pilot = pilot
        self.clock = clock
        self.seconds = seconds

    async def press(self, *keys: str) -> None:
        """Press keys one after the other, a millisecond of the diary's clock apart."""
        for key in keys:
            self.clock.forward(timedelta(milliseconds=1))
            here = self.app.screen
            self.send(key)
            await settled(self.app)
            if self.app.screen is not here:
                await self.rest()
        await self.computed()

    async def computed(self) -> None:
        """Let the app's background work finish."""
        await self.rest()
        if self._is_computing():
            assert await self.until(lambda: not self._is_computing())
            await self.rest()  # also where all was read in time: it may not be shown yet

    def _is_computing(self) -> bool:
        page = self.app.page
        trends = isinstance(page, TrendsPage) and page.is_computing and not page.stale and not self.dialog
        return trends or self.app.behind.busy or any(worker.is_running for worker in self.app.workers)

    async def type(self, text: str) -> None:
        """Type text in one go."""
        for sign in text:
            self.send(sign)
        await self.rest()

    async def burst(self, *keys: str) -> None:
        """Send keys faster than the app can take them."""
        for key in keys:
            self.send(key)
        await self.rest()

    async def paste(self, text: str) -> None:
        """Paste text, as a terminal does it in brackets."""
        self.app.post_message(events.Paste(text))
        await self.rest()

    async def rest(self) -> None:
        """Let everything that was started finish and be painted."""
        await painted(self.app)

    async def later(self, seconds: float) -> None:
        """Let this many seconds pass for all timers, at once."""
        go_forward(seconds)
        await self.rest()

    async def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size."""
        await self.pilot.resize_terminal(columns, rows)
        await self.rest()

    def send(self, key: str) -> None:
        """Press a key and wait for nothing."""
        hands.press(self.app, key)

    async def click(self, text: str, along: int = 0) -> None:
        """Click the first place at which a text is painted, `along` columns into it."""
        for row, line in enumerate(self.lines):
            if text in line:
                await self.click_at(line.index(text) + along, row)
                return
        raise AssertionError(f"{text!r} is not on the screen:\n{self.text}")

    async def click_at(self, column: int, row: int) -> None:
        """Press and let go the mouse at a place."""
        hands.click(self.app, column, row)
        await self.computed()

    async def until(self, happened: Callable[[], bool]) -> bool:
        """Let the app's own timers run until something has happened; False only where it plainly never will."""
        for _ in range(MOST_LOOKS):
            if happened():
                return True
            await asyncio.sleep(LOOK_SECONDS)
            await self.rest()
        return False

    async def look(self) -> None:
        """Let the app look at the clock and at the diary, as it does every second."""
        self.app.look()
        await self.computed()

    async def massage(self, seconds: float) -> None:
        """Let this many seconds of the routine pass. Its screen ticks where something changes, and at the end.

        In between only its session is told the time: nobody looks.
        """
        page = self.app.page
        assert isinstance(page, RoutinePage)
        while seconds > 0:
            step = min(STEP_SECONDS, seconds)
            changes = not page.session.running or page.session.until_change <= step
            self.seconds.now += step
            seconds -= step
            if changes or seconds <= 0:
                page._tick()
            else:
                assert page.session.advance(self.seconds.now) == []
                page._frame += 1
        await self.rest()

    @property
    def strips(self) -> list[Strip]:
        """The rows that are painted."""
        return sight.strips(self.app)

    @property
    def text(self) -> str:
        """All that is painted; of a dialog, the dialog alone."""
        return sight.screen_text(self.app)

    @property
    def styled_text(self) -> str:
        """All that is painted, with its colours."""
        return sight.styled_text(self.app)

    @property
    def whole_text(self) -> str:
        """All that is painted, and what shows through a dialog."""
        return sight.whole_text(self.app)

    @property
    def lines(self) -> list[str]:
        """All that is painted, row by row; a wide character is followed by an empty place, so that columns count."""
        return [sight.by_column(strip) for strip in self.strips]

    def line(self, start: str) -> str:
        """The first row that begins so, apart from white space and the bar of the focus."""
        return next(line for line in self.lines if line.lstrip(" ▌").startswith(start))

    def words(self, selector: str) -> str:
        """What is painted where a widget is, as running text."""
        return " ".join(" ".join(line.split()) for line in self.rows(selector))

    def rows(self, selector: str) -> list[str]:
        """What is painted where a widget is, row by row."""
        region = self.app.screen.query_one(selector).region
        return [line[region.x : region.right] for line in self.lines[region.y : region.bottom]]

    @property
    def said(self) -> str:
        """What the line above the footer says."""
        page = self.app.page
        assert page is not None
        return page.query_one(MessageLine).text

    @property
    def dialog(self) -> str:
        """The kind of dialog that is open; empty for none."""
        return "" if self.app.screen is self.app.page else type(self.app.screen).__name__


class Stage:
    """Everything around the app: home, clocks, the commands, the diary's file."""

    def __init__(self, heeldiary: Heeldiary, clock: StandingClock, random: SeededBytes) -> None:
        self.heeldiary = heeldiary
        self.clock = clock
        self.random = random
        self.seconds = Seconds()

    @property
    def drafts(self) -> Path:
        """The folder of half-typed words."""
        return self.heeldiary.home / "drafts"

    def half_typed(self) -> dict[str, dict[str, str]]:
        """The half-typed words in the files of all windows, by form."""
        found: dict[str, dict[str, str]] = {}
        for file in sorted(self.drafts.glob("*.json")):
            for drafts in json.loads(file.read_text("utf-8")).values():
                found |= {form: draft["values"] for form, draft in drafts.items()}
        return found

    @asynccontextmanager
    async def play(
        self, size: tuple[int, int] = SMALL, start: str = "diary", feet: Sequence[Foot] = (), *, end: bool = True
    ) -> AsyncIterator[Play]:
        """Open the app at a size. At the end it is left as by `q`, unless `end` says that it is killed."""
        at = places(None, self.heeldiary.environment)
        with Diary(open_to_write(at.diary, APP_WAIT_SECONDS), self.clock, self.random) as diary:
            drafts = Drafts(at.drafts, at.diary, partial(entry_state, diary))
            app = HeeldiaryApp(diary, drafts, start=start, feet=feet, seconds=self.seconds)
            app.animation_level = "none"
            try:
                async with app.run_test(size=size, notifications=True) as pilot:
                    await painted(app)
                    play = Play(app, pilot, self.clock, self.seconds)
                    await play.computed()
                    yield play
                    if end:
                        app.exit()
            finally:
                drafts.close()  # as the end of the process does

    def entries(self, kind: str = "") -> list[dict[str, Any]]:
        """The entries in the diary's file, read by `heeldiary list` through another connection."""
        return [entry for entry in self.heeldiary.entries() if not kind or entry["type"] == kind]

    def scores(self, foot: str = "left", moment: str = "first-step") -> dict[str, int]:
        """The scores of a row, by day."""
        found = [entry for entry in self.entries("pain") if (entry["foot"], entry["moment"]) == (foot, moment)]
        return {entry["day"]: entry["score"] for entry in found}

    def answered(self, **yes: bool) -> None:
        """Have "ask first" answered: no to everything, but for what is named."""
        with Diary(open_to_write(str(self.heeldiary.diary)), self.clock, self.random) as diary:
            save_answers(diary, {question.name: False for question in SAFETY_QUESTIONS} | yes)

    def change(self, statement: str, values: Sequence[object]) -> None:
        """Change the file as another program would."""
        with sqlite3.connect(self.heeldiary.diary) as connection:
            connection.execute(statement, values)
        connection.close()

    def steps_back(self) -> int:
        """How many undo steps there are."""
        with sqlite3.connect(self.heeldiary.diary) as connection:
            (count,) = connection.execute("SELECT count(*) FROM action").fetchone()
        connection.close()
        return int(count)

    @contextmanager
    def held(self, *, anywhere: bool = False) -> Iterator[sqlite3.Connection]:
        """The diary held by another program, as `BEGIN EXCLUSIVE` does; `anywhere` lets another thread let go."""
        connection = sqlite3.connect(self.heeldiary.diary, isolation_level=None, check_same_thread=not anywhere)
        connection.execute("BEGIN EXCLUSIVE")
        try:
            yield connection
        finally:
            connection.close()
