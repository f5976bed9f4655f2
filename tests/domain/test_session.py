"""The routine's clock: what is credited to which point, in whatever order the person does things."""

import json
from copy import deepcopy

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from heeldiary.domain.routine import Beat, Routine, RoutineStep
from heeldiary.domain.scales import FEET, Foot
from heeldiary.domain.session import GAP_SECONDS, LONGEST_SECONDS, Cue, Session
from heeldiary.domain.session_state import session_from_state, session_state


def routine(*points: tuple[str, int, bool]) -> Routine:
    """A routine of points with their seconds, and whether each is soft."""
    return Routine("test", "Test", tuple(RoutineStep(*point) for point in points))


UP_AND_DOWN = (Beat("up", 3), Beat("hold", 2), Beat("down", 3))
CLINIC = routine(("ki1", 90, False), ("shimian", 90, False), ("heel", 120, True), ("calf", 180, True))
SHORT = routine(("ki1", 4, False), ("heel", 3, True))
RAISES = Routine(
    "raises", "Raises", (RoutineStep("raise", 24, tempo=UP_AND_DOWN, repetitions=3, sets=3, rest_seconds=40),)
)
TURNS = Routine("turns", "Turns", (*RAISES.steps, RoutineStep("ki1", 10, soft=True, cap_seconds=20)), alternate=True)
READY = 5
KEYS = ("advance", "pause", "go_on", "next", "previous", "advance", "go_on")

SLICE = 1 / 64
"""Every time in the machine is a multiple of this, so that all its sums are exact."""

short_times = st.integers(0, int(GAP_SECONDS / SLICE)).map(lambda slices: slices * SLICE)
gaps = st.integers(int(GAP_SECONDS / SLICE) + 1, 10**7).map(lambda slices: slices * SLICE)


class Time:
    """Seconds that a test lets go by, in steps that the session trusts."""

    def __init__(self, session: Session, at: float = 100.0) -> None:
        self.session = session
        self.at = at

    def run(self, seconds: float, step: float = 0.5) -> list[Cue]:
        """Let so many seconds go by."""
        cues, end = [], self.at + seconds
        while self.at < end:
            self.at = min(end, self.at + step)
            cues += self.session.advance(self.at)
        return cues


def started(feet: tuple[Foot, ...] = ("left",)) -> tuple[Session, Time]:
    session = Session(CLINIC, feet, READY)
    time = Time(session)
    session.start(time.at)
    return session, time


def kinds(cues: list[Cue]) -> list[str]:
    return [cue.kind for cue in cues]


def credited(session: Session) -> dict[tuple[Foot, str], float]:
    points = {step.key: step.point for step in session.steps}
    return {(key[0], points[key]): round(seconds, 3) for key, seconds in session.credited.items()}


class AnyOrder(RuleBasedStateMachine):
    """Whatever is pressed and however long it takes: the time credited is the time with hands on the foot.

    The session is told the time only when a key is pressed. A twin of it is told every 64th of a second before: in
    which of them it ran is counted here, and twin and session have to end up the same.
    """

    @initialize(
        feet=st.sampled_from([("left",), ("right",), FEET]),
        routine=st.sampled_from([CLINIC, SHORT, RAISES, TURNS]),
        ready=st.integers(3, 30),
    )
    def prepare(self, feet: tuple[Foot, ...], routine: Routine, ready: int) -> None:
        self.session = Session(routine, feet, ready)
        self.now = 1000.0
        self.ran = 0.0
        self.session.start(self.now)

    def press(self, key: str, gone: float) -> None:
        """Press a key after some time."""
        twin, session = deepcopy(self.session), self.session
        if gone > GAP_SECONDS:
            self.now += gone
            was_running = twin.running
            twin.advance(self.now)
            assert not was_running or twin.paused
            assert twin.credited == session.credited
        else:
            for _ in range(int(gone / SLICE)):
                self.now += SLICE
                self.ran += SLICE * (twin.phase == "running" and not twin.paused)
                twin.advance(self.now)
        if key != "advance":
            getattr(twin, key)(self.now)
        getattr(session, key)(self.now)
        assert vars(session) == vars(twin)

    @rule(gone=st.one_of(short_times, gaps), key=st.sampled_from(KEYS))
    def key(self, gone: float, key: str) -> None:
        if key == "go_on" and self.session.running:
            key = "advance"  # going on when it runs has an example of its own below
        self.press(key, gone)
        assert key != "pause" or not self.session.running

    @precondition(lambda self: self.session.begun)
    @rule()
    def kill_and_take_up(self) -> None:
        before = self.session
        after = session_from_state(json.loads(json.dumps(session_state(before))))
        assert after.credited == before.credited
        assert after.steps == before.steps
        assert after.step == before.step
        assert not after.running
        assert after.remaining_in_all == before.remaining_in_all
        after.go_on(self.now)
        self.session = after

    @precondition(lambda self: self.session.gap is not None)
    @rule(massaged=st.booleans())
    def answer_the_gap(self, massaged: bool) -> None:
        session = self.session
        end = max(session.length(session.step), session.step.cap_seconds if session.step.soft else 0)
        on_the_foot = massaged and session.phase == "running"
        self.ran += min(session.gap or 0, end - session.elapsed) if on_the_foot else 0
        session.answer_gap(self.now, massaged)
        assert session.gap is None
        assert session.running or session.phase == "done"

    @rule(times=st.integers(1, 80))
    def massage(self, times: int) -> None:
        for _ in range(times):
            self.press("advance", 2.75)

    @rule(gone=short_times)
    def longer(self, gone: float) -> None:
        before = [self.session.length(step) for step in self.session.steps]
        self.press("longer", gone)
        added = sum(self.session.length(step) for step in self.session.steps) - sum(before)
        more = 32 if self.session.step.tempo else 30
        assert added == (more if self.session.begun else 0) or self.session.length(self.session.step) > 1768

    @rule(gone=short_times)
    def other_foot(self, gone: float) -> None:
        self.press("advance", gone)
        foot, begun = self.session.step.foot, self.session.begun
        self.press("other_foot", 0)
        assert (self.session.step.foot != foot) == begun

    @precondition(lambda self: self.ran > 100 or self.session.phase == "done")
    @rule(gone=short_times)
    def finish(self, gone: float) -> None:
        self.press("finish", gone)
        assert self.session.phase == "done"

    @invariant()
    def credited_is_what_ran(self) -> None:
        assert sum(self.session.credited.values()) == self.ran

    @invariant()
    def one_step_at_most_is_active(self) -> None:
        states = [self.session.step_state(number) for number in range(len(self.session.steps))]
        assert states.count("active") == self.session.begun

    @invariant()
    def nothing_is_overdrawn(self) -> None:
        session, step = self.session, self.session.step
        over = max(0, step.cap_seconds - session.length(step)) if step.soft and session.phase == "running" else 0
        assert session.remaining >= -over
        assert session.remaining_in_all >= 0
        assert session.phase != "done" or session.remaining_in_all == 0


TestAnyOrder = AnyOrder.TestCase
TestAnyOrder.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)


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
