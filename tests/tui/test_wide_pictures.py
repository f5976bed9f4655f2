"""Pictures with wide or joined characters: the row keeps its width, and everything further right its column."""

import pytest
from rich.cells import cell_len

from heeldiary.charts.picture import Picture
from heeldiary.tui.themes import own_themes, palette_of
from heeldiary.tui.widgets.drawing import strips


@pytest.mark.parametrize("words", ["ab", "漢字", "a漢 字b", "z\u0301\u0301", "नमस्ते", "a🇩🇪", "漢" * 30])
def test_a_row_keeps_its_width_and_its_columns(words: str) -> None:
    picture = Picture(24, 1)
    picture.write(0, 0, words)
    picture.write(20, 0, "x")
    (strip,) = strips(picture, palette_of(own_themes()[0]))
    assert strip.cell_length == cell_len(strip.text) == 24
    if len(words) < 10:
        assert strip.text.startswith(words)
        assert cell_len(strip.text.partition("x")[0]) == 20
