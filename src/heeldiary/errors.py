"""Errors for the person: a sentence that says what is wrong, and a remedy."""

from collections.abc import Iterable


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


def nearest_word(typed: str, known: Iterable[str]) -> str | None:
    """Return the only known word that begins as typed, else the most similar one; None if none is near."""
    from difflib import get_close_matches  # only for what is mistyped

    word, words = " ".join(typed.lower().split()), [*known]
    begun = [one for one in words if one.startswith(word)]
    near = begun if word and len(begun) == 1 else get_close_matches(word, words, 1)
    return near[0] if near else None


def did_you_mean(typed: str, known: Iterable[str], remedy: str) -> str:
    """Return a remedy with the nearest known word before it, if one is near."""
    near = nearest_word(typed, known)
    return f"did you mean {near}? {remedy}" if near else remedy


class Refused(Problem):
    """The diary or the system refuses (exit status 1); nothing was changed."""


HELD = "another program is using the diary"
"""The message of Busy."""


class Busy(Refused):
    """Another program holds the diary; a retry will work."""


class BadInput(Problem):
    """The request is invalid (exit status 2); nothing was changed."""

    exit_status = 2
