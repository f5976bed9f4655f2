"""`--help` from which a person learns, and `--version`."""

import sqlite3

import pytest

from heeldiary import __version__
from heeldiary.cli.commands import COMMANDS
from heeldiary.cli.wrapping import wrapped
from tests.runner import Heeldiary

CONTRACT = (
    "log", "show", "list", "edit", "delete", "undo", "status", "nudge", "routine", "trends", "links", "guide",
    "settings", "export", "import", "completion", "where", "demo", "review", "experiment", "courses", "tags",
)  # fmt: skip
KINDS = ("activity", "sitting", "massage", "care", "note")
BUILT = tuple(name for name in CONTRACT if name not in ("routine", "trends", "links", "guide", "demo"))
OPTIONS = {
    "log": "--foot --moment --day --note --tag --replace -f -m -d -n",
    "log activity": "--steps --surface --day --note -d -n",
    "log sitting": "--longest --day --note",
    "log massage": "--foot --ki1 --shimian --heel --calf --arch --before --after --day --note",
    "log care": "--course --visits --day --note",
    "log note": "--day",
    "list": "--from --to --type",
    "edit": "--score --foot --moment --kind --minutes --steps --surface --longest --before --after --day --note "
    "--tag --untag",
    "courses": "--foot --as-of",
    "tags": "--words",
    "status": "--short",
    "export": "--from --to --type -o --force",
    "import": "--dry-run",
}


def test_every_command_of_the_contract_is_there() -> None:
    assert set(CONTRACT) <= set(COMMANDS)


def test_the_help_names_every_command_and_has_examples(heeldiary: Heeldiary) -> None:
    for option in ("--help", "-h"):
        told = heeldiary.done(option).out
        assert not [name for name in CONTRACT if name not in told]
        assert "heeldiary log 6" in told
        assert "example" in told
    assert max(map(len, told.splitlines())) <= 120


@pytest.mark.parametrize("name", [*BUILT, *(f"log {kind}" for kind in KINDS)])
def test_the_help_of_a_command_has_an_example_and_its_options(heeldiary: Heeldiary, name: str) -> None:
    told = heeldiary.done(*name.split(), "--help").out
    assert told == heeldiary.done(*name.split(), "-h").out
    assert f"heeldiary {name}" in told
    assert not [option for option in OPTIONS.get(name, "").split() if f"{option}" not in told]
    lines = told.splitlines()
    assert "example" in told
    assert [line for line in lines[1:] if line.startswith("  ") and f"heeldiary {name}" in line]
    assert max(map(len, lines)) <= 120
    assert not heeldiary.home.exists()


def test_the_shortcuts_are_listed_and_each_works(heeldiary: Heeldiary) -> None:
    listed = heeldiary.done("--help").out.partition("shortcuts")[2].partition("\n\n")[0].splitlines()[1:]
    heeldiary.done("settings", "affected-foot", "left")
    lines = [part for line in listed for part in line.strip().partition("   ")[0].split(", ")]
    assert len(lines) == 10
    for line in lines:
        assert heeldiary.done(*line.split()).out.startswith("Saved: ")


@pytest.mark.parametrize("word", ["walk", "sit", "acupuncture", "massage", "note"])
def test_the_help_of_a_shortcut_is_that_of_its_command(heeldiary: Heeldiary, word: str) -> None:
    assert heeldiary.done("help", word).out.startswith("usage: heeldiary log ")


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("walk", "heeldiary walk 45 "),
        ("sit", "heeldiary sit 6h30 "),
        ("massage", "heeldiary massage 10 "),
        ("ice", "heeldiary ice "),
        ("note", "heeldiary note slept badly "),
        ("completion", "mkdir -p ~/.zfunc && heeldiary completion zsh > ~/.zfunc/_heeldiary "),
        ("completion", "mkdir -p ~/.config/fish/completions &&"),
    ],
)
def test_the_help_has_lines_that_work(heeldiary: Heeldiary, words: str, line: str) -> None:
    assert line in heeldiary.done("help", words).out


def test_the_example_of_a_line_to_import_is_never_wrapped(heeldiary: Heeldiary) -> None:
    (line,) = (line for line in heeldiary.done("help", "import").out.splitlines() if line.startswith("  {"))
    assert len(line) <= 76
    assert [part.strip() for part in wrapped(line, 40)] == [line.strip()]
    (heeldiary.home.parent / "in.jsonl").write_text(line)
    assert "Imported: 1 entry" in heeldiary.done("import", str(heeldiary.home.parent / "in.jsonl")).out


def test_the_version_names_what_it_stands_on(heeldiary: Heeldiary) -> None:
    told = heeldiary.done("--version").out
    assert __version__ in told
    assert sqlite3.sqlite_version in told


@pytest.mark.parametrize(
    ("command", "common"),
    [
        ("log", "--diary PATH, --json, --plain"), ("log care", "--diary PATH, --json, --plain"),
        ("nudge", "--diary PATH, --plain"), ("routine plan", "--diary PATH, --plain"),
        ("routine show", "--diary PATH, --json, --plain"), ("demo", "--diary PATH"),
    ],
)  # fmt: skip
def test_each_command_names_the_options_that_all_take(heeldiary: Heeldiary, command: str, common: str) -> None:
    last = heeldiary.done(*command.split(), "--help").out.splitlines()[-1]
    assert last == f"also: {common} (see heeldiary --help)"


def test_exit_status_is_explained(heeldiary: Heeldiary) -> None:
    told = heeldiary.done("--help").out
    assert "--diary" in told
    assert "--json" in told
    assert "--plain" in told
