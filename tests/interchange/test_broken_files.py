"""Files that are broken: exit 2 with the line's number, nothing changed, however they are broken."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.runner import Heeldiary, files
from tests.sampling import sampled
from tests.standing_clock import SeededBytes, StandingClock

GOOD = '{"type": "note", "day": "2026-11-02", "note": "good", "id": "good0001"}'
PAIN = {"type": "pain", "day": "2026-11-02", "foot": "left", "moment": "first-step", "score": 6}


def pain(**other: Any) -> str:
    """A pain entry's line with something else in it."""
    return json.dumps({**PAIN, **other})


BAD = {
    "no json": "not json",
    "half a line": '{"type": "note", "day": "2026-11-0',
    "a number": "6",
    "null": "null",
    "a list": "[]",
    "text": '"note"',
    "no type": '{"day": "2026-11-02"}',
    "unknown type": '{"type": "mood", "day": "2026-11-02"}',
    "no day": '{"type": "note", "note": "x"}',
    "NaN": '{"type": "pain", "day": "2026-11-02", "foot": "left", "moment": "first-step", "score": NaN}',
    "Infinity": '{"type": "pain", "day": "2026-11-02", "foot": "left", "moment": "first-step", "score": Infinity}',
    "1e999": '{"type": "pain", "day": "2026-11-02", "foot": "left", "moment": "first-step", "score": 1e999}',
    "NaN elsewhere": GOOD[:-1] + ', "unknown": NaN}',
    "a key twice": '{"type": "note", "day": "2026-11-02", "note": "a", "note": "b"}',
    "a key twice within": GOOD[:-1] + ', "unknown": {"a": 1, "a": 2}}',
    "100k nesting": GOOD[:-1] + ', "unknown": ' + "[" * 100_000 + "]" * 100_000 + "}",
    "5000-digit int": GOOD[:-1] + ', "steps": ' + "9" * 5_000 + "}",
    "a score of 5000 digits": pain().replace(": 6", ": " + "9" * 5_000),
    "no utf-8": '{"type": "note", "day": "2026-11-02", "note": "caf\udce9"}',
    "utf-16": GOOD.encode("utf-16").decode("latin-1"),
    "a nul": "\0",
    "a long note": '{"type": "note", "day": "2026-11-02", "note": "' + "x" * 20_001 + '"}',
    "score 11": pain(score=11),
    "score true": pain(score=True),
    "score text": pain(score="6"),
    "no foot": pain(foot=None),
    "both feet": pain(foot="both"),
    "1899": pain(day="1899-12-31"),
    "no such day": pain(day="2026-02-29"),
    "a week": pain(day="2026-W45-1"),
    "half a character as id": pain(id="abcd\ud800"),
    "an id in capitals": pain(id="ABCD0001"),
    "an offset no clock has": pain(at="2026-11-02T07:00:00+15:00"),
    "the end of time": pain(at="9999-12-31T23:59:59-12:00"),
    "an at without offset": pain(at="2026-11-02T07:00:00"),
    "a started_at no clock has": json.dumps({
        "type": "massage", "day": "2026-11-02", "foot": "left", "finished": True,
        "steps": [{"point": "ki1", "seconds": 9}], "started_at": "2026-11-02T07:00:00-23:00",
    }),
    "tags of numbers": pain(tags=[1]),
    "settings of numbers": '{"settings": {"ki1-seconds": 90}}',
    "settings with half a character": '{"settings": {"cue-command": "say \\ud800"}}',
    "answers of nothing": '{"ask_first": [{}]}',
    "answers of text": '{"ask_first": ["x"]}',
    "answers at no time": '{"ask_first": [{"id": "abcd0001", "day": "2026-11-02", "at": "noon", "answers": "{}",'
    ' "outcome": "go"}]}',
    "answers with half a character": '{"ask_first": [{"id": "abcd0001", "day": "2026-11-02",'
    ' "at": "2026-11-02T07:00:00.000+01:00", "answers": "{\\"\\ud800\\": true}", "outcome": "go"}]}',
}  # fmt: skip


def put(path: Path, *lines: str) -> str:
    """A file of these lines; half characters in them are bytes that are no UTF-8."""
    path.write_bytes("".join(f"{line}\n" for line in lines).encode("utf-8", "surrogateescape"))
    return str(path)


@pytest.mark.grid(20)
@pytest.mark.parametrize("line", BAD.values(), ids=BAD)
@pytest.mark.parametrize("there", [False, True], ids=["missing", "filled"])
def test_a_bad_line_is_named_and_nothing_changes(heeldiary: Heeldiary, tmp_path: Path, line: str, there: bool) -> None:
    if there:
        heeldiary.done("log", "left", "4")
        heeldiary.done("delete", heeldiary.entries()[0]["id"])
    path = put(tmp_path / "in.jsonl", GOOD, "", line, GOOD.replace("good0001", "good0002"))
    ran = heeldiary.refused(2, "import", path)
    assert "line 3" in ran.err, ran
    assert len(ran.err.splitlines()) == 2
    assert "xxxx" not in ran.err


