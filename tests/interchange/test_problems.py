"""A file with problems: all of them at once, each with its line and key; nothing is imported."""

import gzip
import io
import json
import os
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeldiary.domain.entries import TYPES
from heeldiary.domain.json_keys import Key, keys_of
from heeldiary.interchange.lines import LONGEST_LINE, MOST_BYTES, UnreadableFile, text_lines
from heeldiary.interchange.problems import MOST_COUNTED
from tests.domain.test_entry_json import GOOD, SESSION
from tests.runner import COMMAND, Heeldiary, Process, files
from tests.standing_clock import SeededBytes, StandingClock

CARE = {**GOOD["care"], "session": SESSION}
WHOLE = [
    ("pain", "score"), ("activity", "minutes"), ("activity", "steps"), ("sitting", "minutes"),
    ("sitting", "longest_minutes"), ("massage", "score_before"), ("massage", "score_after"), ("massage", "seconds"),
    ("care", "minutes"), ("care", "visit"), ("care", "course_visits"),
]  # fmt: skip
KEYS = [(kind, key) for kind in TYPES for key in keys_of(kind) if ", " not in key.name]


def of(kind: str, /, **more: Any) -> dict[str, Any]:
    """A good line of a type, without an id, with something else in it."""
    return {**{key: value for key, value in GOOD[kind].items() if key != "id"}, **more}


def refused(heeldiary: Heeldiary, *shapes: Any) -> list[str]:
    """What is said of lines that are refused."""
    return heeldiary.refused(2, "import", "-", stdin="\n".join(map(json.dumps, shapes))).err.splitlines()


@pytest.mark.parametrize("kind", TYPES)
def test_all_missing_keys_of_a_line_are_named_at_once(heeldiary: Heeldiary, kind: str) -> None:
    needed = [key.name for key in keys_of(kind) if key.needed and ", " not in key.name]
    for shape in ({"type": kind}, {"type": kind, **dict.fromkeys(needed)}):
        told = refused(heeldiary, shape)
        assert told[0].startswith("heeldiary: line 1: it has no ")
        assert all(name in told[0] for name in needed)
        assert "docs/entries.md" in told[1]


def test_every_problem_of_a_file_is_told_with_line_and_key(heeldiary: Heeldiary) -> None:
    told = refused(
        heeldiary, of("pain", score=11, foot="both"), of("note"), {"type": "sitting"},
        of("activity", kind="", steps=-1), [],
        of("massage", steps=[{"point": "a", "seconds": 9, "score": 12}], seconds=9),
    )  # fmt: skip
    expected = [(1, "foot"), (1, "score"), (3, "day and minutes"), (4, "kind"), (4, "steps"), (5, "type"),
                (6, "steps 1, score")]  # fmt: skip
    assert len(told) == len(expected) + 2
    for line, (number, key) in zip(told, expected, strict=False):
        assert line.startswith(f"line {number}: ")
        assert key in line
    assert told[-2] == "heeldiary: 7 problems, and nothing was imported"


def test_only_so_many_are_shown(heeldiary: Heeldiary) -> None:
    told = refused(heeldiary, *[of("pain", score=11)] * 50)
    assert len(told) == 23
    assert told[20] == "and 30 more"
    assert "50 problems" in told[21]


def test_a_file_of_nothing_else_is_read_no_further(heeldiary: Heeldiary) -> None:
    told = refused(heeldiary, *["x"] * (MOST_COUNTED * 3))
    assert f"more than {MOST_COUNTED:,} problems" in told[-2]


@pytest.mark.parametrize(("kind", "key"), WHOLE)
def test_six_point_nought_is_six_and_six_and_a_half_is_not(heeldiary: Heeldiary, kind: str, key: str) -> None:
    value = GOOD[kind][key]
    heeldiary.done("import", "-", stdin=json.dumps({**GOOD[kind], key: float(value)}))
    (entry,) = heeldiary.entries()
    assert entry[key] == value
    assert isinstance(entry[key], int)
    (message, remedy) = refused(heeldiary, of(kind, **{key: value + 0.5}))
    assert key in message
    assert key in remedy


