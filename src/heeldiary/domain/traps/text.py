"""The text of the traps: how a diary can mislead, with the person's own figures, without judging what was done."""

from collections.abc import Sequence
from typing import NamedTuple

from heeldiary.domain.days import short_day
from heeldiary.domain.traps.traps import (
    ENOUGH_DAYS,
    ENOUGH_EITHER,
    ENOUGH_GAPS,
    ENOUGH_WEEKS,
    FIRST_WEEKS,
    Gaps,
    Reactive,
    Share,
    Traps,
    WorstWeek,
    difference,
)

TITLES = ("The worst week", "Massage when it hurts", "How it goes by itself", "Missing mornings")
"""The titles of the four panels, in order."""

SHORT_TITLES = ("Worst week", "Massage", "By itself", "Gaps")

_REACTIVE = (
    "People massage when it hurts. So a massage that does nothing looks bad next to other days, and good next to the "
    "same morning."
)


class Panel(NamedTuple):
    """The text of a trap."""

    title: str
    says: tuple[str, ...]
    """Its sentences, the person's figures first."""
    beneath: tuple[str, ...]
    """The sentences below its picture, without the figures in it."""


def panels(traps: Traps, mornings: int) -> tuple[Panel, ...]:
    """Return all four panels; `mornings` are the number of first-step scores so far."""
    all_lines = (
        format_worst_week(traps.worst),
        format_reactive(traps.reactive),
        format_natural_course(mornings),
        format_gaps(traps.gaps),
    )
    return tuple(
        Panel(title, tuple(says), tuple(text_beneath(number, says)))
        for number, (title, says) in enumerate(zip(TITLES, all_lines, strict=True))
    )


def text_beneath(number: int, says: Sequence[str]) -> list[str]:
    """Return a trap's sentences that its picture does not show."""
    if TITLES[number] == "How it goes by itself":
        return ["General practice (NHS Tayside pathway) and hospital patients (Hansen 2018).", *says[1:]]
    if TITLES[number] == "Missing mornings" and len(says) > 2:
        return [says[0], *says[2:]]
    return [*says]


def format_worst_week(trap: WorstWeek) -> list[str]:
    """Return regression to the mean: what follows the worst of the first weeks."""
    if trap.worst is None or trap.fall is None:
        have = sum(week.mean is not None for week in trap.weeks[:FIRST_WEEKS])
        return [
            f"Too early: it needs {ENOUGH_WEEKS} weeks with enough mornings among your first {FIRST_WEEKS}, so far "
            f"{have}, and one after the worst of them.",
            "After the worst week a milder one usually comes by itself. "
            "Anything you started that week then looks good.",
        ]
    week = trap.weeks[trap.worst]
    lines = [
        f"The worst of your first {FIRST_WEEKS} weeks, from {short_day(week.start)}: {week.mean:.1f} "
        f"({_mornings(week.mornings)}). The {_weeks(len(trap.after))} after: {trap.after_mean:.1f} "
        f"({trap.after_mornings}), {_lower(trap.fall)}.",
        _looks(trap.fall),
    ]
    if trap.chance is not None:
        low, high = trap.chance.low, trap.chance.high
        lines.append(
            f"By your own ups and downs alone, with nothing changing: {_lower(trap.chance.mean)} on average, nine "
            f"times in ten {_between(low, high)} (1,000 made-up diaries)."
        )
    return lines


def format_reactive(trap: Reactive) -> list[str]:
    """Return reactive massage: on which mornings it is done, and two misleading comparisons."""
    if trap.sealed:
        return [
            "Sealed until the experiment with massage ends: either comparison would reveal it early.",
            _REACTIVE,
        ]
    if not trap.enough:
        return [
            f"Too early: it needs {ENOUGH_DAYS} days with massage and {ENOUGH_DAYS} without, each with its morning and "
            f"the next one. So far {trap.massage.days} and {trap.others.days}: days before the first massage and late "
            "mornings are left out.",
            _REACTIVE,
        ]
    massage, others = trap.massage, trap.others
    return [
        f"Mornings of massage days: {massage.this:.1f} ({massage.days} days). Of other days: {others.this:.1f} "
        f"({others.days}).",
        f"The next mornings, side by side: {_apart(trap.beside)} after massage. Since the same morning: "
        f"{_apart(massage.change)}, without massage {_apart(others.change)}.",
        f"{_readings(trap)} See Links, or let a coin choose the days.",
    ]


