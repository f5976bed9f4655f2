"""`heeldiary import`: an export, or entries made elsewhere."""

import io
import os
import re
import stat
from collections.abc import Sequence
from contextlib import closing
from typing import Any, BinaryIO

from heeldiary.cli.context import CommandContext
from heeldiary.cli.parser import Arguments, Parser
from heeldiary.domain.entries import TYPES
from heeldiary.domain.json_reader import KEYS_PAGE
from heeldiary.domain.settings import BY_NAME
from heeldiary.domain.text import separate
from heeldiary.errors import BadInput, BadWord, Refused, nearest_word
from heeldiary.interchange.conflicts import MOST_SHOWN, conflict_lines
from heeldiary.interchange.extras import Wishes
from heeldiary.interchange.importing import ImportPlan, carry_out, counted, plan_import, read_file, stops
from heeldiary.interchange.lines import MOST_BYTES, text_lines
from heeldiary.interchange.problems import BadFile
from heeldiary.interchange.reading import Reading
from heeldiary.store.diary import Diary
from heeldiary.store.imports.staging import Staging

_LONGEST_NAME = 60
_MOST_KEYS = 20
_RUNS = " (it runs a program)"


def run(name: str, argv: Sequence[str], context: CommandContext) -> None:
    """Import a file."""
    arguments = parser(name).read(argv, context.out)
    wishes = Wishes(arguments.again, arguments.with_commands, arguments.skip_conflicts, arguments.theirs)
    if wishes.skip_conflicts and wishes.theirs:
        raise BadInput("--skip-conflicts and --theirs exclude each other", "give only one of them")
    with closing(Staging()) as staging:
        with closing(_opened(arguments.file, context)) as file, context.reading() as diary:
            reading = _read(diary, file, staging, context, arguments.damaged)
            planned = plan_import(diary, reading, wishes)
            if stops(planned, wishes):
                raise _contradicted(diary, reading, planned, context, arguments.damaged)
            conflicts = conflict_lines(diary, staging) if planned.left_out else []
        if not (arguments.dry_run or planned.changes_nothing):
            with context.writing() as diary:
                done = carry_out(diary, reading, wishes)
                if done is None:
                    raise _contradicted(diary, reading, plan_import(diary, reading, wishes), context, arguments.damaged)
                planned = done
    with context.done():
        if context.options.json:
            context.print_json(_shape(planned, arguments.dry_run) | {"unreadable": reading.unreadable.count})
        else:
            context.print(*_summary(planned, conflicts, arguments))


def parser(name: str) -> Parser:
    """Return the parser of `import`."""
    parser = Parser(
        name,
        "Read an export, or JSON Lines of entries made elsewhere. All or nothing, and one undo step. A line needs its\n"
        f"type, its day and the type's own keys ({KEYS_PAGE} lists them); the same file twice adds nothing. Settings,\n"
        "routines and the like come along where the diary has none of that name. At most "
        f"{MOST_BYTES // 1_000_000_000} GB at a time.",
        "  heeldiary import diary.jsonl --dry-run\n"
        "  cat *.jsonl | heeldiary import -\n\na line, as short as it can be:\n"
        '  {"type":"note","day":"2026-11-02","note":"rainy"}',  # without spaces: it is never wrapped
    )
    parser.add_argument("file", metavar="FILE", help="the file; - reads stdin")
    parser.add_argument("--dry-run", action="store_true", help="show what would be imported, and import nothing")
    parser.add_argument(
        "--skip-conflicts", action="store_true", help="keep the diary's entries where the file's differ"
    )
    parser.add_argument("--theirs", action="store_true", help="take the file's entries instead; undo brings yours back")
    parser.add_argument("--again", action="store_true", help="bring back what you have deleted here")
    parser.add_argument(
        "--damaged", action="store_true", help="import what can be read of a damaged file; list the rest"
    )
    parser.add_argument("--with-commands", action="store_true", help="import settings that run a program")
    return parser


def _read(diary: Diary, file: BinaryIO, staging: Staging, context: CommandContext, damaged: bool) -> Reading:
    try:
        reading = read_file(diary, text_lines(file), staging, damaged)
    except BadFile as problem:
        for line in problem.lines:
            context.say(line)
        raise
    if reading.unreadable.count:
        if number := reading.unreadable.lines_left_out:
            context.say(f"Left out, as {counted(number, 'line', 'lines')} cannot be read:")
        for line in reading.unreadable.lines():
            context.say(line)
    return reading


def _contradicted(
    diary: Diary, reading: Reading, planned: ImportPlan, context: CommandContext, damaged: bool
) -> Refused:
    for line in conflict_lines(diary, reading.staging):
        context.say(line)
    if planned.conflicts > MOST_SHOWN:
        context.say(f"and {planned.conflicts - MOST_SHOWN:,} more")
    besides = _items_left_out(planned)
    if besides:
        context.say("Left out either way:")
        for line in besides:
            context.say(line)
    several, again = planned.conflicts > 1, "--damaged " * damaged
    return Refused(
        f"{counted(planned.conflicts, 'entry', 'entries')} of the file contradict{'s' * (not several)} what is there, "
        "and nothing was imported",
        f"{again}--skip-conflicts keeps yours and imports the rest, {again}--theirs takes the file's (one undo brings "
        "yours back)",
    )


