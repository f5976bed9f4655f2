"""`heeldiary routine check`, `new`, `edit` and `delete`: a person's own routines as TOML."""

import os
import shlex
import subprocess
import tempfile
from collections.abc import Mapping
from datetime import timedelta

from heeldiary.cli.context import CommandContext
from heeldiary.cli.parser import Arguments, Parser
from heeldiary.domain.durations import clock_digits
from heeldiary.domain.routine.built_in import BUILT_IN, CLINIC
from heeldiary.domain.routine.routine import Routine
from heeldiary.domain.routine.shape import parse_name, title_of
from heeldiary.domain.routine.toml_file import LONGEST_TEXT, read_toml, read_toml_of
from heeldiary.errors import BadInput, Problem, Refused

_AT_ONCE = timedelta(seconds=2)
"""An editor that ends sooner may have opened its own window without waiting for it."""


def parser(name: str) -> Parser:
    """Return the parser of a subcommand."""
    match name:
        case "routine check":
            parser = Parser(
                name,
                "Check a file, or your own routines: errors are shown with their line and key.",
                "  heeldiary routine check mine.toml\n  heeldiary routine check evening\n  heeldiary routine check",
            )
            parser.add_argument(
                "routine", metavar="FILE|NAME", nargs="?", help="a file, or a name (default: all your own)"
            )
        case "routine new":
            parser = Parser(
                name,
                "Make a routine of your own: copy another under a new name, or read a TOML file.",
                "  heeldiary routine new evening\n  heeldiary routine new evening --from fascia-stretch\n"
                "  heeldiary routine new mine.toml",
            )
            parser.add_argument(
                "routine", metavar="NAME|FILE", help="its name, or a file ending in .toml; - reads stdin"
            )
            parser.add_argument("--from", dest="source", metavar="NAME", help="the routine to copy (default: clinic)")
            parser.add_argument("--replace", action="store_true", help="replace the one with that name")
        case "routine edit":
            parser = Parser(
                name,
                "Change a routine of your own in your editor ($VISUAL or $EDITOR); it is saved once it is valid.",
                "  heeldiary routine edit evening",
            )
            parser.add_argument("routine", metavar="NAME", help="the routine")
        case _:
            parser = Parser(
                name, "Delete a routine of your own; its sessions stay.", "  heeldiary routine delete evening"
            )
            parser.add_argument("routine", metavar="NAME", help="the routine")
    return parser


def run_check(arguments: Arguments, context: CommandContext) -> None:
    """Print whether routines are valid; raises BadInput at the first that is not."""
    from heeldiary.store.routine.routines import load_own_texts, routine_toml

    if arguments.routine is not None and _is_file(arguments.routine):
        _tell(_read(_text(arguments.routine, context), _stem(arguments.routine), ""), context)
        return
    with context.reading() as diary:
        texts = load_own_texts(diary)
        if arguments.routine is not None:
            texts = {arguments.routine: routine_toml(diary, arguments.routine)}
    if not texts:
        context.print("You have no routine of your own yet. To make one: heeldiary routine new evening")
    for name, toml in texts.items():
        _tell(_read(toml, name, f"the routine {name}, "), context)


def run_new(arguments: Arguments, context: CommandContext) -> None:
    """Save a routine of the person's own: a copy of another, or a TOML file."""
    from heeldiary.store.routine.routines import find_routine, load_own_texts, name_as_saved, save_routine

    toml: str | None = None
    if _is_file(arguments.routine):
        if arguments.source:
            raise BadInput("a file is a routine already", "leave --from out")
        toml = _text(arguments.routine, context)
        routine = _read(toml, _stem(arguments.routine), "")
    else:
        name = parse_name(arguments.routine)
        with context.reading() as diary:
            source = find_routine(diary, arguments.source or CLINIC)
        routine = source._replace(name=name, title=title_of(name))
    if routine.name.lower() in BUILT_IN:
        raise BadInput("a built-in routine cannot be changed", "choose another name for yours")
    with context.writing() as diary:
        routine = routine._replace(name=name_as_saved(diary, routine.name))
        if routine.name in load_own_texts(diary) and not arguments.replace:
            raise BadInput("there is already a routine with that name", "choose another name, or use --replace")
        save_routine(diary, routine, toml)
    with context.done():
        _tell(routine, context, "Saved: ")
        context.print(
            f"heeldiary routine edit {routine.name} changes it; heeldiary routine start {routine.name} starts it."
        )


