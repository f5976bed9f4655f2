"""The candidates of each argument: fixed words, and the person's own from the diary."""

from collections.abc import Callable, Iterable

from heeldiary.cli.completion import diary_candidates as own
from heeldiary.cli.completion.candidate import Candidate, CompletionContext
from heeldiary.domain.entries import TYPES
from heeldiary.domain.scales import FEET, HIGHEST, LOWEST, MOMENTS, SURFACES

_MOST_WEEKS = 12
_DAYS = ("today", "yesterday", "mon", "tue", "wed", "thu", "fri", "sat", "sun")
_COMING_DAYS = ("today", "tomorrow", *_DAYS[2:], "1w", "2w")
_FILES = ("output", "file")


def candidates(context: CompletionContext, dest: str) -> tuple[tuple[Candidate, ...], bool] | None:
    """Return the candidates of an argument, and whether it can be a file; None if only a file fits."""
    if dest in _FILES:
        return None
    source = _SOURCES.get(f"{context.command} {dest}") or _SOURCES.get(dest)
    choices = tuple(source(context)) if source else ()
    files = dest == "routine" and context.command in ("routine check", "routine new")
    return choices, files and not any(choice.word.startswith(context.typed) for choice in choices)


def _fixed(*words: str) -> Callable[[CompletionContext], list[Candidate]]:
    return lambda _: [Candidate(word) for word in words]


def _scores(context: CompletionContext) -> list[Candidate]:
    """Return the candidates after `log`: a foot, its score, then the other foot."""
    given = context.given
    if given and given[-1] in (*FEET, "both"):
        return [Candidate(str(score)) for score in range(LOWEST, HIGHEST + 1)]
    if given and given[0] not in FEET:
        return []
    both = [Candidate("both", "one score for both feet")] if not given else []
    return [*(Candidate(foot, "the foot, then its score") for foot in FEET if foot not in given), *both]


def _settings(_: CompletionContext) -> list[Candidate]:
    from heeldiary.domain.settings import SETTINGS

    return [Candidate(setting.name, setting.meaning) for setting in SETTINGS]


def _area_list(context: CompletionContext) -> list[Candidate]:
    """One more area behind those of a list with commas."""
    from heeldiary.domain.areas import AREAS

    before, comma, _ = context.typed.rpartition(",")
    named = before.lower().split(",")
    return [Candidate(f"{before}{comma}{area.name}", area.title) for area in AREAS.values() if area.name not in named]


def _areas(context: CompletionContext) -> list[Candidate]:
    from heeldiary.domain.areas import AREAS

    return [Candidate(area.name, area.title) for area in AREAS.values() if area.name not in context.given]


def _topics(_: CompletionContext) -> list[Candidate]:
    from heeldiary.domain.guide import TOPICS

    return [Candidate(topic.name, topic.title) for topic in TOPICS]


def _views(_: CompletionContext) -> list[Candidate]:
    from heeldiary.charts.views import VIEWS

    return [Candidate(view) for view in VIEWS]


def _outcomes(_: CompletionContext) -> list[Candidate]:
    from heeldiary.domain.experiments.experiment import OUTCOMES

    return [Candidate(outcome) for outcome in OUTCOMES]


def _weeks(context: CompletionContext) -> list[Candidate]:
    from datetime import timedelta

    from heeldiary.domain.days import short_day, week_name

    today = context.context.clock.now().date()
    days = [today - timedelta(weeks=back) for back in range(_MOST_WEEKS)]
    return [Candidate(week_name(day), f"the week of {short_day(day)}") for day in days]


def _plan_days(context: CompletionContext) -> list[Candidate]:
    if len(context.given) > 1:
        return [Candidate(day) for day in _DAYS[2:] if day not in context.given]
    return [Candidate(word) for word in ("daily", "every", "none", *_DAYS[2:])]


_SOURCES: dict[str, Callable[[CompletionContext], Iterable[Candidate]]] = {
    "log words": _scores,
    "foot": _fixed(*FEET, "both"),
    "edit foot": _fixed(*FEET),
    "experiment new foot": _fixed(*FEET),
    "areas": _areas,
    "edit areas": _area_list,
    "moment": _fixed(*MOMENTS),
    "surface": _fixed(*SURFACES),
    "type": _fixed(*TYPES),
    "shell": _fixed("bash", "zsh", "fish"),
    "day": _fixed(*_DAYS),
    "first": _fixed(*_DAYS),
    "last": _fixed(*_DAYS),
    "as_of": _fixed(*_DAYS),
    "experiment new first": _fixed(*_COMING_DAYS),
    "routine pause first": _fixed(*_COMING_DAYS),
    "routine pause last": _fixed(*_COMING_DAYS),
    "routine resume first": _fixed(),
    "week": _weeks,
    "tag": own.tags,
    "untag": own.tags,
    "tags delete tags": own.tags,
    "old": own.tags,
    "olds": own.tags,
    "new": own.tags,
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
    "settings value": own.setting_values,
    "topic": _topics,
    "view": _views,
    "names": own.declared,
    "about": own.factors,
    "outcome": _outcomes,
}
"""The sources, by command and argument, or by argument for every command."""
