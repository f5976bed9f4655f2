"""Writes docs/commands.md from every command's --help: `python docs/commands.py`; `--check` only compares."""

import sys
from importlib import import_module
from pathlib import Path

from heeldiary.cli.commands import COMMANDS
from heeldiary.cli.completion.last_word import subcommands

PAGE = Path(__file__).with_name("commands.md")

_BEGIN = """\
<!-- Made by docs/commands.py from each command's --help. Change it there. -->
# Commands

Every command as its `--help` prints it. `--diary PATH`, `--json` and `--plain` may come before or after any command.
"""


def page() -> str:
    """Return the page."""
    lines = [f"- [`heeldiary {name}`](#heeldiary-{name}): {command.summary}" for name, command in COMMANDS.items()]
    parts = [_BEGIN, "\n".join(lines) + "\n"]
    for name, command in COMMANDS.items():
        parts.append(f"## heeldiary {name}\n\n{_help(name, command.module)}")
        parts += [_help(f"{name} {word}", module) for word, module in subcommands(name).items()]
    return "\n".join(parts)


def _help(name: str, module: str) -> str:
    text = import_module(f"heeldiary.cli.{module}").parser(name).format_help()
    return f"```\n{text.rstrip()}\n```\n"


if __name__ == "__main__":
    if "--check" in sys.argv:
        sys.exit(PAGE.read_text("utf-8") != page() and f"{PAGE} is not up to date: run python docs/commands.py")
    PAGE.write_text(page(), "utf-8")
