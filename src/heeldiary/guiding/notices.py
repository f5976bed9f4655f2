"""Desktop notifications through terminals that support them."""

from collections.abc import Mapping

_BY_OSC_9 = ("iTerm.app", "WezTerm", "ghostty")
"""`TERM_PROGRAM` of terminals with OSC 9."""

_BY_OSC_777 = ("foot", "rxvt-unicode")
"""The start of `TERM` in terminals with OSC 777."""


def notice(environment: Mapping[str, str], text: str) -> str:
    """Return the escape sequence that shows a notification; "" if the terminal does not support one."""
    terminal, program = environment.get("TERM", ""), environment.get("TERM_PROGRAM", "")
    # A dumb terminal may be inside the program that TERM_PROGRAM names.
    if terminal == "dumb" or "TMUX" in environment or "STY" in environment:
        return ""
    if program in _BY_OSC_9 or terminal == "xterm-kitty":
        return f"\x1b]9;{text}\x07"
    return f"\x1b]777;notify;heeldiary;{text}\x07" if terminal.startswith(_BY_OSC_777) else ""
