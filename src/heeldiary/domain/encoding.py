"""Telling text in UTF-8 from text in another encoding: what is not UTF-8 is refused, never guessed at."""

from heeldiary.errors import BadInput

_MARKS = (b"\xff\xfe", b"\xfe\xff")
_ESCAPED_MARKS = ("\udcff\udcfe", "\udcfe\udcff")


def is_utf_16(start: bytes) -> bool:
    """Whether bytes begin as UTF-16 does: with its byte order mark, or with every other byte 0."""
    even, odd = start[0:8:2], start[1:8:2]
    return start.startswith(_MARKS) or (len(odd) > 1 and ((all(even) and not any(odd)) or (all(odd) and not any(even))))


def holds_other_bytes(text: str) -> bool:
    """Whether text was read from bytes that are not all UTF-8: Python's `surrogateescape` leaves a trace of them."""
    return not text.isascii() and any("\udc80" <= sign <= "\udcff" for sign in text)


def check_utf_8(text: str, name: str) -> str:
    """The text without a byte order mark; raises BadInput if bytes of it were not UTF-8. `name` names the text."""
    if text.startswith(_ESCAPED_MARKS) or is_utf_16(text[:8].encode("utf-8", "replace")):
        raise BadInput(f"{name} is UTF-16, not UTF-8", "save it as UTF-8, or convert it: iconv -f utf-16 -t utf-8")
    if holds_other_bytes(text):
        raise BadInput(f"{name} is not UTF-8", "save it as UTF-8, or convert it: iconv -f latin1 -t utf-8")
    return text.removeprefix("\ufeff")
