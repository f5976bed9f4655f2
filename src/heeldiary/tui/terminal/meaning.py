"""The meaning of a complete piece of terminal input as Textual's events; unknown pieces mean nothing.

Textual's parser is given complete things alone, and of those only what it reads rightly. No public report was found of
what Textual 8.2.8 reads wrongly: `ESC [ 53 ~`, which no terminal sends, is the key 5; sub-fields of the kitty protocol
(`ESC [ 97;1:3 u`, a key that was let go) end its thread with a ValueError, and so does a mouse report after a size of 0
pixels, with a ZeroDivisionError; mouse buttons from 8 on count as the left one.
"""

import re
from collections.abc import Iterable, Iterator

from textual import constants
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS, IGNORE_SEQUENCE
from textual._keyboard_protocol import FUNCTIONAL_KEYS
from textual._xterm_parser import FOCUSIN, FOCUSOUT, XTermParser
from textual.events import AppBlur, AppFocus, Event, Key, Paste, Resize
from textual.geometry import Size
from textual.message import Message

from heeldiary.tui.terminal.splitting import Piece

MOST_COLUMNS, MOST_ROWS = 1000, 500
"""No screen is larger: such a size is not a terminal's report, and painting it would take minutes."""

_KITTY = re.compile(r"\x1b\[([\d:]{0,30})(?:;([\d:]{0,12}))?(?:;([\d:]{0,60}))?([u~ABCDEFHPQS])")
_MODIFY_OTHER_KEYS = re.compile(r"\x1b\[27;(\d{1,3});(\d{1,7})~")
_MOUSE = re.compile(r"\x1b\[<(\d{1,3});(\d{1,5});(\d{1,5})[Mm]")
_CURSOR = re.compile(r"\x1b\[\d+;\d+R")  # or F3 with a modifier: they cannot be told apart
_MODE = re.compile(r"\x1b\[\?(?:2026|2048);[1-3]\$y")
_SIZE = re.compile(r"\x1b\[48;(\d{1,9})(?::[\d:]*)?;(\d{1,9})(?::[\d:]*)?;[\d:]*;[\d:]*t")

_FIRST_UNKNOWN_BUTTON = 128
_PRESSED_OR_REPEATED = ("", "1", "2")
"""The kinds of key event that act; 3 is a key release."""
_OWN_CODES = (0, 9, 13, 27, 127)
_PRIVATE_USE = range(0xE000, 0xF900)
_HALF_CHARACTERS = range(0xD800, 0xE000)


