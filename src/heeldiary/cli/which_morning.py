"""Asking at a terminal which morning is meant, before a score replaces an older one or goes to a past day."""

from collections.abc import Sequence

from heeldiary.cli.context import CommandContext
from heeldiary.domain.days import short_day
from heeldiary.domain.entries import Entry
from heeldiary.domain.text import capitalized
from heeldiary.store.replacing import Answer, ReplaceQuestion, format_question

_TONIGHT = "tonight"
"""What is typed for the pain of the night: its first letter is not that of `neither`."""


def ask(context: CommandContext, question: ReplaceQuestion) -> Answer | None:
    """Ask the person; return the answer, or None without one."""
    doubt = format_question(question)
    sentence = f"{capitalized(doubt)}."
    if not question.replaced:
        choice = context.ask(f"{sentence} Save it on that day?", ("yes", "no"))
        return "replace" if choice == "yes" else None
    sitting = ", add this one as after sitting," if "after-sitting" in question.answers else ""
    night = f", or is it tonight's pain{_taken(question.of_night)}" if "night" in question.answers else ""
    other = f"{short_day(question.other)}{_taken(question.on_other)}"
    asked = f"{sentence} Replace it{sitting} or is it the other day's, {other}{night}?"
    words = {_TONIGHT if answer == "night" else answer: answer for answer in question.answers}
    return words.get(context.ask(asked, (*words, "neither")) or "")


def _taken(entries: Sequence[Entry]) -> str:
    """What would be replaced there: nobody replaces what they have not seen."""
    scores = [str(getattr(entry.fact, "score", "")) for entry in entries]
    return f" (replacing its {' and '.join(scores)})" if scores else ""
