"""Care lists what was done for the foot; the Guide says what is known and cites who says so."""

import re

import pytest

from heeldiary.domain.guide import TOPICS
from heeldiary.tui.guide.page import in_the_app
from tests.sampling import sampled
from tests.tui.stage import NORMAL, SMALL, Stage


def a_course(stage: Stage) -> None:
    for days in (9, 6, 3):
        stage.heeldiary.done(
            "log", "care", "acupuncture", "40", "--course", "spring", "--visits", "12", "--day", f"{days}d"
        )
    stage.heeldiary.done("log", "care", "stretching", "10", "--day", "1d")


@pytest.mark.parametrize("size", [SMALL, NORMAL])
async def test_courses_and_entries_newest_first(stage: Stage, size: tuple[int, int]) -> None:
    a_course(stage)
    async with stage.play(size, "care") as play:
        assert "visit 3 of 12" in play.line("spring")
        lines = [line for line in play.lines if re.search("(acupuncture +40|stretching +10) min", line)]
        assert [number for line in lines for number in ("1 of", "2 of", "3 of") if number in line] == [
            "3 of",
            "2 of",
            "1 of",
        ]
        assert "stretching" in lines[0]


async def test_an_entry_is_changed_and_deleted_where_it_stands(stage: Stage) -> None:
    a_course(stage)
    async with stage.play(start="care") as play:
        await play.press("down", "enter")
        assert play.dialog == "Form"
        await play.press("tab", "ctrl+u")
        await play.type("55")
        await play.press("enter")
        assert [entry["minutes"] for entry in stage.entries("care")] == [40, 40, 55, 10]
        await play.press("down", "delete")
        assert [entry["visit"] for entry in stage.entries("care")] == [1, 2, None], "the later visit moves up"
        await play.press("u", "u")
        assert [entry["visit"] for entry in stage.entries("care")] == [1, 2, 3, None]
        assert [entry["minutes"] for entry in stage.entries("care")] == [40, 40, 40, 10]


async def test_care_is_logged_today(stage: Stage) -> None:
    async with stage.play(start="care") as play:
        assert "Nothing logged in the last year" in play.text
        await play.press("o")
        await play.type("taping")
        await play.press("enter")
        assert [(entry["kind"], entry["day"]) for entry in stage.entries()] == [("taping", "2026-11-22")]
        assert "taping" in play.line("Sun 22 Nov  ")
        assert "Nothing logged in the last year" not in play.text


async def test_what_was_saved_is_selected(stage: Stage) -> None:
    a_course(stage)
    async with stage.play(start="care") as play:
        await play.press("o", *"taping", "enter")
        assert "taping" in play.line("Sun 22 Nov  ")
        await play.press("delete")
        assert play.said.startswith("Deleted: taping"), "the next key is about it"


async def test_rows_by_mouse(stage: Stage) -> None:
    a_course(stage)
    async with stage.play(start="care") as play:
        await play.click("10 min")
        assert "Care, Sat 21 Nov 2026" in play.text


async def test_the_last_and_the_first_row_are_ends_not_traps(stage: Stage) -> None:
    a_course(stage)
    async with stage.play(start="care") as play:
        await play.press("delete", "delete", "delete", "delete", "delete", "up", "down", "enter")
        assert stage.entries("care") == []
        assert play.app.is_running


@pytest.mark.slow
@pytest.mark.parametrize("size", sampled([SMALL, (200, 60)], [SMALL]))
async def test_every_topic_is_read_to_its_end(stage: Stage, size: tuple[int, int]) -> None:
    async with stage.play(size, "guide") as play:
        for number, topic in enumerate(TOPICS):
            if number:
                await play.press("down")
            read, page = "", play.words("#page")
            assert topic.title in page, "a topic begins at its top"
            while page not in read:
                read += page + " "
                await play.press("space")
                page = play.words("#page")
            for claim in (claim for section in topic.sections for claim in section.claims):
                assert in_the_app(claim.text).split()[-1] in read
            assert topic.sections[-1].claims[-1].source.split()[-1] in page, "space leads to the end"


async def test_a_page_up_and_down(stage: Stage) -> None:
    async with stage.play(start="guide") as play:
        top = play.words("#page")
        await play.press("space")
        below = play.words("#page")
        assert below != top
        await play.press("pageup")
        assert play.words("#page") == top
        await play.press("pagedown")
        assert play.words("#page") == below


