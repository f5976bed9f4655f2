"""What a command line that is refused was meant to say; imported for refusals alone."""

import re
from collections.abc import Collection, Sequence
from contextlib import suppress

from heeldiary.cli.commands import COMMANDS, LEAST_LETTERS, SHORT_FORMS, short_form_starting
from heeldiary.cli.everyday_words import (
    EVERYDAY,
    FORMS,
    LOGGABLE,
    OPTION_REMEDIES,
    REMEDIES,
    SPELT_OUT,
    STEMS,
    SYNONYMS,
)
from heeldiary.cli.meant_amounts import before_options, is_duration, misplaced_amount, noted_amount, with_typed
from heeldiary.domain.days import MONTHS
from heeldiary.domain.durations import parse_minutes
from heeldiary.domain.entries import TYPES
from heeldiary.domain.scales import EVERYDAY_MOMENTS, FEET, HIGHEST, MOMENTS, SURFACES, the_one_starting
from heeldiary.domain.text import WORD_LIMIT, quoted
from heeldiary.domain.typed_days import WEEKDAY_NAMES
from heeldiary.errors import BadInput, BadWord, count_edits, nearest_word

_UNITS = re.compile("m(in(ute)?s?)?|h((ou)?rs?)?|s(ec(ond)?s?)?")
_FILLERS = ("at", "on")
_LEAST_STEP_DIGITS = 3
_ROUTINE = ("pause", "resume", "start", "plan")
DAY_WORDS = ("today", "yesterday", *WEEKDAY_NAMES)
"""The words that mean a past day."""

NOTE_OPTION = "a note is one argument of --note, in quotes"
"""How a note is given."""

_COMMON_OPTIONS = ("--diary", "--json", "--plain", "--help")


def loggable(words: Sequence[str]) -> str | None:
    """Return how what the words begin with is logged; None if it is no word of the diary, nor nearly one."""
    word, lines = words[0].lower(), FORMS | LOGGABLE
    form = LOGGABLE.get(word) or SPELT_OUT.get(word) or _form(words)
    if form or word in COMMANDS:
        return with_typed(form, words) if form else f"heeldiary {word}"
    near = nearest_word(word, lines) if len(word) >= LEAST_LETTERS else None
    return with_typed(lines[near], words) if near else _own_activity(words)


def _form(words: Sequence[str]) -> str | None:
    """Return how a name of one or two words is logged, as in `night splint` or `after sitting`."""
    moment = _moment(words[:2])
    return FORMS.get("-".join(words[:2]).lower()) or (FORMS[moment] if moment else None)


def _own_activity(words: Sequence[str]) -> str | None:
    """Return how an activity of one's own is logged, if a word and how long it took are typed: `swimming 30`."""
    if len(words) < 2 or not words[0].isalpha() or len(words[0]) > WORD_LIMIT:
        return None
    with suppress(BadInput):
        if parse_minutes(words[1]) > HIGHEST:  # less is more likely a score
            return f"heeldiary log activity {words[0]} {words[1]}"
    return None


def unknown_command(words: Sequence[str]) -> BadInput:
    """Return the refusal of a command line whose first word is no command."""
    name, *rest = words
    kind = short_form_starting(name)
    if kind and not rest:
        needs, example = _needs(name.lower(), kind)
        return BadInput(needs, f"as in: {example}")
    if rest and _is_day(words):
        return BadInput("a day is an option", f"as in: heeldiary 5 --day {name.lower()}")
    if name.startswith("-"):
        meant = _nearest_option(name, (*_COMMON_OPTIONS, "--version"))
        return BadInput("there is no such command", f"did you mean {meant}?" if meant else _LISTS)
    amount = noted_amount(words)
    remedy = amount.remedy if amount else nearest(words)
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
    return f"did you mean `{with_typed(meant, words)}`?" if meant else _LISTS


