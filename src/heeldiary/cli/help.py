"""`heeldiary --help` and `--version`, also written `help` and `version`."""

import sqlite3
import sys
from collections.abc import Sequence

from heeldiary import __version__
from heeldiary.cli.commands import COMMANDS
from heeldiary.cli.context import CommandContext
from heeldiary.cli.parser import Parser

_HEAD = """\
heeldiary: a diary for a heel that hurts, in the terminal.

    heeldiary                 open the app; one key on its first screen logs the morning
    heeldiary 6               log this morning's first steps without it (0 no pain, 10 worst)

The first steps after getting up are the main measure. Log them each morning, and the rest of the day as you like.
Look at the weeks with `heeldiary trends`. Everything stays in one file on this machine (`heeldiary where`).

commands:
"""

_TAIL = """
shortcuts, which need no `log` before them:
  walk 45, run 20, stand 2h, hiking 3h       an activity in minutes or hours; also cycling and stairs
  sit 6h                                     sitting
  massage 10                                 a massage in minutes
  acupuncture, stretching 10, care ice       care by its name, or behind `care`
  note slept badly                           a note, which needs no quotes here

options, before or after the command:
  --diary PATH   use another diary
  --json         only JSON on stdout, for commands that support it
  --plain        no colours, charts or boxes: the figures in words
  --help         help for one command: `heeldiary help log`
  --version

examples:
  heeldiary 6                                this morning, the affected foot; short for `heeldiary log 6`
  heeldiary 6 4                              both feet: left 6, right 4
  heeldiary log left 6 right 2 -n "rainy"    both feet, with a note
  heeldiary log activity walking 45          a walk
  heeldiary log 4 --day yesterday            a morning you forgot
  heeldiary undo                             undo the last change
  heeldiary trends --weeks 26                half a year of mornings

Exit status: 0 done, 1 refused by the diary or the system, 2 bad input; on 1 and 2 nothing was changed."""


def parser(name: str) -> Parser:
    """Return the parser of `help` or `version`; it only describes them, since both are short for an option."""
    if name == "version":
        return Parser(name, "Print the versions of heeldiary, Python and SQLite.")
    parser = Parser(
        name, "Print how a command is used; alone, what there is.", "  heeldiary help log\n  heeldiary help"
    )
    parser.add_argument("command", metavar="COMMAND", nargs="*", help="a command")
    return parser


def run(name: str, argv: Sequence[str], context: CommandContext) -> None:
    """Print the help, or the version."""
    if name.endswith("version"):
        parser("version").read(argv, context.out)
        context.print(f"heeldiary {__version__} (Python {sys.version.split()[0]}, SQLite {sqlite3.sqlite_version})")
        return
    width = max(map(len, COMMANDS))
    commands = "\n".join(f"  {command:{width}}   {about.summary}" for command, about in COMMANDS.items())
    context.print(_HEAD + commands + "\n" + _TAIL)
