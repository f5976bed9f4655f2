"""The worked examples in the statistics' docstrings give what they say."""

import doctest
from importlib import import_module
from pathlib import Path

import pytest

import heeldiary.domain.chance as chance

MODULES = sorted(path.stem for path in Path(str(chance.__file__)).parent.glob("[a-z]*.py"))


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_a_module(name: str) -> None:
    assert doctest.testmod(import_module(f"{chance.__name__}.{name}")).failed == 0