def command_line(word: str, *rest: str) -> str | None:
    """Return the command line that a word was meant to begin: a command, or what another word is written with."""
    typed = word.lower()
    if typed in SPELT_OUT:
        return SPELT_OUT[typed]
    if _is_day((word, *rest)) and typed != "today":
        return f"heeldiary show {typed}"
    if typed == "steps" and rest and rest[0].isdecimal() and rest[0].isascii():
        return f"heeldiary walk --steps {rest[0][:6]}"
    if typed in EVERYDAY:
        return EVERYDAY[typed]
    if form := _form((word, *rest)):
        return form
    lines: dict[str, str | None] = {**FORMS, **{what: f"heeldiary routine {what}" for what in _ROUTINE}}
    lines |= {command: f"heeldiary {command}" for command in COMMANDS} | EVERYDAY
    begun = the_one_starting(word, COMMANDS) or (the_one_starting(word, lines) if len(word) >= LEAST_LETTERS else None)
    near = begun or _noted_activity(rest) or _nearest_of(typed, COMMANDS, lines)
    return lines.get(near, near) if near else _own_activity((word, *rest))


def _noted_activity(words: Sequence[str]) -> str | None:
    """Return how what begins with a word for the note is logged: `dog walk 20`."""
    word, lasted = [*(typed.lower() for typed in words), "", ""][:2]
    is_one = short_form_starting(word) is not None or word in STEMS
    return f"heeldiary {word} {lasted} --note TEXT" if is_one and is_duration(lasted) else None


def _is_day(words: Sequence[str]) -> bool:
    """Return whether a line begins with a day; `sat 3h` is about sitting."""
    word, *rest = (typed.lower() for typed in words)
    return word in DAY_WORDS and (word not in LOGGABLE or not rest or rest[0] in map(str, range(11)))


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
        meant = moment or the_one_starting(EVERYDAY_MOMENTS.get(word, ""), MOMENTS)
        if meant:
            return meant
    return None


def list_of(words: Sequence[str]) -> str | None:
    """Return the command that lists what a search is for: a foot's entries, the pain scores or another type."""
    word = "-".join(words).lower()
    if word in FEET:
        return f"heeldiary list --foot {word}"
    kind = word if word in TYPES else "pain" if _moment(words[:2]) else None
    return kind and f"heeldiary list --type {kind}"


def behind_a_score(words: Sequence[str]) -> BadInput | None:
    """Return the refusal of what was typed behind a score but has its own option or line; None for others."""
    word = "-".join(_without_fillers(words)).replace("_", "-")
    moment = the_one_starting(word, MOMENTS) if len(word) >= LEAST_LETTERS else None
    if moment:
        return BadInput("a moment is an option", f"as in: heeldiary log 4 --moment {moment}")
    if word in DAY_WORDS:
        return BadInput("a day is an option", f"as in: heeldiary log 5 --day {word}")
    if word in SHORT_FORMS or word in STEMS:
        return BadInput("what you did comes before how long", f"as in: {(FORMS | LOGGABLE)[word]}")
    return None


def _without_fillers(words: Sequence[str]) -> list[str]:
    """Return words in lower case, without punctuation and what stands before a time or a day: `on Monday`."""
    return [word for word in (typed.lower().strip(".,") for typed in words) if word not in _FILLERS] or [""]


