"""Half-typed words: kept in a file only the owner can read, back the next time, gone once saved."""

import stat

import pytest

from tests.sampling import sampled
from tests.tui.stage import TO_LAST_ROW, Stage

NOTE = "half a sentence about the"


def modes(stage: Stage) -> list[int]:
    """Of the files of drafts."""
    assert stat.S_IMODE(stage.drafts.stat().st_mode) == 0o700
    return [stat.S_IMODE(file.stat().st_mode) for file in stage.drafts.iterdir()]


async def test_escape_keeps_a_half_typed_form(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("a")
        await play.type("walking")
        await play.press("tab")
        await play.type("4")
        await play.press("escape")
        assert stage.entries() == []
        assert modes(stage) == [0o600]
    async with stage.play() as play:
        await play.press("a")
        assert "walking" in play.text
        assert "what you typed earlier" in play.text
        await play.press("tab", "end")
        await play.type("5")
        await play.press("enter")
        assert [(entry["kind"], entry["minutes"]) for entry in stage.entries()] == [("walking", 45)]
        assert stage.half_typed() == {}
        await play.press("a")
        assert "walking, running" in play.text, "the form is empty again"


async def test_start_afresh(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("s")
        await play.type("6h")
        await play.press("escape", "s", "ctrl+r", "escape")
        assert stage.half_typed() == {}


@pytest.mark.grid(1)
@pytest.mark.parametrize("way", ["signal", "ctrl+q", "killed"])
async def test_a_note_broken_off_comes_back(stage: Stage, way: str) -> None:
    """By SIGTERM or a closed window, by ctrl+q, or killed a second after the last key."""
    async with stage.play(end=False) as play:
        await play.press("n")
        await play.type(NOTE)
        if way == "signal":
            play.app.exit(143, 143)
        elif way == "ctrl+q":
            await play.press("ctrl+q")
        else:
            assert await play.until(lambda: bool(stage.half_typed()))
    assert stage.half_typed(), way
    assert modes(stage) == [0o600]
    assert stage.entries() == []
    async with stage.play() as play:
        await play.press("n")
        assert NOTE in play.text
        await play.type(" heel")
        await play.press("escape")
        assert [entry["note"] for entry in stage.entries()] == [f"{NOTE} heel"]
        assert stage.half_typed() == {}


async def test_the_exit_code_of_a_signal(stage: Stage) -> None:
    async with stage.play(end=False) as play:
        play.app.exit(143, 143)
    assert play.app.return_code == 143


async def test_a_changed_note_broken_off_leaves_the_saved_one(stage: Stage) -> None:
    stage.heeldiary.done("log", "note", "as it was")
    async with stage.play(end=False) as play:
        await play.press(*TO_LAST_ROW, "enter")
        await play.type(", and more")
        play.app.exit(143, 143)
    assert [entry["note"] for entry in stage.entries()] == ["as it was"]
    async with stage.play() as play:
        await play.press(*TO_LAST_ROW, "enter", "escape")
        assert [entry["note"] for entry in stage.entries()] == ["as it was, and more"]


async def test_drafts_of_two_days_stay_apart(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("s")
        await play.type("111")
        await play.press("escape", "left_square_bracket", "s")
        assert "111" not in play.text
        await play.type("222")
        await play.press("escape", "full_stop", "s")
        assert "111" in play.text


@pytest.mark.parametrize("broken", sampled(["", "{", "[1, 2]", '{"x": 1}', "\udcff"], ["", "\udcff"]))
async def test_a_broken_file_of_drafts_is_no_trouble(stage: Stage, broken: str) -> None:
    (stage.heeldiary.home / "drafts.json").write_bytes(broken.encode(errors="surrogateescape"))
    async with stage.play() as play:
        await play.press("s")
        await play.type("45")
        await play.press("escape", "s", "enter")
        assert [entry["minutes"] for entry in stage.entries()] == [45]


async def test_the_draft_of_a_changed_entry_keeps_its_lines(stage: Stage) -> None:
    stage.heeldiary.done("log", "activity", "walking", "45", "--note", "one\ntwo")
    async with stage.play() as play:
        await play.press("down", "down", "down", "enter", "tab", "ctrl+u")
        await play.type("50")
        await play.press("escape", "enter", "enter")
        (entry,) = stage.entries()
        assert (entry["minutes"], entry["note"]) == (50, "one\ntwo")


async def test_nothing_typed_is_no_draft(stage: Stage) -> None:
    async with stage.play() as play:
        for form in "asmon":
            await play.press(form, "escape")
        assert stage.half_typed() == {}


async def test_reading_the_drafts_creates_nothing(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("a", "escape")
    assert sorted(path.name for path in stage.heeldiary.home.iterdir()) == ["diary.db"]
