"""Undo in the app: one step per action, from any screen and any program; and it says what it undid."""

import re

from heeldiary.tui.app import LOOK_SECONDS
from tests.tui.stage import Stage

TODAY = "2026-11-22"


async def test_it_says_what_it_took_back(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("6", "u")
        taken = "Undone: left foot, first steps, 6/10, Sun 22 Nov 2026"
        assert play.said == f"{taken} · Now: not logged · press U to redo"
        assert stage.entries() == []


async def test_it_says_what_stands_now(stage: Stage) -> None:
    stage.heeldiary.done("log", "left", "4", "--day", "today")
    async with stage.play() as play:
        await play.press("6", "u")
        assert play.said.endswith(" · Now: left foot, first steps, 4/10 · press U to redo")


async def test_tags_stand_there_too(stage: Stage) -> None:
    note = stage.heeldiary.done("log", "note", "x", "--tag", "rain", "--json").json["id"]
    stage.heeldiary.done("edit", note, "--untag", "rain")
    async with stage.play() as play:
        await play.press("u")
        assert " · Now: note #rain · " in play.said


async def test_of_two_feet_both_stand_there_and_redo_says_what_it_brought(stage: Stage) -> None:
    stage.heeldiary.done("log", "6", "4")
    stage.heeldiary.done("log", "8", "9")
    async with stage.play() as play:
        await play.press("u")
        assert "Now: left foot, first steps, 6/10; right foot, first steps, 4/10" in play.said
        await play.press("U")
        assert "Now: left foot, first steps, 8/10; right foot, first steps, 9/10" in play.said


async def test_a_setting_too(stage: Stage) -> None:
    stage.heeldiary.done("settings", "theme", "paper")
    stage.heeldiary.done("settings", "theme", "nord")
    async with stage.play() as play:
        await play.press("u")
        assert play.said == "Undone: the setting Theme · Now: Theme is paper · press U to redo"
        assert play.app.theme == "paper"
        await play.press("u")
        assert "Now: Theme has its default" in play.said
        await play.press("U", "U")
        assert play.app.theme == "nord"


async def test_shift_u_redoes_it(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("6", "7", "u", "u", "U")
        assert stage.scores() == {TODAY: 6}
        did = "Redone: left foot, first steps, 6/10, Sun 22 Nov 2026"
        assert play.said == f"{did} · Now: left foot, first steps, 6/10 · press u to undo"
        await play.press("U")
        assert stage.scores() == {TODAY: 7}
        await play.press("U")
        assert "nothing to redo" in play.said


async def test_a_new_score_leaves_nothing_to_redo(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("6", "7", "u", "5", "U")
        assert stage.scores() == {TODAY: 5}
        assert "nothing to redo" in play.said


async def test_again_and_again_back_to_the_first(stage: Stage) -> None:
    async with stage.play() as play:
        first = stage.entries()
        keys = ("6", "7", "right", "down", "3", "enter", "4", "delete", "left_square_bracket", "5", "left", "backspace")
        await play.press(*keys)
        await play.press("n")
        await play.type("a note")
        await play.press("escape")
        count = stage.steps_back()
        for _ in range(count - 1):
            await play.press("u")
        assert stage.entries() == first
        assert stage.steps_back() == 1
        await play.press("u")
        assert stage.heeldiary.done("settings", "affected-foot", "--json").json == {"affected-foot": None}
        await play.press("u")
        assert "nothing to undo" in play.said.lower()


async def test_across_restarts(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("6")
    async with stage.play() as play:
        await play.press("u")
        assert stage.entries() == []


async def test_from_every_screen_and_shown_there(stage: Stage) -> None:
    stage.heeldiary.done("log", "care", "ice", "10")
    async with stage.play() as play:
        await play.press("6", "5", "4", "3", "2")
        for key, score in (("r", 3), ("t", 4), ("c", 5), ("g", 6)):
            await play.press(key, "u")
            assert stage.scores() == {TODAY: score}
            assert "first steps" in play.said
        await play.press("c", "u")
        assert re.search("ice +10 min", play.text)
        await play.press("u")
        assert "Nothing logged in the last year" in play.text
        await play.press("d")
        assert "press 0–9" in play.text


async def test_what_a_command_wrote_is_taken_back(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("6")
        stage.heeldiary.done("log", "activity", "walking", "45")
        await play.look()
        assert "walking" in play.text
        await play.press("u")
        assert "walking, 45 min" in play.said
        assert stage.entries("activity") == []
        assert "45 min" not in play.line("Activity")
        await play.press("u")
        assert stage.entries() == []


async def test_what_a_command_took_back_is_gone_from_the_screen(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("6")
        stage.heeldiary.done("undo")
        await play.look()
        assert "[·]" in play.text
        assert "press 0–9" in play.text


async def test_what_a_command_writes_is_shown_by_itself(stage: Stage) -> None:
    assert LOOK_SECONDS < 2
    async with stage.play() as play:
        stage.heeldiary.done("log", "9")
        assert await play.until(lambda: "[9]" in play.text)


async def test_every_screen_shows_what_a_command_writes(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("t")
        stage.heeldiary.done("log", "9")
        await play.look()
        assert "1 of 7 mornings" in play.text
        await play.press("c")
        stage.heeldiary.done("log", "care", "taping")
        await play.look()
        assert "taping" in play.text
        await play.press("d")
        assert "taping" in play.text


async def test_both_feet_of_one_command_are_one_step(stage: Stage) -> None:
    stage.heeldiary.done("log", "left", "6", "right", "2")
    async with stage.play() as play:
        await play.press("u")
        assert stage.entries() == []
        assert "left foot" in play.said
        assert "right foot" in play.said


async def test_an_import_is_one_step(stage: Stage) -> None:
    other = stage.heeldiary.other("elsewhere")
    for day in range(1, 9):
        other.done("log", "left", str(day), "--day", f"{day}d")
    lines = "".join(f"{line}\n" for line in other.done("list", "--json").out.splitlines())
    (stage.heeldiary.home / "in.jsonl").write_text(lines, "utf-8")
    stage.heeldiary.done("import", str(stage.heeldiary.home / "in.jsonl"))
    async with stage.play() as play:
        assert len(stage.entries()) == 8
        await play.press("u")
        assert stage.entries() == []
        assert play.said.startswith("Undone: ")


async def test_a_theme_and_a_setting_are_taken_back_and_seen(stage: Stage) -> None:
    async with stage.play() as play:
        play.app.theme = "paper"
        await play.rest()
        assert stage.heeldiary.done("settings", "theme", "--json").json == {"theme": "paper"}
        await play.press("u")
        assert stage.heeldiary.done("settings", "theme", "--json").json == {"theme": "dusk"}
        assert play.app.theme == "dusk"
        stage.heeldiary.done("settings", "theme", "nord")
        await play.look()
        assert play.app.theme == "nord", "the app shows what a command wrote"


async def test_settings_of_one_form_are_one_step(stage: Stage) -> None:
    async with stage.play() as play:
        before = stage.heeldiary.done("settings", "--json").json
        steps = stage.steps_back()
        await play.press("comma", "ctrl+u")
        await play.type("both")
        await play.press("tab", "ctrl+u")
        await play.type("05:30")
        await play.press("enter")
        after = stage.heeldiary.done("settings", "--json").json
        assert after == before | {"affected-foot": "both", "day-start": "05:30"}
        assert stage.steps_back() == steps + 1
        assert "Right foot" in play.text
        await play.press("u")
        assert stage.heeldiary.done("settings", "--json").json == before
