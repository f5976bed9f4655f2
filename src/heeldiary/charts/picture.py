"""A picture: a grid of character cells, each with the roles of its colours."""

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple


class Ink(NamedTuple):
    """How a cell is painted. Colours are roles, such as `muted` or `left-6`, that a palette turns into colours."""

    fore: str | None = None
    back: str | None = None
    bold: bool = False
    underline: bool = False
    italic: bool = False


PLAIN = Ink()


class Cell(NamedTuple):
    """One character and how it is painted."""

    sign: str = " "
    ink: Ink = PLAIN


class Picture:
    """A grid of cells to paint on. What falls outside is cut off."""

    def __init__(self, columns: int, rows: int) -> None:
        self.columns = columns
        self.rows = rows
        self.cells = [[Cell()] * columns for _ in range(rows)]

    def put(self, column: int, row: int, sign: str, ink: Ink = PLAIN) -> None:
        """Paint one cell; without a background of its own it keeps the one there."""
        if 0 <= row < self.rows and 0 <= column < self.columns:
            back = ink.back or self.cells[row][column].ink.back
            self.cells[row][column] = Cell(sign, ink._replace(back=back))

    def write(self, column: int, row: int, text: str, ink: Ink = PLAIN) -> None:
        """Write text from a cell on, to the right. Every character is one cell wide."""
        for offset, sign in enumerate(text):
            self.put(column + offset, row, sign, ink)

    def write_right(self, end: int, row: int, text: str, ink: Ink = PLAIN) -> None:
        """Write text that ends before the column `end`."""
        self.write(end - len(text), row, text, ink)

    def write_centred(self, middle: int, row: int, text: str, ink: Ink = PLAIN) -> None:
        """Write text around a column."""
        self.write(middle - len(text) // 2, row, text, ink)

    def lay(self, column: int, row: int, other: "Picture") -> None:
        """Lay another picture on this one, with its top left corner at a cell."""
        for y, cells in enumerate(other.cells):
            for x, cell in enumerate(cells):
                if cell.sign != " " or cell.ink.back:
                    self.put(column + x, row + y, *cell)

    def runs(self, row: int) -> Iterator[tuple[str, Ink]]:
        """A row as runs of text painted alike."""
        for ink, cells in groupby(self.cells[row], key=lambda cell: cell.ink):
            yield "".join(cell.sign for cell in cells), ink

    def text(self) -> str:
        """The signs alone, without trailing blanks."""
        return "\n".join("".join(cell.sign for cell in row).rstrip() for row in self.cells)
