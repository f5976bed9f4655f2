"""`heeldiary routine --plain`: the guided session as lines and bells, timed and saved as in the app."""

from collections.abc import Callable
from contextlib import ExitStack, suppress
from functools import partial

from heeldiary.cli.context import CommandContext
from heeldiary.cli.plain.cues import PlainCues, bell_of
from heeldiary.cli.plain.prompts import Prompt
from heeldiary.cli.plain.recording import PlainRecording
from heeldiary.cli.plain.start import PlainStart
from heeldiary.cli.plain.text import (
    HOW_TO,
    LETTERS,
    NO_SUCH_LETTER,
    PlainText,
    format_opening,
    format_summary,
    format_where,
    how_to_find,
    left_over_lines,
)
from heeldiary.cli.plain.typed_lines import Stopped, TypedLines, Waiting
from heeldiary.clock import steady_seconds
from heeldiary.domain.durations import clock_digits, format_gap, format_seconds
from heeldiary.domain.routine.cue import Cue
from heeldiary.domain.routine.points import SHARP
from heeldiary.domain.routine.session import Session
from heeldiary.domain.scales import Feeling, Foot
from heeldiary.errors import Problem
from heeldiary.guiding.cue_command import cue_doubt
from heeldiary.guiding.run import SessionRun
from heeldiary.guiding.session_recorder import feet_done
from heeldiary.store.diary import Diary
from heeldiary.store.recording import set_setting

LATE_SECONDS = 0.002
"""Added to each wait: it may end a moment early."""

_Move = Callable[[Session, float], list[Cue]]
_MOVES: dict[str, _Move] = {"n": Session.next, "b": Session.previous, "f": Session.other_foot, "x": Session.finish}
_FEELINGS: dict[str, Feeling] = {"p": "painful", "e": "easing", "w": "warm", "o": "nothing", "s": "sharp"}


def run_plain(
    context: CommandContext,
    routine_name: str | None,
    feet: tuple[Foot, ...],
    seconds: Callable[[], float] = steady_seconds,
    waiting: Waiting | None = None,
) -> None:
    """Run a session of the named routine, else the planned one, else the clinic's.

    `seconds` is the clock, `waiting` reads typed lines. After signal n it raises SystemExit(128 + n).
    """
    with ExitStack() as stack:
        voice = PlainCues(bell_of(context.err), seconds)
        stack.callback(voice.end)
        prompt = Prompt(context, waiting or stack.enter_context(TypedLines(context.inp)), voice)
        start = PlainStart(prompt, routine_name, feet, seconds)
        try:
            with context.reading() as diary:  # find errors before a first diary is created
                start.check(diary)
            with context.writing() as diary:
                run = start.begin(diary)
                if run is not None:
                    PlainSession(diary, run, prompt).run()
            voice.finish(prompt.line)
        except Stopped as stopped:
            raise SystemExit(128 + stopped.number) from None


