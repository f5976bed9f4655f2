"""An entry in words: what a guided session did, set by set."""

import pytest

from heeldiary.domain.entries import Care, Guided, GuidedStep
from heeldiary.domain.entry_text import format_facts


@pytest.mark.parametrize(
    ("repetitions", "done"),
    [((1,), "once"), ((12,), "12 times"), ((2, 1), "2 + 1 times"), ((9, 8, 7), "9 + 8 + 7 times")],
)
def test_a_sessions_sets(repetitions: tuple[int, ...], done: str) -> None:
    steps = tuple(GuidedStep("raise", 8 * count, count) for count in repetitions)
    assert f"raise {done}" in format_facts(Care("strengthening", session=Guided("left", "raises", steps)))


def test_steps_without_repetitions_have_their_seconds() -> None:
    steps = (GuidedStep("calf", 60), GuidedStep("calf", 30))
    assert "calf 1 min 30 s" in format_facts(Care("stretching", session=Guided("left", "calves", steps)))
