"""A word that completes a command line, and what is known of the line."""

from typing import NamedTuple

from heeldiary.cli.context import CommandContext


class Candidate(NamedTuple):
    """A word that fits, and what it is."""

    word: str
    about: str = ""


class CompletionContext(NamedTuple):
    """What is known of a command line that is being typed."""

    context: CommandContext
    command: str
    """With what stands behind it: `tags rename`."""
    given: tuple[str, ...]
    """The words behind the command that are no options."""
    typed: str
    """The beginning of the word that is completed."""
