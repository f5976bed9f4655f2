"""A widget that shows a picture, cached until its size, colours or content change."""

from abc import abstractmethod
from collections.abc import Iterable, Iterator
from functools import lru_cache

from rich.cells import cell_len
from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from heeldiary.charts.palette import Palette
from heeldiary.charts.picture import Ink, Picture
from heeldiary.tui.themes import palette_of


class Drawing(Widget, can_focus=False):
    """Shows what `draw` paints. Call `redraw` after its content changes."""

    DEFAULT_CSS = "Drawing { height: auto; width: 1fr; }"

    _key: tuple[object, ...] | None = None
    _strips: list[Strip]

    @abstractmethod
    def draw(self, columns: int, rows: int) -> Picture:
        """Return the picture at a size."""

    def redraw(self) -> None:
        """Draw again and repaint only the rows that changed."""
        if self._key is None or self._key != self._present_key:
            self._key = None
            self.refresh()
            return
        before = self._strips
        self._draw_strips()
        rows = [row for row, (old, new) in enumerate(zip(before, self._strips, strict=True)) if old != new]
        if rows:
            self.refresh(*(Region(0, row, self.size.width, 1) for row in rows))

    @property
    def _present_key(self) -> tuple[object, ...]:
        """The cache key: what the drawing depends on besides its content."""
        return (self.size, self.has_focus, id(palette_of(self.app.current_theme)))

    def _draw_strips(self) -> None:
        self._key = self._present_key
        self._strips = strips(self.draw(*self.size), palette_of(self.app.current_theme))

    def render_line(self, y: int) -> Strip:
        """Render one row of the picture."""
        if self._key is None or self._key != self._present_key:
            self._draw_strips()
        row = self._strips[y] if y < len(self._strips) else Strip.blank(self.size.width)
        return row.apply_style(self.rich_style)


def strips(picture: Picture, palette: Palette) -> list[Strip]:
    """Return a picture's rows as Textual strips."""
    return [_strip(picture, row, palette) for row in range(picture.rows)]


def _strip(picture: Picture, row: int, palette: Palette) -> Strip:
    runs = [*picture.runs(row)]
    if sum(cell_len(text) for text, _ in runs) == picture.columns:
        return Strip([Segment(text, style_of(ink, palette)) for text, ink in runs], picture.columns)
    fitted = [Segment(text, style_of(ink, palette)) for text, ink in _fitted(runs)]
    return Strip(fitted).adjust_cell_length(picture.columns)


def _fitted(runs: Iterable[tuple[str, Ink]]) -> Iterator[tuple[str, Ink]]:
    """Return a row with wide characters: each takes its extra column from the spaces that follow."""
    over, before = 0, ""
    for text, ink in runs:
        signs = ""
        for sign in text:
            if over > 0 and sign == before == " ":
                over -= 1
                continue
            if over < 0 and sign == " ":
                signs, over = signs + " " * -over, 0
            over += cell_len(sign) - 1
            signs, before = signs + sign, sign
        yield signs, ink


def style_of(ink: Ink, palette: Palette) -> Style:
    """Return the style of an ink under a palette."""
    fore = None if ink.fore is None else palette.colour(ink.fore)
    back = None if ink.back is None else palette.colour(ink.back)
    return _style(fore, back, ink.bold, ink.underline, ink.italic)


@lru_cache(1024)
def _style(fore: str | None, back: str | None, bold: bool, underline: bool, italic: bool) -> Style:
    return Style(
        color=fore and Color.parse(fore),
        bgcolor=back and Color.parse(back),
        bold=bold or None,
        underline=underline or None,
        italic=italic or None,
    )
