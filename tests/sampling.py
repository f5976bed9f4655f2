"""Which cases of a full grid `make test` runs; the others wait for `make thorough`."""

from collections.abc import Collection, Iterable
from typing import TypeVar

import pytest
from _pytest.mark.structures import ParameterSet
from hypothesis import settings

Case = TypeVar("Case")


def sampled(cases: Iterable[Case], sample: Collection[Case]) -> list[Case | ParameterSet]:
    """All cases of a grid, for `parametrize`: those outside the sample are thorough.

    A sample that names a case the grid does not have is a mistake of the test's.
    """
    grid = list(cases)
    unknown = [case for case in sample if case not in grid]
    assert not unknown, f"not in the grid: {unknown}"
    return [case if case in sample else pytest.param(case, marks=pytest.mark.thorough) for case in grid]


def fewer(share: int) -> settings:
    """Settings for a property whose examples are dear: a share of what the profile tries, two at least."""
    return settings(max_examples=max(2, settings().max_examples // share))
