"""Experiments in the app: started, shown in the Diary and on their own screen, sealed, stopped, reported."""

import asyncio
from datetime import date, timedelta

import pytest

from heeldiary.domain.entries import Pain
from heeldiary.domain.experiments.card import Card
from heeldiary.store.diary import Diary
from heeldiary.store.experiments import begin, load_experiments, record_day
from heeldiary.store.opening import open_to_write
from heeldiary.store.recording import log
from heeldiary.tui.experiments.page import ExperimentsPage
from tests.sampling import sampled
from tests.tui.stage import NORMAL, SMALL, Play, Stage

FIRST = date(2026, 11, 22)
CARD = Card("evening massage or not", "evening massage", "no evening massage", "left", "day", "next-morning", 1, None,
            FIRST, 28)  # fmt: skip


def begun(stage: Stage, days: int = 0, card: Card = CARD) -> None:
    """Start one and go on for this many days: done on two of three, mornings after heads 2 points lower."""
    with Diary(open_to_write(str(stage.heeldiary.diary)), stage.clock, stage.random) as diary:
        one = begin(diary, card)
        for number in range(days):
            day = card.first_day + timedelta(days=number)
            if number < one.days and number % 3:
                one = record_day(diary, one, day, "y")
            stage.clock.forward(timedelta(days=1))
            heads = number < one.days and one.coin(number) == "H"
            log(diary, [Pain("left", "first-step", 6 + number % 2 - 2 * heads)], day=day + timedelta(days=1))


def said(stage: Stage) -> str:
    """What was said of the days."""
    with Diary(open_to_write(str(stage.heeldiary.diary)), stage.clock, stage.random) as diary:
        return load_experiments(diary)[0].done


async def computed(play: Play) -> bool:
    """Wait for the result computed in the background."""
    return await play.until(
        lambda: "A difference this large" in play.words("#words") or "comes up by chance" in play.text
    )


@pytest.mark.parametrize("size", sampled([SMALL, NORMAL, (200, 60)], [SMALL]))
async def test_none_yet_says_what_it_is_and_how_to_begin(stage: Stage, size: tuple[int, int]) -> None:
    async with stage.play(size) as play:
        await play.press("x")
        assert isinstance(play.app.page, ExperimentsPage)
        assert "Let a coin decide" in play.text
        assert "b starts one" in " ".join(play.text.split())
        assert "b start " in play.text


async def test_scrolling_is_offered_where_the_text_is_longer_than_its_room(stage: Stage) -> None:
    begun(stage)
    for size, scrolls in ((NORMAL, False), (SMALL, True)):
        async with stage.play(size) as play:
            await play.press("x")
            assert "Day 1 of 28" in play.words("#words")
            assert ("↑ ↓ scroll" in play.text) == scrolls, size


async def test_begun_from_the_signs_to_the_coins(stage: Stage) -> None:
    async with stage.play(NORMAL) as play:
        await play.press("t", "x", "b")
        assert play.dialog == "Signs"
        assert "A calf hurts" in play.text
        await play.press("n")
        assert play.dialog == "CardForm"
        assert await play.until(lambda: "112 days" in play.text)
        await play.type("evening massage or not")
        await play.press("tab")
        await play.type("28")
        assert await play.until(lambda: "simulated mornings" in play.text)
        await play.press("enter")
        assert play.dialog == ""
        assert play.said.startswith("Started: evening massage or not, left foot, 28 days")
        assert "Day 1 of 28, the coin says:" in play.words("#words")
        assert "Left foot, 28 days from Sun 22 Nov 2026. Sealed until Sun 20 Dec 2026." in play.text
        await play.press("u")
        assert "Let a coin decide" in play.text


async def test_weeks_show_the_power_of_weeks(stage: Stage) -> None:
    async with stage.play(NORMAL, start="experiments") as play:
        await play.press("b", "n", "tab", *"16w")
        assert await play.until(lambda: "16 weeks" in play.text and "52 weeks" in play.text)


@pytest.mark.parametrize("size", [(46, 19), SMALL, NORMAL])
@pytest.mark.parametrize(("wrong", "field"), [("29", "How long"), ("28", "Question")])
async def test_what_is_refused_and_why_are_both_in_sight(
    stage: Stage, size: tuple[int, int], wrong: str, field: str
) -> None:
    async with stage.play(size, start="experiments") as play:
        await play.press("b", "n")
        assert await play.until(lambda: "28 days" in play.text)
        await play.type("" if field == "Question" else "tape or not")
        await play.press("tab", *wrong, "tab", "tab", "tab", "tab", "enter")
        assert play.line(field)
        assert play.words("#problem").endswith(
            "Question is missing: evening massage or not."
            if field == "Question"
            else "How long: coin-flip days are 16 to 112, in blocks of 4. Take 28, 44 or 56."
        )


