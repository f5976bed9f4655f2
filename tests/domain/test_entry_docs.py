"""docs/entries.md is what its script makes of the code: every key of every type, needed or not."""

import json
import re
import runpy
from pathlib import Path

import pytest

from heeldiary.domain.entries import TYPES
from heeldiary.domain.entry_from_json import entry_from_json
from heeldiary.domain.json_keys import Key, keys_of, shared_keys
from heeldiary.domain.json_reader import KEYS_PAGE, BadShape, KeyProblem
from heeldiary.errors import BadInput
from tests.domain.test_entry_json import COMMON, GOOD, OWN

ROOT = Path(__file__).parents[2]
SCRIPT = runpy.run_path(str(ROOT / "docs" / "entries.py"))
PAGE = (ROOT / KEYS_PAGE).read_text("utf-8")


def test_the_page_is_as_the_code_has_it() -> None:
    assert SCRIPT["page"]() == PAGE, "run: python docs/entries.py"


@pytest.mark.parametrize("kind", TYPES)
def test_every_key_that_an_export_writes_is_on_it_and_no_other(kind: str) -> None:
    names = [key.name for key in keys_of(kind)]
    assert len(names) == len(set(names))
    assert {name for name in names if ", " not in name} | {"type"} == {*COMMON, *OWN[kind]}
    assert {key.name for key in shared_keys()} | {"type"} == set(COMMON)


@pytest.mark.parametrize(
    ("kind", "key"), [(kind, key) for kind in TYPES for key in keys_of(kind) if ", " not in key.name]
)
def test_a_key_is_needed_where_the_page_says_so(kind: str, key: Key) -> None:
    without = {name: value for name, value in GOOD[kind].items() if name != key.name}
    for shape in (without, {**without, key.name: None}):
        problems: tuple[KeyProblem, ...] = ()
        try:
            entry_from_json(shape, GOOD["pain"].get)
        except BadShape as bad:
            problems = bad.problems
        except BadInput:
            problems = ()  # what the parts of an entry say to each other is another matter
        assert any(key.name in problem.message for problem in problems) == key.needed


def test_the_example_is_one() -> None:
    (example,) = re.findall(r"```json\n(.*?)\n```", PAGE, re.DOTALL)
    needed = {key.name for key in keys_of("pain") if key.needed}
    assert set(json.loads(example)) == needed | {"type"}
