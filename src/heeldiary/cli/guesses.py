"""What a command line that is refused was meant to say; imported for refusals alone."""

import re
from collections.abc import Collection, Sequence

from heeldiary.cli.commands import COMMANDS, LEAST_LETTERS, SHORT_FORMS, short_form_starting
from heeldiary.domain.days import MONTHS
from heeldiary.domain.scales import FEET, MOMENTS, SURFACES, the_one_starting
from heeldiary.domain.text import quoted
from heeldiary.domain.typed_days import WEEKDAY_NAMES
from heeldiary.errors import BadInput, BadWord, count_edits, nearest_word

_UNITS = ("m", "min", "mins", "minutes", "h", "hours", "hour", "s", "sec", "seconds")
_ROUTINE = ("pause", "resume", "start", "plan")
DAY_WORDS = ("today", "yesterday", *WEEKDAY_NAMES)
"""The words that mean a past day."""

_FORMS: dict[str, str] = {
    **{word: f"heeldiary {line}" for word, line in SHORT_FORMS.items()},
    "note": "heeldiary log note",
    **{foot: f"heeldiary log {foot} 6" for foot in (*FEET, "both")},
    **{moment: f"heeldiary log 4 --moment {moment}" for moment in MOMENTS},
}
"""How each word of the diary is logged."""

_STEMS = {"walk": "walk 45", "run": "run 20", "stand": "stand 45", "hike": "hiking 90", "sit": "sit 6h"}
"""How the short words for an activity, which are typed more than the whole ones, are used."""

_LOGGABLE = {
    "pain": "heeldiary 6",
    "score": "heeldiary 6",
    "visit": "heeldiary log care",
    "steps": "heeldiary walk --steps 8000",
    **{word: f"heeldiary {line}" for word, line in _STEMS.items()},
}
"""Everyday words for what is logged, and how the diary writes it."""

_EVERYDAY = {
    **dict.fromkeys(("remove", "rm", "del", "erase"), "heeldiary delete"),
    **dict.fromkeys(("add", "enter", "record"), "heeldiary log"),
    **dict.fromkeys(("config", "configure", "options", "preferences"), "heeldiary settings"),
    **dict.fromkeys(("report", "summary"), "heeldiary review"),
    "today": "heeldiary status",
    "week": "heeldiary review` or `heeldiary trends",
    "backup": "heeldiary export",
    "unpause": "heeldiary routine resume",
    "change": "heeldiary edit",
    "find": "heeldiary search",
    "chart": "heeldiary trends",
    **_LOGGABLE,
}
"""Everyday words for what a command does."""

_COMMON_OPTIONS = ("--diary", "--json", "--plain", "--help")
_SYNONYMS = {
    "-t": "--tag", "-d": "--day", "--duration": "--minutes", "--date": "--day", "--on": "--day", "--when": "--day",
    "--comment": "--note", "--side": "--foot", "--since": "--from", "--until": "--to",
}  # fmt: skip
"""Options of other programs, and what they are here."""


def loggable(words: Sequence[str]) -> str | None:
    """Return how what the words begin with is logged; None if it is no word of the diary, nor nearly one."""
    word = words[0].lower()
    if word in _LOGGABLE:
        return _LOGGABLE[word]
    moment = _moment(words[:2])
    if moment:
        return _FORMS[moment]
    near = nearest_word(word, (*_FORMS, *_STEMS)) if len(word) >= LEAST_LETTERS else None
    return near and (_FORMS | _LOGGABLE)[near]


def unknown_command(words: Sequence[str]) -> BadInput:
    """Return the refusal of a command line whose first word is no command."""
    name, *rest = words
    kind = short_form_starting(name)
    if kind and not rest:
        needs, example = _needs(name.lower(), kind)
        return BadInput(needs, f"as in: {example}")
    day = name.lower() if name.lower() in DAY_WORDS else None
    if day and rest:
        return BadInput("a day is an option", f"as in: heeldiary 5 --day {day}")
    if name.startswith("-"):
        meant = _nearest_option(name, (*_COMMON_OPTIONS, "--version"))
        return BadInput("there is no such command", f"did you mean {meant}?" if meant else _LISTS)
    remedy = nearest(words)
    return BadWord("there is no such command", remedy, name, "there is no command {}")


_LISTS = "`heeldiary --help` lists the commands"


def _needs(word: str, kind: str) -> tuple[str, str]:
    """Return what a short form lacks, and how it is written."""
    if SHORT_FORMS[kind].startswith("log activity"):
        return f"{kind} needs its minutes, or --steps", f"heeldiary {word} 45, or: heeldiary {word} --steps 8000"
    if kind == "sitting":
        return f"{kind} needs how long", f"heeldiary {word} 6h"
    return "a shortened word alone saves nothing", f"heeldiary {kind}"


def nearest(words: Sequence[str]) -> str:
    """Return the remedy for an unknown command."""
    meant = command_line(*words)
    return f"did you mean `{meant}`?" if meant else _LISTS


def command_line(word: str, *rest: str) -> str | None:
    """Return the command line that a word was meant to begin: a command, or what another word is written with."""
    typed = word.lower()
    if typed in DAY_WORDS and typed not in _EVERYDAY:
        return f"heeldiary show {typed}"
    if moment := _moment((word, *rest)[:2]):
        return _FORMS[moment]
    lines = {**_FORMS, **{what: f"heeldiary routine {what}" for what in _ROUTINE}}
    lines |= {command: f"heeldiary {command}" for command in COMMANDS} | _EVERYDAY
    if typed == "steps" and rest and rest[0].isdecimal() and rest[0].isascii():
        return f"heeldiary walk --steps {rest[0][:6]}"
    begun = (
        typed if typed in _EVERYDAY else the_one_starting(word, COMMANDS)
        or (the_one_starting(word, lines) if len(word) >= LEAST_LETTERS else None)
    )  # fmt: skip
    near = begun or _nearest_of(typed, COMMANDS, lines)
    return near and lines[near]


