"""The steps of a routine of one's own in the app: new, changed, moved, taken out, and each change taken back."""

import pytest
from textual.widgets import Input, OptionList

from heeldiary.tui.routine.forms import step_fields, step_shape
from tests.sampling import sampled
from tests.tui.routine.test_routines import fill
from tests.tui.stage import NORMAL, SMALL, Play, Stage

MINE = """\
name = "mine"

[[step]]
point = "heel"
seconds = 60
keep-going = true
up-to-seconds = 100

[[step]]
point = "raise"
tempo = "up 3, down 3"
repetitions = 4
sets = 2
rest-seconds = 30
expect = "warm"

[[step]]
point = "foot bath"
seconds = 120
"""


@pytest.fixture(autouse=True)
def mine(stage: Stage) -> None:
    """A routine of three steps, and no reason against it."""
    stage.answered()
    stage.heeldiary.done("routine", "new", "-", stdin=MINE)


def toml(stage: Stage) -> str:
    """The routine as stored."""
    return stage.heeldiary.done("routine", "show", "mine", "--toml").out


def points(stage: Stage) -> list[str]:
    """The points of its steps."""
    return [line.partition('"')[2].strip('"') for line in toml(stage).splitlines() if line.startswith("point")]


async def at_steps(play: Play) -> OptionList:
    """Open its steps."""
    await play.press("l", "end", "e")
    assert play.dialog == "RoutineSteps"
    return play.app.screen.query_one(OptionList)


async def test_a_step_that_was_not_added_leaves_the_choice_where_it_was(stage: Stage) -> None:
    async with stage.play(NORMAL, "routine") as play:
        steps = await at_steps(play)
        await play.press("down", "n")
        assert play.dialog == "Form"
        await play.press("escape")
        assert steps.highlighted == 1


@pytest.mark.parametrize("size", sampled([SMALL, NORMAL], [SMALL]))
async def test_they_are_listed(stage: Stage, size: tuple[int, int]) -> None:
    async with stage.play(size, "routine") as play:
        await at_steps(play)
        assert [" ".join(row.split()) for row in play.rows("OptionList")] == [
            "▌ 1 Around the heel, 1 min, then until you say stop",
            "2 Raise, 2 sets of 4: up 3 s, down 3 s; rest 30 s",
            "3 Foot bath, 2 min",
        ]
        await play.press("escape")
        assert play.dialog == "Routines"


@pytest.mark.parametrize("keys", sampled(["J K", "shift+down shift+up"], ["J K"]))
async def test_they_are_moved_and_moved_back(stage: Stage, keys: str) -> None:
    down, up = keys.split()
    async with stage.play(start="routine") as play:
        options = await at_steps(play)
        steps = stage.steps_back()
        await play.press(up)
        assert stage.steps_back() == steps, "the first goes no further up"
        await play.press(down)
        assert (points(stage), options.highlighted) == (["raise", "heel", "foot bath"], 1)
        await play.press(down, down)
        assert (points(stage), options.highlighted) == (["raise", "foot bath", "heel"], 2)
        await play.press(up)
        assert (points(stage), options.highlighted) == (["raise", "heel", "foot bath"], 1)
        assert stage.steps_back() == steps + 3
        await play.press("escape", "escape", "u", "u", "u")
        assert toml(stage) == MINE


@pytest.mark.parametrize("key", sampled(["delete", "backspace"], ["delete"]))
async def test_they_are_taken_out_but_for_the_last(stage: Stage, key: str) -> None:
    async with stage.play(start="routine") as play:
        await at_steps(play)
        await play.press("down", key)
        assert points(stage) == ["heel", "foot bath"]
        await play.press("end", key, key)
        assert points(stage) == ["heel"]
        assert play.dialog == "RoutineSteps"
        assert "at least one step" in play.words("#problem")
        await play.press("escape", "escape", "u", "u")
        assert toml(stage) == MINE


