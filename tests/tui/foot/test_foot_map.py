"""The map of the foot: looked around on by arrows and clicks, marked where it hurts, shown over the weeks."""

from datetime import timedelta
from itertools import pairwise

import pytest
from textual.types import AnimationLevel

from heeldiary.charts.foot.areas import area_cell, areas_in_view
from heeldiary.domain.areas import AREAS
from heeldiary.domain.routine.points import POINTS
from heeldiary.tui.foot.foot_map import FootMap
from tests.sampling import sampled
from tests.tui.stage import NORMAL, SMALL, Play, Stage


@pytest.fixture(autouse=True)
def nothing_against_it(stage: Stage) -> None:
    """There is no reason against a massage."""
    stage.answered()


def sore(stage: Stage) -> list[list[str]]:
    """The spots marked, session by session."""
    return [entry["sore"] for entry in stage.entries("massage")]


def told(play: Play) -> str:
    """The text about the spot."""
    return play.words("#words")


@pytest.mark.parametrize("size", sampled([SMALL, NORMAL], [SMALL]))
async def test_a_look_around_tells_all_of_a_point_and_the_clock_runs_on(stage: Stage, size: tuple[int, int]) -> None:
    async with stage.play(size, "routine") as play:
        await play.press("space")
        await play.massage(5 + 10)
        await play.press("up")
        assert told(play).startswith("Here Left foot. Hollow behind the ball")
        point = POINTS["ki1"]
        for text in (point.title, point.meaning, *point.other_names, point.press, point.minutes_said, point.expect):
            assert " ".join(text.split()) in told(play)
        assert point.find.split(". ")[0] in told(play)
        assert point.beware.split(". ")[-1] in told(play)
        await play.massage(10)
        await play.press("escape")
        assert play.app.page is not None
        assert play.app.page.PAGE == "routine"
        assert told(play).startswith("Press")
        await play.press("x", "escape")
        assert play.app.page.PAGE == "diary"
        assert [entry["seconds"] for entry in stage.entries("massage")] == [20]


async def test_a_large_terminal_tells_every_word(stage: Stage) -> None:
    async with stage.play((150, 50), "routine") as play:
        for view_keys in ((), ("v",), ("v",), ("v",)):
            await play.press(*view_keys)
            seen = set[str]()
            for key in ("up",) * 6 + ("down", "left", "left", "right", "right", "left"):
                await play.press(key)
                seen.add(told(play))
            for text in seen:
                spot = next(one for one in AREAS.values() if f"Here Left foot. {one.title}" in text)
                point = POINTS.get(spot.point or "")
                wanted = [point.find, point.press, point.expect, point.beware] if point else ["No point of the routine"]
                assert all(" ".join(one.split()) in text for one in wanted), text


@pytest.mark.parametrize("foot", ["left", "right"])
async def test_left_and_right_are_as_on_the_screen(stage: Stage, foot: str) -> None:
    """The inner side of the left sole is at the left of the picture, that of the right sole at the right."""
    stage.heeldiary.done("settings", "affected-foot", foot)
    inner, outer = ("left", "right") if foot == "left" else ("right", "left")
    async with stage.play(NORMAL, "routine") as play:
        await play.press(*("down",) * 5)
        await play.press(inner, inner)
        assert "Heel, inner side" in told(play)
        await play.press(outer, outer)
        assert "Heel, outer side" in told(play)


@pytest.mark.parametrize("size", sampled([SMALL, NORMAL], [NORMAL]))
async def test_a_click_looks_there(stage: Stage, size: tuple[int, int]) -> None:
    async with stage.play(size, "routine") as play:
        for spot in areas_in_view("sole"):
            region = play.app.screen.query_one(FootMap).region
            column, row = area_cell("sole", "left", region.width, region.height, spot)
            await play.click_at(region.x + column, region.y + row)
            assert f"Here Left foot. {AREAS[spot].title}" in told(play)


