"""Every dialog in which words are typed: saved they are in the diary once, else in its draft, at every moment."""

import asyncio
from typing import NamedTuple

import pytest
from textual.widgets import Input, TextArea

from heeldiary.tui.dialogs.draft_dialog import DraftDialog
from tests.sampling import sampled
from tests.tui.routine.test_routines import own
from tests.tui.stage import SMALL, TO_LAST_ROW, Play, Stage

WORDS = "pinwheel"


class Way(NamedTuple):
    """How a dialog is opened, what is typed into it, and which key saves it."""

    keys: tuple[str, ...]
    typed: dict[str, str]
    save: str = "enter"
    start: str = "diary"


TURNS = 400
"""Of the event loop: the dialog is gone after some fifty."""

NOTE = {"note": WORDS}
DIALOGS = {
    "note": Way(("n",), NOTE, "escape"),
    "changed note": Way((*TO_LAST_ROW, "enter"), NOTE, "escape"),
    "activity": Way(("a",), {"kind": WORDS, "minutes": "45"}),
    "sitting": Way(("s",), {"minutes": "45", **NOTE}),
    "massage": Way(("m",), {"ki1": "90s", **NOTE}),
    "care": Way(("o",), {"kind": WORDS}),
    "tags": Way(("number_sign",), {"tags": WORDS}),
    "settings": Way(("comma",), {"cue-command": f"true {WORDS}"}),
    "review": Way(("t", "w", "enter"), NOTE, "escape"),
    "experiment": Way(("t", "x", "b", "n"), {"question": f"{WORDS} or not", "length": "28"}),
    "copy": Way(("l", "c"), {"name": WORDS}, start="routine"),
    "about": Way(("l", "end", "a"), {"about": WORDS}, start="routine"),
    "step": Way(("l", "end", "e", "n"), {"point": WORDS, "seconds": "30"}, start="routine"),
    "text": Way(("l", "end", "t"), NOTE, "escape", start="routine"),
    "plan": Way(("l", "end", "p"), {"days": "daily, 3 times"}, start="routine"),
    "pause": Way(("l", "z"), {"last": "2026-12-01", **NOTE}, start="routine"),
}


@pytest.fixture
def filled(stage: Stage) -> Stage:
    """A diary in which each of them can be opened."""
    own(stage)
    stage.heeldiary.done("log", "note", "as it was")
    stage.heeldiary.done("log", "6", "--day", "2026-11-21")
    stage.answered()
    return stage


async def open_and_type(play: Play, way: Way) -> DraftDialog[object]:
    """Open a dialog and type into it: the fields change and send their messages."""
    await play.press(*way.keys)
    dialog = play.app.screen
    assert isinstance(dialog, DraftDialog)
    for area in dialog.query(TextArea):
        area.text = f"# {WORDS}\n{area.text}".strip()
    for field in dialog.query(Input):
        name = (field.id or "").removeprefix("field-")
        field.value = way.typed.get(name, field.value)
    await play.rest()
    return dialog


def holds(stage: Stage) -> str:
    """All that the files of drafts hold."""
    return repr(stage.half_typed())


@pytest.mark.slow
@pytest.mark.parametrize("name", sampled(DIALOGS, ("changed note", "activity", "review", "pause")))
async def test_whenever_a_timer_is_due_what_is_saved_is_no_draft(filled: Stage, name: str) -> None:
    """The timer is due before the save, at every turn of the loop until the dialog is gone, and long after."""
    way = DIALOGS[name]
    async with filled.play(start=way.start) as play:
        dialog = await open_and_type(play, way)
        play.app.drafts.write_due()
        assert holds(filled) != "{}"
        steps = filled.steps_back()
        play.send(way.save)
        for _ in range(TURNS):
            dialog._draft.change(dialog.typed_now())
            play.app.drafts.write_due()
            await asyncio.sleep(0)
        await play.rest()
        assert play.app.screen is not dialog
        dialog.change_draft()
        play.app.drafts.write_due()
        assert holds(filled) == "{}"
        assert filled.steps_back() == steps + 1
    assert holds(filled) == "{}"
    if name in ("pause", "experiment"):
        return  # its keys do something else the next time
    async with filled.play(start=way.start) as play:
        await play.press(*way.keys)
        assert "what you typed earlier" not in play.text
        assert filled.steps_back() == steps + 1


