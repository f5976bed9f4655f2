"""The routine's clock: what is credited to which point, whatever is pressed meanwhile."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeldiary.domain.routine.cue import Cue
from heeldiary.domain.routine.session import LONGEST_SECONDS, Session
from heeldiary.domain.scales import FEET, Foot
from tests.domain.routine.sessions import CLINIC, READY, Time, credited, kinds, routine, started


def test_the_clinics_routine_left_then_right() -> None:
    session, time = started(FEET)
    cues = time.run(5 + 90 + 5 + 90 + 5 + 300 + 5 + 300)
    assert [cue.step.point for cue in cues if cue.step and cue.kind == "start"] == ["ki1", "shimian", "heel", "calf"]
    assert (session.step.foot, session.finished("left"), session.finished("right")) == ("right", True, False)
    assert kinds(time.run(5 + 90 + 5 + 90 + 5 + 300 + 5 + 300))[-1] == "finish"
    assert session.phase == "done"
    times = {"ki1": 90, "shimian": 90, "heel": 300, "calf": 300}
    assert credited(session) == {(foot, point): seconds for foot in FEET for point, seconds in times.items()}
    assert session.finished("left")
    assert session.finished("right")


def test_soft_steps_left_at_their_time_count_as_much() -> None:
    session, time = started()
    time.run(5 + 90 + 5 + 90 + 5)
    for seconds in (120, 180):
        assert "enough" in kinds(time.run(seconds))
        session.next(time.at)
        time.run(5)
    assert session.phase == "done"
    assert [*credited(session).values()] == [90, 90, 120, 180]


def test_a_hard_step_ends_at_its_length_with_what_was_added() -> None:
    session, time = started()
    time.run(5 + 60)
    session.longer(time.at)
    assert session.remaining == pytest.approx(60)
    time.run(59.5)
    assert (session.step.point, session.phase) == ("ki1", "running")
    time.run(0.5)
    assert (session.step.point, session.phase) == ("shimian", "ready")
    assert credited(session) == {("left", "ki1"): 120}


@pytest.mark.parametrize(("seconds", "longer", "ends"), [(120, 0, 300), (290, 2, 350)])
def test_a_soft_step_counts_on_to_five_minutes_or_to_what_it_was_given(seconds: int, longer: int, ends: int) -> None:
    session = Session(routine(("heel", seconds, True)), ("left",), READY)
    time = Time(session)
    session.start(time.at)
    for _ in range(longer):
        session.longer(time.at)
    time.run(5 + ends - 0.5)
    assert session.remaining == pytest.approx(seconds + 30 * longer - ends + 0.5)
    assert session.phase == "running"
    assert kinds(time.run(0.5))[-1] == "finish"
    assert credited(session) == {("left", "heel"): ends}


@given(steps=st.lists(st.floats(0.001, 2.9), min_size=20, max_size=200), feet=st.sampled_from([("left",), FEET]))
def test_uneven_ticks_add_up(steps: list[float], feet: tuple[Foot, ...]) -> None:
    session = Session(CLINIC, feet, READY)
    session.start(0)
    now, cues = 0.0, list[Cue]()
    for seconds in steps:
        now += seconds
        cues += session.advance(now)
    readied = READY * kinds(cues).count("start") + (session.elapsed if session.phase == "ready" else 0)
    assert sum(session.credited.values()) == pytest.approx(now - readied, abs=1e-6)
    for number, step in enumerate(session.steps):
        if session.step_state(number) == "done":
            assert session.credited[step.key] == pytest.approx(300 if step.soft else step.seconds, abs=1e-6)


def test_going_on_when_it_runs_loses_nothing() -> None:
    session, time = started()
    time.run(5 + 10)
    time.at += 2
    session.go_on(time.at)
    time.run(10)
    assert credited(session) == {("left", "ki1"): 22}


def test_back_does_the_step_again_and_keeps_what_was_credited() -> None:
    session, time = started()
    time.run(5 + 90 + 5 + 30)
    session.previous(time.at)
    assert (session.step.point, session.phase) == ("ki1", "ready")
    time.run(5 + 90)
    assert [*credited(session).values()] == [180, 30]
    assert [session.step_state(number) for number in range(4)] == ["done", "active", "todo", "todo"]
    session.previous(time.at)
    session.previous(time.at)
    assert (session.number, session.phase) == (0, "ready")


def test_the_other_foot_joins_in_full_and_the_first_is_gone_back_to() -> None:
    session, time = started()
    time.run(5 + 90)
    session.other_foot(time.at)
    assert session.feet == FEET
    for foot, point in (("right", "ki1"), ("right", "shimian"), ("right", "heel"), ("right", "calf"),
                        ("left", "shimian"), ("left", "heel"), ("left", "calf")):  # fmt: skip
        assert (session.step.foot, session.step.point) == (foot, point)
        session.next(time.at)
    assert session.phase == "done"
    session, time = started()
    session.other_foot(time.at)
    assert session.feet == ("right",), "a foot on which nothing was done leaves for the other"


def test_no_step_grows_beyond_half_an_hour() -> None:
    session, time = started()
    for _ in range(100):
        session.longer(time.at)
    time.run(5 + LONGEST_SECONDS, 2.5)
    assert session.step.point == "shimian"
    assert credited(session) == {("left", "ki1"): 1800}


def test_done_stays_done() -> None:
    session, time = started()
    time.run(5 + 10)
    session.finish(time.at)
    before = vars(session) | {"_last": 0}
    for key in (session.next, session.previous, session.longer, session.other_foot, session.pause, session.advance):
        time.at += 2
        assert key(time.at) == []
    assert vars(session) | {"_last": 0} == before


def test_the_end_of_a_step_is_announced_three_seconds_before() -> None:
    _, time = started()
    assert kinds(time.run(5 + 86.5)) == ["start"]
    assert kinds(time.run(0.5)) == ["last"]
    assert kinds(time.run(3)) == ["ready"]


def test_a_foot_that_is_done_is_gone_back_to_at_its_last_step() -> None:
    session, time = started(FEET, routine(("ki1", 4, False), ("shimian", 3, False), ("heel", 3, False)))
    time.run(3 * READY + 10)
    assert (session.step.foot, session.finished("left")) == ("right", True)
    session.other_foot(time.at)
    assert (session.step.foot, session.step.point) == ("left", "heel")
    session.other_foot(time.at)
    assert (session.step.foot, session.step.point) == ("right", "ki1")
