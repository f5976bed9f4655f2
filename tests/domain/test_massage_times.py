"""Changing the time at some points of a massage keeps all the rest."""

from hypothesis import given
from hypothesis import strategies as st

from heeldiary.domain.entries import MassageStep
from heeldiary.domain.massage_times import changed_steps, seconds_by_point

POINTS = st.sampled_from(("ki1", "heel", "calf"))
STEPS = st.lists(
    st.builds(MassageStep, POINTS, st.integers(1, 900), feeling=st.sampled_from((None, "easing"))), max_size=6
).map(tuple)


@given(STEPS, st.dictionaries(POINTS, st.one_of(st.none(), st.integers(0, 900))))
def test_each_point_has_its_new_time_or_its_old_steps(
    steps: tuple[MassageStep, ...], seconds: dict[str, int | None]
) -> None:
    changed, before = changed_steps(steps, seconds), seconds_by_point(steps)
    after = {point: time or 0 for point, time in (before | seconds).items()}
    assert seconds_by_point(changed) == {point: time for point, time in after.items() if time}
    for point in {"ki1", "heel", "calf"} - {point for point in after if after[point] != before.get(point, 0)}:
        assert [step for step in changed if step.point == point] == [step for step in steps if step.point == point]


@given(STEPS)
def test_the_same_times_change_nothing(steps: tuple[MassageStep, ...]) -> None:
    assert changed_steps(steps, seconds_by_point(steps)) == steps
    assert changed_steps(steps, {}) == steps


def test_what_was_felt_stays_with_the_first_step_of_a_point() -> None:
    heel = MassageStep("heel", 60, feeling="warm")
    steps = (MassageStep("ki1", 60, feeling="painful"), heel, MassageStep("ki1", 30, feeling="easing"))
    assert changed_steps(steps, {"ki1": 120}) == (MassageStep("ki1", 120, feeling="painful"), heel)
    assert changed_steps(steps, {"calf": 30}) == (*steps, MassageStep("calf", 30))
    assert changed_steps(steps, {"heel": None}) == (steps[0], steps[2])
