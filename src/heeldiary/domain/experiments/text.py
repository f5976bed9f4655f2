"""The text before and during an experiment: lengths, plan, days, and no pain scores."""

from datetime import date

from heeldiary.domain.days import short_day
from heeldiary.domain.experiments.card import Card
from heeldiary.domain.experiments.experiment import Adherence, Experiment, Outcome, Unit
from heeldiary.domain.experiments.result import PowerLine, PowerTable, Result
from heeldiary.domain.scales import Foot

ABOUT = (
    "An experiment lets a coin decide, day by day or week by week, which of two ways is done. The mornings after one "
    "way can then be compared with the mornings after the other, and the coins say how much of a difference chance "
    "alone would make. Until the last morning the result is hidden: people who look early tend to stop at a lucky "
    "moment."
)
BEGIN = "b starts one. heeldiary experiment new does it from the command line."
SIGNS_HEADING = "Before an experiment: does any of this apply?"
CARRY_OVER = (
    "Whatever a day leaves behind has to be gone by the second morning after it, or the days run into each other. For "
    "what builds up slowly, like insoles or a night splint, let the coin decide whole weeks."
)
SLOW = "A week's coin holds for seven days, so slow effects have time; its first days carry over from the week before."
NOTHING_CHANGES = "Keep everything else the same; the coin decides only this."
NONE = "There is no experiment yet."
INVITATION = "Is it worth doing? Let a coin decide, and compare."
EXAMPLES = (
    "For example: a massage in the evening, or none. A stretch before getting up, or not. Ice before bed, or none."
)
NOT_TODAY = "No coin decides anything today."
_SAID = {"y": "done", "n": "not done", "-": "not logged"}
_TIMES = (
    (0.97, "nearly always"), (0.925, "19 times in 20"), (0.85, "nine times in ten"), (0.775, "four times in five"),
    (0.71, "three times in four"), (0.635, "two times in three"), (0.55, "three times in five"),
    (0.45, "half the time"), (0.365, "two times in five"), (0.29, "one time in three"),
    (0.225, "one time in four"), (0.15, "one time in five"), (0.075, "one time in ten"), (0.0, "hardly ever"),
)  # fmt: skip


def format_share(share: float) -> str:
    """Return a share in words: `two times in three`."""
    return next(words for least, words in _TIMES if share >= least)


def format_length(unit: Unit, length: int) -> str:
    """`28 days`, `12 weeks`."""
    return f"{length} {unit}s"


def format_points(points: int) -> str:
    """`1 point`, `2 points`."""
    return f"{points} point{'s' * (points != 1)}"


def power_line(unit: Unit, points: int, line: PowerLine) -> str:
    """`28 days find a 1-point effect two times in three (66 in 100).`."""
    share = f"{100 * line.power:.0f} in 100"
    return f"{format_length(unit, line.length)} find a {points}-point effect {format_share(line.power)} ({share})."


def power_heading(points: int) -> str:
    """Return the heading of the lengths."""
    return f"How often a true difference of {format_points(points)} would be found:"


def power_source(table: PowerTable) -> str:
    """Return what the power is based on."""
    if table.own_mornings is None:
        return (
            "Computed for simulated mornings (mostly within 1.3 points of their mean, each much like the one before), "
            "with every one logged. Once you have logged 21 mornings, yours are used instead."
        )
    gaps = f"{10 * table.missing:.0f} in 10 mornings not logged, as lately" if table.missing else "every morning logged"
    return f"Computed from your own last {table.own_mornings} mornings, and with {gaps}."


def card_lines(card: Card) -> list[str]:
    """Return the plan as lines."""
    last = card.first_day.toordinal() + card.days - 1
    coins = "each block of four days has two of each" if card.unit == "day" else "each pair of weeks has one of each"
    return [
        f"Heads: {card.heads}. Tails: {card.tails}.",
        f"A coin decides every {card.unit}; {coins}.",
        f"{format_length(card.unit, card.length)}, {short_day(card.first_day)} to {short_day(date.fromordinal(last))}.",
        f"{format_measure(card.foot, card.outcome)} Worth having: {format_points(card.worth)}.",
        SLOW if card.unit == "week" else CARRY_OVER,
        NOTHING_CHANGES,
        *([f"Until then Links shows nothing about {card.factor}."] if card.factor else []),
    ]


def format_measure(foot: Foot, outcome: Outcome) -> str:
    """Return the outcome: `Measured by: first steps of the left foot, the next morning.`."""
    return f"Measured by: first steps of the {foot} foot, {format_outcome(outcome)}."


