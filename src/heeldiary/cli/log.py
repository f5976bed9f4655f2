"""`heeldiary log`: log an entry."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial

from heeldiary.cli.context import CommandContext
from heeldiary.cli.feet import resolve_feet, scores, unknown_first
from heeldiary.cli.log_options import OTHERS, parser
from heeldiary.cli.parser import Arguments
from heeldiary.domain import text
from heeldiary.domain.durations import join_durations, may_be_hours
from heeldiary.domain.entries import (
    USUAL_ACTIVITIES,
    USUAL_CARE,
    Activity,
    Care,
    Entry,
    Fact,
    Massage,
    MassageStep,
    Note,
    Sitting,
    check,
    check_time_of_day,
    usual_activity,
    whole_massage,
)
from heeldiary.domain.entry_text import format_just_typed, format_sat_in_all, format_when
from heeldiary.domain.entry_to_json import entry_to_json
from heeldiary.domain.scales import feet_of
from heeldiary.errors import BadInput
from heeldiary.store.diary import Diary
from heeldiary.store.recording import Saved, log
from heeldiary.store.replacing import WhichMorning, apply_answer

_USUAL: Mapping[str, Sequence[str]] = {"activity": USUAL_ACTIVITIES, "care": USUAL_CARE}
_LIKELY_MINUTES: Mapping[str, range] = {
    "sitting": range(13, 1441), "activity": range(300), "massage": range(60), "care": range(181),
    "standing": range(13, 1441), "medicine": range(0), "insoles": range(13, 1441), "night-splint": range(13, 1441),
    "footwear": range(13, 1441),
}  # fmt: skip
"""By type or kind, the bare numbers of minutes that are seldom meant otherwise."""


def run(name: str, argv: Sequence[str], context: CommandContext) -> None:
    """Log what the arguments say."""
    first = argv[0] if argv else ""
    kind = first if first in OTHERS else ""
    if kind and kind != "note":
        argv = join_durations(argv)
    if not kind and first[:1].isalpha() and not feet_of(first):
        raise unknown_first(argv)
    arguments = parser(f"{name} {kind}".strip()).read(argv[1:] if kind else argv, context.out)
    if not kind and (not arguments.words or not argv or argv[0] != arguments.words[0]):
        raise BadInput(
            "log must start with a score, a foot or a type of entry", "try heeldiary log 6, or heeldiary log --help"
        )
    with context.reading(before_writing=True) as diary:  # find errors before a new diary is created
        note = None if arguments.note is None else _clean_note(context, context.text(arguments.note))
        day = context.day(diary, arguments.day)
        time_of_day = context.time(arguments.time)
        if kind:
            facts, settings = _other_facts(kind, arguments, diary, context)
        else:
            facts, settings = scores(arguments, diary, context)
        tags = _tags(arguments.tag)
        on = day or diary.today()
        check_time_of_day(on, time_of_day, diary.now())
        for fact in facts:
            check(fact, on, note or "", tags)
    with context.writing() as diary:
        save = partial(log, diary, note=note, settings=settings, tags=tags, time_of_day=time_of_day)
        saved = _log(context, save, facts, day, getattr(arguments, "replace", False))
        in_all = format_sat_in_all(saved.entries[0], diary.on(on)) if kind == "sitting" else ""
    with context.done():
        _echo(context, saved, in_all)
    minutes = arguments.duration if kind in _LIKELY_MINUTES else None
    likely = _LIKELY_MINUTES.get(getattr(saved.entries[0].fact, "kind", ""), _LIKELY_MINUTES.get(kind, ()))
    typed = {word.replace(" ", "") for word in argv}
    if minutes is not None and minutes not in likely and {str(minutes), f"{minutes}m"} & typed:
        from heeldiary.cli.offered_amounts import offer_amount  # most amounts are likely ones

        offer_amount(context, saved.entries[0], minutes, argv)
    longest = str(arguments.longest) if kind == "sitting" else ""
    if may_be_hours(longest) and {longest, f"--longest={longest}"} & {*argv}:
        context.say(f"for {longest} hours without standing up: heeldiary edit last --longest {longest}h")
    if arguments.day and arguments.day.isdigit():
        from heeldiary.cli.offered_days import offer_days_ago  # most days are words or dates

        offer_days_ago(context, arguments.day, on)
    if tags:
        from heeldiary.cli.offered_tags import offer_near_tags  # most entries have no tags

        offer_near_tags(context, saved.entries)
    if kind == "note" and note and arguments.day is None:
        from heeldiary.cli.offered_days import offer_day_of_note  # only of a note

        offer_day_of_note(context, note)
    if note and "#" in note:
        from heeldiary.cli.offered_tags import offer_tags  # most notes have no #

        offer_tags(context, saved.entries[0])
    if isinstance(saved.entries[0].fact, Activity | Care) and saved.entries[0].fact.kind not in _USUAL[kind]:
        from heeldiary.cli.offered_kinds import offer_kind  # most kinds are the usual ones

        has_options = any(word.startswith("-") for word in argv)
        offer_kind(context, saved.entries[0], "heeldiary undo", ", with the same options" * has_options)
    if kind == "care":
        from heeldiary.cli.offered_courses import offer_course, report_renumbering  # care alone

        report_renumbering(context, saved.entries[0])
        offer_course(context, saved.entries[0])


def _log(
    context: CommandContext, save: Callable[..., Saved], facts: Sequence[Fact], day: date | None, replace: bool
) -> Saved:
    """Log the facts with `save`. If it is unclear which morning is meant, ask; raises WhichMorning if unanswered."""
    try:
        return save(facts, day=day, replace=replace)
    except WhichMorning as unsure:
        from heeldiary.cli.which_morning import ask  # not needed when nothing is unclear

        answer = ask(context, unsure.question) if context.interactive else None
        if answer is None:
            raise
        facts, day = apply_answer(unsure.question, answer, facts)
        return save(facts, day=day)


def _other_facts(
    kind: str, arguments: Arguments, diary: Diary, context: CommandContext
) -> tuple[Sequence[Fact], dict[str, str]]:
    """Return the facts for any type of entry but pain, and the settings to save with them."""
    match kind:
        case "activity":
            if arguments.duration == 0 and not arguments.steps:
                raise BadInput("an activity has at least a minute, or steps", "as in: heeldiary walk 45")
            name = text.clean_name(arguments.kind, "a kind")
            return [Activity(usual_activity(name), arguments.duration, arguments.steps, arguments.surface)], {}
        case "sitting":
            return [Sitting(arguments.duration, arguments.longest)], {}
        case "massage":
            steps = _massage_steps(arguments)
            feet, settings = resolve_feet(arguments.foot, diary, context)
            return [
                Massage(foot, steps, score_before=arguments.before, score_after=arguments.after) for foot in feet
            ], settings
        case "care":
            if arguments.visits is not None and arguments.course is None:
                raise BadInput("--visits is the length of a course, but no course is given", "add --course NAME")
            course = None if arguments.course is None else text.clean_name(arguments.course, "a course")
            return [
                Care(
                    text.clean_name(arguments.kind, "a kind"),
                    arguments.duration,
                    course,
                    course_visits=arguments.visits,
                    until=_until(arguments.until, diary, context.day(diary, arguments.day)),
                )
            ], {}
        case _:
            return [Note()], {}


def _until(typed: str | None, diary: Diary, since: date | None) -> date | None:
    if typed is None:
        return None
    from heeldiary.domain.typed_days import parse_coming_day  # most care lasts only one day

    return parse_coming_day(typed, diary.today(), since or diary.today())


def _massage_steps(arguments: Arguments) -> tuple[MassageStep, ...]:
    """Return the points in the order given, or the total time split into steps if no points are given."""
    points: list[MassageStep] = arguments.points or []
    if not arguments.duration and not points:
        raise BadInput(
            "a massage needs a duration or points",
            "try heeldiary log massage 5m, or heeldiary log massage --ki1 90s --calf 3m",
        )
    if arguments.duration is not None and points:
        raise BadInput("a massage has either one duration or points, not both", "leave out the duration or the points")
    names = [step.point for step in points]
    if len({*names}) < len(names):
        raise BadInput("a point was given twice", "give each point once, with its total time")
    return tuple(points) or whole_massage(arguments.duration * 60)


def _clean_note(context: CommandContext, typed: str) -> str:
    """Return the note without control characters; if any were left out, say how many."""
    cleaned, left_out = text.clean_note(typed), text.clean(typed)[1]
    if left_out:
        context.say(f"{left_out} control character{'s' * (left_out > 1)} left out of the note")
    return cleaned


def _echo(context: CommandContext, saved: Saved, in_all: str) -> None:
    if context.options.json:
        shapes = [entry_to_json(entry) for entry in saved.entries]
        context.print_json(shapes if len(shapes) > 1 else shapes[0])
        return
    for entry, was in zip(saved.entries, saved.was, strict=True):
        context.print(f"{_line(entry, was)}{in_all}")


def _line(entry: Entry, was: int | None) -> str:
    replaced = "" if was is None else f" (was {was})"
    return f"Saved: {format_just_typed(entry)}{replaced}, {format_when(entry)}{_tag_signs(entry)}"


def _tag_signs(entry: Entry) -> str:
    if not entry.tags:
        return ""
    from heeldiary.domain.tag_text import format_tags  # most entries have none

    return f" {format_tags(entry.tags)}"


def _tags(typed: Sequence[str] | None) -> tuple[str, ...]:
    if not typed:
        return ()
    from heeldiary.domain.tags import all_tags

    return all_tags(typed)
