"""Marking the process of an open session, so another window does not offer to continue it."""

import os


def mark() -> str:
    """Return a unique mark of this process, different from a later one with the same number."""
    return f"{os.getpid()} {_started(os.getpid())}"


def runs_elsewhere(saved: object) -> bool:
    """Return whether a mark belongs to another process that is still running."""
    number, _, started = saved.partition(" ") if isinstance(saved, str) else ("", "", "")
    if not number.isdigit() or saved == mark():
        return False
    return _is_there(int(number)) and _started(int(number)) == started


def _started(number: int) -> str:
    """Return when a process started, in the system's count; "" if unknown."""
    try:
        with open(f"/proc/{number}/stat", encoding="utf-8", errors="replace") as file:
            return file.read().rpartition(")")[2].split()[19]
    except (OSError, IndexError):
        return ""


def _is_there(number: int) -> bool:
    try:
        os.kill(number, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return True
