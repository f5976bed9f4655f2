"""The text of Links: the same words for lower and higher, and no cause."""

from heeldiary.domain.links.analysis_points import ENOUGH_EACH, ENOUGH_PAIRS
from heeldiary.domain.links.factors import FACTOR_NAMES, MOST_FACTORS, is_amount
from heeldiary.domain.links.links import Link, Links
from heeldiary.domain.scales import Foot
from heeldiary.domain.text import capitalized

CHANCE = "This may be chance or another cause."
"""Follows every difference (statistics.md, 4)."""

HEADING = "Links: the morning after days with a factor, beside the morning after days without it"

DAYS_BEFORE = "Tested before:"
"""The heading of removed factors, which still count."""

MORNINGS = "Mornings after days"
"""The heading of the counts of mornings with and without a factor."""

EXPECTED = (
    "Expected: what that morning's score, the passing of time, the weekend and the day before make likely. "
    "Mornings logged late are left out."
)

_TITLES = {
    "massage": "massage",
    "hard-surface": "hard ground",
    "activity-minutes": "minutes active",
    "steps": "steps",
    "sitting-minutes": "sitting",
    "longest-sitting": "longest sitting",
}

_UNITS = {
    "activity-minutes": "{} minutes active or more",
    "steps": "{} steps or more",
    "sitting-minutes": "{} minutes of sitting or more",
    "longest-sitting": "{} minutes or more sitting without a break",
}

_ODDS = "about half the time"
"""How often 56 pairs miss a true difference of 1 point: 30-60 in 100, by simulation (calibration/links.py)."""


def factor_title(name: str) -> str:
    """Return a factor's name in a sentence: `hard ground`, `ice`, `rain` (a tag in quotes)."""
    kind, _, word = name.partition(":")
    if not word:
        return _TITLES.get(name, name)
    return f'"{word}"' if kind == "tag" else word


def full_factor_title(name: str) -> str:
    """Return a factor's title: `Massage`, `Care: ice`, `Tag: rain`."""
    kind, _, word = name.partition(":")
    return f"{capitalized(kind)}: {word}" if word else capitalized(factor_title(name))


def about_factor(name: str) -> str:
    """Return what counts as a day with a factor, and when it is known."""
    kind, _, word = name.partition(":")
    if word:
        return f"Days with this {'tag' if kind == 'tag' else 'care'}, compared with the other days that have any entry."
    if is_amount(name):
        return "Days with more than usual, compared with the others, split at the median. Needs an entry every day."
    if name == "massage":
        return "Days with a massage of this foot, compared with the other days that have any entry."
    return "Days with an activity on hard ground, compared with the other days with an activity."


def days_logged(count: int) -> str:
    """Return on how many days it is logged: `27 days`, `not logged yet`."""
    return _days(count) if count else "not logged yet"


def too_many() -> str:
    """Return the message about too many factors."""
    return f"{MOST_FACTORS} at a time: the more you check, the more chance alone finds."


def days_with(link: Link) -> str:
    """Return the days that count as days with a factor: `massage days`, `days of 45 minutes active or more`."""
    if is_amount(link.name):
        return f"days of {_UNITS[link.name].format(f'{link.at_least:,}')}"
    return f"{factor_title(link.name)} days"


def format_verdict(link: Link) -> str:
    """Return the verdict in two or three words."""
    return {"too-early": "too early", "no-clear-link": "no clear link", "link": "a possible link"}[link.verdict]


def progress(link: Link) -> str:
    """Return the progress: `23 of 56 days`."""
    return f"{min(link.pairs, ENOUGH_PAIRS)} of {ENOUGH_PAIRS} days"


def format_reason(link: Link) -> str | None:
    """Return why it is too early; None if there is a verdict."""
    match link.reason:
        case None:
            return None
        case "pairs":
            return progress(link)
        case "groups":
            few = "with" if link.with_it < link.without_it else "without"
            have = min(link.with_it, link.without_it)
            return f"{have} of {ENOUGH_EACH} days {few} it"
        case "coverage":
            return "too many gaps: fewer than half of the days count"
        case "apart":
            return "it follows time, the weekend or the day before too closely to be separated"
        case "sealed":
            return "sealed until the experiment ends"


def format_difference(points: float) -> str:
    """`0.4 lower`, `0.4 higher`, `neither lower nor higher`."""
    if not points:
        return "neither lower nor higher"
    return f"{abs(points):.1f} {'lower' if points < 0 else 'higher'}"


def format_range(link: Link) -> str:
    """Return the plausible range: `1.1 lower to 0.3 higher`, or `0.1 to 1.5 lower` if all of it is on one side.

    Around none the ends stand as on the picture's axis; on one side the end nearer to none comes first.
    """
    if link.low is None or link.high is None or link.difference is None:
        return ""
    side = "higher" if link.difference >= 0 else "lower"
    near, far = (link.low, link.high) if link.difference >= 0 else (-link.high, -link.low)
    if near < 0:
        return f"{-link.low:.1f} lower to {link.high:.1f} higher"
    return f"{f'{near:.1f}' if near or link.verdict != 'link' else 'just over 0'} to {far:.1f} {side}"


