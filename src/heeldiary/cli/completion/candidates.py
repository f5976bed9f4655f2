"""The candidates of each argument: fixed words, and the person's own from the diary."""

from collections.abc import Callable, Iterable, Mapping

from heeldiary.cli.completion import amounts
from heeldiary.cli.completion import day_candidates as days
from heeldiary.cli.completion import diary_candidates as own
from heeldiary.cli.completion.candidate import Candidate, CompletionContext
from heeldiary.domain.days import WEEKDAYS
from heeldiary.domain.entries import TYPES
from heeldiary.domain.entry_text import POINT_WORDS
from heeldiary.domain.scales import MOMENT_WORDS, MOMENTS, ONCE_A_DAY, feet_of

_FILES = ("output", "file")


def candidates(context: CompletionContext, dest: str) -> tuple[tuple[Candidate, ...], bool] | None:
    """Return the candidates of an argument, and whether it can be a file; None if only a file fits."""
    if dest in _FILES:
        return None
    source = _SOURCES.get(f"{context.command} {dest}") or _SOURCES.get(dest)
    choices = tuple(source(context)) if source else ()
    files = dest == "routine" and context.command in ("routine check", "routine new")
    return choices, files and not any(choice.word.startswith(context.typed) for choice in choices)


def _fixed(**abouts: str) -> Callable[[CompletionContext], list[Candidate]]:
    """Return a source of fixed words, each with its description; `_` in a name becomes a dash."""
    return lambda _: [Candidate(word.replace("_", "-"), about) for word, about in abouts.items()]


def _settings(_: CompletionContext) -> list[Candidate]:
    from heeldiary.domain.settings import SETTINGS

    return [Candidate(setting.name, setting.meaning) for setting in SETTINGS]


def _setting_values(context: CompletionContext) -> list[Candidate]:
    from heeldiary.domain.settings import BASELINE

    coming = days.dates_to_come(context) if context.given[0] == BASELINE else []
    return [*own.setting_values(context), *coming]


def _area_list(context: CompletionContext) -> list[Candidate]:
    """Return the candidates for the next area in a comma-separated list."""
    from heeldiary.domain.areas import AREAS

    before, comma, _ = context.typed.rpartition(",")
    named = before.lower().split(",")
    return [Candidate(f"{before}{comma}{area.name}", area.title) for area in AREAS.values() if area.name not in named]


def _areas(context: CompletionContext) -> list[Candidate]:
    from heeldiary.domain.areas import AREAS

    if any(feet_of(word) for word in context.given[1:]):
        return []  # a foot at the end ends the areas
    areas = [Candidate(area.name, area.title) for area in AREAS.values() if area.name not in context.given]
    return areas if any(map(feet_of, context.given)) else [*areas, *_FEET(context)]


def _topics(context: CompletionContext) -> list[Candidate]:
    from heeldiary.domain.guide import TOPICS

    return [] if context.given else [Candidate(topic.name, topic.title) for topic in TOPICS]


def _views(_: CompletionContext) -> list[Candidate]:
    from heeldiary.charts.views import VIEWS

    return [Candidate(view, _VIEWS[view]) for view in VIEWS]


def _shown_days(context: CompletionContext) -> list[Candidate]:
    """Return the days that `show` takes; its further words belong to the first."""
    return [] if context.given else days.past_days(context)


def _types(_: CompletionContext) -> list[Candidate]:
    return [Candidate(kind, f"only {_TYPES.get(kind, kind)}") for kind in TYPES]


def _moments(_: CompletionContext) -> list[Candidate]:
    often = {True: "once a day", False: "each time"}
    return [Candidate(moment, f"{MOMENT_WORDS[moment]}, {often[moment in ONCE_A_DAY]}") for moment in MOMENTS]


