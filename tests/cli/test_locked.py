"""While another program holds the diary: `nudge` and completion say nothing at once, the other commands wait."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar

import pytest

from heeldiary.cli import run
from heeldiary.cli.context import CommandContext
from heeldiary.store.diary import Diary
from heeldiary.store.opening import COMMAND_WAIT_SECONDS, open_to_glance
from tests.runner import Heeldiary, Stream, files


@contextmanager
def held(path: Path, how: str) -> Iterator[None]:
    """Another program in the middle of a write."""
    other = sqlite3.connect(path, isolation_level=None)
    other.execute(f"BEGIN {how}")
    if how == "EXCLUSIVE":
        other.execute("CREATE TABLE other (x)")
    try:
        yield
    finally:
        other.rollback()
        other.close()


class Watched(CommandContext):
    """Writes down how long a command would wait for another program."""

    waits: ClassVar[list[float]] = []

    @contextmanager
    def reading(self, wait_seconds: float = COMMAND_WAIT_SECONDS, *, before_writing: bool = False) -> Iterator[Diary]:
        """Open the diary as any command does."""
        self.waits.append(wait_seconds)
        with super().reading(wait_seconds, before_writing=before_writing) as diary:
            yield diary


def test_nudge_waits_for_nobody(heeldiary: Heeldiary) -> None:
    heeldiary.done("log", "6", "--foot", "left", "--day", "yesterday")
    out, err = Stream(), Stream()
    context = Watched(out, err, Stream(), heeldiary.environment, heeldiary.clock, heeldiary.random)
    with held(heeldiary.diary, "EXCLUSIVE"):
        assert run(["nudge"], context) == 0
    assert (out.getvalue(), err.getvalue(), context.waits) == ("", "", [0])
    assert "not logged yet" in heeldiary.done("nudge").out


@pytest.mark.parametrize("how", ["IMMEDIATE", "EXCLUSIVE"])
def test_a_glance_waits_for_nobody_and_changes_nothing(heeldiary: Heeldiary, how: str) -> None:
    heeldiary.done("log", "6", "--foot", "left", "--tag", "rain")
    with held(heeldiary.diary, how):
        before = files(heeldiary.home)
        answer = heeldiary("completion", "--answer", "zsh", "--", "log", "6", "--tag", "")
        assert answer in ((0, "", ""), (0, "words\n", ""), (0, "words\nrain:a tag, on 1 entry\n", ""))
        assert files(heeldiary.home) == before


def test_a_glance_leaves_an_older_diary_as_it_is(heeldiary: Heeldiary) -> None:
    heeldiary.done("log", "6", "--foot", "left", "--tag", "rain")
    with sqlite3.connect(heeldiary.diary) as other:
        other.execute("PRAGMA user_version = 3")
    before = files(heeldiary.home)
    assert "rain" in heeldiary.done("completion", "--answer", "fish", "--", "log", "6", "--tag", "").out
    assert files(heeldiary.home) == before


def test_a_glance_at_nothing_makes_nothing(heeldiary: Heeldiary) -> None:
    assert open_to_glance(str(heeldiary.diary)) is None
    assert heeldiary.done("completion", "--answer", "zsh", "--", "log", "6", "--tag", "").out == "words\n"
    assert not heeldiary.home.exists()


@pytest.mark.parametrize("content", [b"", b"no diary at all", b"SQLite format 3\x00" + bytes(2000)])
def test_completion_is_silent_about_what_is_no_diary(heeldiary: Heeldiary, content: bytes) -> None:
    heeldiary.home.mkdir()
    heeldiary.diary.write_bytes(content)
    assert heeldiary("completion", "--answer", "zsh", "--", "log", "6", "--tag", "") == (0, "", "")
    assert heeldiary.diary.read_bytes() == content


@pytest.mark.parametrize(
    "asked",
    [
        (),
        ("tcsh",),
        ("bash",),
        ("bash", "--"),
        ("bash", "--", "x", "y"),
        ("zsh", "--"),
        ("fish", "--", "log", "\udcff"),
    ],
)
def test_completion_is_silent_about_a_strange_question(heeldiary: Heeldiary, asked: tuple[str, ...]) -> None:
    ran = heeldiary("completion", "--answer", *asked)
    assert (ran.code, ran.err) == (0, "")


def test_a_glance_finds_a_diary_of_any_name(heeldiary: Heeldiary) -> None:
    for name in ("a b.db", "100%?#.db", "é☃.db", "x\udce9.db", "a'b\"c.db", "..db"):
        path = str(heeldiary.home.parent / name)
        named = os.fsencode(path).decode("utf-8", "surrogateescape")
        heeldiary.done("--diary", named, "log", "6", "--foot", "left", "--tag", "rain")
        assert "rain" in heeldiary.done("completion", "--answer", "zsh", "--", "--diary", named, "log", "--tag", "").out
