"""Text of a fixed height: where its end has no room, it says so with an ellipsis."""

from textual.content import Content
from textual.widgets import Static


class CutText(Static):
    """Shows as many lines as fit."""

    _text = Content("")

    def show(self, text: Content) -> None:
        """Show a text, already wrapped into lines."""
        self._text = text
        self._fit()

    def on_resize(self) -> None:
        """Cut the text for the new height."""
        self._fit()

    def _fit(self) -> None:
        lines, rows = self._text.split("\n"), self.size.height
        has_own_height = self.styles.height is not None and self.styles.height.is_auto
        if has_own_height or rows == 0 or len(lines) <= rows:
            self.update(self._text)
        else:
            self.update(Content("\n").join([*lines[: rows - 1], Content.assemble(lines[rows - 1].rstrip(), " …")]))
