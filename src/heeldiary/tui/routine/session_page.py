"""A page with a running session: its clock, its saving, and what interrupts it."""

from collections.abc import Callable

from textual.timer import Timer

from heeldiary.charts.foot.foot import View
from heeldiary.domain.routine.built_in import clinic
from heeldiary.domain.routine.cue import Cue
from heeldiary.domain.routine.session import Session
from heeldiary.domain.scales import Foot
from heeldiary.domain.settings import Settings
from heeldiary.errors import Busy, Problem
from heeldiary.guiding.cues import BELLS
from heeldiary.guiding.run import SessionRun
from heeldiary.store.diary import Diary
from heeldiary.tui.foot.day_marks import DayMarks
from heeldiary.tui.foot.map_page import MapPage
from heeldiary.tui.routine import view
from heeldiary.tui.routine.cues import Cues
from heeldiary.tui.routine.routine_list import RoutineActions
from heeldiary.tui.routine.session_view import SessionView
from heeldiary.tui.routine.start import RoutineStart

FRAME_SECONDS = 0.5
"""How often the pulsing current point is repainted."""

LATE_SECONDS = 0.002
"""Added to each timer: it may wake a moment early."""


class SessionPage(MapPage):
    """Holds a session and the routine chosen for the next; subclasses have the keys."""

    def __init__(self, diary: Diary) -> None:
        super().__init__(diary)
        self._feet: tuple[Foot, ...] = tuple(self.host.feet)
        self._timer: Timer | None = None
        self._frame = 0
        self._start = RoutineStart(self, self._new_run, self._begin, self._take_up)
        self._cues = Cues(self.app.bell)
        self._note = ""  # the load rule's note before the session
        self._unkept = False  # whether part of the session is not saved yet
        self._marks = DayMarks(self, self._keep)
        self.shelf = RoutineActions(self, self.host.routine)
        self.run_now = SessionRun(diary, Settings({}), clinic(Settings({})), self._feet, self.host.seconds, self._cues)

    @property
    def session(self) -> Session:
        """The session shown."""
        return self.run_now.session

    def may_undo(self) -> bool:
        """Whether the session is paused or over; undo and redo wait for that."""
        if self.session.running:
            self.say("Pause the session first (space), then undo.")
        return not self.session.running

    def on_screen_suspend(self) -> None:
        """Pause the session when another screen opens."""
        if self.session.running:
            self.attempt(lambda: self._do(self.session.pause))
            if self not in self.app.screen_stack:  # below a dialog the countdown shows it
                self.host.say("The routine is paused; r returns to it.")

    def leave(self) -> None:
        """Save the session so it can continue after a restart."""
        if self.session.begun:
            self.run_now.do(self.session.pause)
        if self.session.begun or self._unkept:
            self.host.changes.make(lambda: self._keep(at_last=True))

    def tick(self) -> None:
        """Retry a save that failed."""
        super().tick()
        if self._unkept and not self.session.running:
            self._keep()

    def present_view(self) -> View:
        """The view of the foot for the current step."""
        return view.present_view(self.session)

    def mark(self, spot: str) -> None:
        """Mark an area of the current foot as hurting, or remove the mark, in the session or in the day."""
        self._marks.mark(self.run_now, spot)

    def _begin(self) -> None:
        """Start, unless the person has left or it started while the answers waited to be saved."""
        if self.session.phase == "idle" and self in self.app.screen_stack:
            self._do(self.session.start)

    def begin_anew(self, chosen: bool) -> None:
        """Handle the closed list of routines; before a session, `reload` shows the chosen one."""
        if chosen and self.session.phase == "done" and not self._unkept:
            self.run_now = self._new_run()
        self.reload()

    def _new_run(self) -> SessionRun:
        """Return a new session of the chosen routine with the current settings."""
        return SessionRun(self.diary, self.settings, self.shelf.routine(), self._feet, self.host.seconds, self._cues)

    def _take_up(self, run: SessionRun) -> None:
        """Continue an interrupted session."""
        self.run_now = run
        self._do(self.session.go_on)

    def _tick(self) -> None:
        """Advance the session by the time that has passed."""
        self._frame += 1
        if not self.attempt(lambda: self._do(self.session.advance, always_keep=False)):
            self._wait()

    def _wait(self) -> None:
        """Set the timer for the next change on screen or cue, and no sooner."""
        if self._timer is not None:
            self._timer.stop()
        if self.session.running:
            moving = FRAME_SECONDS if self.app.animation_level != "none" else 1.0
            wait = min(moving, 1 - self.session.elapsed % 1, self.session.until_change)
            self._timer = self.set_timer(wait + LATE_SECONDS, self._tick)

    def _do(self, step: Callable[[float], list[Cue]], always_keep: bool = True) -> None:
        """Call a method of the session, save the session and show it."""
        session, step_before = self.session, self.session.step

        def look_and_step(now: float) -> list[Cue]:  # ask first about a gap that is only noticed now
            seen = session.advance(now)
            return seen if seen and session.gap is not None else seen + step(now)

        cues = self.run_now.do(look_and_step)
        step_now = self.session.step
        is_other_step = step_now != step_before and step_now.foot == step_before.foot
        if is_other_step or (self.session.phase == "done" and cues):
            self.map.leave()  # what the new step says matters more than the place that was looked at
        if any(cue.kind == "gap" for cue in cues):
            self._start.ask_about_gap(self.session, self._do)
        if cues:
            self.query_one(SessionView).flash(BELLS[self.run_now.sound])
        if self.session.phase == "done" and cues:
            self.host.has_massaged = self.run_now.has_done
        if self.session.phase == "done" and cues and self.settings["sound"]:
            self.host.show_outside("The routine is finished.")
        self._wait()
        if cues or always_keep or self.run_now.keep_is_due():
            self._keep()
        self.show()

    def _keep(self, at_last: bool = False) -> None:
        """Save the session so far; a failed save is retried with the next, `at_last` raises Busy."""
        try:
            is_saved = self.run_now.keep(at_last)
        except Problem as problem:
            self._unkept = True
            if at_last and isinstance(problem, Busy):
                raise  # it waits in the queue; a failure is shown
            self.tell(problem)
        else:
            self._unkept = False
            if not is_saved:
                self._drop()

    def _drop(self) -> None:
        """Start over: the session was undone, here or by a command."""
        self.run_now = self._new_run()
        self._wait()
        self.say("The session was undone.", important=True)

    def show(self) -> None:
        """Show the session and the selected area."""
        if not self.is_mounted:
            return
        self.aside(*view.heading_aside(self.session))
        self.show_footer()
        self.query_one(SessionView).show(self.run_now, self.map, self._frame, self._note, self._marks.areas)