async def test_topics_by_mouse_and_by_key(stage: Stage) -> None:
    async with stage.play(start="guide") as play:
        first = play.app.screen.query_one("OptionList").region
        for number, topic in enumerate(TOPICS):
            await play.click_at(first.x + 2, first.y + number)
            assert topic.title in play.words("#page")
        await play.press(*["up"] * (len(TOPICS) - 1))
        assert TOPICS[0].title in play.words("#page")


async def test_the_points_are_drawn_with_the_foot_that_hurts(stage: Stage) -> None:
    async with stage.play(NORMAL, "guide") as play:
        left = ""
        for number, topic in enumerate(TOPICS):
            await play.press(*["down"] * (number > 0))
            if topic.pictures:
                left = play.words("FootMap")
                assert left.strip()
                stage.heeldiary.done("settings", "affected-foot", "right")
                await play.look()
                assert play.words("FootMap") != left
                break
        assert left


async def test_care_rolls_over_with_the_day(stage: Stage) -> None:
    stage.clock.set("2026-11-22T23:00:00")
    async with stage.play(start="care") as play:
        stage.clock.set("2026-11-23T07:00:00")
        await play.look()
        await play.press("o")
        await play.type("ice")
        await play.press("enter")
        assert [entry["day"] for entry in stage.entries()] == ["2026-11-23"]


async def test_opened_too_small_and_then_large_enough_the_arrows_choose_an_entry(stage: Stage) -> None:
    a_course(stage)
    async with stage.play((30, 10), "care") as play:
        await play.resize(*SMALL)
        await play.press("down", "down", "up", "enter")
        assert "Care, Thu 19 Nov 2026" in play.text


async def test_the_arrows_choose_also_when_nothing_has_the_focus(stage: Stage) -> None:
    a_course(stage)
    async with stage.play(start="care") as play:
        play.app.screen.set_focus(None)
        await play.press("down", "down", "up", "enter")
        assert "Care, Thu 19 Nov 2026" in play.text
        await play.press("escape", "g")
        play.app.screen.set_focus(None)
        topics = [*TOPICS]
        for key, topic in (("down", topics[1]), ("down", topics[2]), ("up", topics[1])):
            await play.press(key)
            assert topic.title in play.words("#page")


async def test_each_part_of_an_entry_is_in_its_line(stage: Stage) -> None:
    stage.heeldiary.done("log", "care", "acupuncture", "75", "--course", "spring", "--visits", "12", "--until",
                         "2026-12-06", "--note", "left heel", "--tag", "cold", "--day", "yesterday")  # fmt: skip
    async with stage.play(NORMAL, "care") as play:
        line = play.line("Sat 21 Nov  ")
        assert " ".join(line.split("Nov", 1)[1].split()) == (
            "acupuncture 1 h 15 spring, visit 1 of 12, until Sun 6 Dec 2026, “left heel” #cold"
        )
        assert "1 entry in the last year" in play.lines[0] + play.lines[1]
        assert "Courses · left foot, first steps" in play.text
        await play.press("delete")
        assert "Nothing logged in the last year. Press o to log a visit, a stretch or insoles." in play.text
        assert "Courses" not in play.text
        assert "in the last year" not in play.lines[0] + play.lines[1]


@pytest.mark.parametrize("size", [(46, 19), SMALL])
async def test_the_bottom_line_of_the_guide_says_how_to_change_the_topic(stage: Stage, size: tuple[int, int]) -> None:
    async with stage.play(size, "guide") as play:
        assert play.lines[-1].split() == ["↑", "↓", "topic", "space", "page", "u", "undo", "?", "help"]


async def test_in_a_narrow_list_the_details_are_below_the_kind(stage: Stage) -> None:
    stage.heeldiary.done("log", "care", "acupuncture", "--course", "Dr Li")
    async with stage.play((46, 19), "care") as play:
        line = next(line for line in play.lines if "Sun 22 Nov  " in line)
        below = play.lines[play.lines.index(line) + 1]
        assert line.rstrip().endswith("acupuncture")
        assert below.index("Dr Li, visit 1") == line.index("acupuncture")
