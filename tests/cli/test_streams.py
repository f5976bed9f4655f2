"""Streams of the real command: pipes that close, full devices, closed descriptors, languages without UTF-8."""

import json
import os
import subprocess

import pytest

from tests.runner import COMMAND, Process, files

EVERY = (
    "list", "list --json", "show", "status", "status --short", "settings", "settings --json", "export", "where",
    "log --help", "--help", "--version", "list --help", "export --help",
)  # fmt: skip


@pytest.fixture
def filled(process: Process) -> Process:
    """A diary with 300 entries with long notes: more than a pipe holds."""
    process("log", "left", "6", "--note", "x")
    lines = [
        json.dumps({"type": "note", "day": "2026-11-02", "note": f"{number} " + "words " * 100})
        for number in range(300)
    ]
    (process.home / "in.jsonl").write_text("\n".join(lines))
    assert process("import", str(process.home / "in.jsonl")).code == 0
    (process.home / "in.jsonl").unlink()
    return process


@pytest.mark.thorough
def test_a_reader_who_has_had_enough(filled: Process) -> None:
    for argv in ("list", "list --json", "export", "show 2026-11-02", "show 2026-11-02 --json"):
        ran = filled.shell(f"heeldiary {argv} | head -c 1; echo ${{PIPESTATUS[0]}}")
        assert ran.out[1:].strip() == "0", (argv, ran)
        assert ran.err == "", (argv, ran)


@pytest.mark.grid(4)
@pytest.mark.parametrize("argv", EVERY)
def test_a_pipe_that_nobody_reads(process: Process, argv: str) -> None:
    process("log", "left", "6")
    reading, writing = os.pipe()
    os.close(reading)
    ended = subprocess.run(
        [COMMAND, *argv.split()], stdout=writing, stderr=subprocess.PIPE, env=process.surroundings({}), timeout=60
    )
    os.close(writing)
    assert (ended.returncode, ended.stderr) == (0, b"")


@pytest.mark.grid(4)
@pytest.mark.parametrize("argv", EVERY)
def test_a_full_device(process: Process, argv: str) -> None:
    process("log", "left", "6")
    before = files(process.home)
    ran = process.shell(f"heeldiary {argv} > /dev/full")
    assert ran.code == 1, ran
    assert len(ran.err.splitlines()) == 2
    assert ran.err.startswith("heeldiary: ")
    assert files(process.home) == before


@pytest.mark.grid(4)
@pytest.mark.parametrize("argv", EVERY)
def test_a_closed_stdout(process: Process, argv: str) -> None:
    process("log", "left", "6")
    ran = process.shell(f"heeldiary {argv} >&-")
    assert ran.code in (0, 1), ran
    assert "crashed" not in ran.err
    assert "Traceback" not in ran.err
    assert len(ran.err.splitlines()) == 2 * ran.code
    assert list(files(process.home)) == ["diary.db"]


@pytest.mark.grid(2)
@pytest.mark.parametrize("to", ["> /dev/full", ">&-"], ids=["full", "closed"])
@pytest.mark.parametrize("argv", ["log left 5", "log right 3", "undo", "settings theme nord", "log note hello"])
def test_an_exit_status_that_is_true_where_the_echo_fails(process: Process, argv: str, to: str) -> None:
    """On 1 and 2 nothing was changed; on 0 it is done."""
    assert process("log", "left", "4").code == 0
    before = process.entries(), process("settings", "--json").out
    ran = process.shell(f"heeldiary {argv} {to}")
    changed = (process.entries(), process("settings", "--json").out) != before
    assert (ran.code, changed) in ((0, True), (1, False)), ran
    assert "crashed" not in ran.err
    assert "Traceback" not in ran.err


@pytest.mark.parametrize("argv", ["log 11", "delete zzzz", "nonsense", "log left 6 --foo"])
@pytest.mark.parametrize("to", ["2> /dev/full", "2>&-"], ids=["full", "closed"])
def test_an_error_that_cannot_be_told_is_still_an_error(process: Process, argv: str, to: str) -> None:
    assert process.shell(f"heeldiary {argv} {to}").code == 2


@pytest.mark.parametrize("argv", ["log 6", "log note -", "status", "list", "log left 6 --note -", "import -"])
def test_a_closed_stdin(process: Process, argv: str) -> None:
    ran = process.shell(f"heeldiary {argv} <&-")
    assert "crashed" not in ran.err, ran
    assert "Traceback" not in ran.err
    assert ran.code in ((0,) if argv in ("status", "list") else (0, 2)), ran


def test_talk_goes_to_stderr_and_data_to_stdout(process: Process) -> None:
    ran = process("log", "note", "\x1b[2Jhello", "--json")
    assert json.loads(ran.out)["note"] == "[2Jhello"
    assert "left out" in ran.err
    assert process("undo").out != ""
    exported = process("export", "-o", str(process.home / "out.jsonl"))
    assert exported.out == ""


LANGUAGES = [
    {"LC_ALL": "C"}, {"LC_ALL": "POSIX"}, {"LC_ALL": "C", "PYTHONUTF8": "0"}, {"LC_ALL": "C.UTF-8"},
    {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, {"LANG": "tr_TR.UTF-8"}, {},
]  # fmt: skip


@pytest.mark.grid(1)
@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: "-".join(language.values()) or "none")
def test_words_are_utf8_whatever_the_language(process: Process, language: dict[str, str]) -> None:
    note = "Füße ☃ 😀 İı"
    assert process("log", "note", note.encode(), environment=language).code == 0
    assert process("log", "left", "6", "--note", "-", stdin=note.encode(), environment=language).code == 0
    assert process("log", "activity", "GİT Straße", "7.5h", "--day", "mon", environment=language).code == 0
    for words in (
        process("list", environment=language),
        process("list", "--json", environment=language),
        process("export", environment=language),
    ):
        assert words.code == 0
        assert words.out.count(note) == 2, words
    out = process.home / "out.jsonl"
    assert process("export", "-o", str(out), environment=language).code == 0
    assert out.read_bytes().count(note.encode()) == 2
    assert process("import", str(out), environment=language).code == 0


@pytest.mark.grid(1)
@pytest.mark.parametrize("name", [b"caf\xe9", "Füße ☃".encode(), b"a b\nc", b"100%?#"], ids=range(4))
def test_any_bytes_in_a_path(process: Process, name: bytes) -> None:
    folder = os.fsencode(process.home.parent) + b"/" + name
    os.mkdir(folder)
    for language in ({}, {"LC_ALL": "C", "PYTHONUTF8": "0"}):
        diary = folder + b"/" + name + b".db"
        ran = process(b"--diary", diary, b"log", b"left", b"6", environment=language)
        assert ran.code == 0, ran
        assert process(b"--diary", diary, b"where", environment=language).code == 0
        assert process(b"--diary", diary, b"where", b"--json", environment=language).code == 0
    assert os.listdir(folder) == [name + b".db"]


def test_home_that_is_not_set(process: Process) -> None:
    ended = subprocess.run([COMMAND, "where"], env={"PATH": os.environ["PATH"]}, capture_output=True, timeout=60)
    assert ended.returncode == 0
    nowhere = subprocess.run(
        [COMMAND, "log", "left", "6"],
        env={"HOME": "relative"},
        capture_output=True,
        timeout=60,
        cwd=process.home.parent,
    )
    assert nowhere.returncode in (0, 1, 2)
    assert b"Traceback" not in nowhere.stderr
    assert not (process.home.parent / "relative").exists()
