"""A command with nothing to print says so on stderr, exits 0 and creates nothing."""

import pytest

from tests.runner import Heeldiary

COMMANDS = (
    "list", "list --type pain", "list --tag rain", "search rain", "tags", "courses", "links", "links --plain", "signs",
    "experiment", "experiment today", "experiment status", "experiment list",
)  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("note", [False, True])
def test_emptiness_is_told_on_stderr(heeldiary: Heeldiary, command: str, note: bool) -> None:
    if note:
        heeldiary.done("log", "note", "x", "--day", "2026-01-02")
        command = command if command != "list" else "list --from today"
    ran = heeldiary.done(*command.split())
    assert ran.out == ""
    assert ran.err
    assert heeldiary.home.exists() == note


@pytest.mark.parametrize("command", [*COMMANDS, "review", "trends", "show", "routine list", "settings", "guide heel"])
def test_in_json_it_is_empty_json(heeldiary: Heeldiary, command: str) -> None:
    ran = heeldiary.done(*command.replace(" --plain", "").split(), "--json")
    assert ran.err == ""
    assert len(ran.jsonl) == (0 if command.startswith(("list", "search")) else 1)


@pytest.mark.parametrize("command", ["experiment result", "experiment check", "experiment stop --yes"])
def test_an_experiment_that_is_not_there_is_refused_with_the_way_to_one(heeldiary: Heeldiary, command: str) -> None:
    assert "experiment" in heeldiary.refused(2, *command.split()).err
