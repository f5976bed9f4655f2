"""The 0-10 scale: a click on a tile is the score on it, and the score is visible without colour."""

import pytest

from heeldiary.charts.picture import Picture
from heeldiary.charts.scale import Scale

SCALES = [Scale(2), Scale(3), Scale(3, 1)]


@pytest.mark.parametrize("scale", SCALES)
def test_what_is_clicked_is_what_is_read(scale: Scale) -> None:
    picture = Picture(scale.columns, 1)
    scale.draw(picture, 0, 0, 6, "left")
    signs = "".join(cell.sign for cell in picture.cells[0])
    read: dict[int, str] = {}
    for column in range(scale.columns):
        score = scale.score_at(column)
        if score is not None:
            read[score] = read.get(score, "") + signs[column]
    assert {score: text.strip() for score, text in read.items()} == {score: str(score) for score in range(11)}
    assert scale.score_at(-1) is None
    assert scale.score_at(scale.columns) is None


@pytest.mark.parametrize("scale", SCALES)
def test_the_score_stands_out_without_colour(scale: Scale) -> None:
    picture = Picture(scale.columns, 1)
    scale.draw(picture, 0, 0, 4, "right")
    marked = "".join(cell.sign for cell in picture.cells[0] if cell.ink.bold and cell.ink.underline)
    assert marked.strip() == "4"


def test_an_empty_scale_marks_nothing() -> None:
    picture = Picture(Scale(3).columns, 1)
    Scale(3).draw(picture, 0, 0, None, "left")
    assert not any(cell.ink.bold for cell in picture.cells[0])
