"""`heeldiary show` and `heeldiary list`: the entries, to read."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from heeldiary.cli.context import Desk
from heeldiary.cli.parser import Arguments, Parser
from heeldiary.domain.days import FIRST_DAY, Span, long_day
from heeldiary.domain.entries import TYPES, Entry
from heeldiary.domain.entry_text import fact_words
from heeldiary.domain.entry_to_json import entry_json
from heeldiary.domain.tag_text import signs
from heeldiary.domain.weeks.next_morning_text import note_words
from heeldiary.errors import BadInput
from heeldiary.store.diary import Diary
from heeldiary.store.entries.ids import short_ids
from heeldiary.store.file.salvage import Unreadable, what_is_left_out
from heeldiary.store.weeks.next_morning import next_mornings

_INDENT = " " * 4
_MOST_UNREADABLE = 200  # named one by one


def run(name: str, argv: Sequence[str], desk: Desk) -> None:
    """Print a day, or many."""
    arguments = parser(name).read(argv, desk.out)
    with desk.reading() as diary:
        (_show if name == "show" else _list)(arguments, diary, desk)


def parser(name: str) -> Parser:
    """The parser of one of the two."""
    if name == "show":
        made = Parser(name, "One day, whole.", "  heeldiary show\n  heeldiary show yesterday")
        made.add_argument(
            "day", metavar="DAY", nargs="?", default="today", help="2026-11-22, today, yesterday, mon, 3d"
        )
        return made
    made = Parser(
        name,
        "The entries by day, then by the time written, with the ids that edit and delete take.",
        "  heeldiary list --from mon\n  heeldiary list --type pain --json",
    )
    add_range(made)
    return made


def add_range(made: Parser) -> None:
    """The options that choose entries: --from, --to and --type."""
    made.add_argument("--from", dest="first", metavar="DAY", help="the first day (default: the diary's first)")
    made.add_argument("--to", dest="last", metavar="DAY", help="the last day (default: today)")
    made.add_argument("--type", metavar="T", help=", ".join(TYPES))


def chosen(arguments: Arguments, diary: Diary, desk: Desk, unreadable: list[Unreadable]) -> Iterator[Entry]:
    """The entries that --from, --to and --type choose; what cannot be read is added to `unreadable`."""
    first, last = desk.day(diary, arguments.first), desk.day(diary, arguments.last)
    if first and last and first > last:
        raise BadInput("--from is after --to", "give the earlier day to --from")
    if arguments.type is not None and arguments.type not in TYPES:
        raise BadInput("there is no such type of entry", f"the types are {', '.join(TYPES)}")
    types = (arguments.type,) if arguments.type else TYPES
    return diary.readable(Span(first or FIRST_DAY, last or date.max), unreadable, types)


def name_unreadable(desk: Desk, unreadable: Sequence[Unreadable]) -> None:
    """Name what could not be read, after all that could; raises Refused if there is any."""
    if unreadable:
        desk.out.flush()
        for one in unreadable[:_MOST_UNREADABLE]:
            desk.say(f"cannot be read: {one.key}, {one.day}".rstrip(", "))
        if len(unreadable) > _MOST_UNREADABLE:
            desk.say(f"cannot be read: {len(unreadable) - _MOST_UNREADABLE:,} more")
        raise what_is_left_out(unreadable)


def _show(arguments: Arguments, diary: Diary, desk: Desk) -> None:
    day = desk.day(diary, arguments.day)
    assert day is not None, "the day has a default"
    unreadable: list[Unreadable] = []
    entries = list(diary.readable(Span(day, day), unreadable))
    if desk.options.json:
        desk.print_json({"day": day.isoformat(), "entries": [entry_json(entry) for entry in entries]})
        name_unreadable(desk, unreadable)
        return
    _print_day(desk, day, entries, short_ids(diary, entries))
    if not entries and not unreadable:
        desk.print(f"{_INDENT}nothing logged")
    for note in next_mornings(diary, day):
        desk.print(f"{_INDENT}{note_words(note)}")
    name_unreadable(desk, unreadable)


def _list(arguments: Arguments, diary: Diary, desk: Desk) -> None:
    unreadable: list[Unreadable] = []
    entries = chosen(arguments, diary, desk, unreadable)
    if desk.options.json:
        for entry in entries:
            desk.print_json(entry_json(entry))
        name_unreadable(desk, unreadable)
        return
    day = None
    for day, of_day in groupby(entries, key=lambda entry: entry.day):
        listed = list(of_day)
        _print_day(desk, day, listed, short_ids(diary, listed))
    name_unreadable(desk, unreadable)
    if day is None:
        desk.say("The diary has no such entries." if diary.first_day() else "The diary is empty: heeldiary log 6")


def _print_day(desk: Desk, day: date, entries: Sequence[Entry], ids: dict[str, str]) -> None:
    desk.print(long_day(day))
    width = max((len(ids[entry.id]) for entry in entries), default=0)
    for entry in entries:
        told = f"{fact_words(entry.fact)}  {signs(entry.tags)}".rstrip()
        desk.print(f"{_INDENT}{ids[entry.id]:{width}}  {entry.at:%H:%M}  {told}")
        for line in entry.note.splitlines():
            desk.print(f"{_INDENT}{' ' * width}         {line}")
