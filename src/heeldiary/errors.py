"""Errors for the person: a sentence that says what is wrong, and a remedy."""


class Problem(Exception):
    """A problem with its remedy.

    Neither ever contains text the person typed: it may be a note.
    """

    exit_status = 1

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy

    @property
    def sentence(self) -> str:
        """The message and the remedy as one sentence."""
        return f"{self.message[:1].upper()}{self.message[1:]}: {self.remedy}."


class Refused(Problem):
    """The diary or the system refuses (exit status 1); nothing was changed."""


HELD = "another program holds the diary"
"""The message of Busy."""


class Busy(Refused):
    """Another program holds the diary; a retry will work."""


class BadInput(Problem):
    """The request is invalid (exit status 2); nothing was changed."""

    exit_status = 2
