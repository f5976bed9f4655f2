"""What `heeldiary log` takes: the options, the help and the examples of each type of entry."""

from functools import partial

from heeldiary.cli.parser import Parser, whole_number
from heeldiary.domain.durations import DAY_MINUTES, parse_minutes, parse_point_seconds
from heeldiary.domain.entries import MOST_WALKED_STEPS, USUAL_CARE, MassageStep
from heeldiary.domain.entry_text import POINT_WORDS
from heeldiary.domain.scales import feet_of, parse_score, parse_surface
from heeldiary.errors import BadInput

_STEP_DIGITS = 4
"""The digits from which on a bare number is taken for steps."""

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
  heeldiary walk 45                        the short form
  heeldiary log activity walking 45
  heeldiary log activity running 30m --surface hard
  heeldiary log activity walking --steps 8200 --day yesterday --time 18:30""",
    "sitting": """\
  heeldiary sit 6h30                       the short form
  heeldiary log sitting 6h30
  heeldiary log sitting 7.5h --longest 1h40""",
    "massage": """\
  heeldiary massage 10                     the short form
  heeldiary log massage --ki1 90s --shimian 2
  heeldiary log massage 5m                 the whole massage
  heeldiary log massage --foot both --calf 3m --before 6 --after 4""",
    "care": """\
  heeldiary ice                            the short form, with a duration or without
  heeldiary log care stretching 10
  heeldiary medicine --note "ibuprofen"    which one goes into the note
  heeldiary log care acupuncture 40 --course "dr li" --visits 12
  heeldiary log care insoles --until 6w -n "the soft ones\"""",
    "note": """\
  heeldiary note slept badly               the short form, which needs no quotes
  heeldiary log note "slept badly, first steps sharp"
  heeldiary log note - --day yesterday     reads the text from stdin
  heeldiary log note "" --tag rain         a tag for the day, without a note""",
}


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
    parser.add_argument("duration", metavar="DURATION", nargs="?", type=_active_minutes, help="45, 45m, 1h30 or 7.5h")
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


def _active_minutes(typed: str) -> int:
    """Parse the minutes of an activity; a bare number of 1,000 or more is refused: it is more likely steps."""
    digits = typed.replace(",", "").lstrip("0")
    if not digits.isascii() or not digits.isdigit() or len(digits) < _STEP_DIGITS:
        return parse_minutes(typed)
    minutes = f"; for minutes: {digits}m" if len(digits) == _STEP_DIGITS and int(digits) <= DAY_MINUTES else ""
    steps = digits if int(digits[: _STEP_DIGITS + 3]) <= MOST_WALKED_STEPS else "8000"
    raise BadInput("steps are an option", f"as in: heeldiary walk --steps {steps}{minutes}")


def _whole_massage(typed: str) -> int:
    """Parse the duration of a whole massage; a point in its place is refused."""
    if not typed[:1].isdigit():
        from heeldiary.cli.meant_massage import point_of  # most durations begin with a figure

        if point := point_of(typed):
            raise BadInput("a point is an option", f"as in: heeldiary log massage --{point} 90s")
    if feet_of(typed):
        raise BadInput("a foot is an option", f"as in: heeldiary massage 10 --foot {typed.lower()}")
    if typed.lower().endswith("s"):
        from heeldiary.cli.meant_massage import seconds_without_point  # most durations are minutes

        if refusal := seconds_without_point(typed):
            raise refusal
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
    parser.add_argument("--until", metavar="DAY", help="the last of several days: 2026-12-31, 31 dec or 2w")


def _note_options(parser: Parser) -> None:
    parser.add_argument("note", metavar="TEXT", help="the note; - reads it from stdin")


_ABOUT = {
    "": "Log how a foot feels: 0 is no pain, 10 the worst. A score alone is this morning's first steps.",
    "activity": "Log an activity. Give a DURATION, --steps or both.",
    "sitting": "Log how long you sat.",
    "massage": "Log a massage that you did without the app: its total time, or point by point in the order done.",
    "care": "Log anything else you did for the foot. Visits of a course are numbered for you.",
    "note": "Log a note by itself. Put a note with a # in quotes: the shell leaves out what follows a bare #.",
}
_OPTIONS = {
    "": _score_options,
    "activity": _activity_options,
    "sitting": _sitting_options,
    "massage": _massage_options,
    "care": _care_options,
    "note": _note_options,
}
