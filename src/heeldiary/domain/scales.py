"""The numeric rating scale, the feet, and the moments of a score."""

from collections.abc import Iterable
from typing import Literal, TypeVar, get_args

from heeldiary.errors import BadInput, BadWord, did_you_mean

Foot = Literal["left", "right"]
Moment = Literal["first-step", "average", "worst", "night", "after-sitting", "after-activity"]
Surface = Literal["soft", "hard", "mixed"]
Feeling = Literal["painful", "easing", "warm", "nothing", "sharp"]

Word = TypeVar("Word", bound=str)

FEET: tuple[Foot, ...] = get_args(Foot)
MOMENTS: tuple[Moment, ...] = get_args(Moment)
SURFACES: tuple[Surface, ...] = get_args(Surface)
FEELINGS: tuple[Feeling, ...] = get_args(Feeling)

ONCE_A_DAY: frozenset[Moment] = frozenset(("first-step", "average", "worst", "night"))
"""The once-a-day moments: a new score replaces the old one."""

MOMENT_WORDS: dict[Moment, str] = {
    "first-step": "first steps",
    "average": "average",
    "worst": "worst",
    "night": "night",
    "after-sitting": "after sitting",
    "after-activity": "after activity",
}

EVERYDAY_MOMENTS: dict[str, str] = {
    **dict.fromkeys(("morning", "this-morning", "first-steps"), "first-step"),
    **dict.fromkeys(("evening", "this-evening"), "after-sitting, average or worst"),
    **dict.fromkeys(("bedtime", "tonight"), "night"),
    **dict.fromkeys(
        ("after-walking", "after-running", "after-standing", "after-walk", "after-run", "after-sport"), "after-activity"
    ),
}
"""Everyday words for a moment, and the moments they can mean, the likeliest first."""

_STANDING_UP = dict.fromkeys(("standing", "standing-up", "getting-up"), "after-sitting")
"""Words that mean a moment, but only where nothing but a moment can stand."""

LOWEST, HIGHEST = 0, 10
"""The ends of the numeric rating scale: no pain, the worst pain imaginable."""

_SCORES = tuple(str(score) for score in range(LOWEST, HIGHEST + 1))


def the_one_starting(text: str, words: Iterable[Word]) -> Word | None:
    """Return the one word that a text is or begins, in any case; None if no word fits, or several do."""
    typed, known = text.strip().lower(), [*words]
    found = [word for word in known if word.lower() == typed] or [word for word in known if word.startswith(typed)]
    return found[0] if typed and len(found) == 1 else None


def parse_score(text: str) -> int:
    """Parse a score: a whole number 0-10, or as it is shown, `6/10`."""
    score = text.removesuffix(f"/{HIGHEST}")
    if score not in _SCORES:
        wanted = "a score is a whole number from 0 (no pain) to 10 (worst)"
        if not text[:1].isdigit():
            raise BadInput(wanted, "write one, such as 6")  # it may be a word of a note
        raise BadWord(wanted, "write one, such as 6", text, f"{wanted}, not {{}}")
    return int(score)


def feet_of(word: str) -> tuple[Foot, ...]:
    """Return the feet meant by `left`, `right`, `both` or the start of one, in any case; empty for any other word."""
    typed = the_one_starting(word, (*FEET, "both"))
    return FEET if typed == "both" else tuple(foot for foot in FEET if foot == typed)


def parse_foot(text: str) -> Foot:
    """Parse `left` or `right`, or the start of one, in any case."""
    feet = feet_of(text)
    if len(feet) != 1:
        raise BadInput("a foot is left or right", "write one of the two")
    return feet[0]


def parse_feet(text: str) -> tuple[Foot, ...]:
    """Parse `left`, `right` or `both`, or the start of one, in any case."""
    feet = feet_of(text)
    if not feet:
        raise BadInput("a foot is left, right or both", "write one of the three")
    return feet


def parse_moment(text: str) -> Moment:
    """Parse a moment, in any case; `after sitting` and `after_sitting` are `after-sitting`."""
    typed = "-".join(text.lower().replace("_", " ").split())
    for moment in MOMENTS:
        if typed == moment:
            return moment
    meant, remedy = (EVERYDAY_MOMENTS | _STANDING_UP).get(typed), f"the moments are {', '.join(MOMENTS)}"
    remedy = f"did you mean {meant}? {remedy}" if meant else did_you_mean(text, MOMENTS, remedy)
    raise BadInput("there is no such moment", remedy)


def parse_surface(text: str) -> Surface:
    """Parse a surface, or an unambiguous start of one."""
    surface = the_one_starting(text, SURFACES)
    if surface is None:
        raise BadInput(
            "the ground is soft, hard or mixed",
            "write hard for asphalt or stone, soft for grass or sand, mixed for some of each",
        )
    return surface
