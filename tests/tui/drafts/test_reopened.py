"""A recovered draft says what it belongs to: a changed entry, a deleted one, another day, an earlier version."""

import json

import pytest
from textual.widgets import TextArea

from tests.tui.stage import TO_LAST_ROW, Play, Stage

WORDS = "pinwheel"


def painted(play: Play) -> str:
    """What the dialog says, else the screen as running text."""
    return play.words("#problem") if play.dialog else " ".join(play.text.split())


async def begin(stage: Stage, *keys: str) -> None:
    """Half type something, and be killed."""
    async with stage.play(end=False) as play:
        await play.press(*keys)
        await play.type(WORDS)
        play.app.drafts.write_due()


@pytest.mark.parametrize("ctrl_r", [False, True])
async def test_a_note_that_was_changed_meanwhile_is_not_written_over_unasked(stage: Stage, ctrl_r: bool) -> None:
    note = stage.heeldiary.done("log", "note", "as it was", "--json").json
    await begin(stage, *TO_LAST_ROW, "enter")
    stage.heeldiary.done("edit", note["id"], "--note", "changed elsewhere")
    async with stage.play() as play:
        await play.press(*TO_LAST_ROW, "enter")
        assert "The saved entry has changed since" in painted(play)
        await play.press("escape")
        assert play.dialog == "DatedNote"
        assert stage.entries()[0]["note"] == "changed elsewhere"
        await play.press("ctrl+r" if ctrl_r else "escape", *(["escape"] if ctrl_r else []))
        assert play.dialog == ""
    assert stage.entries()[0]["note"] == ("changed elsewhere" if ctrl_r else f"as it was{WORDS}")
    assert stage.half_typed() == {}


async def test_a_form_of_a_changed_entry_asks_as_well(stage: Stage) -> None:
    walk = stage.heeldiary.done("log", "activity", "walking", "45", "--json").json
    await begin(stage, "down", "down", "down", "enter", "end", "tab", "tab", "tab", "tab", "tab")
    stage.heeldiary.done("edit", walk["id"], "--minutes", "50")
    async with stage.play() as play:
        await play.press("down", "down", "down", "enter")
        assert "The saved entry has changed since" in painted(play)
        await play.press("enter")
        assert stage.entries()[0]["minutes"] == 50
        await play.press("enter")
    assert (stage.entries()[0]["minutes"], stage.entries()[0]["note"]) == (45, WORDS)


async def test_changed_elsewhere_while_it_is_open_the_words_are_kept_and_ask_next_time(stage: Stage) -> None:
    note = stage.heeldiary.done("log", "note", "as it was", "--json").json
    async with stage.play() as play:
        await play.press(*TO_LAST_ROW, "enter")
        await play.type(WORDS)
        stage.heeldiary.done("edit", note["id"], "--note", "changed elsewhere")
        await play.press("escape")
        assert "changed or deleted meanwhile" in painted(play)
        await play.press("escape", "enter")
        assert "The saved entry has changed since" in painted(play)
        assert WORDS in play.text
        await play.press("escape", "escape")
    assert [entry["note"] for entry in stage.entries()] == [f"as it was{WORDS}"]


@pytest.mark.parametrize(("kind", "key"), [(("note", "as it was"), "n"), (("activity", "walking", "45"), "a")])
async def test_the_words_for_a_deleted_entry_are_offered_as_a_new_one(
    stage: Stage, kind: tuple[str, ...], key: str
) -> None:
    entry = stage.heeldiary.done("log", *kind, "--json").json
    await begin(stage, *(TO_LAST_ROW if key == "n" else ["down"] * 3), "enter", "end")
    stage.heeldiary.done("delete", entry["id"])
    async with stage.play() as play:
        assert "Typed but not saved yet" in play.said
        await play.press(key)
        assert "was deleted" in painted(play)
        assert WORDS in play.text
        await play.press("escape" if key == "n" else "enter")
    (made,) = stage.entries()
    assert made["id"] != entry["id"]
    assert WORDS in (made["note"] or made["kind"])
    assert stage.half_typed() == {}


async def test_what_another_day_was_typed_is_named_at_the_start(stage: Stage) -> None:
    await begin(stage, "n")
    stage.clock.set("2026-11-23T07:00:00")
    async with stage.play() as play:
        assert play.said == "Typed but not saved yet: Note, Sun 22 Nov 2026. Open it again on that day to continue."
        await play.press("n")
        assert WORDS not in play.text
        await play.press("escape", "left_square_bracket", "n")
        assert "not saved yet" in painted(play)
        await play.press("escape")
        assert [(entry["day"], entry["note"]) for entry in stage.entries()] == [("2026-11-22", WORDS)]
    async with stage.play() as play:
        assert play.said == ""


async def test_drafts_of_earlier_versions_are_carried_over_once(stage: Stage) -> None:
    old = stage.heeldiary.home / "drafts.json"
    mine = {"note 2026-11-22": {"note": WORDS}, "jump": 3}
    old.write_text(json.dumps({str(stage.heeldiary.diary): mine, "/other.db": {"settings": {"theme": "x"}}}))
    async with stage.play() as play:
        await play.press("n")
        assert WORDS in play.text
        assert stage.half_typed() == {"note 2026-11-22": {"note": WORDS}}
        assert json.loads(old.read_text()) == {
            str(stage.heeldiary.diary): {"jump": 3},
            "/other.db": {"settings": {"theme": "x"}},
        }
        await play.press("escape")
    assert [entry["note"] for entry in stage.entries()] == [WORDS]
    async with stage.play() as play:
        await play.press("n")
        assert WORDS not in play.app.screen.query_one(TextArea).text


async def test_killed_between_the_save_and_the_end_of_the_draft_it_is_saved_once(stage: Stage) -> None:
    async with stage.play(end=False) as play:
        await play.press("n")
        await play.type(WORDS)
        play.app.drafts.write_due()
        before = {path: path.read_bytes() for path in stage.drafts.iterdir()}
        await play.press("escape")
    for path, text in before.items():  # as if it had never come to its removal
        path.write_bytes(text)
    async with stage.play() as play:
        assert play.said == ""
        await play.press("n", "escape")
    assert [entry["note"] for entry in stage.entries()] == [WORDS]
    assert stage.half_typed() == {}


async def test_tags_and_answers_begun_before_another_window_gave_some_are_found_and_ask(stage: Stage) -> None:
    await begin(stage, "number_sign")
    stage.heeldiary.done("log", "note", "", "--tag", "rain")
    async with stage.play() as play:
        await play.press("number_sign")
        assert WORDS in play.text
        assert "has changed since" in painted(play)
