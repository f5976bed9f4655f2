"""Whole numbers as they are typed, in forms and in commands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeldiary.domain.whole_numbers import parse_whole_number
from heeldiary.errors import BadInput


@given(st.integers(0, 10**7))
def test_with_commas_between_thousands_and_without(number: int) -> None:
    assert parse_whole_number(str(number), 0, 10**7, "steps") == number
    assert parse_whole_number(f"{number:,}", 0, 10**7, "steps") == number


@pytest.mark.parametrize("typed", ["", "6,2", "6 2", "1,0000", "-1", "1001", "٣", "2.0", "1e2", "0" * 9])
def test_anything_else_is_refused(typed: str) -> None:
    with pytest.raises(BadInput, match="steps are given as a whole number from 1 to 1,000"):
        parse_whole_number(typed, 1, 1000, "steps")


@pytest.mark.parametrize("typed", ["1", "1000", "1,000"])
def test_the_bounds_belong_to_it(typed: str) -> None:
    assert parse_whole_number(typed, 1, 1000, "steps") in (1, 1000)