def _nearest_of(word: str, commands: Collection[str], lines: Collection[str]) -> str | None:
    """Return the nearest command, unless another word is nearer."""
    command, line = nearest_word(word, commands), nearest_word(word, lines)
    nearer = command and line and count_edits(word, command) <= count_edits(word, line)
    return command if nearer or not line else line


def _moment(words: Sequence[str]) -> str | None:
    """Return the moment that some words say, as in `after sitting`."""
    for typed in ("-".join(words), words[0]):
        word = typed.lower().replace("_", "-")
        moment = the_one_starting(word, MOMENTS) if len(word) >= LEAST_LETTERS else None
        if moment:
            return moment
    return None


def behind_a_score(words: Sequence[str]) -> BadInput | None:
    """Return the refusal of a moment or a day that was typed behind a score without its option; None for others."""
    word = "-".join(words).lower().replace("_", "-")
    moment = the_one_starting(word, MOMENTS) if len(word) >= LEAST_LETTERS else None
    if moment:
        return BadInput("a moment is an option", f"as in: heeldiary log 4 --moment {moment}")
    if word in DAY_WORDS:
        return BadInput("a day is an option", f"as in: heeldiary log 5 --day {word}")
    return None


def unknown_option(option: str, known: Sequence[str], command: str) -> str | None:
    """Return the remedy for an option that a command does not have; None if none is near."""
    synonym = _SYNONYMS.get(option)
    if synonym in known:
        return f"did you mean {synonym}?"
    if "--day" in (option, synonym) and command != "heeldiary show":
        as_of = "did you mean --as-of? " if "--as-of" in known else ""
        return f"{as_of}`heeldiary show DAY` shows a day"
    meant = _nearest_option(option, (*known, *_COMMON_OPTIONS))
    return f"did you mean {meant}?" if meant else None


def _nearest_option(option: str, known: Sequence[str]) -> str | None:
    names = {name[2:]: name for name in known if name.startswith("--")}
    near = nearest_word(option.lstrip("-"), names) if len(option.lstrip("-")) > 1 else None
    return near and names[near]


def extra_words(words: Sequence[str], before: str, options: Sequence[str], metavars: Sequence[str]) -> str | None:
    """Return the remedy for words that a command has no place for, if they say what they were meant for.

    `before` is the word before them.
    """
    bare = [word.lower().strip(".,") for word in words]
    moment = _moment((before, bare[0])) if "--moment" in options and before in ("after", "first") else None
    if moment:
        return f"did you mean --moment {moment}?"
    named = next((f"--{word}" for word in bare if f"--{word}" in options), None)
    if named:
        return f"did you mean {named}?"
    months = {name.lower() for month in MONTHS for name in (month, month[:3])}
    if "DAY" in metavars and (months.intersection(bare) or "ago" in bare):
        return 'a day of several words needs quotes, as in: "22 nov"'
    if "DURATION" in metavars and (bare[0] in _UNITS or re.fullmatch(r"\d+ ?h(ours?)?", before, re.I)):
        return "a duration is one word, as in: 45m or 1h30"
    return "did you mean -o FILE?" if "--output" in options else _misplaced_value(bare[0], options)


def _misplaced_value(word: str, options: Sequence[str]) -> str | None:
    """Return the remedy for a value that has an option of its own."""
    number = re.fullmatch(r"\d{1,3}(,?\d{3})*", word, re.ASCII)
    values = {
        f"--day {word}": word in DAY_WORDS,
        f"--from {word}": word in DAY_WORDS,
        f"--surface {word}": word in SURFACES,
        f"--foot {word}": word in (*FEET, "both"),
        f"--moment {word}": word in MOMENTS,
        f"--score {word}": word.isdecimal() and word in map(str, range(11)),
        "--steps N": number,
    }
    fitting = (value for value, fits in values.items() if fits and value.partition(" ")[0] in options)
    value = next(fitting, None)
    return value and f"did you mean {value}?"


def misplaced_steps(words: Sequence[str], known: Sequence[str]) -> BadInput | None:
    """Return the refusal of steps typed as `5000 steps` or `steps 5000`; None for anything else."""
    at = next((at for at, word in enumerate(words) if word.lower() in ("steps", "step")), None)
    if at is None or "--steps" not in known:
        return None
    beside = (*words[at + 1 : at + 2], *words[max(0, at - 1) : at])
    number = next((word for word in beside if re.fullmatch(r"[\d,]{1,7}", word, re.ASCII)), None)
    return BadInput("steps are an option", f"as in: heeldiary walk --steps {number}") if number else None


def name_word(problem: BadWord, words: Sequence[str]) -> BadInput:
    """Return a refusal that names the wrong word, if it is one that stands before every option and is no note."""
    before = [*words]
    if before[:2] == ["log", "note"]:
        before = []
    before = before[: next((at for at, word in enumerate(before) if word.startswith("-")), len(before))]
    if not problem.word.strip() or not any(problem.word in word for word in before):
        return problem
    return BadInput(problem.named.format(quoted(problem.word)), problem.remedy)
