"""The diary's own warning signs: reasons to ask a clinician, found in one foot's mornings or in the person's tags.

They are our own rules, unreviewed, and never say what is wrong. How often each appears in made-up diaries in which
nothing changes is printed by `make calibrate`; docs/statistics.md has the figures and the rules that were rejected.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from math import sqrt
from typing import Literal, NamedTuple

from heeldiary.domain.scales import Foot

Kind = Literal["rising", "high", "tag"]

NOW_DAYS, BEFORE_DAYS = 14, 28
"""The last two weeks are compared with the four before them."""
FEWEST_NOW, FEWEST_BEFORE = 8, 14
"""The fewest mornings logged in each, for a comparison."""
RISE_POINTS = 2.0
"""The smallest rise of the mean that counts."""
USUAL_SWINGS = 4.8
"""How many standard errors the rise has to exceed, once there is half a year to estimate them from."""
HISTORY_DAYS = 182
"""How far back before the last two weeks the swings are estimated from."""

HIGH_SCORE, HIGH_MORNINGS, OF_MORNINGS, WITHIN_DAYS = 8, 16, 20, 30
"""High pain: this many of the last logged mornings at this score or more, within this many days."""

TAG_DAYS = 7
"""How many days a tag counts."""
FLAG_TAGS = frozenset(
    {
        "burning", "fever", "hot heel", "night pain", "no feeling", "numb", "numbness", "open sore",
        "pins and needles", "redness", "rest pain", "swelling", "swollen", "tingling", "weak foot",
    }
)  # fmt: skip
"""Tags that name something on the Guide's page about clinicians."""

LOOKED_AT_DAYS = NOW_DAYS + HISTORY_DAYS
"""How many days up to a morning decide about its signs."""
STALE_DAYS = 7
"""Without a logged morning for this long, mornings say nothing about today."""

_SMALLEST_PERSISTENCE, _LARGEST_PERSISTENCE = 0.3, 0.9
_SMALLEST_VARIANCE = 0.25
"""Scores are whole numbers: half a point of spread is in the rounding alone."""
_FEWEST_IN_BLOCK = 10
_ROUNDING = 1e-6
"""Two means that are 2 points apart may be a little less apart as binary fractions."""


class WarningSign(NamedTuple):
    """One warning sign that holds."""

    kind: Kind
    foot: Foot | None
    """The foot it is about; None for a tag, which belongs to the day."""
    now: float = 0.0
    """Rising: the mean of the last two weeks. High: the number of high mornings."""
    before: float = 0.0
    """Rising: the mean of the four weeks before."""
    tag: str = ""
    """The tag, for a tag."""
    last: date | None = None
    """The last of the mornings that it is about; None for a tag."""

    @property
    def name(self) -> str:
        """The name by which it is dismissed: `rising-left`, `high-right`, `tag-numb`."""
        return f"{self.kind}-{self.foot or _plain(self.tag).replace(' ', '-')}"


def find_foot_signs(foot: Foot, scores: Mapping[date, int], today: date) -> list[WarningSign]:
    """Return the signs that hold at the last morning up to today.

    `scores` are first-step scores by day, oldest first, of at least the last `LOOKED_AT_DAYS` days. A rise is not
    repeated as high pain.
    """
    last = _last_morning(scores, today)
    if last is None:
        return []
    sign = _rising(foot, scores, last) or _high(foot, scores, last)
    return [sign] if sign else []


def still_holds(sign: WarningSign, scores: Mapping[date, int], today: date) -> bool:
    """Return whether the rule of a foot's sign holds on a day, even if hidden behind a rise."""
    last = _last_morning(scores, today)
    if last is None or sign.foot is None:
        return False
    rule = _rising if sign.kind == "rising" else _high
    return rule(sign.foot, scores, last) is not None


def find_tag_signs(tags: Iterable[str]) -> list[WarningSign]:
    """Return a sign for each of the recent tags that the Guide's page names, in their order."""
    signs = (WarningSign("tag", None, tag=tag) for tag in tags if _plain(tag) in FLAG_TAGS)
    return list({sign.name: sign for sign in signs}.values())


def _plain(tag: str) -> str:
    """Return a tag without regard to case and to how its words are joined: `Night-pain` is `night pain`."""
    return " ".join(tag.casefold().replace("-", " ").replace("_", " ").split())


