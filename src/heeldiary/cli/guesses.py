"""What a command line that is refused was meant to say; imported for refusals alone."""

from collections.abc import Collection, Sequence
from contextlib import suppress

from heeldiary.cli.commands import COMMANDS, OPTIONS_OF_LOG, SHORT_FORMS, short_form_starting
from heeldiary.cli.everyday_words import EVERYDAY, FORMS, LOGGABLE, REMEDIES, SPELT_OUT, STEMS
from heeldiary.cli.kind_words import DOING, MASSAGED, STOPPING, TAKING
from heeldiary.cli.meant_amounts import (
    WITH_OPTIONS,
    before_options,
    first_of_several,
    is_duration,
    misplaced_steps,
    noted_amount,
    with_typed,
    with_units,
    without_day,
    without_time,
)
from heeldiary.cli.meant_care import meant_care, noted_medicine
from heeldiary.cli.meant_days import DAY_WORDS, day_of, meant_pause
from heeldiary.cli.meant_massage import meant_massage
from heeldiary.cli.meant_options import nearest_option
from heeldiary.cli.meant_scores import meant_score, moment_of, options_first, without_fillers
from heeldiary.cli.meant_tags import renamed_tag, tag_line
from heeldiary.domain.durations import parse_minutes
from heeldiary.domain.entries import LEAST_LETTERS, TYPES
from heeldiary.domain.scales import FEET, HIGHEST, MOMENTS, feet_of, the_one_starting
from heeldiary.domain.text import WORD_LIMIT, quoted
from heeldiary.errors import BadInput, BadWord, count_edits, nearest_word

_LONG_WORD = 5
"""The letters of a word that is hardly near another one by chance."""

_MAY_BE_COURSE = ' a name behind it may be a course: --course "dr li"'

_ARTICLES = ("a", "an", "the", "to", "for")
_ROUTINE = ("pause", "resume", "start", "plan")


def loggable(words: Sequence[str]) -> str | None:
    """Return how what the words begin with is logged; None if it is no word of the diary, nor nearly one."""
    words, day = _apart_from_day(_without_doing(words))
    line = _loggable(words)
    return line and _with_day(line, day)


def _apart_from_day(words: Sequence[str]) -> tuple[Sequence[str], str]:
    """Return words without the day behind the first one and with hours as one word, and the day with its option."""
    rest, day = without_day(words[1:])
    rest, time = without_time(rest)
    return with_units([*words[:1], *rest]), f"{day}{time}"


def _with_day(line: str, day: str) -> str:
    """Return a line, or several, with a day, if it logs."""
    return "` or `".join(f"{one}{day}" for one in line.split("` or `")) if _logs(line) else line


def _logs(line: str) -> bool:
    """Return whether a line is one that logs."""
    name, *rest = [*line.replace("`", "").split()[1:], ""]
    return bool(name) and (name not in COMMANDS or (name == "log" and rest != [""]))


def _loggable(words: Sequence[str]) -> str | None:
    """Return how what the words begin with is logged, but for the day."""
    word, lines = words[0].lower(), FORMS | LOGGABLE
    form = (
        noted_medicine(words)
        or _noted_activity(words)
        or _whole(words)
        or LOGGABLE.get(word)
        or SPELT_OUT.get(word)
        or _form(words)
    )
    if form or word in COMMANDS:
        return with_typed(form, words) if form else f"heeldiary {word}"
    is_other = len(word) < LEAST_LETTERS or word in (*DOING, *STOPPING, "sleep")
    near = None if is_other else nearest_word(word, lines)
    return with_typed(lines[near], words) if near else _own_activity(words)


def _without_doing(words: Sequence[str]) -> Sequence[str]:
    """Return the words that begin with what was done: `saw the physio` is about physiotherapy."""
    if words[0].lower() == "sleep" and is_duration([*words, ""][1]):
        return ["slept", *words[1:]]
    doing = (*DOING, *TAKING)
    begun = next((at for at, word in enumerate(words) if word.lower() not in (*doing, *_ARTICLES)), 0)
    if words[0].lower() in TAKING and words[begun].lower() not in SHORT_FORMS.keys() | STEMS.keys():
        return words  # what is taken is a medicine
    return words[begun:] if words[0].lower() in doing and words[begun].isalpha() else words


def _whole(words: Sequence[str]) -> str | None:
    """Return how an everyday name of two words is logged, as in `heel raises`."""
    return LOGGABLE.get("-".join(words[:2]).lower()) if len(words) > 1 else None