@pytest.mark.grid(12)
@pytest.mark.parametrize(("kind", "key"), [(kind, key) for kind, key in KEYS if not key.needed])
def test_null_is_as_if_the_key_were_missing(heeldiary: Heeldiary, kind: str, key: Key) -> None:
    shape = {name: value for name, value in of(kind, session=SESSION if kind == "care" else None).items()
             if name != key.name and (kind == "care" or name != "session")}  # fmt: skip
    if key.name in ("course", "note"):  # what needs it goes with it
        shape = {name: value for name, value in shape.items() if name not in ("visit", "course_visits")}
        shape["tags"] = ["rain"]
    other = heeldiary.other("other")
    heeldiary.done("import", "-", stdin=json.dumps(shape))
    other.done("import", "-", stdin=json.dumps({**shape, key.name: None}))
    one, two = ({**entry, "id": ""} for here in (heeldiary, other) for entry in here.entries())
    if key.name == "zone":  # the one key in which null is a value: no zone is known
        assert (one.pop("zone"), two.pop("zone")) == ("Europe/Berlin", None)
    assert one == two


@pytest.mark.parametrize(
    "zone", ["", " ", "no zone!", "Europe/", "/etc/passwd", "../x", "Europe/Berlin\n", "x" * 65, "Ümläut", "\x1b[2J",
             "a/b/c/d/e", "5"],
)  # fmt: skip
def test_a_zone_has_the_shape_of_one(heeldiary: Heeldiary, zone: str) -> None:
    message, remedy = refused(heeldiary, of("pain", zone=zone))
    assert message.startswith("heeldiary: line 1: its zone is not valid: ")
    assert "Europe/Berlin" in remedy


@pytest.mark.parametrize(
    "zone", ["Europe/Berlin", "UTC", "Etc/GMT+1", "America/Port-au-Prince", "America/Argentina/Buenos_Aires",
             "EST5EDT", None],
)  # fmt: skip
def test_a_zone_that_is_one_is_taken(heeldiary: Heeldiary, zone: str | None) -> None:
    heeldiary.done("import", "-", stdin=json.dumps(of("pain", zone=zone)))
    assert heeldiary.entries()[0]["zone"] == zone


@pytest.mark.parametrize("sore", ["toe", ["toe"], ["arch", "toe"], [""], ["x" * 40], [1], {}])
def test_an_area_is_one_of_the_map(heeldiary: Heeldiary, sore: Any) -> None:
    session = {**CARE["session"], "sore": sore}
    for shape, key in ((of("massage", sore=sore), "sore"), (of("care", session=session), "session, sore")):
        message, remedy = refused(heeldiary, shape)
        assert f"line 1: its {key} is not valid" in message or f"{key} has 1 to 40" in message or "sore" in message
        assert "heel-inner" in remedy


@pytest.mark.parametrize("seconds", [0, 1, 89, 91, 90.5, "90", True, -90, []])
def test_seconds_that_do_not_add_up_are_refused_not_changed(heeldiary: Heeldiary, seconds: Any) -> None:
    message, remedy = refused(heeldiary, of("massage", seconds=seconds))
    assert message.partition(": ")[2].removeprefix("line 1: its seconds is not valid") in (
        "",
        f": {json.dumps(seconds)}",
    )
    assert remedy.endswith("seconds is the sum of the steps' seconds, 90")


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ({"score": 12}, "its score is not valid: 12"),
        ({"foot": "middle"}, 'its foot is not valid: "middle"'),
        ({"moment": "x" * 60}, f'its moment is not valid: "{"x" * 40}..."'),
        ({"note": 12}, "its note is not valid"),
        ({"score": ["slept badly"]}, "its score is not valid"),
        ({"late": "\x1b[2J"}, 'its late is not valid: "[2J"'),
    ],
)
def test_a_wrong_value_is_named_unless_it_may_be_a_note(
    heeldiary: Heeldiary, more: dict[str, Any], message: str
) -> None:
    assert refused(heeldiary, of("pain", **more))[0] == f"heeldiary: line 1: {message}"


