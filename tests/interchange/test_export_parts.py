"""A partial export: what was asked for and nothing else; its header says so, and it can be imported."""

import json
from pathlib import Path

import pytest

from heeldiary.domain.entries import TYPES
from tests.domain.test_entry_json import GOOD
from tests.interchange.test_extras import KINDS, add
from tests.runner import Heeldiary


@pytest.fixture
def everything(heeldiary: Heeldiary) -> Heeldiary:
    """A diary with one of everything that an export holds."""
    for kind in KINDS:
        add(heeldiary, kind, 0)
    lines = [{**GOOD[kind], "id": f"entry{number}"} for number, kind in enumerate(TYPES)]
    heeldiary.done("import", "-", stdin="\n".join(map(json.dumps, lines)))
    heeldiary.done("log", "note", "long ago", "--day", "2020-01-01")
    return heeldiary


FILTERS = (
    *(f"--type {kind}" for kind in TYPES), "--from 2026-11-22", "--to 2026-11-21", "--from 1900-01-01", "--to today",
    "--from 2026-01-01 --to today --type pain", "--from today --type note",
)  # fmt: skip


@pytest.mark.grid(4)
@pytest.mark.parametrize("argv", FILTERS)
def test_a_filter_filters_everything(everything: Heeldiary, argv: str) -> None:
    header, *lines, end = everything.done("export", *argv.split()).jsonl
    listed = everything.done("list", "--json", *argv.split()).jsonl
    assert lines == listed
    assert end["end"]["entries"] == len(listed)
    asked = dict(zip(argv.replace("--", "").split()[::2], argv.split()[1::2], strict=True))
    assert set(header["part"]) == set(asked)
    assert header["part"].get("type") == asked.get("type")
    assert "today" not in header["part"].values()


def test_the_whole_says_nothing_of_parts(everything: Heeldiary) -> None:
    header, *lines, _ = everything.done("export").jsonl
    assert "part" not in header
    assert [next(iter(line)) for line in lines if "type" not in line] == ["settings", "ask_first", "kept"]


@pytest.mark.grid(4)
@pytest.mark.parametrize("argv", FILTERS)
def test_a_part_can_be_imported_and_all_parts_are_the_whole(everything: Heeldiary, tmp_path: Path, argv: str) -> None:
    path = str(tmp_path / "part.jsonl")
    everything.done("export", "-o", path, *argv.split())
    other = everything.other("other")
    ran = other.done("import", path).out
    assert "only part of a diary" in ran
    assert other.entries() == everything.done("list", "--json", *argv.split()).jsonl
    whole = "".join(everything.done("export", "--type", kind).out for kind in TYPES)
    other.done("import", "-", stdin=whole)
    assert other.entries() == everything.entries()


def test_a_part_is_whole_too(everything: Heeldiary, tmp_path: Path) -> None:
    """Cut or changed it is refused, as the whole is."""
    lines = everything.done("export", "--type", "pain").out.splitlines(keepends=True)
    for text in ("".join(lines[:-1]), "".join(lines).replace('"score": 6', '"score": 5'), "".join(lines[:1])):
        everything.other("other").refused(2, "import", "-", stdin=text)
