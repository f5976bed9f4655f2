"""`heeldiary edit`, `delete`, `undo` and `redo`."""

import os
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from heeldiary.cli.context import CommandContext
from heeldiary.cli.edit_fields import ANY, FIELDS, options_of
from heeldiary.cli.offered_edit import ID_LETTERS
from heeldiary.cli.parser import Arguments, Parser, whole_number
from heeldiary.domain import text
from heeldiary.domain.areas import parse_areas
from heeldiary.domain.durations import parse_minutes, parse_point_seconds
from heeldiary.domain.entries import (
    MOST_WALKED_STEPS,
    Activity,
    Care,
    Entry,
    Massage,
    MassageStep,
    Note,
    Pain,
    usual_activity,
)
from heeldiary.domain.entry_text import POINT_WORDS, format_entry, format_facts
from heeldiary.domain.entry_to_json import entry_to_json
from heeldiary.domain.restored import Restored, format_present
from heeldiary.domain.scales import parse_foot, parse_moment, parse_score, parse_surface
from heeldiary.errors import BadInput, Refused
from heeldiary.store.diary import SHORTEST_START, Diary
from heeldiary.store.recording import CHANGE_OF, delete, edit, edit_together, format_entries

_OPTIONS: tuple[tuple[str, str, Callable[[str], Any], str], ...] = (
    ("score", "N", parse_score, "pain: the score, 0-10"),
    ("foot", "F", parse_foot, "pain, massage, sore: left or right"),
    ("areas", "AREAS", parse_areas, "sore: all its areas, as in: heel-inner,arch"),
    ("moment", "M", parse_moment, "pain: first-step, average, worst, night, after-sitting or after-activity"),
    ("kind", "K", lambda typed: text.clean_name(typed, "a kind"), "activity, care: the kind"),
    ("minutes", "DURATION", parse_minutes, "activity, sitting, care: how long"),
    ("steps", "N", whole_number(0, MOST_WALKED_STEPS, "steps"), "activity: steps walked"),
    ("surface", "S", parse_surface, "activity: soft, hard or mixed"),
    ("longest", "DURATION", parse_minutes, "sitting: longest stretch"),
    ("before", "N", parse_score, "massage: pain before, 0-10"),
    ("after", "N", parse_score, "massage: pain after, 0-10"),
    ("course", "NAME", lambda typed: typed and text.clean_name(typed, "a course"), "care: the course; '' for none"),
    ("visits", "N", whole_number(1, 999, "visits"), "care: the visits planned in the course"),
    ("until", "DAY", lambda typed: "" if typed.lower() == "none" else typed, "care: the last of several days, or none"),
)
_SHORT = {"foot": "-f", "moment": "-m"}


_MOST_NAMED = 2
"""The most deleted entries that are named one by one: both feet's of one command."""
_ABOUT_ID = "the first 4 or more characters of the id that `heeldiary list` shows, or `last`"


def run(name: str, argv: Sequence[str], context: CommandContext) -> None:
    """Edit, delete, undo or redo."""
    arguments = parser(name).read(argv, context.out)
    # Without a diary there is nothing to change: none is created.
    with context.writing() if os.path.lexists(context.places.diary) else context.reading() as diary:
        {"edit": _edit, "delete": _delete, "undo": _undo, "redo": _redo}[name](arguments, diary, context)


def parser(name: str) -> Parser:
    """Return the parser of a command."""
    if name == "undo":
        about = "Undo the last change made by a command or in the app. Repeat it to go further back."
        return _with_times(Parser(name, about, "  heeldiary undo\n  heeldiary undo 3"), "undo")
    if name == "redo":
        about = "Redo the last undo if nothing has changed since. Repeat it to redo more."
        return _with_times(Parser(name, about, "  heeldiary redo\n  heeldiary redo 3"), "redo")
    if name == "delete":
        parser = Parser(
            name,
            "Delete entries; all or none. `heeldiary undo` brings them back in one step.",
            "  heeldiary delete kx3f\n  heeldiary delete kx3f 7m2a",
        )
        parser.add_argument("ids", metavar="ID", nargs="+", help=_ABOUT_ID)
        return parser
    parser = Parser(
        name,
        "Change an entry; the time it was logged stays. Its type decides which options apply.",
        "  heeldiary edit last --score 5\n  heeldiary edit kx3f --day yesterday --note ''",
    )
    parser.add_argument("id", metavar="ID", help=_ABOUT_ID)
    for option, metavar, kind, about in _OPTIONS:
        short = [_SHORT[option]] if option in _SHORT else []
        parser.add_argument(*short, f"--{option}", metavar=metavar, type=kind, help=about)
    for point in POINT_WORDS:
        parser.add_argument(f"--{point}", metavar="D", help="massage: 90s, 1m30s or minutes; '' takes the point out")
    parser.add_argument("-d", "--day", metavar="DAY", help="any: the day it belongs to")
    parser.add_argument("--time", metavar="HH:MM", help="any: the time of day it happened; '' for none")
    parser.add_argument("-n", "--note", metavar="TEXT", help="any: the note; '' clears it, - reads stdin")
    parser.add_argument("--tag", metavar="WORD", action="append", help="any: one more tag")
    parser.add_argument("--untag", metavar="WORD", action="append", help="any: remove a tag")
    return parser


