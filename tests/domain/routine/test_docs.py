"""docs/routines.md says what a routine's file may say: every key, and an example that is read."""

import re
from pathlib import Path

from heeldiary.domain.routine.shape import KEYS, ORDERS, STAGE_KEYS, STEP_KEYS
from heeldiary.domain.routine.toml_file import read_toml

DOCS = Path(__file__).parents[3]
PAGE = (DOCS / "docs" / "routines.md").read_text("utf-8")
README = (DOCS / "README.md").read_text("utf-8")


def test_every_key_is_explained_and_none_that_there_is_not() -> None:
    keys = {*KEYS, *STEP_KEYS, *STAGE_KEYS}
    rows = [line for line in PAGE.splitlines() if line.startswith("| `")]
    explained = {key for row in rows for key in re.findall(r"`([a-z-]+)`", row.split("|")[1])}
    assert explained <= keys
    assert keys - explained <= {"step", "stage", "after-weeks"}
    assert all(f"[[{table}]]" in PAGE for table in ("step", "stage"))
    assert "`after-weeks`" in PAGE
    assert all(order in PAGE for order in ORDERS)


def test_the_examples_are_read() -> None:
    examples = [found for page in (PAGE, README) for found in re.findall(r"```toml\n(.*?)```", page, re.DOTALL)]
    assert [read_toml(example).name for example in examples] == ["heel-slowly", "evening"]
