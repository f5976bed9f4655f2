"""The parts of the Guide, and the sources several topics share."""

from typing import NamedTuple

CLINIC = "the clinic's page"
TRADITION = "the clinic's page (tradition)"
OURS = "our own rule, unreviewed"
BUILT = "how heeldiary is built"


class Claim(NamedTuple):
    """A claim and its source."""

    text: str
    source: str


class Section(NamedTuple):
    """Claims under a heading."""

    title: str
    claims: tuple[Claim, ...]


class Topic(NamedTuple):
    """A page of the Guide."""

    name: str
    """The name typed after `heeldiary guide`."""
    title: str
    lead: str
    """What the page is about; it makes no claim that needs a source."""
    sections: tuple[Section, ...]
    pictures: tuple[tuple[str, str], ...] = ()
    """The pictures beside it: views of the foot with targets."""
