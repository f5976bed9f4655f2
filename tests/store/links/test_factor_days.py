"""What is read of each factor, by day, is what the plain queries of the schema's own views and tables say."""

from collections.abc import Mapping
from datetime import date, timedelta
from random import Random

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from heeldiary.domain.entries import Activity, Care, Entry, Fact, Massage, Note, Pain, Sitting
from heeldiary.domain.scales import FEET
from heeldiary.store.diary import Diary
from heeldiary.store.links import factor_days
from heeldiary.store.links.factor_days import FactorDays, massaged
from heeldiary.store.weeks.observations import load_observations

TODAY = date(2026, 11, 22)
NAMES = (
    "massage", "hard-surface", "activity-minutes", "steps", "sitting-minutes", "longest-sitting",
    "care:ice", "care:insoles", "tag:rain",
)  # fmt: skip
PLAIN = {
    "activity-minutes": "SELECT day, sum(minutes) FROM activity WHERE day <= ? AND minutes IS NOT NULL GROUP BY day",
    "steps": "SELECT day, steps FROM steps_by_day WHERE day <= ?",
    "hard-surface": "SELECT day, max(surface IS 'hard') FROM activity WHERE day <= ? GROUP BY day",
    "sitting-minutes": "SELECT day, sum(minutes) FROM sitting WHERE day <= ? GROUP BY day",
    "longest-sitting": "SELECT day, max(longest_minutes) FROM sitting"
    " WHERE day <= ? AND longest_minutes IS NOT NULL GROUP BY day",
}
DONE = {
    "massage": "SELECT day FROM massage WHERE foot = 'left' AND day <= ?",
    "care:ice": "SELECT day FROM care WHERE kind = 'ice' AND day <= ?",
    "tag:rain": "SELECT day FROM tag JOIN entry ON entry.id = entry_id WHERE tag = 'rain' AND day <= ?",
}


def fact(random: Random, day: date) -> Fact:
    """Anything a factor is computed from, or that merely gives the day an entry."""
    minutes = random.choice((None, 0, 5, 45))
    return random.choice((
        Note(),
        Pain("left", "after-activity", 3),
        Activity("walking", minutes, random.choice((0, 900, 7000)) if minutes is None else random.choice((None, 4000)),
                 random.choice((None, "hard", "soft"))),
        Sitting(300, random.choice((None, 20, 90))),
        Massage(random.choice(FEET), ()),
        Care("ice"),
        Care("insoles", until=random.choice((None, day, day + timedelta(days=random.randrange(40))))),
    ))  # fmt: skip


def fill(diary: Diary, seed: int, entries: int, longest: int) -> None:
    """Put this many entries into this many days, several a day, from several sources, some with a tag."""
    random = Random(seed)
    with diary.action("made up") as action:
        put = []
        for _ in range(entries):
            day = TODAY - timedelta(days=random.randrange(longest))
            tags = random.choice(((), ("rain",), ("sun",)))
            source, late = random.choice(("typed", "watch", "phone")), random.random() < 0.2
            put.append(Entry(diary.new_id(), day, diary.now(), None, late, source, tags, "", fact(random, day)))
        action.put_new(put)


def plainly(diary: Diary, name: str, as_of: date) -> Mapping[date, int]:
    """What the plain query of a factor says."""
    last = as_of.isoformat()
    if name in PLAIN:
        return {date.fromisoformat(day): amount for day, amount in diary.sql.rows(PLAIN[name], (last,))}
    logged = [date.fromisoformat(day) for (day,) in diary.sql.rows("SELECT day FROM entry WHERE day <= ?", (last,))]
    if name in DONE:
        done = {date.fromisoformat(day) for (day,) in diary.sql.rows(DONE[name], (last,))}
    else:
        done = set()
        for day, until in diary.sql.rows("SELECT day, until FROM care WHERE kind = 'insoles' AND day <= ?", (last,)):
            first = date.fromisoformat(day)
            end = min(as_of, date.fromisoformat(until or day))
            done |= {first + timedelta(days=number) for number in range((end - first).days + 1)}
    return {**dict.fromkeys(logged, 0), **dict.fromkeys(done, 1)}