def _shape(planned: ImportPlan, would: bool) -> dict[str, Any]:
    """Return the JSON of what was, or would be, imported."""
    return {
        "dry_run": would,
        "imported": planned.coming,
        "replaced": planned.theirs,
        "present": planned.present,
        "left_out": planned.left_out,
        "deleted": planned.deleted,
        "besides": [
            {"kind": item.kind, "name": item.name, "fate": item.fate, "reason": item.reason or None}
            for item in planned.items
        ],
        "ignored": {name: {"times": key.times, "line": key.line} for name, key in planned.ignored.items()},
        "is_part": planned.is_part,
    }


def _summary(planned: ImportPlan, conflicts: Sequence[str], arguments: Arguments) -> list[str]:
    """Print what was or would be imported, by kind and count, then everything left out, by name."""
    would = arguments.dry_run
    already = [counted(planned.present, "entry", "entries")] * bool(planned.present) + planned.words_for("there")
    lines = [f"{'Would import' if would else 'Imported'}: {planned.words}"]
    if planned.is_part:
        lines.append("The file is only part of a diary: some of its entries and nothing else.")
    lines += [
        f"  setting {item.name}: {item.value}{_RUNS * BY_NAME[item.name].runs}"
        for item in planned.items
        if item.kind == "setting" and item.fate == "new"
    ]
    if planned.theirs:
        count = counted(sum(planned.theirs.values()), "entry", "entries")
        lines.append(f"In place of yours: {count}{'' if would else '; heeldiary undo brings yours back'}")
    if already:
        lines.append(f"Already there: {', '.join(already)}")
    if planned.deleted:
        count = counted(planned.deleted, "entry", "entries")
        lines.append(f"Still deleted: {count} that you deleted here; --again brings them back")
    lines += _left_out(planned, conflicts)
    return lines + _ignored(planned)


def _ignored(planned: ImportPlan) -> list[str]:
    lines = [
        f"Ignored: the key {separate(name)[:_LONGEST_NAME]}, {counted(ignored.times, 'time', 'times')}, "
        f"first on line {ignored.line}{_meant_key(name)}"
        for name, ignored in planned.ignored.items()
    ]
    more = len(lines) - _MOST_KEYS
    return lines if more <= 0 else [*lines[:_MOST_KEYS], f"Ignored: {counted(more, 'more key', 'more keys')}"]


def _meant_key(name: str) -> str:
    """Return which key of an entry an unknown one was perhaps meant to be, as the end of a line."""
    from heeldiary.domain.json_keys import keys_of  # most files have no unknown keys

    around, _, key = re.sub(r" \d+,", ",", name).rpartition(", ")
    known = [one.name.rpartition(", ") for kind in TYPES for one in keys_of(kind)]
    beside = {own for path, _, own in known if path == around}
    near = None if key in beside else nearest_word(key, sorted(beside))
    return f"; did you mean {near}?" if near and near[0] == key[0] else ""


def _left_out(planned: ImportPlan, conflicts: Sequence[str]) -> list[str]:
    kinds = [counted(planned.left_out, "entry", "entries")] * bool(planned.left_out) + planned.words_for("left out")
    if not kinds:
        return []
    lines = [f"Left out: {', '.join(kinds)}", *(f"  {line}" for line in conflicts)]
    if planned.left_out > len(conflicts):
        lines.append(f"  and {planned.left_out - len(conflicts):,} more")
    return lines + _items_left_out(planned)


def _items_left_out(planned: ImportPlan) -> list[str]:
    """Return a line for each thing left out, besides entries."""
    return [
        f"  {item.kind} {item.name}{f' {item.value}' if item.kind == 'setting' else ''}: {item.reason}"
        for item in planned.items
        if item.fate == "left out"
    ]


def _opened(typed: str, context: CommandContext) -> BinaryIO:
    if typed == "-":
        return getattr(context.inp, "buffer", None) or io.BytesIO(context.inp.read().encode("utf-8", "surrogateescape"))
    path = context.path(typed)
    try:
        # Opening a pipe or device without a writer would block forever.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or "no file can have that path").lower()
        remedy = "look at its path and its permissions"
        raise BadWord(f"the file cannot be read ({reason})", remedy, typed, f"{{}} cannot be read ({reason})") from None
    opened = os.fstat(descriptor)
    if not stat.S_ISREG(opened.st_mode):
        os.close(descriptor)
        kind = {stat.S_IFDIR: "a folder", stat.S_IFIFO: "a pipe"}.get(stat.S_IFMT(opened.st_mode), "a device")
        raise BadInput(f"the path leads to {kind}", "name the file to import; - reads stdin")
    if _is_at(opened, context.places.diary):
        os.close(descriptor)
        raise BadInput(
            "that file is this diary itself", "there is nothing to import; `heeldiary list` shows its entries"
        )
    return open(descriptor, "rb")


def _is_at(opened: os.stat_result, path: str) -> bool:
    try:
        return os.path.samestat(opened, os.stat(path))
    except OSError:
        return False
