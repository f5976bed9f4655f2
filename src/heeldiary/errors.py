"""Errors for the person: a sentence that says what is wrong, and a remedy."""

from collections.abc import Iterable


class Problem(Exception):
    """A problem with its remedy.

    Neither contains text the person typed, which may be a note; see BadWord.
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


_MOST_EDITS = 2
"""The most mistyped letters of a long word; a shorter one, or one that begins otherwise, has one."""

_LONG_WORD = 5
_SHORT_WORD = 3
"""The letters of a word in which one may be mistyped."""


def nearest_word(typed: str, known: Iterable[str]) -> str | None:
    """Return the only known name that begins as typed or has that word, else the nearest one; None if none is near."""
    word, words = " ".join(typed.lower().split()), [*known]
    begun = [one for one in words if one.startswith(word)] or [
        one for one in words if word in one.replace("-", " ").split()
    ]
    if word and len(begun) == 1:
        return begun[0]
    near = [(edits, one) for one in words if (edits := _few_edits(word, one.lower())) is not None]
    return min(near, key=lambda found: found[0])[1] if word and near else None


def _few_edits(typed: str, word: str) -> int | None:
    """Return how many letters are mistyped; None if they are too many for the length."""
    longer, missing = max(len(typed), len(word)), len(word) - len(typed)
    if typed == word or (len(typed) > 1 and word.startswith(typed) and missing <= _MOST_EDITS):
        return missing
    most = _MOST_EDITS if longer >= _LONG_WORD and typed[:1] == word[:1] else 1
    edits = count_edits(typed, word) if abs(missing) <= most and longer >= _SHORT_WORD else longer
    return edits if edits <= most else None


def count_edits(one: str, other: str) -> int:
    """Return the letters to add, drop, change or swap with the next to turn one word into another."""
    before: list[int] = []
    row: list[int] = [*range(len(other) + 1)]
    for at, letter in enumerate(one, 1):
        before, last, row = row, before, [at]
        for to, wanted in enumerate(other, 1):
            edits = min(before[to] + 1, row[to - 1] + 1, before[to - 1] + (letter != wanted))
            if at > 1 and to > 1 and letter == other[to - 2] and wanted == one[at - 2]:
                edits = min(edits, last[to - 2] + 1)
            row.append(edits)
    return row[-1]


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


class BadWord(BadInput):
    """A typed word is not valid. Its message can name it, but only where the word cannot be part of a note."""

    def __init__(self, message: str, remedy: str, word: str, named: str) -> None:
        """`named` is the message with `{}` in the place of the word."""
        super().__init__(message, remedy)
        self.word = word
        self.named = named
