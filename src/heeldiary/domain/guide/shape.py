"""What the Guide is made of, and the sources that several topics name."""

from typing import NamedTuple

CLINIC = "the clinic's page"
TRADITION = "the clinic's page (tradition)"
OURS = "our own rule, unreviewed"
BUILT = "how heeldiary is built"


class Claim(NamedTuple):
    """One thing said, and who says it."""

    text: str
    source: str


class Section(NamedTuple):
    """Claims under one heading."""

    title: str
    claims: tuple[Claim, ...]


class Topic(NamedTuple):
    """One page of the Guide."""

    name: str
    """As it is typed behind `heeldiary guide`."""
    title: str
    lead: str
    """What the page is about; claims nothing that would need a source."""
    sections: tuple[Section, ...]
    pictures: tuple[tuple[str, str], ...] = ()
    """What to draw beside it: views of the foot, each with a target or a group of targets on it."""