def test_a_wrong_setting_is_named(heeldiary: Heeldiary) -> None:
    assert refused(heeldiary, {"settings": {"theme": "duks"}})[0].endswith('theme cannot be set to "duks"')


def test_an_unknown_key_beside_a_missing_one_is_named(heeldiary: Heeldiary) -> None:
    remedy = refused(heeldiary, {"type": "sitting", "day": "2026-11-20", "minuts": 30})[1]
    assert 'did you mean minutes by "minuts"? docs/entries.md' in remedy
    assert "did you mean" not in refused(heeldiary, {"type": "sitting", "day": "2026-11-20", "mood": 30})[1]


@pytest.mark.parametrize("day", ["2026-11-24", "2027-11-22", "9998-12-31", "9999-12-31"])
@pytest.mark.parametrize("kind", TYPES)
def test_a_day_to_come_is_refused_with_its_line(heeldiary: Heeldiary, kind: str, day: str) -> None:
    (message, _) = refused(heeldiary, of(kind, day=day, **({"until": None} if kind == "care" else {})))
    assert message == "heeldiary: line 1: its day is in the future"


@pytest.mark.parametrize("content", [b"", b"\n", b" \t\r\n \n", b"\xef\xbb\xbf", b"\xef\xbb\xbf\n\n"])
def test_an_empty_file_is_refused(heeldiary: Heeldiary, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "in.jsonl").write_bytes(content)
    assert "the file is empty" in heeldiary.refused(2, "import", str(tmp_path / "in.jsonl")).err
    assert "the file is empty" in heeldiary.refused(2, "import", "-", stdin=content.decode()).err


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "latin-1"])
def test_text_in_another_encoding_is_refused(heeldiary: Heeldiary, tmp_path: Path, encoding: str) -> None:
    line = json.dumps(of("note", note="café"), ensure_ascii=False)
    (tmp_path / "in.jsonl").write_bytes(f"{line}\n{line}\n".encode(encoding))
    told = heeldiary.refused(2, "import", str(tmp_path / "in.jsonl")).err
    assert "UTF-8" in told
    if encoding.startswith("utf-16"):
        assert "UTF-16" in told
        assert "iconv" in told
        assert len(told.splitlines()) == 2
    if encoding == "latin-1":
        assert told.startswith("line 1: it is not UTF-8")


def test_what_is_no_text_is_called_by_its_name(heeldiary: Heeldiary, tmp_path: Path) -> None:
    heeldiary.done("log", "left", "6")
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("a.jsonl", "{}")
    (tmp_path / "a.gz").write_bytes(gzip.compress(b"{}"))
    shutil.copy(heeldiary.diary, tmp_path / "a.db")
    (tmp_path / "a.fit").write_bytes(b"\x0e\x10\x00\x00\x00\x00\x00\x00.FIT\x00\x00")
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
    (tmp_path / "a.html").write_text("<!doctype html><html></html>\n")
    (tmp_path / "a.json").write_text(json.dumps(GOOD["note"], indent=2))
    (tmp_path / "a.list").write_text(json.dumps([GOOD["note"]]))
    for ending, name in (
        ("zip", "zip archive"), ("gz", "gzip"), ("db", "a SQLite database"), ("fit", "FIT"), ("xlsx", "Excel"),
        ("html", "a web page"), ("json", "JSON over several lines"), ("list", "one JSON list"),
    ):  # fmt: skip
        told = heeldiary.refused(2, "import", str(tmp_path / f"a.{ending}")).err
        assert name in told
        assert "UTF-8" not in told


