"""The dialogs of the Routine page as they are seen, and what they and the page say."""

from collections.abc import Callable

import pytest
from textual.widgets import TextArea

from heeldiary.tui.routine.page import RoutinePage
from tests.tui.stage import NORMAL, SMALL, Play, Stage
from tests.tui.tours import at_each_size, heard, hints, plain, styled, tour

Snapshot = Callable[[str, str], None]
MINE = """\
name = "mine"
about = "For me."

[[step]]
point = "raise"
tempo = "up 3, down 3"
repetitions = 2
sets = 2
rest-seconds = 30

[[step]]
point = "foot bath"
seconds = 60
how = "Warm."
"""


@pytest.fixture
def mine(stage: Stage) -> Stage:
    """A stage with a routine of one's own, and no reason against it."""
    stage.answered()
    stage.heeldiary.done("routine", "new", "-", stdin=MINE)
    return stage


async def test_each_form_of_a_routine(mine: Stage, snapshot: Snapshot) -> None:
    async with mine.play(NORMAL, "routine") as play:
        seen = [await tour(play, ["l end"], styled), await tour(play, ["e", "down"], plain)]
        for key in ("enter", "escape n", "escape escape a", "escape c", "escape p", "escape z"):
            seen += [await tour(play, [key], plain), await hints(play)]
        seen.append(await tour(play, ["escape t"], plain))
        assert play.app.screen.query_one(TextArea).cursor_location == (0, 0), "a long text is shown from its start"
        snapshot("routine-forms", "\n\n".join(seen))


async def test_what_is_said_of_routines_and_their_steps(mine: Stage, snapshot: Snapshot) -> None:
    steps = [
        "l", "e", "a", "t", "delete", "x", "end", "e", "delete", "delete", "n", "enter", '"cup', "enter", "tab", '"20',
        "enter", "J", "J", "K", "K", "x", "enter tab tab tab", '"fast', "enter", "ctrl+r", "ctrl+s", "escape",
        "p", '"daily, 2 times', "enter", "p", "enter", "p ctrl+u", "enter", "z", '"2w', "enter", "z", "z",
         '"2026-11-01',
        "enter", "ctrl+r escape", "c", '"mine', "enter", "ctrl+u", '"other', "enter", "a", "ctrl+u", '"Mine 2', "enter",
        "t", "x", "escape", "escape", "ctrl+r escape", "delete", "escape", "u",
    ]  # fmt: skip
    async with mine.play(SMALL, "routine") as play:
        snapshot("said-of-routines", await tour(play, steps, heard))
        toml = mine.heeldiary.done("routine", "show", "mine", "--toml").out
        snapshot("routine-changed", toml + mine.heeldiary.done("routine", "list").out)


async def test_every_question_before_the_first_session(stage: Stage, snapshot: Snapshot) -> None:
    async with stage.play(SMALL, "routine") as play:
        seen = [await tour(play, ["space"], styled)]
        seen.append(await tour(play, ["x", *["n"] * 3, "backspace", "y"], plain))
        await play.press(*["n"] * 12)
        snapshot("ask-first", "\n\n".join([*seen, f"{play.dialog} {play.text}"]))


def timer_seconds(play: Play) -> float:
    """How long the page waits for its next painting."""
    page = play.app.page
    assert isinstance(page, RoutinePage)
    assert page._timer is not None
    return page._timer._interval


async def test_it_wakes_at_the_next_full_second_of_the_countdown(mine: Stage) -> None:
    async with mine.play(SMALL, "routine") as play:
        await play.press("space")
        assert timer_seconds(play) == pytest.approx(1.002)
        await play.massage(0.3)
        assert timer_seconds(play) == pytest.approx(0.702)
        play.app.animation_level = "full"
        await play.massage(0.1)
        assert timer_seconds(play) == pytest.approx(0.502), "the current point pulses"
        await play.massage(4.5)
        assert timer_seconds(play) == pytest.approx(0.102)


async def test_what_is_said_during_a_session(mine: Stage, snapshot: Snapshot) -> None:
    steps = [
        "h", "h", "h", "escape", "p", "M", "M", "6", "space", "u", "l", "~9", "p", "e", "w", "o", "plus", "a", "t",
         "r", "space",
        "b", "n", "f", "x", "4", "1", "0", "f", "u", "space", "x", "3", "space", "~9", "s", "space", "x", "h",
    ]  # fmt: skip
    async with mine.play(SMALL, "routine") as play:
        snapshot("said-of-sessions", await tour(play, steps, heard))


async def test_after_a_gap_and_after_a_break(mine: Stage, snapshot: Snapshot) -> None:
    async with mine.play(SMALL, "routine", end=False) as play:
        await play.press("space")
        await play.massage(20)
        play.seconds.now += 480
        seen = [await tour(play, ["n"], styled), await tour(play, ["escape", "space", "n", "space", "~3", "q"], heard)]
    async with mine.play(SMALL, "routine") as play:
        seen += [
            heard(play),
            await tour(play, ["space"], plain),
            await tour(play, ["escape", "space", "1", "~9", "x"], heard),
        ]
        snapshot("gap-and-break", "\n\n".join(seen))


async def test_its_end_is_shown_outside_the_terminal(mine: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-kitty")
    for name in ("TMUX", "STY"):
        monkeypatch.delenv(name, raising=False)
    async with mine.play(SMALL, "routine") as play:
        written: list[str] = []
        driver = play.app._driver
        assert driver is not None
        monkeypatch.setattr(driver, "write", written.append)
        await play.press("space")
        await play.massage(9)
        await play.press("x")
        assert "\x1b]9;The routine is finished.\x07" in written
        written.clear()
        await play.press("M", "space")
        await play.massage(9)
        await play.press("x")
        assert not any("finished" in text for text in written), "it is muted"


async def test_each_layout_before_within_and_after_a_session(mine: Stage, snapshot: Snapshot) -> None:
    async with mine.play(SMALL, "routine") as play:
        seen = [await at_each_size(play)]
        await play.press("6", "f", "f", "space")
        await play.massage(5 + 3)
        seen += [await at_each_size(play), await tour(play, ["up", "h", "v"], plain)]
        await play.resize(*SMALL)
        seen.append(await tour(play, ["left"], styled))
        snapshot("routine-sizes", "\n\n".join(seen))
