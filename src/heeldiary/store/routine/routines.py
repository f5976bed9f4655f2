"""The person's own routines in the diary, besides the built-in ones."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from heeldiary.domain.days import Span
from heeldiary.domain.routine.built_in import BUILT_IN, CLINIC, built_in
from heeldiary.domain.routine.load_rule import worse_after, worse_note
from heeldiary.domain.routine.routine import Routine
from heeldiary.domain.scales import Foot
from heeldiary.domain.text import clean
from heeldiary.errors import BadInput, BadWord, Problem, did_you_mean
from heeldiary.store.diary import Diary

_BOM, _CRLF, _LF = "\ufeff", "\r\n", "\n"

_DONE = "routine = ?1 AND day >= ?2 AND (finished OR seconds >= 60)"


def load_own_texts(diary: Diary) -> Mapping[str, str]:
    """Return the TOML texts of the person's own routines, by name."""
    return dict(diary.sql.rows("SELECT name, toml FROM routine ORDER BY name COLLATE NOCASE, name"))


def load_routines(diary: Diary) -> list[Routine]:
    """Return every readable routine, the built-in ones first."""
    settings = diary.settings()
    routines = [built_in(name, settings) for name in BUILT_IN]
    for name, toml in load_own_texts(diary).items():
        if name in BUILT_IN:  # saved by a version in which this name was free
            continue
        try:
            routines.append(_parse_own(name, toml))
        except Problem:
            continue
    return routines


def _parse_own(name: str, toml: str) -> Routine:
    """Parse a person's own routine; the TOML reader is imported late, as most diaries have none."""
    from heeldiary.domain.routine.toml_file import read_toml

    return read_toml(toml, name)._replace(name=name)


def load_unreadable_names(diary: Diary) -> list[str]:
    """Return the names of the routines whose text is unreadable."""
    readable = {routine.name for routine in load_routines(diary)}
    return [name for name in load_own_texts(diary) if name not in readable]


def name_as_saved(diary: Diary, typed: str) -> str:
    """Return a routine's name in its saved case, one written just so first; an unknown name unchanged."""
    names = (*BUILT_IN, *load_own_texts(diary))
    return typed if typed in names else next((name for name in names if name.lower() == typed.lower()), typed)


def find_routine(diary: Diary, name: str) -> Routine:
    """Return a routine by name in any case; raises BadInput if there is none or its text is unreadable."""
    name = name_as_saved(diary, name)
    if name in BUILT_IN:
        return built_in(name, diary.settings())
    toml = load_own_texts(diary).get(name)
    if toml is None:
        raise _unknown(name, (*load_own_texts(diary), *BUILT_IN))
    return _parse_own(name, toml)


def routine_toml(diary: Diary, name: str) -> str:
    """Return a routine as TOML; the person's own as they wrote it."""
    from heeldiary.domain.routine.toml_file import write_toml

    return load_own_texts(diary).get(name_as_saved(diary, name)) or write_toml(find_routine(diary, name))


def save_routine(diary: Diary, routine: Routine, toml: str | None = None) -> None:
    """Save a person's own routine, new or replacing the one with its name, as one undo step.

    `toml` is its text as written. Raises BadInput for the name of a built-in routine.
    """
    from heeldiary.domain.routine.toml_file import write_toml

    name = name_as_saved(diary, routine.name)
    if name in BUILT_IN:
        raise BadInput("a built-in routine cannot be changed", "copy it under your own name and change the copy")
    text = f"{toml.removeprefix(_BOM).replace(_CRLF, _LF).strip()}\n" if toml else ""
    # Cleaning can turn other line endings inside a value into newlines, which breaks the TOML: write it out again.
    if not toml or clean(text)[0] != text.strip():
        text = write_toml(routine)
    what = "the change of the routine" if name in load_own_texts(diary) else "the new routine"
    with diary.action(f"{what} {name}") as action:
        action.keep("routine", name, {"toml": text})


def delete_routine(diary: Diary, typed: str) -> str:
    """Delete a person's own routine and its plan, as one undo step, and return its name; its sessions stay."""
    name = name_as_saved(diary, typed)
    if name in BUILT_IN:
        raise BadInput("a built-in routine cannot be deleted", "only routines of your own can be deleted")
    own_texts = load_own_texts(diary)
    if name not in own_texts:
        raise _unknown(name, own_texts)
    with diary.action(f"the deletion of the routine {name}") as action:
        action.keep("routine", name, None)
        action.keep("plan", name, None)
    return name


def sessions_by_day(
    diary: Diary, name: str, since: date | None = None, only_foot: Foot | None = None
) -> dict[date, int]:
    """Return how often a routine was done each day.

    Both feet count once; a session stopped within its first minute does not count.
    """
    by_day: dict[date, dict[str, int]] = {}
    for day, foot in diary.sql.rows(
        f"SELECT day, foot FROM massages WHERE {_DONE} UNION ALL SELECT day, foot FROM guided_care WHERE {_DONE}",
        (name, since.isoformat() if since else ""),
    ):
        if only_foot is None or foot == only_foot:
            feet = by_day.setdefault(date.fromisoformat(day), {})
            feet[foot] = feet.get(foot, 0) + 1
    return {day: max(feet.values()) for day, feet in sorted(by_day.items())}


def at_current_stage(diary: Diary, routine: Routine, today: date) -> Routine:
    """Return the routine at today's stage, by weeks since its first session."""
    if not routine.stages:
        return routine
    days = sessions_by_day(diary, routine.name)
    return routine.at_week((today - min(days)).days // 7 if days else 0)


def load_worse_note(diary: Diary, routine: Routine, feet: Iterable[Foot], today: date) -> str:
    """Return the note to show before a session if recent sessions were followed by worse mornings; else ""."""
    since = today - timedelta(days=60)
    days = {foot: sessions_by_day(diary, routine.name, since, foot) for foot in feet}
    scores = diary.first_steps(Span(since, today)) if any(days.values()) else {}
    notes = (worse_note(routine, worse_after(days[foot], scores[foot], today)) for foot in days if scores)
    return next((note for note in notes if note), "")


def default_routine(diary: Diary) -> Routine:
    """Return the default routine, the clinic's."""
    return built_in(CLINIC, diary.settings())


def _unknown(name: str, known: Iterable[str]) -> BadInput:
    """Return the error for an unknown name, with the nearest known one."""
    remedy = did_you_mean(name, known, "`heeldiary routine list` shows them all")
    return BadWord("there is no such routine", remedy, name, "there is no routine {}")