def exported(heeldiary: Heeldiary) -> list[str]:
    """The lines of an export of two entries."""
    heeldiary.done("log", "left", "4", "--note", "words")
    heeldiary.done("log", "note", "more words")
    heeldiary.done("settings", "affected-foot", "left")
    return heeldiary.done("export").out.splitlines()


EDITS: dict[str, Callable[[list[str]], list[str]]] = {
    "without its last line": lambda lines: lines[:-1],
    "half of it": lambda lines: lines[: len(lines) // 2],
    "its header alone": lambda lines: lines[:1],
    "an entry taken out": lambda lines: [lines[0], *lines[2:]],
    "an entry put in": lambda lines: [lines[0], GOOD, *lines[1:]],
    "an entry twice": lambda lines: [*lines[:2], *lines[1:]],
    "entries in another order": lambda lines: [lines[0], lines[2], lines[1], *lines[3:]],
    "a word changed": lambda lines: [line.replace("more words", "less words") for line in lines],
    "a setting changed": lambda lines: [line.replace('"left"}', '"right"}') for line in lines],
    "more after its end": lambda lines: [*lines, GOOD],
    "of a newer heeldiary": lambda lines: [lines[0].replace("1", "2"), *lines[1:]],
    "its last line cut": lambda lines: [*lines[:-1], lines[-1][:-10]],
    "its digest changed": lambda lines: [*lines[:-1], lines[-1].replace('"sha256": "', '"sha256": "0')],
}


@pytest.mark.grid(4)
@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_an_export_that_was_cut_or_edited_is_refused(
    heeldiary: Heeldiary, tmp_path: Path, edit: Callable[[list[str]], list[str]]
) -> None:
    lines = exported(heeldiary)
    edited = edit(lines)
    assert edited != lines
    other = heeldiary.other("other")
    ran = other.refused(2, "import", put(tmp_path / "in.jsonl", *edited))
    assert "line " in ran.err
    assert not other.home.exists()
    other.done("import", put(tmp_path / "in.jsonl", *lines))


@pytest.mark.parametrize("every", sampled((2, 23), (23,)))
def test_cut_at_any_byte_it_is_refused(heeldiary: Heeldiary, tmp_path: Path, every: int) -> None:
    """It is complete, or nothing is imported; only the very last line end may be missing."""
    whole = ("\n".join(exported(heeldiary)) + "\n").encode()
    other = heeldiary.other("other")
    for size in [*range(1, len(whole) - 1, every), len(whole) - 2]:
        (tmp_path / "in.jsonl").write_bytes(whole[:size])
        ran = other("import", str(tmp_path / "in.jsonl"))
        assert ran.code == 2, (size, ran)
    assert not other.home.exists()


SIGNS = st.sampled_from('{}[]",:-0123456789 \\ud800truefalsnpiy\x00\x1b\xff')


@given(st.lists(st.text(SIGNS, max_size=30) | st.sampled_from([GOOD, pain(), '{"settings": {', '"type"']), max_size=4))
def test_whatever_a_file_holds_it_is_taken_or_refused(
    tmp_path_factory: pytest.TempPathFactory, lines: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("any")
    heeldiary = Heeldiary(folder / "home", StandingClock(), SeededBytes())
    path = put(folder / "in.jsonl", *lines)
    ran = heeldiary("import", path)
    assert ran.code in (0, 1, 2)
    assert "crashed" not in ran.err
    if ran.code:
        assert list(files(folder)) == ["in.jsonl"]


LITERALS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(codec=None), max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=4,
)


@given(
    st.sampled_from(["id", "type", "day", "at", "zone", "late", "source", "tags", "note", "foot", "score"]), LITERALS
)
def test_whatever_a_key_holds_it_is_taken_or_refused_by_its_line(
    tmp_path_factory: pytest.TempPathFactory, key: str, value: Any
) -> None:
    folder = tmp_path_factory.mktemp("any")
    heeldiary = Heeldiary(folder / "home", StandingClock(), SeededBytes())
    ran = heeldiary("import", put(folder / "in.jsonl", GOOD, pain(**{key: value})))
    assert ran.code in (0, 2), ran
    if ran.code:
        assert "line 2" in ran.err, ran
        assert list(files(folder)) == ["in.jsonl"]


@pytest.mark.parametrize("name", ["nowhere", "folder", "nowhere/at/all", "x" * 300, "fifo"])
def test_no_file_to_import(heeldiary: Heeldiary, tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "fifo")
    heeldiary.refused(2, "import", str(tmp_path / name))
