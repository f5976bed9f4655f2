"""The Experiments page and its dialogs as they are seen, and what they say."""

import json
from collections.abc import Callable

from tests.tui.experiments.test_experiments import CARD, begun
from tests.tui.stage import NORMAL, SMALL, Stage
from tests.tui.tours import heard, hints, plain, styled, tour

Snapshot = Callable[[str, str], None]


async def test_the_signs_and_the_form(stage: Stage, snapshot: Snapshot) -> None:
    async with stage.play(NORMAL, "experiments") as play:
        seen = [await tour(play, ["b"], styled), await tour(play, ["x", "y", "y", "n", "b escape", "s", "left"], heard)]
        await play.press("b")
        await play.click("none of this applies")
        assert await play.until(lambda: "112 days" in play.text)
        seen += [styled(play), await hints(play)]
        await play.type("ice or not")
        await play.press("tab", *"32")
        await play.later(0.31)
        await play.computed()
        assert "32 days" in play.text
        await play.press("ctrl+u", "9")
        seen.append(await tour(play, ["tab tab tab tab", '"9', "enter"], heard))
        await play.press("ctrl+u", "1", "up", "up", "up", "ctrl+u", *"2w")
        seen.append(await tour(play, ["enter", "escape"], heard))
        await play.press("b")
        await play.click("some of this applies")
        snapshot("experiment-form", "\n\n".join([*seen, heard(play)]))


async def test_a_draft_without_a_foot_names_what_is_missing(stage: Stage) -> None:
    """As a file of drafts can have it that something else wrote."""
    stage.drafts.mkdir(parents=True)
    typed = {"question": "ice or not", "length": "28", "foot": "", "outcome": "", "worth": "1",
             "first": ""}  # fmt: skip
    draft = {"experiment": {"values": typed, "base": {}}}
    (stage.drafts / "999999-ab.json").write_text(json.dumps({str(stage.heeldiary.diary): draft}), "utf-8")
    async with stage.play(NORMAL, "experiments") as play:
        await play.press("b", "n", "enter")
        assert heard(play).startswith("A new experiment: Foot is missing: left or right: whose first steps count.")
        await play.press("l", "enter")
        missing = "Measured by is missing: next-morning; same-morning for what comes before the first step."
        assert heard(play).startswith(f"A new experiment: {missing}")


async def test_a_running_one(stage: Stage, snapshot: Snapshot) -> None:
    begun(stage, 5)
    async with stage.play(SMALL, "experiments") as play:
        seen = [styled(play), await tour(play, ["y", "y", "n", "n", "b", "s", "n", "s", "escape"], heard)]
        seen.append(await tour(play, ["down", "down", "up", "s"], plain))
        await play.press("y")
        seen.append(heard(play))
        await play.press("u")
        snapshot("experiment-running", "\n\n".join([*seen, heard(play)]))


async def test_the_ones_before(stage: Stage, snapshot: Snapshot) -> None:
    begun(stage, 29)
    begun(stage, 0, CARD._replace(question="ice or not", heads="ice", tails="no ice", unit="week", length=12,
                                  first_day=stage.clock.now().date()))  # fmt: skip
    async with stage.play(NORMAL, "experiments") as play:
        seen = [styled(play)]
        await play.press("left")
        assert await play.until(lambda: "mean" in play.text)
        seen.append(plain(play))
        seen.append(await tour(play, ["left", "y", "s", "right", "right"], heard))
        snapshot("experiments-two", "\n\n".join([*seen, plain(play)]))


async def test_the_diary_says_it_by_keys_and_clicks(stage: Stage, snapshot: Snapshot) -> None:
    begun(stage, 3)
    async with stage.play(SMALL) as play:
        seen = [
            await tour(
                play, ["y", "y", "y", "left_square_bracket y", *["left_square_bracket"] * 3, "y", "full_stop"], heard
            )
        ]
        row = play.lines.index(play.line("Coin"))
        at = play.lines[row].index("y done?")
        for column in (at + 6, at, at - 1):
            await play.click_at(column, row)
            seen.append(heard(play))
        snapshot("said-of-the-coin", "\n".join(seen))


async def test_a_click_on_an_ended_one_opens_it(stage: Stage) -> None:
    begun(stage, 28)
    async with stage.play(SMALL) as play:
        await play.click("x result")
        assert heard(play).startswith("experiments")
