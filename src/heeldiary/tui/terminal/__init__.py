"""What stands between the terminal's bytes and Textual's parser: only a key that was typed acts.

`splitting` cuts characters into keys, sequences and pastes, `meaning` makes Textual's events of those, `decoding` is
the chain from bytes to events, `driver` reads, writes and survives signals.
"""

from textual.driver import Driver


def own_driver(usual: type[Driver]) -> type[Driver]:
    """Our driver where Textual would take its own for a Unix terminal; else what it would take."""
    if usual.__name__ != "LinuxDriver":
        return usual
    from heeldiary.tui.terminal.driver import TerminalDriver

    return TerminalDriver
