"""Everyday words and what they are called here; imported for refusals alone."""

from heeldiary.cli.commands import SHORT_FORMS
from heeldiary.cli.kind_words import ACTIVITY_WORDS, CARE_WORDS, STOPPING, VISITED
from heeldiary.domain.routine.built_in import BUILT_IN
from heeldiary.domain.scales import FEET, MOMENTS

FORMS: dict[str, str] = {
    **{word: f"heeldiary {line}" for word, line in SHORT_FORMS.items()},
    "note": "heeldiary note TEXT",
    **{foot: f"heeldiary log {foot} 6" for foot in (*FEET, "both")},
    **{moment: f"heeldiary log 4 --moment {moment}" for moment in MOMENTS},
}
"""How each word of the diary is logged."""

_EXAMPLES = {
    "walking": "walk 45",
    "running": "running 20",
    "standing": "stand 45",
    "hiking": "hiking 90",
    "cycling": "cycling 40",
    "stretching": "stretching 10",
    "strengthening": "strengthening 10",
    "medicine": 'medicine --note "ibuprofen"',
}
"""By kind, how it is logged, if its name alone does not log it or says too little."""

STEMS = {
    "sit": "sit 6h",
    **{word: _EXAMPLES.get(kind, kind) for word, kind in (ACTIVITY_WORDS | CARE_WORDS).items()},
}
"""How the everyday words for a kind, which are typed more than its name, are used."""

SPELT_OUT = {
    word: f"heeldiary {score}"
    for score, word in enumerate(
        ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
    )
}
"""Scores in words: these are looked up, never guessed."""

LOGGABLE = {
    **dict.fromkeys(("pain", "score", "morning"), "heeldiary 6"),
    **dict.fromkeys(("foot", "feet", "heel"), "heeldiary 6"),
    "evening": FORMS["after-sitting"],
    "bedtime": FORMS["night"],
    "visit": "heeldiary log care physiotherapy` or `heeldiary log care acupuncture` or `heeldiary care doctor",
    **{kind: f"heeldiary log care {kind}" for kind in ("cream", "shockwave")},
    "steps": "heeldiary walk --steps 8000",
    "sat": "heeldiary sit 6h",
    "slept": "heeldiary note slept badly",
    "rub": "heeldiary massage 10",
    **{word: f"heeldiary {line}" for word, line in STEMS.items()},
    **{name: f"heeldiary routine start {name}" for name in BUILT_IN},
    "heel-raises": "heeldiary routine start heel-raise",
    **{kind: f"heeldiary care {kind}" for kind in VISITED},
}
"""Everyday words for what is logged, and how the diary writes it."""

EVERYDAY: dict[str, str | None] = {
    **dict.fromkeys(("exit", "quit", "sleep", "weight", *STOPPING)),
    **dict.fromkeys(("remove", "rm", "del", "erase"), "heeldiary delete"),
    **dict.fromkeys(("add", "enter", "record"), "heeldiary log"),
    **dict.fromkeys(("config", "configure", "options", "preferences"), "heeldiary settings"),
    **dict.fromkeys(("report", "summary"), "heeldiary review"),
    **dict.fromkeys(("change", "correct", "fix"), "heeldiary edit"),
    **dict.fromkeys(("stats", "statistics", "chart", "graph"), "heeldiary trends"),
    **dict.fromkeys(("app", "open"), "heeldiary"),
    "print": "heeldiary show",
    "oops": "heeldiary undo",
    "history": "heeldiary list",
    "today": "heeldiary status",
    "week": "heeldiary review` or `heeldiary trends",
    **dict.fromkeys(("month", "calendar"), "heeldiary trends --view calendar"),
    "routines": "heeldiary routine list",
    "backup": "heeldiary export",
    "unpause": "heeldiary routine resume",
    **dict.fromkeys(("find", "grep"), "heeldiary search"),
    "tag": "heeldiary edit last --tag TAG",
    **dict.fromkeys(("rain", "rainy"), 'heeldiary note "" --tag rain'),
    "rename": "heeldiary tags rename",
    "unmark": "heeldiary undo` or `heeldiary edit ID --areas AREAS",
    **LOGGABLE,
}
"""Everyday words for what a command does; None for one that only looks like a command."""

_NOT_COUNTED = (
    "`heeldiary routine start NAME` guides it and counts it; by hand, `heeldiary massage 10` or "
    "`heeldiary strengthening 10` is logged, but counts for no plan"
)

REMEDIES = {
    **dict.fromkeys(("routine done", "routine log", "routine finish"), _NOT_COUNTED),
    "routine rename": "`heeldiary routine new NEW --from OLD`, then `heeldiary routine delete OLD`; for a tag: "
    "`heeldiary tags rename OLD NEW`",
    **{f"{command} last": f"`heeldiary {command}` does that" for command in ("undo", "redo")},
    **{
        f"{command} all": f"give the number of changes, as in: heeldiary {command} 3; of too many it says how many "
        "there are"
        for command in ("undo", "redo")
    },
    "show last": "`heeldiary list --last 1` shows the latest entry; a day is like `heeldiary show last mon`",
    "tags add": "`heeldiary edit last --tag TAG` adds one",
    "show week": "`heeldiary list --from mon` lists this week, `heeldiary review` looks back at it",
    "show all": "`heeldiary list` lists the whole diary",
}
"""The remedy for a command and a word that it does not know."""

SYNONYMS = {
    "-t": "--tag", "-d": "--day", "--duration": "--minutes", "--date": "--day", "--on": "--day", "--when": "--day",
    "--text": "--note",
    "-n": "--last", "--limit": "--last", "--remove-tag": "--untag",
    "--comment": "--note", "--side": "--foot", "-f": "--foot", "--since": "--from", "--until": "--to",
    "--start": "--from", "--begin": "--from", "--end": "--to", "--till": "--to",
    **dict.fromkeys(("--distance", "--km", "--miles", "--dose", "--mg"), "--note"),
}  # fmt: skip
"""Options of other programs, and what they are here."""

SPAN_OPTIONS = {
    **dict.fromkeys(("--from", "--since", "--start", "--begin"), "--day"),
    **dict.fromkeys(("--end", "--to", "--till", "--through"), "--until"),
}
"""Other options for the first and the last day of what lasts."""

OPTION_REMEDIES = {"--visit": "visits number themselves: leave it out"}
"""The remedy for an option that there is no need of."""
