"""Draws every screen in every state, at four sizes and in both themes, to be looked at one by one.

Each picture is a file of text with terminal colours: `cat` shows it in a terminal of its size. Eight of the states are
drawn in all themes too, and with 256, 16 and no colours.
"""

import asyncio
import io
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import timedelta
from itertools import product
from pathlib import Path
from shutil import copyfile
from typing import Literal, NamedTuple, cast

from rich.console import Console
from screenshots import StandingClock
from textual.pilot import Pilot

from heeldiary.demo import fill
from heeldiary.domain.entries import Note, Pain
from heeldiary.store.diary import Diary
from heeldiary.store.opening import open_to_write
from heeldiary.store.recording import log, set_setting
from heeldiary.tui.app import HeeldiaryApp
from heeldiary.tui.drafts.drafts import Drafts
from heeldiary.tui.routine.session_page import SessionPage

SIZES = ((80, 24), (120, 40), (160, 50), (200, 60))
THEMES = ("dusk", "paper")
JUMP_SECONDS, TICK_SECONDS, MOST_TICKS = 2, 0.4, 20
"""How far a session's clock goes at once, how long its timer takes to see it, and how often that is waited for."""

_NAMES = {" ": "space", ",": "comma"}


class State(NamedTuple):
    """How to come to a state of a screen."""

    diary: str
    """The diary: `year`, `weeks`, `signs`, `empty` (its questions answered) or `new`."""
    start: str
    """The screen to begin with."""
    keys: str = ""
    """The keys, with blanks between them; `+5s` lets five seconds pass, `"word"` is typed."""


_VIEWS = ("change", "links", "traps", "days", "load", "calendar", "where")
STATES: Mapping[str, State] = {
    "welcome": State("new", "diary"),
    "diary": State("year", "diary"),
    "diary-later": State("year", "diary", "down down 4"),
    "diary-all-rows": State("year", "diary", "e"),
    "diary-past": State("year", "diary", "left_square_bracket"),
    "diary-empty": State("empty", "diary"),
    "diary-three-weeks": State("weeks", "diary"),
    "diary-warning-sign": State("signs", "diary"),
    "note": State("year", "diary", 'n "slept badly, long walk on the beach"'),
    "activity": State("year", "diary", "a"),
    "sitting": State("year", "diary", "s"),
    "massage": State("year", "diary", "m"),
    "care-form": State("year", "diary", "o"),
    "tags": State("year", "diary", "number_sign"),
    "search": State("year", "diary", 'slash "walk"'),
    "jump": State("year", "diary", 'j "3 oct"'),
    "settings": State("year", "diary", "comma"),
    "palette": State("year", "diary", "ctrl+p"),
    "help": State("year", "diary", "question_mark"),
    "review": State("year", "diary", "w"),
    "routine": State("year", "routine"),
    "routine-ready": State("year", "routine", "space 5"),
    "routine-running": State("year", "routine", "space 5 +50s"),
    "routine-paused": State("year", "routine", "space 5 +50s space"),
    "routine-heel-over-time": State("year", "routine", "space n n +135s"),
    "routine-calf": State("year", "routine", "space n n n +30s"),
    "routine-map": State("year", "routine", "space 5 +30s down down down h right"),
    "routine-side": State("year", "routine", "down v"),
    "routine-done": State("year", "routine", "space 5 +40s x 3"),
    "routine-questions": State("empty", "routine", "space"),
    "routine-closed": State("empty", "routine", "space y"),
    "routines": State("year", "routine", "l"),
    "weeks": State("year", "trends"),
    "weeks-earlier": State("year", "trends", "left left left"),
    "weeks-year": State("year", "trends", "right_square_bracket right_square_bracket"),
    **{name: State("year", "trends", "v " * number) for number, name in enumerate(_VIEWS, 1)},
    "calendar-year": State("year", "trends", "v v v v v v right_square_bracket right_square_bracket"),
    "weeks-three-weeks": State("weeks", "trends"),
    "change-three-weeks": State("weeks", "trends", "v"),
    "trends-empty": State("empty", "trends"),
    "factors": State("year", "trends", "v v l"),
    "experiment-over": State("year", "experiments"),
    "experiment-sealed": State("empty", "experiments", 'b n "evening massage or not" tab "28" enter'),
    "experiment-plan": State("year", "experiments", "b n"),
    "experiments-empty": State("empty", "experiments"),
    "care": State("year", "care"),
    "care-empty": State("empty", "care"),
    "guide": State("year", "guide"),
    "guide-point": State("year", "guide", "down"),
}
IN_ALL_THEMES = ("diary", "routine-running", "weeks", "weeks-year", "change", "links", "calendar", "care")
_COLOURS: Mapping[str, Mapping[str, str]] = {
    "256": {"TERM": "xterm-256color", "COLORTERM": ""},
    "16": {"TERM": "xterm", "COLORTERM": ""},
    "none": {"TERM": "xterm-256color", "NO_COLOR": "1"},
}


