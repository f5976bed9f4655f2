"""Choosing the factors of Links on the Trends page."""

from collections.abc import Callable

from heeldiary.domain.links.text import about_factor, format_declared
from heeldiary.domain.scales import Foot
from heeldiary.store.links.links import declare, possible_factors, selected_factors
from heeldiary.tui.page import Page
from heeldiary.tui.trends.factors import Factors


class Naming:
    """Asks for the factors and saves them."""

    def __init__(self, page: Page, foot: Foot, done: Callable[[], None]) -> None:
        self._page = page
        self._foot = foot
        self._done = done

    def ask(self) -> None:
        """Open the list of possible factors."""
        self._page.attempt(self._open)

    def _open(self) -> None:
        diary = self._page.diary
        named = selected_factors(diary)
        possible = possible_factors(diary, self._foot, diary.today())

        def answered(names: tuple[str, ...] | None) -> None:
            if names is not None and names != named:
                self._page.change(lambda: declare(diary, names), lambda _: self._kept(names))
            elif names is not None:
                self._done()

        self._page.app.push_screen(Factors(named, possible, about_factor), answered)

    def _kept(self, names: tuple[str, ...]) -> None:
        self._page.say(f"{format_declared(names)}. u undoes it.")
        self._done()
