"""docs/commands.md is what its script makes of every command's --help."""

import runpy
from pathlib import Path

from heeldiary.cli.commands import COMMANDS

DOCS = Path(__file__).parents[2] / "docs"
SCRIPT = runpy.run_path(str(DOCS / "commands.py"))


def test_the_page_is_as_the_commands_print_it() -> None:
    assert (DOCS / "commands.md").read_text("utf-8") == SCRIPT["page"](), "run: python docs/commands.py"


def test_every_command_and_subcommand_is_on_it() -> None:
    page = SCRIPT["page"]()
    assert all(f"\n## heeldiary {name}\n" in page for name in COMMANDS)
    for words in ("log massage", "links declare", "routine plan", "experiment new", "tags merge"):
        assert f"usage: heeldiary {words}" in page