async def test_all_four_views(stage: Stage) -> None:
    async with stage.play(NORMAL, "routine") as play:
        await play.press("up")
        pictures = [play.words("FootMap")]
        for _ in range(3):
            await play.press("v")
            pictures.append(play.words("FootMap"))
        assert all(before != after for before, after in pairwise(pictures))
        await play.press("v")
        assert play.words("FootMap")[:20] == pictures[0][:20]


async def test_where_it_hurts_is_kept_with_the_session_and_taken_back(stage: Stage) -> None:
    async with stage.play(NORMAL, "routine") as play:
        await play.press("space")
        await play.massage(5 + 20)
        await play.press("h")
        assert "Go to where it hurts" in play.said
        await play.press("h")
        assert "it hurts here today" in play.said
        assert sore(stage) == [["hollow"]]
        await play.press("down", "h")
        assert sore(stage) == [["hollow", "arch"]]
        await play.press("up", "h", "x")
        assert sore(stage) == [["arch"]]
        assert "hurts at arch" in stage.heeldiary.done("show").out
        await play.press("down", "h", "h")
        assert sore(stage) == [["arch"]]
        await play.press("u")
        assert sore(stage) == []


async def test_marks_survive_being_killed(stage: Stage) -> None:
    async with stage.play(NORMAL, "routine", end=False) as play:
        await play.press("space")
        await play.massage(5 + 20)
        await play.press("up", "h")
    async with stage.play(NORMAL, "routine") as play:
        await play.press("space", "1")
        await play.massage(5 + 5)
        await play.press("up", "down", "h", "x")
    assert sore(stage) == [["hollow", "arch"]]


async def test_the_next_step_is_shown_instead_of_the_place_that_was_looked_at(stage: Stage) -> None:
    async with stage.play(NORMAL, "routine") as play:
        await play.press("space")
        await play.massage(5 + 20)
        await play.press("up")
        assert "Here" in play.text
        await play.press("n")
        assert "Here" not in play.text
        assert "Shi Mian" in play.text


async def test_each_foot_has_marks_of_its_own(stage: Stage) -> None:
    async with stage.play(NORMAL, "routine") as play:
        await play.press("space")
        await play.massage(5 + 20)
        await play.press("up", "h", "f")
        await play.massage(5 + 20)
        await play.press("down", "h", "x")
        kept = {entry["foot"]: entry["sore"] for entry in stage.entries("massage")}
        assert kept == {"left": ["hollow"], "right": ["arch"]}


@pytest.mark.thorough
async def test_trends_show_where_it_hurt_over_the_weeks(stage: Stage) -> None:
    stage.clock.set("2026-11-09T07:00:00")
    for _ in range(4):
        async with stage.play(NORMAL, "routine") as play:
            await play.press("space")
            await play.massage(5 + 20)
            await play.press("up", "h", "x")
        stage.clock.forward(timedelta(days=3))
    async with stage.play(NORMAL, "trends") as play:
        await play.press(*"v" * 7)
        (line,) = [line for line in play.rows("TrendChart") if "Hollow behind the ball" in line]
        assert line.split()[4:6] == ["3", "1"]
        await play.press("f")
        assert "Nothing marked yet" in play.words("TrendChart")
    assert "Where it hurt: hollow behind the ball on 4 days." in stage.heeldiary.done("trends", "--plain").out


async def test_marks_go_with_an_export(stage: Stage) -> None:
    async with stage.play(NORMAL, "routine") as play:
        await play.press("space")
        await play.massage(5 + 20)
        await play.press("up", "h", "x")
    told = stage.heeldiary.done("export").out
    assert '"sore": ["hollow"]' in told