in_turn = settings(
    max_examples=settings().max_examples // 3,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
several = given(
    seed=st.integers(0, 2**16),
    entries=st.sampled_from((0, 1, 8, 60, 200)),
    longest=st.sampled_from((1, 3, 30, 400, 8000)),
    ago=st.sampled_from((0, 1, 10, 300)),
    names=st.lists(st.sampled_from(NAMES), unique=True, min_size=1),
)


@several
@example(seed=1, entries=200, longest=30, ago=0, names=[*NAMES])
@example(seed=2, entries=60, longest=8000, ago=300, names=["massage"])
@in_turn
def test_each_factor_is_what_its_plain_query_says(
    diary: Diary, seed: int, entries: int, longest: int, ago: int, names: list[str]
) -> None:
    fill(diary, seed, entries, longest)
    try:
        as_of = TODAY - timedelta(days=ago)
        found = FactorDays(diary, "left", as_of).of(names)
        assert found == {name: plainly(diary, name, as_of) for name in names}
    finally:
        if entries:
            diary.undo()


@several
@in_turn
def test_what_was_read_before_changes_nothing(
    diary: Diary, seed: int, entries: int, longest: int, ago: int, names: list[str]
) -> None:
    fill(diary, seed, entries, longest)
    try:
        as_of = TODAY - timedelta(days=ago)
        massages = {day for day, done in plainly(diary, "massage", as_of).items() if done}
        assert massaged(diary, "left", as_of) == massages
        found = FactorDays(diary, "left", as_of, massages).of(names)
        assert found == {name: plainly(diary, name, as_of) for name in names}
    finally:
        if entries:
            diary.undo()


def test_a_very_long_gap_is_read_by_its_entries(diary: Diary) -> None:
    """Of more days than may be asked for one by one."""
    days = factor_days._MOST_ASKED + 2
    with diary.action("made up") as action:
        action.put_new([
            Entry(diary.new_id(), TODAY - timedelta(days=ago), diary.now(), None, False, "typed", (), "", Note())
            for ago in (0, days // 2, days)
        ])  # fmt: skip
    known = FactorDays(diary, "left", TODAY).of(["massage"])["massage"]
    assert known == {TODAY - timedelta(days=ago): 0 for ago in (0, days // 2, days)}


@given(seed=st.integers(0, 2**16), late=st.floats(0, 1), ago=st.sampled_from((0, 5)))
@in_turn
def test_the_late_mornings_are_those_of_the_foot(diary: Diary, seed: int, late: float, ago: int) -> None:
    random = Random(seed)
    wanted = set()
    with diary.action("made up") as action:
        put = []
        for number in range(30):
            day = TODAY - timedelta(days=number)
            for pain in (Pain("left", "first-step", 0), Pain("right", "first-step", 0), Pain("left", "worst", 0)):
                is_late = random.random() < late
                if is_late and number >= ago and pain[:2] == ("left", "first-step"):
                    wanted.add(day)
                fact = pain._replace(score=random.randrange(11))
                put.append(Entry(diary.new_id(), day, diary.now(), None, is_late, "typed", (), "", fact))
        action.put_new(put)
    try:
        found = load_observations(diary, "left", TODAY - timedelta(days=ago))
        assert found.late == wanted
        assert [*found.scores] == sorted(found.scores)
        assert found.scores == {
            entry.day: entry.fact.score for entry in put
            if isinstance(entry.fact, Pain) and entry.fact[:2] == ("left", "first-step")
            and entry.day <= TODAY - timedelta(days=ago)
        }  # fmt: skip
    finally:
        diary.undo()


def test_a_tag_may_hold_a_colon(diary: Diary) -> None:
    tags: dict[int, tuple[str, ...]] = {0: ("mood: low",), 1: ("low",), 2: ()}
    with diary.action("made up") as action:
        for ago, of_day in tags.items():
            day = TODAY - timedelta(days=ago)
            action.put(Entry(diary.new_id(), day, diary.now(), None, False, "typed", of_day, "x", Note()))
    found = FactorDays(diary, "left", TODAY).of(["tag:mood: low", "tag:low"])
    marked = {name: [(TODAY - day).days for day, value in days.items() if value] for name, days in found.items()}
    assert marked == {"tag:mood: low": [0], "tag:low": [1]}
