"""The pages for contributors name only what exists."""

import re
from pathlib import Path

import pytest

import heeldiary

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("page", ["CONTRIBUTING.md", "docs/development.md", ".github/pull_request_template.md"])
def test_the_targets_and_files_that_a_page_names_exist(page: str) -> None:
    text = (ROOT / page).read_text("utf-8")
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.M)
    assert set(re.findall(r"\bmake ([a-z-]+)", text)) <= set(targets)
    for path in re.findall(r"`((?:src|tests|docs|store|domain|cli|benchmarks)/[\w/.]+)`", text):
        places = (ROOT / path, ROOT / "src/heeldiary" / path)
        assert "NNNN" in path or any(place.exists() for place in places), path


def test_the_citation_has_the_version() -> None:
    assert f"\nversion: {heeldiary.__version__}\n" in (ROOT / "CITATION.cff").read_text("utf-8")
