"""A picture: a grid of character cells with colour roles."""

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple
from unicodedata import category, east_asian_width


class Ink(NamedTuple):
    """The style of a cell. Colours are roles, such as `muted` or `left-6`, resolved by a palette."""

    fore: str | None = None
    back: str | None = None
    bold: bool = False
    underline: bool = False
    italic: bool = False


PLAIN = Ink()


class Cell(NamedTuple):
    """A character with its style."""

    sign: str = " "
    ink: Ink = PLAIN


def cells_of(text: str) -> list[str]:
    """Return a text's cells: a character with its marks each, and an empty one behind a wide character."""
    cells: list[str] = []
    for sign in text:
        if category(sign) in ("Mn", "Me", "Cf") and cells:
            at = next(at for at in range(len(cells) - 1, -1, -1) if cells[at])
            cells[at] += sign
        else:
            cells += [sign, ""] if east_asian_width(sign) in "WF" else [sign]
    return cells


def width_of(text: str) -> int:
    """Return the columns that a text takes."""
    return len(text) if text.isascii() else len(cells_of(text))


def cut(text: str, columns: int) -> str:
    """Return a text, cut with `…` if it is wider than some columns."""
    if width_of(text) <= columns:
        return text
    kept = cells_of(text)[: max(0, columns - 1)]
    return f"{''.join(kept[: -1 if kept and east_asian_width(kept[-1][:1] or ' ') in 'WF' else None]).rstrip()}…"


class Picture:
    """A grid of cells to draw on; anything outside is cut off."""

    def __init__(self, columns: int, rows: int) -> None:
        self.columns = columns
        self.rows = rows
        self.cells = [[Cell()] * columns for _ in range(rows)]

    def put(self, column: int, row: int, sign: str, ink: Ink = PLAIN) -> None:
        """Set a cell; without a background it keeps the current one."""
        if 0 <= row < self.rows and 0 <= column < self.columns:
            back = self.cells[row][column].ink.back
            self.cells[row][column] = Cell(sign, ink if ink.back or not back else ink._replace(back=back))

    def write(self, column: int, row: int, text: str, ink: Ink = PLAIN) -> None:
        """Write text to the right of a cell. Behind a wide character stands an empty cell, marks share one."""
        for offset, sign in enumerate(text if text.isascii() else cells_of(text)):
            self.put(column + offset, row, sign, ink)

    def write_right(self, end: int, row: int, text: str, ink: Ink = PLAIN) -> None:
        """Write text that ends before the column `end`."""
        self.write(end - width_of(text), row, text, ink)

    def write_centred(self, middle: int, row: int, text: str, ink: Ink = PLAIN) -> None:
        """Write text around a column."""
        self.write(middle - width_of(text) // 2, row, text, ink)

    def lay(self, column: int, row: int, other: "Picture") -> None:
        """Copy another picture onto this one, with its top left corner at a cell."""
        for y, cells in enumerate(other.cells):
            for x, cell in enumerate(cells):
                if cell.sign != " " or cell.ink.back:
                    self.put(column + x, row + y, *cell)

    @property
    def used_rows(self) -> int:
        """The number of rows down to the last one with anything on it."""
        used = (any(cell.sign != " " or cell.ink.back for cell in cells) for cells in self.cells)
        return max((row for row, is_used in enumerate(used, 1) if is_used), default=0)

    @property
    def used_columns(self) -> int:
        """The number of columns up to the last one with anything on it."""
        columns = (column for cells in self.cells for column, cell in enumerate(cells, 1) if cell != Cell())
        return max(columns, default=0)

    def runs(self, row: int) -> Iterator[tuple[str, Ink]]:
        """Return a row as runs of text with one style."""
        for ink, cells in groupby(self.cells[row], key=lambda cell: cell.ink):
            yield "".join(cell.sign for cell in cells), ink

    def text(self) -> str:
        """Return the characters, without trailing spaces."""
        return "\n".join("".join(cell.sign for cell in row).rstrip() for row in self.cells)
