"""The weekly review in the app: opened from the Diary and from Trends, week by week, answered, taken back."""

import json
from datetime import timedelta

import pytest

from heeldiary.tui.review.review import ReviewDialog
from tests.sampling import sampled
from tests.tui.stage import NORMAL, SMALL, Play, Stage

WIDE = (200, 60)


def five_weeks(stage: Stage, left_out: int = -1) -> None:
    """35 mornings up to Sunday 22 November."""
    today = stage.clock.now().date()
    lines = [
        json.dumps(
            {"type": "pain", "day": f"{today - timedelta(days=n)}", "foot": "left", "moment": "first-step",
             "score": 4 + n % 3}
        )
        for n in range(35)
        if n != left_out
    ]  # fmt: skip
    path = stage.heeldiary.home.parent / "in.jsonl"
    path.write_text("\n".join(lines))
    stage.heeldiary.done("import", str(path))


async def open_review(play: Play) -> None:
    await play.press("w")
    assert play.dialog == "ReviewDialog"
    assert await play.until(lambda: "Computing" not in play.text)


def week(play: Play) -> str:
    return play.words("#title")


@pytest.mark.parametrize("size", [SMALL, WIDE])
@pytest.mark.parametrize("start", sampled(["diary", "trends"], ["diary"]))
async def test_the_week_stands_on_one_screen(stage: Stage, size: tuple[int, int], start: str) -> None:
    five_weeks(stage, left_out=3)
    stage.heeldiary.done("log", "massage", "-f", "left", "--ki1", "90s")
    async with stage.play(size, start) as play:
        await open_review(play)
        told = stage.heeldiary.done("review", "--json").json["feet"][0]
        assert week(play) == "Weekly review Week 47, 16 to 22 Nov 2026"
        assert f"{told['mornings']} of 7 mornings, median {told['median']:g}" in play.text
        assert f"{told['band']['low']:.1f} to {told['band']['high']:.1f}" in play.text
        assert "inside" in play.text
        assert "four" in play.words("#bands")
        assert "1 session" in play.words("ReviewDays")
        assert "Nothing logged on Thu." in play.words("ReviewDays")
        assert "What is worth noting for next week?" in play.words("#questions")
        panel = play.app.screen.query_one("#panel")
        assert panel.max_scroll_y == 0, "all of it is seen at once"


async def test_weeks_before_and_after(stage: Stage) -> None:
    five_weeks(stage)
    async with stage.play() as play:
        await open_review(play)
        await play.press("[")
        assert "Week 46" in week(play)
        await play.press("pageup", "[", "[")
        assert "Week 43" in week(play)
        await play.press("[")
        assert "Week 43" in week(play)
        assert "starts with this week" in play.text
        await play.press("]", "]", "]", "]", "]")
        assert "Week 47" in week(play)
        assert "in the future" in play.text
        assert await play.until(lambda: "Computing" not in play.text)
        await play.press("w")
        assert play.dialog == ""


async def test_it_opens_with_the_week_that_is_in_sight(stage: Stage) -> None:
    five_weeks(stage)
    async with stage.play() as play:
        await play.press(*"[" * 8, "w")
        assert "Week 46" in week(play)
        await play.press("escape", "t", "w")
        assert "Week 47" in week(play)
        await play.press("escape", "left", "left", "w")
        assert "Week 45" in week(play)


async def test_from_monday_to_wednesday_it_is_the_last_whole_week(stage: Stage) -> None:
    five_weeks(stage)
    stage.clock.forward(timedelta(days=3))
    async with stage.play() as play:
        await play.press("w")
        assert "Week 47" in week(play)
        await play.press("]")
        assert "Week 48, 23 to 29 Nov 2026, so far to Wednesday" in week(play)


