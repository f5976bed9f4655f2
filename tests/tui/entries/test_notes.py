"""Writing a note: its keys, its count, and what is said once it is saved."""

from textual.widgets import TextArea

from heeldiary.domain.text import NOTE_LIMIT
from tests.tui.stage import NORMAL, SMALL, Stage

TINY = (46, 19)


async def test_what_is_said_of_a_note_is_all_that_is_said(stage: Stage) -> None:
    stage.heeldiary.done("log", "note", "stiff")
    async with stage.play() as play:
        await play.click("stiff")
        await play.press("end", "enter")
        await play.type("and cold")
        await play.press("escape")
        assert play.said == "Saved: note, Sun 22 Nov 2026"
        await play.click("stiff")
        await play.press("f7", "backspace", "escape")
        assert play.said == "Deleted: note, Sun 22 Nov 2026"
        assert stage.entries() == []
        await play.press("n")
        await play.type("#cold feet")
        await play.press("escape")
        assert play.said == "Saved: note, Sun 22 Nov 2026 · press # to tag it #cold"


async def test_the_keys_of_a_note_and_its_count(stage: Stage) -> None:
    stage.heeldiary.done("log", "note", "stiff")
    async with stage.play() as play:
        await play.click("stiff")
        area = play.app.screen.query_one(TextArea)
        assert play.words("#count") == ""
        area.text = "x" * (NOTE_LIMIT * 3 // 4 + 1)
        await play.rest()
        assert play.words("#count") == f"{NOTE_LIMIT * 3 // 4 + 1:,} of {NOTE_LIMIT:,}"
        await play.press("ctrl+r")
        assert (area.text, play.words("#count")) == ("stiff", "")
        await play.press("end")
        await play.type(" and cold")
        await play.press("ctrl+s")
        assert play.dialog == ""
        assert [entry["note"] for entry in stage.entries()] == ["stiff and cold"]


async def test_a_note_has_two_lines_where_there_is_room(stage: Stage) -> None:
    words = "slept badly and the first steps were sharp but eased after two minutes"
    stage.heeldiary.done("log", "note", words)
    async with stage.play(NORMAL) as play:
        first = play.line("Note")
        second = play.lines[play.lines.index(first) + 1]
        read = f"{first[20:66].strip()} {second[20:66].strip()}"
        assert read == words
    async with stage.play(SMALL) as play:
        assert "slept badly and the first steps" in play.line("Note")
        assert "were sharp but eased after two" in play.text
    async with stage.play(TINY) as play:
        await play.press(*["down"] * 12)
        assert "…" in play.line("Note"), "one line in a tiny terminal"


async def test_what_does_not_fit_two_lines_is_cut_at_the_end_of_the_second(stage: Stage) -> None:
    stage.heeldiary.done("log", "note", "word " * 40)
    async with stage.play(NORMAL) as play:
        first = play.line("Note")
        lines = play.lines[play.lines.index(first) :]
        assert "…" not in first
        assert "…" in lines[1]
        assert "word" not in lines[2][:66]


async def test_all_four_points_are_said_so(stage: Stage) -> None:
    stage.heeldiary.done("log", "massage", "--ki1", "2", "--shimian", "2", "--heel", "1", "--calf", "3")
    stage.heeldiary.done("log", "massage", "--ki1", "2", "--calf", "3")
    async with stage.play(NORMAL) as play:
        assert "left, all four points" in play.text
        assert "left, KI1 calf" in play.text
