"""Tempo in the routine's clock: beats, sets, rests, feet that take turns, and that no cue is ever missed."""

import json
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeldiary.domain.routine.cue import Cue
from heeldiary.domain.routine.routine import Beat, Routine, RoutineStep, Step
from heeldiary.domain.routine.session import LONGEST_SECONDS, Session
from heeldiary.domain.routine.session_state import session_from_state, session_state
from heeldiary.domain.routine.tempo import Rhythm, beats_from, rhythm_at
from heeldiary.domain.scales import FEET, Foot
from tests.domain.routine.sessions import CLINIC, RAISES, READY, SLICE, TURNS, UP_AND_DOWN, Time, kinds, started

SET = Step("left", 0, "raise", 24, tempo=UP_AND_DOWN)
REST = 40


def told(cues: Sequence[Cue]) -> list[str]:
    """Each cue's word, or its kind where it has none."""
    return [cue.word or cue.kind for cue in cues]


@pytest.mark.parametrize(
    ("elapsed", "word", "left", "repetition"),
    [
        (0, "up", 3, 1), (2.5, "up", 0.5, 1), (3, "hold", 2, 1), (4.75, "hold", 0.25, 1), (5, "down", 3, 1),
        (7.5, "down", 0.5, 1), (8, "up", 3, 2), (13, "down", 3, 2), (16, "up", 3, 3), (23.75, "down", 0.25, 3),
    ],
)  # fmt: skip
def test_what_the_tempo_says_at_a_moment(elapsed: float, word: str, left: float, repetition: int) -> None:
    assert rhythm_at(SET, elapsed, 24) == (word, left, repetition, 3)


def test_lengthened_it_has_more_repetitions() -> None:
    assert rhythm_at(SET, 30, 24 + 32) == ("down", 2, 4, 7)


def test_the_beats_of_a_repetition_up_to_the_next_ones_begin() -> None:
    assert beats_from(SET, 0, 24) == {3: "hold", 5: "down", 8: "up"}
    assert beats_from(SET, 9, 24) == {11: "hold", 13: "down", 16: "up"}
    assert beats_from(SET, 16, 24) == {19: "hold", 21: "down"}, "at the end of the set nothing begins"
    assert beats_from(SET._replace(tempo=()), 9, 24) == {}


def test_a_whole_session_by_its_cues() -> None:
    session, time = started(routine=RAISES)
    one_set = ["up", "hold", "down"] * 3
    cues = time.run(READY + 24)
    assert told(cues) == [*one_set, "rest"], "a set with a tempo announces no last seconds: it is counted"
    assert cues[-1].seconds == REST - READY
    assert told(time.run(REST + 24)) == ["ready", *one_set, "rest"]
    assert told(time.run(REST + 24)) == ["ready", *one_set, "finish"]
    assert session.credited == {("left", place): 24 for place in range(3)}
    assert session.finished("left")


def test_the_beats_come_on_their_second() -> None:
    session, time = started(routine=RAISES)
    cues = [(at - 105, cue.word) for at, cue in time.run_by_changes() if cue.word]
    assert cues[:7] == [(0, "up"), (3, "hold"), (5, "down"), (8, "up"), (11, "hold"), (13, "down"), (16, "up")]
    assert session.phase == "done"


def test_nothing_is_credited_in_a_rest() -> None:
    session, time = started(routine=RAISES)
    time.run(READY + 24 + 10)
    assert session.resting
    assert session.remaining == REST - 10
    assert session.rhythm is None
    assert [cue.kind for cue in time.run(REST - 10 - READY)] == ["ready"], "the last seconds are there to get ready"
    assert session.phase == "ready"
    assert session.credited == {("left", 0): 24}


@pytest.mark.parametrize("gone", [0, 10, REST - READY - 0.5])
def test_n_in_a_rest_ends_it_and_leaves_no_step(gone: float) -> None:
    session, time = started(routine=RAISES)
    time.run(READY + 24 + gone)
    assert told(session.next(time.at)) == ["ready"]
    assert (session.number, session.resting, session.remaining) == (1, False, READY)
    assert session.step_state(1) == "active"
    assert told(time.run(READY)) == ["up"]


def test_n_while_getting_ready_after_a_rest_leaves_the_set() -> None:
    session, time = started(routine=RAISES)
    time.run(READY + 24 + REST - READY + 1)
    session.next(time.at)
    assert session.number == 2
    assert session.step_state(1) == "skipped"


