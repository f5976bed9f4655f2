"""docs/json.md is what its script makes of what the commands print."""

import runpy
from pathlib import Path

from heeldiary.cli.commands import COMMANDS
from heeldiary.cli.completion.last_word import subcommands

DOCS = Path(__file__).parents[2] / "docs"
SCRIPT = runpy.run_path(str(DOCS / "json_page.py"))


def test_the_page_is_as_the_commands_print_it() -> None:
    assert (DOCS / "json.md").read_text("utf-8") == SCRIPT["page"](), "run: python docs/json_page.py"


def test_every_command_with_json_is_on_it() -> None:
    shown = {" ".join(word for word in command.split() if word.islower()) for command in SCRIPT["COMMANDS"]}
    assert {command.split()[0] for command in shown} == {name for name, command in COMMANDS.items() if command.json}
    inner = {f"{name} {word}" for name in ("experiment", "tags", "links") for word in subcommands(name)}
    inner |= {"routine list", "routine show", "review --note", "signs --dismiss"}
    assert {one for one in inner if not any(command.startswith(one) for command in shown)} == set()
