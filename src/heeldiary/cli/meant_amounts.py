"""Amounts in a refused command line: the example says the figures that were typed, and what has no place finds one.

Imported for refusals alone.
"""

import re
from collections.abc import Sequence
from contextlib import suppress

from heeldiary.cli.commands import COMMANDS, SHORT_FORMS
from heeldiary.cli.everyday_words import STEMS
from heeldiary.cli.kind_words import DOING, MEDICINES, OTHER_TYPES, TAKING
from heeldiary.cli.meant_days import TIME_OF_DAY, day_of
from heeldiary.cli.meant_spans import take_span
from heeldiary.domain.durations import join_durations, parse_minutes
from heeldiary.domain.entries import USUAL_ACTIVITIES, USUAL_CARE
from heeldiary.errors import BadInput

WITH_OPTIONS = ", and then the options"
"""Ends a remedy that leaves out the options, which are never repeated."""


def with_typed(line: str, words: Sequence[str]) -> str:
    """Return an example with the scores or the duration that were typed, so that it saves no other figure."""
    if " or " in line:
        return "` or `".join(with_typed(one, words) for one in line.split("` or `"))
    if line.startswith("heeldiary walk --steps "):
        steps = (word for word in words[1:] if re.fullmatch(r"[\d,]{1,7}", word, re.ASCII))
        return f"heeldiary walk --steps {next(steps, _ANY_STEPS)}"
    scored = re.fullmatch(r"(heeldiary (?:log )?(?:(left|right|both) )?)\d+( --moment \S+)?", line)
    if scored:
        typed = [word for word in words[1:] if re.fullmatch(r"\d|10", word, re.ASCII)]
        figures = " ".join(typed[:1] if scored[2] else typed[:2])
        return f"{scored[1]}{figures}{scored[3] or ''}" if figures else line
    care = rf"heeldiary (?:log )?(?:care [a-z-]+|activity [a-z-]+|massage|sitting|{'|'.join(USUAL_CARE)})"
    lasted = re.fullmatch(rf"(heeldiary [a-z]+ )\d+h?|({care})|(heeldiary note slept ).+", line)
    typed = [*before_options(words)[1:]]
    if line.startswith("heeldiary sit ") and "longest" in map(str.lower, typed):
        at = [word.lower() for word in typed].index("longest")
        longest = next((word for word in join_durations(typed[at + 1 :]) if is_duration(word)), None)
        total = with_typed(line, [words[0], *typed[:at]])
        return f'{total} --longest "{longest}"' if longest else total
    durations = [word for word in join_durations(typed) if is_duration(word)]
    if durations and words[1:2] != durations[:1] and line in ("heeldiary log activity", "heeldiary log care"):
        return f"{line} {words[1]} {durations[-1]}" if words[1].isalpha() else line
    if not lasted or not durations:
        return line
    return f"{lasted[2]} {durations[-1]}" if lasted[2] else f"{lasted[1] or lasted[3]}{durations[-1]}"


def with_units(words: Sequence[str]) -> Sequence[str]:
    """Return words with hours as one word: `5 hours` is `5h`."""
    return re.sub(r"(?<!\S)(\d[\d.]*) (?:h|hrs?|hours?)(?!\S)", r"\1h", " ".join(words), flags=re.I).split()


def is_duration(word: str) -> bool:
    """Return whether a word is a duration of a minute or more."""
    with suppress(BadInput):
        return parse_minutes(word) > 0
    return False


def misplaced_steps(words: Sequence[str], known: Sequence[str]) -> BadInput | None:
    """Return the refusal of steps typed as `5000 steps` or `steps 5000`; None for anything else."""
    given = before_options(words)
    typed, day = without_day(given)
    at = next((at for at, word in enumerate(typed) if word.lower() in ("steps", "step")), None)
    if at is None or "--steps" not in known:
        return None
    beside = (*typed[at + 1 : at + 2], *typed[max(0, at - 1) : at])
    number = next((word for word in beside if re.fullmatch(r"[\d,]{1,7}", word, re.ASCII)), None)
    if number is None:
        return None
    others = (word for word in typed if word != number and word[:1].isdigit() and is_duration(word))
    lasted = next((f" {word}" for word in others), "")
    word = STEMS.get(typed[0].lower(), typed[0].lower()).partition(" ")[0]
    done = word if word in USUAL_ACTIVITIES and word != "walking" else "walk"
    then = WITH_OPTIONS * (len(given) < len(words))
    return BadInput("steps are an option", f"as in: heeldiary {done}{lasted} --steps {number}{day}{then}")


_ANY_STEPS = "8000"
"""The steps of an example without any."""