def _form(words: Sequence[str]) -> str | None:
    """Return how a name of one or two words is logged, as in `night splint` or `after sitting`."""
    moment = moment_of(words[:2])
    return FORMS.get("-".join(words[:2]).lower()) or (FORMS[moment] if moment else None)


def _own_activity(words: Sequence[str]) -> str | None:
    """Return how an activity of one's own is logged, if a word and how long it took are typed: `swimming 30`."""
    is_other = words[0].lower() in EVERYDAY
    if len(words) < 2 or is_other or not words[0].isalpha() or len(words[0]) > WORD_LIMIT:
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
    if setting := _setting(words):
        return _no_command(name, f"did you mean `{setting}`?")
    if tag := tag_line(words) or renamed_tag(words):
        return _no_command(name, tag)
    if pause := meant_pause(words):
        return _no_command(name, f"did you mean `{pause}`?")
    if scored := meant_score(words):
        options = WITH_OPTIONS * (len(before_options(words)) < len(words))
        remedy = f"did you mean `{scored.line(short=True)}`{scored.others}{options}?"
        wrong = scored.message or ("a foot is followed by its score" if feet_of(name) else "")
        return BadInput(wrong, remedy) if wrong else _no_command(name, remedy)
    if name.partition("=")[0] in OPTIONS_OF_LOG:
        return BadInput("what you log comes first, then its options", options_first(words))
    if name.startswith("-"):
        meant = nearest_option(name, ["--version"])
        return BadInput("there is no such command", f"did you mean {meant}?" if meant else _LISTS)
    if name.lower() in MASSAGED and (massage := meant_massage(words[1:], ("--before",))):
        return massage
    if care := meant_care(words, is_kind=False):
        return care
    amount = noted_amount(words) or (misplaced_steps(words, ("--steps",)) if name.lower() in STEMS else None)
    remedy = amount.remedy if amount else nearest(words)
    return BadInput("a foot is followed by its score", remedy) if feet_of(name) else _no_command(name, remedy)


def _no_command(name: str, remedy: str) -> BadWord:
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
    if dated := behind_a_day(words):
        return dated
    is_visit, words = words[0].lower() == "visit", first_of_several(words)
    words = _without_doing(words)
    options = WITH_OPTIONS * (len(before_options(words)) < len(words))
    words, day = _apart_from_day(before_options(words) or words)
    meant = command_line(*words) or (LOGGABLE["visit"] if is_visit else None)
    if not meant:
        return _LISTS
    names = [word for word in words if word.lower() != "visit"][0 if is_visit else 1 :]
    is_named = bool(names) and names[-1].isalpha() and meant.endswith(("acupuncture", "physiotherapy", "doctor"))
    line = _with_day(with_typed(meant, words), day)
    return f"did you mean `{line}`{options * _logs(meant)}?{_MAY_BE_COURSE * is_named}"


def behind_a_day(words: Sequence[str]) -> str | None:
    """Return the remedy for a line that begins with a day: how the rest is logged on it, or how it is shown."""
    found = day_of(words) if words[0].lower() not in (*LOGGABLE, "today") else None
    if not found:
        return None
    day, count = found
    rest = before_options(words[count:])
    has_amount = any(word[:1].isdigit() for word in rest)
    if has_amount and (line := loggable(rest)) and _logs(line):
        return nearest([*rest, *words[:count], *words[count + len(rest) :]])
    return f"did you mean `heeldiary show {day}`?"


def command_line(word: str, *rest: str) -> str | None:
    """Return the command line that a word was meant to begin: a command, or what another word is written with."""
    typed = word.lower()
    if typed in SPELT_OUT:
        return SPELT_OUT[typed]
    if _is_day((word, *rest)) and typed != "today":
        return f"heeldiary show {typed}"
    if medicine := noted_medicine((word, *rest)):
        return medicine
    if (typed in LOGGABLE or feet_of(typed)) and (noted := _noted_activity((word, *rest))):
        return noted
    if whole := _whole((word, *rest)):
        return whole
    if typed in EVERYDAY or typed in DOING:
        return EVERYDAY.get(typed)
    if form := _form((word, *rest)):
        return form
    lines: dict[str, str | None] = {**FORMS, **{what: f"heeldiary routine {what}" for what in _ROUTINE}}
    lines |= {command: f"heeldiary {command}" for command in COMMANDS} | EVERYDAY
    begun = the_one_starting(word, COMMANDS) or (the_one_starting(word, lines) if len(word) >= LEAST_LETTERS else None)
    near = begun or _noted_activity((word, *rest)) or _nearest_of(typed, COMMANDS, lines)
    return lines.get(near, near) if near else _own_activity((word, *rest))


