"""A page that can open the weekly review."""

from datetime import date

from heeldiary.tui.page import Page


class ReviewingPage(Page):
    """Opens the weekly review at the selected week."""

    def action_review(self) -> None:
        """Open the review of the selected week, else the latest."""
        from heeldiary.tui.review.review import ReviewDialog

        def open_review() -> None:
            self.app.push_screen(ReviewDialog(self.diary, self.gone_to, self.reload))

        self.attempt(open_review)

    @property
    def gone_to(self) -> date | None:
        """A day of the chosen time; None for the present."""
        return None
