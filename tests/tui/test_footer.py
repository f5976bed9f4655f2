"""The footer: what the keys do now, and as many of them as there is room for."""

import pytest

from heeldiary.tui.widgets.footer import Footer
from tests.tui.stage import NORMAL, SMALL, Play, Stage


def footer(play: Play) -> list[str]:
    """The keys with their words, as they are painted."""
    line = next(line for line in reversed(play.lines) if line.strip())
    return [part.strip() for part in line.split("   ") if part.strip()]


@pytest.mark.parametrize(("letter", "dialog"), [("n", "NoteDialog"), ("s", "Form"), ("o", "Form")])
async def test_without_room_the_keys_that_log_share_a_label_and_can_be_clicked(
    stage: Stage, letter: str, dialog: str
) -> None:
    async with stage.play(SMALL) as play:
        assert "n a s m o log" in footer(play)
        await play.click("n a s m o log", along="n a s m o".index(letter))
        assert play.dialog == dialog
        assert {"n": "Note", "s": "Sitting", "o": "Care"}[letter] in play.text


async def test_with_room_each_has_its_own(stage: Stage) -> None:
    async with stage.play((160, 50)) as play:
        assert {"n note", "a activity", "s sitting", "m massage", "o care"} <= {*footer(play)}


async def test_undo_and_help_are_at_the_right_edge(stage: Stage) -> None:
    async with stage.play(NORMAL) as play:
        footer_line = next(line for line in reversed(play.lines) if line.strip())
        edge = play.app.screen.query_one(Footer).region.right
        assert footer_line.rstrip().endswith("u undo   ? help")
        assert len(footer_line.rstrip()) == edge


async def test_today_is_offered_on_another_day_only(stage: Stage) -> None:
    async with stage.play((160, 50)) as play:
        assert ". today" not in footer(play)
        await play.press("[")
        assert ". today" in footer(play)


async def test_the_routine_says_what_space_does_and_hides_what_does_nothing(stage: Stage) -> None:
    stage.answered()
    async with stage.play((46, 19), "routine") as play:
        assert footer(play)[0] == "space start"
        assert "n next" not in footer(play)
        await play.press("space")
        assert footer(play) == ["space pause", "n next", "x finish", "? help"], "undo waits for the pause"
        await play.press("space")
        assert footer(play) == ["space go on", "x finish", "u undo", "? help"]
        await play.press("space", "x")
        assert footer(play)[0] == "space start again"
        assert "x finish" not in footer(play)


async def test_a_closed_routine_offers_to_answer_again(stage: Stage) -> None:
    async with stage.play(SMALL, "routine") as play:
        await play.press("space", "n", "y")
        assert footer(play) == ["a ask again", "u undo", "? help"]


async def test_care_with_no_entries_offers_to_add_one(stage: Stage) -> None:
    async with stage.play(SMALL, "care") as play:
        assert footer(play) == ["o add", "u undo", "? help"]
        stage.heeldiary.done("log", "care", "stretching")
        await play.look()
        assert footer(play)[:3] == ["o add", "↑ ↓ row", "enter change"]


async def test_on_the_map_the_footer_says_how_to_turn_mark_and_leave(stage: Stage) -> None:
    stage.answered()
    on_the_map = {"v view", "h hurts here", "escape back"}
    async with stage.play(SMALL, "routine") as play:
        assert not on_the_map & {*footer(play)}
        await play.press("up")
        assert on_the_map <= {*footer(play)}
        await play.press("escape")
        assert not on_the_map & {*footer(play)}
