"""What a refused line of care was meant to log: its days, course, visit, medicine or end; for refusals alone."""

import re
from collections.abc import Sequence
from contextlib import suppress
from shlex import quote
from typing import TYPE_CHECKING

from heeldiary.cli.commands import SHORT_FORMS
from heeldiary.cli.kind_words import CARE_WORDS, DOING, MEDICINES, STOPPING, TAKING, VISITED
from heeldiary.cli.meant_amounts import WITH_OPTIONS, before_options, is_duration, without_day
from heeldiary.cli.meant_days import TIME_OF_DAY
from heeldiary.cli.meant_spans import coming_day, take_span
from heeldiary.domain.durations import join_durations
from heeldiary.domain.entries import USUAL_CARE
from heeldiary.errors import BadInput, BadWord, Problem, count_edits, nearest_word

if TYPE_CHECKING:
    from heeldiary.cli.context import CommandContext

_THINGS = ("footwear", "insoles", "medicine")
"""Kinds of care that are things with a name."""

_ENDS = (*STOPPING, "end", "ended", "ends", "off", "over", "finish", "finished", "removed")
_LASTING = ("taping", "insoles", "night-splint", "footwear")
"""Kinds of care that last for days: `taping done` is their end."""

_TO_COME = re.compile(r"(?<!\S)(tomorrow|in (?:\d{1,3}|an?|one) (?:days?|weeks?)|next (?:week|[a-z]{3,6}day))(?!\S)")
_VISIT = re.compile(r"(?<!\S)visit (?:no\.? |number )?#?\d{1,3}(?: ?(?:of|/) ?(\d{1,3}))?(?!\S)")
_NOT_YET = "care is logged on the day it happens, or later"
_VISITS = ("acupuncture", "physiotherapy", *VISITED)
"""Kinds of care that have an appointment."""

_ANY_TIME = "10:00"
"""The time of the example for a visit to come."""

_ANY_COURSE = '"dr li"'
"""The course of an example without one."""

_MOST_NAME_WORDS = 2
_LONG_WORD = 5
"""The letters of a word that is hardly near a kind of care by chance."""


class EndOfCare(BadInput):
    """Care of a kind ends; the remedy names the entry if it is found."""

    def __init__(self, kind: str) -> None:
        remedy = f"none of it lasts until today or longer; with a last day: {_line(kind)} --until friday"
        super().__init__("care ends on the day that --until names", remedy)
        self.kind = kind


def meant_care(words: Sequence[str], is_kind: bool) -> BadInput | None:
    """Return the refusal of a line of care that says how it is written; None if that is unclear.

    Unless `is_kind`, the first word has to be one for a kind of care.
    """
    typed = [*before_options(words)]
    if not typed:
        return None
    what = [word for word in typed[1:] if word.lower() not in (*DOING, "the")]
    if typed[0].lower() in _ENDS and what and _kind(what[0]):
        typed = [*what, typed[0]]
    begun = typed[1:] if typed[0].lower() in DOING and len(typed) > 1 else typed
    kind = _kind("-".join(begun[:2]))  # `night splint`
    begun = begun[1:] if kind and len(begun) > 1 else begun
    kind = kind or _kind(begun[0])
    if typed[0].lower() == "visit" and kind is None:
        kind, begun = "physiotherapy", typed
    kind = kind or (begun[0] if is_kind else None)
    rest, options = begun[1:], words[len(before_options(words)) :]
    if kind is None:
        near = nearest_word(begun[0], USUAL_CARE) if len(begun[0]) >= _LONG_WORD else None
        visit = _visit_of(near, " ".join(typed).lower(), rest, options) if near else None
        return visit or (_spanned(near, rest, options) if near else None)
    return (
        _visit_of(kind, " ".join(typed).lower(), rest, options)
        or _coursed(kind, rest, options)
        or _spanned(kind, rest, options)
        or _to_come(kind, rest)
        or _ended(kind, rest)
    )


