"""A step's length and tempo in words."""

import pytest

from heeldiary.domain.routine.routine import RoutineStep
from heeldiary.domain.routine.text import format_step, format_tempo
from tests.domain.routine.sessions import UP_AND_DOWN

RAISE = RoutineStep("raise", 96, tempo=UP_AND_DOWN, repetitions=12, sets=3, rest_seconds=120)


@pytest.mark.parametrize(
    ("step", "written"),
    [
        (RoutineStep("ki1", 90), "1 min 30 s"),
        (RoutineStep("heel", 120, soft=True), "2 min, then until you say stop"),
        (RoutineStep("calf", 30, sets=2, rest_seconds=20), "twice 30 s; rest 20 s"),
        (RoutineStep("calf", 30, sets=3, rest_seconds=60), "3 times 30 s; rest 1 min"),
        (RAISE, "3 sets of 12: up 3 s, hold 2 s, down 3 s; rest 2 min"),
        (RAISE._replace(sets=1), "12 times: up 3 s, hold 2 s, down 3 s"),
    ],
)
def test_a_steps_length(step: RoutineStep, written: str) -> None:
    assert format_step(step) == written


def test_a_step_without_a_tempo_has_no_words_for_one() -> None:
    assert format_tempo(RoutineStep("ki1", 90)) == ""