async def test_a_sign_that_is_so_comes_first(stage: Stage) -> None:
    async with stage.play(start="experiments") as play:
        await play.press("b", "y")
        assert play.dialog == ""
        assert "when to see a clinician" in play.said
        await play.press("b", "escape")
        assert play.dialog == ""


async def test_medicine_is_refused_in_the_form(stage: Stage) -> None:
    async with stage.play(NORMAL, start="experiments") as play:
        await play.press("b", "n")
        await play.type("ibuprofen or not")
        await play.press("tab")
        await play.type("28")
        await play.press("enter")
        assert play.dialog == "CardForm"
        assert "ask whoever prescribed it" in " ".join(play.text.lower().split())


@pytest.mark.parametrize("size", [SMALL, NORMAL])
async def test_the_diary_tells_the_coin_and_takes_what_was_done(stage: Stage, size: tuple[int, int]) -> None:
    begun(stage, 3)
    async with stage.play(size) as play:
        assert "evening massage" in play.line("Coin")
        assert "y done?" in play.line("Coin")
        before = stage.steps_back()
        await play.press("y")
        assert "✓" in play.line("Coin")
        assert said(stage)[3] == "y"
        assert stage.steps_back() == before + 1
        await play.press("y")
        assert "not done" in play.line("Coin")
        await play.press("y")
        assert "y done?" in play.line("Coin")
        assert said(stage)[3] == "-"
        await play.press("u")
        assert said(stage)[3] == "n"


async def test_a_click_says_it_and_a_click_before_it_opens_the_experiment(stage: Stage) -> None:
    begun(stage, 3)
    async with stage.play(NORMAL) as play:
        await play.click("y done?", 2)
        assert said(stage)[3] == "y"
        await play.click("Coin")
        assert isinstance(play.app.page, ExperimentsPage)


async def test_the_diary_tells_for_a_week_that_a_result_is_there(stage: Stage) -> None:
    begun(stage, 28)
    async with stage.play(NORMAL) as play:
        assert "evening massage or not" in play.words("ExperimentLine")
        assert "x result" in play.words("ExperimentLine")
        await play.press("left_square_bracket")
        assert "day 28 of 28" in play.words("ExperimentLine")
        await play.press(".", "x")
        assert isinstance(play.app.page, ExperimentsPage)
    stage.clock.forward(timedelta(days=7))
    async with stage.play(NORMAL) as play:
        assert "x result" not in play.text


async def test_a_day_before_can_still_be_said(stage: Stage) -> None:
    begun(stage, 3)
    async with stage.play() as play:
        await play.press("left_square_bracket", "left_square_bracket", "left_square_bracket", "y")
        assert said(stage).startswith("y")
        await play.press("left_square_bracket", "y")
        assert play.said.startswith("No coin decides this day")


async def test_without_an_experiment_the_diary_has_no_line(stage: Stage) -> None:
    async with stage.play() as play:
        assert "Coin" not in play.text


@pytest.mark.parametrize("size", sampled([SMALL, NORMAL, (200, 60)], [NORMAL]))
async def test_running_it_is_sealed(stage: Stage, size: tuple[int, int]) -> None:
    begun(stage, 10)
    async with stage.play(size, start="experiments") as play:
        assert "Sealed until Sun 20 Dec 2026." in play.text
        assert "░" in play.text
        assert "✓" in play.text
        assert "mean" not in play.text
        assert "points" not in play.text
        await play.press("y")
        assert said(stage)[10] == "y"
        await play.press("y")
        assert said(stage)[10] == "-"
        await play.press("n")
        assert said(stage)[10] == "n"


@pytest.mark.parametrize("size", sampled([SMALL, NORMAL, (200, 60)], [SMALL]))
async def test_at_the_end_it_is_told_as_the_command_tells_it(stage: Stage, size: tuple[int, int]) -> None:
    begun(stage, 29)
    async with stage.play(size, start="experiments") as play:
        assert await play.until(lambda: "mean" in play.text)
        for sign in "●○┣┫┃":
            assert sign in play.text
        sentence = stage.heeldiary.done("experiment", "result", "--plain").out.splitlines()[2]
        assert sentence.startswith("Mornings after evening massage days hurt")
        for _ in range(6):
            if sentence[:30] in " ".join(play.text.split()):
                break
            await play.press("down")
        assert sentence[:30] in play.words("#words") or sentence[:30] in " ".join(play.text.split())


