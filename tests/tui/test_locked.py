"""Another program holds the diary: the app stays alive, says so, and loses nothing that was typed."""

import shutil
import sqlite3
from threading import Timer

import pytest

from heeldiary.store.opening import APP_WAIT_SECONDS
from heeldiary.tui.app import RETRY_SECONDS
from tests.sampling import sampled
from tests.tui.stage import Play, Stage

TODAY = "2026-11-22"


async def waited(play: Play, stage: Stage, wanted: dict[str, int]) -> dict[str, int]:
    """The scores once nothing waits any more to be saved; those wanted, if they come at all."""
    await play.later(RETRY_SECONDS)
    await play.until(lambda: stage.scores() == wanted and play.app.changes.waiting == 0)
    return stage.scores()


async def test_a_score_is_kept_until_the_diary_is_free(stage: Stage) -> None:
    async with stage.play() as play:
        with stage.held():
            await play.press("6")
            assert "Another program is using the diary" in play.said
        assert await waited(play, stage, {TODAY: 6}) == {TODAY: 6}
        assert await play.until(lambda: "6/10" in play.said)
        assert "[6]" in play.text


async def test_the_last_score_typed_is_the_one_kept(stage: Stage) -> None:
    async with stage.play() as play:
        with stage.held():
            await play.press("6", "7")
        assert await waited(play, stage, {TODAY: 7}) == {TODAY: 7}


async def test_ten_typed_meanwhile_is_ten(stage: Stage) -> None:
    async with stage.play() as play:
        with stage.held():
            await play.press("1", "0")
        assert await waited(play, stage, {TODAY: 10}) == {TODAY: 10}


@pytest.mark.thorough
async def test_what_could_not_be_saved_at_the_end_is_told(stage: Stage) -> None:
    async with stage.play(end=False) as play:
        with stage.held():
            await play.press("6", "q")
            assert play.app.return_code == 1
            (told,) = play.app._exit_renderables
            assert "the last 1 that you typed" in str(told)
    assert stage.scores() == {}


async def test_the_end_waits_for_what_can_still_be_saved(stage: Stage) -> None:
    async with stage.play(end=False) as play:
        with stage.held():
            await play.press("6")
        await play.press("q")
        assert play.app.return_code == 0
    assert stage.scores() == {TODAY: 6}


async def test_the_end_waits_for_another_program_to_let_go(stage: Stage) -> None:
    async with stage.play(end=False) as play:
        with stage.held(anywhere=True) as holding:
            await play.press("6")
            letting_go = Timer(3 * APP_WAIT_SECONDS, holding.close)
            letting_go.start()
            await play.press("q")
            letting_go.join()
        assert play.app.return_code == 0
    assert stage.scores() == {TODAY: 6}


async def test_a_day_that_begins_while_it_is_held_is_shown_and_told_after(stage: Stage) -> None:
    async with stage.play() as play:
        with stage.held():
            stage.clock.set("2026-11-23T07:00:00")
            await play.look()
            assert "22 November" in play.lines[0]
        await play.look()
        assert "23 November" in play.lines[0]
        assert "A new day has begun" in play.said


@pytest.mark.grid(1)
@pytest.mark.parametrize("keys", ["64", "6", "e7"])
async def test_what_waited_and_is_refused_stays_said(stage: Stage, keys: str) -> None:
    stage.heeldiary.done("settings", "affected-foot", "both")
    async with stage.play() as play:
        with stage.held():
            await play.press(*keys)
            await play.look()
            shutil.copy(stage.heeldiary.diary, stage.heeldiary.home / "other.db")
            (stage.heeldiary.home / "other.db").replace(stage.heeldiary.diary)
        assert await play.until(lambda: "moved or replaced" in play.said)
        for _ in range(3):
            await play.look()
        assert "moved or replaced" in play.said
    assert stage.entries("pain") == []


async def test_that_it_is_held_is_said_no_longer_than_it_is(stage: Stage) -> None:
    async with stage.play() as play:
        with stage.held():
            await play.press("right_square_bracket", "left_square_bracket")
            stage.clock.set("2026-11-22T12:00:00")
            await play.look()
            assert "Another program is using the diary" in play.said
        await play.look()
        assert "Another program is using the diary" not in play.said


async def test_clear_and_undo_wait_too(stage: Stage) -> None:
    stage.heeldiary.done("log", "4")
    async with stage.play() as play:
        with stage.held():
            await play.press("delete")
        assert await waited(play, stage, {}) == {}
        with stage.held():
            await play.press("u")
            assert "Another program is using the diary" in play.said
        assert await waited(play, stage, {TODAY: 4}) == {TODAY: 4}


