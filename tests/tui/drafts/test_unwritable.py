"""Words of which no draft can be written: said at once in the dialog, once more before the end, and after it."""

import os
import shutil
from pathlib import Path

import pytest

from tests.sampling import sampled
from tests.tui.stage import Play, Stage

WORDS = "pinwheel"


def in_the_way(stage: Stage) -> None:
    """Put a file where the folder of drafts would go, so that no draft can be written, even by root."""
    if stage.drafts.is_dir():
        shutil.rmtree(stage.drafts)
    stage.drafts.write_text("a file")


def out_of_the_way(stage: Stage) -> None:
    """Let drafts be written again."""
    stage.drafts.unlink()


def painted(play: Play) -> str:
    """What the dialog says, else the screen as running text."""
    return play.words("#problem") if play.dialog else " ".join(play.text.split())


def at_the_end(play: Play) -> str:
    """What is printed once the terminal is restored."""
    return "\n".join(map(str, play.app._exit_renderables))


@pytest.mark.parametrize("form", sampled("nasmo", "ns"))
async def test_it_is_said_at_once_and_taken_back_when_it_is_safe(stage: Stage, form: str) -> None:
    in_the_way(stage)
    async with stage.play(end=False) as play:
        await play.press(form, *(["tab"] if form == "m" else []))
        await play.type("4")
        play.app.drafts.write_due()
        await play.rest()
        assert "not stored yet" in painted(play)
        assert "not a directory" in painted(play)
        out_of_the_way(stage)
        await play.type("5")
        play.app.drafts.write_due()
        await play.rest()
        assert "not stored yet" not in painted(play)
        await play.press("ctrl+q")
        assert play.app.return_code == 0
        assert at_the_end(play) == ""


@pytest.mark.parametrize("where", ["dialog", "closed"])
async def test_the_first_q_says_it_and_the_second_leaves(stage: Stage, where: str) -> None:
    in_the_way(stage)
    async with stage.play(end=False) as play:
        await play.press("a")
        await play.type(WORDS)
        quit_key = "ctrl+q"
        if where == "closed":
            await play.press("escape")
            assert "Press escape again to close" in painted(play)
            await play.press("escape")
            assert play.dialog == ""
            quit_key = "q"
        await play.press(quit_key)
        assert play.app.is_running
        assert "Not stored yet: Activity, Sun 22 Nov" in painted(play)
        await play.press(quit_key)
        assert play.app.return_code == 1
        assert "Activity, Sun 22 Nov" in at_the_end(play)
        assert WORDS not in at_the_end(play)


async def test_words_typed_after_the_first_q_are_named_again(stage: Stage) -> None:
    in_the_way(stage)
    async with stage.play(end=False) as play:
        await play.press("n")
        await play.type("one")
        await play.press("ctrl+q")
        await play.type("two")
        await play.press("ctrl+q")
        assert play.app.is_running
        await play.press("escape")
        assert [entry["note"] for entry in stage.entries()] == ["onetwo"]
        await play.press("q")
        assert play.app.return_code == 0
        assert at_the_end(play) == ""


async def test_a_closed_form_still_has_its_words_while_the_app_runs(stage: Stage) -> None:
    in_the_way(stage)
    async with stage.play() as play:
        await play.press("a")
        await play.type(WORDS)
        await play.press("escape", "escape", "a")
        assert WORDS in play.text
        out_of_the_way(stage)
        await play.press("escape")
        assert stage.half_typed() == {"activity 2026-11-22": {**dict.fromkeys(
            ("minutes", "steps", "surface", "time", "note"), ""), "kind": WORDS, "day": "2026-11-22"}}  # fmt: skip


async def test_a_signal_waits_for_nobody(stage: Stage) -> None:
    in_the_way(stage)
    async with stage.play(end=False) as play:
        await play.press("n")
        await play.type(WORDS)
        play.app.exit(143, 143)
        assert play.app.return_code == 143
        assert "Note, Sun 22 Nov" in at_the_end(play)
        assert WORDS not in at_the_end(play)


async def test_neither_saved_nor_stored_says_both(stage: Stage) -> None:
    in_the_way(stage)
    async with stage.play() as play:
        stage.heeldiary.diary.rename(stage.heeldiary.home / "moved.db")
        await play.press("n")
        await play.type(WORDS)
        await play.press("escape")
        assert "A draft could not be written either" in painted(play)
        await play.press("escape")
        assert play.dialog == ""
        (stage.heeldiary.home / "moved.db").rename(stage.heeldiary.diary)


@pytest.mark.parametrize("missing", ["folder", "parents"])
async def test_a_data_folder_that_is_missing_is_made(stage: Stage, tmp_path: Path, missing: str) -> None:
    """A diary named elsewhere needs no data folder, and its drafts do."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    data = tmp_path / ("new" if missing == "folder" else "a/b/new")
    stage.heeldiary.environment = {"HEELDIARY_HOME": str(data), "HEELDIARY_DIARY": str(elsewhere / "d.db")}
    stage.heeldiary.done("settings", "affected-foot", "left")
    async with stage.play() as play:
        await play.press("a")
        await play.type(WORDS)
        await play.press("escape")
        assert play.dialog == ""
    (file,) = (data / "drafts").iterdir()
    assert WORDS in file.read_text()


SHAPES = ("list", "numbers", "nested", "binary", "huge", "fifo", "folder", "link", "loop")
BY_EARLIER_VERSIONS, BY_A_WINDOW = "drafts.json", "drafts/1-ab.json"
FILES = [(kind, where) for kind in SHAPES for where in (BY_EARLIER_VERSIONS, BY_A_WINDOW)]
SOME_FILES = [
    (kind, BY_A_WINDOW if number % 2 else BY_EARLIER_VERSIONS)
    for number, kind in enumerate(("list", "binary", "huge", "fifo"))
]


@pytest.mark.parametrize("file", sampled(FILES, SOME_FILES), ids=str)
async def test_files_of_another_shape_neither_stop_the_app_nor_are_lost(stage: Stage, file: tuple[str, str]) -> None:
    kind, where = file
    home = stage.heeldiary.home
    path = home / where
    path.parent.mkdir(exist_ok=True)
    bad = {"list": b"[1, 2]", "numbers": b'{"a": 1}', "nested": b"[" * 100_000, "binary": b"\xff\x00\xfe"}
    if kind == "fifo":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    elif kind in ("link", "loop"):
        path.symlink_to(home / "diary.db" if kind == "link" else path)
    elif kind == "huge":
        with path.open("wb") as opened:
            opened.truncate(200_000_000)
    else:
        path.write_bytes(bad[kind])
    async with stage.play() as play:
        if kind in (*bad, "huge"):
            assert f"{path}.unreadable" in "".join(play.said.split(" "))
        await play.press("s")
        await play.type("45")
        await play.press("escape", "s", "enter")
        assert [entry["minutes"] for entry in stage.entries()] == [45]
        assert stage.drafts.is_dir()
    if kind in bad:
        assert path.with_name(f"{path.name}.unreadable").read_bytes() == bad[kind]
    elif kind != "huge":
        assert os.path.lexists(path)