def _plan_days(context: CompletionContext) -> list[Candidate]:
    match context.given[1:]:
        case []:
            firsts = {"daily": "every day", "every": "every N days, with N from 2 to 30", "none": "remove the plan"}
            return [*(Candidate(word, about) for word, about in firsts.items()), *_plan_weekdays(context)]
        case ["every"]:
            return [Candidate(str(number), f"every {number} days") for number in range(2, 8)]
        case ["every", _]:
            return [Candidate("days")]
        case ["daily" | "none" | "every", *_]:
            return []
        case _:
            return _plan_weekdays(context)


def _plan_weekdays(context: CompletionContext) -> list[Candidate]:
    names = dict(zip(days.WEEKDAYS, WEEKDAYS, strict=True))
    return [Candidate(day, f"each {name}") for day, name in names.items() if day not in context.given]


_VIEWS: Mapping[str, str] = {
    "weeks": "the weekly chart", "change": "then and now, and the trend", "links": "mornings after days with a factor",
    "traps": "four ways a diary can mislead", "days": "morning by morning", "load": "activity, steps and sitting",
    "calendar": "the mornings by weekday", "where": "where it hurt",
}  # fmt: skip
_TYPES: Mapping[str, str] = {"pain": "pain scores", "sore": "marks of where it hurts", "note": "notes"}
_LEFT_OR_RIGHT = _fixed(left="the left foot", right="the right foot")
_FEET = _fixed(left="the left foot", right="the right foot", both="both feet")

_SOURCES: dict[str, Callable[[CompletionContext], Iterable[Candidate]]] = {
    "log words": amounts.feet_and_scores,
    "foot": _FEET,
    "edit foot": _LEFT_OR_RIGHT,
    "experiment new foot": _LEFT_OR_RIGHT,
    "score": amounts.scores,
    "before": amounts.scores,
    "after": amounts.scores,
    "duration": amounts.minutes,
    "minutes": amounts.minutes,
    "longest": amounts.stretches,
    "points": amounts.point_seconds,
    **{f"edit {point}": amounts.point_seconds for point in POINT_WORDS},
    "areas": _areas,
    "edit areas": _area_list,
    "moment": _moments,
    "surface": _fixed(soft="grass, forest, sand", hard="asphalt, stone, tiles", mixed="some of each"),
    "type": _types,
    "shell": _fixed(bash="the script for bash", zsh="the script for zsh", fish="the script for fish"),
    "day": days.past_days,
    "show day": _shown_days,
    "first": days.past_days,
    "last": days.past_days,
    "as_of": days.past_days,
    "time": days.times,
    "until": days.coming_days,
    "experiment new first": days.coming_days,
    "routine pause first": days.coming_days,
    "routine pause last": days.coming_days,
    "routine resume first": own.pauses,
    "week": days.weeks,
    "trends weeks": amounts.trend_weeks,
    "times": amounts.changes,
    "experiment new days": amounts.experiment_days,
    "experiment new weeks": amounts.experiment_weeks,
    "worth": amounts.worth,
    "text": own.words,
    "tag": own.tags,
    "untag": own.tags,
    "tags delete tags": own.other_tags,
    "old": own.tags,
    "olds": own.other_tags,
    "new": own.other_tags,
    "log activity kind": own.activities,
    "log care kind": own.care,
    "edit kind": own.any_kind,
    "course": own.courses,
    "routine": own.routines,
    "source": own.routines,
    "routine edit routine": own.own_routines,
    "routine delete routine": own.own_routines,
    "routine check routine": own.own_routines,
    "routine new routine": _fixed(),
    "routine plan days": _plan_days,
    "id": own.ids,
    "ids": own.ids,
    "experiment status id": own.experiments,
    "experiment result id": own.experiments,
    "experiment check id": own.experiments,
    "dismiss": own.signs,
    "settings name": _settings,
    "settings value": _setting_values,
    "topic": _topics,
    "view": _views,
    "names": own.declared,
    "about": own.factors,
    "outcome": _fixed(
        next_morning="the first steps of the next morning", same_morning="for something you do before the first step"
    ),
}
"""The sources, by command and argument, or by argument for every command."""
