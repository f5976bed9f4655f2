"""The list of routines: what each key opens, what stands below it, and the fields about a routine."""

import pytest

from heeldiary.domain.routine.shape import routine_from_shape
from heeldiary.tui.routine.forms import routine_fields, whole_shape
from tests.tui.routine.test_routines import fill, listed, own
from tests.tui.stage import Stage


@pytest.fixture(autouse=True)
def nothing_against_it(stage: Stage) -> None:
    """There is no reason against a massage."""
    stage.answered()


DIALOGS = {
    "c": "A copy of My own", "e": "The steps of My own", "a": "The routine mine", "t": "The routine mine, as text",
    "p": "Plan My own", "z": "Pause all plans from today",
}  # fmt: skip


async def test_each_of_its_keys_does_what_it_says(stage: Stage) -> None:
    own(stage)
    async with stage.play(start="routine") as play:
        await play.press("l", "end")
        assert play.words("#title") == "Routines"
        for key, title in DIALOGS.items():
            await play.press(key)
            assert play.words("#title") == title
            await play.press("escape")
        for key in ("delete", "backspace"):
            await play.press(key, "escape")
            assert "mine" not in listed(stage), key
            await play.press("u", "l", "end")
            assert "mine" in listed(stage)
        await play.press("enter")
        assert play.dialog == ""
        assert "Foot bath" in play.text


def test_each_field_about_a_routine_shows_its_value_and_gives_it_back() -> None:
    shape = {
        "name": "mine", "title": "My own", "about": "Warm.", "source": "grandmother", "counts-as": "stretching",
        "order": "taking turns", "ready-seconds": 9, "load-rule": True, "step": [{"point": "heel", "seconds": 60}],
    }  # fmt: skip
    routine = routine_from_shape(shape)
    parsed = {field.name: field.parse(field.typed) if field.typed else None for field in routine_fields(routine)}
    assert whole_shape(routine, parsed) == shape
    cleared = {**parsed, "about": None, "source": None, "ready-seconds": None, "load-rule": False}
    left_out = ("about", "source", "ready-seconds", "load-rule")
    assert whole_shape(routine, cleared) == {key: value for key, value in shape.items() if key not in left_out}


async def test_below_the_list_is_what_the_routine_is_and_how_its_plan_stands(stage: Stage) -> None:
    own(stage)
    stage.heeldiary.done("routine", "plan", "mine", "daily")
    async with stage.play(start="routine") as play:
        await play.press("l", "end")
        assert play.words("#detail") == "Counts as massage; your own. Planned daily: for today."
        assert play.rows("OptionList")[-1].split("a foot")[1].strip() == "0 of 1 this week"
        await play.press("z")
        await fill(play, last="2026-12-01", note="travel")
        assert '"travel"' in stage.heeldiary.done("export").out
        assert play.words("#detail").endswith("Planned daily: paused until Tue 1 Dec 2026.")
        assert play.words("OptionList").replace("▌ ", "").split("a foot ")[-1].strip() == "paused until Tue 1 Dec 2026"
        await play.press("z")
        assert play.words("#detail").endswith("Planned daily: for today.")
        await play.press("home", "down")
        assert "Counts as stretching; built in, from DiGiovanni 2003" in play.words("#detail")
        assert "Planned" not in play.words("#detail")
        await play.press("e")
        assert play.words("#problem") == "A built-in routine cannot be changed: c copies it, and the copy is yours."
        await play.press("p")
        await play.press("escape")
        assert play.words("#problem") == ""
