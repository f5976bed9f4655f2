"""What is told of a mistake in heeldiary itself: where it happened, and not a word of the diary."""

import os
import traceback
from datetime import datetime

from heeldiary import __version__
from heeldiary.errors import Problem, Refused
from heeldiary.regular_files import rewrite


def redacted(error: BaseException) -> str:
    """The mistake as kind and places in the code; its message and its variables may hold a note and stay out."""
    frames = traceback.extract_tb(error.__traceback__)
    places = "\n".join(f"  {os.path.basename(frame.filename)}:{frame.lineno} in {frame.name}" for frame in frames)
    return f"heeldiary {__version__}, {type(error).__name__}\n{places}\n"


def report(error: BaseException, path: str, at: datetime) -> Refused:
    """Write the mistake to the crash log, readable by its owner alone; returns what to tell the person.

    Where the log is a link, a pipe or anything but a file, the mistake is reported without one.
    """
    told = "heeldiary made a mistake and stopped; every entry that was acknowledged is kept"
    try:
        rewrite(path, f"{at:%Y-%m-%d %H:%M}\n{redacted(error)}")
    except OSError:
        return Refused(told, f"a {type(error).__name__}; please report what you did before it")
    return Refused(told, f"please report it with {path}, which holds no word of your diary")


def explain_end(error: BaseException, path: str, at: datetime) -> Problem:
    """Return what to say where the app cannot go on: a problem says it itself, a mistake goes to the crash log."""
    cause = getattr(error, "error", error)  # Textual wraps what a thread raises
    return cause if isinstance(cause, Problem) else report(error, path, at)
