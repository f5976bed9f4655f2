"""A row for a score: one foot at one moment of the day."""

from collections.abc import Callable, Sequence

from textual import events, on
from textual.message import Message
from textual.widget import Widget

from heeldiary.charts.digits import HEIGHTS, big_digits, digits_width, tallest
from heeldiary.charts.picture import Ink, Picture
from heeldiary.charts.scale import Scale
from heeldiary.domain.scales import MOMENT_WORDS, Foot, Moment
from heeldiary.domain.text import separate
from heeldiary.tui.widgets.drawing import Drawing

INDENT_COLUMNS = 2
"""The left margin, where the focus bar appears without moving the text."""

LABEL_COLUMNS = 17
"""The width of the label before a scale or an entry, after the indent."""

_BAR = Ink("accent", bold=True)
_NARROW_COLUMNS = 56
_NARROW_DIGITS = 10
_SECOND_COLUMNS = 1
"""The width of the second foot's label: its letter."""
_VALUE_COLUMNS = 3


class ScoreRow(Drawing, can_focus=True):
    """A score with its 0-10 scale. The first steps' row is big; others are one line, with the scale while focused.

    The last row of a big one is for a note: always there, so that nothing moves when it appears.
    """

    DEFAULT_CSS = "ScoreRow { height: 1; }"

    class Scored(Message):
        """A tile of the scale was clicked."""

        def __init__(self, row: "ScoreRow", score: int) -> None:
            super().__init__()
            self.row = row
            self.score = score

    def __init__(self, foot: Foot, moment: Moment, *, big: bool = False, classes: str = "") -> None:
        super().__init__(classes=classes)
        self.foot: Foot = foot
        self.moment: Moment = moment
        self._chosen: int | None = None
        self._big = big
        self._labelled = True
        self._beside = False
        """Whether it stands beside the other foot's row of its moment."""
        self._has_scale = self._clicks_scale = big
        """Whether the scale is drawn, and was when the mouse was pressed."""
        self.scores: tuple[int, ...] = ()
        self._asides: Sequence[str] = ()
        self._note: Callable[[int], str] | None = None
        self._tags = ""

    def show(
        self,
        scores: Sequence[int],
        asides: Sequence[str] = (),
        labelled: bool = True,
        beside: bool = False,
        note: Callable[[int], str] | None = None,
        tags: str = "",
    ) -> None:
        """Show the scores, the last one on the scale, the first aside that fits beside it, and a note below.

        `note` returns what fits a number of columns; `tags` stand at the end of a single line that has room. Only the
        first row of a moment is labelled; `beside` if the second one is on the same line.
        """
        self.scores, self._asides, self._note, self._tags = tuple(scores), asides, note, tags
        self._labelled, self._beside = labelled, beside
        if self._chosen is not None and self._chosen > len(scores):
            self.choose_last()
        self.set_class(beside and labelled and not self._big, "-first")
        self.set_class(beside and not labelled and not self._big, "-second")
        self.redraw()

    def choose_next(self) -> None:
        """Choose the next score to show and change: after the last a new one, after that the first."""
        self._chosen = 0 if self.adding else self.chosen + 1
        self.redraw()

    def choose_last(self) -> None:
        """Choose the last score again."""
        if self.has_choice:
            self._chosen = None
            self.redraw()

    @property
    def chosen(self) -> int:
        """The index of the score that is shown and that a key changes."""
        return max(0, len(self.scores) - 1) if self._chosen is None else self._chosen

    @property
    def has_choice(self) -> bool:
        """Whether the person chose a score, rather than leave it at the last."""
        return self._chosen is not None

    @property
    def adding(self) -> bool:
        """Whether the next score is added rather than replacing one."""
        return bool(self.scores) and self.chosen == len(self.scores)

    @property
    def score(self) -> int | None:
        """The score shown on the scale."""
        return self.scores[self.chosen] if self.chosen < len(self.scores) else None

    @property
    def shares_line(self) -> bool:
        """Whether it is on one line with the other foot's row."""
        return self._beside and not self._big

    def draw(self, columns: int, rows: int) -> Picture:
        """Draw the row at its size."""
        picture = Picture(columns, rows)
        if self.has_focus:
            for row in range(rows):
                picture.put(0, row, "▌", _BAR)
        draw = self._draw_line if not self._big else self._draw_big if rows >= HEIGHTS[0] else self._draw_brief
        draw(picture)
        return picture

    @on(events.Focus)
    @on(events.Blur)
    def _mark_line(self) -> None:
        """Mark the line of both feet while one of them has the focus: it makes room for the scale."""
        if self.shares_line and isinstance(self.parent, Widget):
            self.parent.set_class(self.screen.focused in self.parent.children, "-focused")

    def on_mouse_down(self) -> None:
        """Remember whether there was a scale to click: the first click on a line only brings it."""
        self._clicks_scale = self._has_scale

    def on_click(self, event: events.Click) -> None:
        """Post the tile that was clicked."""
        column, row, scale = self._scale(self.size.width, self.size.height)
        if not self._clicks_scale or column + scale.columns > self.size.width:
            return
        score = scale.score_at(event.x - column) if event.y == row else None
        if score is not None:
            self.post_message(self.Scored(self, score))

    def _scale(self, columns: int, rows: int) -> tuple[int, int, Scale]:
        """Return where the scale begins, and its dimensions."""
        if self._big and rows < HEIGHTS[0]:
            wide = columns >= INDENT_COLUMNS + _NARROW_DIGITS + Scale(3).columns
            return INDENT_COLUMNS + _NARROW_DIGITS, 0, Scale(3 if wide else 2)
        if self._big or not self._beside:
            if columns >= _NARROW_COLUMNS:
                return INDENT_COLUMNS + LABEL_COLUMNS, tallest(rows) // 2, Scale(3, 1)
            if self._big:
                return INDENT_COLUMNS + _NARROW_DIGITS, tallest(rows) // 2, Scale(3)
        column = INDENT_COLUMNS + (LABEL_COLUMNS if self._labelled or not self._beside else _SECOND_COLUMNS)
        wide = column + Scale(3).columns <= columns
        return column, 0, Scale(3 if wide else 2)

    def _draw_big(self, picture: Picture) -> None:
        height = tallest(picture.rows)
        column, row, scale = self._scale(picture.columns, picture.rows)
        room = column - INDENT_COLUMNS - 2
        text = "" if self.score is None else str(self.score)
        if text:
            width = digits_width(text, height)
            picture.lay(INDENT_COLUMNS + max(0, (room - width) // 2), 0, big_digits(text, height, Ink(self.foot)))
        else:
            picture.write(INDENT_COLUMNS + room // 2 - 2, row, "━" * 4, Ink("line"))
        end = column + scale.columns
        picture.write(column, 0, self.foot[0].upper(), Ink(self.foot, bold=True))
        name = f"{self.foot.capitalize()} foot"
        picture.write(column + 2, 0, name, Ink("text", bold=True) if self.has_focus else Ink("muted"))
        aside = next((aside for aside in self._asides if len(aside) <= end - column - len(name) - 4), "")
        picture.write_right(end, 0, aside, Ink("faint"))
        scale.draw(picture, column, row, self.score, self.foot)
        picture.write(column, row + 1, "none", Ink("faint"))
        picture.write_right(end, row + 1, "worst", Ink("faint"))
        if picture.rows > height or row + 1 < picture.rows - 1:
            self._write_note(picture, INDENT_COLUMNS if picture.columns < _NARROW_COLUMNS else column, end)

    def _draw_brief(self, picture: Picture) -> None:
        column, row, scale = self._scale(picture.columns, picture.rows)
        picture.write(INDENT_COLUMNS, row, self.foot[0].upper(), Ink(self.foot, bold=True))
        name = Ink("text", bold=True) if self.has_focus else Ink("muted")
        picture.write(INDENT_COLUMNS + 2, row, self.foot.capitalize(), name)
        scale.draw(picture, column, row, self.score, self.foot)
        self._write_tags(picture, column + scale.columns)
        if picture.rows > 1:
            self._write_note(picture, INDENT_COLUMNS, column + scale.columns)

    def _write_note(self, picture: Picture, column: int, end: int) -> None:
        room = end - column
        note = separate(self._note(room)) if self._note and room > 0 else ""
        picture.write(column, picture.rows - 1, note if len(note) <= room else f"{note[: room - 1]}…", Ink("muted"))

    def _draw_line(self, picture: Picture) -> None:
        column, row, scale = self._scale(picture.columns, picture.rows)
        self._has_scale = self.has_focus and column + scale.columns <= picture.columns
        if self._labelled:
            label = MOMENT_WORDS[self.moment].capitalize()
            picture.write(INDENT_COLUMNS, row, label, Ink("text", bold=True) if self.has_focus else Ink("muted"))
        picture.write(column - 2, row, self.foot[0].upper(), Ink(self.foot, bold=True))
        end = column + _VALUE_COLUMNS
        if self._has_scale:
            scale.draw(picture, column, row, self.score, self.foot)
            end = column + scale.columns
        elif self.score is None:
            picture.write(column, row, "–".center(_VALUE_COLUMNS), Ink("faint", "raised"))
        else:
            ink = Ink(f"on-{self.foot}-{self.score}", f"{self.foot}-{self.score}", bold=True)
            picture.write(column, row, str(self.score).center(_VALUE_COLUMNS), ink)
        mark = self._mark()
        if end + len(mark) > picture.columns:
            mark = mark.lstrip()  # the tile's own margin parts them
            end -= not self._has_scale and end + len(mark) == picture.columns + 1  # or makes room for it
        picture.write(end, row, mark, Ink("text", bold=True))
        self._write_tags(picture, end + len(mark))

    def _write_tags(self, picture: Picture, end: int) -> None:
        """Write the tags after the end of the first line, if all of them fit."""
        if end + 1 + len(self._tags) <= picture.columns:
            picture.write(end + 1, 0, self._tags, Ink("muted"))

    def _mark(self) -> str:
        """Return how many scores there are, or which of them is shown."""
        count = len(self.scores)
        if self.adding:
            return " +"
        return f" {self.chosen + 1}/{count}" if self.has_choice and count > 1 else f" ×{count}" if count > 1 else ""
