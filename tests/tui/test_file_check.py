"""What the app says about the file itself, once, after its first screen."""

import os
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from heeldiary.store.diary import Diary
from heeldiary.store.opening import open_to_write
from heeldiary.tui.app import HeeldiaryApp
from heeldiary.tui.drafts.drafts import Drafts
from heeldiary.tui.watch import Watch
from tests.runner import Heeldiary
from tests.tui.stage import Play, Seconds


@pytest.fixture
def reachable() -> Iterator[Path]:
    """A folder that every account can reach; pytest's own are closed to others."""
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        yield Path(folder)


async def test_a_diary_that_others_can_read_is_said_and_left_as_it_is(heeldiary: Heeldiary, reachable: Path) -> None:
    path = reachable / "diary.db"
    heeldiary.done("--diary", str(path), "settings", "affected-foot", "left")
    os.chmod(path, 0o644)
    with Diary(open_to_write(str(path)), heeldiary.clock, heeldiary.random) as diary:
        app = HeeldiaryApp(diary, Drafts(str(reachable / "drafts.json"), str(path)), watch=Watch(diary, str(path)))
        async with app.run_test() as pilot:
            play = Play(app, pilot, heeldiary.clock, Seconds())
            assert await play.until(lambda: "chmod 600" in play.said)
    assert stat.S_IMODE(path.stat().st_mode) == 0o644