async def test_a_new_one(stage: Stage) -> None:
    async with stage.play(start="routine") as play:
        await at_steps(play)
        await play.press("n")
        await fill(play, point="Toe curls")
        assert play.dialog == "Form"
        assert "seconds is missing" in play.words("#problem").lower()
        await fill(play, seconds="1801")
        assert "a whole number from 1 to 1800" in play.words("#problem")
        await fill(play, seconds="45", how="Slowly.")
        assert play.dialog == "RoutineSteps"
        assert "4 Toe curls, 45 s" in play.words("OptionList")
        assert play.words("#detail") == "Slowly."
        assert points(stage) == ["heel", "raise", "foot bath", "toe curls"]
        await play.press("escape", "escape", "u")
        assert toml(stage) == MINE


@pytest.mark.slow
async def test_one_is_changed_and_keeps_what_the_form_does_not_show(stage: Stage) -> None:
    async with stage.play(start="routine") as play:
        await at_steps(play)
        await play.press("enter")
        await fill(play, seconds="75")
        assert "seconds = 75\nkeep-going = true\nup-to-seconds = 100\n" in toml(stage)
        await play.press("enter")
        await fill(play, **{"keep-going": "no"})
        assert "keep-going" not in toml(stage)
        assert "up-to-seconds" not in toml(stage)
        await play.press("down", "enter")
        await fill(play, tempo="up 4, hold 2, down 4", repetitions="6", sets="3", **{"rest-seconds": "60"})
        assert 'tempo = "up 4, hold 2, down 4"\nrepetitions = 6\nsets = 3\nrest-seconds = 60\n' in toml(stage)
        assert 'expect = "warm"' in toml(stage)
        await play.press("enter")
        await fill(play, tempo="", seconds="30", sets="")
        assert 'point = "raise"\nseconds = 30\nexpect = "warm"\n' in toml(stage)
        await play.press("escape", "escape", *"uuuu")
        assert toml(stage) == MINE


MISTAKES = (
    ({"point": ""}, "missing"), ({"point": "x" * 41}, "1 to 40"), ({"seconds": "soon"}, "whole number"),
    ({"seconds": "9999"}, "from 1 to 1800"), ({"seconds": ""}, "missing"),
    ({"tempo": "up"}, "cannot be read"), ({"sets": "21"}, "from 1 to 20"), ({"title": "x" * 41}, "shorten"),
    ({"tempo": "up 3", "keep-going": "yes"}, "ends by itself"), ({"tempo": "up 3", "repetitions": "0"}, "1 to 100"),
    ({"seconds": "0"}, "from 1 to 1800"), ({"sets": "0"}, "from 1 to 20"),
)  # fmt: skip


@pytest.mark.thorough
@pytest.mark.parametrize("part", sampled(range(4), (0,)))
async def test_a_mistake_is_told_and_nothing_is_kept(stage: Stage, part: int) -> None:
    async with stage.play(NORMAL, "routine") as play:
        await at_steps(play)
        await play.press("end")
        for values, told in MISTAKES[part::4]:
            await play.press("enter")
            await fill(play, **values)
            assert play.dialog == "Form", values
            assert told in play.words("#problem"), values
            await play.press("ctrl+r", "escape")
            assert toml(stage) == MINE, values


async def test_what_the_stages_need_cannot_be_taken_out(stage: Stage) -> None:
    stage.heeldiary.done("routine", "new", "-", "--replace",
                         stdin=f"{MINE}\n[[stage]]\nafter-weeks = 2\nsets = 3\nrepetitions = 6\n")  # fmt: skip
    before = toml(stage)
    async with stage.play(start="routine") as play:
        await at_steps(play)
        await play.press("down", "delete")
        assert toml(stage) == before
        assert play.dialog == "RoutineSteps"
        assert "its stages apply to no step" in play.words("#problem").lower()


