"""The Diary's scores by key: each saved at once, each one undo step."""

import re

import pytest

from heeldiary.domain.scales import MOMENT_WORDS, Moment
from heeldiary.tui.widgets.score_row import ScoreRow
from tests.sampling import sampled
from tests.tui.stage import NORMAL, SMALL, TO_LAST_ROW, Stage

TODAY = "2026-11-22"
ROWS = ("after-sitting", "after-activity")
MORE = ("average", "worst", "night")


async def test_one_key_logs_the_morning(stage: Stage) -> None:
    async with stage.play() as play:
        for digit in (9, 8, 7, 6, 5, 4, 3, 2, 0, 1):
            await play.press(str(digit))
            (entry,) = stage.entries()
            assert (entry["type"], entry["foot"], entry["moment"]) == ("pain", "left", "first-step")
            assert (entry["score"], entry["day"], entry["late"], entry["source"]) == (digit, TODAY, False, "typed")
            assert play.said.startswith(f"Saved: left foot, first steps, {digit}/10")
            assert play.said.endswith(", Sun 22 Nov 2026")
            assert f"[{digit}]" in play.text, "the month shows it"


async def test_one_and_zero_within_a_second_are_ten_and_one_step(stage: Stage) -> None:
    async with stage.play() as play:
        before = stage.steps_back()
        await play.press("1")
        play.seconds.now += 0.9
        await play.press("0")
        assert stage.scores() == {TODAY: 10}
        assert stage.steps_back() == before + 1
        assert "10/10" in play.said
        await play.press("u")
        assert stage.scores() == {}


