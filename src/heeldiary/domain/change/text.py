"""The text of then and now, the trend and the noise bands: the same words for better and worse, and no cause."""

from heeldiary.domain.change.change import NoiseBand, ThenAndNow, TooEarly, Trend
from heeldiary.domain.days import MONTHS, short_day
from heeldiary.domain.text import capitalized
from heeldiary.domain.weeks.weeks import Week

BEGINNING = "People tend to start a diary at their worst. Some drop comes by itself."
"""Shown with every then and now."""

IMPORTANT = (
    "The smallest difference in first-step pain that people with plantar heel pain called important: 19 mm on a line "
    "of 100 mm, roughly 2 points on 0-10 (Landorf 2010); 9 mm in an earlier set (Landorf and Radford 2008)."
)
"""Landorf, Radford and Hudson 2010, J Foot Ankle Res 3:7; Landorf and Radford 2008, The Foot 18:15. A smallest
important difference, so never shown with a change called much."""

IMPORTANT_BRIEF = "Least change called important: about 2 points (19 mm of 100), once 1 (9 mm)."
"""Landorf 2010 and 2008, in one line."""

BAND = "band: where a week's mean falls nine times in ten if nothing changed since the 4 weeks before"
BAND_CAPTIONS = (
    BAND,
    "where 9 weeks in 10 fall if nothing changed since the 4 before",
    "9 weeks in 10, if nothing changed since the 4 before",
    "9 weeks in 10, if as the 4 weeks before",
)
"""The captions of the weekly chart, longest first. They name the comparison the band is for."""
NO_BAND = "no band before 21 mornings"

DESCRIPTION = "It describes these weeks, not future ones."
"""Shown with a trend."""

COMPUTING = "Computing …"


def format_difference(difference: float) -> str:
    """`2.1 lower`, `0.4 higher`, `the same`."""
    if difference == 0:
        return "the same"
    return f"{abs(difference):.1f} {'lower' if difference < 0 else 'higher'}"


def format_then_and_now(then_and_now: ThenAndNow | TooEarly) -> list[str]:
    """Return then and now as sentences, or what is missing."""
    if isinstance(then_and_now, TooEarly):
        return [f"Then and now: {format_too_early(then_and_now)}"]
    then, now = then_and_now.then, then_and_now.now
    since = "" if then_and_now.since is None else f" from {short_day(then_and_now.since)} on, the day you set"
    sentences = [
        f"Then, the first {len(then.scores)} mornings{since} ({short_day(then.first)} to {short_day(then.last)}): "
        f"mean {then.mean:.1f}.",
        f"Now, the last {now_days(then_and_now)} days up to {short_day(now.last)}, {len(now.scores)} mornings: "
        f"mean {now.mean:.1f}.",
        format_verdict(then_and_now),
        format_tolerance(then_and_now),
        BEGINNING,
    ]
    return sentences if "much" in then_and_now.verdict else [*sentences, IMPORTANT]


def labels(then_and_now: ThenAndNow) -> tuple[str, str, str, str]:
    """Return the labels of the picture: then, now, its mornings, and the tolerance."""
    then, now = len(then_and_now.then.scores), len(then_and_now.now.scores)
    return (
        f"first {then} mornings",
        f"last {now_days(then_and_now)} days",
        f"{now} mornings",
        f"±{then_and_now.band:.1f}, 9 in 10",
    )


def answers_of_change(then_and_now: ThenAndNow | TooEarly) -> tuple[str, ...]:
    """Return whether it has changed, in one sentence, or what is missing for an answer; the longest first.

    The first mornings are dated: a chart of the last weeks does not show them.
    `Now 4.2, in Nov/Dec 2025 7.2: 3.0 lower (chance ±0.6), what people call much better.`
    """
    if isinstance(then_and_now, TooEarly):
        missing = capitalized(format_too_early(then_and_now))
        return f"Better or worse than at first? {missing}", f"Better or worse? {missing.partition(';')[0].rstrip('.')}."
    first, last, _, _ = labels(then_and_now)
    now, then = f"{then_and_now.now.mean:.1f}", f"{then_and_now.then.mean:.1f}"
    when = months_of_then(then_and_now)
    difference = format_difference(then_and_now.difference)
    size = then_and_now.verdict.replace("the size people usually call", "what people call")
    briefly = then_and_now.verdict.replace("the size people usually call", "called")
    chance = f"{difference} (chance ±{then_and_now.band:.1f})"
    return (
        f"The {last} had a mean of {now}, the {first}, in {when}, {then}: {chance}, {size}.",
        f"Now {now}, in {when} {then}: {chance}, {size}.",
        f"Now {now}, {when} {then}: {difference}, {briefly}.",
        f"Now {now}, {when} {then}: {_with_direction(then_and_now.difference, briefly)}.",
    )


