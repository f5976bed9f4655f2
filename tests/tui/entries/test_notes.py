"""Writing a note: its keys, its count, and what is said once it is saved."""

import pytest
from textual.widgets import Input, TextArea

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


async def test_enter_is_named_where_it_starts_a_line(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("n")
        assert "enter new line   escape save and close   ctrl+z undo typing" in play.text


@pytest.mark.parametrize("size", [(40, 12), TINY, SMALL, NORMAL])
async def test_a_note_is_moved_by_its_day(stage: Stage, size: tuple[int, int]) -> None:
    stage.heeldiary.done("log", "note", "stiff")
    (before,) = stage.entries()
    async with stage.play(size) as play:
        steps = stage.steps_back()
        await play.press("slash", *"stiff", "enter", "enter")
        assert "Day" in play.text
        assert "tab day" in play.text
        await play.press("end", *" and cold", "tab", *"yesterday", "enter")
        assert play.dialog == ""
        assert play.said.startswith("Saved: note, Sat 21 Nov 2026")
        assert stage.entries() == [{**before, "day": "2026-11-21", "note": "stiff and cold"}]
        assert stage.steps_back() == steps + 1
        await play.press("u")
        assert stage.entries() == [before]


async def test_the_day_alone_moves_a_note_and_escape_saves_it(stage: Stage) -> None:
    stage.heeldiary.done("log", "note", "stiff")
    async with stage.play() as play:
        await play.click("stiff")
        await play.press("tab", *"1d", "escape")
        assert [entry["day"] for entry in stage.entries()] == ["2026-11-21"]


async def test_a_day_that_is_none_keeps_the_note_open_and_then_as_a_draft(stage: Stage) -> None:
    stage.heeldiary.done("log", "note", "stiff")
    async with stage.play() as play:
        await play.click("stiff")
        await play.press("tab", *"tomorrow", "enter", "enter")
        assert play.dialog == "DatedNote"
        assert "Day: that day is still to come" in play.words("#problem")
        await play.press("escape")
        assert play.dialog == ""
        assert list(stage.half_typed().values()) == [{"note": "stiff", "day": "tomorrow"}]
        await play.click("stiff")
        assert play.app.screen.query_one(Input).value == "tomorrow"
        await play.press("ctrl+r")
        assert play.app.screen.query_one(Input).value == "2026-11-22"
        await play.press("tab", "ctrl+u", "escape")
        assert [entry["day"] for entry in stage.entries()] == ["2026-11-22"], "without a day it stays"


async def test_in_a_small_terminal_no_half_of_a_message_is_below_a_dialog(stage: Stage) -> None:
    async with stage.play(TINY) as play:
        await play.press("7", "6")
        assert "Sun 22 Nov 2026" in play.whole_text
        await play.press("slash")
        assert "Sun 22 Nov 2026" not in play.whole_text
        await play.press("escape")
        assert play.said == "", "nor does it come back as if something had been saved"
