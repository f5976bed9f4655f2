"""The mouse: a score, a day, a name, a footer key, a row, a tab do what their keys do."""

import re

import pytest

from tests.sampling import sampled
from tests.tui.stage import NORMAL, SMALL, Stage

SIZES = pytest.mark.parametrize("size", sampled([SMALL, NORMAL, (160, 50)], [SMALL]))


@SIZES
async def test_every_tile_of_a_scale(stage: Stage, size: tuple[int, int]) -> None:
    async with stage.play(size) as play:
        for score in range(11):
            row = next(number for number, line in enumerate(play.lines) if " 8  9  10" in line or " 8   9   10" in line)
            line = play.lines[row][: size[0] // 2 + 20]
            column = line.rindex("10") if score == 10 else line.index(f" {score} ") + 1
            await play.click_at(column, row)
            assert list(stage.scores().values()) == [score]


@SIZES
@pytest.mark.parametrize("foot", ["left", "right"])
async def test_the_first_click_on_a_later_row_brings_its_scale_and_the_next_scores(
    stage: Stage, size: tuple[int, int], foot: str
) -> None:
    stage.heeldiary.done("settings", "affected-foot", "both")
    async with stage.play(size) as play:
        line = play.line("After sitting")
        row = play.lines.index(line)
        assert not re.search(r"\d", line[:44])
        await play.click_at(line.index(foot[0].upper(), 17) + 3, row)
        assert stage.entries() == []
        line = play.line("After sitting")
        await play.click_at(line.index(" 7") + 1, row)
        assert list(stage.scores(foot, "after-sitting").values()) == [7]
        await play.press("4")
        assert list(stage.scores(foot, "after-sitting").values()) == [4]


async def test_beside_a_scale_nothing_happens(stage: Stage) -> None:
    async with stage.play() as play:
        for offset in ((2, 3), (2, 4), (40, 5), (5, 9), (43, 9)):
            await play.click_at(*offset)
        assert stage.entries() == []


@SIZES
async def test_names_of_screens(stage: Stage, size: tuple[int, int]) -> None:
    async with stage.play(size) as play:
        for name in ("Trends", "Routine", "Care", "Guide", "Diary"):
            await play.click(name)
            page = play.app.page
            assert page is not None
            assert name.lower() == page.PAGE


async def footer(stage: Stage, size: tuple[int, int], key: str, label: str) -> tuple[str, str]:
    """What a click on a footer key did: the dialog that opened, and the message."""
    async with stage.play(size) as play:
        await play.press("6")
        row = max(number for number, line in enumerate(play.lines) if line.strip())
        column = play.lines[row].index(f"{key} {label}")
        before = play.said
        await play.click_at(column + len(key) + 2, row)
        return play.dialog, play.said.removeprefix(before)


@pytest.mark.parametrize(("key", "label", "dialog"), [("n", "note", "NoteDialog"), ("a", "activity", "Form"),
                                                      ("s", "sitting", "Form"), ("?", "help", "Help")])  # fmt: skip
async def test_footer_keys_open_what_they_name(stage: Stage, key: str, label: str, dialog: str) -> None:
    assert await footer(stage, NORMAL, key, label) == (dialog, "")


async def test_the_footers_undo_undoes(stage: Stage) -> None:
    dialog, said = await footer(stage, SMALL, "u", "undo")
    assert dialog == ""
    assert "6/10" in said
    assert stage.entries() == []


@pytest.mark.parametrize(("key", "label"), [("0–9", "score"), ("↑ ↓", "row"), ("← →", "less, more"), ("[ ]", "day")])
async def test_footer_keys_that_need_more_than_a_click_do_no_harm(stage: Stage, key: str, label: str) -> None:
    assert await footer(stage, (160, 50), key, label) == ("", "")
    assert list(stage.scores().values()) in ([6], [5], [7])


@pytest.mark.parametrize("screen", sampled(["routine", "trends", "care", "guide"], ["trends"]))
async def test_no_footer_key_of_another_screen_does_harm(stage: Stage, screen: str) -> None:
    async with stage.play((200, 60), screen) as play:
        row = max(number for number, line in enumerate(play.lines) if line.strip())
        for found in re.finditer(r"\S+( \S+)+", play.lines[row]):
            await play.click_at(found.start(), row)
            if play.dialog:
                await play.press("escape")
        assert play.app.is_running


async def test_a_row_opens_what_it_shows(stage: Stage) -> None:
    stage.heeldiary.done("log", "activity", "walking", "45")
    stage.heeldiary.done("log", "note", "a thought")
    async with stage.play() as play:
        await play.click("walking")
        assert "Activity, Sun 22 Nov 2026" in play.text
        await play.press("escape")
        await play.click("a thought")
        assert play.dialog == "DatedNote"


async def test_views_ranges_and_weeks_of_trends(stage: Stage) -> None:
    for day in range(0, 60, 3):
        stage.heeldiary.done("log", str(day % 10), "--day", f"{day}d")
    async with stage.play(NORMAL, "trends") as play:
        row = next(number for number, line in enumerate(play.lines) if " 45 " in line and " 46 " in line)
        await play.click_at(play.lines[row].index("45"), row - 3)
        assert "Week 45" in play.text
        await play.click("12  26", along=4)
        assert "26 weeks from" in " ".join(play.text.split())
        await play.click("Calendar")
        assert "Mon" in play.line("Mon")
        await play.click("Weeks")
        assert "Massage" in play.text


async def test_the_welcome_by_mouse(empty: Stage) -> None:
    async with empty.play() as play:
        await play.click("Right ")
        await play.press("5")
        assert list(empty.scores("right").values()) == [5]
