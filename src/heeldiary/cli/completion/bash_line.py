"""Parsing a partly typed bash line, and quoting words for it.

Nothing is expanded: what bash would run or replace stays text.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

_ESCAPED = re.compile(r"([\x00-\x7f])")
_HARMLESS = re.compile(r"[A-Za-z0-9_./,+@%:=-]")
_ASSIGNMENT = re.compile(r"[A-Za-z_][A-Za-z0-9_]*\+?=")
_CLOSING = {"$(": ")", "${": "}", "`": "`"}
_IN_DOUBLE_QUOTES = '$`"\\\n'
_ENDS_COMMAND = ";|&()\n"


class BashLine(NamedTuple):
    """A command line up to the cursor."""

    words: tuple[str, ...]
    """The words before the one being typed, without the command and redirections."""
    typed: str
    """The word being typed; "" after a space."""
    quote: str
    """The open quote at the cursor: `'`, `"`, `$'`, or ""."""
    redirected: bool
    """Whether the word is the target of a `<` or `>`."""


def read_line(text: str) -> BashLine:
    """Parse a bash line up to the cursor; only its last command counts."""
    reader = _Reader(text)
    while reader.at < len(text):
        reader.step()
    words = reader.words
    while words and _ASSIGNMENT.match(words[0]):
        del words[0]
    return BashLine(tuple(words[1:]), "".join(reader.word or ()), reader.quote, reader.redirected)


def quote(word: str, state: str, apart_at: int | None = None) -> str:
    """Return a word quoted for bash, given the open quote (`BashLine.quote`), which stays open.

    The character at `apart_at` is quoted differently from usual.
    """
    return "".join(_quoted(sign, state, place == apart_at) for place, sign in enumerate(word))


def quote_all(words: Sequence[str], state: str) -> list[str]:
    """Quote several words that bash offers together.

    Bash inserts what all of them have in common. That must end between two characters, never inside one's quoting, so
    the first differing character is quoted differently.
    """
    quoted = [quote(word, state) for word in words]
    shared = shared_start(words)
    if len(words) > 1 and shared_start(quoted) != quote(shared, state):
        quoted[0] = quote(words[0], state, len(shared))
    return [_between_quotes(quoted_word, state[-1:]) for quoted_word in quoted]


def shared_start(words: Sequence[str]) -> str:
    """Return the common prefix of some words."""
    first, last = min(words), max(words)
    return first[: next((n for n, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), len(first))]


def _between_quotes(quoted: str, sign: str) -> str:
    """Protect a word between quotes that begins or ends with the same quote.

    Bash takes the first for the open quote and the last for its end.
    """
    if not sign:
        return quoted
    return sign * quoted.startswith(sign) + quoted + sign * quoted.endswith(sign)


def _quoted(sign: str, state: str, apart: bool) -> str:
    match state:
        case "'":
            return "'\\''" if sign == "'" else sign
        case "$'":
            return f"\\{sign}" if sign in "'\\" else sign
        case '"':
            if sign == "!":  # bash expands history inside these quotes, without an escape
                return "\"'!'\""
            if sign in _IN_DOUBLE_QUOTES:
                return f"\"'{sign}'\"" if apart else f"\\{sign}"
            return sign
        case _:
            if ord(sign) > 0x7F or _HARMLESS.match(sign):
                return sign
            if apart:
                return '"\'"' if sign == "'" else f"'{sign}'"
            return f"\\{sign}"


class _Reader:
    """Parses a line character by character."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.words: list[str] = []
        self.word: list[str] | None = None
        self.quote = ""
        self.redirected = False

    def step(self) -> None:
        """Parse the next character or group."""
        if self.quote:
            self._quoted()
        else:
            self._plain()

    def _plain(self) -> None:
        sign, two = self.text[self.at], self.text[self.at : self.at + 2]
        if sign in " \t":
            self._end_word()
            self.at += 1
        elif two == "$'":
            self._open(two)
        elif two == '$"':
            self._open('"', 2)
        elif sign in "'\"":
            self._open(sign)
        elif sign == "\\":
            self._put(two[1:], 2)
        elif self._nested():
            pass
        elif sign in "<>":
            self._redirect()
        elif sign in _ENDS_COMMAND:
            self._end_word()
            self.words, self.redirected = [], False
            self.at += 1
        else:
            self._put(sign)

    def _quoted(self) -> None:
        sign, two = self.text[self.at], self.text[self.at : self.at + 2]
        if sign == self.quote[-1]:
            self.quote = ""
            self.at += 1
        elif sign == "\\" and (self.quote == "$'" or (self.quote == '"' and two[1:] in ("", *_IN_DOUBLE_QUOTES))):
            self._put(two[1:], 2)
        elif self.quote == '"' and self._nested():
            pass
        else:
            self._put(sign)

    def _nested(self) -> bool:
        """Take a closed substitution as plain text."""
        opening = next((sign for sign in _CLOSING if self.text.startswith(sign, self.at)), None)
        if opening is None:
            return False
        depth, place, closing = 1, self.at + len(opening), _CLOSING[opening]
        while place < len(self.text) and depth:
            if self.text[place] == closing:
                depth -= 1
            elif self.text[place] == opening[-1]:
                depth += 1
            place += 1
        if depth:
            return False
        self._put(self.text[self.at : place], place - self.at)
        return True

    def _redirect(self) -> None:
        if self.word is not None and "".join(self.word).isdecimal():
            self.word = None
        self._end_word()
        self.redirected = True
        while self.at < len(self.text) and self.text[self.at] in "<>&|":
            self.at += 1

    def _open(self, quote_sign: str, length: int | None = None) -> None:
        self.word = self.word if self.word is not None else []
        self.quote = quote_sign
        self.at += length or len(quote_sign)

    def _put(self, text: str, length: int = 1) -> None:
        self.word = [*(self.word or ()), text]
        self.at += length

    def _end_word(self) -> None:
        if self.word is not None and not self.redirected:
            self.words.append("".join(self.word))
        if self.word is not None:
            self.redirected = False
        self.word = None