@pytest.mark.slow
@pytest.mark.parametrize("name", sampled(DIALOGS, ("note", "tags", "experiment", "text")))
async def test_what_is_not_saved_is_a_draft_whatever_ends_it(filled: Stage, name: str) -> None:
    """Held by another program and then ended by a signal, all within the first second."""
    way = DIALOGS[name]
    steps = filled.steps_back()
    async with filled.play(start=way.start, end=False) as play:
        dialog = await open_and_type(play, way)
        typed = dict(dialog.typed())
        with filled.held():
            play.send(way.save)
            await play.rest()
            assert play.app.screen is dialog
            play.app.exit(143, 143)
            await play.rest()
    assert filled.steps_back() == steps
    assert list(filled.half_typed().values()) == [typed]
    async with filled.play(start=way.start) as play:
        await play.press(*way.keys)
        assert isinstance(play.app.screen, DraftDialog)
        assert dict(play.app.screen.typed()) == typed
        await play.press(way.save)
        assert filled.steps_back() == steps + 1
        assert holds(filled) == "{}"


@pytest.mark.parametrize("name", sampled(["note", "activity", "text"], ["activity"]))
async def test_a_mistake_of_ours_while_saving_loses_no_word(filled: Stage, name: str) -> None:
    way = DIALOGS[name]
    typed: dict[str, str] = {}

    async def fail() -> None:
        async with filled.play(start=way.start, end=False) as play:
            dialog = await open_and_type(play, way)
            typed.update(dialog.typed())
            dialog.__dict__["_save"] = lambda _: 1 // 0
            await play.press(way.save)

    with pytest.raises(ZeroDivisionError):
        await fail()
    assert list(filled.half_typed().values()) == [typed]


@pytest.mark.parametrize("name", ["note", "activity"])
async def test_typed_on_while_a_save_waits_nothing_of_it_is_lost(filled: Stage, name: str) -> None:
    """The save was asked for other words: it is given up, and asked for anew it saves all."""
    way = DIALOGS[name]
    steps = filled.steps_back()
    async with filled.play() as play:
        dialog = await open_and_type(play, way)
        with filled.held():
            await play.press(way.save)
            assert "Another program is using the diary" in play.text
            await play.type("9")
            assert "You kept typing" in " ".join(play.text.split())
        await play.later(0.8)
        assert filled.steps_back() == steps
        assert play.app.screen is dialog
        await play.press(way.save)
        assert filled.steps_back() == steps + 1
    (entry,) = [entry for entry in filled.entries() if WORDS in repr(entry)]
    assert "9" in entry["note"] if name == "note" else entry["kind"] == f"{WORDS}9"


EVENTS = [(name, what) for name in ("note", "activity") for what in ("mistake", "suspended", "popped")]


@pytest.mark.slow
@pytest.mark.parametrize(
    "event", sampled(EVENTS, (("note", "mistake"), ("activity", "suspended"), ("note", "popped"))), ids=str
)
async def test_whatever_comes_within_the_first_second_the_words_are_written(
    filled: Stage, event: tuple[str, str]
) -> None:
    """A mistake of ours elsewhere, ctrl+z, a dialog that something else takes away."""
    name, what = event
    typed: dict[str, str] = {}
    at_once: list[dict[str, str]] = []

    async def come() -> None:
        async with filled.play(end=False) as play:
            dialog = await open_and_type(play, DIALOGS[name])
            typed.update(dialog.typed())
            if what == "popped":
                play.app.pop_screen()
                assert await play.until(lambda: bool(filled.half_typed()))
            elif what == "suspended":
                play.app.action_suspend_process()
            else:
                play.app._handle_exception(ZeroDivisionError())
            at_once.extend(filled.half_typed().values())

    if what == "mistake":
        with pytest.raises(ZeroDivisionError):
            await come()
    else:
        await come()
    assert at_once == [typed]
    assert list(filled.half_typed().values()) == [typed]


@pytest.mark.parametrize("size", [(46, 19), SMALL])
async def test_what_is_left_half_filled_is_said_to_be_kept(stage: Stage, size: tuple[int, int]) -> None:
    said = "Not saved: what you typed is there when you open this again."
    async with stage.play(size) as play:
        await play.press("a", *"walk", "escape")
        assert play.said == said
        await play.later(10)
        await play.press("a", "ctrl+r", "escape", "s", "escape")
        assert said not in play.said
