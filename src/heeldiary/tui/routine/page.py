"""The Routine page: a guided session, hands on the foot."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from heeldiary.domain.routine.load_rule import pain_note
from heeldiary.domain.scales import FEET, Feeling, Foot
from heeldiary.store.recording import set_setting
from heeldiary.store.routine.routines import load_worse_note
from heeldiary.tui.actions import ROUTINE, KeyAction, bindings
from heeldiary.tui.routine import view
from heeldiary.tui.routine.closed import Closed
from heeldiary.tui.routine.session_page import SessionPage
from heeldiary.tui.routine.session_view import SessionView


class RoutinePage(SessionPage):
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

    def body(self) -> ComposeResult:
        """Compose the session, or the reason why there is none now."""
        yield Closed()
        yield SessionView()

    def on_mount(self) -> None:
        """Show the routine, ready to start; the timer runs only during a session."""
        self.reload()
        if not self.has_class("-closed"):
            self.attempt(self._start.tell)

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
        return view.offered(action, self.session, self.has_class("-closed"), self.map.spot is not None)

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
            self.begin_anew(chosen=True)
        self._start.begin()

    def action_next(self) -> None:
        """Go to the next step; of one that was not begun, say that it was skipped."""
        session, step = self.session, self.session.step
        if not session.begun and not self.has_class("-closed"):
            self.say("There is no step to leave yet: space starts the first one.")
            return
        self._do(session.next)
        if session.begun and session.step is not step and round(session.credited.get(step.key, 0)) < 1:
            self.say(f"{view.step_text(session, step).title} skipped: b goes back to it.")
        else:
            self.fade()

    def action_previous(self) -> None:
        """Go back one step; after x or s, back to the session."""
        if not self.run_now.unfinish():
            self.silence()  # what was said of a skipped step is over
            self._do(self.session.previous)
            return
        self._keep()
        self.show()
        self.say("Back in the session: space continues.")

    def action_longer(self) -> None:
        """Add 30 seconds."""
        self._do(self.session.longer)

    def action_other_foot(self) -> None:
        """Switch feet: before the session left, right, both; during it the other foot; after it the foot to score."""
        if self.session.phase == "idle":
            turns: list[tuple[Foot, ...]] = [("left",), ("right",), FEET]
            self._feet = turns[(turns.index(self.session.feet) + 1) % len(turns)]
            self.reload()
            if self.has_class("-tiny"):  # its header has no room for the feet
                self.say(view.heading_aside(self.session)[1])
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
        before = dict(self.run_now.recorder.scores)
        slot, score = self.run_now.score(digit)
        (foot, when), was = slot, before.get(slot)
        self._keep()
        self.show()
        replaced = "" if was in (None, score) or (was, digit) == (1, 0) else f" (was {was})"
        note = f" · {pain_note(score)}" if self.session.routine.load_rule else ""
        self.say(f"Pain {when}, {foot} foot: {score}/10{replaced}{note}")

    def action_feeling(self, feeling: Feeling) -> None:
        """Record how the point felt."""
        if self.session.phase == "idle":
            return
        self.say(self.run_now.feel(feeling))
        if feeling == "sharp" and self.session.begun:
            self._do(self.session.finish)
            self.say("Sharp: the session ends here. If that was a slip, b goes back to it.", important=True)
        else:
            self._keep()
            self.show()

    def action_ask_again(self) -> None:
        """Answer the safety questions again."""
        if not self.session.begun:
            self._start.ask_first()

    def action_routines(self) -> None:
        """Open the list of routines."""
        if self._may_choose():
            self.shelf.open(self.session.routine, self.begin_anew)

    def choose(self, name: str) -> None:
        """Show a routine, ready to start."""
        if self._may_choose():
            self.shelf.chosen = name
            self.begin_anew(chosen=True)

    def _may_choose(self) -> bool:
        if self.session.begun:
            self.say("A session is open: x finishes it, then l shows the routines.")
        return not self.session.begun
