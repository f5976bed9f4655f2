"""The background check of the diary's file after the start."""

import os
from collections.abc import Callable

from heeldiary.clock import unknown_zone
from heeldiary.tui.background import Behind
from heeldiary.tui.watch import FileChange, Watch


class FileCheck:
    """Reports problems with the file, its folder or the time zone; restarts if it was cancelled."""

    def __init__(self, behind: Behind, watch: Watch | None, say: Callable[[str], None]) -> None:
        """Without a `watch` nothing is checked."""
        self._behind = behind
        self._watch = watch
        self._say = say
        self.is_done = watch is None
        """Whether the whole file has been checked."""

    def begin(self) -> None:
        """Check the file unless that is done or running."""
        if self._watch is not None and not self.is_done and not self._behind.runs("file"):
            self._behind.find("file", self._watch.check, self._show, lambda _: self._show(None))

    def _show(self, change: FileChange | None) -> None:
        self.is_done = True
        if change is not None and self._watch is not None:
            self._say(self._watch.take(change))
        elif (doubt := unknown_zone(os.environ)) is not None:
            self._say(doubt)
