"""A canvas of quarter cells in layers, drawn as block characters: what is painted later covers what is beneath."""

from collections.abc import Collection, Sequence

from heeldiary.charts.picture import Cell, Ink, Picture

_QUARTERS = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"
"""By the sum of 1 (top left), 2 (top right), 4 (bottom left), 8 (bottom right)."""


class Layers:
    """Quarter cells with a colour role each. A cell has two colours: of three, the lowest gives way."""

    def __init__(self, columns: int, rows: int, surfaces: Collection[str]) -> None:
        """`surfaces` are roles of which a whole cell is a background, not a mark."""
        self.columns, self.rows = columns, rows
        self._surfaces = surfaces
        self._layers: list[str | None] = [None]
        """The roles, from the ground up."""
        self._quarters = [[0] * (2 * columns) for _ in range(2 * rows)]

    def paint(self, role: str, columns: range, rows: range) -> None:
        """Paint a rectangle of quarter cells; anything outside is cut off."""
        if role != self._layers[-1]:
            self._layers.append(role)
        layer = len(self._layers) - 1
        for row in range(max(0, rows.start), min(rows.stop, 2 * self.rows)):
            for column in range(max(0, columns.start), min(columns.stop, 2 * self.columns), columns.step):
                self._quarters[row][column] = layer

    def paint_signs(self, role: str, lines: Sequence[str]) -> None:
        """Paint the quarter cells of lines of block characters, from the top left corner."""
        for row, signs in enumerate(lines):
            for column, sign in enumerate(signs):
                quarters = _QUARTERS.index(sign)
                for place in range(4):
                    if quarters & 1 << place:
                        x, y = 2 * column + place % 2, 2 * row + place // 2
                        self.paint(role, range(x, x + 1), range(y, y + 1))

    def draw_on(self, picture: Picture, left: int, top: int) -> None:
        """Draw what was painted, with its top left corner at a cell; what the picture has shows through surfaces."""
        for row in range(min(self.rows, picture.rows - top)):
            upper, lower = self._quarters[2 * row], self._quarters[2 * row + 1]
            for column in range(min(self.columns, picture.columns - left)):
                quarters = (*upper[2 * column : 2 * column + 2], *lower[2 * column : 2 * column + 2])
                if any(quarters):
                    sign, ink = self._cell(quarters)
                    beneath = picture.cells[top + row][left + column] if sign == " " else Cell(sign, ink)
                    picture.put(left + column, top + row, beneath.sign, ink._replace(fore=beneath.ink.fore))

    def _cell(self, quarters: tuple[int, ...]) -> Cell:
        highest = max(quarters)
        fore = self._layers[highest]
        rest = max((layer for layer in quarters if self._layers[layer] != fore), default=highest)
        back = None if rest == highest else self._layers[rest]
        mask = sum(1 << place for place, layer in enumerate(quarters) if self._layers[layer] == fore)
        if mask == 15 and fore in self._surfaces:
            return Cell(" ", Ink(back=fore))
        return Cell(_QUARTERS[mask], Ink(fore, back))
