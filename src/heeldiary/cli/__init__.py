"""The commands. Only what the command at hand needs is imported: `heeldiary log 6` has to be quicker than paper."""

import os
import sys
from collections.abc import Sequence
from importlib import import_module

from heeldiary.cli.commands import APP, COMMANDS, nearest
from heeldiary.cli.context import Desk, Options
from heeldiary.cli.streams import silence, words
from heeldiary.errors import BadInput, Problem, Refused


def main() -> int:
    """Run the command line that this process was started with; returns its exit status."""
    os.umask(0o077)
    return run(words(sys.argv[1:]), Desk.of_the_system())


def run(argv: Sequence[str], desk: Desk) -> int:
    """Run one command; returns its exit status."""
    try:
        return _run(list(argv), desk)
    except Problem as problem:
        return _tell(desk, problem)
    except BrokenPipeError:
        silence(desk.out)  # whoever read has had enough
        return 0
    except KeyboardInterrupt:
        return 130
    except OSError as error:
        silence(desk.out)
        reason = (error.strerror or str(error)).lower()
        return _tell(desk, Refused(f"the system refused ({reason})", "look at the disk and the permissions"))
    except Exception as error:
        return _tell(desk, _crashed(desk, error))


def _crashed(desk: Desk, error: Exception) -> Problem:
    """What to tell of a mistake in heeldiary; without a place or a time to write it down, that comes first."""
    from heeldiary.crash import report

    try:
        return report(error, desk.places.crash_log, desk.clock.now())
    except Problem as problem:
        return problem


def _tell(desk: Desk, problem: Problem) -> int:
    desk.say(f"heeldiary: {problem.message}")
    desk.say(problem.remedy)
    return problem.exit_status


def _run(argv: list[str], desk: Desk) -> int:
    given, desk.options = _common(argv)
    name, *rest = given or [""]
    command = import_module(f"heeldiary.cli.{_module(name, desk.options)}")
    try:
        command.run(name, rest, desk)
    except SystemExit as end:  # argparse after --help, or the app with a status of its own
        desk.out.flush()
        return int(end.code or 0)
    desk.out.flush()
    return 0


def _module(name: str, options: Options) -> str:
    if name in ("--help", "-h", "--version"):
        return "help"
    command = COMMANDS.get(name) if name else APP
    if command is None:
        raise BadInput("there is no such command", nearest(name))
    if options.json and not command.json:
        raise BadInput(f"`{f'heeldiary {name}'.strip()}` has no --json", "leave --json out")
    return command.module


def _common(argv: list[str]) -> tuple[list[str], Options]:
    """The words of the command, and the options that may stand anywhere."""
    words: list[str] = []
    diary, json, plain = None, False, False
    rest = iter(argv)
    for word in rest:
        if word == "--":
            words += [word, *rest]
        elif word == "--json":
            json = True
        elif word == "--plain":
            plain = True
        elif word == "--diary":
            diary = next(rest, "")
        elif word.startswith("--diary="):
            diary = word.partition("=")[2]
        else:
            words.append(word)
    return words, Options(diary, json, plain)
