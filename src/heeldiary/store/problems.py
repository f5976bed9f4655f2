"""Problems of a diary's file that several modules report."""

from heeldiary.errors import Refused


def damaged() -> Refused:
    """Return the problem of a damaged file."""
    return Refused(
        "the diary's file is damaged, and it was left as it is",
        "put a copy of it in its place, or name another file with --diary",
    )


def only_readable() -> Refused:
    """Return the problem of a read-only file or folder."""
    return Refused("the diary may only be read, not written", "make the file and its folder writable")


def other_schema() -> Refused:
    """Return the problem that another heeldiary migrated the file since it was opened."""
    return Refused(
        "another version of heeldiary has changed the diary's file meanwhile, and nothing was written",
        "end this one and start heeldiary again",
    )
