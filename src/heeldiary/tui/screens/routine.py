"""The Routine: hands on the foot, eyes half closed, and the clock does the rest."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.timer import Timer
from textual.widgets import Static

from heeldiary.domain.durations import seconds_words
from heeldiary.domain.points import ROUTINE
from heeldiary.domain.scales import FEET, HIGHEST, Feeling, Foot
from heeldiary.domain.session import Cue, Session
from heeldiary.errors import Problem
from heeldiary.store.asking import keep_answers, last_answers
from heeldiary.store.diary import Diary
from heeldiary.store.recording import set_setting
from heeldiary.tui.actions import ROUTINE as ACTIONS
from heeldiary.tui.actions import bindings
from heeldiary.tui.cues import Cues
from heeldiary.tui.page import Page
from heeldiary.tui.screens import routine_view as view
from heeldiary.tui.screens.scoring import TEN_SECONDS
from heeldiary.tui.screens.session_keeper import SAVE_SECONDS, SessionKeeper
from heeldiary.tui.widgets.before_after import BeforeAfter, When
from heeldiary.tui.widgets.countdown import Countdown
from heeldiary.tui.widgets.foot_map import FootMap
from heeldiary.tui.widgets.step_list import StepList

TICK_SECONDS = 0.25

_SHARP = (
    "Stopped. A sharp, electric or numb feeling is a reason to leave the foot alone for today; if it stays or "
    "comes back, see a clinician."
)


class RoutinePage(Page):
    """Runs the clinic's routine on one foot, or on both, each in full."""

    PAGE = "routine"
    ABOUT = (
        "The clinic's routine, point by point; each begins with a moment to get ready, by itself. Heel and calf count "
        "on past their time until n. It is saved as it goes: what you break off is kept as a part session."
    )
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(ACTIONS)]
    DEFAULT_CSS = """
    RoutinePage #closed { width: 62; height: auto; margin: 1 2; display: none; }
    RoutinePage.-closed #columns { display: none; }
    RoutinePage.-closed #closed { display: block; }
    RoutinePage #steps { display: none; }
    RoutinePage #middle { width: 58; height: 1fr; }
    RoutinePage FootMap { width: 1fr; height: 1fr; }
    RoutinePage Countdown { height: 11; margin-left: 2; }
    RoutinePage #words { height: 5; margin-left: 2; }
    RoutinePage #steps-row StepList { height: 3; }
    RoutinePage #steps-row BeforeAfter { height: 1; }

    RoutinePage.-normal #columns, RoutinePage.-wide #columns { margin-top: 1; }
    RoutinePage.-normal #steps, RoutinePage.-wide #steps { display: block; width: 28; height: 1fr; }
    RoutinePage.-normal #middle, RoutinePage.-wide #middle { width: 58; margin-left: 6; }
    RoutinePage.-normal #steps-row, RoutinePage.-wide #steps-row { display: none; }
    RoutinePage.-normal Countdown, RoutinePage.-wide Countdown { height: 15; }
    RoutinePage.-normal #words, RoutinePage.-wide #words { height: auto; }
    RoutinePage.-wide #middle { margin-left: 10; }
    RoutinePage.-wide Countdown { height: 19; }
    """

    def __init__(self, diary: Diary) -> None:
        super().__init__(diary)
        self._feet: tuple[Foot, ...] | None = None
        self._timer: Timer | None = None
        self._frame = 0
        self._saved_at = 0.0
        self._one: tuple[tuple[Foot, When], float] | None = None
        self._score_foot: Foot = FEET[0]
        self._cue_foot: Foot | None = None
        self._prepare()

    def body(self) -> ComposeResult:
        """Steps, the present one, the foot; or why there is no session now."""
        yield Static(id="closed", markup=False)
        with Horizontal(id="columns"):
            with Vertical(id="steps"):
                yield StepList()
                yield BeforeAfter()
            with Vertical(id="middle"):
                yield Countdown()
                yield Static(id="words")
                with Vertical(id="steps-row"):
                    yield StepList()
                    yield BeforeAfter()
            yield FootMap(self.app.draws_braille)

    def on_mount(self) -> None:
        """Show the routine, ready to start; the clock ticks only while it runs."""
        self._timer = self.set_interval(TICK_SECONDS, self._tick, pause=True)
        self._feet = tuple(self.app.feet) or None
        self.reload()

    def reload(self) -> None:
        """Show the session as it is; before it has begun, with the settings as they are now."""
        if self.session.phase == "idle":
            self._prepare()
        elif not self._keeper.is_kept():
            self._stop_clock()
            self._prepare()
            self.say("The session was taken back.", important=True)
        self._show()

    def may_undo(self) -> bool:
        """Whether the session stands still; undo waits for that."""
        if self.session.running:
            self.say("Undo waits until the session is paused: space.")
        return not self.session.running

    def on_screen_suspend(self) -> None:
        """Going elsewhere pauses the session."""
        if self.session.running:
            self._pause()
            self.app.say("The routine is paused; it waits for you under r.")

    def leave(self) -> None:
        """The app ends: keep what was done."""
        if self.session.begun:
            self.session.finish(self.app.seconds())
            self._keep(over=True)

    def action_start(self) -> None:
        """Start, pause, or go on."""
        now = self.app.seconds()
        if self.session.running:
            self._pause()
        elif self.session.begun:
            self._perform(self.session.go_on(now))
        else:
            if self.session.phase == "done":
                self._prepare()
            self._start_if_clear()

    def action_next(self) -> None:
        """Leave the present step."""
        self._perform(self.session.next(self.app.seconds()))

    def action_previous(self) -> None:
        """One step back."""
        self._perform(self.session.previous(self.app.seconds()))

    def action_longer(self) -> None:
        """30 seconds more."""
        self._perform(self.session.longer(self.app.seconds()))

    def action_other_foot(self) -> None:
        """The other foot; before the session has begun: left, right, both in turn."""
        if self.session.phase == "idle":
            turns: list[tuple[Foot, ...]] = [("left",), ("right",), FEET]
            self._feet = turns[(turns.index(self.session.feet) + 1) % len(turns)]
            self._prepare()
            self._show()
        elif self.session.phase == "done":
            feet = self.session.feet
            self._score_foot = feet[(feet.index(self._score_foot) + 1) % len(feet)]
            self._show()
        else:
            self._perform(self.session.other_foot(self.app.seconds()))

    def action_finish(self) -> None:
        """End here and keep what was done."""
        if self.session.begun:
            self._perform(self.session.finish(self.app.seconds()))

    def action_mute(self) -> None:
        """Mute or unmute, from now on."""
        sound = not self.diary.settings()["sound"]
        self.change(
            lambda: set_setting(self.diary, "sound", "on" if sound else "off"),
            lambda _: self.say("The bell and the cues are on." if sound else "Muted: M brings the bell back."),
        )

    def action_score(self, digit: int) -> None:
        """Pain before, or after; 1 and at once 0 is ten."""
        slot, now = self._slot(), self.app.seconds()
        ten = digit == 0 and self._one is not None and self._one[0] == slot and now - self._one[1] <= TEN_SECONDS
        self._one = (slot, now) if digit == 1 else None
        self._keeper.scores[slot] = HIGHEST if ten else digit
        self._keep()
        self._show()

    def action_feeling(self, feeling: Feeling) -> None:
        """What the point felt like: the present one, or while getting ready the one just left."""
        number = self.session.number - (self.session.phase == "ready" and self.session.number > 0)
        if self.session.phase == "idle":
            return
        step = self.session.steps[number]
        self._keeper.feelings[step.foot, step.point] = feeling
        if feeling == "sharp" and self.session.begun:
            self._perform(self.session.finish(self.app.seconds()))
            self.say(_SHARP, important=True)
        else:
            self._keep()
            self._show()

    def action_ask_again(self) -> None:
        """Answer "ask first" again."""
        if not self.session.begun:
            self._ask_first(start=False)

    def _prepare(self) -> None:
        """A new session with the settings as they are."""
        settings = self.diary.settings()
        feet = self._feet or settings.affected_feet or FEET[:1]
        seconds = {point: settings.seconds_of(point) for point in ROUTINE}
        self.session: Session = view.session_of(seconds, feet, settings["ready-seconds"])
        self._keeper = SessionKeeper(self.diary)
        self._score_foot = feet[0]
        self._cue_foot = None

    def _start_if_clear(self) -> None:
        """Start, unless "ask first" has to be asked, or has closed the routine."""
        answers = last_answers(self.diary)
        if answers is None or not answers.hold_on(self.diary.today()):
            self._ask_first(start=True)
        elif answers.outcome != "stop":
            self._perform(self.session.start(self.app.seconds()))

    def _ask_first(self, start: bool) -> None:
        from heeldiary.tui.dialogs.ask_first import AskFirst

        def answered(answers: dict[str, bool] | None) -> None:
            if answers is not None:
                self.change(lambda: keep_answers(self.diary, answers), lambda given: clear(given.outcome != "stop"))

        def clear(may: bool) -> None:
            if may and start:
                self._perform(self.session.start(self.app.seconds()))

        self.app.push_screen(AskFirst(), answered)

    def _pause(self) -> None:
        self._perform(self.session.pause(self.app.seconds()))

    def _tick(self) -> None:
        """A quarter of a second has passed, more or less; the session is told how much."""
        now = self.app.seconds()
        self._frame += 1
        cues = self.session.advance(now)
        if cues:
            self._perform(cues)
            return
        if now - self._saved_at >= SAVE_SECONDS:
            self._keep()
        self._show()

    def _perform(self, cues: list[Cue]) -> None:
        """Let the cues be heard and seen, keep what was done, and show where the session is."""
        settings = self.diary.settings()
        sound = Cues(self.app.bell, settings["cue-command"]) if settings["sound"] else None
        for cue in cues:
            switched = bool(cue.step and self._cue_foot and cue.step.foot != self._cue_foot)
            self._cue_foot = cue.step.foot if cue.step else self._cue_foot
            if cue.kind == "start" and cue.step:
                self._keeper.began(cue.step.foot)
            if cue.kind == "gap":
                self.say(f"{seconds_words(round(cue.seconds))} went by unseen, and nothing of it is counted. "
                         "Still massaging? space goes on.", important=True)  # fmt: skip
            if sound:
                sound.play(cue, switched)
            self.query_one(Countdown).flash()
        if self._timer is not None:
            (self._timer.resume if self.session.running else self._timer.pause)()
        self._keep(over=self.session.phase == "done")
        self._show()

    def _stop_clock(self) -> None:
        if self._timer is not None:
            self._timer.pause()

    def _keep(self, over: bool = False) -> None:
        """Save the session as far as it is; what cannot be saved now is saved with the next."""
        self._saved_at = self.app.seconds()
        over = over or self.session.phase == "done"
        try:
            kept = self._keeper.keep(self.session, over)
        except Problem as problem:
            self.say(f"{problem.message.capitalize()}: {problem.remedy}. The clock runs on.", important=True)
        else:
            if not kept:
                self.reload()

    def _slot(self) -> tuple[Foot, When]:
        """Where a digit goes."""
        if self.session.phase == "done":
            return self._score_foot, "after"
        return self.session.step.foot, "before"

    def _show(self) -> None:
        if not self.is_mounted:
            return
        session, short = self.session, self.has_class("-compact")
        self._show_closed()
        self.aside(view.aside(session))
        self.query_one(Countdown).show(view.showing(session))
        self.query_one("#words", Static).update(view.words(session, self._keeper.feelings, short))
        for steps in self.query(StepList):
            steps.show(view.step_lines(session))
        for pain in self.query(BeforeAfter):
            pain.show(session.feet, self._keeper.scores, self._slot())
        seen, marks = view.marks(session)
        self.query_one(FootMap).show(seen, session.step.foot, marks, self._frame if session.running else 0)

    def _show_closed(self) -> None:
        """Where an answer to "ask first" was a stop, say why in place of the routine."""
        answers = last_answers(self.diary)
        closed = bool(answers and answers.outcome == "stop" and not self.session.begun and self.session.phase == "idle")
        self.set_class(closed, "-closed")
        if closed and answers:
            reasons = "\n\n".join(question.why for question in answers.reasons)
            self.query_one("#closed", Static).update(
                f"No massage for now\n\n{reasons}\n\nThe diary stays open to you. When this has changed, a asks again."
            )
