"""A bracketed paste that is arriving."""

from heeldiary.tui.terminal.sequence import ESC, Step

BEGIN, END = "\x1b[200~", "\x1b[201~"
LONGEST_BYTES = 1_000_000
"""The longest paste; the rest is dropped. A note holds 20,000 characters."""

_8_BIT_CSI = ("\x9b", "\udc9b")


class Paste:
    """The text of a paste so far. A control sequence that is not its end loses its ESC and stays harmless."""

    def __init__(self) -> None:
        self.marker = ""
        """The part of the end marker received so far."""
        self._text: list[str] = []

    def step(self, character: str) -> Step:
        """Add the next character: everything up to the end marker is part of the paste."""
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
        """Return the text and clear it."""
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
