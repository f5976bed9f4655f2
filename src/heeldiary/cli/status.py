"""`heeldiary status` and `heeldiary nudge`: today at a glance."""

from collections.abc import Sequence
from datetime import date, time
from typing import TYPE_CHECKING, Any

from heeldiary.cli.coin import coin_lines
from heeldiary.cli.context import CommandContext
from heeldiary.cli.parser import Parser
from heeldiary.domain.days import Span, long_day, short_day
from heeldiary.domain.entries import Entry, Note, Pain
from heeldiary.domain.entry_text import format_facts, format_lasting
from heeldiary.domain.scales import FEET, Foot
from heeldiary.errors import Busy
from heeldiary.store.diary import Diary
from heeldiary.store.lasting_care import load_lasting_care

if TYPE_CHECKING:
    from heeldiary.domain.routine.plan import Pause, Standing
    from heeldiary.store.file.salvage import Unreadable


def run(name: str, argv: Sequence[str], context: CommandContext) -> None:
    """Print the status, or the nudge if needed."""
    arguments = parser(name).read(argv, context.out)
    if name == "nudge":
        _nudge(context)
        return
    with context.reading() as diary:
        _status(diary, context, arguments.short)


def parser(name: str) -> Parser:
    """Return the parser of a command."""
    if name == "nudge":
        about = "Print one line if this morning's first steps are not logged yet, otherwise nothing."
        return Parser(
            name,
            about,
            "  case $- in *i*) heeldiary nudge ;; esac      in ~/.bashrc or ~/.zshrc: interactive shells alone\n"
            "  status is-interactive; and heeldiary nudge   in ~/.config/fish/config.fish",
        )
    parser = Parser(name, "Show today at a glance.", "  heeldiary status\n  heeldiary status --short     for a prompt")
    parser.add_argument("--short", action="store_true", help="one line, as in: L 6 R 2")
    return parser


def _status(diary: Diary, context: CommandContext, short: bool) -> None:
    settings = diary.settings()
    today = diary.today(settings)
    scores = _morning(diary, today)
    if short and not context.options.json:
        dash = "-" if context.options.plain else "–"
        feet = settings.affected_feet or tuple(foot for foot in FEET if scores[foot] is not None)
        texts = [f"{foot[0].upper()} {dash if scores[foot] is None else scores[foot]}" for foot in feet]
        context.print(" ".join(texts) or dash)
        return
    unreadable: list[Unreadable] = []
    entries = diary.on(today, unreadable)
    if context.options.json:
        plans, paused = _plans(diary, today)
        standing = [{"routine": plan.plan.routine, "done": plan.done, "planned": plan.planned} for plan in plans]
        until = max((pause.last.isoformat() for pause in paused if pause.first <= today), default=None)
        whole = {"day": today.isoformat(), "morning": scores, "entries": len(entries)}
        context.print_json({**whole, "plans": standing, "paused_until": until, "signs": _signs_json(diary, today)})
        _name(unreadable, context)
        return
    context.print(long_day(today))
    affected = settings.affected_feet or FEET
    for foot in (foot for foot in FEET if foot in affected or scores[foot] is not None):
        score = "not logged" if scores[foot] is None else scores[foot]
        context.print(f"    {foot} foot, first steps: {score}", hanging=True)
    for entry in sorted(entries, key=lambda entry: _hour(entry, settings.day_start)):
        if not _is_first_step(entry):
            context.print(f"    {format_facts(entry.fact)}{_note_tags(entry)}", hanging=True)
    lasting = load_lasting_care(diary, Span(today, today))
    context.print(*(f"    {format_lasting(entry)}" for entry in lasting), hanging=True)
    plans, paused = _plans(diary, today)
    context.print(*(f"    {plan.title}: {plan.summary}" for plan in plans), hanging=True)
    context.print(*(f"    {pause.words}" for pause in paused), hanging=True)
    context.print(*coin_lines(diary, today), hanging=True)
    context.print(*_signs(diary, today))
    missing = _missing(scores, settings.affected_feet)
    if missing:
        context.print(_hint(missing, settings.affected_feet, _night(diary, today)))
    _name(unreadable, context)


