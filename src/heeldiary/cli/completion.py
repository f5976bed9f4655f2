"""`heeldiary completion`: the script that lets a shell complete commands."""

import argparse
from collections.abc import Sequence
from importlib import import_module

from heeldiary.cli.commands import COMMANDS
from heeldiary.cli.desk import Desk
from heeldiary.cli.experiment import WHATS as EXPERIMENT_WHATS
from heeldiary.cli.log import OTHERS
from heeldiary.cli.parser import Parser
from heeldiary.cli.routine import WHATS as ROUTINE_WHATS
from heeldiary.cli.tags import WHATS as TAG_WHATS
from heeldiary.domain.entries import TYPES
from heeldiary.domain.scales import FEET, MOMENTS, SURFACES
from heeldiary.domain.settings import BY_NAME
from heeldiary.errors import BadInput

SHELLS = ("bash", "zsh", "fish")

_WORDS = {"foot": (*FEET, "both"), "moment": MOMENTS, "surface": SURFACES, "type": tuple(TYPES), "shell": SHELLS,
          "day": ("today", "yesterday"), "first": ("today", "yesterday"), "last": ("today", "yesterday")}  # fmt: skip
_BEHIND = {"routine": ROUTINE_WHATS, "experiment": EXPERIMENT_WHATS}
_FILES = ("output", "file", "diary")
_TAGS = ("tag", "untag", "old", "olds", "new")


def run(name: str, argv: Sequence[str], desk: Desk) -> None:
    """Print the script."""
    shell = parser(name).read(argv, desk.out).shell
    if shell not in SHELLS:
        raise BadInput("completions are made for bash, zsh and fish", "name one of them")
    import shtab

    desk.out.write(shtab.complete(whole_parser(), shell) + "\n")


def parser(name: str) -> Parser:
    """The parser of `completion`."""
    made = Parser(
        name,
        "The script that lets your shell complete heeldiary's commands.",
        '  bash: eval "$(heeldiary completion bash)"             in ~/.bashrc\n'
        "  zsh:  heeldiary completion zsh > ~/.zfunc/_heeldiary  with ~/.zfunc in fpath\n"
        "  fish: heeldiary completion fish > ~/.config/fish/completions/heeldiary.fish",
    )
    made.add_argument("shell", metavar="SHELL", help="bash, zsh or fish")
    return made


def whole_parser() -> argparse.ArgumentParser:
    """All commands in one parser, as shtab wants it."""
    whole = argparse.ArgumentParser(prog="heeldiary")
    _common(whole)
    whole.add_argument("--version", action="store_true", help="the version")
    commands = whole.add_subparsers()
    for name, command in COMMANDS.items():
        made = commands.add_parser(name, help=command.summary)
        _copy(import_module(f"heeldiary.cli.{command.module}").parser(name), made)
        if name == "log":
            kinds = made.add_subparsers()
            for kind in OTHERS:
                _copy(import_module("heeldiary.cli.log").parser(f"log {kind}"), kinds.add_parser(kind, help=kind))
        if name in _BEHIND:
            whats = made.add_subparsers()
            for what, module in _BEHIND[name].items():
                parser_of = import_module(f"heeldiary.cli.{module}").parser
                _copy(parser_of(f"{name} {what}"), whats.add_parser(what, help=what))
        if name == "tags":
            whats = made.add_subparsers()
            for what in TAG_WHATS:
                _copy(import_module("heeldiary.cli.tags").parser(f"tags {what}"), whats.add_parser(what, help=what))
        if name == "settings":
            next(action for action in made._actions if action.dest == "name").choices = list(BY_NAME)
    return whole


def _common(made: argparse.ArgumentParser) -> None:
    made.add_argument("--diary", metavar="PATH", help="another diary than your own")
    made.add_argument("--json", action="store_true", help="pure JSON")
    made.add_argument("--plain", action="store_true", help="no colour, no chart")


def _copy(one: argparse.ArgumentParser, other: argparse.ArgumentParser) -> None:
    """Carry the arguments of one parser over to another, with the words that complete each."""
    import shtab

    _common(other)
    for action in one._actions:
        if action.dest == "help" or (action.dest == "words" and one.prog == "heeldiary log"):
            continue
        other._add_action(action)
    for action in other._actions:
        if action.dest in _WORDS:
            action.choices = _WORDS[action.dest]
        elif action.dest in _TAGS:
            _complete(action, shtab.cmd("heeldiary tags --words 2>/dev/null"))
        elif action.dest in _FILES:
            _complete(action, shtab.FILE)


def _complete(action: argparse.Action, how: object) -> None:
    """Tell shtab how an argument is completed: by an attribute that argparse knows nothing of."""
    action.complete = how  # type: ignore[attr-defined]
