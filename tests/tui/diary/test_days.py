"""The Diary's days: any of them as easy to fill in as today."""

import re

import pytest

from tests.sampling import sampled
from tests.tui.stage import NORMAL, SMALL, Stage

TODAY, YESTERDAY = "2026-11-22", "2026-11-21"


@pytest.mark.parametrize(
    ("back", "forth"),
    [("left_square_bracket", "right_square_bracket"), ("pageup", "pagedown"), ("left_square_bracket", "full_stop")],
)
async def test_day_before_and_after(stage: Stage, back: str, forth: str) -> None:
    async with stage.play() as play:
        await play.press(back, "5")
        assert stage.scores() == {YESTERDAY: 5}
        assert "First steps on Sat 21 Nov 2026" in play.text
        play.seconds.now += 2  # 5.6 typed at once is no score of today
        await play.press(forth, "6")
        assert stage.scores() == {YESTERDAY: 5, TODAY: 6}
        assert "First steps this morning" in play.text


async def test_no_day_after_today(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("right_square_bracket")
        assert play.said
        await play.press("pagedown", "6")
        assert stage.scores() == {TODAY: 6}


async def test_a_past_day_takes_all_that_today_takes(stage: Stage) -> None:
    stage.heeldiary.done("log", "5", "--day", YESTERDAY)
    stage.clock.set("2026-11-22T23:00:00")
    async with stage.play() as play:
        await play.press("left_square_bracket", "7")
        assert play.dialog == "", "the day was chosen: nothing has to be asked"
        assert stage.scores() == {YESTERDAY: 7}
        await play.press("1", "0", "down", "right", "right", "enter", "4")
        assert stage.scores() == {YESTERDAY: 10}
        assert [entry["score"] for entry in stage.entries("pain") if entry["moment"] == "after-sitting"] == [1, 4]
        await play.press("a")
        await play.type("running")
        await play.press("tab")
        await play.type("20")
        await play.press("enter", "n")
        await play.type("muddy")
        await play.press("escape")
        assert {entry["day"] for entry in stage.entries()} == {YESTERDAY}
        assert [entry["minutes"] for entry in stage.entries("activity")] == [20]
        assert [entry["note"] for entry in stage.entries("note")] == ["muddy"]


async def test_late_entries_are_marked_late(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("left_square_bracket", "5", "left_square_bracket", "5")
        assert [(entry["day"], entry["late"]) for entry in stage.entries()] == [
            ("2026-11-20", True),
            (YESTERDAY, False),
        ]


async def test_jump(stage: Stage) -> None:
    days = {
        "2026-02-28": "2026-02-28", "yesterday": YESTERDAY, "mon": "2026-11-16", "30d": "2026-10-23",
        "1900-01-01": "1900-01-01", "2024-02-29": "2024-02-29",
    }  # fmt: skip
    async with stage.play() as play:
        for score, typed in enumerate(days):
            await play.press("j")
            await play.type(typed)
            await play.press("enter")
            assert play.dialog == "", typed
            await play.press(str(score))
        assert stage.scores() == {day: score for score, day in enumerate(days.values())}
        play.seconds.now += 2
        await play.press("full_stop", "7")
        assert stage.scores()[TODAY] == 7


async def test_no_jump_to_what_is_no_day(stage: Stage) -> None:
    async with stage.play() as play:
        for typed in ("2026-11-23", "1899-12-31", "2026-02-29", "someday", "2026-W47-1", ""):
            await play.press("j")
            await play.type(typed)
            await play.press("enter")
            assert play.dialog == "Jump", "it stays open and says why"
            await play.press("escape")
        await play.press("6")
        assert stage.scores() == {TODAY: 6}


async def test_the_first_day_is_the_end(stage: Stage) -> None:
    stage.heeldiary.done("log", "5", "--day", "1900-01-01")
    async with stage.play() as play:
        await play.press("j")
        await play.type("1900-01-02")
        await play.press("enter", "left_square_bracket", "left_square_bracket", "left_square_bracket", "6")
        assert stage.scores() == {"1900-01-01": 6}


@pytest.mark.parametrize("size", sampled([(80, 24), NORMAL, (160, 50)], [NORMAL]))
async def test_the_month_by_keys_and_by_mouse(stage: Stage, size: tuple[int, int]) -> None:
    stage.heeldiary.done("log", "5", "--day", "2026-11-03")
    async with stage.play(size) as play:
        await play.click("November")
        month = play.app.screen.query_one("Month")
        month.focus()
        await play.press("up", "left", "4")
        assert stage.scores()["2026-11-14"] == 4
        await play.press("full_stop")
        places = ((row, re.search(r"·\s+5\s+·", line)) for row, line in enumerate(play.lines))
        row, found = next((row, found) for row, found in places if found)
        await play.click_at(play.lines[row].index("5", found.start()), row)
        assert "3 Nov" in play.text
        await play.press("6")
        assert stage.scores()["2026-11-03"] == 6


async def test_a_day_to_come_cannot_be_picked(stage: Stage) -> None:
    async with stage.play() as play:
        await play.click("29")
        await play.press("6")
        assert stage.scores() == {TODAY: 6}


@pytest.mark.parametrize(("week_start", "first"), [("monday", "Mo  Tu"), ("sunday", "Su  Mo")])
async def test_the_month_begins_as_is_set(stage: Stage, week_start: str, first: str) -> None:
    stage.heeldiary.done("settings", "week-start", week_start)
    async with stage.play() as play:
        assert first in play.text
        await play.press("6")
        assert "[6]" in play.text


async def test_the_last_mornings_show_gaps_as_gaps(stage: Stage) -> None:
    for day, score in (("2d", 3), ("1d", 0), ("0d", 10)):
        stage.heeldiary.done("log", str(score), "--day", day)
    async with stage.play(NORMAL) as play:
        digits = next(line for line in play.lines if line.rstrip().endswith("3  0 10"))
        assert digits.count("·") == 11


async def test_jump_search_and_help_close_with_escape_and_nothing_changes(stage: Stage) -> None:
    async with stage.play() as play:
        for key in ("j", "slash", "question_mark", "a", "s", "m", "o", "comma"):
            await play.press(key)
            assert play.dialog, key
            await play.press("escape")
            assert play.dialog == "", key
        assert stage.entries() == []


async def test_a_note_that_was_found_has_the_focus_of_its_day(stage: Stage) -> None:
    stage.heeldiary.done("log", "note", "rain all day", "--day", "2026-11-20")
    async with stage.play() as play:
        await play.press("slash", *"rain", "enter")
        assert "20 November" in play.text
        await play.press("enter")
        assert play.dialog == "DatedNote"
        assert "rain all day" in play.text


async def test_ctrl_c_says_how_to_quit(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("ctrl+c")
        assert play.said == "Press q to quit; in a dialog, escape first."


@pytest.mark.parametrize("size", sampled([SMALL, NORMAL, (160, 50)], [SMALL, NORMAL]))
async def test_the_week_beside_a_day_is_the_one_of_the_day(stage: Stage, size: tuple[int, int]) -> None:
    stage.heeldiary.done("log", "5")
    stage.heeldiary.done("log", "3", "--day", "2026-11-03")
    async with stage.play(size) as play:
        for keys, heading, mean in (
            ((), ["This", "week"], "5.0"),
            (("left_square_bracket",), ["This", "week"], "5.0"),
            (("j", *"4 nov", "enter"), ["From", "2", "Nov"], "3.0"),
        ):
            await play.press(*keys)
            words = play.words("WeekWords").split()
            assert words[: len(heading) + 3] == [*heading, "First", "steps", mean]
        assert "1 of 7" in play.words("WeekWords")


async def test_care_that_lasts_stands_on_each_of_its_days(stage: Stage) -> None:
    stage.heeldiary.done("care", "taping", "--day", "2026-11-19", "--until", "2026-11-24")
    stage.heeldiary.done("care", "insoles", "--day", "2026-10-01", "--until", "2026-11-22")
    async with stage.play() as play:
        at = next(number for number, line in enumerate(play.lines) if line.strip().startswith("Care  "))
        assert "insoles, 1 Oct to 22 Nov" in play.lines[at]
        assert "taping, 19 Nov to 24 Nov" in play.lines[at + 1]
        await play.press("o", *"ice", "enter")
        at = next(number for number, line in enumerate(play.lines) if line.strip().startswith("Care  "))
        assert "ice" in play.lines[at]
        assert "insoles, 1 Oct to 22 Nov" in play.lines[at + 1]
        assert stage.entries("care")[-1]["day"] == "2026-11-22"
        await play.press(*["left_square_bracket"] * 4)
        assert "insoles, 1 Oct" in play.text
        assert "taping," not in play.text, "it began the day after"