class PlainSession:
    """Runs a session until it ends or is stopped."""

    def __init__(self, diary: Diary, run: SessionRun, prompt: Prompt) -> None:
        self._diary = diary
        self._run = run
        self._session = run.session
        self._prompt = prompt
        self._words = PlainText(run.session)
        self._keeping = PlainRecording(diary, run, prompt)

    def run(self) -> None:
        """Run it. However it ends, what was done is saved."""
        try:
            self._begin()
            while self._session.begun and not self._keeping.taken_back:
                if self._session.paused and self._prompt.input_ended:  # nobody can continue it
                    self._break_off()
                    return
                self._next()
            if not self._keeping.taken_back:
                self._end()
        except (Stopped, KeyboardInterrupt, OSError):
            self._break_off()
            raise

    def _begin(self) -> None:
        session = self._session
        self._prompt.tell(format_opening(session))
        self._prompt.say(HOW_TO)
        doubt = cue_doubt(self._run.settings["cue-command"]) if self._run.settings["sound"] else None
        if doubt is not None:
            self._prompt.say(doubt)
        if session.begun:
            self._prompt.tell(*self._words.taken_up())
        self._do(session.go_on if session.begun else session.start)

    def _next(self) -> None:
        """Wait for the next change or typed line."""
        session = self._session
        wait = min(1 - session.elapsed % 1, session.until_change) if session.running else 1.0
        typed = self._prompt.line(wait + LATE_SECONDS)
        cues = self._do(session.advance)
        if session.gap is not None:
            self._answer_gap(session.gap)  # lines typed during the gap are ignored
        elif typed is not None and session.begun:
            self._command(typed)
        if cues or typed is not None or self._keeping.is_due:
            self._keeping.keep()

    def _do(self, step: Callable[[float], list[Cue]]) -> list[Cue]:
        """Run a typed command and print the result."""
        cues = self._run.do(step)
        self._prompt.tell(*self._words.of(cues))
        return cues

    def _command(self, typed: str) -> None:
        session, letter = self._session, typed.strip().lower()
        if letter in _MOVES:
            self._do(partial(_MOVES[letter], session))
        elif letter in _FEELINGS:
            self._feel(_FEELINGS[letter])
        elif letter == "":
            going_on = session.paused
            self._do(session.go_on if going_on else session.pause)
            self._prompt.tell(f"{'Going on' if going_on else 'Paused'}: {format_where(session)}")
        elif letter == "+":
            self._lengthen()
        elif letter == "m":
            self._mute()
        elif letter == "?":
            self._prompt.tell(format_where(session), *filter(None, [how_to_find(session)]))
            for line in LETTERS:
                self._prompt.say(line)
        else:
            self._prompt.say(NO_SUCH_LETTER)

    def _lengthen(self) -> None:
        session, step = self._session, self._session.step
        before = session.length(step)
        self._do(session.longer)
        more = session.length(step) - before
        text = f"{format_seconds(more)} more: {clock_digits(before + more)} in all."
        self._prompt.tell(text if more else "A step takes 30 minutes at most.")

    def _feel(self, feeling: Feeling) -> None:
        self._run.feel(feeling)
        if feeling == "sharp":
            self._do(self._session.finish)
            self._prompt.tell(SHARP)
        else:
            self._prompt.tell(f"Noted: {feeling}.")

    def _mute(self) -> None:
        sound = not self._run.settings["sound"]
        try:
            set_setting(self._diary, "sound", "on" if sound else "off")
            self._run.settings = self._diary.settings()
        except Problem as problem:
            self._prompt.say(f"heeldiary: {problem.message}")
            return
        self._run.silence()
        self._prompt.tell("The bell and the cues are on." if sound else "Muted: M brings the bell back.")

    def _answer_gap(self, seconds: float) -> None:
        """Ask about a gap: only the person knows what their hands did. Without an answer it is not counted."""
        session, gap = self._session, format_gap(seconds)
        massaged = self._prompt.yes(f"Were you still massaging? (gap of {gap})")
        if massaged is None:
            self._prompt.tell(f"A gap of {gap} is not counted.")
        cues = self._do(lambda now: session.answer_gap(now, bool(massaged)))
        if not cues:
            self._prompt.tell(f"Going on: {format_where(session)}")

    def _end(self) -> None:
        """Print the summary and ask for the pain after."""
        session = self._session
        if self._run.settings["sound"]:
            self._prompt.show_outside("The routine is finished.")
        done = list(format_summary(session))
        if not done and not self._run.left_over:
            self._prompt.tell("Nothing was done, so nothing is saved.")
        self._prompt.tell(*done, *left_over_lines(self._run.left_over))
        for foot in feet_done(session):
            score = self._prompt.score(f"Pain after, {foot} foot")
            if score is not None:
                self._run.recorder.scores[foot, "after"] = score
        self._keeping.keep_at_last()
        if (done or self._run.left_over) and not self._keeping.taken_back:
            self._prompt.tell("Saved. `heeldiary undo` takes it back.")

    def _break_off(self) -> None:
        """Save what was done so it can continue within two hours."""
        if self._keeping.taken_back:
            return
        session = self._session
        self._prompt.voice.end()
        if session.begun:
            self._run.do(session.pause)
        self._keeping.keep_at_last()
        with suppress(OSError):
            done = list(format_summary(session))
            message = "Saved; you can continue it within two hours:" if session.begun else "Kept:"
            self._prompt.tell(*([f"Stopped. {message}", *done] if done else ["Stopped; nothing was done yet."]))
            self._prompt.tell(*left_over_lines(self._run.left_over))
