"""docs/architecture.md answers "where do I change …?", and what each answer names is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "architecture.md").read_text("utf-8")
ANSWERS = re.findall(r"^\| (\d+)\. (.+?) \| (.+) \|$", PAGE, re.M)
NAMED = re.compile(r"`((?:[\w.]+/)*[\w.]+(?:\.\w+|/))`")


def exists(path: str) -> bool:
    """Whether a path named on the page exists: from the top, or within the package."""
    return (ROOT / path).exists() or (ROOT / "src" / "heeldiary" / path).exists()


def test_twenty_questions_and_more() -> None:
    assert [int(number) for number, _, _ in ANSWERS] == list(range(1, len(ANSWERS) + 1))
    assert len(ANSWERS) >= 20


@pytest.mark.parametrize(("question", "answer"), [answer[1:] for answer in ANSWERS])
def test_an_answer_names_places_that_exist(question: str, answer: str) -> None:
    paths = NAMED.findall(answer)
    assert paths, question
    assert [path for path in paths if not exists(path)] == [], question


def test_every_place_on_the_page_exists() -> None:
    assert [path for path in NAMED.findall(PAGE) if "/" in path and not exists(path)] == []


def test_it_is_one_page() -> None:
    assert len(PAGE.splitlines()) <= 100
