"""Which morning is meant: a score written long ago, the small hours, a day that begins while the app is open."""

import pytest

from tests.sampling import sampled
from tests.tui.stage import Stage

SATURDAY, SUNDAY, MONDAY = "2026-11-21", "2026-11-22", "2026-11-23"


async def test_over_a_score_of_the_same_morning_nothing_is_asked(stage: Stage) -> None:
    stage.heeldiary.done("log", "4", "--note", "stiff")
    stage.clock.set("2026-11-22T10:03:00")
    async with stage.play() as play:
        await play.press("6")
        (entry,) = stage.entries()
        assert (entry["score"], entry["note"], entry["at"][:16]) == (6, "stiff", "2026-11-22T10:03")
        assert "(was 4)" in play.said


async def asked(stage: Stage, now: str, *answer: str) -> tuple[dict[str, int], str]:
    """The scores after a 6 over a 4 written at 07:04, and the question that was asked."""
    stage.heeldiary.done("log", "4")
    stage.clock.set(now)
    async with stage.play() as play:
        await play.press("6")
        question = play.text if play.dialog else ""
        stage.seconds.now += 1
        await play.press(*answer)
        assert play.dialog == ""
        return stage.scores(), question


@pytest.mark.parametrize(
    ("answer", "scores"),
    [("1", {SUNDAY: 6}), ("2", {SUNDAY: 4}), ("3", {SUNDAY: 4, MONDAY: 6}), ("escape", {SUNDAY: 4})],
)
async def test_at_twenty_to_four_nobody_overwrites_yesterday(stage: Stage, answer: str, scores: dict[str, int]) -> None:
    found, question = await asked(stage, "2026-11-23T03:40:00", answer)
    assert "Sunday 22 November 2026" in question
    assert "Monday 23 November 2026" in question
    assert found == scores


LATE_ANSWERS = {"1": {SUNDAY: 6}, "2": {SUNDAY: 4}, "3": {SUNDAY: 4, SATURDAY: 6}, "escape": {SUNDAY: 4}}


@pytest.mark.parametrize("answer", sampled(LATE_ANSWERS, ("3",)))
async def test_late_in_the_evening_it_is_asked_too(stage: Stage, answer: str) -> None:
    scores = LATE_ANSWERS[answer]
    found, question = await asked(stage, "2026-11-22T19:04:06", answer)
    assert "Sunday 22 November 2026" in question
    assert "Saturday 21 November 2026" in question
    assert found == scores


async def test_the_answer_by_mouse(stage: Stage) -> None:
    stage.heeldiary.done("log", "4")
    stage.clock.set("2026-11-23T03:40:00")
    async with stage.play() as play:
        await play.press("6")
        await play.click("Monday 23 November 2026")
        assert stage.scores() == {SUNDAY: 4, MONDAY: 6}


@pytest.mark.parametrize("keys", [("right",), ("click",)])
async def test_it_is_asked_however_the_score_is_given(stage: Stage, keys: tuple[str, ...]) -> None:
    stage.heeldiary.done("log", "4")
    stage.clock.set("2026-11-23T03:40:00")
    async with stage.play() as play:
        if keys == ("click",):
            await play.click("0  1  2", along=3)
        else:
            await play.press(*keys)
        assert play.dialog
        assert stage.scores() == {SUNDAY: 4}


async def test_ten_is_asked_as_ten(stage: Stage) -> None:
    stage.heeldiary.done("log", "4")
    stage.clock.set("2026-11-23T03:40:00")
    async with stage.play() as play:
        await play.press("1", "0")
        stage.seconds.now += 1
        await play.press("3")
        assert stage.scores() == {SUNDAY: 4, MONDAY: 10}


async def test_after_sitting_is_never_asked(stage: Stage) -> None:
    stage.heeldiary.done("log", "4", "--moment", "after-sitting")
    stage.clock.set("2026-11-23T03:40:00")
    async with stage.play() as play:
        await play.press("down", "enter", "6")
        assert play.dialog == ""
        assert [entry["score"] for entry in stage.entries()] == [4, 6]


@pytest.mark.parametrize(("start", "now", "day"), [
    ("04:00", "2026-11-23T03:59:59", SUNDAY), ("04:00", "2026-11-23T04:00:00", MONDAY),
    ("00:00", "2026-11-23T00:00:00", MONDAY), ("12:00", "2026-11-23T11:59:59", SUNDAY),
])  # fmt: skip
async def test_the_day_begins_when_it_is_set_to(stage: Stage, start: str, now: str, day: str) -> None:
    stage.heeldiary.done("settings", "day-start", start)
    stage.clock.set(now)
    async with stage.play() as play:
        await play.press("6")
        assert stage.scores() == {day: 6}


async def test_an_idle_diary_rolls_over_and_says_so(stage: Stage) -> None:
    stage.clock.set("2026-11-23T03:59:58")
    async with stage.play() as play:
        await play.press("5", "down", "down")
        await play.look()
        assert "22 Nov" in play.lines[0]
        stage.clock.set("2026-11-23T04:00:01")
        await play.look()
        assert "23 Nov" in play.lines[0]
        assert "Monday 23 November 2026" in play.said
        await play.press("6")
        assert stage.scores() == {SUNDAY: 5, MONDAY: 6}, "the focus is on the first steps"


