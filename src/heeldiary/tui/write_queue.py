"""Changes of the diary, made in the order in which they were asked for, also while another program holds it."""

from collections import deque
from collections.abc import Callable

from heeldiary.errors import Busy

Change = Callable[[], None]
"""Makes a change and shows it; raises Busy while another program holds the diary."""


class Changes:
    """Makes each change at once where it can; those that have to wait, wait for each other too."""

    def __init__(self, later: Callable[[Callable[[], None]], object]) -> None:
        """`later` calls what it is given after a while."""
        self._later = later
        self._waiting: deque[Change] = deque()

    def make(self, change: Change) -> bool:
        """Make a change after all that wait; False if it has to wait as well."""
        self._waiting.append(change)
        if len(self._waiting) > 1:
            return False
        self.go_on()
        return not self._waiting

    def go_on(self) -> None:
        """Make all that wait, up to the first that still has to; then try again later."""
        while self._waiting:
            try:
                self._waiting[0]()
            except Busy:
                self._later(self.go_on)
                return
            self._waiting.popleft()

    @property
    def waiting(self) -> int:
        """How many have still to be made."""
        return len(self._waiting)

    def end(self) -> None:
        """Make what waits, for the last time."""
        self._later = lambda _: None
        self.go_on()
