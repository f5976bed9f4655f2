"""Pain before and after a session, for each foot; both are optional."""

from collections.abc import Mapping, Sequence
from typing import get_args

from heeldiary.charts.picture import Ink, Picture
from heeldiary.domain.scales import Foot
from heeldiary.guiding.session_recorder import When
from heeldiary.tui.widgets.drawing import Drawing
from heeldiary.tui.widgets.score_row import INDENT_COLUMNS

_TILE, _NARROW_TILE = 7, 6
"""The columns of a foot: letter, tile and the space after it."""

Scores = Mapping[tuple[Foot, When], int]


class PainBeforeAfter(Drawing):
    """Two rows of score tiles; a bar marks the row that the next digit goes to."""

    DEFAULT_CSS = "PainBeforeAfter { height: 4; }"

    def __init__(self) -> None:
        super().__init__()
        self._feet: Sequence[Foot] = ()
        self._scores: Scores = {}
        self._here: tuple[Foot, When] | None = None

    def show(self, feet: Sequence[Foot], scores: Scores, focus: tuple[Foot, When] | None) -> None:
        """Show the scores and where the next digit goes, if anywhere."""
        if (feet, scores, focus) != (self._feet, self._scores, self._here):
            self._feet, self._scores, self._here = feet, dict(scores), focus
            self.redraw()

    def draw(self, columns: int, rows: int) -> Picture:
        """Draw one row below the other if there is room, else both on one line."""
        picture = Picture(columns, rows)
        if rows >= 3:
            for number, when in enumerate(get_args(When)):
                self._draw_label(picture, 0, 2 * number, f"Pain {when}", when)
                self._draw_tiles(picture, columns - _TILE * len(self._feet) + 1, 2 * number, when, _TILE)
            return picture
        labels, tile = ("Pain before", "after"), _TILE
        if columns < sum(INDENT_COLUMNS + len(label) + 2 + tile * len(self._feet) for label in labels):
            labels, tile = ("Before", "After"), _NARROW_TILE
        column = 0
        for label, when in zip(labels, get_args(When), strict=True):
            column = self._draw_label(picture, column, 0, label, when) + 1 + (tile == _TILE)
            column = self._draw_tiles(picture, column, 0, when, tile)
        return picture

    def _draw_label(self, picture: Picture, column: int, row: int, label: str, when: When) -> int:
        """Draw a label, with the bar where the next digit goes; return the next column."""
        has_focus = self._here is not None and self._here[1] == when
        if has_focus:
            picture.put(column, row, "▌", Ink("accent", bold=True))
        picture.write(column + INDENT_COLUMNS, row, label, Ink("text", bold=True) if has_focus else Ink("muted"))
        return column + INDENT_COLUMNS + len(label)

    def _draw_tiles(self, picture: Picture, column: int, row: int, when: When, width: int) -> int:
        """Draw each foot's letter and its tile; return the next column."""
        for foot in self._feet:
            score, has_focus = self._scores.get((foot, when)), (foot, when) == self._here
            ink = Ink("accent" if has_focus else foot, bold=True, underline=has_focus)
            picture.write(column, row, foot[0].upper(), ink)
            ink = Ink("faint", "raised") if score is None else Ink(f"on-{foot}-{score}", f"{foot}-{score}", bold=True)
            picture.write(column + 2, row, f"{'–' if score is None else score:^{width - 3}}", ink)
            column += width
        return column
