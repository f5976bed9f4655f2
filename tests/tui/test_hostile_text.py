"""Whatever a note holds, it is shown as it is written: no markup, no command to the terminal, no torn columns."""

import re
import sqlite3

import pytest
from rich.cells import cell_len

from tests.sampling import sampled
from tests.tui.stage import NORMAL, SMALL, Play, Stage

MARKUP = (
    "[/", "[/nope]", "[b]bold[/b]", "[red]x", "[@click=app.quit]quit[/]", "[link=https://x.y]z[/link]", "[[n", "\\[esc",
    "{}", "%s %(x)s", "$(reboot)", "'; DROP TABLE entry; --", "<script>", "=HYPERLINK(1)", "$text-muted", ":smile:",
)  # fmt: skip
SCRIPTS = ("日本語のメモ 足の裏", "👨‍👩‍👧‍👦 🏳️‍🌈 ❤️", "e\u0301\u0301\u0301 zalgo", "العربية עברית", "a\tb")
CONTROLS = "\x1b[2J\x1b]52;c;QUJD\x07\x1b]0;title\x07\x9b31m\x90q\x00\x07\x7f\x85bell"
BIDI = "abc\u202edef\u2066x\u200by\ufeff"
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
OVERRIDE = re.compile(r"[\u202a-\u202e\u2066-\u2069\u200b\ufeff]")


def check(play: Play) -> None:
    """Every row is as wide as the terminal, and holds nothing that a terminal obeys.

    In a field that is written in, what is invisible stays itself: written out, it would be another text.
    """
    width, height = play.app.size
    strips = play.strips
    assert len(strips) == height
    writing = bool(play.app.screen.query("Input, TextArea"))
    for strip in strips:
        assert not CONTROL.search(strip.text), repr(strip.text)
        assert writing or not OVERRIDE.search(strip.text), repr(strip.text)
        assert strip.cell_length == width, repr(strip.text)
        assert writing or cell_len(strip.text) == width, repr(strip.text)


async def everywhere(stage: Stage, words: str, seen: str, size: tuple[int, int]) -> None:
    """The note in the Diary's rows, in the search, in its editor, in Care, in a form and in what is said."""
    stage.heeldiary.done("log", "note", words)
    stage.heeldiary.done("log", "care", "ice", "10", "--note", words)
    async with stage.play(size) as play:
        check(play)
        assert seen in play.line("Note")
        assert f"“{seen}" in play.text, "in the care's row"
        await play.press("slash", "tab")
        play.app.screen.query_one("Input").focus()
        await play.type(words[0])
        check(play)
        assert seen in play.text
        await play.press("escape", "c")
        check(play)
        assert f"“{seen}" in play.text
        await play.press("enter")
        check(play)
        await play.press("escape", "delete")
        check(play)
        await play.press("u")
        check(play)
        assert play.app.is_running
        assert [entry["note"] for entry in stage.entries("care")] == [entry["note"] for entry in stage.entries("note")]


@pytest.mark.slow
async def test_markup_is_text(stage: Stage) -> None:
    for words in MARKUP:
        stage.heeldiary.done("log", "note", words)
        stage.heeldiary.done("log", "care", "ice", "10", "--note", words)
    async with stage.play((120, 70)) as play:
        check(play)
        for words in MARKUP:
            assert play.text.count(words) >= 2, words
        await play.press("c")
        check(play)
        for number, words in enumerate(MARKUP):
            assert f"“{words}”" in play.text
            if number % 6 == 1:
                await play.press("enter")
                check(play)
                await play.press("escape", "delete", "u")
                check(play)
            await play.press("down")
        await play.press("d", "slash")
        for words in MARKUP:
            await play.press("ctrl+u")
            await play.type(words)
            check(play)
            assert words in play.words("OptionList"), words
        assert play.app.is_running


@pytest.mark.parametrize("words", sampled(SCRIPTS, (SCRIPTS[1], SCRIPTS[3])))
async def test_every_script_keeps_the_columns(stage: Stage, words: str) -> None:
    await everywhere(stage, words, words[:1], SMALL)


async def test_control_characters_and_overrides_reach_no_terminal(stage: Stage) -> None:
    await everywhere(stage, f"note {CONTROLS}", "note", NORMAL)


