"""The list of routines in the app: chosen, copied, described, written as text, planned, paused, deleted, taken back."""

import pytest
from textual.widgets import Input, OptionList, TextArea

from tests.sampling import sampled
from tests.tui.stage import NORMAL, SMALL, Play, Stage

MINE = 'name = "mine"\ntitle = "My own"\n\n[[step]]\npoint = "foot bath"\nseconds = 60\n'


@pytest.fixture(autouse=True)
def nothing_against_it(stage: Stage) -> None:
    """There is no reason against a massage; test_routine_ask_first.py is about the questions."""
    stage.answered()


def own(stage: Stage) -> None:
    """A routine of the person's own."""
    stage.heeldiary.done("routine", "new", "-", stdin=MINE)


def listed(stage: Stage) -> str:
    """What the command prints about the routines."""
    return stage.heeldiary.done("routine", "list").out


async def fill(play: Play, **values: str) -> None:
    """Write into fields of the form that is open, and save it."""
    for name, value in values.items():
        field = play.app.screen.query_one(f"#field-{name}", Input)
        field.focus()
        field.value = ""
        await play.type(value)
    await play.press("enter")


@pytest.mark.parametrize("size", sampled([SMALL, NORMAL], [SMALL]))
async def test_all_are_listed_with_length_and_source(stage: Stage, size: tuple[int, int]) -> None:
    own(stage)
    async with stage.play(size, "routine") as play:
        await play.press("l")
        assert play.dialog == "Routines"
        rows = " ".join(play.rows("OptionList"))
        for words in ("The clinic's massage", "8:00 a foot", "Plantar fascia stretch", "2:10", "High-load heel raise",
                      "8:48", "My own", "1:00"):  # fmt: skip
            assert words in rows
        assert "We found no trial of people pressing these points on themselves." in play.words("#detail")
        assert "built in, from the clinic's page" in play.words("#detail")
        await play.press("down")
        assert "DiGiovanni 2003; DiGiovanni 2006" in play.words("#detail")
        assert "Counts as stretching" in play.words("#detail")
        await play.press("end")
        assert "your own" in play.words("#detail")
        await play.press("escape")
        assert play.dialog == ""


async def test_one_is_chosen_and_stays_chosen(stage: Stage) -> None:
    own(stage)
    async with stage.play(start="routine") as play:
        await play.press("l", "end", "enter")
        assert play.dialog == ""
        assert "Foot bath" in play.text
        assert "1:00 in all" in play.text
        await play.press("d", "r")
        assert "Foot bath" in play.text
        await play.press("l")
        assert play.app.screen.query_one(OptionList).highlighted == 3, "it stands at the one that is open"
        await play.press("home", "enter")
        assert "Kidney 1" in play.text


async def test_a_click_chooses_too(stage: Stage) -> None:
    async with stage.play(NORMAL, "routine") as play:
        await play.press("l")
        await play.click("Plantar fascia stretch")
        assert play.dialog == ""
        assert "Toes to the shin" in play.text


async def test_an_open_session_comes_first(stage: Stage) -> None:
    async with stage.play(start="routine") as play:
        await play.press("space", "l")
        assert play.dialog == ""
        assert "x finishes it" in play.said
        await play.press("x", "l")
        assert play.dialog == "Routines"


async def test_a_copy_is_ones_own_and_is_taken_back(stage: Stage) -> None:
    before, steps = listed(stage), stage.steps_back()
    async with stage.play(start="routine") as play:
        await play.press("l", "end", "c")
        await fill(play, name="Raises", title="Evening raises")
        assert "Evening raises" in play.words("OptionList")
        assert "from week 5: 5 sets of 8" in stage.heeldiary.done("routine", "show", "raises").out
        assert play.app.screen.query_one(OptionList).highlighted == 3, "it stands on the copy"
        assert "your own" in play.words("#detail")
        await play.press("c")
        await fill(play, name="raises")
        assert play.dialog == "Form", "a name is there once"
        assert "There is already a routine with that name" in play.words("#problem")
        await play.press("ctrl+u")
        await fill(play, name="a b")
        assert "letters, digits and dashes" in play.words("#problem")
        await play.press("escape", "escape")
        assert stage.steps_back() == steps + 1
        await play.press("u")
        assert play.said == "Undone: the new routine Raises · press U to redo"
        assert listed(stage) == before


