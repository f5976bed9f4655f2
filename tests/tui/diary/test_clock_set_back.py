"""The clock is set back: said, and asked before anything goes over another score or into the past."""

import pytest

from tests.sampling import sampled
from tests.tui.stage import Stage

SUNDAY = "2026-11-22"


BACK = ("2026-11-22T06:04:05", "2025-11-22T07:04:05", "1970-01-02T00:30:00")


@pytest.mark.parametrize("back", sampled(BACK, (BACK[0], BACK[2])))
async def test_an_hour_a_year_or_to_1970_back_it_is_said_and_asked(stage: Stage, back: str) -> None:
    stage.heeldiary.done("log", "5")
    stage.clock.set(back)
    async with stage.play() as play:
        assert "The clock is before your last entry, of Sun 22 Nov 2026, 07:04" in play.said
        await play.press("3")
        assert play.dialog == "WhichMorning"
        assert "Is the clock right?" in play.text
        assert stage.scores() == {SUNDAY: 5}
        await play.press("escape")
        assert stage.scores() == {SUNDAY: 5}
        await play.press("3")
        play.seconds.now += 1
        await play.press("1")
        assert 3 in stage.scores().values()
        assert len(stage.scores()) == (1 if back.startswith("2026") else 2)


EARLIER = ("2026-11-22T03:59:00", "2026-11-21T09:00:00", "2025-11-22T09:00:00")


@pytest.mark.parametrize("back", sampled(EARLIER, EARLIER[:1]))
async def test_a_day_earlier_than_the_last_shown_is_no_new_day(stage: Stage, back: str) -> None:
    async with stage.play() as play:
        await play.press("5")
        stage.clock.set(back)
        await play.look()
        assert "new day has begun" not in play.said
        assert "The clock is before your last entry" in play.said
        await play.press("a")
        stage.clock.set("2024-01-01T09:00:00")
        await play.look()
        assert "A new day has begun" not in play.text
        assert "this stays with" in play.text


async def test_a_later_day_start_is_no_new_day_either(stage: Stage) -> None:
    async with stage.play() as play:
        stage.heeldiary.done("settings", "day-start", "08:00")
        await play.look()
        assert play.said == "It is still Saturday 21 November 2026: a new day begins at 08:00."


async def test_a_clock_that_is_put_right_by_minutes_disturbs_nobody(stage: Stage) -> None:
    stage.heeldiary.done("log", "5")
    stage.clock.set("2026-11-22T07:00:00")
    async with stage.play() as play:
        assert "clock" not in play.said
        await play.press("3")
        assert stage.scores() == {SUNDAY: 3}


async def test_a_session_can_go_on_although_the_clock_went_back_a_little(stage: Stage) -> None:
    stage.answered()
    async with stage.play(start="routine", end=False) as play:
        await play.press("space")
        await play.massage(5 + 20)
    stage.clock.set("2026-11-22T07:02:00")
    async with stage.play(start="routine") as play:
        assert "is saved. Press space to continue it." in play.said


@pytest.mark.parametrize("form", sampled("asomn", "sn"))
async def test_a_form_says_that_it_would_fill_in_the_past(stage: Stage, form: str) -> None:
    stage.heeldiary.done("log", "5")
    async with stage.play() as play:
        await play.press(form)
        assert "clock" not in play.text
        await play.press("escape")
        stage.clock.set("2025-11-22T09:00:00")
        await play.look()
        await play.press(form)
        assert "it says today is Sat 22 Nov 2025" in play.words("#problem")


async def test_a_session_begins_in_the_past_only_when_asked_for_again(stage: Stage) -> None:
    stage.answered()
    stage.heeldiary.done("log", "5")
    stage.clock.set("2025-11-22T09:00:00")
    async with stage.play(start="routine") as play:
        await play.press("space")
        await play.massage(5 + 20)
        assert stage.entries("massage") == []
        assert "it says today is Sat 22 Nov 2025" in play.said
        await play.press("space")
        await play.massage(5 + 20)
        assert [entry["day"] for entry in stage.entries("massage")] == ["2025-11-22"]


async def test_a_mark_in_the_past_only_when_asked_for_again(stage: Stage) -> None:
    stage.answered()
    stage.heeldiary.done("log", "5")
    stage.clock.set("2025-11-22T09:00:00")
    async with stage.play(start="routine") as play:
        await play.press("up", "h")
        assert "it says today is Sat 22 Nov 2025" in play.said
        assert stage.entries("sore") == []
        await play.press("h")
        assert [entry["day"] for entry in stage.entries("sore")] == ["2025-11-22"]