def _with_times(parser: Parser, what: str) -> Parser:
    """Add the argument N, the number of changes."""
    parser.add_argument(
        "times", metavar="N", nargs="?", type=whole_number(1, 999, "changes"), default=1, help=f"changes to {what}"
    )
    return parser


def _edit(arguments: Arguments, diary: Diary, context: CommandContext) -> None:
    from heeldiary.domain.tag_text import format_tags  # not needed for undo

    entries = _find(diary, arguments.id)
    if len(entries) > 1:
        _check_fits_all(arguments, diary, entries)
    if arguments.note is not None:
        arguments.note = context.text(arguments.note)
    wanted = [_changed(entry, arguments, diary, context) for entry in entries]
    changed = edit_together(diary, entries, wanted) if len(entries) > 1 else edit(diary, entries[0], wanted[0]).entries
    with context.done():
        if context.options.json:
            shapes = [entry_to_json(entry) for entry in changed]
            context.print_json(shapes if len(shapes) > 1 else shapes[0])
        else:
            context.print(*(f"Changed: {format_entry(entry)} {format_tags(entry.tags)}".rstrip() for entry in changed))
    if arguments.kind is not None:
        from heeldiary.cli.offered_kinds import offer_kind  # kinds are rarely changed

        rest = f" --day {changed[0].day}{', with its note' * bool(changed[0].note)}"
        offer_kind(context, changed[0], f"heeldiary delete {changed[0].id[:ID_LETTERS]}", rest)
    if arguments.course:
        from heeldiary.cli.offered_courses import offer_course  # courses are rarely changed

        offer_course(context, changed[0])
    if arguments.tag:
        from heeldiary.cli.offered_tags import offer_near_tags  # tags are rarely added

        offer_near_tags(context, changed)


def _check_fits_all(arguments: Arguments, diary: Diary, entries: Sequence[Entry]) -> None:
    """Refuse an option that belongs to one entry if several were saved last, and name them."""
    if all(value is None or name in ("id", *ANY) for name, value in vars(arguments).items()):
        return
    from heeldiary.store.entries.last import format_last  # rarely needed

    saved = format_last(diary, entries)
    options = ", ".join(f"--{name}" for name in ANY)
    raise BadInput(f"{len(entries)} entries were saved last: {saved}", f"give one id; the pair takes only {options}")


def _changed(entry: Entry, arguments: Arguments, diary: Diary, context: CommandContext) -> Entry:
    """Return the entry changed by the options."""
    given = {name: value for name, value in vars(arguments).items() if value is not None and name != "id"}
    if not given:
        raise BadInput("there is nothing to change", "`heeldiary edit --help` lists what can be changed")
    fields = FIELDS[entry.type]
    if foreign := [name for name in given if name not in options_of(entry)]:
        from heeldiary.cli.meant_edit import foreign_option  # only for refusals

        raise foreign_option(entry, foreign[0])
    day = context.day(diary, arguments.day) or entry.day
    values = {fields[name]: value for name, value in given.items() if name in fields}
    if entry.type == "activity" and "kind" in values:
        values["kind"] = usual_activity(values["kind"])
    if arguments.until:
        from heeldiary.domain.typed_days import parse_coming_day  # not needed for undo

        values["until"] = parse_coming_day(arguments.until, diary.today(), day)
    values |= {field: None for field in ("course", "until") if values.get(field) == ""}
    fact = entry.fact._replace(**values)
    if isinstance(fact, Activity) and fact.minutes == 0 and not fact.steps and fact != entry.fact:
        raise BadInput("an activity has at least a minute, or steps", "`heeldiary delete` deletes the entry")
    if isinstance(fact, Care) and fact.course is None:
        if arguments.visits is not None:
            raise BadInput("--visits is the length of a course, but the entry has none", "add --course NAME")
        fact = fact._replace(visit=None, course_visits=None)
    if isinstance(fact, Massage):
        fact = fact._replace(steps=_steps(fact, {name: given[name] for name in POINT_WORDS if name in given}))
    note = entry.note if arguments.note is None else text.clean_note(arguments.note)
    tags = _tags(entry, arguments)
    if isinstance(fact, Note) and not note and not tags:
        raise BadInput("the note would be empty", "`heeldiary delete` deletes it")
    time_of_day = context.time(arguments.time or None) if arguments.time is not None else entry.time_of_day
    return entry._replace(day=day, note=note, fact=fact, tags=tags, time_of_day=time_of_day)


