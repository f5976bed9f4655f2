"""The course that a name in a refused line of care is; imported for refusals alone."""

import re
from collections.abc import Sequence
from contextlib import suppress
from shlex import quote
from typing import TYPE_CHECKING

from heeldiary.cli.kind_words import CARE_WORDS, VISITED
from heeldiary.cli.meant_amounts import WITH_OPTIONS, before_options, is_duration, without_day
from heeldiary.domain.durations import join_durations
from heeldiary.domain.entries import USUAL_CARE, Care
from heeldiary.domain.text import display_text
from heeldiary.errors import BadInput, Problem

if TYPE_CHECKING:
    from heeldiary.cli.context import CommandContext

_SEEING = ("visit", "visited", "saw", "see")
_BESIDE = ("with", "at", "by", "to", "for")
"""Words between the kind of care and the name of its course."""


def known_course(words: Sequence[str], context: "CommandContext") -> BadInput | None:
    """Return the refusal of `acupuncture dr li` or `visit dr li` if the diary has a course "dr li"; None for others."""
    typed = [*before_options(words)]
    begun = typed[1:] if typed[:1] == ["log"] else typed
    begun = begun[1:] if begun[:1] == ["care"] else begun
    options = words[len(typed) :]
    if len(begun) <= 1 or any(option.partition("=")[0] == "--course" for option in options):
        return None
    first = begun[0].lower()
    kind = CARE_WORDS.get(first, first)
    is_care = kind in USUAL_CARE or kind in VISITED or [*typed[:2]] == ["log", "care"]
    if not is_care and first not in _SEEING:
        return None
    plain, planned = _without_visit(begun[1:])
    rest, day = without_day(plain)
    lasted = next((word for word in rest if word[:1].isdigit() and is_duration(word)), "")
    named = [word for word in rest if word != lasted]
    while named and named[0].lower() in _BESIDE:
        del named[0]
    found = _course(" ".join(named), context)
    if found is None:
        return None
    course, usual = found
    kind = usual if first in _SEEING else kind
    line = kind if kind in USUAL_CARE else f"care {quote(kind)}"
    took = f" {lasted}" if lasted else ""
    then = WITH_OPTIONS * bool(options)
    behind = f"--course {_in_quotes(course)}{planned}{day}{then}"
    return BadInput("a course is an option", f"as in: heeldiary {line}{took} {behind}")


def _without_visit(words: Sequence[str]) -> tuple[Sequence[str], str]:
    """Return words without a visit's number, as in `2 of 10`, and the option for how many are planned."""
    line = " ".join(words)
    found = re.search(r"(?:\bvisit )?\b\d{1,3}(?: ?(?:of|/) ?(\d{1,3}))(?!\S)|\bvisit \d{1,3}(?!\S)", line)
    if not found:
        return words, ""
    planned = f" --visits {found[1]}" if found[1] else ""
    return join_durations(f"{line[: found.start()]} {line[found.end() :]}".split()), planned


def _course(typed: str, context: "CommandContext") -> tuple[str, str] | None:
    """Return the course of a name, however it is capitalised, and the kind of its latest visit."""
    from heeldiary.store.visits import load_visits, used_course_names

    with suppress(Problem), context.reading(wait_seconds=0) as diary:
        names = used_course_names(diary) if typed else []
        if name := next((name for name in names if name.casefold() == typed.casefold()), None):
            visits = [visit.fact for visit in load_visits(diary, name)]
            kinds = [fact.kind for fact in visits if isinstance(fact, Care)]
            return (display_text(name), display_text(kinds[-1])) if kinds else None
    return None


def _in_quotes(name: str) -> str:
    return f'"{name}"' if re.fullmatch(r"[\w .-]+", name) else quote(name)
