"""Every sentence of Links, Change, experiments, routines and Guide, whole: no word changes unseen."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from tests.domain.change.test_change import everything_said
from tests.domain.experiments.test_text import sentences
from tests.domain.guide.every_page import every_page
from tests.domain.links.test_text import everything
from tests.domain.routine.every_text import every_text
from tests.snapshots import compare

WORDING = Path(__file__).with_name("wording")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("links", everything),
        ("change", everything_said),
        ("experiments", sentences),
        ("routines", every_text),
        ("guide", every_page),
    ],
)
def test_every_sentence(name: str, said: Callable[[], Iterable[str]]) -> None:
    compare(WORDING / f"{name}.txt", "\n".join(dict.fromkeys(said())))