def _steps(massage: Massage, typed: Mapping[str, str]) -> tuple[MassageStep, ...]:
    """Return a massage's points with some times changed, added or taken out; what was felt stays."""
    if not typed:
        return massage.steps
    from heeldiary.domain.massage_times import changed_steps  # not needed for undo

    seconds = {point: parse_point_seconds(time) if time else None for point, time in typed.items()}
    steps = changed_steps(() if massage.is_whole else massage.steps, seconds)
    if not steps:
        raise BadInput("the massage would have no points", "`heeldiary delete` deletes it")
    return steps


def _tags(entry: Entry, arguments: Arguments) -> tuple[str, ...]:
    """Return the entry's tags after --tag and --untag."""
    if arguments.tag is None and arguments.untag is None:
        return entry.tags
    from heeldiary.domain.tags import all_tags, has_tags, without_tags

    gone = all_tags(arguments.untag or ())
    if not has_tags(entry.tags, gone):
        raise BadInput("the entry has no such tag", "`heeldiary list` shows its tags")
    return without_tags(text.each_once((*entry.tags, *all_tags(arguments.tag or ()))), gone)


def _delete(arguments: Arguments, diary: Diary, context: CommandContext) -> None:
    entries = [*{entry.id: entry for id_ in _ids(arguments.ids) for entry in _find(diary, id_)}.values()]
    touched = delete(diary, *entries)
    named = "; ".join(map(format_entry, entries)) if len(entries) <= _MOST_NAMED else format_entries(entries)
    _tell(context, "Deleted", named, touched)


def _find(diary: Diary, typed: str) -> list[Entry]:
    """Return the entry with the typed id, or the last one; both feet's if one command saved them."""
    if typed.lower() != "last":
        return [diary.find(typed)]
    from heeldiary.store.entries.last import find_last_entries  # most are found by their id

    return find_last_entries(diary)


def _ids(typed: Sequence[str]) -> list[str]:
    """Return the ids, splitting words like `kx3f,7m2a`; refuse a number of the last ones."""
    for last, number in pairwise(typed):
        if last.lower() == "last" and number.isdecimal() and len(number) < SHORTEST_START:
            raise BadInput(
                "last is only what was saved last",
                "`heeldiary undo` goes back change by change; `heeldiary show DAY` has the ids of a day's entries",
            )
    return [part for word in typed for part in word.rstrip(",").split(",")]


def _undo(arguments: Arguments, diary: Diary, context: CommandContext) -> None:
    _check_times(arguments.times, diary.undoable(), "undone")
    for _ in range(arguments.times):
        undone = diary.undo()
        _tell(context, "Undone", undone.what, undone.entries, _standing(undone))


def _check_times(times: int, possible: int, done: str) -> None:
    """Refuse more changes than there are, before any of them."""
    if 0 < possible < times:
        changes = "change" if possible == 1 else "changes"
        raise Refused(
            f"only {possible} {changes} can be {done}", f"nothing was changed; give a number up to {possible}"
        )


def _standing(undone: Restored) -> str:
    """Return the scores that stand again if the undone ones had replaced them, or a setting; else ""."""
    if not undone.entries:
        return format_present(undone)
    facts = [format_facts(entry.fact) for entry in undone.entries if isinstance(entry.fact, Pain)]
    was_logged = not undone.what.startswith("the ")  # and neither changed nor deleted
    replaced = any((was_logged or text not in undone.what) and text.rpartition(",")[0] in undone.what for text in facts)
    return format_present(undone) if replaced and undone.present else ""


def _standing_again(redone: Restored) -> str:
    """Return what stands now if an entry was changed, whose description names what it was; or a setting; else ""."""
    is_change = redone.what.startswith(CHANGE_OF) and redone.present
    return format_present(redone) if is_change or not redone.entries else ""


def _redo(arguments: Arguments, diary: Diary, context: CommandContext) -> None:
    _check_times(arguments.times, diary.redoable(), "redone")
    for _ in range(arguments.times):
        redone = diary.redo()
        _tell(context, "Redone", redone.what, redone.entries, _standing_again(redone))


def _tell(context: CommandContext, done: str, what: str, entries: Sequence[Entry], standing: str = "") -> None:
    with context.done():
        if context.options.json:
            context.print_json({"what": what, "entries": [entry_to_json(entry) for entry in entries]})
        else:
            context.print(f"{done}: {what}", *filter(None, [standing]))
