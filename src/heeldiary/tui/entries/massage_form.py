"""The form of a massage by hand: one foot or both, in all or by point, and the pain before and after."""

import re
from collections.abc import Sequence
from functools import partial

from heeldiary.domain.durations import parse_minutes, parse_point_seconds
from heeldiary.domain.entries import Entry, Fact, Massage, whole_massage
from heeldiary.domain.massage_times import changed_steps, seconds_by_point
from heeldiary.domain.routine.points import POINTS
from heeldiary.domain.scales import FEET, Foot, parse_feet, parse_foot, parse_score
from heeldiary.errors import BadInput
from heeldiary.tui.dialogs.field import Field, Parsed, typed_or_empty

_ENDS_WITH_SECONDS = re.compile(r"\d ?s[a-z]* *$")


def massage_fields(entry: Entry | None, foot: str) -> list[Field]:
    """Return the fields of the form, filled from an entry if one is changed; `foot` is the usual one."""
    fact = entry.fact if entry else None
    given = fact if isinstance(fact, Massage) else None
    feet = FEET if given else (*FEET, "both")
    which = Field(
        "foot",
        "Foot",
        ", ".join(feet),
        parse_foot if given else parse_feet,
        given.foot if given else foot,
        needed=True,
        choices=feet,
    )
    whole = given.seconds if given and given.is_whole else None
    seconds = {} if whole else seconds_by_point(given.steps if given else ())
    points = [
        Field(point.name, point.title, "90s or 2m", partial(_point_seconds, seconds.get(point.name)),
              _typed_seconds(seconds[point.name]) if point.name in seconds else "")
        for point in POINTS.values()
    ]  # fmt: skip
    parse_pain, scores = (parse_score, "0 to 10") if given else (_parse_scores, "0 to 10; 7 4 for left and right")
    return [
        which,
        Field(
            "all",
            "In all",
            "5m, or points below",
            partial(_whole_seconds, whole),
            _typed_seconds(whole) if whole else "",
            relabel=lambda texts: "Each foot" if texts["foot"] == "both" else "In all",
        ),
        *points,
        Field("before", "Pain before", scores, parse_pain, typed_or_empty(given and given.score_before)),
        Field("after", "Pain after", scores, parse_pain, typed_or_empty(given and given.score_after)),
    ]


def _whole_seconds(before: int | None, typed: str) -> int:
    """Parse a massage in all: minutes as everywhere, or seconds; unchanged text is what it was."""
    if before and typed == _typed_seconds(before):
        return before
    try:
        return parse_minutes(typed) * 60
    except BadInput:
        if _ENDS_WITH_SECONDS.search(typed.lower()):
            return parse_point_seconds(typed)
        raise


def _typed_seconds(seconds: int) -> str:
    return f"{seconds}s" if seconds % 60 else f"{seconds // 60}m"


def massage_facts(parsed: Parsed, entry: Entry | None) -> list[Fact]:
    """Return each foot's session; a changed one keeps what the form does not show."""
    given = entry.fact if entry and isinstance(entry.fact, Massage) else None
    seconds = {point: parsed[point] for point in POINTS}
    if parsed["all"] and any(seconds.values()):
        raise BadInput("a massage has one time in all, or points", "leave out one or the other")
    if parsed["all"]:
        steps = whole_massage(parsed["all"])
    else:
        steps = changed_steps(() if given is None or given.is_whole else given.steps, seconds)
    if not steps:
        raise BadInput("a massage needs a time", "give it in all, or at one of the points")
    if given:
        return [
            given._replace(foot=parsed["foot"], steps=steps, score_before=parsed["before"], score_after=parsed["after"])
        ]
    before, after = (_by_foot(parsed[name], parsed["foot"]) for name in ("before", "after"))
    return [Massage(foot, steps, score_before=before[foot], score_after=after[foot]) for foot in parsed["foot"]]


def _parse_scores(typed: str) -> tuple[int, ...]:
    """Parse one score, or two: the left foot's, then the right foot's."""
    words = typed.split()
    return tuple(parse_score(word) for word in (words if len(words) == len(FEET) else [typed]))


def _by_foot(scores: Sequence[int] | None, feet: Sequence[Foot]) -> dict[Foot, int | None]:
    """Return each foot's score, from one for each or one for all."""
    if scores is None or len(scores) == 1:
        return dict.fromkeys(feet, scores[0] if scores else None)
    if len(scores) > len(feet):
        raise BadInput("two scores of pain are for two feet", "choose both, or give one score")
    return dict(zip(feet, scores, strict=True))


def _point_seconds(before: int | None, typed: str) -> int:
    """Parse the time at a point; several times together may be longer than one can be."""
    return before if before and typed == _typed_seconds(before) else parse_point_seconds(typed)
