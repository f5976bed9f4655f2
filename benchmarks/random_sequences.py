"""Random sequences of the terminals' grammar, none of which a key that changes the diary would send.

What is left out, since a real key sends it and rightly acts: arrows left and right, delete, backspace, enter, every
press or repeat of a character (also by the kitty protocol and modifyOtherKeys), the keypad's SS3 forms, control with a
letter, alt with a character, a click where the screen shows something, pasted text, printable characters.
"""

from collections.abc import Callable
from random import Random
from typing import NamedTuple

ESCAPE, BELL, TERMINATOR = b"\x1b", b"\a", b"\x1b\\"
_KEY_FINALS = frozenset("ABCDEFGHIOMPQRSZ[abcdmtu~^@")
"""Finals of keys, mice, focus and sizes, where no private mark or intermediate precedes them."""
_SS3_FINALS = "GJKLNTUVWYZefghiz!#$%&*+-./:<=>@"
_DIARY_KEYS = "0123456789udrtcgnasmoyxewqjb#.,/[]?+ "
_STRING_CHARACTERS = _DIARY_KEYS + "ABCDEFGHIJKLMNOPQRSTUVWXYZ;:=_-{}()<>|~'\"$%&*!^`é€"
_HARMLESS_KEYS = (
    b"\x1b[5~ \x1b[6~ \x1b[A \x1b[B \x1b[H \x1b[F \x1b[1~ \x1b[4~ \x1b[2~ \x1b[15~ \x1b[17~ \x1b[20~ \x1b[24~ \x1b[34~"
    b" \x1b[1;2A \x1b[1;5B \x1b[1;5H \x1b[5;5~ \x1b[6;3~ \x1b[1;5P \x1b[15;2~ \x1bOA \x1bOB \x1bOH \x1bOF \x1bOQ \x1b[Z"
).split(b" ")
_SAFE_KEY_CODES = (*range(57358, 57399), *range(57428, 57455))
"""Of the kitty protocol: lock keys, F13 to F35, media keys, modifiers."""
LAST_COLUMN, MIDDLE_ROW = 120, 20


class Piece(NamedTuple):
    """A generated sequence; `whole` parts are not torn, `tail` follows the rest at once."""

    kind: str
    data: bytes
    tail: bytes = b""
    must_tear: bool = False


def _parameter(chance: Random) -> str:
    number = chance.choice(("", str(chance.randrange(10)), str(chance.randrange(100)), str(chance.randrange(100000))))
    return number + (f":{chance.randrange(10)}" if chance.random() < 0.1 else "")


def _control_body(chance: Random) -> bytes:
    """What follows the introducer of a control sequence."""
    while True:
        mark = chance.choice(("", "", "?", ">", "=", "<"))
        parameters = [_parameter(chance) for _ in range(chance.choice((0, 1, 1, 2, 2, 3, 4, 6)))]
        inter = "".join(chr(chance.randrange(0x20, 0x30)) for _ in range(chance.choice((0, 0, 0, 0, 1, 2))))
        final = chr(chance.randrange(0x40, 0x7F))
        is_key = not mark and not inter and final in _KEY_FINALS
        is_mouse = mark == "<" and not inter and final in "Mm"
        is_rxvt_key = not mark and inter.startswith("$")
        if not (is_key or is_mouse or is_rxvt_key):
            return (mark + ";".join(parameters) + inter + final).encode()


def _payload(chance: Random) -> bytes:
    length = chance.choice((0, 1, 2, 5, 10, 20, 60)) if chance.random() < 0.98 else 800
    alphabet = _DIARY_KEYS if chance.random() < 0.3 else _STRING_CHARACTERS
    return "".join(chance.choice(alphabet) for _ in range(length)).encode()


def _control(chance: Random) -> Piece:
    return Piece("random CSI", ESCAPE + b"[" + _control_body(chance))


def _operating_system(chance: Random) -> Piece:
    number = chance.choice((str(chance.randrange(20)), str(chance.randrange(6000)), "52", "1337", ""))
    end = chance.choice((BELL, TERMINATOR))
    return Piece("random OSC", ESCAPE + b"]" + number.encode() + b";" + _payload(chance) + end)


def _device_control(chance: Random) -> Piece:
    return Piece("random DCS", ESCAPE + b"P" + _control_body(chance) + _payload(chance) + TERMINATOR)


def _other_string(chance: Random) -> Piece:
    return Piece("random APC, PM, SOS", ESCAPE + chance.choice((b"_", b"^", b"X")) + _payload(chance) + TERMINATOR)


def _single_shift(chance: Random) -> Piece:
    return Piece("random SS3", ESCAPE + b"O" + chance.choice(_SS3_FINALS).encode())