@pytest.mark.grid(1)
@pytest.mark.parametrize(
    "key", sampled(["t", "c", "r", "g", "left_square_bracket", "e", "slash", "a", "n", "comma"], ["t", "slash", "n"])
)
async def test_no_key_brings_the_app_down(stage: Stage, key: str) -> None:
    stage.heeldiary.done("log", "4", "--note", "[/")
    async with stage.play() as play:
        with stage.held():
            await play.press(key)
            await play.look()
            assert play.app.is_running
            if key == "slash":
                await play.type("x")
            await play.press("escape", "d", "5")
        assert await waited(play, stage, {TODAY: 5}) == {TODAY: 5}
        assert play.app.is_running


@pytest.mark.parametrize("screen", ["trends", "routine"])
async def test_coming_back_to_the_diary_while_it_is_held(stage: Stage, screen: str) -> None:
    async with stage.play() as play:
        await play.press(screen[0])
        with stage.held():
            await play.press("d")
            assert play.app.is_running
        await play.press("5")
        assert await waited(play, stage, {TODAY: 5}) == {TODAY: 5}


async def test_a_form_stays_open_and_saves_when_it_can(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("s")
        await play.type("6h")
        with stage.held():
            await play.press("enter")
            assert play.dialog == "Form"
            assert "Another program is using the diary" in play.text
            await play.press("enter")
        assert await play.until(lambda: play.dialog == "")
        assert [entry["minutes"] for entry in stage.entries()] == [360]


async def test_a_note_stays_open_and_saves_when_it_can(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("n")
        await play.type("heel")
        with stage.held():
            await play.press("escape")
            assert play.dialog == "NoteDialog"
            await play.press("escape", "escape")
        assert await play.until(lambda: play.dialog == "")
        assert [entry["note"] for entry in stage.entries()] == ["heel"]


async def test_a_running_routine_runs_on(stage: Stage) -> None:
    stage.answered()
    async with stage.play(start="routine") as play:
        await play.press("space")
        await play.massage(5 + 30)
        with stage.held():
            await play.massage(12)
            assert play.app.is_running
            await play.press("M", "space")
        await play.press("x")
        (entry,) = stage.entries()
        assert entry["seconds"] == 42


async def test_a_diary_replaced_under_the_app_is_not_written_to(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("6")
        stage.heeldiary.diary.rename(stage.heeldiary.home / "moved.db")
        await play.press("7")
        assert "moved or replaced" in play.said
        assert not stage.heeldiary.diary.exists(), "it is never made again in silence"
        await play.press("t", "d", "8", "n")
        await play.type("kept")
        await play.press("escape")
        assert play.dialog == "NoteDialog", "what was typed stays"
        assert play.app.is_running
        (stage.heeldiary.home / "moved.db").rename(stage.heeldiary.diary)
        await play.press("escape")
        assert [entry["note"] for entry in stage.entries("note")] == ["kept"]
        assert stage.scores() == {TODAY: 6}


async def test_a_diary_that_another_program_breaks_is_told_of(stage: Stage) -> None:
    stage.heeldiary.done("log", "4")
    async with stage.play() as play:
        with sqlite3.connect(stage.heeldiary.diary) as connection:
            connection.execute("DROP TABLE sitting")
        connection.close()
        await play.look()
        await play.press("t", "d", "left_square_bracket", "5")
        assert play.app.is_running


async def test_a_note_that_cannot_be_saved_can_be_left(stage: Stage) -> None:
    async with stage.play() as play:
        stage.heeldiary.diary.rename(stage.heeldiary.home / "moved.db")
        await play.press("n")
        await play.type("kept")
        await play.press("escape")
        assert "Press escape again to close" in " ".join(play.text.split())
        await play.press("escape")
        assert play.dialog == ""
        (stage.heeldiary.home / "moved.db").rename(stage.heeldiary.diary)
        await play.press("n")
        assert "kept" in play.text
        await play.press("escape")
        assert [entry["note"] for entry in stage.entries()] == ["kept"]


async def test_what_is_in_the_way_is_told_with_its_remedy(stage: Stage) -> None:
    async with stage.play() as play:
        stage.heeldiary.diary.rename(stage.heeldiary.home / "moved.db")
        await play.press("5")
        assert play.said in " ".join(play.text.split()), "nothing of it is cut off"
