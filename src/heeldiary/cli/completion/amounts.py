"""Candidates that are numbers: scores, durations and lengths."""

from typing import Literal

from heeldiary.cli.completion.candidate import Candidate, CompletionContext
from heeldiary.cli.completion.diary_candidates import glance
from heeldiary.domain.durations import format_minutes, format_seconds, format_times, parse_point_seconds
from heeldiary.domain.scales import FEET, HIGHEST, LOWEST, feet_of

_TIMED: dict[str, Literal["activity", "care", "sitting"]] = {
    "log activity": "activity",
    "log care": "care",
    "log sitting": "sitting",
}
_USUAL_MINUTES = {"log sitting": (240, 360, 480), "log massage": (5, 8, 10)}
_OTHER_MINUTES = (15, 30, 45, 60, 90)
_STRETCHES = (30, 60, 90, 120)
_POINTS = ("60s", "90s", "2m", "3m", "5m")
_ENDS = {LOWEST: "no pain", HIGHEST: "the worst pain"}


def scores(_: CompletionContext) -> list[Candidate]:
    """Return the numbers of the scale."""
    return [Candidate(str(score), _ENDS.get(score, f"{score} of {HIGHEST}")) for score in range(LOWEST, HIGHEST + 1)]


def feet_and_scores(context: CompletionContext) -> list[Candidate]:
    """Return the candidates after `log`: a foot, its score, then the other foot; or a score."""
    given = context.given
    if given and feet_of(given[-1]):
        return scores(context)
    if given and len(feet_of(given[0])) != 1:
        return []
    named = [foot for word in given for foot in feet_of(word)]
    feet = [Candidate(foot, "the foot, then its score") for foot in FEET if foot not in named]
    return feet if given else [*feet, Candidate("both", "one score for both feet"), *scores(context)]


def minutes(context: CompletionContext) -> list[Candidate]:
    """Return the usual durations of what is logged: the diary's own, the most frequent first, then round ones."""
    from heeldiary.store.entries.notes import used_minutes

    table = _TIMED.get(context.command)
    with glance(context) as diary:
        own = used_minutes(diary, table, *context.given[:1]) if diary and table else []
    usual = _USUAL_MINUTES.get(context.command, _OTHER_MINUTES)
    return [
        *(
            Candidate(_typed(length), f"{format_minutes(length)}, {format_times(times)} in your diary")
            for length, times in own
        ),
        *_round(usual),
    ]


def stretches(_: CompletionContext) -> list[Candidate]:
    """Return round lengths of sitting without standing up."""
    return _round(_STRETCHES)


def point_seconds(_: CompletionContext) -> list[Candidate]:
    """Return round durations of a point."""
    return [Candidate(typed, format_seconds(parse_point_seconds(typed))) for typed in _POINTS]


def trend_weeks(_: CompletionContext) -> list[Candidate]:
    """Return usual ranges of Trends."""
    spans = {"4": "a month", "12": "three months, the default", "26": "half a year", "52": "a year"}
    return [Candidate(number, about) for number, about in spans.items()]


def experiment_days(_: CompletionContext) -> list[Candidate]:
    """Return every length in days."""
    from heeldiary.domain.experiments.card import FEWEST_DAYS, MOST_DAYS
    from heeldiary.domain.experiments.experiment import BLOCK_DAYS

    lengths = range(FEWEST_DAYS, MOST_DAYS + 1, BLOCK_DAYS)
    return [Candidate(str(days), f"{days // BLOCK_DAYS} blocks of {BLOCK_DAYS} days") for days in lengths]


def changes(_: CompletionContext) -> list[Candidate]:
    """Return how many changes are undone or redone at once."""
    return [Candidate(str(number), f"the last {number} changes") for number in (2, 3, 5)]


def experiment_weeks(_: CompletionContext) -> list[Candidate]:
    """Return every length in weeks."""
    from heeldiary.domain.experiments.card import FEWEST_WEEKS, MOST_WEEKS
    from heeldiary.domain.experiments.experiment import BLOCK_WEEKS

    lengths = range(FEWEST_WEEKS, MOST_WEEKS + 1, BLOCK_WEEKS)
    return [Candidate(str(weeks), f"{weeks // BLOCK_WEEKS} pairs of weeks") for weeks in lengths]


def worth(_: CompletionContext) -> list[Candidate]:
    """Return every smallest difference."""
    from heeldiary.domain.experiments.card import MOST_WORTH, SMALLEST_WORTH

    points = range(SMALLEST_WORTH, MOST_WORTH + 1)
    return [Candidate(str(number), f"{number} point{'s' * (number > 1)} on the scale") for number in points]


def _round(lengths: tuple[int, ...]) -> list[Candidate]:
    return [Candidate(_typed(length), format_minutes(length)) for length in lengths]


def _typed(length: int) -> str:
    """Return minutes as a person types them: `45m`, `1h30`, `2h`."""
    hours, rest = divmod(length, 60)
    if not hours:
        return f"{rest}m"
    return f"{hours}h{rest:02}" if rest else f"{hours}h"