def _fill_year(diary: Diary) -> None:
    fill(diary)


def _fill_weeks(diary: Diary) -> None:
    set_setting(diary, "affected-foot", "left")
    for ago, score in enumerate((4, 5, 4, 6, 5, 5, 7, 6, 5, 6, 7, 6, 5, 7, 8, 6, 7, 7, 6, 8, 7)):
        log(diary, [Pain("left", "first-step", score)], day=diary.today() - timedelta(days=ago))


def _fill_signs(diary: Diary) -> None:
    set_setting(diary, "affected-foot", "left")
    for ago in range(60):
        log(diary, [Pain("left", "first-step", 8 - ago // 30)], day=diary.today() - timedelta(days=ago))
        log(diary, [Pain("left", "night", 5)], day=diary.today() - timedelta(days=ago))
    log(diary, [Note()], note="numb", tags=("numb",))


def _fill_empty(diary: Diary) -> None:
    set_setting(diary, "affected-foot", "left")


_FILL: Mapping[str, Callable[[Diary], None]] = {
    "year": _fill_year, "weeks": _fill_weeks, "signs": _fill_signs, "empty": _fill_empty, "new": lambda _diary: None,
}  # fmt: skip


@contextmanager
def _terminal(changes: Mapping[str, str]) -> Iterator[None]:
    before = dict(os.environ)
    os.environ.update({"TERM": "xterm-256color", "COLORTERM": "truecolor", **changes})
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def _painted(app: HeeldiaryApp) -> str:
    """Return what the app has painted, as text with terminal colours."""
    file = io.StringIO()
    columns, rows = app.size
    system: Literal["truecolor"] = "truecolor"
    console = Console(file=file, force_terminal=True, color_system=system, width=columns, height=rows, no_color=False)
    console.print(app.screen._compositor.render_update(full=True), end="")
    return file.getvalue()


async def _until_seen(pilot: Pilot[int], now: float) -> None:
    """Wait until the session has seen the clock: two jumps at once would be a gap, which it asks about."""
    page = cast("HeeldiaryApp", pilot.app).page
    for _ in range(MOST_TICKS):
        await pilot.pause(TICK_SECONDS)
        if not isinstance(page, SessionPage) or page.session._last == now:
            return


async def _press(pilot: Pilot[int], keys: str, seconds: list[float]) -> None:
    for number, part in enumerate(keys.split('"')):
        if number % 2:
            await pilot.press(*(_NAMES.get(sign, sign) for sign in part))
            continue
        for key in part.split():
            if key.startswith("+") and key.endswith("s") and key != "+":
                for _ in range(int(key[1:-1]) // JUMP_SECONDS):
                    seconds[0] += JUMP_SECONDS
                    await _until_seen(pilot, seconds[0])
            else:
                await pilot.press(key)


async def _draw(
    name: str, size: tuple[int, int], filled: Path, themes: Sequence[str], into: Path, mark: str = ""
) -> None:
    """Draw a state at a size, a file for each theme; all of them if none is named."""
    state, seconds = STATES[name], [0.0]
    with tempfile.TemporaryDirectory() as place:
        path = f"{place}/diary.db"
        copyfile(filled, path)
        with Diary(open_to_write(path), StandingClock()) as diary:
            start = "trends" if state.start == "experiments" else state.start
            app = HeeldiaryApp(diary, Drafts(f"{path}.drafts", path), start=start, seconds=lambda: seconds[0])
            async with app.run_test(size=size) as pilot:
                app.theme = themes[0] if themes else THEMES[0]
                await pilot.pause()
                await _press(pilot, "x " * (state.start == "experiments") + state.keys, seconds)
                await app.workers.wait_for_complete()
                await pilot.pause(0.4)
                for theme in themes or [*app.available_themes]:
                    app.theme = theme
                    await pilot.pause(0.1)
                    file = into / f"{name}@{size[0]}x{size[1]}@{mark or theme}.ansi"
                    file.write_text(_painted(app), encoding="utf-8")


async def _draw_all(into: Path, names: Sequence[str]) -> None:
    into.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        for kind, fill_diary in _FILL.items():
            with Diary(open_to_write(f"{place}/{kind}.db"), StandingClock()) as diary:
                fill_diary(diary)
        for name in names or STATES:
            filled = Path(place) / f"{STATES[name].diary}.db"
            with _terminal({}):
                for size, theme in product(SIZES, THEMES):
                    await _draw(name, size, filled, (theme,), into)
            if name in IN_ALL_THEMES:
                with _terminal({}):
                    await _draw(name, SIZES[1], filled, (), into)
                for colours, changes in _COLOURS.items():
                    with _terminal(changes):
                        await _draw(name, SIZES[1], filled, THEMES[:1], into, mark=colours)


if __name__ == "__main__":
    asyncio.run(_draw_all(Path(sys.argv[1]), sys.argv[2:]))
