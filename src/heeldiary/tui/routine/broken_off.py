"""The question before a new session if the last one was interrupted recently."""

from heeldiary.tui.dialogs.choose import Choose


class BrokenOff(Choose[bool]):
    """Asks whether to continue the interrupted session or start a new one."""

    def __init__(self, at: str, where: str) -> None:
        super().__init__(
            "Continue where you stopped?",
            f"The last session was broken off at {at}. {where}",
            (
                ("1,y,enter", "continue it", True),
                ("2,n", "start a new one; that one stays a partial session", False),
            ),
            "1, y or enter continue   2 or n a new one   escape neither",
        )
