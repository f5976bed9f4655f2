"""`heeldiary export`: the diary as JSON Lines, to stdout or into a file."""

import os
from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from tempfile import SpooledTemporaryFile

from heeldiary.atomic_files import write_atomically
from heeldiary.cli.context import CommandContext
from heeldiary.cli.parser import Arguments, Parser
from heeldiary.cli.show import add_range, chosen, name_unreadable
from heeldiary.domain.tag_text import format_entry_count
from heeldiary.errors import BadInput, Problem, Refused
from heeldiary.interchange.export import ExportPart, export_lines
from heeldiary.store.diary import Diary
from heeldiary.store.file.salvage import Unreadable

_IN_MEMORY_BYTES = 8_000_000
"""A longer export waits in a temporary file, to release the diary early."""


def run(name: str, argv: Sequence[str], context: CommandContext) -> None:
    """Export the diary."""
    arguments = parser(name).read(argv, context.out)
    unreadable: list[Unreadable] = []
    if arguments.output in (None, "-"):
        _print(arguments, context, unreadable)
        name_unreadable(context, unreadable)
        return
    path = context.path(arguments.output)
    if os.path.exists(path) and os.path.exists(context.places.diary) and os.path.samefile(path, context.places.diary):
        raise BadInput("that file is the diary itself", "name another file")
    numbers = count()
    with context.reading() as diary, diary.snapshot():
        _write(path, _lines(arguments, diary, context, unreadable, numbers), arguments.force)
    entries = format_entry_count(next(numbers))
    context.say(f"Exported: {entries} as JSON Lines in {arguments.output}; the file is whole and on the disk.")
    name_unreadable(context, unreadable)


def parser(name: str) -> Parser:
    """Return the parser of `export`."""
    parser = Parser(
        name,
        "Write the diary as JSON Lines: one entry per line, the settings, and a last line that shows it is complete.\n"
        "With --from, --to or --type, only those entries.",
        "  heeldiary export -o diary.jsonl\n  heeldiary export --from 2026-01-01 --type pain",
    )
    add_range(parser)
    parser.add_argument(
        "-o", "--output", metavar="FILE", help="write to a file, completely or not at all (default: stdout)"
    )
    parser.add_argument("--force", action="store_true", help="let -o replace an existing file")
    return parser


def _lines(
    arguments: Arguments, diary: Diary, context: CommandContext, unreadable: list[Unreadable], numbers: Iterator[int]
) -> Iterable[bytes]:
    """Return the lines of the export; each entry takes one of the `numbers`."""
    entries = (entry for entry, _ in zip(chosen(arguments, diary, context, unreadable), numbers, strict=False))
    part = ExportPart(context.day(diary, arguments.first), context.day(diary, arguments.last), arguments.type)
    return export_lines(diary, entries, part if any(part) else None, unreadable)


def _print(arguments: Arguments, context: CommandContext, unreadable: list[Unreadable]) -> None:
    """Print the export. The reader may be slow; the diary is released meanwhile."""
    with SpooledTemporaryFile(_IN_MEMORY_BYTES) as spool:
        with context.reading() as diary, diary.snapshot():
            spool.writelines(_lines(arguments, diary, context, unreadable, count()))
        spool.seek(0)
        context.out.writelines(line.decode() for line in spool)


def _write(path: str, lines: Iterable[bytes], force: bool) -> None:
    """Write the export to a file, completely or not at all."""
    if os.path.isdir(path):
        raise BadInput("-o names a folder", "name a file in it")
    if os.path.exists(path) and not os.path.isfile(path):
        raise BadInput("-o does not name a regular file", "name a file, or leave -o out and use >")
    if os.path.lexists(path) and not force:
        raise _is_there()
    if force:
        path = os.path.realpath(path)  # a link stays; its target is replaced
    if os.path.islink(path):
        raise BadInput("-o is a link that leads back to itself", "name another file")
    try:
        write_atomically(path, lines, replace=force)
    except FileExistsError:
        raise _is_there() from None
    except OSError as error:
        reason = (error.strerror or "the system refused").lower()
        wrong_path = isinstance(error, (FileNotFoundError, NotADirectoryError))
        kind: type[Problem] = BadInput if wrong_path else Refused
        raise kind(
            f"the file cannot be written there ({reason})", "choose a place with enough room that you may write to"
        ) from None


def _is_there() -> BadInput:
    return BadInput("the file exists already and was not changed", "name another, or give --force")
