"""The dialog to choose up to five factors for Links."""

from collections.abc import Callable, Mapping, Sequence

from textual.content import Content

from heeldiary.domain.links.factors import FACTOR_NAMES, MOST_FACTORS
from heeldiary.domain.links.text import days_logged, full_factor_title, too_many
from heeldiary.domain.text import separate
from heeldiary.tui.dialogs.listing import Listing

_DAYS_COLUMNS = len("not logged yet")
_TITLE_COLUMNS, _BESIDE_COLUMNS = 34, 25
"""The most columns of a title, and those that a small terminal needs beside it."""


class Factors(Listing[tuple[str, ...]]):
    """Returns the chosen names in their order, or None for escape."""

    def __init__(self, named: Sequence[str], possible: Mapping[str, int], detail: Callable[[str], str]) -> None:
        """`possible` has the number of days of each factor; `detail` describes a factor."""
        super().__init__("Links: choose up to five factors", "space choose   enter save   escape close")
        self._names = list(dict.fromkeys((*named, *possible, *FACTOR_NAMES)))
        self._named = list(named)
        self._possible = possible
        self._about = detail

    def lines(self) -> Sequence[Content]:
        """Return each factor with its mark and its number of days."""
        return [self._line(name) for name in self._names]

    def detail(self, at: int) -> str:
        """Return what counts as a day with the factor."""
        return separate(self._about(self._names[at]))

    def do(self, key: str, at: int) -> bool:
        """Choose or drop a factor, or save the choice."""
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
        columns = min(_TITLE_COLUMNS, self.app.size.width - _BESIDE_COLUMNS) if self.is_running else _TITLE_COLUMNS
        title = separate(full_factor_title(name))[:columns]
        return Content.assemble(
            "● " if chosen else "○ ",
            f"{title:{columns}}  ",
            (f"{days_logged(self._possible.get(name, 0)):>{_DAYS_COLUMNS}}", "$text-muted"),
        )