def _eight_bits(chance: Random) -> Piece:
    """A form with one introducer for two, as UTF-8 or as the raw byte."""
    raw = chance.random() < 0.4
    name = "random C1 as raw bytes" if raw else "random C1 as UTF-8"

    def single(code: int) -> bytes:
        return bytes([code]) if raw else chr(code).encode()

    end = chance.choice((single(0x9C), TERMINATOR))
    code = chance.choice((0x9B, 0x9B, 0x9D, 0x90, 0x9F, 0x9E, 0x98, 0x8F))
    if code == 0x9B:
        return Piece(name, single(code) + _control_body(chance))
    if code == 0x8F:
        return Piece(name, single(code) + chance.choice(_SS3_FINALS).encode())
    text = bytes(byte for byte in _payload(chance) if byte < 0x80)
    return Piece(name, single(code) + text + end)


def _key_event(chance: Random) -> Piece:
    """A release of any key, a press of one that types nothing, control with a digit."""
    form = chance.randrange(4)
    modifiers = chance.randrange(1, 257)
    if form == 0:
        code = chance.choice((*range(32, 127), *range(57344, 57455)))
        others = chance.choice(("", f":{code}", f"::{code}", f":{code}:{code}"))
        text = chance.choice(("", f";{code}"))
        body = f"{code}{others};{modifiers}:3{text}u"
    elif form == 1:
        event = chance.choice(("", ":1", ":2", ":3"))
        body = f"{chance.choice(_SAFE_KEY_CODES)};{modifiers}{event}u"
    elif form == 2:
        number, final = chance.choice((("1", "CDABHFPQS"), ("3", "~"), ("5", "~"), ("13", "~")))
        body = f"{number};{modifiers}:3{chance.choice(final)}"
    else:
        body = f"27;{chance.choice((5, 6, 7, 13))};{chance.randrange(48, 58)}~"
    return Piece("random key events", ESCAPE + b"[" + body.encode())


def _mouse(chance: Random) -> Piece:
    """A move to anywhere, or a press, a drag or a wheel where nothing is shown."""
    if chance.random() < 0.5:
        button = chance.choice((35, 39, 43, 51))
        column, row = chance.randrange(-20, 2000), chance.randrange(-20, 1000)
    else:
        button = chance.choice((0, 1, 2, 32, 33, 64, 65, 66, 67, 128, 129))
        outside = chance.randrange(500, 3000), chance.randrange(300, 2000)
        column, row = chance.choice((outside, (LAST_COLUMN, MIDDLE_ROW)))
    form = chance.randrange(3)
    if form == 0 or column < 0 or row < 0:
        return Piece("random mouse", f"\x1b[<{button};{column};{row}{chance.choice('Mm')}".encode())
    if form == 1:
        return Piece("random mouse", f"\x1b[{button + 32};{column};{row}M".encode())
    move = b"C" + bytes(chance.randrange(33, 127) for _ in range(2))
    return Piece("random mouse", b"\x1b[M" + move)


def _torn_key(chance: Random) -> Piece:
    return Piece("real keys, torn", chance.choice(_HARMLESS_KEYS), must_tear=True)


def _no_character(chance: Random) -> Piece:
    """Bytes of which no part is UTF-8, followed by a status report, so that no neighbour completes them."""
    while True:
        data = bytes(chance.randrange(0x80, 0x100) for _ in range(chance.randrange(1, 9)))
        # A C1 byte would begin another sequence; those are tried elsewhere.
        if not data.decode("utf-8", "ignore") and not any(0x80 <= byte < 0xA0 for byte in data):
            return Piece("random bytes that are no UTF-8", data + ESCAPE + b"[0n")


def _without_end(chance: Random) -> Piece:
    """A string without its terminator, others after it, and then a terminator."""
    begin = ESCAPE + chance.choice((b"]10;", b"P1$r", b"_G", b"^", b"X")) + _payload(chance)
    others = b"".join(ESCAPE + b"[" + _control_body(chance) for _ in range(chance.randrange(3)))
    return Piece("random strings without end", begin, others + TERMINATOR)


MAKERS: tuple[Callable[[Random], Piece], ...] = (
    _control, _operating_system, _device_control, _other_string, _single_shift, _eight_bits, _key_event, _mouse,
    _torn_key, _no_character, _without_end,
)  # fmt: skip
_WEIGHTS = (30, 12, 12, 8, 4, 10, 8, 6, 6, 4, 3)


def shares(count: int) -> list[int]:
    """How many of `count` sequences each maker makes if each has its own batches."""
    return [count * weight // sum(_WEIGHTS) for weight in _WEIGHTS]


def mixture(chance: Random, count: int) -> list[Piece]:
    """So many sequences of all kinds."""
    return [maker(chance) for maker in chance.choices(MAKERS, _WEIGHTS, k=count)]
