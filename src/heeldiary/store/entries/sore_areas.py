"""Sore areas marked without a session: one entry for each foot and day, as long as it has areas."""

from collections.abc import Collection, Sequence
from datetime import date

from heeldiary.domain.days import is_late, short_day
from heeldiary.domain.entries import Care, Entry, Guided, Massage, Sore, in_order
from heeldiary.domain.entry_text import format_entry, format_sore
from heeldiary.domain.scales import FEET, Foot
from heeldiary.errors import BadInput
from heeldiary.store.action import UndoStep
from heeldiary.store.diary import Diary

_MARKS = "SELECT foot, spot, id FROM sore_spots WHERE day = ?"


def marked(diary: Diary, day: date, apart_from: Collection[str] = ()) -> dict[Foot, list[str]]:
    """Return each foot's marked areas of a day, with or without a session.

    Entries in `apart_from` do not count: the current session holds its own marks.
    """
    areas: dict[Foot, list[str]] = {foot: [] for foot in FEET}
    for foot, area, entry_id in diary.sql.rows(_MARKS, (day.isoformat(),)):
        if foot in areas and area not in areas[foot] and entry_id not in apart_from:
            areas[foot].append(area)
    return areas


def toggle(diary: Diary, day: date, foot: Foot, area: str, apart_from: Collection[str] = ()) -> bool:
    """Mark an area, or remove its mark; return whether it is marked now. One undo step."""
    marked = [
        entry_id
        for marked_foot, spot, entry_id in diary.sql.rows(_MARKS, (day.isoformat(),))
        if (marked_foot, spot) == (foot, area) and entry_id not in apart_from
    ]
    words = f"{foot} foot, {format_sore((area,))}, {short_day(day)}"
    with diary.action(words if not marked else f"the mark taken away: {words}") as action:
        for entry_id in marked:
            _take_away(diary, action, entry_id, area)
        if not marked:
            _add(diary, action, day, foot, (area,))
    return not marked


def add(
    diary: Diary, day: date, feet: Sequence[Foot], areas: Sequence[str], settings: dict[str, str] | None = None
) -> list[Entry]:
    """Add areas to each foot's entry of the day, in one undo step with `settings`; return the entries."""
    with diary.action("") as action:
        saved = [_add(diary, action, day, foot, areas) for foot in feet]
        for name, value in (settings or {}).items():
            action.set(name, value)
        action.what = "; ".join(format_entry(entry) for entry in saved)
    return saved


def check_alone(diary: Diary, day: date, foot: Foot, entry_id: str) -> None:
    """Raise BadInput if another entry of the day has the foot's areas."""
    if any(entry.id != entry_id for entry in _entries(diary, day, foot)):
        raise BadInput(
            "that day already has an entry of where this foot hurts",
            "add to it with `heeldiary mark`, and delete this one",
        )


def _entries(diary: Diary, day: date, foot: Foot) -> list[Entry]:
    """Return a day's entries that only mark areas of a foot; an import may bring several."""
    rows = diary.sql.rows("SELECT id FROM sore WHERE day = ? AND foot = ?", (day.isoformat(), foot))
    return sorted((entry for (entry_id,) in rows if (entry := diary.get(entry_id))), key=in_order)


def _add(diary: Diary, action: UndoStep, day: date, foot: Foot, areas: Sequence[str]) -> Entry:
    entries = _entries(diary, day, foot)
    if entries:
        before = entries[-1].fact
        assert isinstance(before, Sore)
        entry = entries[-1]._replace(fact=Sore(foot, tuple(dict.fromkeys((*before.areas, *areas)))))
    else:
        at = diary.now()
        late = is_late(at, diary.day_began(day, diary.settings()))
        fact = Sore(foot, tuple(dict.fromkeys(areas)))
        entry = Entry(diary.new_id(), day, at, diary.clock.zone(), late, "typed", (), "", fact)
    action.put(entry)
    return entry


def _take_away(diary: Diary, action: UndoStep, entry_id: str, area: str) -> None:
    """Remove an area from an entry; an entry of marks only is deleted with its last one."""
    entry = diary.get(entry_id)
    if entry is None:
        return
    match entry.fact:
        case Sore(areas=areas) if set(areas) <= {area}:
            action.remove(entry)
        case Sore(areas=areas) as fact:
            action.put(entry._replace(fact=fact._replace(areas=_without(areas, area))))
        case Massage(sore=sore) as fact:
            action.put(entry._replace(fact=fact._replace(sore=_without(sore, area))))
        case Care(session=Guided(sore=sore) as session) as fact:
            session = session._replace(sore=_without(sore, area))
            action.put(entry._replace(fact=fact._replace(session=session)))


def _without(areas: Sequence[str], area: str) -> tuple[str, ...]:
    return tuple(marked for marked in areas if marked != area)