async def test_the_map_shows_the_side_that_the_step_is_about(stage: Stage) -> None:
    async with stage.play(NORMAL, "routine") as play:
        await play.press("up")
        assert told(play).startswith("Here Left foot. Hollow behind the ball")
        await play.press("escape", "l", "end", "enter", "up")
        assert told(play).startswith("Here Left foot. Back of the heel"), "a heel raise is about the calf"
        await play.press("escape", "l", "home", "enter", "space")
        await play.massage(5)
        await play.press("n", "n", "n", "up")
        assert told(play).startswith("Here Left foot. Calf, inner side"), "the last step of the clinic's"


async def test_opened_while_another_program_holds_the_diary_the_map_can_be_looked_at(stage: Stage) -> None:
    async with stage.play(start="guide") as play:
        with stage.held():
            await play.press("r", "up")
            assert told(play).startswith("Here Left foot. Hollow behind the ball")
            assert "nother program" in play.said


async def test_the_current_point_pulses_every_half_second_unless_motion_is_reduced(stage: Stage) -> None:
    async with stage.play(NORMAL, "routine") as play:
        levels: dict[AnimationLevel, bool] = {"none": False, "full": True}
        for level, moves in levels.items():
            play.app.animation_level = level
            await play.press("space")
            await play.massage(5)
            before = play.rows("FootMap")
            play.seconds.now += 0.5
            await play.later(0.51)
            assert (play.rows("FootMap") != before) == moves, level
            await play.press("x")


@pytest.mark.parametrize(("size", "columns"), [(SMALL, 28), (NORMAL, 50)])
async def test_seen_from_the_side_the_foot_has_room_and_all_words_are_seen(
    stage: Stage, size: tuple[int, int], columns: int
) -> None:
    async with stage.play(size, "routine") as play:
        await play.press("up")
        assert play.app.screen.query_one(FootMap).region.width < columns
        await play.press(*("down",) * 4, "left", "v")
        assert "Heel, inner side" in told(play)
        assert play.app.screen.query_one(FootMap).region.width >= columns
        assert {"Here", "Find", "Press", "Beware", "Today"} <= {*play.text.split()}
        await play.press("escape")
        assert play.app.screen.query_one(FootMap).region.width < columns


@pytest.mark.parametrize(("size", "crosses"), [((46, 19), 0), (SMALL, 2), (NORMAL, 2), ((160, 50), 4)])
async def test_below_the_weeks_the_foot_of_the_selected_week_is_shown_from_as_many_sides_as_fit(
    stage: Stage, size: tuple[int, int], crosses: int
) -> None:
    """The arch is seen on the sole and from the inner side, the back of the heel from behind and from there, too."""
    async with stage.play(size, "routine") as play:
        await play.press("up", "down", "h", "v", "v", "v", "h")
    async with stage.play(size, "trends") as play:
        await play.press(*"vvvvvvv")
        assert "Arch" in play.text
        assert ("In the week from " in play.text) == bool(crosses)
        assert play.text.count("✕") - play.text.count("✕ and hatching") - play.text.count("✕ where it hurt") == crosses


async def test_without_a_map_the_row_of_the_next_score_stays_in_sight(stage: Stage) -> None:
    stage.answered()
    async with stage.play((46, 19), "routine") as play:
        await play.press("space")
        await play.massage(5 + 48)
        await play.press("x", "right")
        assert "Hollow behind the ball" in " ".join(play.text.split())
        await play.press("7")
        assert "▌ after  L  7" in play.text


@pytest.mark.parametrize("size", [(46, 19), SMALL])
async def test_the_map_always_names_the_foot_that_h_marks(stage: Stage, size: tuple[int, int]) -> None:
    stage.heeldiary.done("settings", "affected-foot", "both")
    async with stage.play(size, "routine") as play:
        for foot in ("left", "left", "right", "left"):
            await play.press("up")
            assert f"Here {foot.capitalize()} foot." in play.words("#words")
            await play.press("h")
            assert f"{foot} foot: it hurts here today" in play.said or "no longer" in play.said
            await play.press("escape", "f")
            if size == (46, 19):
                assert "in all" in play.said
