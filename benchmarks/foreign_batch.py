"""A batch of foreign sequences, sent to the app on one of its screens; what it changed, and which ones did."""

import os
import shutil
import tempfile
import time
from collections.abc import Callable
from typing import NamedTuple

from torn import Sent
from watched_app import START_SECONDS, WatchedApp
from year_diary import Changes, changes, listed

ESCAPE = "\x1b"
_SETTLE_SECONDS = 0.4
_DEAF_SECONDS = 5.0
_HELP, _DIARY = "The row above", "less, more"
"""Painted with the Diary's help, and with the Diary when the help is gone."""


class Place(NamedTuple):
    """A screen of the app: how it is opened, and by which keys it is reached from the Diary."""

    name: str
    keys: tuple[str, ...]
    words: tuple[str, ...] = ()
    has_text: bool = False
    is_fresh: bool = False
    """Whether each batch needs a fresh app."""


_YESTERDAY = (".", "[")
PLACES = (
    Place("Diary", _YESTERDAY),
    Place("Routine", ("r",)),
    Place("Trends", ("t",)),
    Place("Care", ("c",)),
    Place("Guide", ("g",)),
    Place("note dialog", (*_YESTERDAY, "n"), has_text=True),
    Place("activity form", (*_YESTERDAY, "a"), has_text=True),
    Place("search", (*_YESTERDAY, "/"), has_text=True),
    Place("running session", (" ",), ("routine", "start", "steady"), is_fresh=True),
)


class Batch(NamedTuple):
    """Sequences sent one after the other; with `is_deaf`, followed by five seconds of silence."""

    place: Place
    kind: str
    sequences: tuple[Sent, ...]
    is_deaf: bool = False


class Outcome(NamedTuple):
    """What a batch did."""

    changed: Changes
    faults: tuple[str, ...]
    """What is wrong with the app, in words; none while it lives and answers."""

    @property
    def is_bad(self) -> bool:
        """Whether anything at all is wrong."""
        return self.changed != Changes(0, 0) or bool(self.faults)


class Trial:
    """Apps on copies of one diary, each as long as nothing goes wrong in it."""

    def __init__(self, template: str) -> None:
        self._template = template
        self._folder = tempfile.mkdtemp(prefix="foreign-")
        self._home = ""
        self._app: WatchedApp | None = None
        self._place: Place | None = None
        self.endings: list[str] = []
        """What was wrong with how apps ended that were quit."""

    def _opened(self, place: Place) -> WatchedApp:
        if self._app is None or place != self._place or place.is_fresh:
            self.drop()
            self._home = tempfile.mkdtemp(dir=self._folder)
            shutil.copytree(self._template, self._home, dirs_exist_ok=True)
            self._app, self._place = WatchedApp(self._home, place.words), place
            if not self._app.paints("help" if not place.words else "space", seconds=START_SECONDS):
                raise SystemExit(f"the app does not open: {place.name}")
            self._app.pause(0.5)
        self._app.press(*place.keys)
        self._app.pause(_SETTLE_SECONDS)
        return self._app

    def run(self, batch: Batch) -> Outcome:
        """Send a batch, go back to the Diary, and see what has changed."""
        app = self._opened(batch.place)
        before = listed(self._home)
        for sequence in batch.sequences:
            for fragment in sequence.fragments:
                app.send(fragment.data)
                app.pause(fragment.seconds)
        app.pause(_DEAF_SECONDS if batch.is_deaf else _SETTLE_SECONDS)
        if not batch.is_deaf:
            app.send(b"\x1b\\")  # whatever is still open ends
            app.pause(_SETTLE_SECONDS)
        app.press(ESCAPE, ESCAPE, ESCAPE, "d")
        faults = self._faults(app)
        outcome = Outcome(changes(before, listed(self._home)), tuple(faults))
        if outcome.is_bad:
            self._discard()
        return outcome

    def _faults(self, app: WatchedApp) -> list[str]:
        faults = []
        answers = app.paints(_HELP, "?")
        app.pause(_SETTLE_SECONDS)
        answers = answers and app.paints(_DIARY, ESCAPE)
        app.pause(_SETTLE_SECONDS)  # or the next key would join the escape
        if app.exit_code is not None:
            faults += [f"ended, exit code {app.exit_code}", *app.left_behind()]
        elif not answers:
            faults.append("does not answer")
        return faults + self._traces(app)

    def _traces(self, app: WatchedApp) -> list[str]:
        traces = ["traceback on the screen"] if app.shows_traceback() else []
        return traces + (["crash.log"] if os.path.exists(os.path.join(self._home, "crash.log")) else [])

    def _discard(self) -> None:
        if self._app is not None:
            self._app.kill()
        self._app = None

    def drop(self) -> None:
        """Quit the open app, and note what is wrong with how it ended."""
        if self._app is not None:
            wrong = [*self._app.quit(), *self._traces(self._app)]
            self.endings += [f"{self._place.name if self._place else ''}: {one}" for one in wrong]
            self._discard()

    def close(self) -> None:
        """Remove the copies of the diary."""
        self._discard()
        shutil.rmtree(self._folder, ignore_errors=True)


def shrink(template: str, batch: Batch, seconds: float) -> tuple[Sent, ...]:
    """Halve a batch while one half alone does harm, in a fresh app each time, for at most this many seconds."""
    until = time.monotonic() + seconds

    def harms(part: tuple[Sent, ...]) -> bool:
        return _alone(template, lambda trial: trial.run(batch._replace(sequences=part))).is_bad

    culprits = batch.sequences
    while len(culprits) > 1 and time.monotonic() < until:
        middle = len(culprits) // 2
        halves = (culprits[:middle], culprits[middle:])
        harmful = next((half for half in halves if harms(half)), None)
        if harmful is None:
            break
        culprits = harmful
    return culprits


def _alone(template: str, act: Callable[[Trial], Outcome]) -> Outcome:
    trial = Trial(template)
    try:
        return act(trial)
    finally:
        trial.close()
