"""Scores in a refused command line, with their feet, moment, day and time in any order; imported for refusals alone."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from heeldiary.cli.commands import COMMANDS, SHORT_FORMS
from heeldiary.cli.everyday_words import EVERYDAY, STEMS
from heeldiary.cli.meant_amounts import WITH_OPTIONS, before_options
from heeldiary.cli.meant_days import TIME_OF_DAY, day_of, several_words
from heeldiary.domain.entries import LEAST_LETTERS
from heeldiary.domain.scales import EVERYDAY_MOMENTS, FEET, HIGHEST, MOMENTS, Moment, feet_of, the_one_starting
from heeldiary.errors import BadInput

FILLERS = ("at", "on")
"""Words before a time or a day."""

_BESIDE = (*FILLERS, "and", "in", "my", "the", "was", "is", "log", "pain", "score")
"""Words beside a score that change nothing."""

_GERMAN = {"links": "left", "rechts": "right", "beide": "both"}
"""The feet in German."""

_WRITTEN_OUT = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_IN_WORDS = {word: str(score) for score, word in enumerate(_WRITTEN_OUT)}
"""Scores that are written out."""

_MOST_NOTED = 4
"""The most words that are taken for a note."""

_PARTS = ("foot", "feet", "heel")
"""Words beside a foot that change nothing, and alone stand for one."""


_ONE_SCORE = re.compile(rf"heeldiary (?:log )?(--day (?:\"[^\"]*\"|\S+) )?(\d|{HIGHEST})(?! ?\d)(?=$|[ `;,])")

_TWO_SCORES = re.compile(rf"(\d|{HIGHEST})[,+&](\d|{HIGHEST})|(\d)/(\d)", re.ASCII)
"""Two scores in one word; `6/10` is one."""

_SCORES = [str(score) for score in range(HIGHEST + 1)]

_EXAMPLE = "4"
"""The score of an example for a foot and a moment without one."""

_JOINED = re.compile(
    rf"(l|left|r|right|both)[:=]?((?:\d|{HIGHEST})(?:/{HIGHEST})?)|((?:\d|{HIGHEST})(?:/{HIGHEST})?)(l|left|r|right)",
    re.ASCII,
)
"""A foot and its score in one word."""

_GOES_ON = re.compile("[;,] ")
"""What shows that a remedy names more than the one line."""


class MeantScore(NamedTuple):
    """What a line with a score was meant to log."""

    figures: str
    """`4`, `6 4`, `left 4` or `left 6 right 4`."""
    foot_is_named: bool
    moment: Moment | None
    day: str
    time: str
    begins_with: str
    """What the line begins with: foot, moment, day or score."""
    is_of_evening: bool = False
    """Whether it is a score of the evening, which has no moment of its own."""
    has_note: bool = False
    """Whether words follow that are perhaps a note."""

    def line(self, short: bool) -> str:
        """Return the whole command line; without `log` where it can be left out, if `short`."""
        moment = f" --moment {self.moment}" if self.moment not in (None, "first-step") else ""
        log = "" if short and not self.foot_is_named and not moment else "log "
        return (
            f"heeldiary {log}{self.figures}{moment}{self.day and f' --day {self.day}'}"
            f"{self.time and f' --time {self.time}'}"
        )

    @property
    def message(self) -> str:
        """What was out of its place; empty if nothing was."""
        if self.is_of_evening:
            return "there is no evening score"
        if self.moment not in (None, "first-step"):
            return "the moment follows the score" if self.begins_with == "moment" else "a moment is an option"
        if self.day or self.time:
            return f"a {'day' if self.day else 'time'} is an option"
        if self.has_note:
            return "a note is an option"
        return "a foot comes before its score" if self.foot_is_named and self.begins_with == "score" else ""

    @property
    def others(self) -> str:
        """What follows the line: the other moments it can be of, and where the note goes."""
        note = ", and the note behind --note, in quotes" if self.has_note else ""
        return f"{' (or average, or worst)' if self.is_of_evening else ''}{note}"


def moment_of(words: Sequence[str]) -> Moment | None:
    """Return the moment that some words say, as in `after sitting`."""
    found = _moment_and_words(words)
    return found[0] if found else None


def _moment_and_words(words: Sequence[str]) -> tuple[Moment, int] | None:
    """Return the moment that words begin with, and how many words say it."""
    for count in (2, 1):
        word = "-".join(words[:count]).lower().replace("_", "-")
        moment = the_one_starting(word, MOMENTS) if len(word) >= LEAST_LETTERS and len(words) >= count else None
        meant = moment or the_one_starting(EVERYDAY_MOMENTS.get(word, "").partition(",")[0], MOMENTS)
        if meant:
            return meant, count
    return None


def without_fillers(words: Sequence[str]) -> list[str]:
    """Return words in lower case, without punctuation and what stands before a time or a day: `on Monday`."""
    return [word for word in (typed.lower().strip(".,") for typed in words) if word not in FILLERS] or [""]


def meant_score(words: Sequence[str]) -> MeantScore | None:
    """Return what a line means that holds nothing but scores, feet, a moment, a day and a time; None for others."""
    feet: list[str] = []
    scores: list[str] = []
    moment, day, time, begins_with, has_part, noted = None, "", "", "", False, 0
    rest = [*_apart(before_options(words))]
    is_of_evening = any("evening" in word for word in rest)
    while rest:
        word, count = rest[0], 1
        is_score_before_day = word in _SCORES and several_words(rest[1:])
        if not day and not is_score_before_day and (dated := day_of(rest)):
            day, count = dated
            begins_with = begins_with or "day"
        elif re.fullmatch(rf"(\d|{HIGHEST})(/{HIGHEST})?", word, re.ASCII):
            scores.append(word.partition("/")[0])
            begins_with = begins_with or "score"
        elif feet_of(word):
            feet.append(str(the_one_starting(word, (*FEET, "both"))))
            begins_with = begins_with or "foot"
        elif re.fullmatch(TIME_OF_DAY, word, re.ASCII) and not time:
            time = word
        elif (found := _moment_and_words(rest)) and not moment:
            moment, count = found
            begins_with = begins_with or "moment"
        elif word == "-" and len(feet) > len(scores):
            feet.pop()  # that foot has no score
        elif word in _PARTS:
            has_part = True
            begins_with = begins_with or "foot"
        elif feet and scores and _may_be_noted(word):
            noted += 1
        elif word not in _BESIDE:
            return None
        del rest[:count]
    if noted > _MOST_NOTED:
        return None
    scores = scores or [_EXAMPLE] * (moment is not None and (len(feet) == 1 or has_part))
    figures = _figures(feet, scores)
    if not figures:
        return None
    return MeantScore(figures, bool(feet), moment, day, time, begins_with, is_of_evening, noted > 0)


def _may_be_noted(word: str) -> bool:
    """Return whether a word behind the scores of both feet, or of one, is no word of the diary."""
    known = {*_BESIDE, *COMMANDS, *SHORT_FORMS, *STEMS, *EVERYDAY} - {"rain", "rainy"}
    return word.isalpha() and word not in known and the_one_starting(word, SHORT_FORMS) is None


def _apart(words: Sequence[str]) -> Iterator[str]:
    """Yield words in lower case without punctuation; of a foot and a score in one, as in `6L` or `left:6`, each."""
    for word in words:
        plain = word.lower().strip(".,:;=")
        plain = _GERMAN.get(plain, _IN_WORDS.get(plain, plain))
        joined = _JOINED.fullmatch(plain) or _TWO_SCORES.fullmatch(plain)
        yield from filter(None, joined.groups()) if joined else [plain]


def _figures(feet: Sequence[str], scores: Sequence[str]) -> str:
    """Return scores as `log` takes them; empty if it is unclear whose they are."""
    if not feet and 1 <= len(scores) <= len(FEET):
        return " ".join(scores)
    if {*feet} == {*FEET} and len(scores) == 1:
        return f"both {scores[0]}"
    if len(feet) != len(scores) or len({*feet}) < len(feet) or (len(feet) > 1 and "both" in feet):
        return ""
    return " ".join(f"{foot} {score}" for foot, score in zip(feet, scores, strict=True))


def refused_score(words: Sequence[str], wrong: str, *, has_options: bool = False) -> BadInput | None:
    """Return the refusal of a line of `log` that is about scores; None for others.

    `wrong` is what is wrong if nothing is out of its place.
    """
    meant = meant_score(words)
    if meant is None:
        return None
    remedy = f"as in: {meant.line(short=False)}{meant.others}{WITH_OPTIONS * has_options}"
    return BadInput(meant.message or wrong, remedy)


def options_first(words: Sequence[str]) -> str:
    """Return how a line is written that begins with an option; only a day with nothing but scores is repeated."""
    option, _, value = words[0].partition("=")
    day, *scores = [*([value] if value else []), *words[1:], ""]
    found, scores = day_of(day.split()), scores[:-1]
    is_whole = found and found[1] == len(day.split()) and {*scores} <= {*_SCORES} and 1 <= len(scores) <= len(FEET)
    if option not in ("-d", "--day") or not found or not is_whole:
        found, scores = ("yesterday", 1), ["5"]
    line, figures = f"--day {found[0]}", " ".join(scores)
    return f"as in: heeldiary {figures} {line}, or: heeldiary log {line} {figures}"


def name_foot(remedy: str) -> str:
    """Return a remedy whose one score has a foot before it, for a person with two affected feet."""
    if "log left" in remedy or not _ONE_SCORE.search(remedy):
        return remedy
    named = _ONE_SCORE.sub(r"heeldiary log \1left \2", remedy)
    if _GOES_ON.search(remedy):
        return named
    return f"{named} (or right, or both)" if named.endswith("?") else f"{named}, or right, or both"
