"""The first start: two questions and the first score, while the diary is empty."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from heeldiary.store.recording import set_settings
from heeldiary.tui.page import Page

if TYPE_CHECKING:
    from heeldiary.tui.diary.welcome import WelcomeAnswer


class Welcoming:
    """Welcomes a new person on a page that takes scores."""

    def __init__(self, page: Page, score: Callable[[int, str], None]) -> None:
        """`score` takes the first digit, and a text to add to what is said of it."""
        self._page = page
        self._score = score

    def greet(self) -> None:
        """Ask two questions if nothing is logged or set yet."""
        page = self._page
        if page.diary.first_day() is None and not page.settings.stored:
            page.call_after_refresh(self._welcome)
            page.say("Nothing is logged yet: press a digit, 0 to 9, to score these first steps.", important=True)

    def _welcome(self) -> None:
        from heeldiary.tui.diary.welcome import Welcome

        self._page.app.push_screen(Welcome(), self._welcomed)

    def _welcomed(self, answer: "WelcomeAnswer | None") -> None:
        page = self._page
        if answer is not None:
            page.change(
                lambda: set_settings(page.diary, "the first settings", answer.settings),
                lambda _: page.begin(),
            )
            if answer.score is not None:
                foot = answer.settings["affected-foot"]
                doubt = f"That was the {foot} foot. If the other one hurts, or both, press , for Settings."
                self._score(answer.score, "" if answer.foot_was_chosen else doubt)