def format_natural_course(mornings: int) -> list[str]:
    """Return the natural course: both published courses, and what a daily score can cost."""
    scored = f"You have scored {_mornings(mornings)}. " if mornings else ""
    return [
        "Family doctors' patients: gone in about 80 in 100 within 12 months (NHS Tayside pathway). Hospital patients: "
        "80.5 in 100 still had it after 1 year, 50 after 5, 45.6 after 10, 44 after 15 (Hansen 2018).",
        "They disagree: the patients differ. Neither says how yours will go.",
        f"{scored}Scoring pain daily may itself slow recovery: after a back sprain 52 in 100 had recovered with a "
        "daily score, 79 without (Ferrari 2015; small, not heels).",
    ]


def format_gaps(trap: Gaps) -> list[str]:
    """Return missing mornings: how many, and what they follow."""
    if trap.first is None:
        return ["Too early: no morning is logged yet.", "A mean describes only the mornings you logged."]
    logged = trap.logged
    lines = [
        f"{logged.part:,} of {_mornings(logged.whole)} logged since {short_day(trap.first)}: "
        f"{_percent(logged)} in 100.",
        f"Not logged after a worse morning: {_of(trap.worse)}. After a better one: {_of(trap.better)}.",
    ]
    if not trap.enough:
        return [
            *lines,
            f"Too few to say when gaps occur: it needs {ENOUGH_EITHER} mornings after worse and {ENOUGH_EITHER} after "
            f"better ones, and {ENOUGH_GAPS} gaps among them.",
        ]
    apart, low, high = (round(100 * figure) for figure in difference(trap.worse, trap.better))
    return [*lines, f"{_more_often(apart)} (plausible range {_range(low, high)}). {format_gap_verdict(low, high)}"]


def format_gap_verdict(low: int, high: int) -> str:
    """Return what the interval of the difference allows to say, in rounded figures of 100."""
    if low > 0:
        return "Your means may be missing more worse mornings than better ones."
    if high < 0:
        return "Your means may be missing more better mornings than worse ones."
    return "No clear difference; gaps like these are easy to miss."


def _readings(trap: Reactive) -> str:
    if trap.beside > 0 > trap.since:
        return "One comparison speaks against massage, the other for it: neither counts."
    return "Both comparisons depend on when you choose to massage: neither counts."


def _lower(fall: float) -> str:
    return "the same" if fall == 0 else f"{abs(fall):.1f} {'lower' if fall > 0 else 'higher'}"


def _apart(points: float) -> str:
    return _lower(-points)


def _looks(fall: float) -> str:
    if fall == 0:
        return "Anything you started that week looks as if nothing had happened since."
    worse = "better" if fall > 0 else "worse"
    return f"Anything you started that week, even if it did nothing, looks that much {worse} since."


def _between(low: float, high: float) -> str:
    """`0.2 to 1.5 lower`, or `between 0.3 higher and 1.5 lower`."""
    if low < 0 < high:
        return f"between {_lower(low)} and {_lower(high)}"
    return f"{abs(low):.1f} to {_lower(high)}" if high > 0 else f"{abs(high):.1f} to {_lower(low)}"


def _more_often(apart: int) -> str:
    if apart == 0:
        return "As often after worse as after better ones"
    return f"{abs(apart)} in 100 {'more' if apart > 0 else 'less'} often after worse ones"


def _range(low: int, high: int) -> str:
    def size(figure: int) -> str:
        return "0" if figure == 0 else f"{abs(figure)} {'more' if figure > 0 else 'less'}"

    return f"{size(low)} to {size(high)}"


def _of(share: Share) -> str:
    return f"{share.part} of {share.whole}" + (f" ({_percent(share)} in 100)" if share.whole else "")


def _percent(share: Share) -> int:
    return (200 * share.part + share.whole) // (2 * share.whole)


def _mornings(number: int) -> str:
    return f"{number:,} morning{'s' * (number != 1)}"


def _weeks(number: int) -> str:
    return "week" if number == 1 else f"{number} weeks"
