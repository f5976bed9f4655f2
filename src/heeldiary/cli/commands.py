"""The table of commands, with their modules."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from heeldiary.domain.entries import LEAST_LETTERS, USUAL_ACTIVITIES, USUAL_CARE
from heeldiary.domain.scales import FEET, MOMENTS, the_one_starting

_TYPES = ("activity", "sitting", "massage", "care")

SHORT_FORMS: dict[str, str] = {
    **{type_: f"log {type_}" for type_ in _TYPES},
    **{kind: f"log activity {kind}" for kind in USUAL_ACTIVITIES},
    **{kind: f"log care {kind}" for kind in USUAL_CARE},
}
"""How a word for what is logged is written out."""


class Command(NamedTuple):
    """A command."""

    module: str
    """In heeldiary.cli; has `run(name, argv, context)` and `parser(name)`."""
    summary: str
    json: bool = False
    """Whether it takes --json."""


APP = Command("app", "open the app")
"""The command of `heeldiary` alone."""

HELP = Command("help", "how a command is used")
"""The command of `heeldiary --help` and `--version`."""

COMMANDS: dict[str, Command] = {
    "log": Command("log", "log pain, activity, sitting, massage, care or a note", True),
    "mark": Command("mark", "mark where a foot hurts, without a session", True),
    "show": Command("show", "everything logged on one day", True),
    "list": Command("show", "the entries by day, with their ids", True),
    "search": Command("show", "the entries that have some words", True),
    "edit": Command("edit", "change an entry", True),
    "delete": Command("edit", "delete entries", True),
    "undo": Command("edit", "undo the last change; repeat to go further back", True),
    "redo": Command("edit", "redo what was just undone; repeat to go further", True),
    "status": Command("status", "today at a glance; --short for a prompt or a status bar", True),
    "nudge": Command("status", "print one line if this morning is not logged yet, otherwise nothing"),
    "routine": Command(
        "routine.routine", "the guided routine, in the app or as plain lines; your own routines and plans", True
    ),
    "trends": Command("trends", "the weekly pain chart and its figures", True),
    "review": Command("review", "the week on one screen, what you logged, and three questions", True),
    "experiment": Command(
        "experiments.experiment", "let a coin decide day by day; the result is sealed until the end", True
    ),
    "signs": Command("signs", "warning signs: when your own mornings are a reason to ask a clinician", True),
    "courses": Command("courses", "each course of visits, with the mornings before it and at its end", True),
    "tags": Command("tags", "your tags; rename one, merge several", True),
    "links": Command("links", "whether mornings differ after days with a factor", True),
    "guide": Command("guide", "read the Guide: the points, the routine, when to see a clinician", True),
    "settings": Command("settings", "show or change a setting", True),
    "export": Command("export", "write the whole diary as JSON Lines, without loss"),
    "import": Command("import_command", "import an export, or entries from elsewhere; all or nothing", True),
    "completion": Command("completion.completion", "print the completion script for bash, zsh or fish"),
    "where": Command("settings", "every path that heeldiary uses", True),
    "demo": Command("app", "open the app on a made-up year, which is deleted when you quit"),
    "help": Command("help", "how a command is used: `heeldiary help log`"),
    "version": Command("help", "the versions of heeldiary, Python and SQLite"),
}


ROUTINE_JSON = ("list", "show")
"""The subcommands of `heeldiary routine` that take --json."""


def takes_json(command: str) -> bool:
    """Return whether a command, with its subcommand, takes --json."""
    name, _, what = command.partition(" ")
    return name in COMMANDS and COMMANDS[name].json and (name != "routine" or what in ROUTINE_JSON)


OPTIONS_OF_LOG = (
    "-d", "--day", "-n", "--note", "--tag", "--time", "-f", "--foot", "-m", "--moment", "--steps", "--surface",
    "--longest", "--before", "--after", "--course", "--visits", "--until",
)  # fmt: skip
"""The options of `log` that take a value; they may stand before what is logged."""


def expand_short_form(words: Sequence[str]) -> list[str]:
    """Return a command line with its short form written out: `6 4` is `log 6 4`, and `help log` is `log --help`.

    What is logged needs no `log` before it, and a note no quotes, with `log` or without: `note slept badly`.
    """
    line = _with_leading_options_last(words[1:] if [*words[:2]] == ["log", "note"] else words)
    match line:
        case ["help", command, *rest]:
            return expand_short_form([command, *rest, "--help"])
        case [("help" | "version") as name]:
            return [f"--{name}"]
        case ["log", word, *rest] if word not in _TYPES and (logged := _logged_by(word, is_alone=not rest)):
            return [*SHORT_FORMS[logged].split(), *rest]
        case [score, *_] if score[:1].isdigit():
            return ["log", *line]
        case [foot, score, *_] if score[:1].isdigit() and the_one_starting(foot, (*FEET, "both")):
            return ["log", *line]
        case ["note", *rest]:
            options = next((at for at, word in enumerate(rest) if word[:1] == "-" != word), len(rest))
            return ["log", "note", *[" ".join(rest[:options])] * (options > 0), *rest[options:]]
        case [word, *rest] if word not in COMMANDS and (logged := _logged_by(word, is_alone=not rest)):
            return [*SHORT_FORMS[logged].split(), *rest]
    return line


def _with_leading_options_last(words: Sequence[str]) -> list[str]:
    """Return a line that logs with the options right behind its first word at its end: `walk -d yesterday 45`."""
    first, rest = [*words[:1]], [*words[1:]]
    if first != ["log"] and (not first or first[0] in COMMANDS):
        return [*words]
    at = 0
    while at < len(rest) and rest[at].partition("=")[0] in OPTIONS_OF_LOG:
        at += 1 if "=" in rest[at] else 2
    has_note = first != ["log"] and first != ["note"] and any(_is_note(word) for word in rest[:at])
    if has_note and rest[at : at + 1] and rest[at][:1].isalpha():
        return [*words]  # the rest of a note without quotes
    if first == ["note"] and _tears_a_day(rest[:at], rest[at:]):
        return [*words]
    return [*first, *rest[at:], *rest[:at]] if 0 < at < len(rest) else [*words]


def _tears_a_day(options: Sequence[str], words: Sequence[str]) -> bool:
    """Return whether a day of several words lost its quotes and goes on in a note: `--day 22 oct slept badly`."""
    from heeldiary.cli.meant_days import several_words  # only for options before a note

    days = [value for option, value in pairwise(options) if option in ("-d", "--day")]
    return any(several_words([day, *words]) for day in days)


def _is_note(word: str) -> bool:
    return word.partition("=")[0] in ("-n", "--note")


def _logged_by(word: str, is_alone: bool) -> str | None:
    """Return what a word or its start logs, if anything; nothing is saved because of a start alone."""
    name = short_form_starting(word)
    return name if name and (name == word.lower() or not is_alone) else None


def short_form_starting(word: str) -> str | None:
    """Return the short form that a word is or begins, if no other word begins so; a kind of care is its whole name."""
    name = the_one_starting(word, (*SHORT_FORMS, *COMMANDS, *MOMENTS)) if len(word) >= LEAST_LETTERS else None
    is_meant = name in SHORT_FORMS and (name not in USUAL_CARE or name == word.lower())
    return name if is_meant else None