class Unreadable(Event):
    """Bytes that are not UTF-8 came and were dropped."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self.count = count

    @property
    def sentence(self) -> str:
        """The message about them."""
        bytes_are = "1 byte that is" if self.count == 1 else f"{self.count:,} bytes that are"
        return f"Left out {bytes_are} not UTF-8. Set the terminal's character encoding to UTF-8."


class ImplausibleSize(Event):
    """The terminal reported an implausible size; the system should be asked."""


class Meaning:
    """Turns pieces into events, using Textual's parser where it is right."""

    def __init__(self, parser: XTermParser) -> None:
        self._parser = parser

    def events(self, pieces: Iterable[Piece]) -> Iterator[Message]:
        """Return the events of some pieces, in order."""
        for kind, text in pieces:
            if kind == "keys":
                yield from self._parser.feed(text)
            elif kind == "sequence":
                yield from self._of_sequence(text)
            elif kind == "escape":
                yield Key("escape", text)
            elif kind == "alt":
                yield from self._of_alt(text)
            elif kind == "paste":
                yield Paste(text.replace("\0", ""))
            else:
                yield Unreadable(len(text))

    def _of_sequence(self, text: str) -> Iterator[Message]:
        if text in (FOCUSIN, FOCUSOUT):
            yield AppFocus() if text == FOCUSIN else AppBlur()
        elif _MODE.fullmatch(text):
            yield from self._parser.feed(text)
        elif match := _MOUSE.fullmatch(text):
            buttons, x, y = map(int, match.groups())
            if buttons < _FIRST_UNKNOWN_BUTTON and x and y and (event := self._parser.parse_mouse_code(text)):
                yield event
        elif match := _SIZE.fullmatch(text):
            yield _resize(int(match[2]), int(match[1]))
        else:
            yield from self._keys(text)

    def _keys(self, text: str) -> Iterator[Message]:
        """Return the keys of a sequence: by the kitty protocol, else by Textual's table of legacy sequences."""
        if not constants.DISABLE_KITTY_KEY:
            plain = without_sub_fields(text)
            if plain is not None:
                yield from self._parser._sequence_to_key_events(plain)
                return
            if text.startswith("\x1b[") and text.endswith("u"):
                return
        keys = None if _CURSOR.fullmatch(text) else ANSI_SEQUENCES_KEYS.get(text)
        if isinstance(keys, tuple):
            yield from (Key(key.value, None) for key in keys)
        elif keys is not None and keys is not IGNORE_SEQUENCE:
            yield from self._parser.feed(str(keys))

    def _of_alt(self, character: str) -> Iterator[Key]:
        """Return the key of ALT with a character. It types nothing: Textual's would put the character into a text."""
        if isinstance(ANSI_SEQUENCES_KEYS.get(f"\x1b{character}"), tuple):
            yield from self._parser._sequence_to_key_events(f"\x1b{character}")
        elif _is_character(str(ord(character))):
            for key in self._parser._sequence_to_key_events(character, alt=True):
                yield Key(f"alt+{key.key.removeprefix('alt+')}", None)
        else:
            yield from self._parser._sequence_to_key_events(character, alt=True)


def without_sub_fields(text: str) -> str | None:
    """Return a kitty protocol key as Textual expects it; None for a release or anything else.

    A field is a number with sub-fields: the key and its alternates; the modifiers and the kind of event; the text, one
    code point after the other.
    """
    if other := _MODIFY_OTHER_KEYS.fullmatch(text):
        modifiers, code = other.groups()
        typed = f";{code}" if int(modifiers) <= 2 and int(code) >= ord(" ") else ""
        text = f"\x1b[{code};{modifiers}{typed}u"
    match = _KITTY.fullmatch(text)
    if match is None:
        return None
    key, modifier, typed, end = match.groups(default="")
    code, modifiers, event = key.partition(":")[0], modifier.partition(":")[0], f"{modifier}::".split(":")[1]
    letters = [point for point in typed.split(":") if point]
    if event not in _PRESSED_OR_REPEATED or not all(map(_is_character, letters)) or not _is_key(code, end, letters):
        return None
    if modifiers and not 1 <= int(modifiers) <= 256:
        return None
    shown = ":".join(letters)
    return f"\x1b[{code};{modifiers};{shown}{end}" if shown else f"\x1b[{code};{modifiers}{end}"


def _is_key(code: str, end: str, letters: list[str]) -> bool:
    if f"{code or 1}{end}" in FUNCTIONAL_KEYS:
        return True
    if end != "u" or not code:
        return False
    number = int(code)
    if number in _OWN_CODES or number in _PRIVATE_USE:
        return bool(letters)
    return _is_character(code)


def _is_character(code: str) -> bool:
    """Return whether a code point is a character that can be typed."""
    number = int(code)
    return 0x20 <= number < 0x110000 and not 0x7F <= number < 0xA0 and number not in _HALF_CHARACTERS


def _resize(columns: int, rows: int) -> Event:
    if is_plausible(columns, rows):
        return Resize(size := Size(columns, rows), size)
    return ImplausibleSize()


def is_plausible(columns: int, rows: int) -> bool:
    """Return whether a terminal can have this size."""
    return 1 <= columns <= MOST_COLUMNS and 1 <= rows <= MOST_ROWS
