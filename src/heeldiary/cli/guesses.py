"""What a command line that is refused was meant to say; imported for refusals alone."""

from collections.abc import Sequence

from heeldiary.cli.commands import COMMANDS, LEAST_LETTERS, SHORT_FORMS
from heeldiary.domain.days import MONTHS, WEEKDAYS
from heeldiary.domain.scales import FEET, MOMENTS, the_one_starting
from heeldiary.errors import BadInput, nearest_word

_UNITS = ("m", "min", "mins", "minutes", "h", "hours", "hour", "s", "sec", "seconds")
_ROUTINE = ("pause", "resume", "start", "plan")
_DAYS = ("today", "yesterday", *(name.lower() for day in WEEKDAYS for name in (day, day[:3])))

_FORMS: dict[str, str] = {
    **{word: f"heeldiary {line}" for word, line in SHORT_FORMS.items()},
    "note": "heeldiary log note",
    **{foot: f"heeldiary log {foot} 6" for foot in (*FEET, "both")},
    **{moment: f"heeldiary log 4 --moment {moment}" for moment in MOMENTS},
}
"""How each word of the diary is logged."""


def loggable(word: str) -> str | None:
    """Return how a word of the diary, its start, or a mistyped one is logged; None for another word."""
    near = nearest_word(word, _FORMS) if len(word) >= LEAST_LETTERS else None
    return near and _FORMS[near]


def nearest(word: str) -> str:
    """Return the remedy for an unknown command."""
    meant = command_line(word)
    return f"did you mean `{meant}`?" if meant else "`heeldiary --help` lists the commands"


def command_line(word: str) -> str | None:
    """Return the command line that a word was meant to begin: a command, or what another word is written with."""
    lines = {**_FORMS, **{what: f"heeldiary routine {what}" for what in _ROUTINE}}
    lines |= {command: f"heeldiary {command}" for command in COMMANDS}
    begun = the_one_starting(word, COMMANDS) or (the_one_starting(word, lines) if len(word) >= LEAST_LETTERS else None)
    near = begun or nearest_word(word, COMMANDS) or nearest_word(word, lines)
    return near and lines[near]


def behind_a_score(words: Sequence[str]) -> BadInput | None:
    """Return the refusal of a moment or a day that was typed behind a score without its option; None for others."""
    word = "-".join(words).lower()
    moment = the_one_starting(word, MOMENTS) if len(word) >= LEAST_LETTERS else None
    if moment:
        return BadInput("a moment is an option", f"as in: heeldiary log 4 --moment {moment}")
    if word in _DAYS:
        return BadInput("a day is an option", f"as in: heeldiary log 5 --day {word}")
    return None


def extra_words(words: Sequence[str], options: Sequence[str], metavars: Sequence[str]) -> str | None:
    """Return the remedy for words that a command has no place for, if they say what they were meant for."""
    bare = [word.lower().strip(".,") for word in words]
    named = next((f"--{word}" for word in bare if f"--{word}" in options), None)
    if named:
        return f"did you mean {named}?{' a note needs quotes' * ('TEXT' in metavars)}"
    months = {name.lower() for month in MONTHS for name in (month, month[:3])}
    if "DAY" in metavars and (months.intersection(bare) or "ago" in bare):
        return 'a day of several words needs quotes, as in: "22 nov"'
    if "DURATION" in metavars and bare[0] in _UNITS:
        return "a duration is one word, as in: 45m or 1h30"
    return None
