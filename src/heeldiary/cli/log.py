"""`heeldiary log`: log an entry."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from heeldiary.cli.context import CommandContext
from heeldiary.cli.feet import resolve_feet, scores, unknown_first
from heeldiary.cli.parser import Arguments, Parser, whole_number
from heeldiary.domain import text
from heeldiary.domain.durations import parse_minutes, parse_point_seconds
from heeldiary.domain.entries import (
    MOST_WALKED_STEPS,
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
    whole_massage,
)
from heeldiary.domain.entry_text import POINT_WORDS, format_facts, format_when
from heeldiary.domain.entry_to_json import entry_to_json
from heeldiary.domain.scales import feet_of, parse_score, parse_surface, the_one_starting
from heeldiary.errors import BadInput
from heeldiary.store.diary import Diary
from heeldiary.store.recording import Saved, log
from heeldiary.store.replacing import WhichMorning, apply_answer

OTHERS = ("activity", "sitting", "massage", "care", "note")

_EXAMPLES = {
    "": """\
  heeldiary log 6                          this morning's first steps
  heeldiary log 6 4                        both feet: left 6, right 4; or: log left 6 right 4
  heeldiary log both 6                     the same score for both
  heeldiary log 4 --moment after-sitting   getting up from a chair
  heeldiary log 5 --day yesterday -n "short night"
everything else, each with its own --help:
  heeldiary log activity walking 45m --steps 6200 --surface hard
  heeldiary log sitting 6h30 --longest 1h40
  heeldiary log massage --foot left --ki1 90s --shimian 90s --before 6 --after 4
  heeldiary log care acupuncture --course "spring" --visits 12
  heeldiary log note "new insoles today\"""",
    "activity": """\
  heeldiary log activity walking 45
  heeldiary log activity running 30m --surface hard
  heeldiary log activity walking --steps 8200 --day yesterday --time 18:30""",
    "sitting": """\
  heeldiary log sitting 6h30
  heeldiary log sitting 7.5h --longest 1h40""",
    "massage": """\
  heeldiary log massage --ki1 90s --shimian 2
  heeldiary log massage 5m                 the whole massage
  heeldiary log massage --foot both --calf 3m --before 6 --after 4""",
    "care": """\
  heeldiary log care stretching 10
  heeldiary log care acupuncture 40 --course "dr li" --visits 12
  heeldiary log care insoles -n "the soft ones\"""",
    "note": """\
  heeldiary log note "slept badly, first steps sharp"
  heeldiary log note - --day yesterday     reads the text from stdin
  heeldiary log note "" --tag rain         a tag for the day, without a note""",
}


def run(name: str, argv: Sequence[str], context: CommandContext) -> None:
    """Log what the arguments say."""
    first = argv[0] if argv else ""
    kind = first if first in OTHERS else ""
    if not kind and first[:1].isalpha() and not feet_of(first):
        raise unknown_first(first)
    arguments = parser(f"{name} {kind}".strip()).read(argv[1:] if kind else argv, context.out)
    if not kind and (not arguments.words or not argv or argv[0] != arguments.words[0]):
        raise BadInput(
            "log needs a score, a foot or a type of entry first", "try heeldiary log 6, or heeldiary log --help"
        )
    with context.reading(before_writing=True) as diary:  # find errors before a first diary is created
        note = None if arguments.note is None else _clean_note(context, context.text(arguments.note))
        day = context.day(diary, arguments.day)
        time_of_day = context.time(arguments.time)
        if kind:
            facts, settings = _other_facts(kind, arguments, diary, context)
        else:
            facts, settings = scores(arguments, diary, context)
        tags = _tags(arguments.tag)
        for fact in facts:
            check(fact, day or diary.today(), note or "", tags)
    with context.writing() as diary:
        save = partial(log, diary, note=note, settings=settings, tags=tags, time_of_day=time_of_day)
        saved = _log(context, save, facts, day, getattr(arguments, "replace", False))
    with context.done():
        _echo(context, saved)
    if note and "#" in note:
        from heeldiary.cli.offered_tags import offer_tags  # most notes have no #

        offer_tags(context, saved.entries[0])


def parser(command: str) -> Parser:
    """Return the parser of `log`, `log activity` and the others."""
    _, _, kind = command.partition(" ")
    parser = Parser(command, _ABOUT[kind], _EXAMPLES[kind])
    _OPTIONS[kind](parser)
    parser.add_argument("-d", "--day", metavar="DAY", help="2026-11-22, 22 nov, yesterday, mon, 3d (default: today)")
    parser.add_argument("--time", metavar="HH:MM", help="the time of day it happened: 18:30, or now")
    parser.add_argument("--tag", metavar="WORD", action="append", help="a tag; repeat for more")
    if kind != "note":
        parser.add_argument("-n", "--note", metavar="TEXT", help="a note; - reads it from stdin")
    return parser


def _log(
    context: CommandContext, save: Callable[..., Saved], facts: Sequence[Fact], day: date | None, replace: bool
) -> Saved:
    """Log the facts by `save`; if it is unclear which morning is meant, ask."""
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
    """Return the facts of `log activity` and the others, and settings to save."""
    match kind:
        case "activity":
            return [
                Activity(
                    text.clean_name(arguments.kind, "a kind"), arguments.duration, arguments.steps, arguments.surface
                )
            ], {}
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
                )
            ], {}
        case _:
            return [Note()], {}


