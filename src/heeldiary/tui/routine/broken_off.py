"""The question before a new session if the last one was interrupted recently."""

from heeldiary.tui.dialogs.choose import Choose


class BrokenOff(Choose[bool]):
    """Asks whether to continue the interrupted session or start a new one."""

    def __init__(self, where: str) -> None:
        super().__init__(
            "Continue where you stopped?",
            where,
            (
                ("1,y,enter,space", "continue it", True),
                ("2,n", "start a new one; the old one is saved as a part session", False),
            ),
            "1, y or space continue   2 or n new session   escape neither",
        )
