"""What the app reads in the background gives way: to later requests, to a change, and to quitting."""

import threading

import pytest

from heeldiary.errors import Problem
from heeldiary.store.diary import Diary
from heeldiary.tui.file_check import FileCheck
from heeldiary.tui.trends.page import TrendsPage
from heeldiary.tui.watch import Watch
from tests.tui.stage import NORMAL, Play, Stage

ENDLESS = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n, entry"


class Reading:
    """A reading without end, which holds its lock on the diary."""

    def __init__(self, play: Play, name: str = "endless") -> None:
        self.found: list[object] = []
        self.failed: list[Problem] = []
        self.began = threading.Event()
        play.app.behind.find(name, self._read, self.found.append, self.failed.append)

    def _read(self, diary: Diary) -> object:
        with diary.snapshot():
            diary.sql.value("SELECT 1 FROM entry")
            self.began.set()
            return diary.sql.value(ENDLESS)


async def begun(play: Play) -> Reading:
    reading = Reading(play)
    assert await play.until(reading.began.is_set)
    return reading


async def test_a_change_waits_for_no_reader(stage: Stage) -> None:
    stage.heeldiary.done("log", "3")
    async with stage.play() as play:
        reading = await begun(play)
        await play.press("6")
        assert "6/10" in play.said
        assert play.app.changes.waiting == 0
        assert list(stage.scores().values()) == [6]
        assert not play.app.behind.busy
        assert (reading.found, reading.failed) == ([], [])


async def test_the_end_waits_for_no_reader(stage: Stage) -> None:
    stage.heeldiary.done("log", "3")
    async with stage.play(end=False) as play:
        await begun(play)
        play.app.exit()
    assert play.app.return_code == 0


async def test_of_one_name_only_the_latest_is_shown(stage: Stage) -> None:
    stage.heeldiary.done("log", "3")
    async with stage.play() as play:
        first = await begun(play)
        found: list[int] = []
        play.app.behind.find("endless", lambda diary: len(diary.entries()), found.append, first.failed.append)
        assert await play.until(lambda: found == [1])
        assert (first.found, first.failed) == ([], [])


async def test_what_cannot_be_read_is_told(stage: Stage) -> None:
    async with stage.play() as play:
        failed: list[Problem] = []
        play.app.behind.find("wrong", lambda diary: diary.find("x"), lambda _: None, failed.append)
        assert await play.until(lambda: bool(failed))
        assert not play.app.behind.busy


async def test_the_check_of_the_file_gives_way_and_comes_again(stage: Stage) -> None:
    stage.heeldiary.done("log", "3")
    async with stage.play() as play:
        app, behind = play.app, play.app.behind
        check = app.file_check = FileCheck(behind, Watch(app.diary, str(stage.heeldiary.diary)), app.say)
        check.begin()
        behind.give_way()
        assert not behind.busy
        assert not check.is_done
        await play.look()
        assert await play.until(lambda: check.is_done)


@pytest.mark.parametrize("view", [1, 2, 3])
async def test_what_gave_way_to_a_change_that_failed_is_begun_again(stage: Stage, view: int) -> None:
    stage.heeldiary.done("log", "3")
    async with stage.play(NORMAL, "trends") as play:
        page = play.app.page
        assert isinstance(page, TrendsPage)
        await play.press(*["v"] * view)
        shown = play.words("TrendChart")
        page._asked = page._changes = page._findings = None
        page.reload()
        play.app.behind.give_way()
        page._show()
        await play.look()
        assert play.words("TrendChart") == shown
        assert "Computing" not in shown
