"""A made-up diary to explore, from a fixed seed."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import NamedTuple

from heeldiary.domain.entries import Activity, Care, Entry, Fact, Massage, MassageStep, Note, Pain, Sitting
from heeldiary.domain.experiments.draw import draw
from heeldiary.domain.routine.ask_first import SAFETY_QUESTIONS
from heeldiary.domain.routine.built_in import CLINIC
from heeldiary.domain.routine.points import POINTS, ROUTINE
from heeldiary.domain.scales import Foot, Surface
from heeldiary.store.diary import Diary
from heeldiary.store.routine.ask_first import save_answers

YEAR_DAYS = 365
COURSE_VISITS = 12

_NOTES = (
    "Slept badly. First steps sharp, easing after two minutes.",
    "New insoles. Strange under the arch, but softer at the heel.",
    "Long day standing at the fair.",
    "Barefoot on the tiles again. Not a good idea.",
    "Walked to work by the river, on grass most of the way.",
    "Rest day. Calf still tight on the outside.",
    "Could walk down the stairs without the rail.",
)


_FACTORS = ("massage", "hard-surface", "steps", "sitting-minutes", "care:stretching")

_EXPERIMENT_BEGAN_DAYS_AGO = 40
_EXPERIMENT_DAYS = 28


class _Person(NamedTuple):
    """How the made-up person is on a day."""

    day: date
    share: float
    """The elapsed share of the time, 0-1."""
    worn: float
    """The day's deviation from the trend, in points of pain."""
    weekend: bool


def fill(diary: Diary, days: int = YEAR_DAYS, seed: int = 1) -> None:
    """Fill an empty diary with a number of days up to today, as one undo step."""
    random = Random(seed)
    now = diary.clock.now().replace(tzinfo=None)
    entries = [
        _entry(person.day, at, fact, note, random)
        for person in _days(diary.today(), days, random)
        for at, fact, note in _day(person, random)
        if datetime.combine(person.day, at) <= now
    ]
    with diary.action("the made-up diary") as action:
        action.put_new(entries)
        action.set("affected-foot", "both")
        since = (diary.today() - timedelta(days=min(days, 60))).isoformat()
        action.keep("plan", CLINIC, {"days": "mon tue wed fri sat", "times": 1, "since": since})
        for position, name in enumerate(_FACTORS, 1):
            action.keep("factor", name, {"position": position, "declared_on": since, "dropped_on": None})
        if days > _EXPERIMENT_BEGAN_DAYS_AGO:
            first = diary.today() - timedelta(days=_EXPERIMENT_BEGAN_DAYS_AGO)
            action.keep("experiment", "experiment0in0demo", _experiment(first, random))
    save_answers(diary, {question.name: False for question in SAFETY_QUESTIONS})


def _experiment(first: date, random: Random) -> dict[str, str | int | None]:
    """Return an experiment that has ended, with no real effect."""
    seed = random.randbytes(16).hex()
    return {
        "question": "evening stretch or not",
        "heads": "evening stretch",
        "tails": "no evening stretch",
        "foot": "left",
        "unit": "day",
        "outcome": "next-morning",
        "worth": 1,
        "factor": "care:stretching",
        "first_day": first.isoformat(),
        "seed": seed,
        "draw": draw(seed, "day", _EXPERIMENT_DAYS),
        "done": "".join(random.choices("yn-", (8, 1, 1), k=_EXPERIMENT_DAYS)),
        "stopped_on": None,
    }


def _days(today: date, days: int, random: Random) -> Iterator[_Person]:
    """Yield the days with their deviations, autocorrelated at 0.5."""
    worn = 0.0
    for number in range(days):
        worn = 0.5 * worn + random.gauss(0, 0.9)
        day = today - timedelta(days=days - 1 - number)
        yield _Person(day, number / days, worn, day.weekday() >= 5)


def _day(person: _Person, random: Random) -> Iterator[tuple[time, Fact, str]]:
    """Yield a day's entries: the time, the fact and a note."""
    left = 7.2 - 3.6 * person.share + 0.9 * (0.45 < person.share < 0.55) + person.worn
    right = left * 0.35
    if random.random() < 0.93:
        note = random.choice(_NOTES) if random.random() < 0.08 else ""
        yield time(7, random.randrange(40)), Pain("left", "first-step", _score(left)), note
        yield time(7, random.randrange(40, 50)), Pain("right", "first-step", _score(right + random.gauss(0, 0.5))), ""
    yield from _load(person, left, random)
    yield from _care(person, random)
    if random.random() < 0.35 + 0.3 * person.share:
        for foot in ("left", "right") if random.random() < 0.2 else ("left",):
            yield time(21, random.randrange(50)), _massage(foot, left, person, random), ""
    if random.random() < 0.05:
        yield time(22, random.randrange(50)), Note(), random.choice(_NOTES)


