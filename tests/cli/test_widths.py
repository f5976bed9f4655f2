"""At a terminal lines wrap at spaces to its width; a file or a pipe gets them whole."""

import fcntl
import os
import pty
import re
import struct
import subprocess
import termios

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from heeldiary.cli.wrapping import wrapped
from tests.runner import COMMAND, Process


def at_a_terminal(process: Process, columns: int, *argv: str, typed: bytes = b"", **more: str) -> list[str]:
    """What a command writes at a terminal of this width, line by line; `typed` waits there and is echoed first."""
    ours, its = pty.openpty()
    fcntl.ioctl(its, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    environment = process.surroundings({"TERM": "xterm", "NO_COLOR": "1", **more})
    child = subprocess.Popen([COMMAND, *argv], stdin=its, stdout=its, stderr=its, env=environment)
    os.close(its)
    os.write(ours, typed)
    written = b""
    try:
        while chunk := os.read(ours, 65536):
            written += chunk
    except OSError:  # the command has ended
        pass
    os.close(ours)
    child.wait(timeout=60)
    return written.decode().replace("\r\n", "\n").splitlines()


@pytest.mark.grid(5)
@pytest.mark.parametrize("columns", [40, 80, 200])
@pytest.mark.parametrize("line", ["settings", "help log", "guide outlook", "settings theme duks", "trends --plain"])
def test_words_wrap_at_spaces(process: Process, line: str, columns: int) -> None:
    process("log", "left", "6")
    narrow = at_a_terminal(process, columns, *line.split())
    piped = process(*line.split())
    whole = [text for stream in (piped.out, piped.err) for text in stream.splitlines()]
    assert " ".join(narrow).split() == " ".join(whole).split()
    assert all(len(text) <= columns or " " not in text.strip() for text in narrow)
    if columns == 200 and all(len(text) <= columns for text in whole) and not line.startswith("guide"):
        assert narrow == whole


@pytest.mark.grid(2)
@pytest.mark.parametrize(("columns", "widest"), [(30, range(20, 31)), (46, range(40, 47)), (160, range(90, 101))])
def test_the_guide_wraps_once_and_its_rules_fit_their_titles(process: Process, columns: int, widest: range) -> None:
    lines = at_a_terminal(process, columns, "guide", "ask-first")
    assert max(map(len, lines)) in widest
    rules = [number for number, text in enumerate(lines) if text and set(text) <= {"=", "-"}]
    assert len(rules) > 2
    for number in rules:
        title = lines[:number][::-1][: lines[:number][::-1].index("") if "" in lines[:number] else number]
        assert len(lines[number]) == max(map(len, title))


def test_a_question_wraps_at_spaces(process: Process) -> None:
    lines = at_a_terminal(process, 24, "log", "6", typed=b"what\nright\n")
    asked = "Which foot hurts? It is kept as your affected foot. [l]eft, [r]ight, [b]oth:"
    said = f"{asked} The answer is one of left, right, both, or its first letter. {asked} Saved:"
    assert said in " ".join(" ".join(lines).split())
    assert "Which foot hurts? It is" in lines


def test_the_width_is_the_terminals_own(process: Process) -> None:
    process("log", "left", "6", "right", "3")
    line = ("trends", "--view", "traps")
    assert at_a_terminal(process, 60, *line, COLUMNS="90") == at_a_terminal(process, 60, *line)
    assert process("trends", environment={"COLUMNS": "50"}).out != process("trends").out, "for a pipe COLUMNS counts"


def test_an_empty_no_color_counts_as_unset(process: Process) -> None:
    process("log", "left", "6")
    assert not [text for text in at_a_terminal(process, 60, "trends") if "\x1b[" in text]
    assert [text for text in at_a_terminal(process, 60, "trends", NO_COLOR="") if "\x1b[" in text]


def test_a_wrapped_line_keeps_its_indent(process: Process) -> None:
    process("log", "left", "6", "--note", "many words " * 12)
    noted = [text for text in at_a_terminal(process, 40, "list") if "many" in text or "words" in text]
    assert len(noted) > 3
    assert len({len(text) - len(text.lstrip()) for text in noted}) == 1


def test_a_wrapped_entry_goes_on_under_its_words(process: Process) -> None:
    process("log", "massage", "--foot", "left", "--ki1", "90s", "--shimian", "90s", "--before", "6")
    _, first, *others = at_a_terminal(process, 46, "list")
    assert {len(text) - len(text.lstrip()) for text in others} == {first.index("massage")}


def test_the_last_column_of_help_stays_a_column(process: Process) -> None:
    _, *wrapped = _part(at_a_terminal(process, 46, "mark", "--help"), "arguments:")
    assert wrapped[0].index("toes") == 17
    assert {len(text) - len(text.lstrip()) for text in wrapped[1:]} == {17}
    described = _part(at_a_terminal(process, 80, "mark", "--help"), "Mark where a foot")
    assert described[1].endswith("so does Where in Trends."), "a sentence is not broken where the source breaks it"


def test_a_last_column_without_room_goes_below(process: Process) -> None:
    examples = _part(at_a_terminal(process, 46, "log", "--help"), "examples:")
    assert examples[1:3] == ["  heeldiary log 6", "      this morning's first steps"]
    assert "      6200 --surface hard" in examples, "the rest of a command goes deeper than the next command"


def test_usage_goes_on_beside_the_command(process: Process) -> None:
    usage = _part(at_a_terminal(process, 46, "log", "care", "--help"), "usage:")
    assert {len(text) - len(text.lstrip()) for text in usage[1:]} == {usage[0].index("[")}


def test_the_reviews_titles_are_not_cut_within_a_word(process: Process) -> None:
    process("log", "left", "6", "right", "4")
    titles = [text.rstrip() for text in at_a_terminal(process, 46, "review") if text.startswith(("L ", "R "))]
    counted = [re.sub("1 of [1-7] mornings?", "1 of 7 mornings", title) for title in titles]  # by today's weekday
    assert counted == ["L Left foot   1 of 7 mornings", "R Right foot  1 of 7 mornings"]


def test_the_legend_of_an_experiment_has_every_sign(process: Process) -> None:
    process("experiment", "new", "massage or not", "--foot", "left", "--days", "28", "--asked", "--yes")
    for columns in (40, 46, 100):
        lines = at_a_terminal(process, columns, "experiment")
        legend = "   ".join(line.rstrip() for line in lines if line.startswith(("H heads", "· not", "░ to")))
        assert legend == "H heads   T tails   ✓ done   ✗ not done   · not logged   ░ to come"
        assert max(map(len, lines)) <= columns
    shell = [line for line in at_a_terminal(process, 46, "experiment", "check") if line.startswith("In a shell: ")]
    assert [line.endswith("; done") for line in shell] == [True], "it is there to be copied"


def test_a_review_that_would_be_cut_is_printed_in_lines(process: Process) -> None:
    process("log", "left", "6")
    assert any(line.startswith("Care    ") for line in at_a_terminal(process, 46, "review"))
    process("log", "care", "a rather long name of care")
    narrow = at_a_terminal(process, 46, "review")
    assert re.search("Care .*■ .*a rather long name of care", " ".join(" ".join(narrow).split())), "wrapped in its row"
    assert not [line for line in narrow if "…" in line]
    process("routine", "plan", "heel-raise", "daily")
    assert "High-load heel raise" in " ".join(" ".join(at_a_terminal(process, 40, "review")).split())
    assert any(line.startswith("Care    ") for line in at_a_terminal(process, 90, "review"))


def test_two_spaces_behind_a_sentence_are_no_column() -> None:
    assert wrapped("    It rained.  Then it stopped, and I walked.", 30) == [
        "    It rained.  Then it",
        "    stopped, and I walked.",
    ]


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("    massage of the left foot, calf 3 min", ["    massage of the left", "        foot, calf 3 min"]),
        ("    sitting all day long 1 h 40", ["    sitting all day long", "        1 h 40"]),
        ("    until the Sunday, 29 Nov 2026", ["    until the Sunday,", "        29 Nov 2026"]),
    ],
)
def test_an_entry_hangs_and_a_number_keeps_its_unit(line: str, parts: list[str]) -> None:
    assert wrapped(line, 24, hanging=True) == parts


