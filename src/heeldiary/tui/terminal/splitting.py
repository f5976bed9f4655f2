"""Split terminal input into typed keys, complete escape sequences and pastes, however the bytes are spaced.

Textual 8.2.8 gives up on a sequence 100 ms after its last byte, when it exceeds 32 characters, or when it does not
recognise it, and delivers its characters as single keys. So a late reply of the terminal, a key split by a slow line or
an unknown key can log a score (Textualize/textual 541, 3742, 5500, 5821, closed; none asks for the rules below).

Rules
-----
1. ESC and an introducer (`[ ] O N P X ^ _`, or the 8-bit form) that come within the escape delay (100 ms, or ESCDELAY)
   begin a sequence. Everything up to its end belongs to it and never becomes keys. So ALT with one of those eight
   characters, or with a backslash, is not a key here: it looks the same as a sequence cut off at that point.
2. ESC and any other character within that delay are that key with ALT.
3. ESC alone is the escape key once the delay has passed. The next character may still show that it began a sequence: an
   introducer, a space or one of ``!"#$%&'()*+,-./`` is held for BURST_SECONDS. If more follows in that time and fits a
   sequence, all of it is read as one, and only the escape key has taken effect. If nothing follows, the character was
   typed and becomes a key. The next burst is still read as the rest of the sequence if it completes it (for a string:
   if it has more than three characters).
4. An unfinished sequence waits PATIENCE_SECONDS from its start, or from the last two characters that came within
   BURST_SECONDS of each other: people do not type that fast. After that it is overdue. A single character that then
   comes alone becomes a key (except one final character of a control sequence, which is swallowed); two or more in a
   burst are its rest. So a string that never ends blocks the keyboard for that long and no longer, even if the person
   keeps typing. It is not stored, so it may have any length; of a control sequence 128 bytes are, of a paste a million.
5. A string introducer (OSC, DCS, APC, PM, SOS) is overdue if nothing follows it within the escape delay.
6. An unfinished paste is delivered as a paste when it becomes overdue. The next burst continues it.
7. Control characters that belong to no key, and bytes that are not UTF-8, are dropped; the latter are counted.
8. Within a control sequence, an 8-bit introducer begins the next one. Any other invalid character is dropped together
   with the sequence: NUL and bytes that are not UTF-8 always, others if they come in a burst. One that comes alone was
   typed: it becomes a key, and the sequence is abandoned.

Limits: if ESC comes alone and the rest of its sequence one character at a time, BURST_SECONDS or more apart, it looks
typed and becomes keys. So does the rest of an overdue sequence. Two keys typed within BURST_SECONDS right after escape,
the first of them an introducer, are mistaken for the rest of a sequence.
"""

import re
from typing import NamedTuple

from heeldiary.tui.terminal.paste import BEGIN, Paste
from heeldiary.tui.terminal.sequence import ESC, Sequence, Step, introduced_by_8_bits, is_text

BURST_SECONDS = 0.03
"""Characters closer together than this come from a program."""

PATIENCE_SECONDS = 5.0
"""How long an unfinished sequence, string or paste waits for its next burst."""

_NOT_PLAIN = re.compile("[\x1b\x80-\x9f\udc80-\udcff]")
_UNREADABLE = re.compile("[\udc80-\udcff]")
_ABORTS = "\x18\x1a"  # CAN and SUB: the sequence ends there
_ANY_STRING = "\x1b]."
_TYPED_AHEAD = 3


class Piece(NamedTuple):
    """Something complete that the terminal sent."""

    kind: str
    """`keys` (typed characters), `alt` (one character), `escape`, `sequence`, `paste`, or `unreadable` (bytes)."""
    text: str = ""