def _massage_steps(arguments: Arguments) -> tuple[MassageStep, ...]:
    """Return the points in the order given, or the steps of the whole massage if no points are given."""
    points: list[MassageStep] = arguments.points or []
    if not arguments.duration and not points:
        raise BadInput(
            "a massage needs a duration",
            "try heeldiary log massage 5m, or heeldiary log massage --ki1 90s --calf 3m",
        )
    if arguments.duration is not None and points:
        raise BadInput("a massage has one duration or points", "leave out the duration or the points")
    names = [step.point for step in points]
    if len({*names}) < len(names):
        raise BadInput("a point was given twice", "give each point once, with its total time")
    return tuple(points) or whole_massage(arguments.duration * 60)


def _clean_note(context: CommandContext, typed: str) -> str:
    """Return the note without control characters, and say if some were left out."""
    cleaned, left_out = text.clean_note(typed), text.clean(typed)[1]
    if left_out:
        context.say(f"{left_out} control character{'s' * (left_out > 1)} left out of the note")
    return cleaned


def _echo(context: CommandContext, saved: Saved) -> None:
    if context.options.json:
        shapes = [entry_to_json(entry) for entry in saved.entries]
        context.print_json(shapes if len(shapes) > 1 else shapes[0])
        return
    for entry, was in zip(saved.entries, saved.was, strict=True):
        context.print(_line(entry, was))


def _line(entry: Entry, was: int | None) -> str:
    replaced = "" if was is None else f" (was {was})"
    return f"Saved: {format_facts(entry.fact)}{replaced}, {format_when(entry)}{_tag_signs(entry)}"


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


def _score_options(parser: Parser) -> None:
    parser.add_argument(
        "words", metavar="SCORE", nargs="*", help="0 (no pain) to 10 (worst); two are left and right; or FOOT SCORE"
    )
    parser.add_argument("-f", "--foot", metavar="F", help="left, right or both (default: the affected foot)")
    parser.add_argument(
        "-m", "--moment", metavar="M", default="first-step",
        help="first-step (default), average, worst, night, after-sitting or after-activity",
    )  # fmt: skip
    parser.add_argument("--replace", action="store_true", help="replace an older score of that moment without asking")


def _activity_options(parser: Parser) -> None:
    parser.add_argument("kind", metavar="KIND", type=_kind, help="walking, running, standing, or a word of your own")
    parser.add_argument("duration", metavar="DURATION", nargs="?", type=parse_minutes, help="45, 45m, 1h30 or 7.5h")
    parser.add_argument("--steps", metavar="N", type=whole_number(0, MOST_WALKED_STEPS, "steps"), help="steps walked")
    parser.add_argument("--surface", metavar="S", type=parse_surface, help="soft, hard or mixed ground")


def _sitting_options(parser: Parser) -> None:
    parser.add_argument("duration", metavar="DURATION", type=parse_minutes, help="45, 45m, 1h30 or 7.5h")
    parser.add_argument("--longest", metavar="DURATION", type=parse_minutes, help="longest stretch without standing up")


def _massage_options(parser: Parser) -> None:
    parser.add_argument("-f", "--foot", metavar="F", help="left, right or both (default: the affected foot)")
    parser.add_argument(
        "duration", metavar="DURATION", nargs="?", type=_whole_massage, help="the whole massage: 5 or 5m"
    )
    for point in POINT_WORDS:
        parser.add_argument(
            f"--{point}", metavar="D", dest="points", action="append", help="90s, 1m30s, or minutes",
            type=partial(_massage_step, point),
        )  # fmt: skip
    parser.add_argument("--before", metavar="SCORE", type=parse_score, help="pain before, 0-10")
    parser.add_argument("--after", metavar="SCORE", type=parse_score, help="pain after, 0-10")


def _kind(typed: str) -> str:
    """Return a kind; a duration in its place is refused. What a kind may hold is checked later."""
    try:
        parse_minutes(typed)
    except BadInput:
        return typed
    raise BadInput("the kind comes first, then how long", "as in: heeldiary log activity walking 45")


def _whole_massage(typed: str) -> int:
    """Parse the duration of a whole massage; a point in its place is refused."""
    point = the_one_starting(typed, POINT_WORDS)
    if point:
        raise BadInput("a point is an option", f"as in: heeldiary log massage --{point} 90s")
    return parse_minutes(typed)


def _massage_step(point: str, typed: str) -> MassageStep:
    return MassageStep(point, parse_point_seconds(typed))


def _care_options(parser: Parser) -> None:
    parser.add_argument(
        "kind", metavar="KIND", type=_kind,
        help=f"{', '.join(USUAL_CARE)}, or a word of your own",
    )  # fmt: skip
    parser.add_argument("duration", metavar="DURATION", nargs="?", type=parse_minutes, help="45, 45m, 1h30 or 7.5h")
    parser.add_argument("--course", metavar="NAME", help="the course of visits it belongs to")
    parser.add_argument(
        "--visits", metavar="N", type=whole_number(1, 999, "visits"), help="visits planned in the course"
    )


def _note_options(parser: Parser) -> None:
    parser.add_argument("note", metavar="TEXT", help="the note, as one argument in quotes; - reads it from stdin")


_ABOUT = {
    "": "Log how a foot feels: 0 is no pain, 10 the worst. A score alone is this morning's first steps.",
    "activity": "Log an activity. Give a DURATION, --steps or both.",
    "sitting": "Log how long you sat.",
    "massage": "Log a massage that you did without the app: its total time, or point by point in the order done.",
    "care": "Log anything else you did for the foot. Visits of a course are numbered for you.",
    "note": "Log a note by itself.",
}
_OPTIONS = {
    "": _score_options,
    "activity": _activity_options,
    "sitting": _sitting_options,
    "massage": _massage_options,
    "care": _care_options,
    "note": _note_options,
}
