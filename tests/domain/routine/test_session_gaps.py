"""A gap in a session: nothing of it is credited unless the person says that hands were on the foot."""

import pytest

from tests.domain.routine.sessions import credited, started


@pytest.mark.parametrize("gap", [3.01, 8 * 60, 8 * 3600, -1, -3600])
@pytest.mark.parametrize("massaged", [-2, 10])
def test_a_gap_pauses_and_nothing_of_it_is_credited(gap: float, massaged: float) -> None:
    session, time = started()
    time.run(5 + massaged)
    time.at += gap
    (cue,) = session.advance(time.at)
    assert cue.kind == "gap"
    assert cue.seconds == session.gap == pytest.approx(max(0, gap))
    time.run(100)
    session.go_on(time.at)
    time.run(12)
    assert session.paused is False
    assert credited(session) == {("left", "ki1"): massaged + 12}


@pytest.mark.parametrize("key", ["pause", "go_on", "next", "previous", "longer", "other_foot", "finish"])
def test_whatever_is_pressed_after_a_gap_nothing_of_it_is_credited(key: str) -> None:
    session, time = started()
    time.run(5 + 10)
    time.at += 600
    getattr(session, key)(time.at)
    assert credited(session) == {("left", "ki1"): 10}


@pytest.mark.parametrize(("gap", "counted"), [(20, 20), (79, 79), (80, 80), (81, 80), (9 * 3600, 80)])
def test_what_was_massaged_through_it_counts_up_to_the_steps_end(gap: float, counted: float) -> None:
    session, time = started()
    time.run(5 + 10)
    time.at += gap
    session.advance(time.at)
    time.run(30)
    session.answer_gap(time.at, massaged=True)
    assert credited(session) == {("left", "ki1"): 10 + counted}
    assert session.step.point == ("shimian" if counted == 80 else "ki1")
    assert session.running


def test_a_gap_while_getting_ready_counts_for_nothing() -> None:
    session, time = started()
    time.run(2)
    time.at += 60
    session.advance(time.at)
    session.answer_gap(time.at, massaged=True)
    assert credited(session) == {}
    assert session.phase == "ready"


def test_answered_twice_it_counts_once() -> None:
    session, time = started()
    time.run(5 + 10)
    time.at += 20
    session.advance(time.at)
    session.answer_gap(time.at, massaged=True)
    session.answer_gap(time.at, massaged=True)
    assert credited(session) == {("left", "ki1"): 30}
