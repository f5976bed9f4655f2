"""Two feet, one digit after the other: `6 4` logs both, whatever the digits, the typing speed and the file."""

from itertools import product

import pytest

from heeldiary.tui.widgets.score_row import ScoreRow
from tests.sampling import sampled
from tests.tui.stage import NORMAL, SMALL, Play, Stage

TODAY, YESTERDAY = "2026-11-22", "2026-11-21"


@pytest.fixture
def both(empty: Stage) -> Stage:
    """A stage whose diary knows that both feet hurt."""
    empty.heeldiary.done("settings", "affected-foot", "both")
    return empty


def feet(stage: Stage, day: str = TODAY) -> tuple[int | None, int | None]:
    """The first-step scores of a day, left and right."""
    return stage.scores("left").get(day), stage.scores("right").get(day)


def focused_foot(play: Play) -> str:
    """The foot whose row has the focus."""
    row = play.app.screen.focused
    assert isinstance(row, ScoreRow)
    return row.foot


SCORES = (0, 1, 10)


TYPED = [*product(SCORES, SCORES, (True, False))]
SOME_TYPED = [(1, 0, True), (1, 0, False), (1, 1, True), (0, 10, True), (10, 0, False)]
"""Where a 1 may be the beginning of a ten, at once and a second later."""


@pytest.mark.grid(3)
@pytest.mark.parametrize("typed", sampled(TYPED, SOME_TYPED), ids=str)
async def test_any_two_scores_typed_in_turn_are_left_and_right(both: Stage, typed: tuple[int, int, bool]) -> None:
    left, right, quick = typed
    if (left, right) == (1, 0) and quick:
        return  # at once, that is the left foot's ten
    async with both.play() as play:
        before = both.steps_back()
        if quick:
            await play.burst(*str(left), *str(right))
        else:
            await play.press(*str(left))
            play.seconds.now += 1.1
            await play.press(*str(right))
        assert feet(both) == (left, right)
        assert both.steps_back() == before + 2
        assert play.said.startswith(f"Saved: right foot, first steps, {right}/10")
        assert f"· left {left}/10" in play.said
        await play.press("u")
        assert feet(both) == (left, None), "an undo step each"
        await play.press("u")
        assert feet(both) == (None, None)
        await play.press(*str(left))
        play.seconds.now += 1.1
        await play.press(*str(right))
        assert feet(both) == (left, right), "what was taken back is typed again in the same order"


async def test_the_line_says_which_foot_is_next(both: Stage) -> None:
    async with both.play() as play:
        for digit in "61":
            await play.press(digit)
            assert play.said.startswith(f"Saved: left foot, first steps, {digit}/10")
            assert play.said.endswith("· next: right")
            await play.press("u")


async def test_a_one_waits_its_second_and_then_goes_on_by_itself(both: Stage) -> None:
    async with both.play() as play:
        await play.press("1")
        assert focused_foot(play) == "left"
        assert await play.until(lambda: focused_foot(play) == "right")
        await play.press("0")
        assert feet(both) == (1, 0)


@pytest.mark.parametrize("between", [("down", "up"), ("n", "escape"), ("left_square_bracket", "right_square_bracket")])
async def test_what_comes_between_a_one_and_the_next_digit_loses_nothing(both: Stage, between: tuple[str, ...]) -> None:
    async with both.play() as play:
        await play.press("1", *between)
        await play.press("4")
        assert feet(both) in ((1, 4), (4, None))
        assert feet(both) == (1, 4) or "(was 1)" in play.said


async def test_a_one_that_was_taken_back_does_not_move_the_focus(both: Stage) -> None:
    async with both.play() as play:
        await play.press("1", "u")
        await play.later(1.2)
        await play.press("6")
        assert feet(both) == (6, None)


async def test_the_right_foot_first(both: Stage) -> None:
    async with both.play() as play:
        await play.press("down", "4", "6")
        assert feet(both) == (6, 4)


async def test_with_both_there_a_digit_corrects_the_row_it_is_typed_at(both: Stage) -> None:
    async with both.play() as play:
        await play.press("6", "4", "5")
        assert feet(both) == (6, 5)
        await play.press("up", "7", "8")
        assert feet(both) == (8, 5)


async def test_every_moment_goes_on_but_only_to_an_affected_foot(both: Stage) -> None:
    async with both.play() as play:
        await play.press("down", "down", "3")
        assert play.said.endswith("· next: right")
        await play.press("5")
        scores = [both.scores(foot, "after-sitting") for foot in ("left", "right")]
        assert scores == [{TODAY: 3}, {TODAY: 5}]
        both.heeldiary.done("settings", "affected-foot", "left")
        both.heeldiary.done("log", "right", "2", "--day", "2026-11-01")
        await play.look()
        play.app.screen.set_focus(None)
        await play.press("6", "4")
        assert feet(both) == (4, None)