def test_a_paused_rest_stands_still_and_n_ends_it_too() -> None:
    session, time = started(routine=RAISES)
    time.run(READY + 24 + 10)
    session.pause(time.at)
    time.run(600)
    assert session.remaining == REST - 10
    session.go_on(time.at)
    time.run(5)
    assert session.remaining == REST - 15
    session.pause(time.at)
    session.next(time.at)
    assert session.running
    assert session.remaining == READY


def test_a_set_that_the_person_ends_is_followed_by_no_rest() -> None:
    session, time = started(routine=RAISES)
    time.run(READY + 20)
    assert told(session.next(time.at)) == ["ready"]
    assert (session.number, session.resting) == (1, False)


@pytest.mark.parametrize(("rest", "told_rest"), [(0, None), (3, None), (5, None), (6, 1), (120, 115)])
def test_a_rest_no_longer_than_getting_ready_is_none(rest: int, told_rest: int | None) -> None:
    step = RAISES.steps[0]._replace(rest_seconds=rest)
    session, time = started(routine=RAISES._replace(steps=(step,)))
    last = time.run(READY + 24)[-1]
    assert (last.kind, last.seconds) == (("rest", told_rest) if told_rest else ("ready", 0))
    assert session.remaining == max(rest, READY)


def test_back_in_a_rest_does_the_set_again() -> None:
    session, time = started(routine=RAISES)
    time.run(READY + 24 + 10)
    assert told(session.previous(time.at)) == ["ready"]
    assert (session.number, session.resting) == (0, False)


def test_a_rest_is_between_the_sets_of_one_step() -> None:
    session, time = started(routine=RAISES._replace(steps=RAISES.steps * 2))
    assert [step.rest_seconds for step in session.steps] == [0, REST, REST] * 2
    rests = [cue.step.place for _, cue in time.run_by_changes() if cue.step and cue.kind == "rest"]
    assert rests == [1, 2, 4, 5]


def test_the_feet_take_turns_set_by_set() -> None:
    session, time = started(FEET, TURNS)
    begun = [(cue.step.foot, cue.step.point, cue.step.set) for _, cue in time.run_by_changes()
             if cue.step and cue.kind == "start"]  # fmt: skip
    sets = [("raise", 0), ("raise", 1), ("raise", 2), ("ki1", 0)]
    assert begun == [(foot, *one) for one in sets for foot in FEET]
    assert session.credited == {(foot, place): seconds for place, seconds in enumerate((24, 24, 24, 20))
                                for foot in FEET}  # fmt: skip


def test_one_foot_after_the_other_has_all_its_sets_first() -> None:
    session, _ = started(FEET, RAISES)
    assert [step.key for step in session.steps] == [(foot, place) for foot in FEET for place in range(3)]


@pytest.mark.parametrize(
    ("tempo", "more"), [(UP_AND_DOWN, 32), ((Beat("pull", 10), Beat("let go", 3)), 39), ((Beat("tap", 1),), 30),
                        ((Beat("hold", 45),), 45), ((Beat("hold", 30),), 30)],
)  # fmt: skip
def test_lengthened_by_whole_repetitions_of_thirty_seconds_or_more(tempo: tuple[Beat, ...], more: int) -> None:
    step = RoutineStep("x", sum(beat.seconds for beat in tempo) * 2, tempo=tempo, repetitions=2)
    session, time = started(routine=Routine("x", "X", (step,)))
    time.run(READY + 1)
    session.longer(time.at)
    assert session.length(session.step) == step.seconds + more
    time.run_by_changes()
    assert session.credited == {("left", 0): step.seconds + more}
    for _ in range(100):
        session.longer(time.at)
    assert session.length(session.step) <= LONGEST_SECONDS


def test_it_goes_on_in_the_middle_of_a_set() -> None:
    before, time = started(("right",), RAISES)
    time.run(READY + 24 + REST + 12)
    after = session_from_state(json.loads(json.dumps(session_state(before))))
    after.go_on(time.at)
    assert (after.step, after.phase) == (before.step, "ready")
    assert after.remaining == READY
    later = Time(after, time.at)
    cues = later.run(READY)
    assert [(cue.kind, cue.word) for cue in cues] == [("start", "hold")], "12 s are 4 s into the second repetition"
    assert after.rhythm == Rhythm("hold", 1, 2, 3)
    assert told(later.run(12)) == ["down", "up", "hold", "down", "rest"]
    assert after.credited == {("right", 0): 24, ("right", 1): 24}


