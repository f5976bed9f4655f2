"""Topics written as text: a title, a lead, and under each heading the claims, each with its source in brackets."""

import re
from pathlib import Path

from heeldiary.domain.guide.shape import Claim, Section, Topic

_CLAIM = re.compile(r"- (.+) \[([^\[\]]+)\]")


def load_topic(name: str, pictures: tuple[tuple[str, str], ...] = ()) -> Topic:
    """Return the topic in NAME.md of this folder."""
    text = Path(__file__).with_name(f"{name}.md").read_text("utf-8")
    (title, lead), *sections = (_lines(part) for part in text.removeprefix("# ").split("\n## "))
    return Topic(
        name, title, lead, tuple(Section(heading, tuple(map(_claim, lines))) for heading, *lines in sections), pictures
    )


def _lines(part: str) -> list[str]:
    return [line for line in part.split("\n") if line]


def _claim(line: str) -> Claim:
    found = _CLAIM.fullmatch(line)
    assert found, f"a claim without its source: {line}"
    return Claim(found[1], found[2])