def _noted_activity(words: Sequence[str]) -> str | None:
    """Return how what begins with a word for the note is logged: `dog walk 20`."""
    noted, word, lasted = [*(typed.lower() for typed in words), "", "", ""][:3]
    done = STEMS[word].partition(" ")[0] if word in STEMS else word if short_form_starting(word) else None
    if not done or not noted.isalpha() or not is_duration(lasted):
        return None
    is_mistyped = len(noted) >= _LONG_WORD and nearest_word(noted, (*FORMS, *COMMANDS))
    return None if is_mistyped else f'heeldiary {done} {lasted} --note "{noted}"'


def _is_day(words: Sequence[str]) -> bool:
    """Return whether a line begins with a day; `sat 3h` is about sitting."""
    word, *rest = (typed.lower() for typed in words)
    return word in DAY_WORDS and (word not in LOGGABLE or not rest or rest[0] in map(str, range(11)))


def _nearest_of(word: str, commands: Collection[str], lines: Collection[str]) -> str | None:
    """Return the nearest command, unless another word is nearer."""
    command, line = nearest_word(word, commands), nearest_word(word, lines)
    nearer = command and line and count_edits(word, command) <= count_edits(word, line)
    return command if nearer or not line else line


def list_of(words: Sequence[str]) -> str | None:
    """Return the command that lists what a search is for: a foot's entries, the pain scores or another type."""
    word = "-".join(words).lower()
    if word in FEET:
        return f"heeldiary list --foot {word}"
    kind = word if word in TYPES else "pain" if moment_of(words[:2]) else None
    return kind and f"heeldiary list --type {kind}"


def behind_a_score(words: Sequence[str]) -> BadInput | None:
    """Return the refusal of what was typed behind a score but has its own option or line; None for others."""
    word = "-".join(without_fillers(words)).replace("_", "-")
    moment = the_one_starting(word, MOMENTS) if len(word) >= LEAST_LETTERS else None
    if moment:
        return BadInput("a moment is an option", f"as in: heeldiary log 4 --moment {moment}")
    if word in DAY_WORDS:
        return BadInput("a day is an option", f"as in: heeldiary log 5 --day {word}")
    if word in SHORT_FORMS or word in STEMS:
        return BadInput("what you did comes before how long", f"as in: {(FORMS | LOGGABLE)[word]}")
    return None


def done_before(words: Sequence[str], *, has_options: bool) -> BadInput | None:
    """Return the refusal of how long something took, typed before what it was: `45 min walk`; None for others."""
    others, day = without_day(words)
    lasted, unit, *rest = [*(word.lower() for word in others), "", ""]
    minutes, hours = unit in ("m", "min", "mins", "minutes"), unit in ("h", "hour", "hours")
    word, *behind = rest if minutes or hours else (unit, *rest)
    typed = f"{lasted}{'h' * hours}"
    if (word not in SHORT_FORMS and word not in STEMS) or not is_duration(typed):
        return None
    form = with_typed((FORMS | LOGGABLE)[word], [word, typed])
    note = " --note TEXT, the text in quotes" if any(behind) else ""
    return BadInput("what you did comes before how long", f"as in: {form}{day}{note}{WITH_OPTIONS * has_options}")


def _setting(words: Sequence[str]) -> str | None:
    """Return the line that sets which foot is affected, as in `feet both`; None for anything else."""
    if len(words) != 2 or words[0].lower() not in ("foot", "feet") or not feet_of(words[1]):
        return None
    return f"heeldiary settings affected-foot {the_one_starting(words[1], (*FEET, 'both'))}"


def name_word(problem: BadWord, words: Sequence[str]) -> BadInput:
    """Return a refusal that names the wrong word, if it is one that stands before every option and is no note."""
    before = [] if [*words[:2]] == ["log", "note"] else before_options(words)
    if not problem.word.strip() or not any(problem.word in word for word in before):
        return problem
    remedy = REMEDIES.get(f"{words[0]} {problem.word.lower()}", problem.remedy)
    if [*words[:2]] == ["routine", "rename"] and len(before) == 4 and all(map(str.isalnum, before[2:])):
        remedy = remedy.replace("OLD", before[2]).replace("NEW", before[3])
    if [*words[:2]] == ["tags", "add"]:
        remedy = tag_line(["tag", *words[2:]]) or remedy
    if words[0] == "settings" and (setting := _setting(words[1:])):
        remedy = f"did you mean `{setting}`?"
    elif words[0] == "mark" and problem.word in words and (day := day_of(words[words.index(problem.word) :])):
        remedy = f"did you mean --day {day[0]}?"
    return BadInput(problem.named.format(quoted(problem.word)), remedy)
