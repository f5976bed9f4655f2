"""The safety questions asked before the first session and every 90 days."""

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from heeldiary.domain.routine.ask_first import AGREED, FOLLOW_UP, SAFETY_QUESTIONS, next_question
from heeldiary.tui.dialogs.dialog import Dialog

_KEYS = "y yes   n no   escape not now"
_KEYS_TO_GO_BACK = "y yes   n no   backspace previous question   escape not now"


class AskFirst(Dialog[dict[str, bool]]):
    """Asks one question at a time, answered by y or n. Returns all answers, or None if closed before the end."""

    DEFAULT_CSS = """
    AskFirst #question { margin: 1 0; text-style: bold; }
    AskFirst .about { color: $text-muted; }
    """

    def __init__(self) -> None:
        super().__init__("Ask first", _KEYS)
        self._answers: dict[str, bool] = {}

    def content(self) -> ComposeResult:
        """Compose the reason, the progress and the question."""
        yield Static(
            "Firm pressure is not safe for everyone. You answer a few questions before your first session, and "
            "again every 90 days. The answers stay in your diary.",
            classes="about",
            markup=False,
        )
        yield Static(id="question", markup=False)
        yield Static(id="progress", classes="about")

    def on_mount(self) -> None:
        """Show the first question."""
        self._ask()

    def on_key(self, event: events.Key) -> None:
        """Record an answer, or go back one question."""
        name = next_question(self._answers)
        if event.key in ("y", "n") and name:
            self._answers[name] = event.key == "y"
        elif event.key == "backspace" and self._answers:
            self._answers.popitem()
        else:
            return
        event.stop()
        if next_question(self._answers) is None:
            self.dismiss(self._answers)
        else:
            self._ask()

    def _ask(self) -> None:
        name = next_question(self._answers)
        texts = {question.name: question.text for question in SAFETY_QUESTIONS} | {AGREED: FOLLOW_UP}
        self.query_one("#question", Static).update(texts[name or AGREED])
        self.show_keys(_KEYS_TO_GO_BACK if self._answers else _KEYS)
        number = min(len(self._answers) + 1, len(SAFETY_QUESTIONS))
        dots = [
            ("● " if at < number else "○ ", "$accent" if at < number else "$text-disabled")
            for at in range(len(SAFETY_QUESTIONS))
        ]
        place = "one more" if name == AGREED else f"question {number} of {len(SAFETY_QUESTIONS)}"
        self.query_one("#progress", Static).update(Content.assemble(*dots, place))
