"""Days in a refused command line, of one word or several; imported for refusals alone."""

import re
from collections.abc import Sequence

from heeldiary.domain.days import MONTHS
from heeldiary.domain.typed_days import WEEKDAY_NAMES

DAY_WORDS = ("today", "yesterday", *WEEKDAY_NAMES)
"""The words that mean a past day."""

TIME_OF_DAY = r"[0-2]?\d:[0-5]\d"
"""The pattern of a time of day, as in `18:30`."""

SEVERAL_WORDS = "a day of several words needs quotes"
"""What is wrong with a day whose words stand apart."""

_MONTH = rf"(?:{'|'.join(name.lower() for month in MONTHS for name in (month, month[:3]))}|sept)"
_NUMBER = r"\d{1,2}(?:st|nd|rd|th|\.)?"
_YEAR = r"(?: \d{4})?"
_SEVERAL = re.compile(
    r"(?:\d{1,4} days?|(?:\d{1,3}|a|one) weeks?) ago|(?:the )?day before yesterday"
    rf"|last (?:{'|'.join(WEEKDAY_NAMES)})|(?:{'|'.join(WEEKDAY_NAMES)}) last week"
    rf"|(?:(?:{'|'.join(WEEKDAY_NAMES)}) )?(?:{_NUMBER} (?:of )?{_MONTH}|{_MONTH} {_NUMBER}){_YEAR}",
    re.ASCII,
)
_IN_DIGITS = r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\.\d{1,2}\.(?:\d{4})?|\d{1,2}/\d{1,2}/\d{4}"
_ONE = re.compile(rf"\d{{1,4}}[dw]|{_IN_DIGITS}", re.ASCII)
_PAUSE = re.compile(
    rf"(?:for )?(?P<number>\d{{1,3}}|a|one) ?(?P<unit>d|w|days?|weeks?)"
    rf"|(?:until |till |to )?(?P<day>tomorrow|{'|'.join(WEEKDAY_NAMES)}|\d{{4}}-\d{{1,2}}-\d{{1,2}})",
    re.ASCII,
)
_MOST_WORDS = 4
"""The words of the longest day: `the day before yesterday`."""


def day_of(words: Sequence[str]) -> tuple[str, int] | None:
    """Return the day that words begin with, as it is written behind --day, and how many words say it."""
    plain = [word.lower().strip(",") for word in words[:_MOST_WORDS]]
    for count in range(len(plain), 1, -1):
        if _SEVERAL.fullmatch(" ".join(plain[:count])):
            return f'"{" ".join(plain[:count])}"', count
    word = plain[0] if plain and _ONE.fullmatch(plain[0]) else (plain or [""])[0].strip(".")
    return (word, 1) if word in DAY_WORDS or _ONE.fullmatch(word) else None


_UNTIL = "to|until|till|til|through"
_POINT = (
    rf"(?:{'|'.join(WEEKDAY_NAMES)}|{_IN_DIGITS}|{_NUMBER}(?: {_MONTH})?|{_MONTH} {_NUMBER}|\d{{1,2}}[./]\d{{1,2}})"
)
_DASHED = re.compile(rf"(?<!\S)({_POINT}) ?[-\u2013\u2014] ?(?={_POINT}(?!\S))", re.ASCII | re.I)
_MONTH_ONCE = re.compile(rf"(?<!\S)({_NUMBER}) (?=(?:{_UNTIL}) {_NUMBER} (?:of )?({_MONTH})(?!\S))", re.ASCII | re.I)


def spelt_out(words: Sequence[str]) -> Sequence[str]:
    """Return words with each span of days in full: `mon-fri` as `mon to fri`, `23-27 nov` as `23 nov to 27 nov`."""
    return _MONTH_ONCE.sub(r"\1 \2 ", _DASHED.sub(r"\1 to ", " ".join(words))).split()


def meant_pause(words: Sequence[str]) -> str | None:
    """Return the command that pauses plans for as long as the words say, as in `pause 1 week`; None for others."""
    match [word.lower() for word in words]:
        case ["pause", *rest] if pause := _PAUSE.fullmatch(" ".join(rest)):
            until = pause["day"] or f"{pause['number'] if pause['number'].isdigit() else 1}{pause['unit'][0]}"
            return f"heeldiary routine pause --until {until}"
        case _:
            return None


def several_words(words: Sequence[str]) -> str | None:
    """Return the day of several words that words begin with, in quotes; None if they begin with none."""
    found = day_of(words)
    return found[0] if found and found[1] > 1 else None


def is_torn_day(words: Sequence[str], day: str) -> bool:
    """Return whether a day of several words was torn: `day`, behind its option, goes on in the words."""
    return any(several_words([day, *words[at:]]) for at in range(len(words)))
