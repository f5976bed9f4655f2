"""Marks of where it hurts: after any sequence of them a day has exactly those, and each is undone by itself."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from heeldiary.domain.days import Span
from heeldiary.domain.entries import Care, Entry, Fact, Guided, GuidedStep, Massage, MassageStep, Sore
from heeldiary.domain.entry_to_json import entry_to_json
from heeldiary.domain.scales import FEET, Foot
from heeldiary.store.diary import Diary
from heeldiary.store.entries.sore_areas import add, marked, toggle
from heeldiary.store.sql import Sql
from heeldiary.store.steps import create_schema
from heeldiary.store.weeks.weeks import load_sore_days
from tests.standing_clock import SeededBytes, StandingClock
from tests.store.connections import in_memory

DAYS = (date(2026, 11, 21), date(2026, 11, 22))
AREAS = ("toes", "arch", "heel-inner")
MARKS = st.tuples(st.sampled_from(DAYS), st.sampled_from(FEET), st.sampled_from(AREAS))


def new_diary() -> Diary:
    """An empty diary in memory."""
    connection = in_memory()
    create_schema(connection)
    return Diary(Sql(connection), StandingClock(), SeededBytes())


def session(foot: Foot, areas: tuple[str, ...], care: bool) -> Fact:
    """A session with marks: a massage, or care by the routine's clock."""
    if care:
        return Care("stretching", session=Guided(foot, "calf stretch", (GuidedStep("calf", 30),), sore=areas))
    return Massage(foot, (MassageStep("arch", 60),), "clinic", sore=areas)


def all_marks(diary: Diary) -> set[tuple[date, Foot, str]]:
    """Every mark that the diary has."""
    return {(day, foot, area) for day in DAYS for foot, areas in marked(diary, day).items() for area in areas}


@given(
    st.lists(st.tuples(MARKS, st.booleans()), max_size=3, unique_by=lambda made: made[0][:2]),
    st.lists(st.tuples(st.booleans(), MARKS), max_size=12),
)
def test_any_sequence_leaves_what_was_marked_and_is_undone_step_by_step(
    sessions: list[tuple[tuple[date, Foot, str], bool]], steps: list[tuple[bool, tuple[date, Foot, str]]]
) -> None:
    diary = new_diary()
    with diary.action("sessions") as action:
        for (day, foot, area), care in sessions:
            fact = session(foot, (area,), care)
            action.put(Entry(diary.new_id(), day, diary.now(), None, False, "routine", (), "", fact))
    model = {mark for mark, _ in sessions}
    assert all_marks(diary) == model
    states = [[entry_to_json(entry) for entry in diary.entries()]]
    for adds, (day, foot, area) in steps:
        mark = (day, foot, area)
        if adds:
            add(diary, day, (foot,), (area,))
            model.add(mark)
        else:
            assert toggle(diary, day, foot, area) == (mark not in model)
            model ^= {mark}
        assert all_marks(diary) == model
        sores = [entry for entry in diary.entries() if isinstance(entry.fact, Sore)]
        assert len({(entry.day, getattr(entry.fact, "foot", "")) for entry in sores}) == len(sores)
        state = [entry_to_json(entry) for entry in diary.entries()]
        if state != states[-1]:
            states.append(state)
    for foot in FEET:
        counted = load_sore_days(diary, Span(*DAYS), foot)
        told = {area: days for week in counted.values() for area, days in week.items()}
        assert told == {
            area: len({d for d, f, a in model if (f, a) == (foot, area)}) for _, f, area in model if f == foot
        }
    for before in reversed(states[:-1]):
        diary.undo()
        assert [entry_to_json(entry) for entry in diary.entries()] == before


def test_an_undo_of_a_mark_names_the_area(diary: Diary) -> None:
    toggle(diary, diary.today(), "left", "arch")
    assert diary.undo().what == "left foot, hurts at arch, Sun 22 Nov 2026"


def test_areas_of_both_feet_are_one_undo_step_that_names_both() -> None:
    diary = new_diary()
    add(diary, DAYS[0], FEET, ("arch",))
    undone = diary.undo()
    assert undone is not None
    assert undone.what == "left foot, hurts at arch, Sat 21 Nov 2026; right foot, hurts at arch, Sat 21 Nov 2026"
    assert diary.entries() == []
