"""# in the Diary: the tags of a row, or of the day; completed as they are typed."""

import pytest

from tests.sampling import sampled
from tests.tui.stage import NORMAL, SMALL, TO_LAST_ROW, Play, Stage


def tags(stage: Stage) -> list[tuple[str, list[str]]]:
    return [(entry["type"], entry["tags"]) for entry in stage.entries()]


@pytest.mark.parametrize("size", sampled([SMALL, NORMAL], [SMALL]))
async def test_the_tags_of_a_score_and_of_an_entry(stage: Stage, size: tuple[int, int]) -> None:
    stage.heeldiary.done("log", "activity", "walking", "45")
    async with stage.play(size) as play:
        await play.press("6", "number_sign")
        assert play.dialog == "TagsForm"
        await play.type("Rain, long day")
        await play.press("enter")
        assert play.dialog == ""
        assert '#Rain #"long day"' in play.said
        assert "#Rain" in play.text
        await play.press("down", "down", "down", "number_sign")
        await play.type("rest")
        await play.press("enter")
        assert "#rest" in play.line("Activity")
        assert dict(tags(stage)) == {"pain": ["Rain", "long day"], "activity": ["rest"]}
        await play.press("u", "u")
        assert dict(tags(stage)) == {"pain": [], "activity": []}


async def test_the_day_has_tags_on_a_note_of_their_own(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("number_sign")
        await play.type("travel")
        await play.press("enter")
        assert tags(stage) == [("note", ["travel"])]
        assert "#travel" in play.line("Note")
        await play.press("number_sign")
        assert "travel" in play.text, "the same note again, not a second one"
        await play.press("ctrl+u", "enter")
        assert tags(stage) == []
        assert "No tags" in play.said
        await play.press("u")
        assert tags(stage) == [("note", ["travel"])]


async def test_the_last_tag_is_completed(stage: Stage) -> None:
    stage.heeldiary.done("log", "note", "x", "--tag", "rain", "--tag", "long day", "--day", "3d")
    async with stage.play() as play:
        await play.press("4", "number_sign")
        assert '#"long day"' in play.text
        assert "#rain" in play.text
        await play.type("rain, lo")
        await play.press("right", "enter")
        assert stage.entries("pain")[0]["tags"] == ["rain", "long day"]


async def test_what_is_half_typed_comes_back_and_what_is_wrong_stays(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("4", "number_sign")
        await play.type("x" * 41)
        await play.press("enter")
        assert play.dialog == "TagsForm"
        assert "1 to 40 characters" in " ".join(play.text.split())
        await play.press("escape", "number_sign")
        assert "x" * 30 in play.text
        await play.press("ctrl+u")
        await play.type("short")
        await play.press("enter")
        assert tags(stage) == [("pain", ["short"])]


@pytest.mark.parametrize("tag", sampled(["[b]bold[/b]", "日本語", "a\u202eb"], ["[b]bold[/b]"]))
async def test_tags_are_data(stage: Stage, tag: str) -> None:
    stage.heeldiary.done("log", "activity", "walking", "45", "--tag", tag)
    stage.heeldiary.done("log", "care", "ice", "--tag", tag)
    stage.heeldiary.done("log", "left", "5", "--tag", tag)
    for start in ("diary", "care"):
        async with stage.play(NORMAL, start) as play:
            assert tag.replace("\u202e", "\\u202e") in play.text.replace("\0", "")
            assert {strip.cell_length for strip in play.strips} == {NORMAL[0]}
            if start == "diary":
                await play.press("number_sign")
                assert play.dialog == "TagsForm"


async def note(play: Play, words: str) -> None:
    """Write a note."""
    await play.press("n")
    await play.type(words)
    await play.press("escape")


async def test_words_behind_a_sign_in_a_note_are_offered_as_tags_once(stage: Stage) -> None:
    async with stage.play() as play:
        await note(play, "new insoles #Soft after #rain")
        assert play.said.endswith(" · press # to tag it #Soft #rain")
        await play.press("number_sign")
        assert tags(stage) == [("note", ["Soft", "rain"])]
        assert play.said == "Tags of the note, Sun 22 Nov 2026: #Soft #rain"
        await play.press("number_sign")
        assert play.dialog == "TagsForm"
        assert "Soft, rain" in play.text, "the same note's tags, not those of the focused row"
        await play.press("escape", "u")
        assert tags(stage) == [("note", [])]


async def test_any_other_key_lets_the_offer_go(stage: Stage) -> None:
    async with stage.play() as play:
        await note(play, "#rain")
        await play.press("down", "number_sign")
        assert play.dialog == "TagsForm"
        assert tags(stage) == [("note", [])]


async def test_a_note_with_those_tags_is_offered_none(stage: Stage) -> None:
    stage.heeldiary.done("log", "note", "x", "--tag", "rain")
    async with stage.play() as play:
        await play.press(*TO_LAST_ROW, "enter")
        await play.type(" #rain")
        await play.press("escape")
        assert play.said.endswith("note, Sun 22 Nov 2026")


@pytest.mark.parametrize("size", [(46, 19), NORMAL])
async def test_tags_are_in_sight_on_the_rows_of_a_note_and_of_a_score(stage: Stage, size: tuple[int, int]) -> None:
    words = "a long walk on the beach without shoes " * 4
    stage.heeldiary.done("log", "note", words, "--tag", "rain")
    stage.heeldiary.done("log", "4", "--moment", "after-sitting", "--tag", "bus")
    async with stage.play(size) as play:
        await play.press(*TO_LAST_ROW)
        assert "#rain" in play.text
        assert "…" in play.text
        await play.press(*["up"] * 4)
        assert "#bus" in play.line("After sitting")