@pytest.mark.parametrize("key", sampled(["e", "a", "t", "delete", "backspace"], ["e", "delete"]))
async def test_what_is_built_in_stays(stage: Stage, key: str) -> None:
    async with stage.play(start="routine") as play:
        steps = stage.steps_back()
        await play.press("l", key)
        assert play.dialog == "Routines"
        assert "A built-in routine cannot be changed: c copies it" in play.words("#problem")
        await play.press("escape")
        assert stage.steps_back() == steps


async def test_about_a_routine(stage: Stage) -> None:
    own(stage)
    before = stage.heeldiary.done("routine", "show", "mine").out
    async with stage.play(start="routine") as play:
        await play.press("l", "end", "enter", "l", "a")
        await fill(play, title="Warm water", about="Before bed.", source="grandmother", **{"ready-seconds": "0m09"})
        assert play.dialog == "Routines"
        assert "Before bed." in play.words("#detail")
        await play.press("a")
        await fill(play, **{"counts-as": "stretching", "order": "taking turns", "load-rule": "yes"})
        toml = stage.heeldiary.done("routine", "show", "mine", "--toml").out
        for line in ('title = "Warm water"', 'source = "grandmother"', 'counts-as = "stretching"', "ready-seconds = 9",
                     'order = "taking turns"', "load-rule = true", 'point = "foot bath"'):  # fmt: skip
            assert line in toml
        await play.press("a")
        for bad in ({"ready-seconds": "2"}, {"ready-seconds": "soon"}, {"counts-as": "sport"}, {"load-rule": "perhaps"},
                    {"order": "both"}, {"title": "x" * 41}, {"title": ""}):  # fmt: skip
            await play.press("ctrl+r")
            await fill(play, **bad)
            assert play.dialog == "Form", bad
            assert play.words("#problem"), bad
        await play.press("escape", "escape", "u", "u")
        assert stage.heeldiary.done("routine", "show", "mine").out == before


@pytest.mark.parametrize("size", sampled([SMALL, NORMAL], [SMALL]))
async def test_as_text_with_its_mistakes_told(stage: Stage, size: tuple[int, int]) -> None:
    own(stage)
    async with stage.play(size, "routine") as play:
        await play.press("l", "end", "t")
        area = play.app.screen.query_one(TextArea)
        assert area.text == MINE.strip()
        area.text = MINE.replace("60", "0")
        await play.press("escape")
        assert play.dialog == "NoteDialog", "what is wrong stays open"
        assert "Line 6, step 1, seconds: " in play.words("#problem")
        assert "from 1 to 1800" in play.words("#problem")
        assert "1:00 a foot" in stage.heeldiary.done("routine", "show", "mine").out
        area.text = f"# warm\n{MINE.replace('60', '90')}"
        await play.press("ctrl+s")
        assert play.dialog == "Routines"
        assert "1:30" in play.words("OptionList")
        assert stage.heeldiary.done("routine", "show", "mine", "--toml").out.startswith("# warm\n")
        await play.press("escape", "u")
        assert stage.heeldiary.done("routine", "show", "mine", "--toml").out == MINE


async def test_text_that_is_given_up_stays_as_a_draft(stage: Stage) -> None:
    own(stage)
    async with stage.play(start="routine") as play:
        await play.press("l", "end", "t")
        play.app.screen.query_one(TextArea).text = "titel = 3"
        await play.press("escape", "escape")
        assert play.dialog == "Routines"
        await play.press("t")
        assert play.app.screen.query_one(TextArea).text == "titel = 3"
        assert stage.heeldiary.done("routine", "show", "mine", "--toml").out == MINE


