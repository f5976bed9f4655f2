"""The next morning in words: a note of one day, never a verdict."""

from heeldiary.domain.durations import minutes_words, seconds_words
from heeldiary.domain.text import shown
from heeldiary.domain.weeks.next_morning import MEAN_DAYS, NextMorning


def note_words(found: NextMorning) -> str:
    """For a day shown whole: `left foot the morning after massage 5 min: 6; 7-day mean before 5.2 (6 of 7)`."""
    return f"{found.foot} foot the morning after {done_words(found)}: {found.score}; {mean_words(found)}"


def done_words(found: NextMorning) -> str:
    """`massage 5 min, walking 2 h (more than usual)`."""
    told = [_one(what, seconds) for what, seconds in found.done]
    return ", ".join(told) + (" (more activity than usual)" if found.more_than_usual else "")


def mean_words(found: NextMorning) -> str:
    """What stands beside it, with its count: `7-day mean 5.2 (6 of 7)`."""
    return f"{MEAN_DAYS}-day mean {found.mean:.1f} ({found.mornings} of {MEAN_DAYS})"


def line_words(found: NextMorning, today: bool, room: int) -> str:
    """For the Diary, in one line of so many columns under the morning's own score: the longest that fits.

    What was done loses its times first, then its end; the mean and its count stay whole.
    """
    when = "Yesterday" if today else "The day before"
    this = f"{'this' if today else 'that'} morning {found.score}"
    kinds = ", ".join(shown(what, newline=" ") for what, _ in found.done)
    short = f"{MEAN_DAYS}-day mean {found.mean:.1f} ({found.mornings})"
    candidates = (
        f"{when}: {done_words(found)}; {this}, {mean_words(found)}",
        f"{when}: {done_words(found)}; {mean_words(found)}",
        f"{when}: {done_words(found)}; {short}",
        f"{when}: {kinds}; {mean_words(found)}",
        f"{when}: {kinds}; {short}",
    )
    for line in candidates:
        if len(line) <= room:
            return line
    return f"{when}: {kinds}"[: max(0, room - len(short) - 3)].rstrip(" ,") + f"…; {short}"


def _one(what: str, seconds: int) -> str:
    word = shown(what, newline=" ")
    if not seconds:
        return word
    return f"{word} {seconds_words(seconds) if seconds < 60 else minutes_words(round(seconds / 60))}"
