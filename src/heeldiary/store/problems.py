"""Problems of a diary's file that several modules report."""

from heeldiary.errors import Refused


def damaged() -> Refused:
    """Return the problem of a damaged file."""
    return Refused(
        "the diary's file is damaged, and it was not changed",
        "put a copy of it in its place, or give another file with --diary",
    )


def only_readable() -> Refused:
    """Return the problem of a read-only file or folder."""
    return Refused("the diary is read-only", "make the file and its folder writable")


def other_schema() -> Refused:
    """Return the problem that another heeldiary migrated the file since it was opened."""
    return Refused(
        "another version of heeldiary changed the diary's file meanwhile; nothing was written",
        "quit and start heeldiary again",
    )
