"""The grid of cells: wide characters take two columns, marks none."""

import pytest

from heeldiary.charts.picture import cut, width_of


@pytest.mark.parametrize(
    ("text", "columns", "shown"),
    [
        ("night splint", 12, "night splint"), ("night splint", 6, "night…"), ("night splint", 7, "night…"),
        ("李医生", 6, "李医生"), ("李医生", 5, "李医…"), ("李医生", 4, "李…"),
        ("e\u0301te\u0301", 3, "e\u0301te\u0301"),
        ("ice", 1, "…"), ("", 0, ""),
    ],
)  # fmt: skip
def test_a_text_is_cut_to_the_columns_that_it_takes(text: str, columns: int, shown: str) -> None:
    assert cut(text, columns) == shown
    assert width_of(cut(text, columns)) <= columns
