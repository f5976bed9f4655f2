"""A terminal whose reading fails, for the tests of what follows."""

from heeldiary.tui.terminal.driver import TerminalDriver


class FailingDriver(TerminalDriver):
    """Fails at a key, with the person's words in its message."""

    def _read(self) -> bytes:
        raise RuntimeError(f"SECRET {super()._read()!r}")
