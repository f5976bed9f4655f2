"""The commands. Only what the command at hand needs is imported: `heeldiary log 6` has to be quicker than paper."""

import os
import sys
from collections.abc import Sequence
from importlib import import_module

from heeldiary.cli.commands import APP, COMMANDS, nearest
from heeldiary.cli.context import CommandContext, Options
from heeldiary.cli.streams import decode_arguments, silence
from heeldiary.errors import BadInput, Problem, Refused


def main() -> int:
    """Run the command line that this process was started with; returns its exit status."""
    os.umask(0o077)
    return run(decode_arguments(sys.argv[1:]), CommandContext.of_the_system())


def run(argv: Sequence[str], context: CommandContext) -> int:
    """Run one command; returns its exit status."""
    try:
        return _run(list(argv), context)
    except Problem as problem:
        return _tell(context, problem)
    except BrokenPipeError:
        silence(context.out)  # whoever read has had enough
        return 0
    except KeyboardInterrupt:
        return 130
    except OSError as error:
        silence(context.out)
        reason = (error.strerror or str(error)).lower()
        return _tell(context, Refused(f"the system refused ({reason})", "look at the disk and the permissions"))
    except Exception as error:
        return _tell(context, _crashed(context, error))


def _crashed(context: CommandContext, error: Exception) -> Problem:
    """What to tell of a mistake in heeldiary; without a place or a time to write it down, that comes first."""
    from heeldiary.crash import report

    try:
        return report(error, context.places.crash_log, context.clock.now())
    except Problem as problem:
        return problem


def _tell(context: CommandContext, problem: Problem) -> int:
    context.say(f"heeldiary: {problem.message}")
    context.say(problem.remedy)
    return problem.exit_status


def _run(argv: list[str], context: CommandContext) -> int:
    given, context.options = _common(argv)
    name, *rest = given or [""]
    command = import_module(f"heeldiary.cli.{_module(name, context.options)}")
    try:
        command.run(name, rest, context)
    except SystemExit as end:  # argparse after --help, or the app with a status of its own
        context.out.flush()
        return int(end.code or 0)
    context.out.flush()
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
