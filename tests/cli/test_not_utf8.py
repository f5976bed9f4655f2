"""Text on stdin or in an argument that is not UTF-8 is refused; nothing of it is stored, in whatever command."""

import pytest

from tests.runner import Process, files

STDIN = (
    "log note -", "log left 6 --note -", "log care ice -n -", "log sitting 30 --note -", "review --note -",
    "routine new -", "routine check -", "import -",
)  # fmt: skip
BYTES = {
    "latin-1": "café \xfc".encode("latin-1"), "a torn end": "café".encode()[:-1], "a half character": b"a\xed\xa0\x80",
    "overlong": b"a\xc0\xaf", "cp1252": b"\x93caf\xe9\x94", "utf-16": "café".encode("utf-16"),
    "utf-16 without a mark": "some words".encode("utf-16-le"), "utf-16 the other way": "some words".encode("utf-16-be"),
}  # fmt: skip
ARGUMENTS = (
    b"log note caf\xe9", b"log left 6 --note caf\xe9", b"log left 6 -n caf\xe9", b"log left 6 --tag caf\xe9",
    b"log activity caf\xe9 45", b"log care caf\xe9", b"log care ice --course caf\xe9",
    b"log massage -f left --ki1 9\xe9",
    b"review --note caf\xe9", b"routine new caf\xe9", b"routine pause --until 2d --note caf\xe9", b"settings caf\xe9",
    b"settings cue-command caf\xe9", b"links declare tag:caf\xe9", b"tags rename caf\xe9 b", b"tags rename a caf\xe9",
    b"experiment new caf\xe9 --foot left --days 28 --asked --yes", b"list --type caf\xe9", b"show caf\xe9",
    b"edit caf\xe9 --score 3", b"delete caf\xe9", b"log left caf\xe9", b"log --note=caf\xe9 left 6", b"guide caf\xe9",
    b"trends --view caf\xe9", b"caf\xe9",
)  # fmt: skip


@pytest.mark.grid(12)
@pytest.mark.parametrize("content", BYTES.values(), ids=BYTES)
@pytest.mark.parametrize("argv", STDIN)
def test_on_stdin(process: Process, argv: str, content: bytes) -> None:
    ran = process(*argv.split(), stdin=content)
    assert ran.code == 2, ran
    assert ran.out == ""
    assert "not UTF-8" in ran.err
    assert not process.home.exists() or files(process.home) == {}


@pytest.mark.grid(6)
@pytest.mark.parametrize("argv", ARGUMENTS)
def test_in_an_argument(process: Process, argv: bytes) -> None:
    assert process("log", "note", "there").code == 0
    before = files(process.home)
    ran = process(*argv.split())
    assert ran.code == 2, ran
    assert ran.out == ""
    assert len(ran.err.splitlines()) == 2
    assert "\\xe9" not in ran.err
    assert files(process.home) == before


@pytest.mark.parametrize("argv", ["log note -", "log left 6 --note -", "review --note -", "routine new -"])
def test_a_byte_order_mark_goes(process: Process, argv: str) -> None:
    text = "name = 'mine'\n[[step]]\npoint = 'ü'\nseconds = 9\n" if "routine" in argv else "Füße"
    assert process(*argv.split(), stdin=b"\xef\xbb\xbf" + text.encode()).code == 0
    assert all(entry["note"] == "Füße" for entry in process.entries())


def test_words_of_any_script_are_taken_and_control_characters_go_as_before(process: Process) -> None:
    for note in ("Füße ☃ 😀", "نص", "日本語", "e\u0301", "x", "ab", "\ufffd"):
        assert process("log", "note", note).code == 0
        assert process("log", "note", "-", stdin=note.encode()).code == 0
    ran = process("log", "note", "-", stdin=b"a\x07b\x00c")
    assert ran.code == 0
    assert "2 control characters left out" in ran.err
    assert process.entries()[-1]["note"] == "abc"
    assert process("log", "note", "-", stdin=b"\xef\xbf\xbd").code == 0, "a replacement character that was typed is one"
