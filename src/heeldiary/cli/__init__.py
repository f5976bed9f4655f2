"""The commands. Only what the command at hand needs is imported: `heeldiary log 6` has to be quicker than paper."""

import os
import sys
from collections.abc import Sequence
from importlib import import_module

from heeldiary.cli.commands import APP, COMMANDS, nearest
from heeldiary.cli.desk import Desk, Options
from heeldiary.errors import BadInput, Problem, Refused


def main() -> int:
    """Run the command line that this process was started with; returns its exit status."""
    os.umask(0o077)
    return run(sys.argv[1:], Desk.of_the_system())


def run(argv: Sequence[str], desk: Desk) -> int:
    """Run one command; returns its exit status."""
    try:
        _run(list(argv), desk)
        desk.out.flush()
    except Problem as problem:
        return _tell(desk, problem)
    except SystemExit as end:
        return int(end.code or 0)
    except BrokenPipeError:
        # Whoever read has had enough. Python would complain once more when it closes stdout.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except KeyboardInterrupt:
        return 130
    except OSError as error:
        reason = (error.strerror or "no reason given").lower()
        return _tell(desk, Refused(f"the system refused ({reason})", "look at the disk and the permissions"))
    except Exception as error:
        from heeldiary.crash import report

        return _tell(desk, report(error, desk.places.crash_log, desk.clock.now()))
    return 0


def _tell(desk: Desk, problem: Problem) -> int:
    desk.say(f"heeldiary: {problem.message}")
    desk.say(problem.remedy)
    return problem.exit_status


def _run(argv: list[str], desk: Desk) -> None:
    words, desk.options = _common(argv)
    name, *rest = words or [""]
    command = import_module(f"heeldiary.cli.{_module(name, desk.options)}")
    command.run(name, rest, desk)


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
