"""Random entries of every type, as the contract allows them."""

import string
from collections.abc import Mapping
from datetime import date, datetime, timedelta, timezone
from typing import Any

from hypothesis import strategies as st

from heeldiary.domain.areas import AREAS
from heeldiary.domain.entries import (
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
)
from heeldiary.domain.scales import Feeling, Foot, Moment, Surface

_FEET: list[Foot] = ["left", "right"]
_MOMENTS: list[Moment] = ["first-step", "average", "worst", "night", "after-sitting", "after-activity"]
_SURFACES: list[Surface] = ["soft", "hard", "mixed"]
_FEELINGS: list[Feeling] = ["painful", "easing", "warm", "nothing", "sharp"]

SCORES = st.integers(0, 10)
FEET = st.sampled_from(_FEET)
MINUTES = st.integers(0, 24 * 60)
DAYS = st.dates(date(1900, 1, 1), date(2026, 11, 22))
IDS = st.text(string.ascii_lowercase + string.digits, min_size=4, max_size=64).filter(lambda made: made[0].isalpha())

NOTES = st.text(
    st.one_of(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), st.sampled_from("\n\t[]\\{}%$'\"<>=\u202e")),
    max_size=60,
).map(str.strip)
"""Notes as they stand in a diary: no control characters, no white space around."""

WORDS = (
    st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1, max_size=30)
    .map(lambda word: " ".join(word.lower().split()))
    .filter(lambda word: 1 <= len(word) <= 40 and word == word.lower())
)
"""Words of one's own as they stand in a diary: lower-case, 1-40 characters."""

MOMENTS_IN_TIME = st.builds(
    lambda moment, minutes, ms: moment.replace(microsecond=ms * 1000, tzinfo=timezone(timedelta(minutes=minutes))),
    st.datetimes(datetime(1970, 1, 2), datetime(2100, 1, 1)),
    st.integers(-14 * 60, 14 * 60),
    st.integers(0, 999),
)
"""Times with their offset, to the millisecond."""

PAINS = st.builds(Pain, FEET, st.sampled_from(_MOMENTS), SCORES)
ACTIVITIES = st.builds(
    Activity,
    WORDS,
    st.none() | MINUTES,
    st.none() | st.integers(0, 200_000),
    st.none() | st.sampled_from(_SURFACES),
).filter(lambda made: made.minutes is not None or made.steps is not None)
SITTINGS = st.builds(
    lambda pair, longest: Sitting(max(pair), min(pair) if longest else None), st.tuples(MINUTES, MINUTES), st.booleans()
)
STEPS = st.builds(
    MassageStep,
    st.sampled_from(["ki1", "shimian", "heel", "calf", "arch"]) | WORDS,
    st.integers(1, 1800),
    st.none() | WORDS,
    st.none() | st.sampled_from(_FEELINGS),
    st.none() | SCORES,
)
SPOTS_MARKED = st.lists(st.sampled_from(list(AREAS)), unique=True, max_size=3).map(tuple)
MASSAGES = st.builds(
    Massage,
    FEET,
    st.lists(STEPS, min_size=1, max_size=5).map(tuple),
    st.none() | WORDS,
    st.none() | SCORES,
    st.none() | SCORES,
    st.booleans(),
    st.none() | MOMENTS_IN_TIME,
    st.none() | MOMENTS_IN_TIME,
    SPOTS_MARKED,
)
GUIDED = st.builds(
    Guided,
    FEET,
    WORDS,
    st.lists(
        st.builds(
            GuidedStep,
            WORDS,
            st.integers(1, 1800),
            st.none() | st.integers(0, 1800),
            st.none() | st.sampled_from(_FEELINGS),
        ),
        min_size=1,
        max_size=5,
    ).map(tuple),
    st.none() | SCORES,
    st.none() | SCORES,
    st.booleans(),
    st.none() | MOMENTS_IN_TIME,
    st.none() | MOMENTS_IN_TIME,
    SPOTS_MARKED,
)
CARES = st.builds(
    lambda kind, minutes, course, visit, planned, session: (
        Care(kind, minutes, course, visit, planned, session=session) if course else Care(kind, minutes, session=session)
    ),
    WORDS,
    st.none() | MINUTES,
    st.none() | WORDS,
    st.none() | st.integers(1, 9999),
    st.none() | st.integers(1, 999),
    st.none() | GUIDED,
)
SORES = st.builds(Sore, FEET, st.lists(st.sampled_from(list(AREAS)), min_size=1, unique=True, max_size=4).map(tuple))
FACTS: st.SearchStrategy[Fact] = PAINS | ACTIVITIES | SITTINGS | MASSAGES | CARES | SORES | st.just(Note())


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    """One entry of any type."""
    day = draw(DAYS)
    fact = draw(FACTS)
    if isinstance(fact, Care) and draw(st.booleans()):
        fact = fact._replace(until=day + timedelta(days=draw(st.integers(0, 400))))
    return Entry(
        id=draw(IDS),
        day=day,
        at=draw(MOMENTS_IN_TIME),
        zone=draw(st.none() | st.sampled_from(["Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Etc/UTC"])),
        late=draw(st.booleans()),
        source=draw(st.sampled_from(["typed", "routine"]) | WORDS),
        tags=tuple(draw(st.lists(WORDS, unique=True, max_size=3))),
        note=draw(NOTES.filter(bool) if isinstance(fact, Note) else NOTES),
        fact=fact,
        time_of_day=draw(st.none() | st.times().map(lambda at: at.replace(second=0, microsecond=0, fold=0))),
    )


def slot(shape: Mapping[str, Any]) -> tuple[str, str, str] | None:
    """The place of a score that comes once a day and foot, out of an entry's JSON."""
    if shape["type"] == "pain" and not shape["moment"].startswith("after"):
        return shape["day"], shape["foot"], shape["moment"]
    return None


@st.composite
def diaries(draw: st.DrawFn, most: int = 12) -> list[Entry]:
    """Entries that fit into one diary: ids of their own, one score a day and foot where there is but one."""
    found: list[Entry] = []
    taken: set[object] = set()
    for entry in draw(st.lists(entries(), max_size=most, unique_by=lambda made: made.id)):
        fact = entry.fact
        if isinstance(fact, Pain) and not fact.moment.startswith("after"):
            place = (entry.day, fact.foot, fact.moment)
            if place in taken:
                continue
            taken.add(place)
        found.append(entry)
    return found
