"""Offering the course that care was perhaps meant for: one of nearly the same name, or the one that goes on."""

from shlex import quote

from heeldiary.cli.context import CommandContext
from heeldiary.cli.offered_edit import edit_command
from heeldiary.domain.entries import Care, Entry
from heeldiary.domain.text import display_text
from heeldiary.errors import count_edits

_LEAST_LETTERS = 4
"""The letters of a course from which on another one may be a typing error."""


def offer_course(context: CommandContext, entry: Entry) -> None:
    """Say which course care was perhaps meant for, and how to change to it."""
    assert isinstance(entry.fact, Care)
    if entry.fact.course is None:
        from heeldiary.store.weeks.courses import course_going_on  # most care belongs to no course

        with context.reading() as diary:
            name = course_going_on(diary, entry.fact.kind, entry.day)
        if name:
            shown = display_text(name)
            context.say(f"To count it as the next visit of {shown}: {edit_command(entry, f'--course {quote(shown)}')}")
    elif entry.fact.visit == 1 and (near := _near(context, entry.fact.course)):
        shown = display_text(near)
        context.say(f"If you meant the course {shown}: {edit_command(entry, f'--course {quote(shown)}')}")


def report_renumbering(context: CommandContext, entry: Entry) -> None:
    """Say which numbers the later visits of a course have now, if a visit was logged before them."""
    if not isinstance(entry.fact, Care) or entry.fact.course is None or entry.fact.visit is None:
        return
    from heeldiary.store.visits import load_visits

    with context.reading() as diary:
        visits = load_visits(diary, entry.fact.course)
    later = [number for visit in visits if (number := getattr(visit.fact, "visit", 0)) > entry.fact.visit]
    if later:
        which = "later visit is" if len(later) == 1 else f"{len(later)} later visits are"
        now = f"visit {later[0]}" if len(later) == 1 else f"visits {later[0]} to {later[-1]}"
        context.say(f"Visits are numbered by day: the {which} now {now}.")


def _near(context: CommandContext, name: str) -> str | None:
    """Return the course that a new one differs from by one typing error, or by more words; another number is none."""
    from heeldiary.store.visits import load_visits, used_course_names

    typed = name.casefold()
    if len(typed) < _LEAST_LETTERS:
        return None
    with context.reading() as diary:
        if len(load_visits(diary, name)) > 1:
            return None
        names = used_course_names(diary)
    return next((one for one in names if _letters(one) != _letters(name) and _is_near(one.casefold(), typed)), None)


def _is_near(one: str, other: str) -> bool:
    """Return whether two names differ by one typing error, or one goes on where the other ends."""
    shorter, longer = sorted((one, other), key=len)
    return count_edits(one, other) == 1 or longer.startswith(f"{shorter} ")


def _letters(name: str) -> str:
    return "".join(sign for sign in name.casefold() if not sign.isdecimal()).strip()
