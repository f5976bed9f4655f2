"""The app watches over the diary's file and its own: where they change under it, it writes nothing more and says so."""

import os
import sqlite3
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path

import pytest

from heeldiary.own_code import OwnCode
from heeldiary.paths import places
from heeldiary.store.diary import Diary
from heeldiary.store.opening import APP_WAIT_SECONDS, open_to_use
from heeldiary.store.steps import LATEST
from heeldiary.tui.app import HeeldiaryApp
from heeldiary.tui.drafts.drafts import Drafts
from heeldiary.tui.watch import Watch
from tests.store.connections import another
from tests.tui.stage import NORMAL, Play, Stage


@asynccontextmanager
async def watched(stage: Stage, code: OwnCode | None = None) -> AsyncIterator[Play]:
    """The app as `run_app` makes it, watching the file."""
    at = places(None, stage.heeldiary.environment)
    with Diary(open_to_use(at.diary, APP_WAIT_SECONDS), stage.clock, stage.random) as diary:
        watch = Watch(diary, at.diary, at.notices, code)
        app = HeeldiaryApp(diary, Drafts(at.drafts, at.diary), watch=watch, seconds=stage.seconds)
        app.animation_level = "none"
        async with app.run_test(size=NORMAL, notifications=True) as pilot:
            play = Play(app, pilot, stage.clock, stage.seconds)
            await play.rest()
            yield play
            app.exit()


def raise_schema(path: Path, number: int = LATEST + 1) -> None:
    """What a newer heeldiary does to the file."""
    with another(path) as connection:
        connection.execute("CREATE TABLE of_the_newer (word TEXT)")
        connection.execute(f"PRAGMA user_version = {number}")


def count(path: Path) -> int:
    """How many entries the file holds, whatever its schema."""
    with closing(sqlite3.connect(path)) as connection:
        found: int = connection.execute("SELECT count(*) FROM entry").fetchone()[0]
        return found


async def test_a_newer_heeldiary_raises_the_schema(stage: Stage) -> None:
    async with watched(stage) as play:
        await play.press("6")
        raise_schema(stage.heeldiary.diary)
        await play.look()
        assert "Another version of heeldiary changed the diary's file" in play.said
        play.app.page.silence() if play.app.page else None
        await play.look()
        assert play.said == ""  # it is said once
        before = stage.heeldiary.diary.read_bytes()
        await play.press("7")
        assert "nothing was written" in play.said
        await play.press("u", "n")
        await play.type("half typed")
        assert stage.heeldiary.diary.read_bytes() == before
    assert count(stage.heeldiary.diary) == 1
    assert "half typed" in "".join(file.read_text("utf-8") for file in stage.drafts.iterdir())


async def test_the_schema_is_looked_at_before_each_write_too(stage: Stage) -> None:
    """Between two looks a second may go by."""
    async with watched(stage) as play:
        await play.press("6")
        raise_schema(stage.heeldiary.diary)
        before = stage.heeldiary.diary.read_bytes()
        await play.press("down", "7")
        assert "nothing was written" in play.said
        assert stage.heeldiary.diary.read_bytes() == before
    assert count(stage.heeldiary.diary) == 1


@pytest.mark.slow
async def test_damage_that_is_found_in_the_background(stage: Stage) -> None:
    async with watched(stage) as play:
        for day in range(30):
            await play.press(str(day % 10), "left_square_bracket")
    with another(stage.heeldiary.diary) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'care_by_course'").fetchone()
    data = bytearray(stage.heeldiary.diary.read_bytes())
    data[(page - 1) * 4096 : page * 4096] = stage.random(4096)
    stage.heeldiary.diary.write_bytes(data)
    async with watched(stage) as play:
        assert await play.until(lambda: "damaged in places" in play.said)
        await play.press("7")
        assert "damaged" in play.said
    assert stage.heeldiary.diary.read_bytes() == bytes(data)


def package(folder: Path) -> Path:
    """The files of a program, as far as the app looks at them."""
    folder.mkdir()
    (folder / "__init__.py").write_text('__version__ = "1"')
    return folder


def upgrade(folder: Path) -> None:
    """Put another version there, as pip does."""
    (folder / "new").write_text('__version__ = "2"')
    os.replace(folder / "new", folder / "__init__.py")


@pytest.mark.parametrize("gone", [False, True])
async def test_its_own_files_are_replaced(stage: Stage, tmp_path: Path, gone: bool) -> None:
    folder = package(tmp_path / "package")
    async with watched(stage, OwnCode(str(folder))) as play:
        await play.press("6")
        await play.look()
        assert stage.scores() == {"2026-11-22": 6}
        if gone:
            (folder / "__init__.py").unlink()
        else:
            upgrade(folder)
        await play.look()
        assert "version of heeldiary was installed" in play.said
        await play.press("7")
        assert "installed" in play.said
    assert stage.scores() == {"2026-11-22": 6}


async def test_no_module_of_another_version_is_loaded(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "heeldiary.tui.care.page", raising=False)
    folder = package(tmp_path / "package")
    code = OwnCode(str(folder))
    with code.guarded():
        async with watched(stage, code) as play:
            upgrade(folder)
            await play.press("c")
            assert "version of heeldiary was installed" in play.said
            await play.click("Care")
            assert "version of heeldiary was installed" in play.said
            assert play.app.is_running
            assert play.app.return_code is None
    assert "heeldiary.tui.care.page" not in sys.modules


async def test_a_synced_folder_is_named_once(stage: Stage) -> None:
    (stage.heeldiary.home / ".stfolder").mkdir(parents=True)
    async with watched(stage) as play:
        assert await play.until(lambda: "Syncthing" in play.said)
    async with watched(stage) as play:
        assert await play.until(lambda: play.app.file_check.is_done)
        assert "Syncthing" not in play.said
    (stage.heeldiary.home / "diary.sync-conflict-20261122-070405-ABCDEFG.db").write_bytes(b"x")
    async with watched(stage) as play:
        assert await play.until(lambda: "conflicting copy" in play.said)
        assert "diary.sync-conflict-20261122-070405-ABCDEFG.db" in play.said
    async with watched(stage) as play:
        assert await play.until(lambda: play.app.file_check.is_done)
        assert "conflict" not in play.said