def _kind(word: str) -> str | None:
    """Return the kind of care that a word means."""
    kind = CARE_WORDS.get(word.lower(), word.lower())
    return kind if kind in USUAL_CARE or kind in VISITED else None


def _line(kind: str) -> str:
    """Return how care of a kind is logged."""
    return f"heeldiary {kind}" if kind in USUAL_CARE else f"heeldiary care {quote(kind)}"


def _lasted(words: Sequence[str]) -> str:
    """Return how long care took, with a space before it; empty if it is not said."""
    return next((f" {word}" for word in words if word[:1].isdigit() and is_duration(word)), "")


def _visit_of(kind: str, line: str, rest: Sequence[str], options: Sequence[str]) -> BadInput | None:
    """Return the refusal of `visit 4 of 10`."""
    numbered = _VISIT.search(line)
    if not numbered or (numbered.start() == 0 and not numbered[1]):  # `visit 30` took half an hour
        return None
    before = line[: numbered.start()].split()
    planned = f" --visits {numbered[1]}" if numbered[1] else ""
    named = any(word.partition("=")[0] == "--course" for word in options)
    others, day = without_day(rest)
    course = "" if named else f" --course {_named_course(others)}"
    then = WITH_OPTIONS * bool(options)
    lasted = _lasted([word for word in rest if word in before])
    return BadInput("visits number themselves", f"as in: {_line(kind)}{lasted}{course}{planned}{day}{then}")


def _named_course(words: Sequence[str]) -> str:
    """Return the name behind `with` or `at`, in quotes; the example's without one, or of more words."""
    at = next((at for at, word in enumerate(words) if word.lower() in ("with", "at")), len(words))
    name = words[at + 1 :]
    is_name = 0 < len(name) <= _MOST_NAME_WORDS and all(word.replace(".", "").isalpha() for word in name)
    return f'"{" ".join(name)}"' if is_name else _ANY_COURSE


def _coursed(kind: str, rest: Sequence[str], options: Sequence[str]) -> BadInput | None:
    """Return the refusal of a course without its option: `30 course spring`."""
    at = next((at for at, word in enumerate(rest) if word.lower() == "course"), None)
    behind = [] if at is None else without_day(rest[at + 1 :])[0]
    name = " ".join(behind)
    if len(behind) > _MOST_NAME_WORDS or not re.fullmatch(r"[\w .-]{1,40}", name):
        return None
    day = without_day(rest)[1]
    then = WITH_OPTIONS * bool(options)
    return BadInput("a course is an option", f'as in: {_line(kind)}{_lasted(rest[:at])} --course "{name}"{day}{then}')


def _spanned(kind: str, rest: Sequence[str], options: Sequence[str]) -> BadInput | None:
    """Return the refusal of the first and last day without their options: `from monday until fri`."""
    days, left = take_span(rest)
    others = join_durations(left)
    lasted = _lasted(others)
    named = [word for word in others if word != lasted.strip()]
    if not days or not all(word.isalpha() for word in named):
        return None
    note = f" --note {_in_quotes(named)}" if named else ""
    then = WITH_OPTIONS * bool(options)
    return BadInput("the first and the last day are options", f"as in: {_line(kind)}{lasted}{days}{note}{then}")


def _to_come(kind: str, rest: Sequence[str]) -> BadInput | None:
    """Return the refusal of a visit to come: `tomorrow 10:00`."""
    line = " ".join(rest).lower()
    found = _TO_COME.search(line)
    if not found:
        return None
    at = re.search(rf"(?<!\S){TIME_OF_DAY}(?!\S)", line)
    return BadInput(_NOT_YET, _planned(kind, found[1], at[0] if at else ""))


def _planned(kind: str, when: str, at: str = "") -> str:
    """Return the remedy for care to come: a note, with the time of an appointment."""
    at = at or (_ANY_TIME if kind in _VISITS else "")
    return f'until then a note holds it, as in: heeldiary note "{f"{kind} {when} {at}".rstrip()}"'


