"""What is reported of a diary's file by more than one module."""

from heeldiary.errors import Refused


def damaged() -> Refused:
    """The file is a diary no longer whole."""
    return Refused(
        "the diary's file is damaged, and it was left as it is",
        "put a copy of it in its place, or name another file with --diary",
    )


def only_readable() -> Refused:
    """The file or its folder may not be written."""
    return Refused("the diary may only be read, not written", "make the file and its folder writable")


def other_schema() -> Refused:
    """Another heeldiary has changed the layout of the file since it was opened."""
    return Refused(
        "another version of heeldiary has changed the diary's file meanwhile, and nothing was written",
        "end this one and start heeldiary again",
    )
