"""Offering what a bare number was perhaps meant as: hours of sitting, steps, a dose."""

from shlex import quote

from heeldiary.cli.context import CommandContext
from heeldiary.domain.entries import Activity, Care, Fact, Sitting

_FOR_HOURS = ("standing", "insoles", "taping", "night-splint", "footwear")
"""Kinds that often last for hours."""

_FEW_HOURS = 12
"""The most hours that a bare number is taken for."""


def offer_amount(context: CommandContext, fact: Fact, minutes: int, is_bare: bool) -> None:
    """Say what a number of minutes, if it `is_bare` or with an m, was perhaps meant as, and how to change it."""
    match fact:
        case Activity() if not is_bare and fact.kind != "standing":
            line = f'heeldiary edit last --minutes 15 --note "{minutes} m"'
            context.say(f"m is minutes; for {minutes} metres, with how long it took: {line}")
        case _ if not is_bare:
            return
        case Activity(kind="standing") if 1 < minutes <= _FEW_HOURS:
            context.say(f"for {minutes} hours of standing: heeldiary edit last --minutes {minutes}h")
        case Activity() | Care() if fact.kind in _FOR_HOURS:
            return
        case Sitting() if minutes > 1:
            context.say(f"for {minutes} hours of sitting: heeldiary edit last --minutes {minutes}h")
        case Activity(steps=None):
            context.say(f"for {minutes} steps: heeldiary edit last --minutes 0 --steps {minutes}")
        case Care():
            line = f'heeldiary care {quote(fact.kind)} --note "{minutes} mg"'
            context.say(f"for a dose instead of minutes: heeldiary undo, then {line}")
        case _:
            pass
