"""Changes of the diary, made in order even while another program holds it."""

from collections import deque
from collections.abc import Callable

from heeldiary.errors import Busy

Change = Callable[[], None]
"""Makes a change and shows it; raises Busy while another program holds the diary."""


class Changes:
    """Makes each change at once if possible; changes that must wait keep their order."""

    def __init__(self, later: Callable[[Callable[[], None]], object]) -> None:
        """`later` calls a function after a while."""
        self._later = later
        self._waiting: deque[Change] = deque()

    def make(self, change: Change) -> bool:
        """Make a change after all that are waiting; return False if it must wait too."""
        self._waiting.append(change)
        if len(self._waiting) > 1:
            return False
        self.go_on()
        return not self._waiting

    def go_on(self) -> None:
        """Make the waiting changes until one must still wait; then retry later."""
        while self._waiting:
            try:
                self._waiting[0]()
            except Busy:
                self._later(self.go_on)
                return
            self._waiting.popleft()

    @property
    def waiting(self) -> int:
        """The number of waiting changes."""
        return len(self._waiting)

    def end(self) -> None:
        """Make the waiting changes, for the last time."""
        self._later = lambda _: None
        self.go_on()