_NOTED = (
    (re.compile(r"(?<!\S)(\d[\d.,]{0,6}) ?(mg|mcg|g|ml|tablets?|pills?|drops?)(?!\S)", re.I), "a dose", "medicine", ""),
    (re.compile(r"(?<!\S)(\d[\d.,]{0,6}) ?(k|km|miles?|met(?:er|re)s?)(?!\S)", re.I), "a distance", "walk", " 45"),
    (re.compile(r"(?<!\S)(\d{1,3}) ?x(?: ?\d{1,3}s?)?(?!\S)", re.I), "a number of sets", "strengthening", ""),
)
"""Amounts that only a note can hold, with the kind they are mostly of and what it needs."""


_UNNAMED = (*COMMANDS, *SHORT_FORMS, *TAKING, *DOING, "a", "an", "the", "of")
"""Words beside a dose that are no medicine's name."""


def noted_amount(words: Sequence[str], *, has_options: bool = False) -> BadInput | None:
    """Return the refusal of a dose or a distance, which go into the note; None for anything else."""
    typed = " ".join(before_options(words))
    for pattern, what, usual, needs in _NOTED:
        if match := pattern.search(typed):
            rest = f"{typed[: match.start()]} {typed[match.end() :]}".split()
            is_dose = usual == "medicine"
            span, without_span = take_span(rest) if is_dose else ("", rest)
            others, day = without_day(without_span)
            day = f"{span}{day}"
            durations = (f" {word}" for word in join_durations(others) if not is_dose and is_duration(word))
            lasted = next(durations, "")
            fitting, begun = (USUAL_CARE, words[:1]) if is_dose else (SHORT_FORMS, others)
            done = (STEMS.get(word.lower(), word).partition(" ")[0] for word in begun)
            line = f"heeldiary {next((word for word in done if word in fitting), usual)}{lasted or needs}"
            options = WITH_OPTIONS * (has_options or len(before_options(words)) < len(words))
            if_so = f", if it took{needs} minutes" if needs and not lasted else ""
            named = _names(typed[: match.start()])[:1] if is_dose else []
            behind = _names(typed[match.end() :]) if is_dose and not named else []
            known = [word for word in behind if len(behind) == 1 or word.lower() in MEDICINES]
            note = " ".join((*named, match[0], *known[:1]))  # more words may be a note
            return BadInput(f"{what} goes into the note", f'as in: {line} --note "{note}"{day}{options}{if_so}')
    return None


def _names(text: str) -> list[str]:
    """Return the words of a text that may be a medicine's name."""
    words = without_day(text.split())[0]
    return [word for word in words if word.isalpha() and word.lower() not in _UNNAMED]


def without_day(words: Sequence[str]) -> tuple[Sequence[str], str]:
    """Return words without the first day among them, and the day with its option."""
    for at in range(len(words)):
        if found := day_of(words[at:]):
            return [*words[:at], *words[at + found[1] :]], f" --day {found[0]}"
    return words, ""


def first_of_several(words: Sequence[str]) -> Sequence[str]:
    """Return a line of two entries, as in `walked 30 min and sat 6 hours`, with the first one and the day alone."""
    at = next((at for at, word in enumerate(words[1:], 1) if word.lower() == "and" and _is_done(words[at + 1 :])), None)
    if at is None:
        return words
    found = next((day for start in range(at + 2, len(words)) if (day := day_of(words[start:]))), None)
    return [*words[:at], *(found[0].strip('"').split() if found else ())]


def _is_done(words: Sequence[str]) -> bool:
    return bool(words) and words[0].lower() in (*STEMS, *SHORT_FORMS, *OTHER_TYPES)


def without_time(words: Sequence[str]) -> tuple[Sequence[str], str]:
    """Return words without the first time of day among them, and the time with its option."""
    at = next((word for word in words if re.fullmatch(TIME_OF_DAY, word, re.ASCII)), None)
    return [word for word in words if word != at], f" --time {at}" if at else ""


def misplaced_amount(words: Sequence[str], known: Sequence[str]) -> BadInput | None:
    """Return the refusal of steps, a dose or a distance typed without the option they need; None for anything else."""
    may_be_noted = "--note" in known and not any(word.partition("=")[0] in ("-n", "--note") for word in words)
    return misplaced_steps(words, known) or (noted_amount(words) if may_be_noted else None)


def before_options(words: Sequence[str]) -> Sequence[str]:
    """Return the words before the first option: what follows may be a note."""
    options = (at for at, word in enumerate(words) if word.startswith("-") and word.strip("-,;"))
    return words[: next(options, len(words))]
