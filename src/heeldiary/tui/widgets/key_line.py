"""A line of keys, each in bold before what it does, as in the footer."""

from itertools import takewhile

from textual.content import Content

_GAP = "   "
_LONG_KEYS = frozenset(("enter", "escape", "tab", "space", "comma", "backspace", "delete", "home", "end", "0–9"))


def key_line(text: str) -> Content:
    """Return a text such as `enter save   K J move` with its keys in bold; a new line begins another row."""
    return Content("\n").join(
        Content(_GAP).join([_key(part) for part in line.split(_GAP)]) for line in text.split("\n")
    )


def _key(part: str) -> Content:
    words = part.split(" ")
    keys = [*takewhile(_is_key, words)] or words[:0]
    return Content.assemble((" ".join(keys), "bold $foreground"), " " if keys else "", " ".join(words[len(keys) :]))


def _is_key(word: str) -> bool:
    """Whether a word names a key: a sign, a long name, a combination, or one of several keys."""
    name = word.rstrip(",")
    return name in _LONG_KEYS or len(name) == 1 or name.startswith("ctrl+") or name == "or"
