"""The routine's clock in whatever order the person does things."""

import json
from copy import deepcopy

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from heeldiary.domain.routine.routine import Routine
from heeldiary.domain.routine.session import GAP_SECONDS, Session
from heeldiary.domain.routine.session_state import session_from_state, session_state
from heeldiary.domain.scales import FEET, Foot
from tests.domain.routine.sessions import CLINIC, RAISES, SHORT, SLICE, TURNS

KEYS = ("advance", "pause", "go_on", "next", "previous", "advance", "go_on")

short_times = st.integers(0, int(GAP_SECONDS / SLICE)).map(lambda slices: slices * SLICE)
gaps = st.integers(int(GAP_SECONDS / SLICE) + 1, 10**7).map(lambda slices: slices * SLICE)


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
TestAnyOrder.settings = settings(max_examples=settings().max_examples // 2, stateful_step_count=40, deadline=None)
