"""One sign of the focus: a bar in the accent and bold text, in pages and in lists."""

import pytest
from textual.widgets import OptionList

from heeldiary.tui.widgets.key_line import key_line
from heeldiary.tui.widgets.rows import Rows
from tests.tui.stage import NORMAL, SMALL, Play, Stage


def marked(play: Play) -> list[str]:
    """The lines of lists with the bar."""
    area = play.app.screen.query(OptionList).last().region
    return [line[area.x : area.right].strip() for line in play.lines[area.y : area.bottom] if "▌" in line]


@pytest.mark.parametrize("size", [SMALL, NORMAL])
async def test_in_care_one_line_has_the_bar_and_the_arrows_move_it(stage: Stage, size: tuple[int, int]) -> None:
    for day in ("2026-11-20", "2026-11-19"):
        stage.heeldiary.done("log", "care", "ice", "--day", day)
    async with stage.play(size, "care") as play:
        assert [line.split()[:3] for line in marked(play)] == [["▌", "Fri", "20"]]
        await play.press("down")
        assert [line.split()[:3] for line in marked(play)] == [["▌", "Thu", "19"]]


async def test_the_bar_is_accent_and_the_line_bold(stage: Stage) -> None:
    stage.heeldiary.done("log", "care", "ice")
    async with stage.play(NORMAL, "care") as play:
        bar = next(segment for strip in play.strips for segment in strip if segment.text.startswith("▌"))
        assert bar.style is not None
        assert bar.style.color is not None
        assert bar.style.color.triplet is not None
        assert bar.style.color.triplet.hex.upper() == play.app.theme_variables["accent"][:7].upper()
        assert bar.style.bold


async def test_a_list_without_the_focus_has_none_but_the_topics_of_the_guide_do(stage: Stage) -> None:
    stage.heeldiary.done("log", "note", "stiff")
    async with stage.play(NORMAL) as play:
        await play.press("slash", *"stiff")
        assert marked(play) == []
        await play.press("down")
        assert len(marked(play)) == 1
        await play.press("escape", "g", "down")
        assert marked(play) == ["▌ Points"]


async def test_every_list_of_the_app_is_of_this_kind(stage: Stage) -> None:
    stage.answered()
    async with stage.play(NORMAL) as play:
        for keys in (["c"], ["g"], ["r", "l"], ["escape", "d", "slash"]):
            await play.press(*keys)
            lists = play.app.screen.query(OptionList)
            assert lists
            assert all(isinstance(found, Rows) for found in lists)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("enter save   tab next   ctrl+r start over", ["enter", "tab", "ctrl+r"]),
        ("K J move up, down   delete take out", ["K J", "delete"]),
        ("1, y or enter continue", ["1, y or enter"]),
        ("↑ ↓ home end scroll", ["↑ ↓ home end"]),
        ("type words   ↓ enter go to it", ["↓ enter"]),
        ("your own:   e steps", ["e"]),
        ("0–9 log this morning now", ["0–9"]),
    ],
)
def test_the_keys_of_a_line_are_bold_and_what_they_do_is_not(text: str, keys: list[str]) -> None:
    line = key_line(text)
    assert line.plain == text
    bold = [line.plain[span.start : span.end] for span in line.spans if "bold" in str(span.style)]
    assert [part for part in bold if part] == keys


def test_each_row_of_keys_is_a_line() -> None:
    assert key_line("e edit\nc copy").plain == "e edit\nc copy"
