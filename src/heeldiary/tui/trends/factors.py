"""Which factors Links looks at: up to five, chosen from a list."""

from collections.abc import Callable, Mapping, Sequence

from textual.content import Content

from heeldiary.domain.links.factors import FACTOR_NAMES, MOST_FACTORS
from heeldiary.domain.links.text import days_logged, full_factor_title, too_many
from heeldiary.domain.text import separate
from heeldiary.tui.dialogs.listing import Listing

_TITLE_COLUMNS = 34


class Factors(Listing[tuple[str, ...]]):
    """Answers the names that were chosen, in their order; None for escape."""

    def __init__(self, named: Sequence[str], possible: Mapping[str, int], told: Callable[[str], str]) -> None:
        """`possible` has the days on which the diary has something; `told` says what a factor is."""
        super().__init__("Links: name up to five factors", "space choose   enter keep   escape close")
        self._names = list(dict.fromkeys((*named, *possible, *FACTOR_NAMES)))
        self._named = list(named)
        self._possible = possible
        self._about = told

    def lines(self) -> Sequence[Content]:
        """Each factor with a mark, and the days on which the diary has it."""
        return [self._line(name) for name in self._names]

    def told(self, at: int) -> str:
        """What a day with it is."""
        return separate(self._about(self._names[at]))

    def do(self, key: str, at: int) -> bool:
        """Choose one or let it go; keep what is chosen."""
        name = self._names[at]
        if key == "enter":
            self.dismiss(tuple(self._named))
        elif key != "space":
            return False
        elif name in self._named:
            self._named.remove(name)
            self._show(at)
        elif len(self._named) == MOST_FACTORS:
            self.complain(too_many())
        else:
            self._named.append(name)
            self._show(at)
        return True

    def _show(self, at: int) -> None:
        self.complain("")
        self.fill(at)

    def _line(self, name: str) -> Content:
        chosen = name in self._named
        title = separate(full_factor_title(name))[:_TITLE_COLUMNS]
        return Content.assemble(
            "● " if chosen else "○ ",
            f"{title:{_TITLE_COLUMNS}}  ",
            (days_logged(self._possible.get(name, 0)), "$text-muted"),
        )
