"""Asked before a new session, when the last one was broken off not long ago."""

from heeldiary.tui.dialogs.choose import Choose


class BrokenOff(Choose[bool]):
    """Asks whether to go on with the session that was broken off, or to begin a new one."""

    def __init__(self, at: str, where: str) -> None:
        super().__init__(
            "Go on where you stopped?",
            f"The last session was broken off at {at}. {where}",
            (
                ("1,y,enter", "go on with it", True),
                ("2,n", "begin a new one; that one stays a part session", False),
            ),
            "1, y or enter go on   2 or n a new one   escape neither",
        )
