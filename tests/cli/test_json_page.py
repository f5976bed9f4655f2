"""docs/json.md is what its script makes of what the commands print."""

import runpy
from pathlib import Path

from heeldiary.cli.commands import COMMANDS

DOCS = Path(__file__).parents[2] / "docs"
SCRIPT = runpy.run_path(str(DOCS / "json_page.py"))


def test_the_page_is_as_the_commands_print_it() -> None:
    assert (DOCS / "json.md").read_text("utf-8") == SCRIPT["page"](), "run: python docs/json_page.py"


def test_every_command_with_json_is_on_it() -> None:
    shown = {command.split()[0] for command in SCRIPT["COMMANDS"]}
    assert shown == {name for name, command in COMMANDS.items() if command.json}
