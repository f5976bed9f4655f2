"""The first and the last day of what lasts, in a refused command line; imported for refusals alone."""

import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import date

from heeldiary.cli.meant_days import day_of, spelt_out
from heeldiary.domain.typed_days import parse_coming_day
from heeldiary.errors import BadInput

_FROM, _UNTIL = ("from", "since", "starting"), ("until", "till", "til", "to", "through")

_ANY_DAY = date(2026, 1, 1)
_MOST_DAY_WORDS = 3
_MOST_SPAN_WORDS = 5
"""The words of the longest span of days: `16 nov to 20 nov`."""


def take_span(words: Sequence[str]) -> tuple[str, Sequence[str]]:
    """Return the first and the last day among words, each with its option and a space before it, and the other words.

    The days are `from monday until fri`, `monday to friday` or `mon-fri`; either may be missing.
    """
    days, others, left, is_still_on = "", [], [*spelt_out(words)], False
    while left:
        word, behind = left[0].lower(), left[1:]
        first = day_of(behind) if word in _FROM else None
        begun = _before_until(left)
        last = coming_day(behind) if word in _UNTIL else None
        if found := first or last:
            days += f" {'--day' if first else '--until'} {found[0]}"
            is_still_on = is_still_on or word == "since"
            left = behind[found[1] :]
        elif begun:
            days += f" --day {begun[0]}"
            left = left[begun[1] :]
        else:
            others.append(left.pop(0))
    return f"{days} --until today" if is_still_on and "--until" not in days else days, others


def _before_until(words: Sequence[str]) -> tuple[str, int] | None:
    """Return the first day that words begin with if the last one follows, as in `monday to friday`."""
    is_number = re.fullmatch(r"\d{1,2}\.?", words[0]) and words[2:] and words[2][:1].isdigit()  # `23 to 27`
    found = (words[0].strip("."), 1) if is_number else day_of(words)
    then = words[found[1] :] if found else []
    return found if then and then[0].lower() in _UNTIL and coming_day(then[1:]) else None


def coming_day(words: Sequence[str]) -> tuple[str, int] | None:
    """Return the day to come that words begin with, as it is written behind --until, and how many words say it."""
    for count in range(min(_MOST_DAY_WORDS, len(words)), 0, -1):
        day = " ".join(words[:count]).lower()
        with suppress(BadInput):
            parse_coming_day(day, _ANY_DAY)
            return (f'"{day}"' if count > 1 else day), count
    return None


def span_behind_day(problem: BadInput, words: Sequence[str]) -> BadInput | None:
    """Return the refusal of a span of days behind --day, as in `--day mon-fri`; None for anything else."""
    names = [word.partition("=")[0] for word in words]
    at = next((at for at, name in enumerate(names) if name in ("-d", "--day")), None)
    if words[:1] not in (["log"], ["mark"]) or at is None or "--until" in names:
        return None
    value = words[at].partition("=")[2]
    behind = [value, *words[at + 1 :]] if value else [*words[at + 1 :]]
    # options are last by now: `ice 16-20 nov` may have been `ice --day 16-20 nov`
    moved = [[*behind[:1], *words[count:at]] for count in range(1, at)]
    days = next((days for following in (behind, *moved) if (days := _whole_span(following))), "")
    if not days and problem.message == "that is not a day":
        days = _whole_span(behind[:1], fewest=1)
    if not days:
        return None
    if [*words[:2]] == ["log", "care"]:
        return BadInput("the first and the last day are options", f"did you mean{days}?")
    return BadInput("an entry is of one day", f"give each day its own entry, as in:{days.partition(' --until')[0]}")


def _whole_span(words: Sequence[str], fewest: int = 2) -> str:
    """Return the options for the first and the last day that words begin with; empty if there are none."""
    for count in range(min(_MOST_SPAN_WORDS, len(words)), fewest - 1, -1):
        days, others = take_span(" ".join(words[:count]).split())
        if days.count(" --") > 1 and not others:
            return days
    return ""


def span_listed(words: Sequence[str]) -> str | None:
    """Return the options for a span of days, as in `23-29 nov`; None for anything else."""
    days, others = take_span(" ".join(words).split())
    is_whole = days.count(" --") > 1 and not others
    return days.strip().replace("--day", "--from").replace("--until", "--to") if is_whole else None