async def test_overrides_are_written_out(stage: Stage) -> None:
    await everywhere(stage, BIDI, r"abc\u202edef\u2066x\u200by", NORMAL)


@pytest.mark.parametrize("size", sampled([SMALL, (200, 60)], [SMALL]))
async def test_twenty_thousand_characters(stage: Stage, size: tuple[int, int]) -> None:
    await everywhere(stage, "w" * 19_990 + "\n[/end]", "wwww", size)


@pytest.mark.parametrize("kind", sampled([*MARKUP[:6], BIDI, SCRIPTS[0], SCRIPTS[1]], [MARKUP[1], SCRIPTS[1]]))
async def test_kinds_and_courses_of_ones_own_too(stage: Stage, kind: str) -> None:
    stage.heeldiary.done("log", "care", kind, "--course", kind, "--visits", "3")
    stage.heeldiary.done("log", "activity", kind, "30")
    async with stage.play(NORMAL) as play:
        check(play)
        for screen in ("t", "c", "d"):
            await play.press(screen)
            check(play)
        await play.press("a")
        await play.type(kind[0])
        await play.rest()
        check(play)
        await play.press("escape", "u")
        check(play)
        await play.press("t", "u")
        check(play)


async def test_what_another_program_wrote_into_the_file_is_made_fit_too(stage: Stage) -> None:
    """Control characters are stripped on saving; a row written by another program was never cleaned."""
    stage.heeldiary.done("log", "note", "note")
    stage.heeldiary.done("log", "activity", "walking", "30")
    stage.heeldiary.done("log", "care", "ice", "--course", "spring")
    with sqlite3.connect(stage.heeldiary.diary) as connection:
        connection.execute("UPDATE entry SET note = 'x' || ?", (CONTROLS,))
        connection.execute("UPDATE activity SET kind = 'k' || ?", (CONTROLS[:20],))
        connection.execute("UPDATE care SET kind = 'k' || ?, course = 'c' || ?", (CONTROLS[:20], CONTROLS[:20]))
    connection.close()
    async with stage.play(NORMAL) as play:
        check(play)
        for screen in ("c", "t", "d"):
            await play.press(screen)
            check(play)
        await play.press("n")
        check(play)
        await play.press("escape", "down", "down", "down", "enter")
        check(play)


async def test_pasted_control_characters_are_not_passed_on(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("n")
        await play.paste(f"pasted {CONTROLS} {BIDI}")
        check(play)
        await play.press("escape")
        assert stage.entries()[0]["note"].startswith("pasted [2J]52;c;QUJD")
        await play.press("a")
        await play.paste(f"pasted {CONTROLS} {BIDI}")
        check(play)


async def test_search_finds_whatever_the_accents_are_made_of(stage: Stage) -> None:
    stage.heeldiary.done("log", "note", "Caf\u00e9 at noon")
    stage.heeldiary.done("log", "note", "cafe\u0301 at night", "--day", "yesterday")
    for words in ("caf\u00e9", "CAFE\u0301"):
        async with stage.play() as play:
            await play.press("slash")
            await play.type(words)
            assert "at noon" in play.text
            assert "at night" in play.text


async def test_search_leads_to_the_day(stage: Stage) -> None:
    stage.heeldiary.done("log", "note", "insoles are new", "--day", "2026-10-01")
    stage.heeldiary.done("log", "note", "insoles hurt", "--day", "2026-10-09")
    stage.heeldiary.done("log", "note", "rain")
    async with stage.play() as play:
        await play.press("slash")
        await play.type("INSOLES")
        assert "rain" not in play.text
        await play.press("down", "down", "enter")
        assert "1 October" in play.text
        await play.press("enter")
        assert (play.dialog, "insoles are new" in play.text) == ("DatedNote", True)
        await play.press("escape", "slash")
        await play.type("insoles")
        await play.press("enter")
        assert "9 October" in play.text
        await play.press("slash")
        await play.type("[/")
        assert "No note and no tag has that" in play.text
        await play.press("enter")
        assert play.dialog == "Search"


async def test_a_note_at_its_limit(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("n")
        await play.paste("x" * 20_001)
        assert "20,001 of 20,000" in play.text
        await play.press("escape")
        assert play.dialog == "NoteDialog", "what is too long stays open, and says so"
        assert stage.entries() == []
        await play.press("backspace", "escape")
        assert len(stage.entries()[0]["note"]) == 20_000