@pytest.mark.slow
async def test_an_answer_is_a_note_of_the_day_and_one_undo_step(stage: Stage) -> None:
    five_weeks(stage)
    async with stage.play() as play:
        await open_review(play)
        await play.press("enter")
        assert play.dialog == "ReviewNote"
        assert "What was easy" in play.text
        await play.type("Two long days.")
        await play.press("escape")
        assert play.dialog == "ReviewDialog"
        assert "Two long days." in play.words("#questions")
        note = stage.entries("note")[0]
        assert (note["day"], note["tags"], note["note"]) == ("2026-11-22", ["review"], "Two long days.")
        await play.press("enter")
        await play.type(" Quiet evenings.")
        await play.press("escape")
        assert [one["note"] for one in stage.entries("note")] == ["Two long days. Quiet evenings."]
        await play.press("escape")
        assert play.dialog == ""
        assert "Two long days" in play.text, "the Diary has it among its notes"
        await play.press("u", "u")
        assert stage.entries("note") == []


async def test_a_half_typed_answer_comes_back(stage: Stage) -> None:
    five_weeks(stage)
    async with stage.play() as play:
        await open_review(play)
        await play.press("enter")
        await play.type("half")
    assert stage.entries("note") == []
    async with stage.play() as play:
        await open_review(play)
        await play.press("enter")
        assert "half" in play.words("TextArea")
        await play.press("escape")
    assert stage.entries("note")[0]["note"] == "half"


async def test_before_21_mornings_there_is_no_band(stage: Stage) -> None:
    stage.heeldiary.done("log", "left", "10")
    async with stage.play() as play:
        await open_review(play)
        assert "No band yet: 1 of 21 mornings; 20 more are needed." in play.text
        assert "inside" not in play.text


async def test_closed_before_its_band_has_come_nothing_is_left_of_it(stage: Stage) -> None:
    five_weeks(stage)
    async with stage.play() as play:
        for _ in range(3):
            await play.burst("w", "escape")
        await play.app.workers.wait_for_complete()
        await play.rest()
        assert play.dialog == ""
        assert play.app.is_running


async def test_while_another_program_holds_the_diary_it_waits(stage: Stage) -> None:
    five_weeks(stage)
    async with stage.play() as play:
        await open_review(play)
        with stage.held():
            await play.press("[")
            assert "nother program" in play.words("#problem")
            assert "Week 47" in week(play)
            dialog = play.app.screen
            assert isinstance(dialog, ReviewDialog)
            dialog._read()
            await play.rest()
            assert "appears as soon as the diary is free" in " ".join(play.text.split())
        assert await play.until(lambda: "nother program" not in play.text)
        await play.press("[")
        assert "Week 46" in week(play)


async def test_a_band_that_comes_late_is_not_shown_on_another_week(stage: Stage) -> None:
    five_weeks(stage)
    async with stage.play() as play:
        await open_review(play)
        dialog = play.app.screen
        assert isinstance(dialog, ReviewDialog)
        asked = dialog._review
        assert asked is not None
        await play.press("[")
        assert await play.until(lambda: "Computing" not in play.text)
        shown = play.text
        dialog._show_bands(asked, asked)
        await play.rest()
        assert play.text == shown


@pytest.mark.parametrize("size", sampled([SMALL, NORMAL], [SMALL]))
async def test_hostile_words_stay_words(stage: Stage, size: tuple[int, int]) -> None:
    stage.heeldiary.done("log", "care", "[bold red]界\u202e")
    stage.heeldiary.done("review", "--note", "[/] \x1b[2J 界 [$x]")
    async with stage.play(size) as play:
        await open_review(play)
        assert "[/]" in play.text
        assert "[$x]" in play.text
        assert "\u202e" not in play.text
        assert "[bold" in play.words("ReviewDays")


async def test_it_follows_the_size_of_the_terminal(stage: Stage) -> None:
    five_weeks(stage)
    async with stage.play() as play:
        await open_review(play)
        await play.resize(*NORMAL)
        assert play.app.screen.has_class("-normal")
        assert "One week in ten falls outside it by chance." in " ".join(play.text.split())


@pytest.mark.parametrize("size", sampled([(20, 5), (40, 12), (1, 1), (300, 100)], [(1, 1), (300, 100)]))
async def test_the_terminal_may_become_any_size(stage: Stage, size: tuple[int, int]) -> None:
    five_weeks(stage)
    async with stage.play(NORMAL) as play:
        await open_review(play)
        await play.resize(*size)
        await play.resize(*NORMAL)
        assert "inside" in play.text