async def test_one_and_zero_over_an_earlier_score_are_one_step_back_to_it(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("7", "1", "0")
        assert stage.scores() == {TODAY: 10}
        await play.press("u")
        assert stage.scores() == {TODAY: 7}


async def test_one_and_zero_after_more_than_a_second_are_one_then_nought(stage: Stage) -> None:
    async with stage.play() as play:
        before = stage.steps_back()
        await play.press("1")
        play.seconds.now += 1.1
        await play.press("0")
        assert stage.scores() == {TODAY: 0}
        assert stage.steps_back() == before + 2
        await play.press("u")
        assert stage.scores() == {TODAY: 1}


async def test_only_one_and_zero_make_ten(stage: Stage) -> None:
    async with stage.play() as play:
        for keys, score in (("20", 0), ("15", 5), ("100", 0), ("110", 10), ("01", 1), ("00", 0)):
            await play.press(*keys)
            assert stage.scores() == {TODAY: score}, keys
            play.seconds.now += 5


@pytest.mark.parametrize("between", [("down",), ("right_square_bracket", "left_square_bracket"), ("u",)])
async def test_what_comes_between_makes_no_ten(stage: Stage, between: tuple[str, ...]) -> None:
    async with stage.play() as play:
        await play.press("1", *between, "0")
        assert 10 not in [entry["score"] for entry in stage.entries()]


@pytest.mark.parametrize("moment", sampled([*ROWS, *MORE], [ROWS[0], MORE[-1]]))
async def test_ten_on_every_other_row_is_one_step(stage: Stage, moment: str) -> None:
    async with stage.play() as play:
        if moment in MORE:
            await play.press("e", *["down"] * MORE.index(moment))
        else:
            await play.press(*["down"] * (1 + ROWS.index(moment)))
        before = stage.steps_back()
        await play.press("1", "0")
        assert stage.scores("left", moment) == {TODAY: 10}
        assert stage.steps_back() == before + 1
        await play.press("4", "1", "0")
        assert stage.scores("left", moment) == {TODAY: 10}
        await play.press("u")
        assert stage.scores("left", moment) == {TODAY: 4}


async def test_left_and_right_are_one_less_and_one_more(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("left")
        assert stage.scores() == {}
        await play.press("right")
        assert stage.scores() == {TODAY: 0}
        await play.press("left")
        assert stage.scores() == {TODAY: 0}
        await play.press("right", "right")
        assert stage.scores() == {TODAY: 2}
        await play.press("u")
        assert stage.scores() == {TODAY: 1}
        await play.press("1", "0", "right")
        assert stage.scores() == {TODAY: 10}
        await play.press("left")
        assert stage.scores() == {TODAY: 9}


async def test_enter_adds_another_after_sitting(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("down", "5")
        await play.press("3")
        assert [entry["score"] for entry in stage.entries()] == [3], "a digit changes the score that is shown"
        await play.press("enter")
        assert "+" in play.line("After sitting")[:44]
        await play.press("6", "enter", "right")
        assert [entry["score"] for entry in stage.entries()] == [3, 6, 0]
        assert "×3" in play.text
        assert {entry["moment"] for entry in stage.entries()} == {"after-sitting"}
        await play.press("u")
        assert [entry["score"] for entry in stage.entries()] == [3, 6]


async def test_enter_again_goes_through_the_earlier_scores_to_change_them(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("down", "5", "enter", "3", "enter")
        assert play.said.startswith("Type one more score")
        await play.press("enter")
        assert play.said == "Score 1 of 2, 5/10: type another to change it."
        assert "1/2" in play.line("After sitting")
        await play.press("right", "right")
        assert [entry["score"] for entry in stage.entries()] == [7, 3]
        await play.press("enter")
        assert "2/2" in play.line("After sitting")
        await play.press("enter", "enter", "1", "0")
        assert [entry["score"] for entry in stage.entries()] == [10, 3]
        assert "×2" in play.line("After sitting"), "after a digit the last score is shown again"
        await play.press("4", "enter", "enter", "delete")
        assert [entry["score"] for entry in stage.entries()] == [4]


async def test_a_row_that_was_left_shows_its_last_score_again(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("down", "5", "enter", "3", "enter", "enter", "down", "up", "6")
        assert [entry["score"] for entry in stage.entries()] == [5, 6]


async def test_tags_go_to_the_score_that_was_chosen(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("down", "5", "enter", "3", "enter", "enter", "#")
        await play.press(*"rain", "enter")
        assert [entry.get("tags") for entry in stage.entries()] == [["rain"], []]


async def test_another_stays_another_when_a_command_writes_meanwhile(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("down", "5", "enter")
        stage.heeldiary.done("log", "note", "from elsewhere")
        await play.look()
        await play.press("7")
        assert [entry["score"] for entry in stage.entries("pain")] == [5, 7]


async def test_enter_where_one_a_day_is_all_says_so(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("6", "enter", "4")
        assert stage.scores() == {TODAY: 4}
        await play.press("enter")
        assert "one score a day" in play.said


async def test_clear(stage: Stage) -> None:
    async with stage.play() as play:
        for key in ("delete", "backspace"):
            steps = stage.steps_back()
            await play.press(key)
            assert stage.steps_back() == steps, "an empty row has nothing to clear"
            await play.press("6", key)
            assert stage.entries() == []
            assert "6/10" in play.said
            await play.press("u")
            assert stage.scores() == {TODAY: 6}
            await play.press("u")


async def test_clear_after_enter_clears_nothing_that_was_saved(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("down", "5", "enter", "delete")
        assert [entry["score"] for entry in stage.entries()] == [5]


async def test_the_last_row_is_no_scale_and_without_a_row_digits_go_to_the_first_steps(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press(*TO_LAST_ROW, "5")
        assert stage.scores() == {}, "the last row is no scale: nobody's pain is scored by mistake"
        assert "takes no score" in play.said
        await play.press(*["up"] * 12, "6")
        assert stage.scores() == {TODAY: 6}
        play.app.screen.set_focus(None)
        await play.press("7")
        assert stage.scores() == {TODAY: 7}
        await play.press("tab", "tab", "tab", "tab", "8")
        assert stage.scores("left")[TODAY] in (7, 8)


async def test_more_rows_come_and_go(stage: Stage) -> None:
    async with stage.play() as play:
        for word in ("Average", "Worst", "Night"):
            assert word not in play.text
        await play.press("e", "3", "down", "8", "down", "2")
        assert (stage.scores("left", "average"), stage.scores("left", "worst"), stage.scores("left", "night")) == (
            {TODAY: 3}, {TODAY: 8}, {TODAY: 2},
        )  # fmt: skip
        await play.press("e")
        for word in ("Average", "Worst", "Night"):
            assert word in play.text, "what has a score stays in sight"
        await play.press("u", "u", "u")
        assert "Average" not in play.text
        await play.press("5")
        assert stage.scores() == {TODAY: 5}, "a hidden row takes no digit"


@pytest.mark.parametrize(
    ("affected", "keys", "left", "right"),
    [("right", "6", {}, {TODAY: 6}), ("both", "6", {TODAY: 6}, {}), ("left", "6", {TODAY: 6}, {})],
)
async def test_the_affected_foot_has_the_focus(
    empty: Stage, affected: str, keys: str, left: dict[str, int], right: dict[str, int]
) -> None:
    empty.heeldiary.done("settings", "affected-foot", affected)
    async with empty.play() as play:
        assert ("Left foot" in play.text) == (affected != "right")
        assert ("Right foot" in play.text) == (affected != "left")
        await play.press(*keys)
        assert (empty.scores("left"), empty.scores("right")) == (left, right)


async def test_both_feet_one_below_the_other(empty: Stage) -> None:
    empty.heeldiary.done("settings", "affected-foot", "both")
    async with empty.play() as play:
        await play.press("down", "2", "6")
        assert (empty.scores("left"), empty.scores("right")) == ({TODAY: 6}, {TODAY: 2})
        await play.press("down")
        await play.press("down", "3", "4")
        assert (empty.scores("left", "after-sitting"), empty.scores("right", "after-sitting")) == (
            {TODAY: 3}, {TODAY: 4},
        )  # fmt: skip


async def test_a_score_of_the_other_foot_brings_its_row(stage: Stage) -> None:
    stage.heeldiary.done("log", "right", "3")
    async with stage.play() as play:
        assert "Right foot" in play.text
        await play.press("down", "4")
        assert stage.scores("right") == {TODAY: 4}


@pytest.mark.parametrize("moment", MOMENT_WORDS)
def test_a_row_by_itself_says_which_moment_and_foot_it_is(moment: Moment) -> None:
    row = ScoreRow("right", moment)
    assert row.draw(80, 1).text().split() == [*MOMENT_WORDS[moment].capitalize().split(), "R", "–"]
    row.show([4], labelled=False)
    assert row.draw(80, 1).text().split() == ["R", "4"]
    row.show([4, 10], labelled=False, beside=True)
    assert row.draw(9, 1).text().split() == ["R", "10", "×2"]


@pytest.mark.parametrize("size", [SMALL, NORMAL, (160, 50)])
async def test_both_feet_of_a_moment_are_on_one_line_with_the_scale_of_the_focused_one(
    stage: Stage, size: tuple[int, int]
) -> None:
    stage.heeldiary.done("settings", "affected-foot", "both")
    scale = [str(score) for score in range(11)]
    async with stage.play(size) as play:
        await play.press("down", "down")
        for foot, score in (("left", "4"), ("right", "2")):
            line = play.line("After sitting")[: 48 if size == SMALL else 72]
            assert re.findall(r"\d+", line[line.index(foot[0].upper(), 17) :])[:11] == scale
            assert not re.search(r"\d", play.line("After activity")[:44])
            await play.press(score)
        await play.press("down")
        line = play.line("After sitting")
        assert re.search(r"L +4 +R +2 ", line), line
        assert [stage.scores(foot, "after-sitting") for foot in ("left", "right")] == [{TODAY: 4}, {TODAY: 2}]


async def test_each_key_of_a_row_does_what_it_says_and_says_what_it_did(stage: Stage) -> None:
    async with stage.play() as play:
        row = "left foot, after sitting"
        for key, said in (
            ("6", f"Saved: {row}, 6/10, Sun 22 Nov 2026"),
            ("right", f"Saved: {row}, 7/10 (was 6), Sun 22 Nov 2026"),
            ("left", f"Saved: {row}, 6/10 (was 7), Sun 22 Nov 2026"),
            ("3", f"Saved: {row}, 3/10, Sun 22 Nov 2026"),
            ("delete", f"Cleared: {row}, 3/10, Sun 22 Nov 2026 · u brings it back"),
            ("backspace", f"Cleared: {row}, 6/10, Sun 22 Nov 2026 · u brings it back"),
            ("right", f"Saved: {row}, 0/10, Sun 22 Nov 2026"),
        ):
            await play.press(*(["down"] if key == "6" else ["enter"] if key == "3" else []), key)
            assert play.said == said
        await play.press("left")
        assert stage.scores("left", "after-sitting") == {"2026-11-22": 0}, "not below none"
        await play.press("up", "enter")
        assert play.said == "No score yet: type 0 to 9, or 1 and then 0 for ten."
        await play.press("4", "enter")
        assert play.said == "This has one score a day: type a score to change it."
        await play.press("delete", "delete")
        assert play.said == "There is no score here to clear."
        await play.press("down", "down", "down", "delete")
        assert play.said == "There is nothing here to delete."
        await play.press("6")
        assert play.said.startswith("This row takes no score")


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ("left", "No score yet: type 0 to 9, or 1 and then 0 for ten."),
        ("0 left", "0 is no pain: there is no lower score."),
        ("1 0 right", "10 is the worst: there is no higher score."),
    ],
)
async def test_an_arrow_that_cannot_go_on_says_why_and_saves_nothing(stage: Stage, keys: str, said: str) -> None:
    async with stage.play() as play:
        *before, arrow = keys.split()
        await play.press(*before)
        scores = stage.scores()
        await play.press(arrow)
        assert play.said == said
        assert stage.scores() == scores


async def test_what_was_said_of_a_day_goes_with_it(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("6")
        assert play.said.startswith("Saved")
        await play.press("[")
        assert play.said == ""


async def test_the_rest_of_a_decimal_changes_no_score_of_today(stage: Stage) -> None:
    """A point goes to today: whoever types 6.5 on another day would score today by the 5."""
    stage.heeldiary.done("log", "3")
    async with stage.play() as play:
        await play.press("left_square_bracket", "6", "full_stop", "5", "5")
        assert stage.scores() == {TODAY: 3, "2026-11-21": 6}
        assert play.said == "A score is a whole number; 5 changed nothing. Today's 3 stays."
        play.seconds.now += 2
        await play.press("5")
        assert stage.scores() == {TODAY: 5, "2026-11-21": 6}, "a second later it is meant"


async def test_the_rest_of_a_decimal_scores_no_empty_morning(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("left_square_bracket", "6", "full_stop", "5")
        assert stage.scores() == {"2026-11-21": 6}
        assert play.said == "A score is a whole number; 5 was not saved. If it is a score, type it again."


async def test_a_decimal_comma_opens_no_settings(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("6", "comma", "5")
        assert (play.dialog, stage.scores()) == ("", {TODAY: 6})
        assert play.said == "A score is a whole number; 5 changed nothing. Today's 6 stays."
        play.seconds.now += 2
        await play.press("6", "comma")
        assert (play.dialog, play.said) == ("", "A score is a whole number. For Settings, press , again.")
        await play.press("comma")
        assert play.dialog == "SettingsForm"


async def test_escape_ends_adding_a_score(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("down", "4", "enter")
        assert "Type one more score" in play.said
        await play.press("escape")
        assert play.said == ""
        await play.press("5")
        assert [entry["score"] for entry in stage.entries("pain")] == [5]


async def test_undo_of_one_more_score_does_not_say_that_there_is_none(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("down", "4", "enter", "6", "u")
        assert [entry["score"] for entry in stage.entries("pain")] == [4]
        assert play.said.startswith("Undone: left foot, after sitting, 6/10")
        assert "Now" not in play.said
        await play.press("up", "7", "u")
        assert "Now: not logged" in play.said


async def test_the_number_of_scores_beside_a_ten_is_whole(stage: Stage) -> None:
    stage.heeldiary.done("settings", "affected-foot", "both")
    for score in ("10", "10"):
        stage.heeldiary.done("log", "left", score, "--moment", "after-sitting")
    stage.heeldiary.done("log", "right", "2", "--moment", "after-sitting")
    async with stage.play() as play:
        assert "10×2" in play.line("After sitting").replace(" ", "")
