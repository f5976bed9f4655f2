"""`heeldiary export` and `heeldiary import`."""

import io
import os
from collections.abc import Iterable, Sequence
from contextlib import closing
from typing import BinaryIO

from heeldiary.cli.desk import Desk
from heeldiary.cli.parser import Arguments, Parser
from heeldiary.cli.show import add_range, chosen
from heeldiary.domain.wording import entry_words
from heeldiary.errors import BadInput, Problem, Refused
from heeldiary.interchange.export import export_lines
from heeldiary.interchange.importing import Plan, carry_out, plan
from heeldiary.whole_files import write_whole

_MOST_CONFLICTS_SHOWN = 20


def run(name: str, argv: Sequence[str], desk: Desk) -> None:
    """Write the diary out, or read a file in."""
    arguments = parser(name).read(argv, desk.out)
    (_export if name == "export" else _import)(arguments, desk)


def parser(name: str) -> Parser:
    """The parser of one of the two."""
    if name == "export":
        made = Parser(
            name,
            "The diary as JSON Lines: an entry to a line, the settings, and a last line that proves it whole.",
            "  heeldiary export -o diary.jsonl\n  heeldiary export --from 2026-01-01 --type pain",
        )
        add_range(made)
        made.add_argument("-o", "--output", metavar="FILE", help="write a file, whole or not at all (default: stdout)")
        made.add_argument("--force", action="store_true", help="let -o replace a file that is there")
        return made
    made = Parser(
        name,
        "Read an export, or JSON Lines of entries made elsewhere. All or nothing, and one undo step. A line needs its\n"
        "type, its day and the type's own keys; the same file twice adds nothing.",
        "  heeldiary import diary.jsonl --dry-run\n"
        "  cat *.jsonl | heeldiary import -\n\na line, as short as it can be:\n"
        '  {"type": "pain", "day": "2026-11-02", "foot": "left", "moment": "first-step", "score": 6}',
    )
    made.add_argument("file", metavar="FILE", help="the file; - reads stdin")
    made.add_argument("--dry-run", action="store_true", help="say what would be imported, and import nothing")
    return made


def _export(arguments: Arguments, desk: Desk) -> None:
    with desk.reading() as diary, diary.snapshot():
        lines = list(export_lines(diary, chosen(arguments, diary, desk)))
    if arguments.output in (None, "-"):
        desk.out.writelines(line.decode() for line in lines)
        return
    path = desk.path(arguments.output)
    if os.path.exists(path) and os.path.exists(desk.places.diary) and os.path.samefile(path, desk.places.diary):
        raise BadInput("that file is the diary itself", "name another file")
    _write(path, lines, arguments.force)
    desk.say("Exported: the file is whole and on the disk.")


def _write(path: str, lines: Iterable[bytes], force: bool) -> None:
    """Write the export to a file, whole or not at all."""
    if os.path.isdir(path):
        raise BadInput("-o leads to a folder", "name a file in it")
    if os.path.exists(path) and not os.path.isfile(path):
        raise BadInput("-o leads to no ordinary file", "name a file, or leave -o out and use >")
    if os.path.lexists(path) and not force:
        raise BadInput("the file is there already, and was left as it is", "name another, or give --force")
    try:
        write_whole(path, lines)
    except OSError as error:
        reason = (error.strerror or "the system refused").lower()
        wrong_path = isinstance(error, (FileNotFoundError, NotADirectoryError))
        kind: type[Problem] = BadInput if wrong_path else Refused
        raise kind(f"the file cannot be written there ({reason})", "name a place of yours with room enough") from None


def _import(arguments: Arguments, desk: Desk) -> None:
    with closing(_opened(desk.path(arguments.file), desk)) as file, desk.reading() as diary:
        planned = plan(diary, file)
    _stop_at_conflicts(planned, desk)
    count, there = len(planned.new), planned.there
    told = f"{count:,} {'entry' if count == 1 else 'entries'}" + f", {there:,} there already" * bool(there)
    if arguments.dry_run:
        desk.print(f"Would import: {told}")
        return
    if planned.new or planned.settings or planned.answers or any(planned.kept.values()):
        with desk.writing() as diary:
            carry_out(diary, planned)
    with desk.done():
        desk.print(f"Imported: {told}")


def _stop_at_conflicts(planned: Plan, desk: Desk) -> None:
    if not planned.conflicts:
        return
    for entry in planned.conflicts[:_MOST_CONFLICTS_SHOWN]:
        desk.say(f"conflict: {entry.id}, {entry_words(entry)}")
    count = len(planned.conflicts)
    if count > _MOST_CONFLICTS_SHOWN:
        desk.say(f"and {count - _MOST_CONFLICTS_SHOWN:,} more")
    raise Refused(
        f"{count:,} of the entries contradict what the diary has, and nothing was imported",
        "take them out of the file, or edit or delete the diary's own",
    )


def _opened(path: str, desk: Desk) -> BinaryIO:
    if path == "-":
        return getattr(desk.inp, "buffer", None) or io.BytesIO(desk.inp.read().encode("utf-8", "surrogateescape"))
    try:
        if not os.path.isfile(path):
            raise BadInput("the path leads to no file", "name the file to import")
        return open(path, "rb")
    except OSError as error:
        reason = (error.strerror or "the system refused").lower()
        raise BadInput(f"the file cannot be read ({reason})", "look at its path and its permissions") from None
