"""A desktop notification by way of the terminal, where the terminal is known to have it."""

from collections.abc import Mapping

_BY_OSC_9 = ("iTerm.app", "WezTerm", "ghostty")
"""`TERM_PROGRAM` of terminals that take OSC 9."""

_BY_OSC_777 = ("foot", "rxvt-unicode")
"""How `TERM` begins in terminals that take OSC 777."""


def notice(environment: Mapping[str, str], text: str) -> str:
    """The sequence that shows a text outside the terminal; empty where it would be swallowed, or printed as junk."""
    terminal, program = environment.get("TERM", ""), environment.get("TERM_PROGRAM", "")
    # A dumb terminal may be a window of the program that TERM_PROGRAM names.
    if terminal == "dumb" or "TMUX" in environment or "STY" in environment:
        return ""
    if program in _BY_OSC_9 or terminal == "xterm-kitty":
        return f"\x1b]9;{text}\x07"
    return f"\x1b]777;notify;heeldiary;{text}\x07" if terminal.startswith(_BY_OSC_777) else ""