def test_the_rest_of_an_entry_stands_deeper_in_status(process: Process) -> None:
    process("log", "massage", "--foot", "left", "--ki1", "90s", "--shimian", "90s", "--calf", "3m")
    lines = at_a_terminal(process, 46, "status")
    first = next(at for at, line in enumerate(lines) if line.startswith("    massage"))
    assert lines[first + 1].startswith("        ")


def test_a_path_stands_beside_its_name(process: Process) -> None:
    assert at_a_terminal(process, 40, "where")[0] == f"diary: {process.home / 'diary.db'}"


def test_the_name_of_a_factor_is_not_broken(process: Process) -> None:
    process("log", "left", "6")
    for columns in range(40, 60, 3):
        lines = at_a_terminal(process, columns, "trends", "--view", "links")
        assert not [line for line in lines if line.endswith("-")], columns


@pytest.mark.parametrize("columns", [46, 60, 90])
def test_the_legend_of_the_days_is_whole(process: Process, columns: int) -> None:
    process("log", "left", "6")
    lines = at_a_terminal(process, columns, "trends", "--view", "days", "--weeks", "26")
    assert any(line.rstrip().endswith("days; stronger: more mornings") for line in lines)


def test_the_numbers_of_visits_are_explained(process: Process) -> None:
    process("log", "left", "6")
    assert "v1 is the first visit" not in process("trends", "--view", "days").out
    process("log", "care", "acupuncture", "--course", "spring")
    assert "v1 is the first visit of a course" in process("trends", "--view", "days").out


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("LOG L 8 R 7 yesterday", "heeldiary log left 8 right 7 --day yesterday"),
        ("insoles 6h 16 nov to 20 nov", 'heeldiary insoles 6h --day "16 nov" --until "20 nov"'),
    ],
)
@pytest.mark.parametrize("columns", [40, 46, 52])
def test_a_command_that_is_broken_can_be_pasted(process: Process, columns: int, typed: str, line: str) -> None:
    said = at_a_terminal(process, columns, *typed.split())
    assert max(map(len, said)) <= columns
    assert line in "\n".join(said).replace(" \\\n", " ")
    assert line not in "\n".join(said)


