"""The traps and the courses of visits on made-up diaries: what is said about gaps, the worst week, a course."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

import numpy as np

from calibration.cells import Cell
from calibration.people import Numbers, Person, diaries
from heeldiary.domain.chance.noise import estimate_noise
from heeldiary.domain.chance.traps import expected_fall
from heeldiary.domain.courses.chance_ranges import courses_by_chance
from heeldiary.domain.courses.courses import Course, Visit
from heeldiary.domain.traps.traps import difference, first_weeks, gaps

START = date(2026, 1, 5)
"""A Monday."""
DAYS = 84


def cells(seed: int, number: int) -> Iterator[Cell]:
    """Every cell of this part."""
    random = np.random.default_rng(seed)
    for persistence in (0.0, 0.3, 0.6, 0.8):
        for missing in (0.1, 0.2, 0.4):
            person = Person(persistence=persistence, missing=missing)
            yield gaps_cell("gaps said to follow worse or better mornings", person, number, random, 0.10)
    for trend, weekend in ((-0.3, 0.0), (0.0, 1.0)):
        person = Person(persistence=0.6, missing=0.2, trend=trend, weekend=weekend)
        yield gaps_cell("gaps said to follow worse or better mornings", person, number, random, 0.10)
    for persistence in (0.3, 0.6, 0.8):
        person = Person(persistence=persistence, missing=0.05, missing_when_bad=0.4)
        yield gaps_cell("gaps found where bad mornings go missing", person, number, random, None)
    for persistence in (0.3, 0.6, 0.8):
        yield from _worst_cells(Person(persistence=persistence), number, random)
    for spread in (1.0, 1.3, 1.6):
        for persistence in (0.0, 0.3, 0.6, 0.8):
            for worst in (False, True):
                yield _course_cell(Person(spread, persistence), worst, number, random)
        for weeks in (2, 4):
            for missing in (0.0, 0.3):
                yield _early_course_cell(Person(spread, 0.8, missing=missing), weeks, number, random)


def gaps_cell(what: str, person: Person, number: int, random: np.random.Generator, goal: float | None) -> Cell:
    """In how many diaries gaps are said to follow worse, or better, mornings."""
    drawn = diaries(person, DAYS, number, random).scores
    return Cell(f"traps: {what}", told(person), sum(gaps_told(of) for of in drawn), number, goal)


def gaps_told(scores: Numbers) -> bool:
    """Whether a diary's gaps are said to follow worse, or better, mornings."""
    found = gaps(by_day(scores), START + timedelta(days=len(scores) - 1))
    if not found.enough:
        return False
    _, low, high = (round(100 * figure) for figure in difference(found.worse, found.better))
    return low > 0 or high < 0


def _worst_cells(person: Person, number: int, random: np.random.Generator) -> Iterator[Cell]:
    """The fall after the worst of eight weeks: at least a point, and within the range stated for chance."""
    looks = inside = seen = 0
    for of in diaries(person, DAYS, number, random).scores:
        scores = by_day(of)
        worst, noise = first_weeks(scores), estimate_noise(scores)
        if worst.fall is None or noise is None:
            continue
        chance = expected_fall(noise, worst)
        seen += 1
        looks += worst.fall >= 1
        inside += chance.low <= worst.fall <= chance.high
    yield Cell("traps: nothing done, the weeks after the worst at least 1 point lower", told(person), looks, seen)
    yield Cell("traps: the fall after the worst week within the nine in ten told", told(person), inside, seen)


def _course_cell(person: Person, worst: bool, number: int, random: np.random.Generator) -> Cell:
    """A course of no effect: six weeks of visits, begun on a fixed day or after the worst of six weeks."""
    claimed = 0
    for of in diaries(person, 14 + 42 + 42, number, random).scores:
        first = 21 + 7 * int(of[14:56].reshape(6, 7).mean(1).argmax()) if worst else 42
        visits = tuple(Visit(START + timedelta(days=first + 7 * n), n + 1) for n in range(6))
        course = Course("c", "acupuncture", visits, 6)
        (found,) = courses_by_chance([course], by_day(of), START + timedelta(days=len(of) - 1))
        claimed += found.verdict not in (None, "no clear change")
    when = "begun after the worst of six weeks" if worst else "begun on a fixed day"
    goal = None if worst else 0.10
    return Cell(f"courses: a change told where there is none, {when}", told(person), claimed, number, goal)


def _early_course_cell(person: Person, weeks: int, number: int, random: np.random.Generator) -> Cell:
    """A course of no effect in a new diary, on the day of its last visit: few mornings tell of the noise."""
    days = 14 + 7 * weeks
    course = Course(
        "c", "acupuncture", tuple(Visit(START + timedelta(days=14 + 7 * n), n + 1) for n in range(weeks + 1)), None
    )
    drawn = diaries(person, days + 1, number, random).scores
    found = [courses_by_chance([course], by_day(of), START + timedelta(days=days))[0].verdict for of in drawn]
    claimed = sum(verdict not in (None, "no clear change") for verdict in found)
    who = f"{told(person)}, {days + 1} days"
    seen = sum(verdict is not None for verdict in found)
    return Cell("courses: a change told where there is none, a new diary", who, claimed, seen, 0.10)


def by_day(scores: Numbers) -> Mapping[date, int]:
    """A drawn diary as the product holds it."""
    return {START + timedelta(days=n): int(score) for n, score in enumerate(scores) if not np.isnan(score)}


def told(person: Person) -> str:
    """The person in a few words."""
    words = [f"persistence {person.persistence:g}"]
    words += [f"spread {person.spread:g}"] * (person.spread != 1.3)
    words += [f"trend {person.trend:+g} a week"] * (person.trend != 0)
    words += [f"weekend {person.weekend:+g}"] * (person.weekend != 0)
    words += [f"{person.missing:.0%} missing"] * (person.missing > 0)
    words += [f"{person.missing_when_bad:.0%} more when bad"] * (person.missing_when_bad > 0)
    return ", ".join(words)
