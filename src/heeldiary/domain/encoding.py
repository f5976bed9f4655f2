"""Detecting text that is not UTF-8: it is refused, never guessed."""

from heeldiary.errors import BadInput

_MARKS = (b"\xff\xfe", b"\xfe\xff")
_ESCAPED_MARKS = ("\udcff\udcfe", "\udcfe\udcff")


def is_utf_16(start: bytes) -> bool:
    """Return whether bytes start like UTF-16: with its byte order mark, or with every other byte 0."""
    even, odd = start[0:8:2], start[1:8:2]
    return start.startswith(_MARKS) or (len(odd) > 1 and ((all(even) and not any(odd)) or (all(odd) and not any(even))))


def holds_other_bytes(text: str) -> bool:
    """Return whether a text was decoded from bytes that are not UTF-8, by the traces of `surrogateescape`."""
    return not text.isascii() and any("\udc80" <= sign <= "\udcff" for sign in text)


def check_utf_8(text: str, name: str) -> str:
    """Return a text without a byte order mark; raises BadInput, with its `name`, if it was not UTF-8."""
    if text.startswith(_ESCAPED_MARKS) or is_utf_16(text[:8].encode("utf-8", "replace")):
        raise BadInput(f"{name} is UTF-16, not UTF-8", "save it as UTF-8, or convert it: iconv -f utf-16 -t utf-8")
    if holds_other_bytes(text):
        raise BadInput(f"{name} is not UTF-8", "save it as UTF-8, or convert it: iconv -f latin1 -t utf-8")
    return text.removeprefix("\ufeff")
