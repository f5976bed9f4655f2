"""A diary of an older schema, or one with an unfinished write, where nothing may be written: it is still read."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from heeldiary.errors import Refused
from heeldiary.store.opening import open_to_use
from heeldiary.store.steps import LATEST
from tests.runner import Heeldiary, files
from tests.store.connections import another
from tests.store.file.test_rollback_journals import cut_off, grown
from tests.store.journals import journal, write_ahead

OLD = sorted((Path(__file__).parents[1] / "old").glob("*.db"))
READING = (("list",), ("status",), ("show",), ("export",), ("nudge",), ("trends",), ("settings",), ("review",))
WRITING = (("log", "6", "--foot", "left"), ("undo",), ("settings", "theme", "nord"), ("log", "note", "SECRET"))


@contextmanager
def sealed(folder: Path) -> Iterator[None]:
    """The folder as on a medium that cannot be written; only root can mount one."""
    bound = subprocess.run(["mount", "--bind", str(folder), str(folder)], capture_output=True)
    if bound.returncode:
        pytest.skip("a read-only place can be made only by root: " + bound.stderr.decode().strip())
    try:
        subprocess.run(["mount", "-o", "remount,ro,bind", str(folder)], check=True)
        yield
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def refused(heeldiary: Heeldiary) -> None:
    """Whatever would write is refused in a sentence, and nothing of it is left."""
    for argv in WRITING:
        ran = heeldiary.refused(1, *argv)
        assert "is read-only" in ran.err, ran
        assert len(ran.err.splitlines()) == 2
        assert "SECRET" not in ran.err


@pytest.mark.grid(1)
@pytest.mark.parametrize("old", OLD, ids=lambda path: path.stem)
def test_of_an_older_schema(heeldiary: Heeldiary, old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    heeldiary.home.mkdir()
    shutil.copy(old, heeldiary.diary)
    before = files(heeldiary.home)
    with sealed(heeldiary.home):
        wanted = [json.loads(line)["id"] for line in old.with_suffix(".jsonl").read_text("utf-8").splitlines()]
        assert [entry["id"] for entry in heeldiary.entries()] == wanted
        for argv in READING:
            heeldiary.done(*argv)
        refused(heeldiary)
        sql = open_to_use(str(heeldiary.diary))
        assert sql.value("PRAGMA user_version") == LATEST
        with pytest.raises(Refused, match="is read-only"), sql.transaction():
            pass
        sql.close()
    assert files(heeldiary.home) == before
    assert files(tmp_path / "here") == {}, "nor is anything left where one happens to be"


def test_of_this_schema(heeldiary: Heeldiary) -> None:
    grown(heeldiary, 3)
    before = files(heeldiary.home)
    with sealed(heeldiary.home):
        for argv in READING:
            heeldiary.done(*argv)
        refused(heeldiary)
    assert files(heeldiary.home) == before


def test_with_an_unfinished_write_of_its_own(heeldiary: Heeldiary) -> None:
    cut = cut_off(heeldiary)
    heeldiary.diary.write_bytes(cut.before)
    wanted = heeldiary.entries()
    heeldiary.diary.write_bytes(cut.after)
    Path(f"{heeldiary.diary}-journal").write_bytes(journal(cut.before, cut.changed))
    before = files(heeldiary.home)
    with sealed(heeldiary.home):
        assert heeldiary.entries() == wanted
        refused(heeldiary)
    assert files(heeldiary.home) == before


@pytest.mark.parametrize("with_log", [True, False])
def test_in_write_ahead_mode(heeldiary: Heeldiary, with_log: bool) -> None:
    grown(heeldiary, 3)
    logged = write_ahead(heeldiary.diary, ["UPDATE entry SET note = 'in the log'"])
    if with_log:
        heeldiary.diary.write_bytes(logged.diary)
        Path(f"{heeldiary.diary}-wal").write_bytes(logged.log)
    else:
        with another(heeldiary.diary) as connection:
            connection.execute("PRAGMA journal_mode = WAL")
    before = files(heeldiary.home)
    with sealed(heeldiary.home):
        assert {entry["note"] == "in the log" for entry in heeldiary.entries()} == {with_log}
        for argv in WRITING:
            assert heeldiary.refused(1, *argv)
    assert files(heeldiary.home) == before


def test_where_there_is_no_diary_nothing_is_made(heeldiary: Heeldiary) -> None:
    heeldiary.home.mkdir()
    with sealed(heeldiary.home):
        assert heeldiary.entries() == []
        heeldiary.refused(1, "log", "left", "6")
        with pytest.raises(Refused):
            open_to_use(str(heeldiary.diary))