def unknown_option(option: str, known: Sequence[str], command: str) -> str | None:
    """Return the remedy for an option that a command does not have; None if none is near."""
    synonym = SYNONYMS.get(option)
    if option in OPTION_REMEDIES:
        return OPTION_REMEDIES[option]
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
    bare = _without_fillers(words)
    moment = _moment((before, bare[0])) if "--moment" in options and before in ("after", "first") else None
    if moment:
        return f"did you mean --moment {moment}?"
    if bare[:2] == ["last", "week"]:
        weeks = (value for value in ("--week last", "--from 1w") if value.partition(" ")[0] in options)
        return next((f"did you mean {value}?" for value in weeks), None)
    named = next((f"--{word}" for word in bare if f"--{word}" in options), None)
    if named:
        return f"did you mean {named}?"
    months = {name.lower() for month in MONTHS for name in (month, month[:3])}
    if "DAY" in metavars and (months.intersection(bare) or "ago" in bare):
        return 'a day of several words needs quotes, as in: "22 nov"'
    goes_on = re.fullmatch(r"\d+ ?h(ours?)?", before, re.I) and (bare[0][:1].isdigit() or bare[0] == "and")
    if "DURATION" in metavars and (_UNITS.fullmatch(bare[0]) or goes_on):
        behind = _misplaced_value(_without_fillers(bare[1:])[0], options)
        return f"{behind or ''} a duration is one word, as in: 45m or 1h30".lstrip()
    return _misplaced_value(bare[0], options) or ("did you mean -o FILE?" if "--output" in options else None)


def _misplaced_value(word: str, options: Sequence[str]) -> str | None:
    """Return the remedy for a value that has an option of its own."""
    if word in DAY_WORDS and "--last" in options:
        return f"`heeldiary show {word}` shows a day, --from {word} lists from it on"
    number = re.fullmatch(r"\d{1,3}(,?\d{3})*", word, re.ASCII)
    values = {
        f"--day {word}": word in DAY_WORDS,
        f"--from {word}": word in DAY_WORDS,
        f"--time {word}": re.fullmatch(r"[0-2]?\d:[0-5]\d", word, re.ASCII),
        f"--surface {word}": word in SURFACES,
        f"--foot {word}": word in (*FEET, "both"),
        f"--moment {word}": word in MOMENTS,
        f"--score {word}": word.isdecimal() and word in map(str, range(11)),
        "--steps N": number and len(word) >= _LEAST_STEP_DIGITS,
        f"--view {word}": "--view" in options and word in _views(),
        f"--weeks {word}": number,
        f"--last {word}": number,
        f"--type {word.removesuffix('s')}": word.removesuffix("s") in TYPES,
        "--tag WORD, or `heeldiary search WORD`": "--type" in options and word.isalpha(),
    }
    fitting = (value for value, fits in values.items() if fits and value.partition(" ")[0] in options)
    value = next(fitting, None)
    return value and f"did you mean {value}?"


def _views() -> Sequence[str]:
    from heeldiary.charts.views import VIEWS  # for `trends` alone

    return VIEWS


def better_refusal(problem: BadInput, words: Sequence[str], known: Sequence[str]) -> BadInput:
    """Return a refusal with what its words were more likely meant for; without any, as it is."""
    amount = misplaced_amount(words, known)
    if amount or not isinstance(problem, BadWord) or "--note" not in known:
        return amount or problem
    if not problem.word[:1].isalpha() or problem.word not in before_options(words):
        return problem
    noted = ", as in: heeldiary medicine --note NAME" if "medicine" in words else ", a course behind --course"
    noted = noted if "--visits" in known else ""
    remedy = _misplaced_value(problem.word.lower(), known) or f"{problem.remedy}; {NOTE_OPTION}{noted}"
    return BadWord(problem.message, remedy, problem.word, problem.named)


def missing_argument(command: str) -> str | None:
    """Return the remedy for an argument that a command needs; None if its help says it all."""
    if command != "heeldiary log note":
        return None
    return 'as in: heeldiary note slept badly; for a tag alone: heeldiary note "" --tag rain'


def name_word(problem: BadWord, words: Sequence[str]) -> BadInput:
    """Return a refusal that names the wrong word, if it is one that stands before every option and is no note."""
    before = [] if [*words[:2]] == ["log", "note"] else before_options(words)
    if not problem.word.strip() or not any(problem.word in word for word in before):
        return problem
    remedy = REMEDIES.get(f"{words[0]} {problem.word.lower()}", problem.remedy)
    return BadInput(problem.named.format(quoted(problem.word)), remedy)
