"""An incoming escape sequence: its kind, and whether one more character belongs to it.

The grammar is that of ECMA-48 with what terminals add to it: X10 mouse reports, the Linux console's `ESC [ [ A`, rxvt's
`ESC [ 3 $`, and SS3 with parameters. A raw 8-bit introducer arrives as the surrogate that the decoder made of it.
"""

import re
from enum import Enum

ESC = "\x1b"
SPOILT = "…"
"""Replaces the dropped part of a meaningless sequence."""

LONGEST_BYTES = 128
"""The longest control sequence (CSI); a longer one is read to its end and ignored."""

_INTRODUCERS = {"[": "csi", "O": "ss3", "N": "one", "]": "string", "P": "string", "X": "string", "^": "string",
                "_": "string", "\\": "stray"}  # fmt: skip
_STRING_ENDS = "\a\x9c\udc9c\x18\x1a"
_RXVT_SHIFTED = re.compile(r"\x1b\[\d{1,2}\$")
_X10_LENGTH = 3
"""The bytes of an X10 mouse report, or the characters where the terminal writes them as UTF-8."""


class Step(Enum):
    """How a character relates to an incoming sequence."""

    MORE = 1
    """It belongs to the sequence, and more must come."""
    DONE = 2
    """It ends the sequence."""
    REFUSED = 3
    """It cannot belong to the sequence."""


def introduced_by_8_bits(character: str) -> str:
    """Return the second character of the sequence an 8-bit control begins (`[` for U+009B); "" if none."""
    code = ord(character)
    if 0xDC80 <= code <= 0xDC9F:
        code -= 0xDC00
    second = chr(code - 0x40) if 0x80 <= code <= 0x9F else ""
    return second if _INTRODUCERS.get(second, "stray") != "stray" else ""


class Sequence:
    """A sequence from its ESC onwards."""

    def __init__(self, text: str = ESC) -> None:
        self.text = ESC
        """The characters so far; of a string (OSC, DCS, APC, PM, SOS) only its introducer."""
        self.kind = "escape"
        self.has_content = False
        """Whether more than the introducer has come."""
        self._bytes_missing = self._characters_missing = 0
        for character in text[1:]:
            self.step(character)

    def step(self, character: str) -> Step:
        """Add the next character if it belongs to the sequence."""
        if self.kind == "escape":
            return self._begin(character)
        if self.kind == "string":
            self.has_content = True
            return Step.DONE if character in _STRING_ENDS else Step.MORE
        if self.kind == "x10":
            self._bytes_missing -= len(character.encode("utf-8", "surrogateescape"))
            self._characters_missing -= 1
            return Step.MORE if self._characters_missing > 0 else Step.DONE
        if not " " <= character <= "~":
            return Step.REFUSED
        return self._printable(character)

    @property
    def is_control(self) -> bool:
        """Whether it is a control sequence (CSI) or a single shift (SS3)."""
        return self.kind in ("csi", "ss3")

    @property
    def may_be_whole(self) -> bool:
        """Whether it is complete unless more follows at once: a mouse report whose three bytes make two characters."""
        return self.kind == "x10" and self._bytes_missing <= 0

    def spoil(self) -> None:
        """Add an invalid character: the sequence is read to its end and ignored."""
        self.text = f"{self.text.removesuffix(SPOILT)}{SPOILT}"

    def _begin(self, character: str) -> Step:
        kind = _INTRODUCERS.get(character)
        if kind is None and " " <= character <= "/":
            kind = "announced"  # character sets and similar: intermediates, then one character
        if kind is None:
            return Step.REFUSED
        self.kind = kind
        self.text += character
        return Step.DONE if kind == "stray" else Step.MORE

    def _printable(self, character: str) -> Step:
        self.has_content = True
        if len(self.text) < LONGEST_BYTES and not self.text.endswith(SPOILT):
            self.text += character
        else:
            self.spoil()
        if self.kind == "csi":
            return self._of_csi(character)
        if self.kind == "announced":
            return Step.MORE if character <= "/" else Step.DONE
        return Step.MORE if self.kind == "ss3" and "0" <= character <= "?" else Step.DONE

    def _of_csi(self, character: str) -> Step:
        if self.text == "\x1b[[":
            self.kind = "one"
        elif self.text == "\x1b[M":
            self.kind = "x10"
            self._bytes_missing = self._characters_missing = _X10_LENGTH
        elif _RXVT_SHIFTED.fullmatch(self.text) or character >= "@":
            return Step.DONE
        return Step.MORE


def is_text(part: object) -> bool:
    """Return whether any character belongs to it until its end: a string or a paste."""
    return part is not None and (not isinstance(part, Sequence) or part.kind == "string")
