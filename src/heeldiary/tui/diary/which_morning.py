"""Asked before a score of another hour is replaced, in the small hours, and where the clock was set back."""

from textual import events
from textual.widgets import Static

from heeldiary.domain.days import long_day
from heeldiary.domain.entries import Entry, Pain
from heeldiary.domain.scales import HIGHEST
from heeldiary.domain.text import capitalized
from heeldiary.store.replacing import Answer, ReplaceQuestion, format_question
from heeldiary.tui.dialogs.choose import Choose

UNREAD_SECONDS = 0.7
"""A key that comes sooner was typed before the question could be read: it is the next score, and no answer."""


class WhichMorning(Choose[Answer]):
    """Asks what is meant: to replace the score that is there, one after sitting, another day's or the night's."""

    def __init__(self, question: ReplaceQuestion, score: int, is_late: bool = False) -> None:
        """`is_late` says that it opens when something else is closed, not by the key for the score."""
        self.score = score
        """What was typed; it is asked at the 1 of a 1 0, so the 0 still makes it a ten."""
        self._about = question
        self._is_late = is_late
        self._opened = 0.0
        answers = tuple((str(key), _words(question, answer), answer) for key, answer in enumerate(question.answers, 1))
        super().__init__(_title(question), self._question_text(), answers)
        self.day = question.day

    def on_mount(self) -> None:
        """Remember when it opened, in seconds of the app's clock."""
        self._opened = self.host.seconds()

    def on_key(self, event: events.Key) -> None:
        """Take the 0 of a ten; keep from the answers what was typed before the question could be read."""
        if event.key == "0" and self.score == 1 and not self._is_late:
            self.score = HIGHEST
            self.query_one(".question", Static).update(self._question_text())
        elif self.host.seconds() - self._opened < UNREAD_SECONDS and (event.key.isdecimal() or self._is_late):
            event.stop()
            event.prevent_default()
            digit = "; the digit you pressed is not saved" if event.key.isdecimal() else ""
            self.complain(f"Answer this first{digit}.")

    def _question_text(self) -> str:
        return f"{_there(self._about)} The new score is {self.score}."


def _there(question: ReplaceQuestion) -> str:
    """What is there: `This morning's score of the left foot was 7 at 07:04.`, on another day the day by its name."""
    match question.reason, question.moment, question.replaced:
        case "older", "first-step", (Entry(at=at, fact=Pain(foot=foot, score=score)),) if at.date() == question.day:
            return f"This morning's score of the {foot} foot was {score} at {at:%H:%M}."
    words = format_question(question)
    return f"{capitalized(words)}."


def _title(question: ReplaceQuestion) -> str:
    match question.reason, question.moment:
        case "clock", _:
            return "Is the clock right?"
        case _, "first-step":
            return "Which morning do you mean?"
        case _, "night":
            return "Which night do you mean?"
    return "Which day do you mean?"


def _words(question: ReplaceQuestion, answer: Answer) -> str:
    """An answer, with the score that it replaces."""
    match answer:
        case "after-sitting":
            return "After sitting or a nap: add it and replace nothing"
        case "other":
            return f"{long_day(question.other)}{_replaced(question.on_other)}"
        case "night":
            return f"The pain of this night{_replaced(question.of_night) or ': add it and replace nothing'}"
    if not question.replaced:
        return f"{long_day(question.day)}: save it there"
    return f"{long_day(question.day)}{_replaced(question.replaced)}"


def _replaced(entries: tuple[Entry, ...]) -> str:
    scores = [str(entry.fact.score) for entry in entries if isinstance(entry.fact, Pain)]
    return f": replace its {' and '.join(scores)}" if scores else ""
