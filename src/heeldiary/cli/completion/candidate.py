"""Candidates of completion, and the context they depend on."""

from typing import NamedTuple

from heeldiary.cli.context import CommandContext


class Candidate(NamedTuple):
    """A word to offer, with its description."""

    word: str
    about: str = ""


class CompletionContext(NamedTuple):
    """The context of a command line being typed."""

    context: CommandContext
    command: str
    """The command with its subcommand: `tags rename`."""
    given: tuple[str, ...]
    """The words after the command that are not options."""
    typed: str
    """The start of the word being completed."""
    words: tuple[str, ...]
    """All words after the command, with the options."""
