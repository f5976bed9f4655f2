"""Whatever the words of a routine are, every screen shows them as written: no markup, no command, no torn row."""

import pytest
from textual.widgets import TextArea

from tests.sampling import sampled
from tests.tui.stage import NORMAL, SMALL, Stage
from tests.tui.test_hostile_text import check

WORDS = {
    "markup": "[red]x[/ [@click=app.quit] {0} $(reboot)", "wide": "漢字 👩\u200d👩\u200d👧 🇩🇪 ❤️",
    "scripts": "z\u0301\u0301 नमस्ते العربية", "turned": "a\u202eb\u2066c\u200b",
    "control": "a\\u001b[2J\\u0007\\u009b31mb",
}  # fmt: skip
CASES = [(name, (NORMAL, SMALL)[number % 2]) for number, name in enumerate(WORDS)]
TOML = """
name = "mine"
title = "{0}"
about = "{0} and {0}"
source = "{0}"
counts-as = "{1}"

[[step]]
point = "{0}"
tempo = "{2} 3, down 3"
repetitions = 2
sets = 2
rest-seconds = 20
title = "{0}"
short = "{3}"
meaning = "{0}"
place = "{3}"
find = "{0}"
press = "{0}"
pressure = "{0}"
how = "{0}"
ready = "{0}"
expect = "{0}"
beware = "{0}"

[[step]]
point = "foot bath"
seconds = 10
"""


def written(words: str, counts_as: str = "stretching") -> str:
    """A routine in which everything that can be said is said in these words."""
    beat = "ab" if "\\u" in words else "".join(sign for sign in words if not sign.isdigit())[:20]
    return TOML.format(words, counts_as, beat, words if len(words) <= 9 else "x")


@pytest.mark.slow
@pytest.mark.parametrize("case", sampled(CASES, (("wide", SMALL), ("control", NORMAL))), ids=str)
async def test_on_every_screen_of_a_session(stage: Stage, case: tuple[str, tuple[int, int]]) -> None:
    words, size = WORDS[case[0]], case[1]
    stage.answered()
    stage.heeldiary.done("routine", "new", "-", stdin=written(words))
    stage.heeldiary.done("routine", "plan", "mine", "daily")
    async with stage.play(size, "routine") as play:
        check(play)
        await play.press("6", "space")
        check(play)
        for seconds in (6, 11, 18, 13):
            await play.massage(seconds)
            check(play)
        await play.press("n")
        await play.massage(16)
        check(play)
        assert "Done" in play.text
        for screen in ("d", "c", "t", "r"):
            await play.press(screen)
            check(play)
        await play.press("d", "u")
        check(play)
        assert play.app.is_running
        await play.press("r", "space")
        await play.massage(7)
    async with stage.play(size, "routine") as play:
        await play.press("space")
        assert play.dialog == "BrokenOff"
        check(play)


@pytest.mark.slow
@pytest.mark.parametrize("case", sampled(CASES, (("markup", NORMAL), ("turned", SMALL))), ids=str)
async def test_in_every_dialog(stage: Stage, case: tuple[str, tuple[int, int]]) -> None:
    words, size = WORDS[case[0]], case[1]
    stage.answered()
    stage.heeldiary.done("routine", "new", "-", stdin=written(words, "massage"))
    before = stage.heeldiary.done("routine", "show", "mine", "--toml").out
    async with stage.play(size, "routine") as play:
        await play.press("l", "end")
        check(play)
        for keys in (("e",), ("enter",), ("escape", "escape", "a"), ("escape", "t"), ("escape", "c"), ("escape", "p"),
                     ("escape", "z"), ("escape",)):  # fmt: skip
            await play.press(*keys)
            check(play)
        assert play.dialog == "Routines"
        await play.press("e", "J", "K", "escape", "delete", "escape", "u", "u", "u")
        check(play)
        assert play.app.is_running
    assert stage.heeldiary.done("routine", "show", "mine", "--toml").out.split() == before.split() or "\\u" in before


async def test_a_mistake_is_told_in_words_fit_for_a_screen(stage: Stage) -> None:
    stage.heeldiary.done("routine", "new", "mine")
    async with stage.play(NORMAL, "routine") as play:
        await play.press("l", "end", "t")
        play.app.screen.query_one(TextArea).text = '"\\u001b[2J\\u202e[red]" = 1'
        await play.press("escape")
        assert play.dialog == "NoteDialog"
        assert "[red]" in play.words("#problem")
        assert "\x1b" not in play.text


@pytest.mark.parametrize("words", ["[red]x [/", "漢字"])
async def test_what_is_seen_is_what_was_written(stage: Stage, words: str) -> None:
    stage.heeldiary.done("routine", "new", "-", stdin=written(words))
    stage.heeldiary.done("routine", "plan", "mine", "daily")
    async with stage.play(NORMAL, "routine") as play:
        text = play.text
        assert text.count(words) >= 5
        await play.press("l", "end")
        assert words in play.words("OptionList").replace("\0", "")
        await play.press("escape", "d")
        assert words in play.words("PlanLines").replace("\0", "")


@pytest.mark.parametrize("counts_as", ["massage", "stretching"])
async def test_a_session_of_it_can_be_exported_and_imported(stage: Stage, counts_as: str) -> None:
    """The person's own words are stored exactly as an import would store them."""
    stage.answered()
    stage.heeldiary.done("routine", "new", "-", stdin=written("Firm AND İ", counts_as))
    async with stage.play(start="routine") as play:
        await play.press("l", "end", "enter", "space")
        await play.massage(20)
        await play.press("x")
    stage.heeldiary.done("edit", stage.entries()[0]["id"], "--note", "x")
    told = stage.heeldiary.done("export").out
    other = stage.heeldiary.other("elsewhere")
    other.done("import", "-", stdin=told)
    assert other.done("export").out == told
    stage.heeldiary.done("undo")
    assert stage.entries()[0]["note"] == ""