class Splitter:
    """A state machine fed with characters and their times. `escape_seconds` is the escape delay."""

    def __init__(self, escape_seconds: float) -> None:
        self._escape_seconds = escape_seconds
        self._open: Sequence | Paste | None = None
        """The unfinished sequence or paste."""
        self._is_late = False  # whether it is overdue, or its ESC has acted as the escape key
        self._acted = 0  # how many of its characters have acted as keys: 1 for its ESC, 2 for its introducer too
        self._held = ""  # the characters received since then and not yet delivered
        self._ends_string = False  # whether the open ESC ended a string and is not a key
        self._last = self._since = 0.0
        self._more_follows = False  # whether more came together with this character
        self._pieces: list[Piece] = []

    def feed(self, text: str, now: float) -> list[Piece]:
        """Split characters that came at a time of a monotonic clock; return the complete pieces."""
        if self._open is None and not _NOT_PLAIN.search(text):
            return [Piece("keys", text)] if text else []
        self._tick(now)
        for place, character in enumerate(text, 1):
            self._more_follows = place < len(text)
            self._take(character, now)
        return self._given()

    def tick(self, now: float) -> list[Piece]:
        """Return the pieces that are complete because nothing more came for a while."""
        self._tick(now)
        return self._given()

    @property
    def deadline(self) -> float | None:
        """When to call `tick` if nothing comes; None if nothing is pending."""
        if self._open is None:
            return None
        if self._is_late:
            return self._last + BURST_SECONDS if self._held else None
        if isinstance(self._open, Sequence) and self._open.may_be_whole:
            return self._last + BURST_SECONDS
        if self._waits_briefly:
            return self._last + self._escape_seconds
        return self._since + PATIENCE_SECONDS

    @property
    def _waits_briefly(self) -> bool:
        """Whether the escape delay decides what is open: a lone ESC, ALT with a character, a string's introducer."""
        part = self._open
        return isinstance(part, Sequence) and (
            part.kind in ("escape", "announced") or (part.kind == "string" and not part.has_content)
        )

    def _take(self, character: str, now: float) -> None:
        if character == ESC and self._held and is_text(self._open):
            self._resume(now)
        part = self._open
        if isinstance(part, Paste) and not self._is_late:
            self._continue(part, part.step(character), character, now)
        elif character == ESC:
            self._interrupt(part)
            self._begin(Sequence(), now)
        elif part is None:
            self._take_anew(character, now)
        elif self._is_late:
            self._take_late(part, character, now)
        else:
            self._continue(part, part.step(character), character, now)

    def _take_anew(self, character: str, now: float) -> None:
        self._close()
        if not _NOT_PLAIN.match(character):
            self._give("keys", character)
        elif self._pieces and self._pieces[-1].kind == "unreadable" and _UNREADABLE.match(character):
            self._give("unreadable", character)  # text in another encoding, not an 8-bit control
        elif second := introduced_by_8_bits(character):
            self._begin(Sequence(ESC + second), now)
        elif _UNREADABLE.match(character):
            self._give("unreadable", character)

    def _begin(self, part: Sequence | Paste, now: float) -> None:
        self._open, self._is_late, self._acted, self._held = part, False, 0, ""
        self._last = self._since = now

    def _continue(self, part: Sequence | Paste, step: Step, character: str, now: float) -> None:
        """Handle a character for an open, timely sequence."""
        in_burst = now - self._last <= BURST_SECONDS
        if in_burst:
            self._since = now
        if step is Step.REFUSED and isinstance(part, Sequence) and part.is_control:
            if second := introduced_by_8_bits(character):
                self._begin(Sequence(ESC + second), now)  # cut off, as by an ESC
                return
            if self._is_noise(character, in_burst):
                part.spoil()
                self._last = now
                return
        if step is Step.MORE:
            self._last = now
        elif step is Step.DONE:
            self._finish(part, now)
        elif isinstance(part, Sequence) and part.kind == "escape" and not introduced_by_8_bits(character):
            self._take_after_escape(character, now)
        else:
            self._let_go(part)
            self._take_anew(character, now)

    def _is_noise(self, character: str, in_burst: bool) -> bool:
        """Whether an invalid character of a control sequence is dropped; otherwise it was typed."""
        dropped = in_burst or self._more_follows or character == "\0" or bool(_UNREADABLE.match(character))
        return dropped and character not in _ABORTS

    def _take_after_escape(self, character: str, now: float) -> None:
        """Handle a character directly after an ESC that begins no sequence: ALT, or an odd string goes on."""
        if self._ends_string:
            self._begin(Sequence(_ANY_STRING), now)
            return
        self._close()
        if not _NOT_PLAIN.match(character):
            self._give("alt", character)
        elif _UNREADABLE.match(character):
            self._give("unreadable", character)

    def _take_late(self, part: Sequence | Paste, character: str, now: float) -> None:
        """Handle a character for an overdue sequence: its rest comes in a burst; a single character was typed."""
        if not self._held and (character == "\0" or _UNREADABLE.match(character)):
            self._give("unreadable", character.strip("\0"))
            return
        if isinstance(part, Paste):
            step = Step.MORE
        elif self._held + character == "[[[":  # a key held down
            step = Step.REFUSED
        else:
            step = self._step_late(part, character)
        if step is Step.DONE and self._acted and not self._held:
            step = Step.REFUSED  # what was typed so far still counts as typed
        if step is Step.DONE:
            self._finish(part, now)
        elif step is Step.REFUSED:
            self._give("keys", self._held)
            self._take_anew(character, now)
        else:
            self._held += character
            self._last = now
            if self._is_rest(part):
                self._resume(now)

    def _step_late(self, part: Sequence, character: str) -> Step:
        step = part.step(character)
        if step is Step.REFUSED and self._held and part.is_control and self._is_noise(character, in_burst=True):
            part.spoil()
            return Step.MORE
        return Step.DONE if part.may_be_whole else step

    def _is_rest(self, part: Sequence | Paste) -> bool:
        """Whether the held characters are surely the rest of the overdue sequence: too many at once to be typed."""
        if self._acted < 2:
            return len(self._held) > 1 and self._held != "[["
        return is_text(part) and len(self._held) > _TYPED_AHEAD

    def _resume(self, now: float) -> None:
        if isinstance(self._open, Paste):
            for character in self._held:
                self._open.step(character)
        self._is_late, self._acted, self._held, self._since = False, 0, "", now

    def _finish(self, part: Sequence | Paste, now: float) -> None:
        self._close()
        if isinstance(part, Paste):
            self._give_paste(part.take(), always=True)
        elif part.text == BEGIN:
            self._begin(Paste(), now)
        elif part.is_control or part.kind == "one":
            self._give("sequence", part.text)

    def _interrupt(self, part: Sequence | Paste | None) -> None:
        """Handle an ESC: a lone one before it was the escape key, a string ends here, anything else was torn."""
        ended_string, self._ends_string = self._ends_string, False
        if self._is_late and self._acted:
            self._give("keys", self._held)
        elif isinstance(part, Sequence) and not self._is_late:
            if part.kind == "escape" and not ended_string:
                self._give("escape", ESC)
            self._let_go(part)
            self._ends_string = part.kind == "string"

    def _tick(self, now: float) -> None:
        due = self.deadline
        part = self._open
        if due is None or now < due:
            return
        if self._is_late:
            self._settle_held()
        elif isinstance(part, Paste):
            self._give_paste(part.take())
            if part.marker:
                self._open = Sequence(part.marker)
            self._is_late = True
        elif isinstance(part, Sequence) and (part.kind == "announced" or part.may_be_whole):
            self._let_go(part)
            self._close()
        else:
            if isinstance(part, Sequence) and part.kind == "escape" and not self._ends_string:
                self._give("escape", ESC)
                self._acted = 1
            self._is_late = True

    def _settle_held(self) -> None:
        """Release the held characters as typed. The rest of a sequence may still come in a burst."""
        self._give("keys", self._held)
        if self._acted == 1 and self._held != "[[":
            self._acted, self._held = 2, ""
        else:
            self._close()

    def _let_go(self, part: Sequence | Paste) -> None:
        """Drop a torn sequence. ALT with a character and nothing after it is that key."""
        if isinstance(part, Sequence) and part.kind == "announced":
            self._give("alt", part.text[1])
            self._give("keys", part.text[2:])

    def _close(self) -> None:
        self._open, self._is_late, self._acted, self._held, self._ends_string = None, False, 0, "", False

    def _give_paste(self, text: str, *, always: bool = False) -> None:
        readable = _UNREADABLE.sub("", text)
        if len(readable) < len(text):
            self._pieces.append(Piece("unreadable", "".join(_UNREADABLE.findall(text))))
        if readable or always:
            self._pieces.append(Piece("paste", readable))

    def _give(self, kind: str, text: str) -> None:
        if not text:
            return
        if kind in ("keys", "unreadable") and self._pieces and self._pieces[-1].kind == kind:
            text = self._pieces.pop().text + text
        self._pieces.append(Piece(kind, text))

    def _given(self) -> list[Piece]:
        pieces, self._pieces = self._pieces, []
        return pieces