def run_edit(arguments: Arguments, context: CommandContext) -> None:
    """Open a routine in the person's editor, and save it if it is valid."""
    from heeldiary.store.routine.routines import name_as_saved, routine_toml, save_routine

    name = arguments.routine
    if name.lower() in BUILT_IN:
        raise BadInput("a built-in routine cannot be changed", f"copy it: heeldiary routine new mine --from {name}")
    if not context.interactive:
        raise BadInput(
            "an editor needs a terminal", "use heeldiary routine show NAME --toml, then routine new FILE --replace"
        )
    with context.reading() as diary:
        name = name_as_saved(diary, name)
        before = routine_toml(diary, name)
    folder = tempfile.mkdtemp(prefix="heeldiary-")
    path = os.path.join(folder, f"{name}.toml")
    with open(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w", encoding="utf-8") as file:
        file.write(before)
    while True:
        opened = context.clock.now()
        _open_editor(path, context.environment)
        try:
            toml = _text(path, context)
            routine = read_toml_of(name, toml)
            break
        except BadInput as problem:
            context.say(f"{problem.message}; {problem.remedy}")
            if context.ask("Open it again?", ("yes", "no")) != "yes":
                raise BadInput("the routine was not changed", f"what you wrote is in {path}") from None
    if toml != before:
        try:
            with context.writing() as diary:
                save_routine(diary, routine._replace(name=name), toml)
        except Problem as problem:
            raise type(problem)(problem.message, f"{problem.remedy}; what you wrote is in {path}") from None
    elif context.clock.now() - opened < _AT_ONCE:  # the file stays: the editor may still be open
        context.print("Nothing was changed.")
        context.say(
            "If your editor is still open, make it wait: VISUAL='code --wait'. To use what you save there now: "
            f"heeldiary routine new {shlex.quote(path)} --replace"
        )
        return
    os.unlink(path)
    os.rmdir(folder)
    if toml == before:
        context.print("Nothing was changed.")
        return
    with context.done():
        _tell(routine, context, "Saved: ")


def run_delete(arguments: Arguments, context: CommandContext) -> None:
    """Delete a person's own routine."""
    from heeldiary.store.routine.plans import find_plan
    from heeldiary.store.routine.routines import delete_routine

    # Without a diary there is nothing to delete: none is created.
    with context.writing() if os.path.lexists(context.places.diary) else context.reading() as diary:
        plan = find_plan(diary, arguments.routine)
        name = delete_routine(diary, arguments.routine)
    with context.done():
        too, back = (f" and its plan, {plan.words}", "both") if plan else ("", "it")
        context.print(f"Deleted: the routine {name}{too}. heeldiary undo brings {back} back.")


def _open_editor(path: str, environment: Mapping[str, str]) -> None:
    editor = environment.get("VISUAL") or environment.get("EDITOR") or "vi"
    try:
        ended = subprocess.run([*shlex.split(editor), path], check=False).returncode
    except (OSError, ValueError):
        raise Refused("the editor cannot be opened", "set VISUAL to an installed one, such as nano") from None
    if ended:
        raise Refused("the editor ended with an error, and nothing was changed", f"what you wrote is in {path}")


def _tell(routine: Routine, context: CommandContext, before: str = "") -> None:
    count = len(routine.steps)
    steps = f"{count} {'step' if count == 1 else 'steps'}"
    context.print(f"{before}routine {routine.name}, {steps}, {clock_digits(routine.seconds_with_rests)} a foot")


def _read(toml: str, name: str, before: str) -> Routine:
    try:
        return read_toml(toml, name)
    except BadInput as problem:
        raise BadInput(f"{before}{problem.message}", problem.remedy) from None


def _is_file(typed: str) -> bool:
    return typed == "-" or typed.endswith(".toml") or os.sep in typed


def _stem(typed: str) -> str:
    """Return a file's name as a routine name, if it is valid."""
    try:
        return parse_name(os.path.basename(typed).removesuffix(".toml"))
    except BadInput:
        return ""


def _text(typed: str, context: CommandContext) -> str:
    """Return a file's text."""
    if typed == "-":
        return context.stdin(LONGEST_TEXT)
    try:
        with open(os.open(context.path(typed), os.O_RDONLY | os.O_NONBLOCK), encoding="utf-8") as file:
            return file.read(LONGEST_TEXT + 1)
    except UnicodeDecodeError:
        raise BadInput("the file is not UTF-8", "save it as UTF-8") from None
    except OSError:
        raise BadInput("the file cannot be read", "check its name and its permissions") from None


RUNS = {"check": run_check, "new": run_new, "edit": run_edit, "delete": run_delete}
"""The subcommands in this module."""
