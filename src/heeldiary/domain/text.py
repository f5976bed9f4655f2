"""Cleaning the person's text: it is data, never markup or control codes, and nothing is lost silently."""

from collections.abc import Iterable
from functools import cache

from heeldiary.errors import BadInput

NOTE_LIMIT = 20_000
"""The longest note, in characters."""

MOST_MARKS = 200
"""The most combining marks shown on one character: far more than any writing has, and quick to paint."""

WORD_LIMIT = 40
"""The longest word of the person's own (a kind, course, tag or point), in characters."""

_LINE_ENDS = dict.fromkeys(map(ord, "\r\x0b\x0c\x85\u2028\u2029"), "\n")
_CONTROLS = dict.fromkeys((*range(0x09), *range(0x0E, 0x20), *range(0x7F, 0x85), *range(0x86, 0xA0)))
_HALF_CHARACTERS = range(0xD800, 0xE000)
# Bidi overrides and isolates, invisible joiners and fillers make a line look different from what is stored.
_INVISIBLE = {
    code: f"\\u{code:04x}"
    for code in (0x61C, 0x200B, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF)
}
_JOINING = dict.fromkeys((0x200D, 0xFE0E, 0xFE0F))
# In JSON an escape is the same character, so zero-width and bidi characters are escaped.
_UNSEEN = (
    *range(0x7F, 0xA0), 0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, *range(0x180B, 0x1810),
    *range(0x200B, 0x2010), *range(0x2028, 0x202F), *range(0x2060, 0x2070), 0x3164, *range(0xFE00, 0xFE10), 0xFEFF,
    0xFFA0, *range(0xFFF0, 0xFFFC), *range(0x1BCA0, 0x1BCA4), *range(0x1D173, 0x1D17B), *range(0xE0000, 0xE0200),
)  # fmt: skip
_NOT_FOR_A_TERMINAL = {**_LINE_ENDS, **_CONTROLS, **_INVISIBLE, 0x09: "    "}


def clean(text: str) -> tuple[str, int]:
    r"""Return a text fit to store, and the number of control characters removed.

    All line ends become `\\n`, lone surrogates become U+FFFD, surrounding white space is removed.
    """
    lines = text.replace("\r\n", "\n").translate(_LINE_ENDS)
    whole = _whole(lines)
    cleaned = whole.translate(_CONTROLS)
    return cleaned.strip(), len(lines) - len(cleaned) + sum(a != b for a, b in zip(lines, whole, strict=True))


def clean_note(text: str) -> str:
    """Return a note fit to store; raises BadInput if it is too long."""
    cleaned, _ = clean(text)
    if len(cleaned) > NOTE_LIMIT:
        raise BadInput(
            f"the note has {len(cleaned):,} characters, and {NOTE_LIMIT:,} is the most",
            "shorten it, or split it into two notes",
        )
    return cleaned


def clean_word(text: str, what: str) -> str:
    """Return a word in lower case; see `clean_name`."""
    return clean_name(text.lower(), what)


def clean_name(text: str, what: str) -> str:
    """Return a name of the person's own; raises BadInput, naming it `what`, unless it has 1-40 characters."""
    cleaned = " ".join(clean(text)[0].split())
    if not 1 <= len(cleaned) <= WORD_LIMIT:
        remedy = "use a shorter word and put the rest in the note" if cleaned else "give it a name"
        raise BadInput(f"{what} has 1 to {WORD_LIMIT} characters", remedy)
    return cleaned


def each_once(words: Iterable[str]) -> tuple[str, ...]:
    """Return names without repetitions in another case, in order."""
    names: dict[str, str] = {}
    for word in words:
        names.setdefault(word.casefold(), word)
    return (*names.values(),)


def capitalized(text: str) -> str:
    """Return a text with its first letter as a capital, and the rest as it is."""
    return text[:1].upper() + text[1:]


def display_text(text: str, newline: str = "\n") -> str:
    r"""Return a text safe for a terminal: no control codes, invisible characters written as `\\u202e`.

    A very long run of zero-width marks is cut: painting thousands takes minutes.
    """
    shown = _whole(text.replace("\r\n", "\n")).translate(_NOT_FOR_A_TERMINAL).replace("\n", newline)
    if len(shown) - len(shown.encode("ascii", "ignore")) <= MOST_MARKS:
        return shown
    from heeldiary.domain.zero_width import cut_marks  # rarely needed

    return cut_marks(shown, MOST_MARKS)


def separate(text: str) -> str:
    """Return a text safe for a terminal in one line, with joined emoji separated, where widths are computed."""
    return display_text(text, newline=" ").translate(_JOINING)


def quoted(word: str) -> str:
    """Return a typed word in quotes for a message, safe for a terminal and cut if it is long."""
    shown = separate(word)
    return f'"{shown}"' if len(shown) <= WORD_LIMIT else f'"{shown[:WORD_LIMIT]}..."'


def json_escaped(text: str) -> str:
    """Return JSON with control, invisible and bidi characters escaped in its strings.

    Characters that plain JSON would leave are escaped too: a parser gets the same text.
    """
    if text.isascii() and "\x7f" not in text:
        return text
    return text.translate(_json_escapes())


@cache
def _json_escapes() -> dict[int, str]:
    """Return a character as a JSON escape, beyond 16 bits as a surrogate pair."""
    return {
        code: f"\\u{code:04x}" if code < 0x10000 else f"\\u{0xD7C0 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"
        for code in _UNSEEN
    }


def matches(needle: str, haystack: str) -> bool:
    """Return whether a note contains a text, ignoring case and the composition of accents."""
    return _folded(needle) in _folded(haystack)


def _whole(text: str) -> str:
    """Return a text with lone surrogates, which no file can store, replaced by U+FFFD."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return "".join("\ufffd" if ord(sign) in _HALF_CHARACTERS else sign for sign in text)
    return text


def _folded(text: str) -> str:
    import unicodedata  # only needed by a search

    return unicodedata.normalize("NFC", text).casefold()
