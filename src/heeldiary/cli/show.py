"""`heeldiary show`, `list` and `search`: printing entries."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, time, timedelta
from itertools import groupby

from heeldiary.cli.coin import coin_lines
from heeldiary.cli.context import CommandContext
from heeldiary.cli.parser import Arguments, Parser, whole_number
from heeldiary.domain.days import FIRST_DAY, Span, diary_day, long_day
from heeldiary.domain.entries import TYPES, Care, Entry, format_time
from heeldiary.domain.entry_text import format_facts, format_lasting
from heeldiary.domain.entry_to_json import entry_to_json
from heeldiary.domain.scales import parse_foot
from heeldiary.domain.tag_text import format_tags
from heeldiary.domain.tags import all_tags, has_tags
from heeldiary.domain.text import matches
from heeldiary.domain.weeks.next_morning_text import format_note
from heeldiary.errors import BadInput, did_you_mean
from heeldiary.store.diary import Diary
from heeldiary.store.entries.ids import short_ids
from heeldiary.store.file.salvage import Unreadable, format_unreadable
from heeldiary.store.lasting_care import load_lasting_care
from heeldiary.store.weeks.next_morning import load_next_mornings

_INDENT = " " * 4
_FIRST_LOOK_DAYS = 90
_MOST_UNREADABLE = 200  # listed one by one


_LATE = "(late) marks what was logged more than 36 hours after its day began; Links leaves such mornings out."


def run(name: str, argv: Sequence[str], context: CommandContext) -> None:
    """Print one day or many."""
    arguments = parser(name).read(argv, context.out)
    with context.reading() as diary:
        if name == "show":
            _show(arguments, diary, context)
        elif name == "search":
            if not _list(arguments, diary, context, lambda entry: has_words(entry, arguments.text)):
                _offer_list(arguments.text, context)
        else:
            tags = all_tags(arguments.tag or ())
            foot = arguments.foot
            _list(
                arguments, diary, context,
                lambda entry: has_tags(entry.tags, tags) and foot in (None, _foot_of(entry)),
                arguments.most,
            )  # fmt: skip


def parser(name: str) -> Parser:
    """Return the parser of a command."""
    if name == "show":
        parser = Parser(
            name,
            f"Show everything logged on one day.\n{_LATE}",
            "  heeldiary show\n  heeldiary show yesterday\n  heeldiary show last mon",
        )
        parser.add_argument(
            "day", metavar="DAY", nargs="*", default=["today"], help="2026-11-22, 22 nov, yesterday, mon, 3d"
        )
        return parser
    if name == "search":
        parser = Parser(
            name,
            "List the entries whose note, tags, kind or course have all of these words, in any case.",
            '  heeldiary search insoles\n  heeldiary search "new shoes" --json',
        )
        parser.add_argument("text", metavar="TEXT", nargs="+", help="a word or some")
        add_range(parser)
        return parser
    parser = Parser(
        name,
        f"List the entries by day and time, with the ids for edit and delete.\n{_LATE}",
        "  heeldiary list --from mon\n  heeldiary list --type pain --json\n  heeldiary list --tag rain --last 5",
    )
    add_range(parser)
    parser.add_argument("--tag", metavar="WORD", action="append", help="only entries with this tag; repeat for more")
    parser.add_argument("-f", "--foot", metavar="F", type=parse_foot, help="only entries of this foot: left or right")
    parser.add_argument("--last", dest="most", metavar="N", type=whole_number(1, 100_000, "entries"),
                        help="only the latest N")  # fmt: skip
    return parser


def add_range(parser: Parser) -> None:
    """Add the options --from, --to and --type."""
    parser.add_argument("--from", dest="first", metavar="DAY", help="the first day (default: the diary's first)")
    parser.add_argument("--to", dest="last", metavar="DAY", help="the last day (default: today)")
    parser.add_argument("--type", metavar="T", help=", ".join(TYPES))


def chosen(
    arguments: Arguments, diary: Diary, context: CommandContext, unreadable: list[Unreadable]
) -> Iterator[Entry]:
    """Yield the entries chosen by --from, --to and --type; unreadable ones are added to `unreadable`."""
    return diary.readable(_chosen_days(arguments, diary, context), unreadable, _chosen_types(arguments))


def _chosen_days(arguments: Arguments, diary: Diary, context: CommandContext) -> Span:
    first, last = context.day(diary, arguments.first), context.day(diary, arguments.last)
    if first and last and first > last:
        raise BadInput("--from is after --to", "give the earlier day to --from")
    return Span(first or FIRST_DAY, last or date.max)


def _chosen_types(arguments: Arguments) -> Sequence[str]:
    if arguments.type is not None and arguments.type not in TYPES:
        remedy = f"the types are {', '.join(TYPES)}; a kind such as walking is found by heeldiary search walking"
        remedy = did_you_mean(arguments.type, TYPES, remedy)
        raise BadInput("there is no such type of entry", remedy)
    return (arguments.type,) if arguments.type else (*TYPES,)


def name_unreadable(context: CommandContext, unreadable: Sequence[Unreadable]) -> None:
    """List the unreadable entries after all others; raises Refused if there are any."""
    if unreadable:
        context.out.flush()
        for entry in unreadable[:_MOST_UNREADABLE]:
            context.say(f"cannot be read: {entry.key}, {entry.day}".rstrip(", "))
        if len(unreadable) > _MOST_UNREADABLE:
            context.say(f"cannot be read: {len(unreadable) - _MOST_UNREADABLE:,} more")
        raise format_unreadable(unreadable)


def _show(arguments: Arguments, diary: Diary, context: CommandContext) -> None:
    day = context.day(diary, " ".join(arguments.day))
    assert day is not None, "the day has a default"
    unreadable: list[Unreadable] = []
    entries = list(diary.readable(Span(day, day), unreadable))
    if context.options.json:
        context.print_json({"day": day.isoformat(), "entries": [entry_to_json(entry) for entry in entries]})
        name_unreadable(context, unreadable)
        return
    _print_day(context, diary, diary.settings().day_start, day, entries)
    lasting = load_lasting_care(diary, Span(day, day))
    for entry in lasting:
        context.print(f"{_INDENT}{format_lasting(entry)}")
    if not entries and not lasting and not unreadable:
        context.print(f"{_INDENT}nothing logged")
    for note in load_next_mornings(diary, day):
        context.print(f"{_INDENT}{format_note(note)}")
    context.print(*coin_lines(diary, day))
    name_unreadable(context, unreadable)


def _list(
    arguments: Arguments,
    diary: Diary,
    context: CommandContext,
    is_wanted: Callable[[Entry], bool],
    most: int | None = None,
) -> bool:
    """Print the wanted entries of some days, the latest `most`; return False if a diary with entries has none."""
    unreadable: list[Unreadable] = []
    entries: Iterable[Entry] = (
        filter(is_wanted, chosen(arguments, diary, context, unreadable))
        if most is None
        else _latest(arguments, diary, context, unreadable, is_wanted, most)
    )
    if context.options.json:
        for entry in entries:
            context.print_json(entry_to_json(entry))
        name_unreadable(context, unreadable)
        return True
    day, day_start = None, diary.settings().day_start
    for day, of_day in groupby(entries, key=lambda entry: entry.day):
        _print_day(context, diary, day_start, day, list(of_day))
    name_unreadable(context, unreadable)
    is_empty = not diary.first_day()
    if day is None:
        context.say("The diary is empty: heeldiary log 6" if is_empty else "The diary has no such entries.")
    return is_empty or day is not None


def _offer_list(words: Sequence[str], context: CommandContext) -> None:
    """Say how to list what words mean that no search finds: a foot, a moment or a type of entry."""
    from heeldiary.cli.guesses import list_of  # only for what is not found

    meant = list_of(" ".join(words).split())
    if meant:
        context.say(f"Search reads notes, tags, kinds and courses. Did you mean `{meant}`?")


def _latest(
    arguments: Arguments,
    diary: Diary,
    context: CommandContext,
    unreadable: list[Unreadable],
    is_wanted: Callable[[Entry], bool],
    most: int,
) -> list[Entry]:
    """Return the latest wanted entries, read backwards in ever longer spans: a long diary is seldom read whole."""
    span, types, days = _chosen_days(arguments, diary, context), _chosen_types(arguments), _FIRST_LOOK_DAYS
    start, end = min(span.last, diary.today()), span.last
    entries: list[Entry] = []
    while end >= span.first and len(entries) < most:
        start = max(span.first, start - timedelta(days=min(days, (start - FIRST_DAY).days)))
        entries = [*filter(is_wanted, diary.readable(Span(start, end), unreadable, types)), *entries]
        end, days = start - timedelta(days=1), 4 * days
    return entries[-most:]


def _foot_of(entry: Entry) -> str | None:
    """Return the foot of an entry; of care that of its guided session."""
    fact = (entry.fact.session or entry.fact) if isinstance(entry.fact, Care) else entry.fact
    return getattr(fact, "foot", None)


def has_words(entry: Entry, words: Sequence[str]) -> bool:
    """Return whether all words are in an entry's note, tags, kind or course."""
    own = (getattr(entry.fact, name, None) or "" for name in ("kind", "course"))
    text = "\n".join((entry.note, *(f"#{tag}" for tag in entry.tags), *own))
    return all(matches(word, text) for word in words)


def _print_day(context: CommandContext, diary: Diary, day_start: time, day: date, entries: Sequence[Entry]) -> None:
    context.print(long_day(day))
    ids = short_ids(diary, entries)
    width = max((len(ids[entry.id]) for entry in entries), default=0)
    for entry in entries:
        text = f"{format_facts(entry.fact)}  {format_tags(entry.tags)}".rstrip()
        late = "  (late)" if entry.late else ""
        context.print(f"{_INDENT}{ids[entry.id]:{width}}  {_hour(entry, day_start):5}  {text}{late}")
        for line in entry.note.splitlines():
            context.print(f"{_INDENT}{' ' * width}         {line}")


def _hour(entry: Entry, day_start: time) -> str:
    """Return the entry's time of day, else when it was written; empty if that was another day."""
    if entry.time_of_day is not None:
        return format_time(entry.time_of_day)
    written = entry.at.replace(tzinfo=None)
    return format_time(written) if diary_day(written, day_start) == entry.day else ""
