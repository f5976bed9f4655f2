"""A routine session, kept step by step while it runs, and all of it one undo step."""

from collections.abc import Container, Mapping
from datetime import date

from heeldiary.domain.days import is_late, short_day
from heeldiary.domain.entries import Entry, Massage
from heeldiary.store.action import Action, raise_to_last
from heeldiary.store.diary import Diary


def keep_session(
    diary: Diary, day: date, massages: Mapping[str, Massage], kept: Container[str], step: int | None
) -> int | None:
    """Keep a session as far as it is; returns the number of its undo step.

    `massages` are by entry id, one a foot; `kept` are the ids that were kept before, and `step` is the number that
    the last call returned. What the person did meanwhile stays its own undo step, and the session is undone before
    it. None means that the session was taken back, here or in another program: nothing is kept then.
    """
    if step is not None:
        with diary.sql.transaction():
            if diary.sql.row("SELECT 1 FROM action WHERE number = ?", (step,)) is None:
                return None
            step = raise_to_last(diary.sql, step)
    with diary.action(f"the massage session of {short_day(day)}", step) as action:
        for entry_id, massage in massages.items():
            _keep(diary, action, day, entry_id, massage, new=entry_id not in kept)
    return action.number or step


def _keep(diary: Diary, action: Action, day: date, entry_id: str, massage: Massage, new: bool) -> None:
    """Keep one foot's massage. An entry that was deleted meanwhile stays deleted."""
    there = diary.get(entry_id)
    if there is not None:
        action.put(there._replace(fact=massage))
    elif new:
        at = diary.now()
        late = is_late(at, diary.day_began(day, diary.settings()))
        action.put(Entry(entry_id, day, at, diary.clock.zone(), late, "routine", (), "", massage))