async def test_a_change_of_the_routine_that_is_open_is_shown(stage: Stage) -> None:
    async with stage.play(start="routine") as play:
        await play.press("l", "end", "enter")
        assert "4:48" not in play.text
        await play.press("l", "e", "down", "delete", "enter")
        await fill(play, seconds="180")
        await play.press("escape", "escape")
        assert "4:00 in all" in play.text
        await play.press("u")
        assert "3:00 in all" in play.text


async def test_a_form_that_is_left_keeps_its_draft_for_that_step(stage: Stage) -> None:
    async with stage.play(start="routine") as play:
        await at_steps(play)
        await play.press("end", "enter")
        field = play.app.screen.query_one("#field-point", Input)
        field.value = "hot bath"
        await play.press("escape", "enter")
        assert play.app.screen.query_one("#field-point", Input).value == "hot bath"
        await play.press("escape", "up", "enter")
        assert play.app.screen.query_one("#field-point", Input).value == "raise"
        assert toml(stage) == MINE


FULL_STEP = {
    "point": "raise", "tempo": "up 3, down 3", "repetitions": 4, "sets": 2, "rest-seconds": 30, "title": "Raises",
    "press": "On a step.", "how": "Slowly.", "beware": "Of cramp.",
}  # fmt: skip


@pytest.mark.parametrize("shape", [FULL_STEP, {"point": "heel", "seconds": 60, "keep-going": True}])
def test_each_field_shows_its_value_and_gives_it_back(shape: dict[str, object]) -> None:
    parsed = {field.name: field.parse(field.typed) if field.typed else None for field in step_fields(shape)}
    assert step_shape(parsed, shape) == shape
    assert step_shape(parsed, {}) == shape, "and not by way of what was there before"


async def test_each_key_of_the_list_does_what_it_says(stage: Stage) -> None:
    async with stage.play(start="routine") as play:
        options = await at_steps(play)
        assert play.words("#title") == "The steps of Mine"
        assert play.words("#detail") == "", "what is not written is not shown"
        for key, title in (("enter", "Step 1 of Mine"), ("n", "Step 4 of Mine")):
            await play.press(key)
            assert play.words("#title") == title
            await play.press("escape")
        await play.press("home")
        for down, up in (("J", "K"), ("shift+down", "shift+up")):
            await play.press(up, down)
            assert (points(stage), options.highlighted) == (["raise", "heel", "foot bath"], 1), down
            await play.press(up)
            assert (points(stage), options.highlighted) == (["heel", "raise", "foot bath"], 0), up
        before = stage.steps_back()
        await play.press("end", "J")
        assert stage.steps_back() == before, "the last goes no further down"
        await play.press("delete")
        assert points(stage) == ["heel", "raise"]
        await play.press("up", "backspace")
        assert points(stage) == ["raise"]
        await play.press("delete")
        assert points(stage) == ["raise"]
        assert play.words("#problem") == "A routine needs at least one step."


@pytest.mark.parametrize(("keys", "shown"), [('how = "Slowly."', "Slowly."), ('press = "Softly."', "Softly."),
                                             ('how = "Slowly."\npress = "Softly."', "Slowly.")])  # fmt: skip
async def test_below_the_list_is_how_the_step_is_done(stage: Stage, keys: str, shown: str) -> None:
    text = MINE.replace("seconds = 120", f"seconds = 120\n{keys}")
    stage.heeldiary.done("routine", "new", "-", "--replace", stdin=text)
    async with stage.play(start="routine") as play:
        await at_steps(play)
        await play.press("end")
        assert play.words("#detail") == shown


async def test_a_step_that_was_not_begun_is_said_to_be_skipped(stage: Stage) -> None:
    async with stage.play(start="routine") as play:
        await play.press("space", "n")
        assert play.said == "Kidney 1 skipped: b goes back to it."
        await play.massage(5 + 20)
        await play.press("n")
        assert "skipped" not in play.said