@pytest.mark.skipif(not shutil.which("jq"), reason="jq is not installed here")
@pytest.mark.parametrize("indent", [None, 2])
def test_the_remedy_for_json_in_one_piece_works(process: Process, tmp_path: Path, indent: int | None) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps([GOOD["note"]] if indent is None else GOOD["note"], indent=indent))
    command = process("import", str(path)).err.partition("of its own: ")[2].strip().replace("FILE", str(path))
    assert process.shell(command).code == 0
    assert len(process.entries()) == 1


@pytest.mark.parametrize("name", ["diary.db", "link.db"])
def test_the_diary_itself_is_nothing_to_import(heeldiary: Heeldiary, name: str) -> None:
    heeldiary.done("log", "left", "6")
    (heeldiary.home / "link.db").symlink_to(heeldiary.diary)
    assert "this diary itself" in heeldiary.refused(2, "import", str(heeldiary.home / name)).err


def test_line_ends_of_another_system_do_not_count(heeldiary: Heeldiary) -> None:
    heeldiary.done("log", "left", "6", "--note", "a\nb")
    text = heeldiary.done("export").out
    other = heeldiary.other("other")
    other.done("import", "-", stdin=text.replace("\n", "\r\n"))
    assert other.done("export").out == text


@given(st.lists(st.sampled_from([b"", b"x", b"\n", b"\r\n", b"\0", b"\xff", b'{"a":1}\n']), max_size=30))
def test_lines_are_those_of_the_file(parts: list[bytes]) -> None:
    content = b"# a line" + b"".join(parts)  # long enough never to look like UTF-16
    assert b"".join(text_lines(io.BytesIO(content))) == content


def test_there_is_a_limit_to_a_line_and_to_all_of_them() -> None:
    class Endless(io.BytesIO):
        """An endless stream that counts what is read from it."""

        taken = 0

        def __init__(self, line: bytes) -> None:
            super().__init__()
            self.line = line

        def readline(self, most: int | None = None, /) -> bytes:
            given = (self.line or b"\0" * (most or 0))[:most]
            self.taken += len(given)
            return given

    endless = Endless(b"")
    with pytest.raises(UnreadableFile):
        list(text_lines(endless))
    assert endless.taken <= LONGEST_LINE + 1
    lines = Endless(b'{"type": "x"}' + b" " * 1_000_000 + b"\n")
    with pytest.raises(UnreadableFile, match="50,000,000 bytes"):
        for _ in text_lines(lines, 50_000_000):
            pass
    assert lines.taken < 52_000_000
    assert MOST_BYTES <= 1_000_000_000


@pytest.mark.grid(4)
@pytest.mark.parametrize(
    "argv", ["import -", "log note -", "log left 6 --note -", "review --note -", "routine new -", "routine check -"]
)
@pytest.mark.parametrize("source", ["yes", "cat /dev/zero"])
def test_stdin_without_an_end_comes_to_one(process: Process, argv: str, source: str) -> None:
    ran = process.shell(f"set -o pipefail; ({source}) 2>/dev/null | heeldiary {argv} >/dev/null")
    assert ran.code in (2, 141), ran
    assert len(ran.err.splitlines()) <= 23, ran
    assert "heeldiary: " in ran.err, ran
    assert not (process.home / "diary.db").exists()


@pytest.mark.parametrize("path", ["/dev/zero", "/dev/full", "/dev/null", "/dev/tty", "."])
def test_what_is_no_file_is_not_read(heeldiary: Heeldiary, path: str) -> None:
    heeldiary.refused(2, "import", path)