def test_taken_up_within_a_rest_the_rest_that_is_left_is_kept() -> None:
    before, time = started(routine=RAISES)
    time.run(READY + 24 + 12)
    before.pause(time.at)
    assert before.resting
    after = session_from_state(json.loads(json.dumps(session_state(before))))
    assert (after.step, after.phase, after.resting) == (before.step, "ready", True)
    assert after.remaining == before.remaining == REST - 12
    after.go_on(time.at)
    later = Time(after, time.at)
    assert told(later.run(REST - READY - 12)) == ["ready"]
    assert told(later.run(READY)) == ["up"]
    assert session_state(after)["rest"] == 0


def test_the_cue_after_a_long_tick_is_not_lost() -> None:
    _, time = started(routine=RAISES)
    assert told(time.run(READY + 24, step=2.75)) == [*["up", "hold", "down"] * 3, "rest"]


tempos = st.lists(st.builds(Beat, st.sampled_from(["up", "hold", "down"]), st.integers(1, 12)), max_size=4).map(tuple)


@st.composite
def steps(draw: st.DrawFn) -> RoutineStep:
    """A step of any kind, short enough to be run through."""
    tempo, sets = draw(tempos), draw(st.integers(1, 3))
    repetitions = draw(st.integers(1, 3)) if tempo else 1
    seconds = sum(beat.seconds for beat in tempo) * repetitions if tempo else draw(st.integers(1, 20))
    soft = not tempo and draw(st.booleans())
    rest = draw(st.integers(0, 20)) if sets > 1 else 0
    return RoutineStep("x", seconds, soft, draw(st.integers(1, 30)), tempo, repetitions, sets, rest)


@given(
    st.lists(steps(), min_size=1, max_size=3).map(tuple),
    st.sampled_from([("left",), FEET]),
    st.booleans(),
    st.integers(3, 8),
)
def test_from_change_to_change_no_cue_is_skipped(
    made: tuple[RoutineStep, ...], feet: tuple[Foot, ...], alternate: bool, ready: int
) -> None:
    """Woken only when something changes, a session says the same at the same time as woken every 64th of a second."""
    routine = Routine("x", "X", made, alternate=alternate)
    one, other = Session(routine, feet, ready), Session(routine, feet, ready)
    for session in (one, other):
        session.start(0)
    by_changes = Time(one, 0).run_by_changes()
    by_slices, now = list[tuple[float, Cue]](), 0.0
    while other.running:
        now += SLICE
        by_slices += [(now, cue) for cue in other.advance(now)]
    assert by_changes == by_slices
    assert one.credited == other.credited
    assert kinds([cue for _, cue in by_changes])[-1] == "finish"


@given(st.integers(0, 10_000), st.sampled_from([RAISES, TURNS, CLINIC]))
def test_the_wait_never_reaches_over_a_change(slices: int, routine: Routine) -> None:
    """Whenever it is asked, nothing is heard before the wait is over, and something is when it is."""
    session, time = started(FEET, routine)
    time.run(slices * SLICE, step=2.5)
    while session.running:
        wait = session.until_change
        if wait > SLICE:
            cues = time.run(wait - SLICE, step=2.5)
            assert cues == []
        before = session.phase, session.number, session.elapsed
        cues = time.run(min(wait, SLICE), step=SLICE)
        assert cues, before
        if len(session.credited) > 3:
            break


@pytest.mark.parametrize(("rest", "left"), [(40, 6), (35, 1), (34, None), (20, None)])
def test_while_the_other_foot_works_a_foot_has_rested(rest: int, left: int | None) -> None:
    """A set of 24 seconds and 5 to get ready for it are 29 seconds of rest; the last 5 are for getting ready again."""
    step = RAISES.steps[0]._replace(rest_seconds=rest)
    session, time = started(FEET, TURNS._replace(steps=(step,)))
    time.run(READY + 24 + READY + 24)
    assert (session.step.foot, session.step.set) == ("left", 1)
    assert session.resting == (left is not None)
    assert session.remaining == pytest.approx(READY + (left or 0))