def test_the_signs_of_care_are_explained(process: Process) -> None:
    process("log", "left", "6")
    process("log", "care", "acupuncture", "--course", "spring")
    said = process("trends", "--view", "load").out
    assert "v1 visit 1 of a course" in said
    assert "+ care" not in said
    process("log", "care", "acupuncture", "--course", "spring")
    process("log", "care", "ice", "--day", "8d")
    assert "+ care   1+ visits from 1 on" in map(str.strip, at_a_terminal(process, 46, "trends", "--view", "load"))


def test_all_care_of_a_review_is_named(process: Process) -> None:
    process("log", "left", "6")
    kinds = ("injection", *(f"a long name of care {number}" for number in range(5)))
    for kind in kinds:
        process("log", "care", kind)
    for columns in (60, 90, 120):
        said = " ".join(" ".join(at_a_terminal(process, columns, "review")).split())
        assert "…" not in said
        assert all(kind in said for kind in kinds)


@given(st.lists(st.text("ab. -", min_size=1), min_size=1).map("".join), st.integers(20, 100))
def test_wrapping_keeps_every_word(line: str, columns: int) -> None:
    parts = wrapped(line, columns)
    assert " ".join(parts).split() == line.split()
    assert all(len(part) <= columns or len(part.split()) == 1 for part in parts)


def _part(lines: list[str], start: str) -> list[str]:
    """The lines from the one that starts so up to the next empty one."""
    first = next(number for number, line in enumerate(lines) if line.startswith(start))
    return lines[first : [*lines, ""].index("", first)]


def test_a_file_to_save_stays_whole(process: Process) -> None:
    assert (
        at_a_terminal(process, 40, "routine", "show", "clinic", "--toml")
        == process("routine", "show", "clinic", "--toml").out.splitlines()
    )
    assert at_a_terminal(process, 40, "completion", "bash") == process("completion", "bash").out.splitlines()


@pytest.mark.grid(2)
@pytest.mark.parametrize("line", ["links", "trends", "trends --view change", "trends --view traps", "review"])
def test_pictures_fit_forty_columns(process: Process, line: str) -> None:
    process("log", "left", "6", "right", "3", "--tag", "rain")
    process("links", "declare", "massage", "tag:rain")
    assert [text for text in at_a_terminal(process, 40, *line.split()) if len(text) > 40] == []


@given(st.lists(st.text("ab日本語ｗ·é", min_size=1, max_size=12), min_size=1, max_size=30), st.integers(24, 90))
def test_wide_characters_count_as_two_columns(words: list[str], columns: int) -> None:
    line = " ".join(words)
    parts = wrapped(line, columns)
    assert " ".join(parts).split() == words
    for part in parts:
        assert sum(cell_len(sign) for sign in part) <= columns, part
