"""The weekly review as it is seen, and what it says."""

from collections.abc import Callable

from tests.tui.stage import NORMAL, SMALL, Stage
from tests.tui.tours import a_full_day, at_each_size, heard, plain, styled, tour

Snapshot = Callable[[str, str], None]


async def test_it_is_answered_changed_and_emptied(stage: Stage, snapshot: Snapshot) -> None:
    a_full_day(stage)
    async with stage.play(SMALL) as play:
        seen = [await tour(play, ["w"], styled), await tour(play, ["enter"], plain)]
        seen.append(await tour(play, ['"calm', "escape", "n", "escape", "n", '" week', "ctrl+s"], heard))
        seen.append(plain(play))
        answers = [entry["note"] for entry in stage.entries("note")]
        seen.append(await tour(play, ["n", *["backspace"] * 9, "escape", "w"], heard))
        assert sorted(answers) == ["a thought", "calm week"]
        assert [entry["note"] for entry in stage.entries("note")] == ["a thought"]
        snapshot("review-answered", "\n\n".join(seen))


async def test_no_week_is_before_the_first_or_after_this(stage: Stage, snapshot: Snapshot) -> None:
    a_full_day(stage)
    async with stage.play(NORMAL) as play:
        steps = [
            "w",
            "right_square_bracket",
            "left_square_bracket",
            "pageup",
            "left_square_bracket",
            "pagedown",
            "escape",
        ]
        seen = [await tour(play, steps, heard), await tour(play, ["left_square_bracket w"], plain)]
        with stage.held():
            seen.append(await tour(play, ["down", "up", "left_square_bracket", "right_square_bracket"], heard))
        snapshot("review-weeks", "\n\n".join(seen))


async def test_each_layout(stage: Stage, snapshot: Snapshot) -> None:
    a_full_day(stage)
    async with stage.play(NORMAL) as play:
        await play.press("w")
        snapshot("review-sizes", f"{styled(play)}\n\n{await at_each_size(play)}")