@pytest.mark.parametrize("size", sampled([SMALL, NORMAL], [SMALL]))
async def test_arrows_and_clicks_stay_where_they_are(both: Stage, size: tuple[int, int]) -> None:
    async with both.play(size) as play:
        await play.press("right", "right", "right")
        assert feet(both) == (2, None)
        await play.click("0  1  2", along=6) if size == SMALL else await play.click("0   1   2", along=8)
        assert feet(both)[1] is None
        await play.press("7", "5")
        assert feet(both) == (7, 5)


async def test_on_a_past_day_the_same(both: Stage) -> None:
    async with both.play() as play:
        await play.press("left_square_bracket", "6", "1", "0")
        assert feet(both, YESTERDAY) == (6, 10)
        await play.press("left_square_bracket", "3", "2")
        assert feet(both) == (None, None)
        assert feet(both, "2026-11-20") == (3, 2)


@pytest.mark.thorough
@pytest.mark.parametrize("before", [(), ("down", "down", "3", "up", "up", "up")])
async def test_while_another_program_holds_the_diary(both: Stage, before: tuple[str, ...]) -> None:
    """Also after a change that is already waiting."""
    async with both.play() as play:
        with both.held():
            await play.press(*before, "6", "4", "5")
            assert "Another program is using the diary" in play.said
        assert await play.until(lambda: feet(both) == (6, 5))


@pytest.mark.parametrize("keys", sampled(["64", "1064", "104", "14", "110"], ["64", "104", "110"]))
async def test_the_first_key_of_all_goes_on_too(empty: Stage, keys: str) -> None:
    expected = {"64": (6, 4), "1064": (10, 4), "104": (10, 4), "14": (1, 4), "110": (1, 10)}[keys]
    async with empty.play() as play:
        await play.press("b", *keys)
        assert feet(empty) == expected


@pytest.mark.slow
async def test_a_digit_that_outran_the_question_is_no_answer(both: Stage) -> None:
    both.heeldiary.done("log", "6", "4", "--day", YESTERDAY)
    both.heeldiary.done("log", "left", "7")
    both.clock.set("2026-11-22T16:00:00")
    for second in "123":
        async with both.play() as play:
            await play.burst("5", second)
            assert play.dialog == "WhichMorning"
            assert "not saved" in play.text
            assert (feet(both), feet(both, YESTERDAY)) == ((7, None), (6, 4))
            play.seconds.now += 1
            await play.press("escape")
    async with both.play() as play:
        await play.press("5")
        play.seconds.now += 1
        await play.press("1", "3")
        assert feet(both) == (5, 3), "answered, it is the right foot's turn"


@pytest.mark.parametrize("keys", [("left_square_bracket",), ("j", *"1d", "enter")])
async def test_another_day_begins_with_the_first_foot(stage: Stage, keys: tuple[str, ...]) -> None:
    stage.heeldiary.done("settings", "affected-foot", "both")
    async with stage.play() as play:
        await play.press("6", "4", *keys, "5", "3")
        assert stage.scores("left")["2026-11-21"] == 5
        assert stage.scores("right")["2026-11-21"] == 3
        await play.press("down", "down", "right_square_bracket", "7")
        assert stage.scores("left")["2026-11-22"] == 7


async def test_the_month_is_of_the_foot_whose_row_has_the_focus(both: Stage) -> None:
    both.heeldiary.done("log", "left", "3")
    both.heeldiary.done("log", "right", "7", "--day", "yesterday")
    async with both.play() as play:
        for key, foot, scores in (("end", "left", "· [3]"), ("down", "right", "7 [·]"), ("up", "left", "· [3]")):
            await play.press(key)
            assert foot in play.words("Month")
            assert scores in play.words("Month")


@pytest.mark.parametrize("size", [SMALL, NORMAL])
async def test_how_many_scores_a_row_has_is_shown_for_each_foot(stage: Stage, size: tuple[int, int]) -> None:
    stage.heeldiary.done("settings", "affected-foot", "both")
    for foot in ("left", "left", "right", "right"):
        stage.heeldiary.done("log", foot, "4", "--moment", "after-activity")
    async with stage.play(size) as play:
        assert play.line("After activity").split()[:8] == ["After", "activity", "L", "4", "×2", "R", "4", "×2"]


@pytest.mark.parametrize("foot", ["left", "right"])
@pytest.mark.parametrize("worst", [True, False])
async def test_the_last_mornings_name_the_foot_apart_from_what_x_means(both: Stage, foot: str, worst: bool) -> None:
    both.heeldiary.done("log", "10" if worst else "9", "4", "--day", "yesterday")
    for size in (SMALL, NORMAL):
        async with both.play(size) as play:
            await play.press(*(["down"] if foot == "right" else []))
            heading = play.rows("RecentMornings")[0].split()
            assert "mornings," in [word.lower() for word in heading]
            end = ["X:", "10"] if worst and size == SMALL else []
            assert heading[heading.index(foot) :] == [foot, "foot", *end]


async def test_a_ten_in_the_small_month_has_both_brackets(both: Stage) -> None:
    both.heeldiary.done("log", "10", "4")
    async with both.play(SMALL) as play:
        assert "[10]" in play.words("Month")
        assert "›" not in play.words("Month")
