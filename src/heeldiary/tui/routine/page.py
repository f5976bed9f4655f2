"""The Routine page: a guided session, hands on the foot."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.timer import Timer

from heeldiary.charts.foot.foot import View
from heeldiary.domain.routine.built_in import clinic
from heeldiary.domain.routine.load_rule import pain_note
from heeldiary.domain.routine.session import Cue, Session
from heeldiary.domain.scales import FEET, Feeling, Foot
from heeldiary.domain.settings import Settings
from heeldiary.errors import Busy, Problem
from heeldiary.guiding.cues import BELLS
from heeldiary.guiding.run import SessionRun
from heeldiary.store.diary import Diary
from heeldiary.store.recording import set_setting
from heeldiary.store.routine.routines import load_worse_note
from heeldiary.tui.actions import ROUTINE, KeyAction, bindings
from heeldiary.tui.foot.day_marks import DayMarks
from heeldiary.tui.foot.map_page import MapPage
from heeldiary.tui.routine import view
from heeldiary.tui.routine.closed import Closed
from heeldiary.tui.routine.cues import Cues
from heeldiary.tui.routine.routine_list import RoutineActions
from heeldiary.tui.routine.session_view import SessionView
from heeldiary.tui.routine.start import RoutineStart

FRAME_SECONDS = 0.5
"""How often the pulsing current point is repainted."""

LATE_SECONDS = 0.002
"""Added to each timer: it may wake a moment early."""


class RoutinePage(MapPage):
    """Guides a routine on one foot, or on both, one after the other."""

    PAGE = "routine"
    ABOUT = (
        "The clinic's routine, point by point; each begins with a moment to get ready, by itself. Heel and calf count "
        "on past their time until n. It is saved as it goes: broken off it is kept, and can go on for two hours."
    )
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(ROUTINE)]
    DEFAULT_CSS = """
    RoutinePage.-closed SessionView { display: none; }
    RoutinePage.-closed Closed { display: block; }
    """

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
        self._shelf = RoutineActions(self, self.host.routine)
        self.run_now = SessionRun(diary, Settings({}), clinic(Settings({})), self._feet, self.host.seconds, self._cues)

    def body(self) -> ComposeResult:
        """Compose the session, or the reason why there is none now."""
        yield Closed()
        yield SessionView()

    def on_mount(self) -> None:
        """Show the routine, ready to start; the timer runs only during a session."""
        self.reload()
        if not self.has_class("-closed"):
            self.attempt(self._start.tell)

    @property
    def session(self) -> Session:
        """The session shown."""
        return self.run_now.session

    def load(self) -> None:
        """Show the session; before it starts, with the current settings."""
        self.run_now.settings = self.settings
        if self.session.phase == "idle":
            before = self.run_now.recorder
            self.run_now = self._new_run()
            self.run_now.recorder.scores.update(before.scores)
            self._note = load_worse_note(self.diary, self.session.routine, self.session.feet, self.today)
        elif not self.run_now.recorder.is_kept():
            self._drop()
        self._marks.read(self.today, self.run_now)
        self.set_class(self.session.phase == "idle" and self.query_one(Closed).read(self.diary), "-closed")
        self.show()

    def offered(self, action: KeyAction) -> KeyAction | None:
        """Return what an action does in this phase of the session."""
        return view.offered(action, self.session, self.has_class("-closed"))

    def may_undo(self) -> bool:
        """Whether the session is paused or over; undo and redo wait for that."""
        if self.session.running:
            self.say("Pause the session first (space), then undo.")
        return not self.session.running

    def on_screen_suspend(self) -> None:
        """Pause the session when another screen opens."""
        if self.session.running:
            self.attempt(lambda: self._do(self.session.pause))
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

    def action_start(self) -> None:
        """Start, pause or continue."""
        if self.session.gap is not None:
            self._start.ask_about_gap(self.session, self._do)
            return
        if self.session.begun:
            self._do(self.session.pause if self.session.running else self.session.go_on)
            return
        self.silence()
        if self.session.phase == "done":
            if self._unkept:
                return  # it is saved as soon as possible; the reason was shown
            self._begin_anew(chosen=True)
        self._start.begin()

    def action_next(self) -> None:
        """Go to the next step."""
        self._do(self.session.next)

    def action_previous(self) -> None:
        """Go back one step."""
        self._do(self.session.previous)

    def action_longer(self) -> None:
        """Add 30 seconds."""
        self._do(self.session.longer)

    def action_other_foot(self) -> None:
        """Switch feet: before the session left, right, both; during it the other foot; after it the foot to score."""
        if self.session.phase == "idle":
            turns: list[tuple[Foot, ...]] = [("left",), ("right",), FEET]
            self._feet = turns[(turns.index(self.session.feet) + 1) % len(turns)]
            self.reload()
        elif self.session.phase == "done":
            self.run_now.turn()
            self.show()
        else:
            self._do(self.session.other_foot)

    def action_finish(self) -> None:
        """Finish now and save what was done."""
        if self.session.begun:
            self._do(self.session.finish)

    def action_mute(self) -> None:
        """Mute or unmute the cues."""
        sound = not self.diary.settings()["sound"]
        self.run_now.silence()
        self.change(
            lambda: set_setting(self.diary, "sound", "on" if sound else "off"),
            lambda _: self.say("The bell and the cues are on." if sound else "Muted: M brings the bell back."),
        )

    def action_score(self, digit: int) -> None:
        """Score pain before or after."""
        if self.session.phase == "done" and not self.run_now.has_done:
            self.say("Nothing was done, so there is no session to save a score with.")
            return
        score = self.run_now.score(digit)
        self._keep()
        self.show()
        self.say(pain_note(score))

    def action_feeling(self, feeling: Feeling) -> None:
        """Record how the point felt."""
        if self.session.phase == "idle":
            return
        self.say(self.run_now.feel(feeling))
        if feeling == "sharp" and self.session.begun:
            self._do(self.session.finish)
        else:
            self._keep()
            self.show()

    def action_ask_again(self) -> None:
        """Answer the safety questions again."""
        if not self.session.begun:
            self._start.ask_first()

    def action_routines(self) -> None:
        """Open the list of routines."""
        if self.session.begun:
            self.say("A session is open: x finishes it, then l shows the routines.")
        else:
            self._shelf.open(self.session.routine, self._begin_anew)

    def _begin(self) -> None:
        """Start, unless the person has left or it started while the answers waited to be saved."""
        if self.session.phase == "idle" and self in self.app.screen_stack:
            self._do(self.session.start)

    def _begin_anew(self, chosen: bool) -> None:
        """Handle the closed list of routines; before a session, `reload` shows the chosen one."""
        if chosen and self.session.phase == "done" and not self._unkept:
            self.run_now = self._new_run()
        self.reload()

    def _new_run(self) -> SessionRun:
        """Return a new session of the chosen routine with the current settings."""
        return SessionRun(self.diary, self.settings, self._shelf.routine(), self._feet, self.host.seconds, self._cues)

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
        session = self.session

        def look_and_step(now: float) -> list[Cue]:  # ask first about a gap that is only noticed now
            seen = session.advance(now)
            return seen if seen and session.gap is not None else seen + step(now)

        cues = self.run_now.do(look_and_step)
        if any(cue.kind == "gap" for cue in cues):
            self._start.ask_about_gap(self.session, self._do)
        if cues:
            self.query_one(SessionView).flash(BELLS[self.run_now.sound])
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
