"""A ten is a 1 and then a 0 at the same place within a second."""

import pytest

from heeldiary.domain.ten_typing import TenTyping


@pytest.mark.parametrize(
    ("typed", "is_ten"),
    [
        ([(1, "left", 0.0), (0, "left", 1.0)], True),
        ([(1, "left", 0.0), (0, "left", 1.1)], False),
        ([(1, "left", 0.0), (0, "right", 0.5)], False),
        ([(2, "left", 0.0), (0, "left", 0.5)], False),
        ([(0, "left", 0.5)], False),
        ([(1, "left", 0.0), (1, "left", 0.5)], False),
        ([(1, "left", 0.0), (1, "left", 0.9), (0, "left", 1.8)], True),
        ([(1, "left", 0.0), (3, "left", 0.2), (0, "left", 0.4)], False),
        ([(1, "left", 0.0), (0, "left", 0.2), (0, "left", 0.4)], False),
    ],
)
def test_what_completes_a_ten(typed: list[tuple[int, str, float]], is_ten: bool) -> None:
    typing = TenTyping()
    assert [typing.completes_ten(*digit) for digit in typed][-1] == is_ten


def test_a_forgotten_one_is_completed_by_nothing() -> None:
    typing = TenTyping()
    typing.completes_ten(1, "left", 0.0)
    typing.forget()
    assert not typing.completes_ten(0, "left", 0.1)
