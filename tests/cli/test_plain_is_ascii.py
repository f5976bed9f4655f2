"""With `--plain` every command prints ASCII but for the person's own words, which it prints as they are."""

import ast
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

import heeldiary as package
from heeldiary.cli.commands import COMMANDS
from heeldiary.cli.completion.last_word import subcommands
from tests.cli.test_outputs import LONG, REFUSED, SHORT, long_diary, short_diary
from tests.runner import Heeldiary
from tests.standing_clock import SeededBytes, StandingClock

__all__ = ["long_diary", "short_diary"]

CHANGES = """
log 3 4
log left 5 --moment worst --tag rain
log activity walking 45 --steps 1
log sitting 6h --longest 1h
log massage --ki1 90s --shimian 2 --before 6
log massage --foot left 5m --after 2
log care taping
log note 'rest day'
mark arch heel --foot left
mark nowhere
search rest
signs --dismiss nosuch
tags
tags rename town city
tags merge city 'no shoes'
tags delete city
links declare steps tag:rain tag:never
links declare none
routine list
routine show clinic
routine copy clinic gentle
routine new evening
routine edit evening
routine export evening
routine plan evening daily
routine unplan evening
routine pause 2026-11-22 2026-11-24
routine resume
routine delete evening
experiment
experiment today
experiment done
experiment done --not
experiment status
experiment list
experiment check
experiment check --reveal
experiment result
experiment stop
experiment new 'evening massage or not' --days 28 --foot left --asked --yes
experiment new 'evening massage or not'
settings theme paper
settings affected-foot both
status --short
review --note 'a quiet week'
export
import nosuch.json
guide
version
help
demo
completion fish
undo
undo
undo
undo
undo
undo
""".strip().splitlines()
"""What changes the short diary, or was not asked of it before; some of it is refused."""

TYPOGRAPHIC = {
    "charts": "pictures",
    "tui": "the app",
    "cli/printing.py": "pictures",
    "cli/status.py": "the dash of a status bar, without --plain",
    "cli/completion/protocol.py": "the shell's list of candidates",
    "domain/change/text.py": "labels of pictures",
    "domain/courses/text.py": "a line of the app",
    "domain/experiments/result_text.py": "the labels of an axis",
    "domain/review/text.py": "a line of the app",
    "domain/weeks/next_morning_text.py": "a line of the app, shortened",
    "domain/weeks/text.py": "a figure that the app misses",
    "domain/routine/routine.py": "a title of one's own, shortened for the app",
    "domain/zero_width.py": "the end of what no one can read",
}
"""The files that may hold other characters, and for what."""


def _words(command: str) -> list[str]:
    return [*(word for word in shlex.split(command) if word != "--json"), "--plain"]


@pytest.mark.parametrize("command", LONG)
def test_of_a_long_diary(long_diary: Heeldiary, command: str) -> None:
    assert "".join(long_diary.done(*_words(command))[1:]).isascii()


def test_of_a_short_diary(short_diary: Heeldiary, tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "diary.db").write_bytes(short_diary.diary.read_bytes())
    copy = Heeldiary(tmp_path / "home", StandingClock("2026-11-22T12:00:00"), SeededBytes())
    helped = [f"{name} --help" for name in _commands()]
    said = {command: copy(*_words(command)) for command in (*SHORT, *REFUSED, *helped, *CHANGES)}
    assert not [(command, ran) for command, ran in said.items() if not (ran.out + ran.err).isascii()]
    assert not [command for command, ran in said.items() if "mistake" in ran.err]
    commands = {command.partition(" ")[0] for command in said}
    assert {*COMMANDS} <= commands


def _commands() -> Iterator[str]:
    for name in COMMANDS:
        yield name
        yield from (f"{name} {word}" for word in subcommands(name))


@pytest.mark.parametrize("word", ["5 → 6 · é", "“x” – ×2 …", "日本"])
def test_own_words_are_printed_as_they_are(heeldiary: Heeldiary, word: str) -> None:
    heeldiary.done("settings", "affected-foot", "left")
    heeldiary.done("log", "6", "--note", word, "--tag", word)
    heeldiary.done("log", "activity", word, "20", "--day", "yesterday")
    heeldiary.done("log", "care", word, "--course", word, "--visits", "3")
    heeldiary.done("links", "declare", f"tag:{word}", f"care:{word}")
    assert word in heeldiary.done("log", "activity", word, "30", "--plain").out
    assert word in heeldiary.done("undo", "--plain").out
    heeldiary.done("experiment", "new", f"{word} or not", "--days", "28", "--asked", "--yes")
    for command in ("show", "list", "search x", "tags", "courses", "status", "links", "trends --view links",
                    "experiment", "experiment list", "experiment check", "review"):  # fmt: skip
        ran = heeldiary.done(*(word if part == "x" else part for part in command.split()), "--plain")
        assert word in ran.out, command
        assert ran.out.replace(word, "").isascii(), command


def test_our_sentences_are_ascii_at_the_source() -> None:
    root = Path(package.__file__).parent
    found = {}
    for path in sorted(root.rglob("*.py")):
        place = path.relative_to(root).as_posix()
        others = {sign for text in _texts(ast.parse(path.read_text("utf-8"))) for sign in text if _is_a_mark(sign)}
        if others and place not in TYPOGRAPHIC and place.partition("/")[0] not in TYPOGRAPHIC:
            found[place] = others
    assert not found
    assert all(path.read_text("utf-8").isascii() for path in (root / "domain" / "guide").glob("*.md"))


def _is_a_mark(sign: str) -> bool:
    """Whether it is there to be read, unlike the characters that code looks for."""
    return not sign.isascii() and sign.isprintable() and sign != "\ufffd"


def _texts(tree: ast.Module) -> Iterator[str]:
    """All text of a module but its docstrings."""
    about = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in about:
            yield node.value
