"""The text of a result. A coin makes it more than an association; it still speaks only of these days and of chance."""

from heeldiary.domain.experiments.card import FEWEST_WEEKS
from heeldiary.domain.experiments.experiment import Experiment, Unit
from heeldiary.domain.experiments.result import Figures, Result
from heeldiary.domain.experiments.text import format_adherence, format_phase, format_points, format_span, sealed_lines

KNEW = "You knew which was which on every day; no coin takes out what knowing does to a score."
ONE_PERSON = "It is about these days of one foot, not about other people, and not about other times."
EITHER_WAY = "The range includes no difference: these mornings cannot tell the two ways apart."
ASSIGNED = "Analysed as the coin said, whether it was done or not."
ADJUSTED = (
    "The difference allows for a steady rise or fall over time, and for mornings being like the one before; so it "
    "need not match the two means."
)
PAIRED = "The difference is the mean over pairs of weeks; a pair counts with 4 mornings or more in each week."


def result_lines(result: Result) -> list[str]:
    """Return the result as sentences."""
    if result.sealed:
        return sealed_lines(result)
    experiment = result.experiment
    lines = [experiment.question, f"{format_span(experiment)}. {format_phase(result)}"]
    if result.figures is None:
        lines.append(too_little(result))
    else:
        lines += [
            format_difference(result, result.figures),
            *([EITHER_WAY] if result.figures.low <= 0 <= result.figures.high else []),
            format_chance(result.figures),
            format_worth(experiment, result.figures),
            *([few_pairs()] if result.pairs is not None and result.pairs < FEWEST_WEEKS // 2 else []),
        ]
    return [*lines, _means_words(result), format_adherence(result.adherence), ASSIGNED, *notes(result)]


def notes(result: Result) -> list[str]:
    """Return the fixed sentences below a result."""
    method = PAIRED if result.experiment.unit == "week" else ADJUSTED
    return [*([method] if result.figures else []), KNEW, ONE_PERSON]


def format_difference(result: Result, figures: Figures) -> str:
    """`Mornings after massage days hurt 0.8 less (plausible range 0.1 to 1.5 less) than after no massage days.`."""
    after = "after" if result.experiment.outcome == "next-morning" else "of"
    experiment, spans = result.experiment, f"{result.experiment.unit}s"
    size = _size(figures.difference)
    hurt = f"hurt {size}" if size != "0.0" else "hurt as much"
    than = "than" if size != "0.0" else "as"
    return (
        f"Mornings {after} {experiment.heads} {spans} {hurt} (plausible range {format_range(figures)}) {than} "
        f"{after} {experiment.tails} {spans}."
    )


def format_range(figures: Figures) -> str:
    """Return the 95 % interval: `0.1 to 1.5 less`, `0.3 more to 0.9 less`; an end that rounds to 0 keeps its side."""
    low, high = figures.low, figures.high
    if low < 0 < high:
        return f"{_end(low)} {_side(low)} to {_end(high)} {_side(high)}"
    near, far = sorted((low, high), key=abs)
    return f"{_end(near)} to {_end(far)} {_side(far)}"


def format_chance(figures: Figures) -> str:
    """Return how often chance alone gives as large a difference."""
    times = round(1000 * figures.p_value)
    often = "fewer than 1 time" if figures.p_value < 0.001 else f"{times} time{'s' * (times != 1)}"
    looked = f"all {figures.draws:,} possible draws" if figures.exact else f"{figures.draws:,} draws"
    return (
        f"A difference this large comes up by chance alone {often} in 1,000 draws of the coins "
        f"(p {format_p(figures.p_value)}, from {looked})."
    )


def format_p(p_value: float) -> str:
    """Return p with three decimals, never a bare zero."""
    return "under .001" if p_value < 0.001 else f"{p_value:.3f}".removeprefix("0")


def format_worth(experiment: Experiment, figures: Figures) -> str:
    """Return the chance that it is worth the trouble, in either direction."""
    points = format_points(experiment.worth)
    return (
        f"Chance that it reaches {points}, going by these mornings alone: {_hundred(figures.below)} that "
        f'"{experiment.heads}" is {points} or more below "{experiment.tails}"; {_hundred(figures.above)} that it '
        "is that much above."
    )


def short_verdict(figures: Figures) -> str:
    """Return the verdict in a few words: `0.8 less with heads (plausible range 0.1 to 1.5 less)`."""
    return f"{short_difference(figures)} ({plausible_range(figures)})"


def short_difference(figures: Figures) -> str:
    """Return the difference in a few words: `0.8 less with heads`, `no difference`."""
    size = _size(figures.difference)
    return "no difference" if size == "0.0" else f"{size} with heads"


def plausible_range(figures: Figures) -> str:
    """Return `plausible range 0.1 to 1.5 less`."""
    return f"plausible range {format_range(figures)}"


def format_signed(points: float) -> str:
    """Return a difference with its sign, for an axis: `−0.8`, `+0.3`, `0.0`."""
    size = f"{abs(points):.1f}"
    return size if size == "0.0" else f"{'−' if points < 0 else '+'}{size}"


def too_little(result: Result) -> str:
    """Return why there are no figures."""
    if len(result.mornings) > 1 and len({morning.score for morning in result.mornings}) == 1:
        return "Every morning had the same score: there is nothing to compare."
    if result.experiment.unit == "week":
        return "Too little to compare: it needs 2 pairs of weeks with 4 mornings or more in each week."
    return "Too little to compare: it needs 4 mornings with heads and 4 with tails."


def few_pairs() -> str:
    """Return the caution for fewer than six pairs."""
    return "With fewer than 6 pairs of weeks even the clearest difference comes by chance more than 5 times in 100."


def format_check(agrees: bool) -> str:
    """Return whether the saved coins follow from the seed."""
    if agrees:
        return "The saved coins match the seed."
    return "The saved coins do not match the seed: one of the two was changed."


def check_sealed(mark: str) -> str:
    """Return what is shown instead of the seed before the end."""
    return (
        f"The seed stays sealed with the future coins; its fingerprint is {mark}. --reveal shows it now, and with it "
        "all future coins."
    )


def procedure(unit: Unit, orders: tuple[str, ...]) -> list[str]:
    """Return how to repeat the draw by hand."""
    what = "block of four days" if unit == "day" else "pair of weeks"
    numbered = ", ".join(f"{number} {order}" for number, order in enumerate(orders))
    return [
        f"Each {what}, n = 1, 2, 3 and so on: take the SHA-256 of the text SEED:n, read its first 8 digits as a "
        f"hexadecimal number, divide by {len(orders)}. The remainder is the order: {numbered}.",
        "In a shell: for n in 1 2 3; do "
        f"echo $((16#$(printf %s SEED:$n | sha256sum | cut -c1-8) % {len(orders)})); done",
    ]


def list_line(result: Result) -> str:
    """Return an experiment as a line of the list."""
    phases = {"to-come": "to come", "running": "running, sealed", "stopped": "stopped early", "ended": "ended"}
    verdict = f"; {short_verdict(result.figures)}" if result.figures else ""
    return f"{result.experiment.question}: {format_span(result.experiment)}; {phases[result.phase]}{verdict}"


def _means_words(result: Result) -> str:
    sides = [_mean_words(result, coin) for coin in "HT"]
    return f"{sides[0]}; {sides[1]}."


def _mean_words(result: Result, coin: str) -> str:
    experiment, mean = result.experiment, result.mean(coin)
    arm = experiment.heads if coin == "H" else experiment.tails
    side = "Heads" if coin == "H" else "tails"
    count = len(result.of(coin))
    mean_text = "no morning" if mean is None else f"mean {mean:.1f} of {count} morning{'s' * (count != 1)}"
    return f"{side}, {arm}: {mean_text}"


def _size(points: float) -> str:
    size = f"{abs(points):.1f}"
    return size if size == "0.0" else f"{size} {'less' if points < 0 else 'more'}"


def _end(points: float) -> str:
    size = f"{abs(points):.1f}"
    return "under 0.1" if points and size == "0.0" else size


def _side(points: float) -> str:
    return "less" if points < 0 else "more"


def _hundred(share: float) -> str:
    if share < 0.005:
        return "under 1 in 100"
    return "over 99 in 100" if share > 0.995 else f"{100 * share:.0f} in 100"