def format_counts(link: Link) -> str:
    """Return the counts of mornings: `31 with, 25 without`; "" while there are too few."""
    if link.reason == "pairs":
        return ""
    return f"{link.with_it:,} with, {link.without_it:,} without"


def format_figures(link: Link) -> str:
    """Return the difference and its plausible range in short, or why it is too early."""
    if link.difference is None:
        return format_reason(link) or ""
    return f"{format_difference(link.difference) if link.difference else 'the same'} ({format_range(link)})"


def format_link(link: Link) -> str:
    """Return the result of a factor, in the pattern of statistics.md, 4."""
    if link.difference is None:
        early = "" if link.reason == "sealed" else "too early, "
        return f"{capitalized(factor_title(link.name))}: {early}{format_reason(link)}."
    sentence = (
        f"On the {link.with_it:,} mornings after {days_with(link)}, pain was {format_difference(link.difference)} "
        f"(plausible range {format_range(link)}) than expected from the day before."
    )
    if not link.difference:
        sentence = sentence.replace(" than expected", " than was expected")
    parts = [f"{capitalized(factor_title(link.name))}: {format_verdict(link)}.", sentence, CHANCE]
    if link.other_way:
        parts.append("Without the days with medicine it is the other way round.")
    parts.append(f"From {link.pairs:,} days and their next mornings; the next check is at {link.next_look:,}.")
    return " ".join(parts)


def format_chance(links: Links) -> str:
    """Return what can explain a difference or its absence; "" while everything is too early."""
    return "Each may be chance or another cause. Finding nothing does not mean no effect." if _reported(links) else ""


def caution(links: Links) -> str:
    """Return the caution about little data; "" while everything is too early, and once there is enough."""
    if not any(link.pairs < 2 * ENOUGH_PAIRS for link in _reported(links)):
        return ""
    return f"With {ENOUGH_PAIRS} days a real difference of 1 point is missed {_ODDS}."


def format_tested(links: Links) -> str:
    """Return how many comparisons the ranges are adjusted for; "" while everything is too early."""
    if not _reported(links):
        return ""
    together = f"{links.tested} factors checked together" if links.tested > 1 else "1 factor"
    return (
        f"The ranges allow for {together}: if none of these factors matter, at most 1 diary in 10 shows a false link "
        "at any one check."
    )


def format_gate(links: Links) -> str:
    """Return how many pairs of mornings there are, while some factor needs more."""
    if all(link.reason != "pairs" for link in links.factors):
        return ""
    have = "day has its" if links.pairs == 1 else "days have their"
    return f"So far {links.pairs:,} {have} morning and the next; each factor needs {ENOUGH_PAIRS} that count."


def heading(foot: Foot) -> str:
    """Return the heading."""
    return f"{foot.capitalize()} foot, first steps. {HEADING}"


def invitation() -> str:
    """Return the text while no factor is declared."""
    return (
        f"No factor is chosen yet. Choose up to {MOST_FACTORS} before you see any result; days with one are then "
        "compared by the next morning."
    )


def format_possible(links: Links) -> str:
    """Return the heading of the possible factors."""
    return "Your diary has:" if links.possible else "Your diary has nothing to choose from yet."


def how_to_name(in_trends: bool = False) -> list[str]:
    """Return how to declare factors; `in_trends` where the key acts."""
    key = "l" if in_trends else "l in Trends"
    return [
        f"To choose them: {key}, or `heeldiary links declare massage steps`.",
        f"Names: {', '.join(FACTOR_NAMES)}, care:KIND, tag:TAG.",
    ]


def plain_lines(links: Links) -> list[str]:
    """Return all of Links as lines."""
    if not links.factors and not links.before:
        return [heading(links.foot), *nothing_chosen(links)]
    lines = [heading(links.foot), *(format_link(link) for link in links.factors)]
    if links.before:
        lines += [DAYS_BEFORE, *(format_link(link) for link in links.before)]
    return [*lines, *notes(links)]


def nothing_chosen(links: Links) -> list[str]:
    """Return how to choose factors, and from what."""
    has = [f"{name}: {days_logged(count)}" for name, count in links.possible.items()]
    return [invitation(), format_possible(links), *has, *how_to_name()]


def notes(links: Links) -> list[str]:
    """Return the notes below the figures, the most important first."""
    lines = (format_chance(links), caution(links), format_gate(links), format_tested(links), EXPECTED)
    return [line for line in lines if line]


def format_declared(names: tuple[str, ...], was: tuple[str, ...] = ()) -> str:
    """Return the message about declared factors, with those declared before if they were others."""
    before = f" (was {', '.join(was)})" if was and was != names else ""
    return f"Named: {', '.join(names) or 'nothing'}{before}"


def format_unused(name: str, nearest: str | None) -> str:
    """Return the message about a declared factor that the diary does not have yet."""
    return f"{name} is not used yet" + (f"; did you mean {nearest}?" if nearest else "")


def format_undo(names: tuple[str, ...]) -> str:
    """Return the description of the undo step."""
    return f"the factors of Links ({', '.join(names)})" if names else "the factors of Links"


def _reported(links: Links) -> list[Link]:
    return [link for link in (*links.factors, *links.before) if link.difference is not None]


def _days(count: int) -> str:
    return f"{count:,} day{'' if count == 1 else 's'}"