async def test_each_of_its_keys_does_what_it_says(stage: Stage) -> None:
    for days in ("0d", "7d"):
        stage.heeldiary.done("log", "left", "4", "--day", days)
    async with stage.play((80, 16)) as play:
        await play.press("w")
        await play.press("[")
        assert "Week 46" in week(play)
        await play.press("]")
        assert "Week 47" in week(play)
        for key in ("enter", "n"):
            await play.press(key)
            assert play.dialog == "ReviewNote", key
            await play.press("escape")
        top = play.text
        await play.press("down")
        assert play.text != top
        await play.press("up")
        assert play.text == top
        for key in ("w", "escape"):
            await play.press(key)
            assert play.dialog == "", key
            await play.press("w")
            assert play.dialog == "ReviewDialog"


async def test_opened_while_another_program_holds_the_diary_it_says_what_it_is(stage: Stage) -> None:
    stage.heeldiary.done("log", "left", "4", "--day", "1d")
    async with stage.play() as play:
        await play.press("[")
        with stage.held():
            await play.press("w")
            assert week(play) == "Weekly review"
            assert "appears as soon as the diary is free" in " ".join(play.text.split())


async def test_in_a_small_terminal_pages_are_turned_and_an_answer_is_seen(stage: Stage) -> None:
    for day in range(1, 9):
        stage.heeldiary.done("log", "left", str(day % 7), "--day", f"{day}d")
    stage.heeldiary.done("log", "sitting", "7h")
    stage.heeldiary.done("log", "activity", "walking", "1h15", "--steps", "12345")
    async with stage.play((46, 19)) as play:
        await play.press("w")
        week = next(line for line in play.lines if "Week 4" in line)
        await play.press("pagedown", "pagedown")
        assert "In your own words" in play.text
        assert "12,345" in play.text
        await play.press("pageup", "pageup")
        assert week in play.lines
        await play.press("enter")
        await play.type("long walk")
        await play.press("escape")
        assert "long walk" in play.text
    async with stage.play((160, 50)) as play:
        await play.press("w")
        week = next(line for line in play.lines if "Week 4" in line)
        await play.press("pageup")
        assert week not in play.lines, "all of it fits: the key goes to the week before"
        await play.press("pagedown")
        assert week in play.lines


@pytest.mark.parametrize("size", [SMALL, NORMAL, (160, 50), WIDE])
async def test_nothing_is_cut_and_a_long_question_goes_on_below_its_first_word(
    stage: Stage, size: tuple[int, int]
) -> None:
    five_weeks(stage)
    stage.heeldiary.done("log", "care", "insoles")
    stage.heeldiary.done("log", "care", "stretching", "10")
    stage.heeldiary.done("settings", "affected-foot", "left")
    for day in ("1d", "2d"):
        stage.heeldiary.done("mark", "arch", "heel-inner", "--day", day)
    async with stage.play(size) as play:
        await open_review(play)
        assert "…" not in play.words("ReviewDays")
        assert "on 2 days" in play.words("ReviewDays")
        lines = play.lines
        row = next(row for row, line in enumerate(lines) if "2 What was easy, and" in line)
        column = lines[row].index("What was easy")
        if size == SMALL:
            assert lines[row + 1][column - 2 :].startswith("  what got in the way?")
            assert all(not line[size[0] - 4 :].strip() for line in lines[row - 3 : row + 4])
        else:
            assert "what got in the way?" in lines[row]
            assert "leave it empty" in next(line for line in lines if "enter: write" in line)


@pytest.mark.parametrize("size", [NORMAL, (160, 50), WIDE])
async def test_each_sentence_on_the_band_has_its_line(stage: Stage, size: tuple[int, int]) -> None:
    five_weeks(stage)
    async with stage.play(size) as play:
        await open_review(play)
        row = next(row for row, line in enumerate(play.lines) if "Band: where" in line)
        assert play.lines[row].rstrip().endswith("since the four weeks before.")
        assert play.lines[row + 1].strip() == "One week in ten falls outside it by chance."
