"""The commands. Each imports only what it needs: `heeldiary log 6` must be quicker than paper."""

import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from heeldiary.cli.commands import APP, COMMANDS, HELP, nearest, written_out
from heeldiary.cli.context import CommandContext, Options
from heeldiary.cli.streams import decode_arguments, silence
from heeldiary.errors import BadInput, Problem, Refused


def main() -> int:
    """Run this process's command line; return the exit status."""
    os.umask(0o077)
    gc.disable()  # looking for garbage is an eighth of the app's start; it turns it on again once it is painted
    return run(decode_arguments(sys.argv[1:]), CommandContext.of_the_system())


def run(argv: Sequence[str], context: CommandContext) -> int:
    """Run a command; return the exit status."""
    try:
        return _run(list(argv), context)
    except Problem as problem:
        return _tell(context, problem)
    except BrokenPipeError:
        silence(context.out)  # the reader has closed the pipe
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
    """Return the message about a crash of heeldiary."""
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
    name, *rest = written_out(given) or [""]
    command = import_module(f"heeldiary.cli.{_module(name, context.options)}")
    try:
        command.run(name, rest, context)
    except SystemExit as end:  # argparse after --help, or the app's own status
        context.out.flush()
        return int(end.code or 0)
    context.out.flush()
    return 0


def _module(name: str, options: Options) -> str:
    command = HELP if name in ("--help", "-h", "--version") else COMMANDS.get(name) if name else APP
    if command is None:
        raise BadInput("there is no such command", nearest(name))
    if options.json and not command.json:
        raise BadInput(f"`{f'heeldiary {name}'.strip()}` has no --json", "leave --json out")
    return command.module


def _common(argv: list[str]) -> tuple[list[str], Options]:
    """Split a command line into the command's words and the common options."""
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
