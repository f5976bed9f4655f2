"""Nights and naps: a nap is not a morning, and in the small hours the day is called by its name."""

from datetime import timedelta

import pytest

from tests.sampling import sampled
from tests.tui.stage import NORMAL, SMALL, Stage

SATURDAY, SUNDAY, MONDAY = "2026-11-21", "2026-11-22", "2026-11-23"


@pytest.mark.parametrize("keys", sampled([("5",), ("right",), ("left",), ("click",)], [("5",), ("click",)]))
async def test_a_nap_is_asked_about_however_the_score_is_given(stage: Stage, keys: tuple[str, ...]) -> None:
    stage.heeldiary.done("log", "7")
    stage.clock.set("2026-11-22T16:00:00")
    async with stage.play() as play:
        if keys == ("click",):
            await play.click("0  1  2", along=3)
        else:
            await play.press(*keys)
        assert play.dialog == "WhichMorning"
        for words in (
            "This morning's score of the left foot was 7 at 07:04.",
            "After sitting or a nap",
            "Saturday 21 November 2026",
        ):
            assert words in play.words("#panel")
        assert stage.scores() == {SUNDAY: 7}
        score = {"5": 5, "right": 8, "left": 6, "click": 1}[keys[0]]
        play.seconds.now += 1
        await play.press("2")
        assert stage.scores() == {SUNDAY: 7}
        assert stage.scores("left", "after-sitting") == {SUNDAY: score}
        assert f"after sitting, {score}/10" in play.said
        await play.press("u")
        assert stage.entries("pain")[0]["score"] == 7
        assert len(stage.entries("pain")) == 1


async def test_the_other_day_is_replaced_only_by_its_name(stage: Stage) -> None:
    stage.heeldiary.done("log", "3", "--day", "yesterday")
    stage.heeldiary.done("log", "7")
    stage.clock.set("2026-11-22T16:00:00")
    async with stage.play() as play:
        await play.press("5")
        assert "Saturday 21 November 2026: replace its 3" in play.text
        play.seconds.now += 1
        await play.press("3")
        assert stage.scores() == {SATURDAY: 5, SUNDAY: 7}
        assert "(was 3)" in play.said


@pytest.mark.parametrize("minutes", sampled([0, 1, 5, 90, 180], [0, 180]))
async def test_within_three_hours_of_the_day_it_is_a_correction(stage: Stage, minutes: int) -> None:
    stage.heeldiary.done("log", "7")
    stage.clock.forward(timedelta(minutes=minutes))
    async with stage.play() as play:
        stage.clock.forward(timedelta(milliseconds=-10))
        await play.press("5", "right", "left", "1", "0")
        assert stage.scores() == {SUNDAY: 10}


@pytest.mark.parametrize(("moment", "downs"), [("after-sitting", 1), ("after-activity", 2)])
async def test_hours_later_a_digit_on_an_after_row_adds(stage: Stage, moment: str, downs: int) -> None:
    stage.heeldiary.done("log", "3", "--moment", moment)
    stage.clock.set("2026-11-22T16:00:00")
    async with stage.play() as play:
        await play.press(*["down"] * downs, "5")
        assert [entry["score"] for entry in stage.entries()] == [3, 5]
        await play.press("6")
        assert [entry["score"] for entry in stage.entries()] == [3, 6], "minutes later it is corrected"
        await play.press("left")
        assert [entry["score"] for entry in stage.entries()] == [3, 5]


async def test_of_a_past_day_a_digit_on_an_after_row_corrects(stage: Stage) -> None:
    stage.heeldiary.done("log", "3", "--moment", "after-sitting", "--day", "yesterday")
    stage.clock.set("2026-11-22T16:00:00")
    async with stage.play() as play:
        await play.press("left_square_bracket", "down", "5")
        assert [entry["score"] for entry in stage.entries()] == [5]


@pytest.mark.parametrize("size", [SMALL, NORMAL])
async def test_in_the_small_hours_the_heading_names_the_day_and_the_night_is_open(
    stage: Stage, size: tuple[int, int]
) -> None:
    stage.clock.set("2026-11-22T23:59:59")
    async with stage.play(size) as play:
        assert "First steps this morning" in play.text
        assert "Night" not in play.text
        stage.clock.set("2026-11-23T00:00:01")
        await play.look()
        assert "First steps, Sunday 22 November" in play.text
        assert "Night" in play.text
        await play.press("down", "down", "down", "4")
        assert stage.scores("left", "night") == {SUNDAY: 4}
        await play.press("left_square_bracket")
        assert "First steps on Sat 21 Nov 2026" in play.text
        assert "Night" not in play.text
        await play.press("full_stop")
        assert "First steps, Sunday 22 November" in play.text
        stage.clock.set("2026-11-23T04:00:00")
        await play.look()
        assert "First steps this morning" in play.text
        assert "A new day has begun: Monday 23 November 2026" in play.said
        assert "Night" not in play.text


