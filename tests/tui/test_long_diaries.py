"""The length of a diary does not slow the screen: its thread reads only the days shown."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta

import pytest

from heeldiary.charts.views import VIEWS
from heeldiary.domain.entries import Activity, Care, Entry, Massage, MassageStep, Pain, Sitting
from heeldiary.store.diary import Diary
from heeldiary.store.opening import open_to_write
from heeldiary.tui.trends.page import TrendsPage
from tests.tui.stage import NORMAL, Play, Stage

SHORT, LONG = 400, 1200
MORE = 1.5
"""A search goes a page deeper where there are more of them."""
STEPS = 20
"""How many instructions of SQLite's machine one count stands for."""


def fill(stage: Stage, days: int) -> None:
    """So many days up to yesterday, each with everything that a day can hold; the last ones are the same in any."""
    with Diary(open_to_write(str(stage.heeldiary.diary)), stage.clock, stage.random) as diary:
        today = diary.today()
        with diary.action("a long diary") as action:
            action.put_new([entry for ago in range(1, days + 1) for entry in day_of(diary, today, ago)])
            for position, name in enumerate(("massage", "steps", "care:ice"), 1):
                action.keep("factor", name, {"position": position, "declared_on": "2020-01-01", "dropped_on": None})


def day_of(diary: Diary, today: date, ago: int) -> Iterator[Entry]:
    facts = (
        Pain("left", "first-step", (ago * 7 + ago // 5) % 11), Pain("right", "first-step", ago % 4),
        Activity("walking", 30 + ago % 50, 5000 + ago % 900, "hard"), Sitting(300, 60 + ago % 30),
        Massage("left", (MassageStep("heel", 60),)), Care("ice" if ago % 2 else "stretching"),
    )  # fmt: skip
    visit = (Care("acupuncture", course=f"course {ago // 60}", visit=60 - ago % 60),) if ago <= SHORT else ()
    for fact in (*facts, *visit):
        yield Entry(diary.new_id(), today - timedelta(days=ago), diary.now(), None, False, "typed", (), "", fact)


@contextmanager
def counted(play: Play) -> Iterator[list[int]]:
    """How much the screen's own connection is asked to do, in counts of `STEPS`."""
    counts = [0]

    def count() -> bool:
        counts[0] += 1
        return False

    connection = play.app.diary.sql.connection
    connection.set_progress_handler(count, STEPS)
    yield counts
    connection.set_progress_handler(None, STEPS)


async def costs(stage: Stage) -> dict[str, int]:
    """What each key costs the screen's connection, on the diary as it is."""
    found: dict[str, int] = {}
    async with stage.play(NORMAL) as play:
        for key in ("6", "t", *["v"] * len(VIEWS), "f", "right_square_bracket", "d", "7", "c", "d", "w", "escape", "u"):
            with counted(play) as counts:
                await play.press(key)
            name = f"{key} {len(found)}"
            found[name] = counts[0]
    return found


@pytest.fixture
def both(empty: Stage) -> Stage:
    """A stage whose diary knows that both feet hurt."""
    empty.heeldiary.done("settings", "affected-foot", "both")
    return empty


@pytest.mark.thorough
async def test_no_key_reads_more_in_a_longer_diary(both: Stage) -> None:
    fill(both, SHORT)
    short = await costs(both)
    both.heeldiary.diary.unlink()
    both.heeldiary.done("settings", "affected-foot", "both")
    fill(both, LONG)
    long = await costs(both)
    assert short.keys() == long.keys()
    assert {key: (short[key], long[key]) for key in short if long[key] > MORE * short[key] + 20} == {}


@pytest.mark.slow
async def test_all_weeks_are_read_behind_the_screen(both: Stage) -> None:
    fill(both, LONG)
    async with both.play(NORMAL, "trends") as play:
        await play.press("right_square_bracket", "right_square_bracket")
        with counted(play) as of_a_year:
            await play.press("d", "t")
        with counted(play) as of_all:
            await play.press("right_square_bracket")
        assert f"{LONG // 7 + 1} weeks from" in play.words("Readout")
        assert of_all[0] < 2 * of_a_year[0]


@pytest.mark.thorough
async def test_a_change_on_trends_is_seen_in_all_weeks(both: Stage) -> None:
    fill(both, LONG)
    both.heeldiary.done("log", "left", "10")
    async with both.play(NORMAL, "trends") as play:
        await play.press(*["right_square_bracket"] * 3)
        assert "1 of 7 mornings" not in play.words("Readout")
        before = play.words("Readout")
        await play.press("u")
        assert play.words("Readout") != before
        await play.press("f")
        assert "Right foot" in play.text
        page = play.app.page
        assert isinstance(page, TrendsPage)
        assert not page.is_computing
