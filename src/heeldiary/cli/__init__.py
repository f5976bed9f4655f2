"""The commands. Each imports only what it needs: `heeldiary log 6` must be quicker than paper."""

import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from heeldiary.cli.commands import APP, COMMANDS, HELP, expand_short_form
from heeldiary.cli.context import CommandContext, Options
from heeldiary.cli.streams import decode_arguments, silence
from heeldiary.errors import BadInput, BadWord, Problem, Refused


def main() -> int:
    """Run this process's command line; return the exit status."""
    os.umask(0o077)
    gc.disable()  # collection takes an eighth of the app's start; the app enables it after the first paint
    return run(decode_arguments(sys.argv[1:]), CommandContext.of_the_system())


def run(argv: Sequence[str], context: CommandContext) -> int:
    """Run a command; return the exit status."""
    try:
        return _run(list(argv), context)
    except Problem as problem:
        return _print_problem(context, problem)
    except BrokenPipeError:
        silence(context.out)  # the reader has closed the pipe
        return 0
    except KeyboardInterrupt:
        return 130
    except OSError as error:
        silence(context.out)
        reason = (error.strerror or str(error)).lower()
        remedy = "check the free space on the disk and the file permissions"
        return _print_problem(context, Refused(f"the system refused ({reason})", remedy))
    except Exception as error:
        return _print_problem(context, _report_crash(context, error))


def _report_crash(context: CommandContext, error: Exception) -> Problem:
    """Save a crash report; return the message about it."""
    from heeldiary.crash import report

    try:
        return report(error, context.places.crash_log, context.clock.now())
    except Problem as problem:
        return problem


def _print_problem(context: CommandContext, problem: Problem) -> int:
    """Print a problem and its remedy; return the exit status."""
    context.say(f"heeldiary: {problem.message}")
    context.say(problem.remedy)
    return problem.exit_status


def _run(argv: list[str], context: CommandContext) -> int:
    words, context.options = _split_common_options(argv)
    _check_diary(context.options.diary)
    name, *rest = expand_short_form(words) or [""]
    try:
        command = import_module(f"heeldiary.cli.{_module_of_command([name, *rest], context.options)}")
        command.run(name, rest, context)
    except BadInput as problem:
        raise _improved(problem, [name, *rest], context) from None
    except SystemExit as end:  # argparse after --help, or the app's own status
        context.out.flush()
        return int(end.code or 0)
    context.out.flush()
    return 0


def _improved(problem: BadInput, words: Sequence[str], context: CommandContext) -> BadInput:
    """Return a refusal that names the wrong word, and whose remedy works in this diary."""
    from heeldiary.cli.guesses import name_word  # only for what is mistyped
    from heeldiary.cli.meant_care import EndOfCare, name_entry, not_yet
    from heeldiary.cli.meant_courses import known_course
    from heeldiary.cli.meant_scores import name_foot
    from heeldiary.cli.meant_spans import span_behind_day

    if words[0] == "edit":
        from heeldiary.cli.meant_edit import better_edit  # it reads the entry

        problem = better_edit(problem, words, context)
    if isinstance(problem, EndOfCare):
        return name_entry(problem, context)
    if course := known_course(words, context):
        return course
    problem = not_yet(problem, words) or span_behind_day(problem, words) or problem
    refusal = name_word(problem, words) if isinstance(problem, BadWord) else problem
    remedy = name_foot(refusal.remedy)
    if remedy != refusal.remedy and context.has_two_affected_feet():
        refusal.remedy = remedy
    return refusal


def _module_of_command(words: Sequence[str], options: Options) -> str:
    """Return the module that runs a command; raise BadInput if the command or its --json does not exist."""
    name = words[0]
    command = HELP if name in ("--help", "-h", "--version") else COMMANDS.get(name) if name else APP
    if command is None:
        from heeldiary.cli.guesses import unknown_command  # only for what is mistyped

        raise unknown_command(words)
    if options.json and not command.json:
        raise BadInput(f"`{f'heeldiary {name}'.strip()}` has no --json", "leave --json out")
    return command.module


def _check_diary(path: str | None) -> None:
    """Refuse a command's name in the place of the diary's path, unless there is such a file."""
    if path in COMMANDS and not os.path.lexists(path):
        raise BadInput(
            "--diary needs a path", f"did you mean `heeldiary {path}`? a new diary of that name: --diary ./{path}"
        )


def _split_common_options(argv: list[str]) -> tuple[list[str], Options]:
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