def _name(unreadable: "list[Unreadable]", context: CommandContext) -> None:
    if unreadable:
        from heeldiary.cli.show import name_unreadable  # rarely needed

        name_unreadable(context, unreadable)


def _signs(diary: Diary, today: date) -> list[str]:
    """Return today's warning signs; most days have none."""
    from heeldiary.store.warnings import open_warnings

    signs = open_warnings(diary, today)
    if not signs:
        return []
    from heeldiary.domain.warning_text import COMMAND_HINT, WHAT_TO_DO, format_sign

    return [*(f"{sign.name}: {format_sign(sign)}" for sign in signs), WHAT_TO_DO, COMMAND_HINT]


def _signs_json(diary: Diary, today: date) -> list[dict[str, Any]]:
    from heeldiary.domain.warning_text import sign_to_json
    from heeldiary.store.warnings import open_warnings

    return [sign_to_json(sign) for sign in open_warnings(diary, today)]


def _plans(diary: Diary, today: date) -> "tuple[list[Standing], list[Pause]]":
    """Return the progress of this week's plans, and the current and coming pauses."""
    if not diary.has_plans():
        return [], []
    from heeldiary.store.routine.plans import (  # imports routines, which most diaries do not plan
        load_pauses,
        load_standings,
    )

    return load_standings(diary, today), [pause for pause in load_pauses(diary) if pause.last >= today]


def _nudge(context: CommandContext) -> None:
    """Print one line or none. A starting shell must not wait: while another program holds the diary, print nothing."""
    try:
        with context.reading(wait_seconds=0) as diary:
            settings = diary.settings()
            if not settings.affected_feet and diary.first_day() is None:
                return  # no affected foot and no entry yet
            today = diary.today(settings)
            missing = _missing(_morning(diary, today), settings.affected_feet)
            night = _night(diary, today)
    except Busy:
        return
    if missing:
        context.print(_hint(missing, settings.affected_feet, night))


def _morning(diary: Diary, today: date) -> dict[Foot, int | None]:
    scores = diary.first_steps(Span(today, today))
    return {foot: scores[foot].get(today) for foot in FEET}


def _missing(scores: dict[Foot, int | None], affected: Sequence[Foot]) -> tuple[Foot, ...]:
    """Return the feet whose morning is not logged; if the affected foot is unknown, either one is enough."""
    if not affected:
        return FEET if all(score is None for score in scores.values()) else ()
    return tuple(foot for foot in affected if scores[foot] is None)


def _hint(missing: Sequence[Foot], affected: Sequence[Foot], night: date | None) -> str:
    """Return what is not logged yet and how to log it; after midnight with the date, which is still yesterday's."""
    foot = f"{missing[0]} foot's " if len(missing) == 1 else ""
    command = f"heeldiary log {missing[0]} SCORE" if len(missing) == 1 else "heeldiary log SCORE"
    if len(missing) > 1 and len(affected) > 1:
        command = "heeldiary log SCORE SCORE, left and right"
    if night:
        return f"The {foot}first steps of {short_day(night)} are not logged yet: {command}"
    return f"The {foot}first steps this morning are not logged yet: {command}"


def _night(diary: Diary, today: date) -> date | None:
    """Return the diary day between midnight and `day-start`; else None."""
    return today if diary.clock.now().date() > today else None


def _hour(entry: Entry, day_start: time) -> tuple[bool, time]:
    """Return where an entry stands in its day: at its time of day, else when it was written."""
    hour = entry.time_of_day or entry.at.time()
    return hour < day_start, hour


def _note_tags(entry: Entry) -> str:
    """Return the tags of a note, and never its words: others may read a status line."""
    if not isinstance(entry.fact, Note) or not entry.tags:
        return ""
    from heeldiary.domain.tag_text import format_tags  # most days have none

    return f" {format_tags(entry.tags)}"


def _is_first_step(entry: Entry) -> bool:
    return isinstance(entry.fact, Pain) and entry.fact.moment == "first-step"