def not_yet(problem: BadInput, words: Sequence[str]) -> BadInput | None:
    """Return the refusal of care with a day to come behind its option; None for anything else."""
    if [*words[:2]] != ["log", "care"] or not (kind := [*words, ""][2]).replace(" ", "").isalpha():
        return None
    is_coming = problem.message.endswith(" is still to come")
    if is_coming and not isinstance(problem, BadWord):  # a date that is more likely meant than the one a year ago
        return BadInput(problem.message, f"{problem.remedy}; {_planned(kind, problem.message.split(' is ')[0])}")
    if isinstance(problem, BadWord) and problem.message == "that is not a day":
        is_coming = coming_day([problem.word]) is not None
    return BadInput(_NOT_YET, _planned(kind, "tomorrow")) if is_coming else None


def _ended(kind: str, rest: Sequence[str]) -> BadInput | None:
    """Return the refusal of the end of what lasts: `stop`."""
    others = without_day(rest)[0]
    ends = (*_ENDS, "done") if kind in _LASTING else _ENDS
    return EndOfCare(kind) if len(others) == 1 and others[0].lower() in ends else None


def name_entry(ended: EndOfCare, context: "CommandContext") -> BadInput:
    """Return the refusal with the entry that lasts until today or longer, if the diary has one of that kind."""
    from heeldiary.cli.offered_edit import edit_command
    from heeldiary.store.lasting_care import find_lasting

    with suppress(Problem), context.reading() as diary:
        if entry := find_lasting(diary, ended.kind):
            return BadInput(ended.message, f"to end it today: {edit_command(entry, '--until today')}")
    return ended


def noted_thing(words: Sequence[str], word: str) -> BadInput | None:
    """Return the refusal of which shoes, insoles or medicine, typed without --note; None for any other care."""
    kind = CARE_WORDS.get(words[0].lower(), words[0].lower())
    typed = before_options(words)[1:]
    named, day = without_day(typed)
    if kind not in _THINGS or [*typed[:1]] != [word] or not named or not named[0].replace(" ", "").isalpha():
        return None
    if not all(part.isalpha() or kind == "medicine" for part in named[1:]):
        return None
    wrong = "which one goes into the note"
    options = words[len(typed) + 1 :]
    if any(option.partition("=")[0] in ("-n", "--note") for option in options):
        return BadInput(wrong, "put all of it behind --note, in quotes")
    return BadInput(wrong, f"as in: heeldiary {kind}{day} --note {_in_quotes(named)}{WITH_OPTIONS * bool(options)}")


def _in_quotes(named: Sequence[str]) -> str:
    """Return a name, with a dose or without, in quotes; more words may be a note, and are not repeated."""
    is_name = len(named) == 1 or (len(named) == _MOST_NAME_WORDS and named[1][:1].isdigit())
    return f'"{" ".join(named)}"' if is_name else "TEXT, the text in quotes"


def noted_medicine(words: Sequence[str]) -> str | None:
    """Return how a medicine is logged that a line begins with, as in `took ibuprofen`; None for any other line."""
    typed = before_options(words)
    first = typed[0].lower() if typed else ""
    if first not in (*TAKING, *MEDICINES) and not _is_medicine(first):
        return None
    beside = (*TAKING, "a", "an", "the", "my", "some")
    named = [word for word in typed if word.lower() not in beside and not _is_medicine(word.lower())]
    names = [word for word in named if word.isalpha()]
    doses = [word for word in named if word[:1].isdigit() and word.isalnum()]
    known = next((word for word in names if word.lower() in MEDICINES), MEDICINES[0])
    name = names[0] if len(names) == len(named) - len(doses) == 1 else known  # more words may be a note
    return f'heeldiary medicine --note "{" ".join((name, *doses[:1]))}"'


def _is_medicine(word: str) -> bool:
    """Return whether a word means medicine, or is it with a typing error."""
    is_near = len(word) >= len("medic") and word not in SHORT_FORMS and count_edits(word, "medicine") <= 2
    return CARE_WORDS.get(word, word) == "medicine" or is_near
