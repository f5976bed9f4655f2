"""Below 80x24, from 40x12: the morning, the last days and the routine's digits, with the same keys as elsewhere."""

import re
from collections.abc import Callable
from datetime import date

import pytest

from heeldiary.charts.views import VIEWS
from heeldiary.tui.diary.page import DiaryPage
from heeldiary.tui.trends.chart import TrendChart
from heeldiary.tui.trends.page import TrendsPage
from tests.tui.stage import SMALL, Stage
from tests.tui.test_frame import SCREENS, a_demo, whole

TINIEST, TINY = (40, 12), (46, 19)
TODAY = "2026-11-22"


@pytest.mark.parametrize("size", [TINIEST, TINY])
async def test_one_key_logs_the_morning(stage: Stage, size: tuple[int, int]) -> None:
    async with stage.play(size) as play:
        await play.press("6")
        assert stage.scores() == {TODAY: 6}
        assert play.said.startswith("Saved: left foot, first steps, 6/10")
        await play.press("1", "0", "right", "u")
        assert stage.scores() == {TODAY: 6}
        whole(play)


async def test_both_feet_one_after_the_other(stage: Stage) -> None:
    stage.heeldiary.done("settings", "affected-foot", "both")
    async with stage.play(TINIEST) as play:
        await play.press("6", "4")
        assert (stage.scores(), stage.scores("right")) == ({TODAY: 6}, {TODAY: 4})
        assert [line for line in play.lines if line.startswith(("▌ R", "  L Left"))] != []


async def test_the_last_days_are_there(stage: Stage) -> None:
    stage.heeldiary.done("log", "left", "7", "--day", "1d")
    async with stage.play(TINIEST) as play:
        assert "Last 14 mornings" in play.text
        assert [line.split()[-2:] for line in play.lines if line.startswith("  L  ·")] == [["7", "·"]]


async def test_only_the_mornings_rows_until_e(stage: Stage) -> None:
    stage.heeldiary.done("log", "activity", "walking", "45")
    async with stage.play(TINIEST) as play:
        assert "After" not in play.text
        assert "walking" not in play.text
        await play.press("e")
        assert "Average" in play.text
        await play.press("3")
        assert stage.scores(moment="average") == {TODAY: 3}
        await play.press("down", "down", "down")
        assert "walking" in play.text
        await play.press("e")
        assert "Average" not in play.text
        await play.press("5")
        assert stage.scores() == {TODAY: 5}


async def test_which_morning_is_asked_here_too(stage: Stage) -> None:
    stage.heeldiary.done("log", "left", "4")
    stage.clock.set(f"{TODAY}T16:00:00")
    async with stage.play(TINIEST) as play:
        await play.press("7")
        assert play.dialog == "WhichMorning"
        whole(play)
        await play.press("escape")
        assert stage.scores() == {TODAY: 4}


async def test_the_night_row_is_there_after_midnight(stage: Stage) -> None:
    stage.clock.set("2026-11-23T02:00:00")
    async with stage.play(TINIEST) as play:
        assert "Night" in play.text


@pytest.mark.parametrize("size", [TINIEST, TINY])
async def test_a_routine(stage: Stage, size: tuple[int, int]) -> None:
    stage.answered()
    async with stage.play(size, "routine") as play:
        whole(play)
        await play.press("6", "space")
        await play.massage(5 + 48)
        assert "Kidney 1" in play.text
        await play.press("n", "x")
        (entry,) = stage.entries("massage")
        assert entry["score_before"] == 6
        assert entry["steps"][0]["seconds"] == 48
        whole(play)


async def test_every_view_of_trends_can_be_reached_and_its_name_seen(stage: Stage) -> None:
    for day in range(30):
        stage.heeldiary.done("log", str(day % 7), "--day", f"{day}d")
    async with stage.play(TINIEST) as play:
        await play.press("t")
        for view in VIEWS:
            tabs = play.text.splitlines()[1]
            assert re.search(rf"\b{view}\b", tabs, re.IGNORECASE), tabs
            assert tabs.lstrip().startswith("‹") == (view not in VIEWS[:4])
            whole(play)
            await play.press("v")


async def test_weeks_name_the_foot_and_the_loads_and_a_click_finds_its_week(stage: Stage) -> None:
    for day in range(30):
        stage.heeldiary.done("log", str(day % 7), "--day", f"{day}d")
    stage.heeldiary.done("log", "activity", "walking", "30")
    async with stage.play((46, 19), "trends") as play:
        assert await play.until(lambda: "Computing" not in play.text)
        assert "Left foot" in play.text
        assert {"Massage", "Active", "Steps", "Sitting"} <= {*play.text.split()}
        numbers = next(line for line in play.lines if re.fullmatch(r" *Week[ 0-9]+", line) and "45" in line)
        await play.click_at(numbers.index("45"), play.app.screen.query_one(TrendChart).region.y + 3)
        assert isinstance(play.app.page, TrendsPage)
        assert play.app.page.selected == date.fromisocalendar(2026, 45, 1)