def test_a_pipe_by_its_name_does_not_wait(heeldiary: Heeldiary, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "a pipe" in heeldiary.refused(2, "import", str(tmp_path / "pipe")).err


@pytest.mark.thorough
def test_much_more_takes_hardly_more_memory(process: Process, tmp_path: Path) -> None:
    """The peak memory of a separate process, whatever this one's is."""
    script = """
import sys
from heeldiary.cli import main
sys.argv = ["heeldiary", *sys.argv[1:]]
code = main()
print(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")), file=sys.stderr)
sys.exit(code)
"""
    peaks = []
    for number in (1_000, 20_000):
        path = tmp_path / f"{number}.jsonl"
        with path.open("w") as file:
            file.writelines(f"{json.dumps(of('note', note=f'note {n}'))}\n" for n in range(number))
        ran = process.python(script, "--diary", str(tmp_path / f"{number}.db"), "import", str(path))
        assert ran.code == 0, ran
        peaks.append(int(ran.err.splitlines()[-1]))
    assert peaks[1] - peaks[0] < 30_000, "KB"
    files(tmp_path)


@pytest.mark.thorough
def test_it_waits_in_no_file_that_others_can_read(process: Process, tmp_path: Path) -> None:
    """What is read waits in SQLite's own nameless file: nothing is left in the folder for such files."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    text = "\n".join(json.dumps(of("note", note="x" * 15_000 + str(n))) for n in range(1_000))
    ended = subprocess.run(
        [COMMAND, "import", "-"], input=text.encode(), capture_output=True, timeout=60,
        env={**process.surroundings({}), "TMPDIR": str(temporary)},
    )  # fmt: skip
    assert ended.returncode == 0, ended
    assert list(temporary.iterdir()) == []


def test_a_bad_file_and_then_the_good_one(tmp_path: Path) -> None:
    heeldiary = Heeldiary(tmp_path / "home", StandingClock(), SeededBytes())
    refused(heeldiary, of("pain"), of("pain", score=11, day="2026-11-03"))
    heeldiary.done("import", "-", stdin=json.dumps(of("pain")))
    assert len(heeldiary.entries()) == 1


def test_of_a_damaged_export_what_can_be_read_comes_in_and_the_rest_is_listed(
    heeldiary: Heeldiary, tmp_path: Path
) -> None:
    for day in range(4):
        heeldiary.done("log", "left", str(day), "--day", f"{day}d")
    lines = heeldiary.done("export").out.splitlines()
    at = next(number for number, line in enumerate(lines) if '"score": 2' in line)
    lines[at] = lines[at][:40]
    path = tmp_path / "torn.jsonl"
    path.write_text("\n".join(lines[:-1]))
    other = heeldiary.other("new")
    refused = other.refused(2, "import", str(path))
    assert "--damaged imports what can be read" in refused.err
    assert "Would import: 3 entries" in other.done("import", str(path), "--damaged", "--dry-run").out
    ran = other.done("import", str(path), "--damaged")
    assert ran.out.startswith("Imported: 3 entries (3 pain)")
    assert ran.err.splitlines() == [
        "Left out, as 1 line cannot be read:",
        f"line {at + 1}: it is not JSON; each line is one JSON object",
        f"line {len(lines) - 1}: the export stops here; use a complete export",
    ]
    assert sorted(entry["score"] for entry in other.entries()) == [0, 1, 3]
    assert other.done("import", str(path), "--damaged", "--json").json["unreadable"] == 2


@pytest.mark.parametrize(
    "text", ["", "no line of it\nis JSON\n", '{"heeldiary": "export", "format": 999}\n{"type": "note"}\n']
)
def test_where_nothing_can_be_read_damaged_is_refused_too(heeldiary: Heeldiary, text: str) -> None:
    heeldiary.refused(2, "import", "-", "--damaged", stdin=text)
    assert not heeldiary.diary.exists()


@pytest.mark.parametrize("options", [(), ("--damaged",), ("--dry-run",)])
@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("day,foot,score\n2026-11-02,left,6\n2026-11-03,left,5\n", "the file looks like CSV, not JSON Lines"),
        ("day;note\n2026-11-02;rain, snow\n", "the file looks like CSV, not JSON Lines"),
        ("day\tfoot\n2026-11-02\tleft\n" * 900, "the file looks like CSV, not JSON Lines"),
        ("Monday: 6\n\nTuesday: 5, rain\n", "the file is not JSON Lines"),
        ("{'type': 'pain', 'score': 6}\n{'type': 'pain', 'score': 6}\n", "the file is not JSON Lines"),
    ],
)  # fmt: skip
def test_a_file_without_any_json_is_one_problem(
    heeldiary: Heeldiary, text: str, message: str, options: tuple[str, ...]
) -> None:
    said = heeldiary.refused(2, "import", "-", *options, stdin=text).err.splitlines()
    assert said[0] == f"heeldiary: {message}"
    assert "heeldiary reads one JSON object a line" in said[1]
    assert "--damaged" not in said[1]
    assert len(said) == 2


def test_lines_that_are_no_json_are_listed_in_a_file_that_has_some(heeldiary: Heeldiary) -> None:
    good = json.dumps(of("pain"))
    for text in (f"a,b\nc,d\n{good}\n", f"{good}\na,b\nc,d\n", "a,b\nc,d\n[]\n"):
        assert "line " in heeldiary.refused(2, "import", "-", stdin=text).err.splitlines()[0]
    assert heeldiary.refused(2, "import", "-", stdin="a, b\n").err.startswith("heeldiary: line 1: it is not JSON")


def test_where_a_damaged_export_cannot_be_read_on_it_says_so(heeldiary: Heeldiary, tmp_path: Path) -> None:
    for day in range(4):
        heeldiary.done("log", "left", str(day), "--day", f"{day}d")
    lines = heeldiary.done("export").out.splitlines()
    at = next(number for number, line in enumerate(lines) if '"score": 2' in line)
    lines[at] = "\0" * 3_000_000
    path = tmp_path / "torn.jsonl"
    path.write_text("\n".join(lines))
    ran = heeldiary.other("new").done("import", str(path), "--damaged")
    assert f"line {at + 1}: nothing after this line was read" in ran.err


def test_an_export_changed_by_hand_needs_damaged(heeldiary: Heeldiary, tmp_path: Path) -> None:
    for day in range(3):
        heeldiary.done("log", "left", str(day), "--day", f"{day}d")
    path = tmp_path / "changed.jsonl"
    path.write_text(
        heeldiary.done("export").out.replace('"score": 2', '"score": 7').replace('"score": 1', '"score": 77')
    )
    said = heeldiary.refused(2, "import", str(path)).err
    assert "an export changed by hand needs --damaged, and of two lines with one id the first counts" in said
    assert said.count("--damaged --theirs takes the file's") == 1
    refused = heeldiary.refused(1, "import", str(path), "--damaged").err
    assert refused.splitlines()[-1].startswith("--damaged --skip-conflicts keeps yours")
    assert "--damaged --theirs takes the file's" in refused
    ran = heeldiary.done("import", str(path), "--damaged", "--theirs")
    assert "--damaged" not in ran.err
    assert sorted(entry["score"] for entry in heeldiary.entries()) == [0, 1, 7]


def test_the_first_of_two_lines_with_one_id_counts(heeldiary: Heeldiary, tmp_path: Path) -> None:
    heeldiary.done("log", "left", "2")
    lines = heeldiary.done("export").out.splitlines()
    path = tmp_path / "twice.jsonl"
    path.write_text("\n".join([*lines[:2], lines[1].replace('"score": 2', '"score": 7'), *lines[2:]]))
    other = heeldiary.other("new")
    other.refused(2, "import", str(path))
    assert "--damaged" not in other.done("import", str(path), "--damaged").err
    assert [entry["score"] for entry in other.entries()] == [2]


def test_damaged_never_advises_itself(heeldiary: Heeldiary) -> None:
    assert "--damaged" not in heeldiary.refused(2, "import", "-", "--damaged", stdin="{}\n[]\n").err
