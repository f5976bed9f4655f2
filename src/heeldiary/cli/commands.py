"""The table of commands, with their modules."""

from typing import NamedTuple


class Command(NamedTuple):
    """A command."""

    module: str
    """In heeldiary.cli; has `run(name, argv, context)` and `parser(name)`."""
    summary: str
    json: bool = False
    """Whether it takes --json."""


APP = Command("app", "open the app")
"""The command of `heeldiary` alone."""

COMMANDS: dict[str, Command] = {
    "log": Command("log", "write something down: pain, activity, sitting, massage, care, a note", True),
    "mark": Command("mark", "mark where a foot hurts, without a session", True),
    "show": Command("show", "one day, whole", True),
    "list": Command("show", "the entries by day, with their ids", True),
    "edit": Command("edit", "change an entry", True),
    "delete": Command("edit", "delete an entry", True),
    "undo": Command("edit", "undo the last change, again and again", True),
    "status": Command("status", "today at a glance; --short for a prompt or a status bar", True),
    "nudge": Command("status", "one line if this morning is not logged yet; else nothing"),
    "routine": Command(
        "routine.routine", "the guided routine: in the app, or as plain lines; routines of your own, plans"
    ),
    "trends": Command("trends", "the weekly pain chart and its figures", True),
    "review": Command("review", "the week on one screen, what was logged of it, and three questions", True),
    "experiment": Command(
        "experiments.experiment", "let a coin decide day by day; the result, sealed to the end", True
    ),
    "signs": Command("signs", "warning signs: when your own mornings are a reason to ask a clinician", True),
    "courses": Command("courses", "each course of visits, with the mornings before it and its last ones", True),
    "tags": Command("tags", "the tags in use; rename one, merge several", True),
    "links": Command("links", "what days with a factor and the next morning have to do with each other", True),
    "guide": Command("guide", "what the Guide says: the points, the routine, when to see a clinician"),
    "settings": Command("settings", "show or change a setting", True),
    "export": Command("export", "the whole diary as JSON Lines, lossless"),
    "import": Command("import_command", "read an export, or entries made elsewhere; all or nothing"),
    "completion": Command("completion.completion", "the script that lets bash, zsh or fish complete commands"),
    "where": Command("settings", "every path that heeldiary uses", True),
    "demo": Command("app", "the app on a made-up year that is thrown away at the end"),
}


def nearest(word: str) -> str:
    """Return the remedy for an unknown command."""
    from difflib import get_close_matches

    close = get_close_matches(word, COMMANDS, 1)
    return f"did you mean `heeldiary {close[0]}`?" if close else "`heeldiary --help` lists the commands"