async def test_once_it_has_ended_the_footer_offers_the_next_one(stage: Stage) -> None:
    begun(stage, 28)
    async with stage.play(NORMAL, start="experiments") as play:
        assert await computed(play)
        assert "b start" in play.text
        assert "s stop" not in play.text


async def test_stopped_early_after_a_question(stage: Stage) -> None:
    begun(stage, 12)
    async with stage.play(NORMAL, start="experiments") as play:
        await play.press("s", "n")
        assert "Sealed until" in play.text
        await play.press("s")
        assert "always marked as stopped early" in play.words("#panel")
        await play.press("y")
        assert await play.until(lambda: "Stopped early" in play.text and "mean" in play.text)
        await play.press("u")
        assert "Sealed until" in play.text
        assert "mean" not in play.text


async def test_only_one_runs_at_a_time(stage: Stage) -> None:
    begun(stage)
    async with stage.play(start="experiments") as play:
        await play.press("b")
        assert play.dialog == ""
        assert "An experiment is already running" in play.said


async def test_the_ones_before_are_a_key_away(stage: Stage) -> None:
    begun(stage, 29)
    second = CARD._replace(question="ice or not", heads="ice", tails="no ice", first_day=FIRST + timedelta(days=29))
    begun(stage, 0, second)
    async with stage.play(NORMAL, start="experiments") as play:
        assert "ice or not" in play.text
        await play.press("left")
        assert await play.until(lambda: "mean" in play.text)
        assert "evening massage or not" in play.text
        await play.press("right")
        assert "ice or not" in play.text


async def test_what_another_program_says_is_shown(stage: Stage) -> None:
    begun(stage, 3)
    async with stage.play(start="experiments") as play:
        assert "not logged yet" in play.words("#words")
        stage.heeldiary.done("experiment", "done")
        await play.look()
        assert "(done)" in play.words("#words")


async def test_hostile_words_are_shown_as_they_are(stage: Stage) -> None:
    begun(stage, 2, CARD._replace(heads="[b]red[/b] 鞋子", tails="no [i]", question="[b]red[/b] 鞋子 or no [i]"))
    async with stage.play(NORMAL) as play:
        assert "[" in play.line("Coin")
        await play.press("x")
        assert "[b]red[/b]" in play.text


async def test_held_by_another_program_it_is_said_as_soon_as_it_lets_go(stage: Stage) -> None:
    begun(stage, 3)
    async with stage.play() as play:
        with stage.held():
            await play.press("y")
            assert "Another program is using the diary" in play.said
        assert await play.until(lambda: said(stage)[3] == "y")


async def test_what_two_programs_say_of_two_days_is_both_kept(stage: Stage) -> None:
    begun(stage, 3)
    async with stage.play() as play:
        stage.heeldiary.done("experiment", "done", "--day", "yesterday", "--not")
        await play.press("y")
        assert said(stage)[2:4] == "ny"


@pytest.mark.thorough
@pytest.mark.parametrize("key", sampled("xtrcg", "xg"))
async def test_what_another_program_writes_while_a_screen_is_put_together(stage: Stage, key: str) -> None:
    begun(stage, 3)
    async with stage.play(NORMAL) as play:
        play.send(key)
        for _ in range(300):
            await asyncio.sleep(0)
            play.app._seen_version = -1  # as if something was written at just this moment
            play.app.look()
        await play.press("d")
        assert play.app.is_running
        assert "Coin" in play.text


async def test_the_traps_are_sealed_as_long_as_links_is(stage: Stage) -> None:
    begun(stage, 20, CARD._replace(factor="massage"))
    async with stage.play(NORMAL, "trends") as play:
        await play.press("v", "v", "v", "right")
        assert "Sealed until the experiment with massage ends" in play.words("TrendChart")


async def test_stopped_by_another_program_while_the_question_stands(stage: Stage) -> None:
    begun(stage, 3)
    async with stage.play(NORMAL, start="experiments") as play:
        await play.press("s")
        stage.heeldiary.done("experiment", "stop", "--yes")
        stage.clock.forward(timedelta(days=2))
        await play.press("y")
        assert "already ended" in play.said
    assert stage.heeldiary.done("experiment", "result", "--json").json["mornings"] == 3
