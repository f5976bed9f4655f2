"""Pain before a session, for a foot that the session never came to: no massage, and yet not lost."""

import pytest

from tests.tui.stage import Stage


def notes(stage: Stage) -> list[str]:
    """The notes that sessions have left."""
    return [str(entry["note"]) for entry in stage.entries("note")]


def note(foot: str, score: int) -> str:
    """What such a note says."""
    return f"Pain before a session, {foot} foot: {score}/10. Nothing was done on this foot."


@pytest.fixture(autouse=True)
def answered(stage: Stage) -> None:
    """Nothing speaks against a massage."""
    stage.answered()


@pytest.fixture
def both(stage: Stage) -> Stage:
    """Both feet are affected."""
    stage.heeldiary.done("settings", "affected-foot", "both")
    return stage


async def test_it_stays_as_a_note_in_the_sessions_undo_step(both: Stage) -> None:
    async with both.play(start="routine") as play:
        steps = both.steps_back()
        await play.press("6", "1", "0", "space")
        await play.massage(5 + 20)
        assert notes(both) == [note("right", 10)], "at once: the window may be closed at any time"
        await play.press("x", "3", "2")
        (massage,) = both.entries("massage")
        assert (massage["foot"], massage["score_before"], massage["score_after"]) == ("left", 6, 2)
        assert notes(both) == [note("right", 10)]
        assert "Right nothing was done; its pain before is saved as a note" in play.words("#words")
        assert both.steps_back() == steps + 1
        await play.press("u")
        assert both.entries() == []


async def test_a_session_that_comes_to_the_foot_has_the_score(both: Stage) -> None:
    async with both.play(start="routine") as play:
        await play.press("6", "4", "space")
        await play.massage(5 + 20)
        assert notes(both) == [note("right", 4)]
        await play.press("f")
        await play.massage(5 + 20)
        await play.press("x")
        assert notes(both) == []
        scores = {entry["foot"]: entry["score_before"] for entry in both.entries("massage")}
        assert scores == {"left": 6, "right": 4}
        await play.press("u")
        assert both.entries() == []


async def test_the_after_score_goes_to_feet_that_something_was_done_on(both: Stage) -> None:
    async with both.play(start="routine") as play:
        await play.press("f", "space")
        await play.massage(5)
        await play.press("f")
        await play.massage(5 + 20)
        await play.press("x", "f", "3")
        feet = {entry["foot"]: entry["score_after"] for entry in both.entries("massage")}
        assert len(feet) == 1
        assert [*feet.values()] == [3]
        assert notes(both) == []


@pytest.mark.parametrize("end", ["x", "q"])
async def test_nothing_was_done_at_all(stage: Stage, end: str) -> None:
    async with stage.play(start="routine") as play:
        await play.press("6", "space", end)
        assert notes(stage) == [note("left", 6)]
        if end == "x":
            assert "its pain before is saved as a note" in play.words("#words")
    assert notes(stage) == [note("left", 6)]
    assert stage.entries("massage") == []


async def test_less_than_a_second_is_nothing(stage: Stage) -> None:
    async with stage.play(start="routine") as play:
        await play.press("space")
        await play.massage(5 + 0.3)
        await play.press("x", "4")
        assert "Nothing was done" in play.said
        assert stage.entries() == []


async def test_broken_off_and_taken_up(both: Stage) -> None:
    async with both.play(start="routine", end=False) as play:
        await play.press("6", "4", "space")
        await play.massage(5 + 20)
    assert notes(both) == [note("right", 4)]
    async with both.play(start="routine") as play:
        await play.press("space", "enter")
        await play.press("f")
        await play.massage(5 + 20)
        await play.press("x")
        assert notes(both) == []
        scores = {entry["foot"]: entry["score_before"] for entry in both.entries("massage")}
        assert scores == {"left": 6, "right": 4}


async def test_what_the_person_did_with_the_note_stays(both: Stage) -> None:
    async with both.play(start="routine") as play:
        await play.press("6", "4", "space")
        await play.massage(5 + 20)
        both.heeldiary.done("edit", both.entries("note")[0]["id"], "--note", "my words")
        await play.press("f")
        await play.massage(5 + 20)
        await play.press("x")
        assert notes(both) == ["my words"]
        assert len(both.entries("massage")) == 2


async def test_a_note_that_was_deleted_does_not_come_back_nor_stop_the_session(both: Stage) -> None:
    async with both.play(start="routine") as play:
        await play.press("6", "4", "space")
        await play.massage(5 + 20)
        both.heeldiary.done("delete", both.entries("note")[0]["id"])
        await play.massage(10)
        assert notes(both) == []
        await play.press("f")
        await play.massage(5 + 20)
        await play.press("x")
        assert notes(both) == []
        assert len(both.entries("massage")) == 2


async def test_undone_with_nothing_done_the_session_is_gone(stage: Stage) -> None:
    async with stage.play(start="routine") as play:
        await play.press("6", "space", "x")
        assert "its pain before is saved as a note" in play.words("#words")
        await play.press("u")
        assert notes(stage) == []
        assert "saved as a note" not in play.words("#words")
