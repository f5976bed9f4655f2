"""The page's text while the safety answers rule massage out."""

from textual.content import Content
from textual.widgets import Static

from heeldiary.store.diary import Diary
from heeldiary.store.routine.ask_first import last_answers


class Closed(Static):
    """Says why there is no routine now, and how to change that."""

    DEFAULT_CSS = """
    Closed { width: 62; max-width: 100%; height: auto; margin: 1 2; padding: 1 3; display: none;
             border: heavy $error; border-title-color: $error; border-title-style: bold; }
    RoutinePage.-tiny Closed { margin: 0 1; padding: 0 1; }
    """
    SCOPED_CSS = False

    def read(self, diary: Diary) -> bool:
        """Show the reasons; return whether there are any."""
        answers = last_answers(diary)
        if answers is None or answers.outcome != "stop":
            return False
        reasons = (Content.styled(question.why, "bold") for question in answers.reasons)
        remedy = Content.styled("You can still use the diary. If this changes, press a to answer again.", "$text-muted")
        self.border_title = "No massage for now"
        self.update(Content("\n\n").join((*reasons, remedy)))
        return True
