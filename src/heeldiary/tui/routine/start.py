"""The start of a session: safety questions, and an interrupted session."""

from collections.abc import Callable

from heeldiary.domain.durations import clock_digits
from heeldiary.domain.routine.cue import Cue
from heeldiary.domain.routine.session import Session
from heeldiary.domain.text import capitalized, separate
from heeldiary.guiding.cue_command import cue_doubt
from heeldiary.guiding.run import SessionRun
from heeldiary.store.replacing import warn_of_past_day
from heeldiary.store.routine.ask_first import last_answers, save_answers
from heeldiary.store.routine.sessions import OpenSession, close_open_session, open_session
from heeldiary.tui.page import Page


class RoutineStart:
    """Asks what must be asked, then starts a new session or continues the old one."""

    def __init__(
        self,
        page: Page,
        new_run: Callable[[], SessionRun],
        start: Callable[[], None],
        take_up: Callable[[SessionRun], None],
    ) -> None:
        self._page = page
        self._new_run = new_run
        self._start = start
        self._take_up = take_up
        self._warning = ""  # shown last about a wrong clock

    def begin(self) -> None:
        """Start a session unless the safety answers rule it out. If the clock was set back, warn once first."""
        warning = warn_of_past_day(self._page.diary)
        if warning != self._warning:
            self._warning = warning
            if warning:
                self._page.say(f"{capitalized(warning)}. Press space again to start anyway.", important=True)
                return
        answers = last_answers(self._page.diary)
        if answers is None or not answers.hold_on(self._page.diary.today()):
            self.ask_first(then=self._go)
        elif answers.outcome != "stop":
            self._go()

    def ask_first(self, then: Callable[[], None] | None = None) -> None:
        """Ask the safety questions; unless the answers rule massage out, call `then`."""
        from heeldiary.tui.routine.ask_first import AskFirst

        def answered(answers: dict[str, bool] | None) -> None:
            if answers is not None:
                self._page.change(
                    lambda: save_answers(self._page.diary, answers), lambda given: kept(given.outcome != "stop")
                )

        def kept(may: bool) -> None:
            if may and then is not None:
                then()

        self._page.app.push_screen(AskFirst(), answered)

    def ask_about_gap(self, session: Session, do: Callable[[Callable[[float], list[Cue]]], None]) -> None:
        """Ask about a gap: only the person knows what their hands did."""
        from heeldiary.tui.routine.gap import Gap

        def answered(massaged: bool | None) -> None:
            if massaged is not None and session.gap is not None:
                do(lambda now: session.answer_gap(now, massaged))

        self._page.app.push_screen(Gap(session.gap or 0.0), answered)

    def tell(self) -> None:
        """Say that a session was interrupted recently, or that the cue command cannot run, if so."""
        broken_off, settings = self._broken_off(), self._page.diary.settings()
        doubt = cue_doubt(settings["cue-command"]) if settings["sound"] else None
        if broken_off is not None:
            self._page.say(
                f"Your last session stopped at {self._time(broken_off[0])} and is saved. Press space to continue it."
            )
        elif doubt is not None:
            self._page.say(doubt)
        else:
            self._page.say("l: all routines · arrows: explore the foot · h: mark where it hurts")

    def _broken_off(self) -> tuple[OpenSession, SessionRun] | None:
        """Return the interrupted session and a run that continues it; None if there is none."""
        saved, run = open_session(self._page.diary), self._new_run()
        return (saved, run) if saved and run.go_on_with(saved) and run.recorder.is_kept() else None

    def _go(self) -> None:
        broken_off = self._broken_off()
        if broken_off is None:
            self._start()
            return
        saved, run = broken_off
        from heeldiary.tui.routine.broken_off import BrokenOff

        step = run.session.step
        left = clock_digits(round(run.session.remaining_in_all))
        title = run.routine.steps[step.of].description.title
        where = (
            f"{separate(run.routine.title)}: your last session stopped at {self._time(saved)}, during {title}, "
            f"{step.foot} foot. {left} are left."
        )

        def answered(go_on: bool | None) -> None:
            if go_on:
                self._take_up(run)
            elif go_on is not None:
                self._page.change(lambda: close_open_session(self._page.diary), lambda _: self._start())

        self._page.app.push_screen(BrokenOff(where), answered)

    def _time(self, saved: OpenSession) -> str:
        zone = self._page.diary.clock.now().tzinfo
        return f"{saved.kept_at.astimezone(zone):%H:%M}"
