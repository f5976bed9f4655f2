"""A page from which the weekly review is opened."""

from datetime import date

from heeldiary.tui.page import Page


class ReviewingPage(Page):
    """Opens the weekly review at the week in sight."""

    def action_review(self) -> None:
        """Look back at a week: the one in sight, else the latest that can be."""
        from heeldiary.tui.review.review import ReviewDialog

        def open_review() -> None:
            self.app.push_screen(ReviewDialog(self.diary, self.gone_to, self.reload))

        self.attempt(open_review)

    @property
    def gone_to(self) -> date | None:
        """A day of the time that was gone to; None where nothing but the present was chosen."""
        return None
