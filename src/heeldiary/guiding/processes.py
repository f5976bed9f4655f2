"""Which process has a session open: so that another window does not offer to go on with one that is still running."""

import os


def mark() -> str:
    """What tells this process from all others, also from a later one with the same number."""
    return f"{os.getpid()} {_started(os.getpid())}"


def runs_elsewhere(told: object) -> bool:
    """Whether the process of a mark is another one than this, and still there."""
    number, _, started = told.partition(" ") if isinstance(told, str) else ("", "", "")
    if not number.isdigit() or told == mark():
        return False
    return _is_there(int(number)) and _started(int(number)) == started


def _started(number: int) -> str:
    """When a process began, in the system's own count; empty where the system does not tell."""
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
