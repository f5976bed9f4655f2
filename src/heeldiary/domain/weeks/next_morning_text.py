"""The text of the next morning: a note of one day, never a verdict."""

from heeldiary.domain.durations import format_minutes, format_seconds
from heeldiary.domain.text import display_text
from heeldiary.domain.weeks.next_morning import MEAN_DAYS, NextMorning


def format_note(morning: NextMorning) -> str:
    """Return the note for `show`: `left foot the morning after massage 5 min: 6; 7-day mean before 5.2 (6 of 7)`."""
    return f"{morning.foot} foot the morning after {format_done(morning)}: {morning.score}; {format_mean(morning)}"


def format_done(morning: NextMorning) -> str:
    """`massage 5 min, walking 2 h (more than usual)`."""
    parts = [_one(what, seconds) for what, seconds in morning.done]
    return ", ".join(parts) + (" (more activity than usual)" if morning.more_than_usual else "")


def format_mean(morning: NextMorning) -> str:
    """Return the mean with its count: `7-day mean 5.2 (6 of 7)`."""
    return f"{MEAN_DAYS}-day mean {morning.mean:.1f} ({morning.mornings} of {MEAN_DAYS})"


def format_line(morning: NextMorning, today: bool, room: int) -> str:
    """Return the longest line that fits a number of columns, for the Diary.

    What was done loses its times first, then its end; the mean and its count stay complete.
    """
    when = "Yesterday" if today else "The day before"
    this = f"{'this' if today else 'that'} morning {morning.score}"
    kinds = ", ".join(display_text(what, newline=" ") for what, _ in morning.done)
    short = f"{MEAN_DAYS}-day mean {morning.mean:.1f} ({morning.mornings})"
    candidates = (
        f"{when}: {format_done(morning)}; {this}, {format_mean(morning)}",
        f"{when}: {format_done(morning)}; {format_mean(morning)}",
        f"{when}: {format_done(morning)}; {short}",
        f"{when}: {kinds}; {format_mean(morning)}",
        f"{when}: {kinds}; {short}",
    )
    for line in candidates:
        if len(line) <= room:
            return line
    return f"{when}: {kinds}"[: max(0, room - len(short) - 3)].rstrip(" ,") + f"…; {short}"


def _one(what: str, seconds: int) -> str:
    word = display_text(what, newline=" ")
    if not seconds:
        return word
    return f"{word} {format_seconds(seconds) if seconds < 60 else format_minutes((seconds + 30) // 60)}"
