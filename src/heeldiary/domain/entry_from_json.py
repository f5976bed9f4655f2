"""Parsing an entry from JSON, validating every value."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from heeldiary.domain.areas import AREAS
from heeldiary.domain.durations import DAY_MINUTES, POINT_SECONDS
from heeldiary.domain.entries import (
    MOST_WALKED_STEPS,
    TYPES,
    Activity,
    Care,
    Entry,
    Fact,
    Guided,
    GuidedStep,
    Massage,
    MassageStep,
    Note,
    Pain,
    Sitting,
    Sore,
    check,
)
from heeldiary.domain.json_reader import Fill, Reader, needed, no_words, nothing
from heeldiary.domain.scales import FEELINGS, FEET, HIGHEST, LOWEST, MOMENTS, SURFACES


class ReadEntry(NamedTuple):
    """A parsed entry, with its missing and unknown keys."""

    entry: Entry
    filled: tuple[str, ...]
    """The missing keys that were filled in."""
    unknown: tuple[str, ...]
    """The unknown keys."""


def entry_from_json(shape: Mapping[str, Any], fill: Fill = needed, *, trusted: bool = False) -> Entry:
    """Return the entry of a JSON object; see `read_entry`."""
    return read_entry(shape, fill, trusted=trusted).entry


def read_entry(shape: Mapping[str, Any], fill: Fill = needed, *, trusted: bool = False) -> ReadEntry:
    """Parse an entry; `fill` returns the values of missing common keys.

    Raises BadShape with every problem. `trusted` is as in `Reader`.
    """
    read = Reader(shape, trusted=trusted)
    kind = read.one_of("type", tuple(TYPES))
    if kind is None:
        read.finish()
    entry = parse_entry(read, kind, fill)
    read.finish()
    check(entry.fact, entry.day, entry.note, entry.tags)
    return ReadEntry(entry, read.filled, read.unknown)


def parse_entry(read: Reader, kind: str, fill: Fill) -> Entry:
    """Read every key of an entry of a type, except its type."""
    return Entry(
        id=read.identity("id", fill),
        day=read.day("day"),
        at=read.moment("at", fill),
        zone=read.zone_or_none("zone", fill),
        late=read.flag("late", fill),
        source=read.word("source", fill),
        tags=read.names("tags", fill),
        note=read.note("note", fill),
        fact=_FACTS[kind](read),
        time_of_day=read.time_or_none("time", fill),
    )


def _pain(read: Reader) -> Pain:
    return Pain(read.one_of("foot", FEET), read.one_of("moment", MOMENTS), read.whole("score", LOWEST, HIGHEST))


def _activity(read: Reader) -> Activity:
    return Activity(
        kind=read.name("kind"),
        minutes=read.whole_or_none("minutes", 0, DAY_MINUTES),
        steps=read.whole_or_none("steps", 0, MOST_WALKED_STEPS),
        surface=read.one_of_or_none("surface", SURFACES),
    )


def _sitting(read: Reader) -> Sitting:
    return Sitting(read.whole("minutes", 0, DAY_MINUTES), read.whole_or_none("longest_minutes", 0, DAY_MINUTES))


def _massage(read: Reader) -> Massage:
    steps = tuple(_step(step) for step in read.objects("steps"))
    read.total("seconds", (step.seconds for step in steps))
    return Massage(
        foot=read.one_of("foot", FEET),
        steps=steps,
        routine=read.name("routine", nothing),
        score_before=read.whole_or_none("score_before", LOWEST, HIGHEST),
        score_after=read.whole_or_none("score_after", LOWEST, HIGHEST),
        finished=read.flag("finished"),
        started_at=read.moment_or_none("started_at"),
        ended_at=read.moment_or_none("ended_at"),
        sore=_sore(read),
    )


def _step(read: Reader) -> MassageStep:
    return MassageStep(
        point=read.word("point"),
        seconds=read.whole("seconds", POINT_SECONDS[0], POINT_SECONDS[-1]),
        pressure=read.word_or_none("pressure"),
        feeling=read.one_of_or_none("feeling", FEELINGS),
        score=read.whole_or_none("score", LOWEST, HIGHEST),
    )


def _care(read: Reader) -> Care:
    return Care(
        kind=read.name("kind"),
        minutes=read.whole_or_none("minutes", 0, DAY_MINUTES),
        course=read.name("course", nothing),
        visit=read.whole_or_none("visit", 1, 9999),
        course_visits=read.whole_or_none("course_visits", 1, 999),
        until=read.day_or_none("until"),
        session=_guided(session) if (session := read.object_or_none("session")) else None,
    )


def _guided(read: Reader) -> Guided:
    return Guided(
        foot=read.one_of("foot", FEET),
        routine=read.name("routine"),
        steps=tuple(
            GuidedStep(
                point=step.word("point"),
                seconds=step.whole("seconds", POINT_SECONDS[0], POINT_SECONDS[-1]),
                repetitions=step.whole_or_none("repetitions", 0, POINT_SECONDS[-1]),
                feeling=step.one_of_or_none("feeling", FEELINGS),
            )
            for step in read.objects("steps")
        ),
        score_before=read.whole_or_none("score_before", LOWEST, HIGHEST),
        score_after=read.whole_or_none("score_after", LOWEST, HIGHEST),
        finished=read.flag("finished"),
        started_at=read.moment_or_none("started_at"),
        ended_at=read.moment_or_none("ended_at"),
        sore=_sore(read),
    )


def _sore(read: Reader) -> Any:
    return read.some_of("sore", AREAS, no_words)


_FACTS: dict[str, Callable[[Reader], Fact]] = {
    "pain": _pain,
    "activity": _activity,
    "sitting": _sitting,
    "massage": _massage,
    "care": _care,
    "sore": lambda read: Sore(read.one_of("foot", FEET), read.some_of("areas", AREAS, needed)),
    "note": lambda _: Note(),
}
