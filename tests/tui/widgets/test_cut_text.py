"""A text without room for its end says so."""

import pytest
from textual.app import App, ComposeResult
from textual.content import Content

from heeldiary.tui.widgets.cut_text import CutText
from tests.tui import sight
from tests.tui.settling import painted


class Host(App[None]):
    """Shows a text as tall as the screen, or as itself."""

    CSS = "Screen { overflow: hidden; }"

    def __init__(self, height: str) -> None:
        super().__init__()
        self._height = height

    def compose(self) -> ComposeResult:
        text = CutText()
        text.styles.height = self._height
        yield text
        text.show(Content("one\ntwo\nthree"))


@pytest.mark.parametrize(
    ("height", "rows", "lines"),
    [("1fr", 3, ["one", "two", "three"]), ("1fr", 2, ["one", "two …"]), ("1fr", 1, ["one …"]),
     ("auto", 2, ["one", "two"])],
)  # fmt: skip
async def test_it_ends_with_an_ellipsis(height: str, rows: int, lines: list[str]) -> None:
    app = Host(height)
    async with app.run_test(size=(20, rows)):
        await painted(app)
        assert [line.rstrip() for line in sight.screen_text(app).splitlines()] == lines