def _with_direction(difference: float, verdict: str) -> str:
    """Return a verdict that says lower or higher by itself: `noticeably higher`."""
    how_much = {"noticeable": "noticeably", "small": "a little"}.get(verdict)
    return f"{how_much} {'lower' if difference < 0 else 'higher'}" if how_much else verdict


def months_of_then(then_and_now: ThenAndNow) -> str:
    """Return the months of the first mornings: `Nov 2025`, `Nov/Dec 2025`."""
    first, last = then_and_now.then.first, then_and_now.then.last
    names = dict.fromkeys(MONTHS[day.month - 1][:3] for day in (first, last))
    return f"{'/'.join(names)} {last.year}"


def now_days(then_and_now: ThenAndNow) -> int:
    """Return the number of days of now."""
    return (then_and_now.now.last - then_and_now.now.first).days + 1


def format_verdict(then_and_now: ThenAndNow) -> str:
    """Return the verdict: `Now is 1.4 lower: noticeable.`."""
    return f"Now is {format_difference(then_and_now.difference)}: {then_and_now.verdict}."


def format_tolerance(then_and_now: ThenAndNow) -> str:
    """Return the sentence on the tolerance."""
    band = f"{then_and_now.band:.1f}"
    return f"If nothing had really changed, the two means would still differ by up to {band}, 9 times in 10."


def format_too_early(waiting: TooEarly) -> str:
    """Return what is there and what is missing."""
    have, need = waiting.have, waiting.need
    match waiting.what:
        case "mornings":
            since = f", counted from {short_day(waiting.since)} (baseline-from)" if waiting.since else ""
            return f"{have} of {need} mornings so far{since}; {_more(need - have, 'morning')} to come."
        case "recent mornings":
            return f"{have} mornings in the last {2 * need} days; {need} are needed to compare them."
        case "mornings of a year":
            return f"{have} mornings in the last 52 weeks; {need} are needed to know how far they differ by chance."
        case "weeks":
            return f"too early: week {have} of {need}."
        case "recent weeks":
            return f"too few weeks of 4 mornings or more in the last 12: {have} of {need}."


def _more(number: int, what: str) -> str:
    return f"{number} {what}{'s' * (number != 1)}"


def format_trend(trend: Trend | TooEarly) -> str:
    """Return the trend with its interval, or what is missing."""
    if isinstance(trend, TooEarly):
        return f"Trend: {format_too_early(trend)}"
    return f"Trend of {len(trend.means)} weeks: {format_pace(trend)}. {DESCRIPTION}"


def format_pace(trend: Trend) -> str:
    """`0.9 lower per 4 weeks, plausible range 1.5 lower to 0.2 lower`."""
    unclear = "" if trend.clear else ": no clear trend"
    low, high = format_difference(trend.low), format_difference(trend.high)
    return f"{format_difference(trend.per_four_weeks)} per 4 weeks, plausible range {low} to {high}{unclear}"


def format_trend_briefly(trend: Trend) -> str:
    """Return the trend in one short line."""
    low, high = format_difference(trend.low), format_difference(trend.high)
    pace = f"{format_difference(trend.per_four_weeks)} per 4 weeks ({low} to {high})"
    unclear = f"no clear rise or fall ({low} to {high} per 4 weeks)"
    return f"In {len(trend.means)} weeks: {pace if trend.clear else unclear}"


def answer_of_trend(trend: Trend | TooEarly) -> str:
    """Return whether the last weeks rose or fell, in one sentence; "" while it is too early to say."""
    if isinstance(trend, TooEarly):
        return ""
    low, high = format_difference(trend.low), format_difference(trend.high)
    pace = f"{format_difference(trend.per_four_weeks)} per 4 weeks" if trend.clear else "no clear rise or fall"
    return f"The last {len(trend.means)} weeks: {pace} ({low} to {high}{'' if trend.clear else ' per 4 weeks'})."


def format_band(band: NoiseBand) -> str:
    """`4.1 to 6.3`."""
    return f"{band.low:.1f} to {band.high:.1f}"


def format_band_place(week: Week, band: NoiseBand | None) -> str:
    """Return a week's band and place: `band 4.1 to 6.3, below it`; "" without a band."""
    if band is None or week.mean is None:
        return ""
    place = band.place(week.mean)
    return f"band {format_band(band)}" + ("" if place == "within" else f", {place} it")


def band_caption(has_bands: bool) -> str:
    """Return the sentence that explains the weeks' noise band."""
    if has_bands:
        return f"{capitalized(BAND)} it; up to one week in ten lies outside by chance alone."
    return "No band yet: it needs 21 mornings, and 12 in the four weeks before a week."
