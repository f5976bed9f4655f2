"""The start of a plain session: the routine, the feet, the safety questions, an interrupted session."""

from collections.abc import Callable

from heeldiary.cli.plain.prompts import Prompt
from heeldiary.domain.durations import clock_digits
from heeldiary.domain.routine.ask_first import AGREED, FOLLOW_UP, SAFETY_QUESTIONS, Answers, next_question
from heeldiary.domain.routine.routine import Routine
from heeldiary.domain.scales import Foot, parse_feet
from heeldiary.domain.text import capitalized
from heeldiary.errors import BadInput
from heeldiary.guiding.run import SessionRun
from heeldiary.store.diary import Diary
from heeldiary.store.replacing import warn_of_past_day
from heeldiary.store.routine.ask_first import last_answers, save_answers
from heeldiary.store.routine.plans import routine_for_today
from heeldiary.store.routine.routines import at_current_stage, find_routine
from heeldiary.store.routine.sessions import close_open_session, open_session


class PlainStart:
    """Asks the questions before a session. If nobody can answer, a missing answer raises BadInput."""

    def __init__(
        self, prompt: Prompt, routine_name: str | None, feet: tuple[Foot, ...], seconds: Callable[[], float]
    ) -> None:
        self._prompt = prompt
        self._routine_name = routine_name
        self._feet = feet
        self._seconds = seconds

    def check(self, diary: Diary) -> None:
        """Raise BadInput if the session cannot start, or an answer is missing and nobody can be asked."""
        self._routine(diary)  # raises BadInput if there is no such routine
        warning = warn_of_past_day(diary)
        if warning and not (self._prompt.can_ask and self._prompt.yes(f"{capitalized(warning)}. Start anyway?")):
            raise BadInput(warning, "set the clock, then start again")
        if self._prompt.can_ask:
            return
        if not self._feet and not diary.settings().affected_feet:
            raise _no_foot()
        answers = last_answers(diary)
        if answers is None or not answers.hold_on(diary.today()):
            raise BadInput(
                "the safety questions have not been answered yet" if answers is None
                else "your answers to the safety questions are out of date",
                "answer them in a terminal: heeldiary routine --plain",
            )  # fmt: skip

    def begin(self, diary: Diary) -> SessionRun | None:
        """Return a session ready to start or continue; None if the safety answers rule it out."""
        if not self._may_begin(diary):
            return None
        resumed = self._offer_to_resume(diary)
        if resumed:
            return resumed
        feet = self._feet or diary.settings().affected_feet or self._ask_feet()
        run = self._build_run(diary, feet)
        for foot in feet:
            score = self._prompt.score(f"Pain before, {foot} foot")
            if score is not None:
                run.recorder.scores[foot, "before"] = score
        return run

    def _routine(self, diary: Diary) -> Routine:
        """Return the routine asked for at its current stage; by default the planned one, else the clinic's."""
        today, name = diary.today(), self._routine_name
        routine = find_routine(diary, name) if name is not None else routine_for_today(diary, today)
        return at_current_stage(diary, routine, today)

    def _build_run(self, diary: Diary, feet: tuple[Foot, ...]) -> SessionRun:
        return SessionRun(diary, diary.settings(), self._routine(diary), feet, self._seconds, self._prompt.voice)

    def _may_begin(self, diary: Diary) -> bool:
        """Return whether the safety answers allow a session; ask if they are missing or out of date."""
        answers = last_answers(diary)
        known = answers is not None and answers.hold_on(diary.today())
        if answers is None or not known:
            answers = self._ask_first(diary)
        if known and answers.outcome == "stop":
            self._explain_stop(answers)
            if not self._prompt.yes("Has this changed?"):
                return False
            answers = self._ask_first(diary)
        if answers.outcome == "stop":
            self._explain_stop(answers)
        return answers.outcome != "stop"

    def _explain_stop(self, answers: Answers) -> None:
        self._prompt.tell("No massage for now.", *(question.why for question in answers.reasons))

    def _ask_first(self, diary: Diary) -> Answers:
        """Ask the safety questions and save the answers."""
        self._prompt.say(
            "Firm pressure is not safe for everyone. You answer a few questions before your first session, and again "
            "every 90 days. The answers stay in your diary."
        )
        texts = {question.name: question.text for question in SAFETY_QUESTIONS} | {AGREED: FOLLOW_UP}
        given: dict[str, bool] = {}
        while name := next_question(given):
            answer = self._prompt.yes(texts[name])
            if answer is None:
                raise BadInput("the safety questions have not been answered", "answer each with y or n")
            given[name] = answer
        return save_answers(diary, given)

    def _offer_to_resume(self, diary: Diary) -> SessionRun | None:
        """Return the interrupted session if the person continues it; else close it as a part session."""
        saved, run = open_session(diary), self._build_run(diary, self._feet)
        if not saved or not run.go_on_with(saved) or not run.recorder.is_kept():
            return None
        step, at = run.session.step, saved.kept_at.astimezone(diary.clock.now().tzinfo)
        title = run.routine.steps[step.of].description.title
        if self._prompt.yes(
            f"Your last session stopped at {at:%H:%M}, during {title}, {step.foot} foot. "
            f"{clock_digits(round(run.session.remaining_in_all))} are left. Continue it?"
        ):
            return run
        close_open_session(diary)
        return None

    def _ask_feet(self) -> tuple[Foot, ...]:
        """Ask for the feet; raise BadInput if there is no answer."""
        choices = {"l": "left", "r": "right", "b": "both"}
        while (answer := self._prompt.ask("Which foot? left, right or both:")) is not None:
            answer = answer.removesuffix(" foot").removesuffix(" feet")
            if answer in (*choices, *choices.values()):
                return parse_feet(choices[answer[0]])
            self._prompt.say("Answer left, right or both, or the first letter.")
        raise _no_foot()


def _no_foot() -> BadInput:
    return BadInput(
        "no affected foot is set yet",
        "give --foot left, or set it once: `heeldiary settings affected-foot left` (or right, or both)",
    )
