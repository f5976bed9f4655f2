"""The person's words are data, whatever they are: stored clean, printed literally, never obeyed by a terminal."""

import json
from typing import Any

import pytest

from tests.runner import Heeldiary, Process
from tests.store.connections import another

MARKUP = [
    "[/", "[/nope]", "[b]bold", "[red]x", "[@click=app.quit]", "[link=http://x]x", "{}", "{0}", "%s", "%(x)s",
    "$(touch x)", "`ls`", "'; DROP TABLE entry; --", "<script>alert(1)</script>", '=HYPERLINK("http://x")', "\\",
    '"quoted"', "--note", "-", "null", "true", "\\u0041", "a\tb", "NaN",
]  # fmt: skip
ESCAPES = [
    "\x1b[2J", "\x1b]0;title\x07", "\x1b]8;;http://x\x1b\\x", "\x1b]52;c;aGVsbG8=\x07", "\x1bP1;2q\x1b\\", "\x1b[6n",
    "\x07", "\x9b31m", "\x00", "\x7f", "over\rwritten", "\x85", "\x0b\x0c", "\ud800", "\ud83d\ud83d", "\u2028\u2029",
]  # fmt: skip
WIDE = ["👩\u200d👩\u200d👧", "🇩🇪", "z" + "\u0301" * 200, "漢字", "שלום", "a\u200bb", "\ufeffx"]
OVERRIDES = ["\u202egnp.exe", "\u2066x\u2069", "\u200f"]
CONTROLS = {*map(chr, range(0x20)), "\x7f", *map(chr, range(0x80, 0xA0))} - {"\n", "\t"}


def fit_for_a_terminal(told: str) -> bool:
    """No C0, DEL, C1 or half character is in it."""
    return not CONTROLS & set(told) and not any("\ud800" <= sign <= "\udfff" for sign in told)


def keep(heeldiary: Heeldiary, note: str) -> dict[str, Any]:
    """Log the note; a lone dash would read stdin."""
    shape: dict[str, Any] = heeldiary.done("log", "care", "ice", f"--note={note}", "--json", stdin=note).json
    return shape


@pytest.mark.grid(4)
@pytest.mark.parametrize("note", [*MARKUP, *WIDE], ids=range(len(MARKUP + WIDE)))
def test_words_are_kept_and_printed_as_they_are(heeldiary: Heeldiary, note: str) -> None:
    entry = keep(heeldiary, note)
    assert entry["note"] == note
    assert heeldiary.entries() == [entry]
    if note not in ("a\tb", "a\u200bb", "\ufeffx", "👩\u200d👩\u200d👧"):
        assert note in heeldiary.done("list").out
        assert note in heeldiary.done("show").out
    heeldiary.done("edit", entry["id"], f"--note={note}!", stdin=f"{note}!")
    assert heeldiary.entries()[0]["note"] == f"{note}!"


@pytest.mark.grid(4)
@pytest.mark.parametrize("note", [*ESCAPES, *OVERRIDES], ids=range(len(ESCAPES + OVERRIDES)))
def test_nothing_that_a_terminal_obeys_comes_out(heeldiary: Heeldiary, note: str) -> None:
    entry = keep(heeldiary, f"before {note} after")
    assert fit_for_a_terminal(entry["note"])
    assert entry["note"].startswith("before ")
    assert entry["note"].endswith(" after")
    for argv in (("list",), ("show",), ("list", "--json"), ("export",), ("status",), ("show", "--json")):
        told = heeldiary.done(*argv).out
        assert fit_for_a_terminal(told), argv
        if "--json" not in argv and argv != ("export",):
            assert not set(told) & set("\u202e\u2066\u2069\u200f"), argv


@pytest.mark.parametrize("note", ESCAPES[:12], ids=range(12))
def test_the_person_is_told_what_was_left_out(heeldiary: Heeldiary, note: str) -> None:
    ran = heeldiary.done("log", "note", f"x{note}x")
    if note not in ("over\rwritten", "\x85", "\x0b\x0c"):
        assert ran.err.count("\n") == 1
        assert ran.err.strip()
        assert fit_for_a_terminal(ran.err)


@pytest.mark.parametrize(
    "word", ["\x1b[2J", "a\x9bb", "\u202eabc", "\ud800x", "[/nope]", "[@click=app.quit]"], ids=range(6)
)
def test_a_kind_and_a_course_too(heeldiary: Heeldiary, word: str) -> None:
    ran = heeldiary.done("log", "care", word, "--course", word)
    assert fit_for_a_terminal(ran.out)
    assert "\u202e" not in ran.out
    assert fit_for_a_terminal(heeldiary.done("list").out)
    heeldiary.done("log", "activity", word, "45")
    assert fit_for_a_terminal(heeldiary.done("undo").out)


@pytest.mark.parametrize("bad", ["\x1b]52;c;aGVsbG8=\x07", "\x9b31m", "\x7f", "\r"], ids=["osc", "c1", "del", "cr"])
def test_what_another_tool_put_in_is_cleaned_when_it_is_printed(heeldiary: Heeldiary, bad: str) -> None:
    heeldiary.done("log", "care", "ice", "--note", "words")
    with another(heeldiary.diary) as connection:
        connection.execute("UPDATE entry SET note = ?, source = ?", (f"evil {bad}", f"x{bad}"))
        connection.execute("UPDATE care SET kind = ?", (f"evil {bad}",))
    for argv in (("list",), ("show",), ("status",), ("list", "--json"), ("show", "--json"), ("export",)):
        told = heeldiary.done(*argv).out
        assert fit_for_a_terminal(told), argv
        if "--json" in argv:
            json.loads(told)


def test_bytes_that_are_no_utf8_by_the_real_command(process: Process) -> None:
    ran = process("log", "note", b"caf\xe9 \xff\xfe \x1b[2J end")
    assert ran.code == 2, ran
    assert "caf" not in ran.err
    assert "\x1b" not in ran.err
    assert not process.home.exists()
    assert process(b"delete", b"\xff\xfe\xfd\xfc").code == 2
    assert process(b"\xff").code == 2


def test_bytes_that_are_no_utf8_on_stdin(process: Process) -> None:
    ran = process("log", "note", "-", stdin=b"caf\xe9 \xff")
    assert ran.code in (0, 2), ran
    assert "Traceback" not in ran.err
    if ran.code == 2:
        assert not process.home.exists()


def test_markup_in_a_name_of_a_file(process: Process) -> None:
    ran = process("import", "/nowhere/[/nope]\x1b[2J")
    assert ran.code == 2
    assert "\x1b" not in ran.err