async def test_care_is_logged_and_listed(stage: Stage) -> None:
    async with stage.play(TINIEST) as play:
        await play.press("c", "o", *"ice", "enter")
        assert [entry["kind"] for entry in stage.entries("care")] == ["ice"]
        assert "ice" in play.text
        whole(play)


async def test_the_guide_is_read_topic_by_topic(stage: Stage) -> None:
    async with stage.play(TINIEST) as play:
        await play.press("g")
        first = play.text
        await play.press("down")
        assert play.text != first
        whole(play)


@pytest.mark.parametrize("size", [(39, 12), (40, 11), (30, 8)])
async def test_below_that_a_sentence_names_the_command(stage: Stage, size: tuple[int, int]) -> None:
    async with stage.play(size) as play:
        read = " ".join(play.text.split())
        assert read.startswith("heeldiary needs at least 40 columns and 12 rows")
        assert "`heeldiary 6` logs a 6." in read
        await play.press("6", "t")
        assert stage.entries() == []


@pytest.mark.parametrize(
    "key", [*SCREENS, "question_mark", "comma", "a", "s", "m", "o", "n", "j", "slash", "number_sign"]
)
async def test_every_screen_and_dialog_is_whole(stage: Stage, key: str) -> None:
    async with stage.play(TINIEST) as play:
        await play.press(key)
        whole(play)
        for panel in play.app.screen.query("#panel"):
            assert panel.region.bottom <= TINIEST[1]
            assert panel.region.right <= TINIEST[0]


async def test_a_form_is_filled_in_and_saved(stage: Stage) -> None:
    async with stage.play(TINIEST) as play:
        await play.press("m")
        assert "Around the heel" in play.text
        await play.press("tab", "tab", "tab", "tab", "tab", "tab")
        await play.type("2m")
        await play.press("tab", "tab", "tab", "tab")
        await play.type("after the bath")
        assert "after the bath" in play.text, "the field that has the focus is in sight"
        await play.press("enter")
        assert [entry["note"] for entry in stage.entries("massage")] == ["after the bath"]


async def test_resized_in_the_middle_of_anything_nothing_is_lost(stage: Stage) -> None:
    stage.answered()
    async with stage.play(SMALL) as play:
        await play.press("down", "down")
        await play.resize(*TINIEST)
        await play.press("5")
        assert stage.scores() == {TODAY: 5}, "the row that had the focus is hidden: the digit is this morning's"
        await play.press("n")
        await play.type("half")
        await play.resize(*SMALL)
        await play.resize(30, 8)
        await play.resize(*TINIEST)
        await play.type(" and half")
        await play.press("escape")
        assert [entry["note"] for entry in stage.entries("note")] == ["half and half"]
        await play.press("r", "space")
        await play.massage(10)
        await play.resize(*SMALL)
        await play.massage(10)
        await play.resize(*TINIEST)
        await play.press("x")
        assert stage.entries("massage")[0]["seconds"] == 15


@pytest.mark.slow
@pytest.mark.parametrize("size", [TINIEST, TINY])
async def test_a_tour(stage: Stage, snapshot: Callable[[str, str], None], size: tuple[int, int]) -> None:
    a_demo(stage, 90)
    stage.heeldiary.done("settings", "affected-foot", "both")
    async with stage.play(size) as play:
        seen = []
        for key in ("6", "e", "e", "n", "a", "o", "question_mark", "comma", "r", "t", "g"):
            before = len(play.app.screen_stack)
            await play.press(key)
            await play.computed()
            seen.append(f"{key}\n{play.styled_text if key in '6r' else play.text}")
            while len(play.app.screen_stack) > before:
                await play.press("escape")
        snapshot(f"tour-tiny-{size[0]}", "\n\n".join(seen))


async def test_the_other_rows_come_below_the_last_and_go_above_the_first(stage: Stage) -> None:
    async with stage.play((46, 19)) as play:
        brief = play.text
        assert "After sitting" not in brief
        await play.press("down")
        assert "After sitting" in play.text
        assert isinstance(play.app.page, DiaryPage)
        while play.app.page.focused is not play.app.page.first_steps_row():
            await play.press("up")
        assert "After sitting" in play.text
        await play.press("up")
        assert "After sitting" not in play.text
        await play.press("down", "[", "]")
        assert "After sitting" not in play.text, "another day begins as the first did"


async def test_a_note_that_was_found_has_the_focus_and_no_digit_hits_a_score(stage: Stage) -> None:
    stage.heeldiary.done("log", "left", "6", "--day", "2d")
    stage.heeldiary.done("log", "note", "bad night", "--day", "2d")
    async with stage.play((46, 19)) as play:
        await play.press("slash", *"bad", "enter")
        assert "bad night" in play.text
        await play.press("0")
        assert "takes no score" in play.said
        assert stage.scores() == {"2026-11-20": 6}


async def test_what_the_coin_says_is_in_sight_and_the_page_scrolls(stage: Stage) -> None:
    stage.heeldiary.done("log", "5")
    stage.heeldiary.done("experiment", "new", "taping or not", "--days", "16", "--asked", "--yes")
    async with stage.play((46, 19), "experiments") as play:
        assert "the coin says:" in play.text
        assert "Measured by" not in play.text
        await play.press(*["down"] * 6)
        assert "Measured by" in play.text