def _load(person: _Person, left: float, random: Random) -> Iterator[tuple[time, Fact, str]]:
    """Yield walking, running, sitting, and the pain after them."""
    if random.random() < 0.85:
        steps = int(random.gauss(6800 + 2500 * person.share, 1600))
        kind = "hiking" if person.weekend and random.random() < 0.15 else "walking"
        surface: Surface = random.choice(("hard", "hard", "mixed", "soft"))
        yield time(18, random.randrange(60)), Activity(kind, 20 + steps // 250, max(800, steps), surface), ""
    if person.share > 0.7 and random.random() < 0.12:
        yield time(19, random.randrange(60)), Activity("running", random.randrange(15, 36), None, "soft"), ""
    if not person.weekend and random.random() < 0.9:
        minutes = random.randrange(300, 500, 15)
        yield time(17, random.randrange(60)), Sitting(minutes, random.randrange(45, 150, 5)), ""
        yield time(12, random.randrange(60)), Pain("left", "after-sitting", _score(left - 1.5)), ""
    if random.random() < 0.3:
        yield time(19, random.randrange(60)), Pain("left", "after-activity", _score(left - 0.8)), ""


def _care(person: _Person, random: Random) -> Iterator[tuple[time, Fact, str]]:
    """Yield a course of visits in spring, insoles later, and occasional stretching."""
    visit = int((person.share - 0.3) * YEAR_DAYS / 5) + 1
    if person.share >= 0.3 and visit <= COURSE_VISITS and int((person.share - 0.3) * YEAR_DAYS) % 5 == 0:
        yield time(16, random.randrange(60)), Care("acupuncture", 40, "spring course", visit, COURSE_VISITS), ""
    if random.random() < 0.4:
        yield time(6, 30 + random.randrange(30)), Care("stretching", random.randrange(3, 11)), ""
    if person.share > 0.6 and random.random() < 0.1:
        yield time(8, random.randrange(60)), Care("insoles"), ""


def _massage(foot: Foot, left: float, person: _Person, random: Random) -> Massage:
    """Return a session of the routine, sometimes cut short."""
    whole = random.random() < 0.9
    points = ROUTINE if whole else ROUTINE[: random.randrange(1, 4)]
    seconds = {"ki1": 90, "shimian": 90, "heel": random.randrange(120, 200), "calf": random.randrange(180, 280)}
    steps = tuple(
        MassageStep(point, seconds[point], POINTS[point].pressure, random.choice(("painful", "easing", "warm", None)))
        for point in points
    )
    before = _score(left - 1)
    started = datetime.combine(person.day, time(20, random.randrange(30)), UTC)
    return Massage(
        foot=foot,
        steps=steps,
        routine="clinic",
        score_before=before,
        score_after=max(0, before - random.randrange(3)),
        finished=whole,
        started_at=started,
        ended_at=started + timedelta(seconds=sum(step.seconds for step in steps) + 20),
        sore=_sore(before, person.day),
    )


def _sore(before: int, day: date) -> tuple[str, ...]:
    """Return the sore areas: mostly the inner heel, more on bad days."""
    marked = {"heel-inner": before >= 2, "arch": before >= 4 and day.day % 2 == 0, "heel-centre": day.day % 5 == 0}
    return tuple(spot for spot, hurts in marked.items() if hurts)


def _score(pain: float) -> int:
    return min(10, max(0, round(pain)))


def _entry(day: date, at: time, fact: Fact, note: str, random: Random) -> Entry:
    return Entry(
        id="d" + "".join(random.choices("0123456789abcdefghijklmnopqrstuvwxyz", k=16)),
        day=day,
        at=datetime.combine(day, at, UTC) + timedelta(milliseconds=random.randrange(60_000)),
        zone="Etc/UTC",
        late=False,
        source="routine" if isinstance(fact, Massage) else "typed",
        tags=(),
        note=note,
        fact=fact,
    )
