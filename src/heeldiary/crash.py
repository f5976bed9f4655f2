"""Crash reports: where heeldiary crashed, without any text from the diary."""

import os
import traceback
from datetime import datetime

from heeldiary import __version__
from heeldiary.errors import Problem, Refused
from heeldiary.regular_files import rewrite


def redacted(error: BaseException) -> str:
    """Return the crash's type and code locations, without its message and variables, which may contain a note."""
    frames = traceback.extract_tb(error.__traceback__)
    places = "\n".join(f"  {os.path.basename(frame.filename)}:{frame.lineno} in {frame.name}" for frame in frames)
    return f"heeldiary {__version__}, {type(error).__name__}\n{places}\n"


def report(error: BaseException, path: str, at: datetime) -> Refused:
    """Write the crash log, readable by its owner alone; return the message for the person.

    If the log is a link, a pipe or anything but a file, it is not written.
    """
    message = "heeldiary crashed; every entry that it confirmed is saved"
    try:
        rewrite(path, f"{at:%Y-%m-%d %H:%M}\n{redacted(error)}")
    except OSError:
        return Refused(message, f"report this {type(error).__name__} and what you did before it")
    return Refused(message, f"report it with {path}, which contains nothing from your diary")


def explain_end(error: BaseException, path: str, at: datetime) -> Problem:
    """Return the message for an error that ends the app: a problem's own, or that of a crash report."""
    cause = getattr(error, "error", error)  # Textual wraps a thread's exception
    return cause if isinstance(cause, Problem) else report(error, path, at)
