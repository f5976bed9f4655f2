"""Pain before and after a session, for each foot; both are optional."""

from collections.abc import Mapping, Sequence
from typing import get_args

from heeldiary.charts.picture import Ink, Picture
from heeldiary.domain.scales import Foot
from heeldiary.guiding.session_recorder import When
from heeldiary.tui.widgets.drawing import Drawing
from heeldiary.tui.widgets.score_row import INDENT_COLUMNS

Scores = Mapping[tuple[Foot, When], int]


class PainBeforeAfter(Drawing):
    """Two rows of score tiles; a bar marks the row that the next digit goes to."""

    DEFAULT_CSS = "PainBeforeAfter { height: 4; }"

    def __init__(self) -> None:
        super().__init__()
        self._feet: Sequence[Foot] = ()
        self._scores: Scores = {}
        self._here: tuple[Foot, When] | None = None

    def show(self, feet: Sequence[Foot], scores: Scores, focus: tuple[Foot, When]) -> None:
        """Show the scores and where the next digit goes."""
        if (feet, scores, focus) != (self._feet, self._scores, self._here):
            self._feet, self._scores, self._here = feet, dict(scores), focus
            self.redraw()

    def draw(self, columns: int, rows: int) -> Picture:
        """Draw one row below the other if there is room, else both on one line."""
        picture = Picture(columns, rows)
        column = 0
        for number, when in enumerate(get_args(When)):
            row = number * 2 if rows >= 3 else 0
            column = 0 if rows >= 3 else column
            has_focus = self._here is not None and self._here[1] == when
            label = f"Pain {when}" if rows >= 3 or when == "before" else when
            picture.write(column + INDENT_COLUMNS, row, label, Ink("text", bold=True) if has_focus else Ink("muted"))
            if has_focus:
                picture.put(column, row, "▌", Ink("accent", bold=True))
            column = columns - 7 * len(self._feet) + 1 if rows >= 3 else column + INDENT_COLUMNS + len(label) + 2
            for foot in self._feet:
                column = self._draw_tile(picture, column, row, foot, when)
        return picture

    def _draw_tile(self, picture: Picture, column: int, row: int, foot: Foot, when: When) -> int:
        """Draw a foot's letter, if there are two feet, and its tile; return the next column."""
        score = self._scores.get((foot, when))
        if len(self._feet) > 1:
            has_focus = (foot, when) == self._here
            picture.write(
                column, row, foot[0].upper(), Ink("accent" if has_focus else foot, bold=True, underline=has_focus)
            )
        ink = Ink("faint", "raised") if score is None else Ink(f"on-{foot}-{score}", f"{foot}-{score}", bold=True)
        picture.write(column + 2, row, f"{'–' if score is None else score:^4}", ink)
        return column + 7