def format_outcome(outcome: Outcome) -> str:
    """Return which morning counts for a day."""
    return "the next morning" if outcome == "next-morning" else "the same morning"


def format_start(experiment: Experiment, mark: str) -> str:
    """Return the message about the start."""
    return (
        f"Started: {experiment.question}, {experiment.foot} foot, {format_span(experiment)}. "
        f"The days are drawn and locked; the seed's fingerprint is {mark}."
    )


def format_span(experiment: Experiment) -> str:
    """`28 days, Sun 22 Nov 2026 to Sat 19 Dec 2026`."""
    length = format_length(experiment.unit, len(experiment.draw))
    return f"{length}, {short_day(experiment.first_day)} to {short_day(experiment.last_day)}"


def format_today(experiment: Experiment, number: int) -> str:
    """Return what the coin says: `Day 9 of 28, the coin says: evening massage (not logged yet)`."""
    said = format_done(experiment.said(number))
    return f"Day {number + 1} of {experiment.days}, the coin says: {experiment.arm(number)} ({said})"


def format_done(said: str) -> str:
    """`done`, `not done`, `not logged yet`."""
    return f"{_SAID[said]}{' yet' * (said == '-')}"


def format_days(result: Result) -> list[str]:
    """Return the days so far by block: `Days 1 to 4: heads done, tails not done, …`, without future ones."""
    experiment, lines = result.experiment, []
    passed = result.adherence.days
    step = experiment.block_days if experiment.unit == "day" else 7
    for first in range(0, passed, step):
        last = min(first + step, passed) - 1
        numbers = range(first, last + 1)
        if experiment.unit == "day":
            coins = ", ".join(f"{_coin(experiment, n)} {_SAID[experiment.said(n)]}" for n in numbers)
            lines.append(f"Day{'s' * (last > first)} {first + 1}{f' to {last + 1}' * (last > first)}: {coins}.")
        else:
            done = sum(experiment.said(n) == "y" for n in numbers)
            days = f"{len(numbers)} day{'s' * (last > first)}"
            lines.append(f"Week {first // 7 + 1}: {_coin(experiment, first)}, done on {done} of {days}.")
    return lines


def format_adherence(adherence: Adherence) -> str:
    """`Done as the coin said on 20 of 28 days, not done on 3, not logged on 5.`."""
    return (
        f"Done as the coin said on {adherence.done} of {adherence.days} day{'s' * (adherence.days != 1)}, not done on "
        f"{adherence.not_done}, not logged on {adherence.not_said}."
    )


def format_phase(result: Result) -> str:
    """Return the progress."""
    experiment = result.experiment
    match result.phase:
        case "to-come":
            return f"Begins on {short_day(experiment.first_day)}."
        case "running":
            passed = min(experiment.days, (result.today - experiment.first_day).days + 1)
            return f"Day {passed} of {experiment.days}. {format_sealed(experiment)}"
        case "stopped":
            stopped = experiment.stopped_on or result.today
            return f"Stopped early, on {short_day(stopped)}: computed from what there is."
        case _:
            return f"Ended on {short_day(experiment.last_day)}."


def format_sealed(experiment: Experiment) -> str:
    """Return until when the result is sealed."""
    return f"Sealed until {short_day(experiment.last_morning)}."


def format_place(result: Result) -> str:
    """Return the line below the question: `Left foot, 28 days from Thu 12 Nov 2026. Sealed until …`."""
    experiment = result.experiment
    if not result.sealed:
        return f"{format_span(experiment)}. {format_phase(result)}"
    length = format_length(experiment.unit, len(experiment.draw))
    foot = f"{experiment.foot.capitalize()} foot"
    return f"{foot}, {length} from {short_day(experiment.first_day)}. {format_sealed(experiment)}"


def sealed_lines(result: Result) -> list[str]:
    """Return what is shown while it runs: counts, no pain scores."""
    return [
        result.experiment.question,
        format_phase(result)
        if result.phase == "running"
        else f"{format_phase(result)} {format_sealed(result.experiment)}",
        format_adherence(result.adherence),
        f"{result.logged} morning{'s' * (result.logged != 1)} logged so far.",
    ]


def stop_warning(experiment: Experiment) -> str:
    """Return the question before stopping it early."""
    return (
        f"{experiment.question}: it would run until {short_day(experiment.last_day)}. If it ends now, it is "
        "computed from what there is and always marked as stopped early; stopping at a chosen moment tends to show "
        "more than there is."
    )


def _coin(experiment: Experiment, number: int) -> str:
    return "heads" if experiment.coin(number) == "H" else "tails"
