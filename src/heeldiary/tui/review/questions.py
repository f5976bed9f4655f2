"""The questions of the weekly review, with the answer or how to write one."""

from textwrap import wrap

from textual import events
from textual.content import Content
from textual.widgets import Static

from heeldiary.domain.review.review import Review
from heeldiary.domain.review.text import REVIEW_QUESTIONS, answer_lines, sign_lines
from heeldiary.domain.text import display_text

_NUMBER_COLUMNS = 2


class ReviewQuestions(Static):
    """Shows the questions of a week; one that needs a second line goes on below its first word."""

    _review: Review | None = None

    def show(self, review: Review) -> None:
        """Show the questions of a week."""
        self._review = review
        self.update(questions(review, self.content_size.width))

    def on_resize(self, _: events.Resize) -> None:
        """Wrap the questions to the new width."""
        if self._review is not None:
            self.update(questions(self._review, self.content_size.width))


def questions(review: Review, columns: int) -> Content:
    """Return the questions and the answer, or how to write one; 0 columns are not wrapped."""
    lines = [Content(line) for line in sign_lines(review)]
    lines += [Content("")] if lines else []
    lines.append(Content.styled("In your own words", "bold"))
    for place, question in enumerate(REVIEW_QUESTIONS, 1):
        room = columns - _NUMBER_COLUMNS
        first, *others = wrap(question, room) if room > 0 else [question]
        lines.append(Content.assemble((f"{place} ", "$text-muted"), first))
        lines += [Content(" " * _NUMBER_COLUMNS + other) for other in others]
    lines.append(Content(""))
    answers = [Content.styled(display_text(line), "italic") for line in answer_lines(review)]
    lines += answers or [Content.styled("enter: write an answer, or leave it empty", "$text-disabled")]
    return Content("\n").join(lines)
