"""Between the terminal's bytes and Textual's parser: only typed keys act.

`splitting` cuts characters into keys, sequences and pastes, `meaning` makes Textual's events of those, `decoding` is
the chain from bytes to events, `driver` reads, writes and survives signals.
"""

from textual.driver import Driver


def own_driver(usual: type[Driver]) -> type[Driver]:
    """Return our driver where Textual would use its own Unix driver; else Textual's choice."""
    if usual.__name__ != "LinuxDriver":
        return usual
    from heeldiary.tui.terminal.driver import TerminalDriver

    return TerminalDriver
