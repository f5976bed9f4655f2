"""A bracketed paste that is arriving."""

from heeldiary.tui.terminal.sequence import ESC, Step

BEGIN, END = "\x1b[200~", "\x1b[201~"
LONGEST_BYTES = 1_000_000
"""More characters than that of one paste are dropped; a note holds 20,000."""

_8_BIT_CSI = ("\x9b", "\udc9b")


class Paste:
    """The text of a paste so far. A control that is not its end leaves its ESC out of the text and stays harmless."""

    def __init__(self) -> None:
        self.marker = ""
        """The part of the end marker that has come."""
        self._text: list[str] = []

    def step(self, character: str) -> Step:
        """Take the next character: everything belongs to a paste until its end marker."""
        if character == ESC:
            self._give_up_marker()
            self.marker = ESC
        elif character in _8_BIT_CSI:
            self._give_up_marker()
            self.marker = "\x1b["
        elif self.marker and END.startswith(self.marker + character):
            self.marker += character
            return Step.DONE if self.marker == END else Step.MORE
        else:
            self._give_up_marker()
            self._add(character)
        return Step.MORE

    def take(self) -> str:
        """The text that has come, which is forgotten here."""
        text = "".join(self._text)
        self._text.clear()
        return text

    def _give_up_marker(self) -> None:
        for character in self.marker[1:]:
            self._add(character)
        self.marker = ""

    def _add(self, character: str) -> None:
        if len(self._text) < LONGEST_BYTES:
            self._text.append(character)
