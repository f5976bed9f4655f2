"""Saving a plain session as it goes, with messages about failures."""

from heeldiary.cli.plain.prompts import Prompt
from heeldiary.errors import Problem, Refused
from heeldiary.guiding.run import SessionRun
from heeldiary.store.diary import Diary
from heeldiary.store.opening import APP_WAIT_SECONDS, COMMAND_WAIT_SECONDS


class PlainRecording:
    """Saves a session repeatedly; a failed save is retried with the next."""

    def __init__(self, diary: Diary, run: SessionRun, prompt: Prompt) -> None:
        self.taken_back = False
        """Whether the session was undone; then it is not saved any more."""
        self._diary = diary
        self._run = run
        self._prompt = prompt
        self._refused: Problem | None = None
        """Why the last save failed; None if it did not."""
        # A longer wait would count as a gap in the session.
        diary.sql.wait_no_longer_than(APP_WAIT_SECONDS)

    @property
    def is_due(self) -> bool:
        """Return whether a periodic save is due."""
        due = self._run.session.running or self._refused is not None
        return due and not self.taken_back and self._run.keep_is_due()

    def keep(self, at_last: bool = False) -> None:
        """Save the session as far as it is; a refusal is told once. `at_last` says that it may never go on."""
        if self.taken_back:
            return
        try:
            is_saved = self._run.keep(at_last)
        except Problem as problem:
            if self._refused is None:
                self._prompt.say(f"Not saved yet: {problem.message}. heeldiary keeps trying.")
            self._refused = problem
            return
        if self._refused is not None:
            self._refused = None
            self._prompt.say("Saved now.")
        if not is_saved:
            self.taken_back = True
            self._run.silence()
            self._prompt.tell("The session was undone; nothing is saved.")

    def keep_at_last(self) -> None:
        """Save it for good; raises Refused where that cannot be."""
        self._diary.sql.wait_no_longer_than(COMMAND_WAIT_SECONDS)
        self.keep(at_last=True)
        if self._refused is not None:
            raise Refused(self._refused.message, self._refused.remedy)
