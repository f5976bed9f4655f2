"""The header: the screens' names, and what the open one shows at the right."""

from collections.abc import Sequence

from textual import events
from textual.message import Message

from heeldiary.charts.picture import Ink, Picture
from heeldiary.tui.widgets.drawing import Drawing

PAGE_NAMES = ("diary", "routine", "trends", "care", "guide")

_HERE = Ink("accent", bold=True)
_GAP_COLUMNS = 3
_NARROW_GAP_COLUMNS = 2


class Header(Drawing):
    """The screens' names, each with its key underlined; the open one in the accent, with a rule below."""

    DEFAULT_CSS = "Header { height: 2; }"

    class Chosen(Message):
        """A screen's name was clicked."""

        def __init__(self, name: str) -> None:
            super().__init__()
            self.name = name

    def __init__(self, active: str, mark: str = "") -> None:
        """`mark` stands before the aside, as `demo` does."""
        super().__init__()
        self._active = active
        self._mark = mark
        self._asides: Sequence[str] = ()

    def tell(self, *asides: str) -> None:
        """Texts for the right margin, such as the day, the foot or the time left; the first that fits is shown."""
        if asides != self._asides:
            self._asides = asides
            self.redraw()

    def draw(self, columns: int, rows: int) -> Picture:
        """Render the names at the left and, if it fits, the aside at the right."""
        picture = Picture(columns, rows)
        end = 0
        for name, column in _places(columns):
            if name == self._active:
                picture.write(column, 0, name.capitalize(), _HERE)
                picture.write(column, 1, "━" * len(name), _HERE)
            else:
                picture.write(column, 0, name.capitalize(), Ink("muted"))
                picture.put(column, 0, name[0].upper(), Ink("muted", underline=True))
            end = column + len(name)
        mark = self._mark
        asides = [f"{mark} · {aside}" for aside in self._asides if aside] + [mark] if mark else self._asides
        aside = next((aside for aside in asides if len(aside) <= columns - end - 2), "")
        picture.write_right(columns, 0, aside, Ink("muted"))
        if mark and aside:
            picture.write(columns - len(aside), 0, mark, Ink("text", bold=True))
        return picture

    def on_click(self, event: events.Click) -> None:
        """Post the name that was clicked."""
        for name, column in _places(self.size.width):
            if event.y < 2 and column <= event.x < column + len(name):
                self.post_message(self.Chosen(name))


def _places(columns: int) -> list[tuple[str, int]]:
    """Return each name with its column."""
    needed = sum(len(name) + _GAP_COLUMNS for name in PAGE_NAMES) - _GAP_COLUMNS
    gap = _GAP_COLUMNS if columns >= needed else _NARROW_GAP_COLUMNS
    places, column = [], 0
    for name in PAGE_NAMES:
        places.append((name, column))
        column += len(name) + gap
    return places
