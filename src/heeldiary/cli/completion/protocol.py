"""The protocol with the shells' scripts: bash gets quoted words, zsh and fish quote by themselves."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from heeldiary.cli.completion.bash_line import quote_all, read_line
from heeldiary.cli.completion.last_word import Answer
from heeldiary.domain.text import display_text

_LONGEST_ABOUT = 60
_FISH_ESCAPED = {"'": "'\\", '"': '"$\\'}
"""The characters a backslash escapes in fish's quotes."""


class CompletionRequest(NamedTuple):
    """A request to complete a command line."""

    words: tuple[str, ...]
    """The words before the cursor's, without the command's name."""
    typed: str
    redirected: bool = False
    quote: str = ""
    """The open quote where a candidate will be inserted."""
    before: str = ""
    """The part of the typed word that stays, without quotes: the shell replaces what follows it."""


def read_request(shell: str, words: Sequence[str]) -> CompletionRequest:
    """Parse a script's request.

    Bash sends the line up to the cursor and the end of it to be replaced; the others send the words, the last of them
    the one at the cursor.
    """
    if shell != "bash":
        if shell == "fish":
            quote = words[-1][:1]
            return CompletionRequest(
                tuple(words[:-1]), _without_quotes(words[-1]), quote=quote if quote in _FISH_ESCAPED else ""
            )
        option = re.match("--[^=]*=", words[-1])
        return CompletionRequest(tuple(words[:-1]), words[-1], before=option[0] if option else "")
    line, replaced = words
    if not line.endswith(replaced):
        raise ValueError(replaced)
    whole, head = read_line(line), read_line(line[: len(line) - len(replaced)])
    return CompletionRequest(whole.words, whole.typed, whole.redirected, head.quote, head.typed)


def write_answer(shell: str, asked: CompletionRequest, answer: Answer) -> Iterator[str]:
    """Return the answer's lines: `files`, or `words` and one candidate a line."""
    if not answer.candidates:
        yield "files" if answer.files else "words"
        return
    yield "words"
    words = [candidate.word[len(asked.before) :] for candidate in answer.candidates]
    if shell == "bash":
        yield from quote_all(words, asked.quote)
        return
    for word, (_, about) in zip(words, answer.candidates, strict=True):
        if shell == "fish" and word.startswith("~") and not asked.quote:
            continue  # fish inserts it unquoted and then reads it as a home folder
        text, apart = (re.sub(r"([\\:])", r"\\\1", word), ":") if shell == "zsh" else (word, "\t")
        yield f"{text}{apart}{_about(about)}" if about else text


def _without_quotes(token: str) -> str:
    """Return the text of a partly typed fish word; fish leaves an open quote in it."""
    characters: list[str] = []
    quote = ""
    signs = iter(token)
    for sign in signs:
        if sign == "\\":
            escaped = next(signs, "")
            characters.append(escaped if not quote or escaped in _FISH_ESCAPED[quote] else sign + escaped)
        elif sign in _FISH_ESCAPED and quote in ("", sign):
            quote = "" if quote else sign
        else:
            characters.append(sign)
    return "".join(characters)


def _about(text: str) -> str:
    """Return a description as one short line."""
    line = " ".join(display_text(text, newline=" ").split())
    return line if len(line) <= _LONGEST_ABOUT else f"{line[: _LONGEST_ABOUT - 1]}…"