async def test_a_past_day_stays_when_a_day_begins(stage: Stage) -> None:
    stage.clock.set("2026-11-23T03:00:00")
    async with stage.play() as play:
        await play.press("left_square_bracket")
        stage.clock.set("2026-11-23T07:00:00")
        await play.look()
        assert "21 Nov" in play.lines[0]
        await play.press("full_stop", "6")
        assert stage.scores() == {MONDAY: 6}


@pytest.mark.parametrize("screen", sampled("rtcg", "rc"))
async def test_a_diary_left_for_another_screen_shows_the_new_day(stage: Stage, screen: str) -> None:
    stage.clock.set("2026-11-22T22:00:00")
    async with stage.play() as play:
        await play.press("5", screen)
        stage.clock.set("2026-11-23T07:00:00")
        await play.look()
        await play.press("d", "6")
        assert stage.scores() == {SUNDAY: 5, MONDAY: 6}


@pytest.mark.parametrize("dialog", sampled(["question_mark", "comma", "slash", "j", "a", "ctrl+p"], ["comma", "a"]))
async def test_a_dialog_open_over_the_night_leaves_the_new_day(stage: Stage, dialog: str) -> None:
    stage.clock.set("2026-11-22T22:00:00")
    async with stage.play() as play:
        await play.press("5", dialog)
        stage.clock.set("2026-11-23T07:00:00")
        await play.look()
        await play.press("escape")
        await play.look()
        await play.press("6")
        assert stage.scores() == {SUNDAY: 5, MONDAY: 6}


async def test_what_another_program_writes_just_then_does_not_hide_the_new_day(stage: Stage) -> None:
    stage.clock.set("2026-11-22T22:00:00")
    async with stage.play() as play:
        await play.press("5")
        stage.clock.set("2026-11-23T07:00:00")
        stage.heeldiary.done("log", "note", "by a script")
        await play.look()
        assert "23 Nov" in play.lines[0]
        await play.press("6")
        assert stage.scores() == {SUNDAY: 5, MONDAY: 6}


@pytest.mark.parametrize("form", sampled("asomn", "sn"))
async def test_a_half_typed_form_keeps_its_day_and_says_so(stage: Stage, form: str) -> None:
    stage.clock.set("2026-11-22T23:00:00")
    async with stage.play() as play:
        await play.press(form)
        await play.type("45" if form == "s" else "walking")
        stage.clock.set("2026-11-23T07:00:00")
        await play.look()
        assert "Sun 22 Nov 2026" in play.text.split("A new day has begun")[1]
        if form == "m":
            return
        if form in "ao":
            await play.press("tab")
            await play.type("30")
        await play.press("escape" if form == "n" else "enter")
        assert [entry["day"] for entry in stage.entries()] == [SUNDAY]
        await play.look()
        await play.press("6")
        assert stage.scores() == {MONDAY: 6}, "then the new day is shown"


async def test_a_later_day_start_takes_the_diary_back_to_yesterday(stage: Stage) -> None:
    async with stage.play() as play:
        stage.heeldiary.done("settings", "day-start", "08:00")
        await play.look()
        await play.press("6")
        assert stage.scores() == {SATURDAY: 6}


async def test_the_clocks_go_back(stage: Stage) -> None:
    """02:30 comes twice on 25 October 2026 in Berlin; both stay with the 24th, in their order."""
    stage.clock.set("2026-10-25T02:30:00")
    async with stage.play() as play:
        await play.press("down", "3")
        stage.clock.at = stage.clock.at.replace(hour=1)
        await play.look()
        await play.press("enter", "4")
        assert [(entry["day"], entry["at"][:16], entry["at"][-6:], entry["score"]) for entry in stage.entries()] == [
            ("2026-10-24", "2026-10-25T02:30", "+02:00", 3), ("2026-10-24", "2026-10-25T02:30", "+01:00", 4),
        ]  # fmt: skip


async def test_a_digit_that_came_too_soon_is_said_not_to_be_saved(stage: Stage) -> None:
    stage.heeldiary.done("log", "4")
    stage.clock.set("2026-11-23T03:40:00")
    async with stage.play() as play:
        await play.burst("6", "3")
        assert play.words("#problem") == "Answer this first; the digit you pressed is not saved."
        assert stage.scores() == {SUNDAY: 4}
        stage.seconds.now += 1
        await play.press("3")
        assert stage.scores() == {SUNDAY: 4, MONDAY: 6}


@pytest.mark.parametrize(("right", "said"), [("", " · next: right"), ("3", " · right 3/10")])
async def test_after_the_answer_the_line_names_the_other_foot(stage: Stage, right: str, said: str) -> None:
    stage.heeldiary.done("settings", "affected-foot", "both")
    stage.heeldiary.done("log", "left", "4")
    stage.clock.set("2026-11-22T19:04:06")
    if right:
        stage.heeldiary.done("log", "right", right)
    async with stage.play() as play:
        await play.press("6")
        stage.seconds.now += 1
        await play.press("1")
        assert play.said == f"Saved: left foot, first steps, 6/10 (was 4), Sun 22 Nov 2026{said}"
