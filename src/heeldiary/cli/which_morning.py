"""Asks at a terminal what is meant, where a score would replace one of another hour or the clock was set back."""

from heeldiary.cli.context import CommandContext
from heeldiary.domain.days import short_day
from heeldiary.store.replacing import Answer, ReplaceQuestion, there_text


def ask(context: CommandContext, question: ReplaceQuestion) -> Answer | None:
    """What the person means; None if they will not say."""
    there = there_text(question)
    told = f"{there[:1].upper()}{there[1:]}."
    if not question.there:
        choice = context.ask(f"{told} Save it on that day?", ("yes", "no"))
        return "replace" if choice == "yes" else None
    sitting = ", add this one as after sitting," if "after-sitting" in question.answers else ""
    asked = f"{told} Replace it{sitting} or is it the other day's, {short_day(question.other)}{_taken(question)}?"
    choice = context.ask(asked, (*question.answers, "neither"))
    return next((answer for answer in question.answers if answer == choice), None)


def _taken(question: ReplaceQuestion) -> str:
    """What would be replaced on the other day: nobody replaces what they have not seen."""
    scores = [str(getattr(entry.fact, "score", "")) for entry in question.on_other]
    return f" (replacing its {' and '.join(scores)})" if scores else ""