async def test_a_plan_is_made_changed_and_ended(stage: Stage) -> None:
    steps = stage.steps_back()
    async with stage.play(start="routine") as play:
        await play.press("l", "down", "p")
        await fill(play, days="Daily, 3 times")
        assert "0 of 3 this week" in play.words("OptionList")
        assert "Planned daily, 3 times: 0 of 3 today." in play.words("#detail")
        await play.press("p")
        assert play.app.screen.query_one("#field-days", Input).value == "daily, 3 times"
        await fill(play, days="sometimes")
        assert play.dialog == "Form"
        assert "cannot be read" in play.words("#problem")
        await play.press("ctrl+u")
        await fill(play, days="mon wed")
        await play.press("p")
        await fill(play, days="")
        assert "this week" not in play.words("OptionList")
        assert "Planned" not in play.words("#detail")
        await play.press("p", "enter", "escape")
        assert stage.steps_back() == steps + 3
        await play.press("u", "u")
        assert "planned daily, 3 times" in listed(stage)
        await play.press("u")
        assert "planned" not in listed(stage)


async def test_a_plan_that_is_looked_at_keeps_its_days(stage: Stage) -> None:
    stage.heeldiary.done("routine", "plan", "heel-raise", "every 2 days")
    stage.clock.set("2026-11-23T08:00:00")
    async with stage.play(start="routine") as play:
        steps = stage.steps_back()
        await play.press("l", "end", "p", "enter", "escape")
        assert stage.steps_back() == steps
        assert "not today" in listed(stage), "every second day from yesterday on"


async def test_the_words_for_one_plan_are_no_draft_of_another(stage: Stage) -> None:
    async with stage.play(start="routine") as play:
        await play.press("l", "p")
        await play.type("daily")
        await play.press("escape", "down", "p")
        assert play.app.screen.query_one("#field-days", Input).value == ""
        await play.press("escape", "up", "p")
        assert play.app.screen.query_one("#field-days", Input).value == "daily"


@pytest.mark.slow
async def test_a_pause_of_all_plans(stage: Stage) -> None:
    stage.heeldiary.done("routine", "plan", "clinic", "daily")
    async with stage.play(NORMAL, "routine") as play:
        await play.press("l", "z")
        for bad in ("2026-11-21", "soon", "2027-12-01", "9999-12-31", ""):
            await fill(play, last=bad)
            assert play.dialog == "Form", bad
            assert play.words("#problem"), bad
        await fill(play, last="2026-12-01", note="x" * 201)
        assert "200" in play.words("#problem")
        await fill(play, note=f"{'x' * 199} y"[:200])
        assert play.dialog == "Routines"
        assert "paused until Tue 1 Dec 2026" in play.words("#detail")
        told = stage.heeldiary.done("export").out
        stage.heeldiary.other("elsewhere").done("import", "-", stdin=told)
        await play.press("escape", "d")
        assert "paused until Tue 1 Dec 2026" in play.text
        await play.press("u")
        assert "for today" in play.text


async def test_one_that_is_deleted_gives_way_and_comes_back(stage: Stage) -> None:
    own(stage)
    stage.heeldiary.done("routine", "plan", "mine", "daily")
    before = listed(stage)
    async with stage.play(start="routine") as play:
        await play.press("l", "end", "enter", "l", "delete")
        assert play.dialog == "Routines"
        assert "My own" not in play.words("OptionList")
        await play.press("escape")
        assert "Kidney 1" in play.text
        await play.press("u")
        assert listed(stage) == before
        assert "Foot bath" in play.text


@pytest.mark.thorough
async def test_while_another_program_holds_the_diary(stage: Stage) -> None:
    own(stage)
    async with stage.play(start="routine") as play:
        with stage.held():
            await play.press("l")
            assert play.app.is_running
        await play.press("escape", "l", "end")
        with stage.held():
            for key in ("e", "a", "t", "p", "z", "c", "delete"):
                await play.press(key)
                assert play.app.is_running
                if play.dialog != "Routines":
                    await play.press("escape")
        await play.press("escape")
        assert play.app.is_running
    assert "mine" not in listed(stage), "what was asked for last is done as soon as it can be"
