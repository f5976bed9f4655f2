"""The question after a gap in a session: the machine slept, the program was stopped, or the clock was set."""

from heeldiary.domain.durations import format_gap
from heeldiary.domain.text import capitalized
from heeldiary.tui.dialogs.choose import Choose


class Gap(Choose[bool]):
    """Asks whether the massage continued during a gap. Unanswered, the session stays paused and counts nothing."""

    def __init__(self, seconds: float) -> None:
        gone = format_gap(seconds)
        gone = capitalized(gone)
        super().__init__(
            "Were you still massaging?",
            f"{gone} passed while heeldiary was not running. Only you know what your hands did.",
            (
                ("y", "yes: count it, up to the end of this step", True),
                ("n", "no: continue from where it stopped", False),
            ),
            keys="escape stay paused",
        )