def _last_morning(scores: Mapping[date, int], today: date) -> date | None:
    """Return the last morning up to today, unless it is too old to say anything about today."""
    last = max((day for day in scores if day <= today), default=None)
    return last if last is not None and (today - last).days < STALE_DAYS else None


def _high(foot: Foot, scores: Mapping[date, int], last: date) -> WarningSign | None:
    """Look at the last mornings that were logged."""
    first = last - timedelta(days=WITHIN_DAYS - 1)
    mornings = [score for day, score in scores.items() if first <= day <= last][-OF_MORNINGS:]
    high = sum(score >= HIGH_SCORE for score in mornings)
    enough = len(mornings) == OF_MORNINGS and high >= HIGH_MORNINGS
    return WarningSign("high", foot, now=high, last=last) if enough else None


def _rising(foot: Foot, scores: Mapping[date, int], last: date) -> WarningSign | None:
    """Compare the last two weeks with the four before, and with how much such means differ by themselves."""
    start = last - timedelta(days=NOW_DAYS - 1)
    now = [score for day, score in scores.items() if start <= day <= last]
    before = [score for day, score in scores.items() if start - timedelta(days=BEFORE_DAYS) <= day < start]
    if len(now) < FEWEST_NOW or len(before) < FEWEST_BEFORE:
        return None
    mean_now, mean_before = sum(now) / len(now), sum(before) / len(before)
    rise = mean_now - mean_before
    if rise < RISE_POINTS - _ROUNDING or rise < _usual_difference(scores, start):
        return None
    return WarningSign("rising", foot, mean_now, mean_before, last=last)


def _usual_difference(scores: Mapping[date, int], start: date) -> float:
    """Return how far the two means may lie apart if nothing changes, in points, from the mornings before `start`.

    The noise is taken for an AR(1) process. Its variance and its lag-one correlation are estimated within blocks of
    four weeks, so that slow changes are not taken for noise, and both are corrected for the means that were taken out.
    """
    squares = products = 0.0
    mornings = pairs = 0
    for block in _blocks(scores, start):
        mean = sum(block.values()) / len(block)
        squares += sum((score - mean) ** 2 for score in block.values())
        mornings += len(block)
        for day, score in block.items():
            following = block.get(day + 1)
            if following is not None:
                products += (score - mean) * (following - mean)
                pairs += 1
    if not mornings:
        return float("inf")
    variance = squares / mornings
    correlation = products / pairs / variance if pairs and variance else 0.0
    correlation += (1 + 4 * correlation) / BEFORE_DAYS
    persistence = min(_LARGEST_PERSISTENCE, max(_SMALLEST_PERSISTENCE, correlation))
    lost = _variance_of_mean(persistence, BEFORE_DAYS)
    variance = max(_SMALLEST_VARIANCE, variance / (1 - lost))
    of_difference = _variance_of_mean(persistence, NOW_DAYS) + lost - 2 * _covariance(persistence)
    caution = 1 + BEFORE_DAYS / mornings  # the fewer mornings, the less is known of the swings
    return USUAL_SWINGS * caution * sqrt(variance * of_difference)


def _blocks(scores: Mapping[date, int], start: date) -> list[dict[int, int]]:
    """Return blocks of four weeks back from `start`, scores by day number; those with few mornings are left out."""
    blocks: dict[int, dict[int, int]] = {}
    for day, score in scores.items():
        ago = (start - day).days - 1
        if 0 <= ago < HISTORY_DAYS:
            blocks.setdefault(ago // BEFORE_DAYS, {})[day.toordinal()] = score
    return [block for block in blocks.values() if len(block) >= _FEWEST_IN_BLOCK]


def _variance_of_mean(persistence: float, days: int) -> float:
    """Return the variance of the mean of an AR(1) process of variance 1 over so many days."""
    return (1 + 2 * sum((1 - lag / days) * persistence**lag for lag in range(1, days))) / days


def _covariance(persistence: float) -> float:
    """Return the covariance of the means of the last two weeks and of the four before, of such a process."""
    near = persistence * (1 - persistence**NOW_DAYS) * (1 - persistence**BEFORE_DAYS)
    return near / ((1 - persistence) ** 2 * NOW_DAYS * BEFORE_DAYS)
