"""`heeldiary tags`: listing, renaming, merging and removing tags."""

from collections.abc import Sequence

from heeldiary.cli.context import CommandContext
from heeldiary.cli.parser import Parser
from heeldiary.domain.entry_to_json import entry_to_json
from heeldiary.domain.tag_text import (
    NONE,
    format_entry_count,
    format_tags,
    merge_question,
    use_line,
)
from heeldiary.domain.tags import parse_tag
from heeldiary.errors import BadWord, did_you_mean
from heeldiary.store.action import UndoStep
from heeldiary.store.diary import Diary
from heeldiary.store.entries.tags import check_used, remove_tags, rename, tag_uses

WHATS = ("rename", "merge", "delete")
"""The subcommands of `heeldiary tags`."""


def run(name: str, argv: Sequence[str], context: CommandContext) -> None:
    """List the tags, or rename or merge some."""
    if argv and argv[0] in WHATS:
        what, *rest = argv
        arguments = parser(f"{name} {what}").read(rest, context.out)
        if what == "delete":
            _delete([parse_tag(tag) for tag in arguments.tags], context)
            return
        olds = [arguments.old] if what == "rename" else arguments.olds
        _rename([parse_tag(old) for old in olds], parse_tag(arguments.new), what == "merge" or arguments.merge, context)
        return
    if argv and not argv[0].startswith("-"):
        remedy = did_you_mean(argv[0], WHATS, f"subcommands: {', '.join(WHATS)}; alone it lists them")
        wrong = "`heeldiary tags` cannot do"
        raise BadWord(f"{wrong} that", remedy, argv[0], f"{wrong} {{}}")
    _list(parser(name).read(argv, context.out).words, context)


def parser(name: str) -> Parser:
    """Return the parser of `tags`, `tags rename` or `tags merge`."""
    match name:
        case "tags rename":
            about = "Rename a tag on every entry at once. `heeldiary undo` takes it back in one step."
            parser = Parser(name, about, "  heeldiary tags rename rain wet\n  heeldiary tags rename wett wet --merge")
            parser.add_argument("old", metavar="OLD", help="the tag")
            parser.add_argument("new", metavar="NEW", help="its new name")
            parser.add_argument(
                "--merge", action="store_true", help="even if NEW is in use already: the two become one"
            )
        case "tags merge":
            about = "Merge several tags into one on every entry at once. `heeldiary undo` takes it back in one step."
            parser = Parser(name, about, "  heeldiary tags merge raining drizzle rain")
            parser.add_argument("olds", metavar="OLD", nargs="+", help="the tags that go")
            parser.add_argument("new", metavar="INTO", help="the tag that stays")
        case "tags delete":
            about = (
                "Take tags off every entry. A note that is nothing but these tags goes; `heeldiary undo` takes it back."
            )
            parser = Parser(name, about, "  heeldiary tags delete tmp")
            parser.add_argument("tags", metavar="TAG", nargs="+", help="the tags that go")
        case _:
            parser = Parser(
                name,
                "List the tags of the diary, most used first. Add one with --tag in `log` and `edit`, or # in the "
                f"app.\nSubcommands: {', '.join(WHATS)}.",
                "  heeldiary tags\n  heeldiary tags rename rain wet",
            )
            parser.add_argument("--words", action="store_true", help="only the tags, one per line")
    return parser


def _list(bare: bool, context: CommandContext) -> None:
    with context.reading() as diary:
        uses = tag_uses(diary)
    if context.options.json:
        context.print_json([use._asdict() for use in uses])
        return
    if bare:
        context.print(*(use.tag for use in uses))
        return
    width = max((len(format_tags([use.tag])) for use in uses), default=0)
    context.print(*(use_line(use, width) for use in uses))
    if not uses:
        context.say(NONE)


def _delete(tags: Sequence[str], context: CommandContext) -> None:
    with context.reading() as diary:  # without a diary there is no tag: none is created
        has_entries = diary.first_day() is not None
    with context.writing() if has_entries else context.reading() as diary:
        step = remove_tags(diary, tags)
    _tell(step, context)


def _rename(olds: Sequence[str], new: str, merge: bool, context: CommandContext) -> None:
    with context.reading() as diary:  # without a diary there is nothing to rename: none is created
        number = next((use.entries for use in tag_uses(diary) if use.tag.casefold() == new.casefold()), 0)
        has_entries = diary.first_day() is not None
        if merge and len(olds) > 1 and olds[-1].casefold() == "into" and not _is_used(diary, olds[-1]):
            olds = olds[:-1]  # `merge job into travel`
        check_used(diary, olds)  # before the question
    if number and not merge and context.interactive and new.casefold() not in [old.casefold() for old in olds]:
        merge = context.ask(merge_question(new, number), ("yes", "no")) == "yes"
    with context.writing() if has_entries else context.reading() as diary:
        step = rename(diary, olds, new, merge)
    _tell(step, context)


def _is_used(diary: Diary, tag: str) -> bool:
    return any(use.tag.casefold() == tag.casefold() for use in tag_uses(diary))


def _tell(step: UndoStep, context: CommandContext) -> None:
    with context.done():
        if context.options.json:
            context.print_json({"what": step.what, "entries": [entry_to_json(entry) for entry in step.touched]})
        else:
            context.print(f"Done: {step.what}, on {format_entry_count(len(step.touched))}")
