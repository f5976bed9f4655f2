"""The page's text while the safety answers rule massage out."""

from textual.content import Content
from textual.widgets import Static

from heeldiary.store.diary import Diary
from heeldiary.store.routine.ask_first import last_answers


class Closed(Static):
    """Says why there is no routine now, and how to change that."""

    DEFAULT_CSS = "Closed { width: 62; max-width: 100%; height: auto; margin: 1 2; display: none; }"

    def read(self, diary: Diary) -> bool:
        """Show the reasons; return whether there are any."""
        answers = last_answers(diary)
        if answers is None or answers.outcome != "stop":
            return False
        reasons = (Content(question.why) for question in answers.reasons)
        remedy = Content("You can still use the diary. If this changes, press a to answer again.")
        self.update(Content("\n\n").join((Content.styled("No massage for now", "bold"), *reasons, remedy)))
        return True