@pytest.mark.parametrize("moment", sampled(["average", "worst", "night"], ["night"]))
async def test_in_the_small_hours_every_score_that_is_there_is_asked_about(stage: Stage, moment: str) -> None:
    stage.clock.set("2026-11-22T23:30:00")
    stage.heeldiary.done("log", "7", "--moment", moment)
    stage.clock.set("2026-11-23T00:30:00")
    async with stage.play() as play:
        await play.press("e", *["down"] * ("average", "worst", "night").index(moment), "5")
        assert play.dialog == "WhichMorning"
        assert "After sitting" not in play.words("#panel")
        play.seconds.now += 1
        await play.press("2")
        assert stage.scores("left", moment) == {SUNDAY: 7, MONDAY: 5}


async def test_ten_after_an_answer_that_never_came(stage: Stage) -> None:
    stage.heeldiary.done("log", "7")
    stage.clock.set("2026-11-22T16:00:00")
    async with stage.play() as play:
        await play.press("1", "escape", "0")
        assert stage.scores() == {SUNDAY: 7}


async def test_in_the_small_hours_it_may_be_the_pain_of_the_night(stage: Stage) -> None:
    stage.heeldiary.done("log", "7")
    stage.clock.set("2026-11-23T03:00:00")
    async with stage.play() as play:
        await play.press("5")
        assert "4 The pain of this night: add it and replace nothing" in play.words("#panel")
        play.seconds.now += 1
        await play.press("4")
        assert (stage.scores(), stage.scores("left", "night")) == ({SUNDAY: 7}, {SUNDAY: 5})
        assert "5/10" in play.said
        await play.press("6")
        assert "4 The pain of this night: replace its 5" in play.words("#panel")
        play.seconds.now += 1
        await play.press("4")
        assert stage.scores("left", "night") == {SUNDAY: 6}
        assert "(was 5)" in play.said


async def test_by_day_nothing_is_the_pain_of_the_night(stage: Stage) -> None:
    stage.heeldiary.done("log", "7")
    stage.clock.set("2026-11-22T16:00:00")
    async with stage.play() as play:
        await play.press("5")
        assert play.dialog == "WhichMorning"
        assert "night" not in play.words("#panel")
        play.seconds.now += 1
        await play.press("4")
        assert play.dialog == "WhichMorning"
        assert stage.scores("left", "night") == {}


async def test_a_score_that_waited_asks_when_the_note_is_closed(stage: Stage) -> None:
    stage.heeldiary.done("log", "7")
    stage.clock.set("2026-11-22T16:00:00")
    async with stage.play() as play:
        with stage.held(anywhere=True) as holding:
            await play.press("5")
            assert "Another program is using the diary" in play.said
            holding.execute("ROLLBACK")
            holding.execute("BEGIN")  # it can be read: the note opens
            holding.execute("SELECT 1 FROM entry")
            await play.press("n")
            await play.type("walked ")
        assert await play.until(lambda: play.app.changes.waiting == 0)
        assert play.dialog == "NoteDialog"
        assert "first say which day" in play.said
        await play.type("2 km, 1 hill, 3 stops")
        await play.press("escape", "escape", "2")
        assert stage.entries("note")[0]["note"] == "walked 2 km, 1 hill, 3 stops"
        assert play.dialog == "WhichMorning"
        assert [entry["score"] for entry in stage.entries("pain")] == [7], "what was typed for the note is no answer"
        play.seconds.now += 1
        await play.press("2")
        assert (stage.scores(), stage.scores("left", "after-sitting")) == ({SUNDAY: 7}, {SUNDAY: 5})


async def test_two_scores_that_waited_are_asked_about_one_after_the_other(stage: Stage) -> None:
    stage.heeldiary.done("settings", "affected-foot", "both")
    stage.heeldiary.done("log", "7", "3")
    stage.clock.set("2026-11-22T16:00:00")
    async with stage.play() as play:
        with stage.held():
            await play.press("5", "down", "4", "question_mark")
        assert play.dialog == "Help"
        assert await play.until(lambda: play.app.changes.waiting == 0)
        assert play.dialog == "Help"
        await play.press("escape")
        for score in (7, 3):
            assert f"was {score} at 07:04" in play.words("#panel")
            assert [entry["moment"] for entry in stage.entries()].count("after-sitting") == (score == 3)
            play.seconds.now += 1
            await play.press("2")
        assert play.dialog == ""
        assert stage.scores("left", "after-sitting") == {SUNDAY: 5}
        assert stage.scores("right", "after-sitting") == {SUNDAY: 4}
