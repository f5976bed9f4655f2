"""`heeldiary experiment new`: the red flags, the length and its power, then the draw."""

from heeldiary.cli.context import CommandContext
from heeldiary.cli.parser import Arguments, Parser
from heeldiary.cli.streams import fitted
from heeldiary.domain.experiments import text as words
from heeldiary.domain.experiments.card import (
    FEWEST_DAYS,
    FEWEST_WEEKS,
    MOST_DAYS,
    MOST_WEEKS,
    Card,
    check_length,
    parse_first_day,
    parse_length,
    parse_question,
    parse_worth,
    plain_factor,
    usual_first_day,
)  # fmt: skip
from heeldiary.domain.experiments.draw import fingerprint
from heeldiary.domain.experiments.experiment import OUTCOMES, UNITS, Outcome, Unit
from heeldiary.domain.experiments.safety import RED_FLAGS, refuse_red_flags, refuse_unfit
from heeldiary.domain.experiments.to_json import card_to_json
from heeldiary.domain.links.factors import parse_factor
from heeldiary.domain.scales import Foot, parse_foot
from heeldiary.errors import BadInput, did_you_mean
from heeldiary.store.diary import Diary
from heeldiary.store.experiments import begin, own_power, refuse_second


def parser(name: str) -> Parser:
    """Return the parser of `experiment new`."""
    parser = Parser(
        name,
        "Begin an experiment. First it asks whether something needs a clinician, then it shows how often each length "
        "would find a real difference; then the days are drawn and locked.",
        '  heeldiary experiment new "evening massage or not"\n'
        '  heeldiary experiment new "soft insoles or not" --weeks 16 --from mon\n'
        '  heeldiary experiment new "stretch before the first step or not" --outcome same-morning --days 28\n'
        '  heeldiary experiment new "evening massage or not" --days 28 --asked --yes     in a script',
    )
    parser.add_argument("question", metavar="QUESTION", help="the two ways to compare, with one 'or' between them")
    parser.add_argument("--days", metavar="N", help=f"coin-flip days: {FEWEST_DAYS} to {MOST_DAYS}, a multiple of four")
    parser.add_argument("--weeks", metavar="N", help=f"coin-flip weeks: {FEWEST_WEEKS} to {MOST_WEEKS}, an even number")
    parser.add_argument("-f", "--foot", metavar="F", help="left or right (default: the affected foot)")
    parser.add_argument(
        "--outcome",
        metavar="O",
        help="next-morning (default), or same-morning for something you do before the first step",
    )
    parser.add_argument(
        "--worth", metavar="N", default="1", help="the smallest difference worth having, in points, 1-5 (default: 1)"
    )
    parser.add_argument(
        "--from", dest="first", metavar="DAY", help="the first day: a future date, today, tomorrow, mon"
    )
    parser.add_argument(
        "--about",
        metavar="FACTOR",
        help="the Links factor it is about (default: massage or a kind of care, if the question names one)",
    )
    parser.add_argument(
        "--asked", action="store_true", help="confirm that none of the red flags applies (without it, you are asked)"
    )
    parser.add_argument("--yes", action="store_true", help="start without asking for confirmation")
    return parser


def run_new(arguments: Arguments, context: CommandContext) -> None:
    """Ask, show the plan, and start."""
    question, heads, tails = parse_question(arguments.question)
    refuse_unfit(question)
    worth = parse_worth(arguments.worth)
    factor = parse_factor(arguments.about) if arguments.about else plain_factor(question)
    outcome = _outcome(arguments.outcome)
    if arguments.days and arguments.weeks:
        raise BadInput("the coin decides days or weeks, not both", "give --days or --weeks")
    with context.reading() as diary:
        foot = _foot(diary, arguments.foot)
        today = diary.today()
        refuse_second(diary, today)
        chosen = _chosen(arguments.days, arguments.weeks)
        _ask_signs(arguments, context)
        _tell_power(diary, foot, worth, context, chosen)
        unit, length = chosen or _ask_length(context)
        first = parse_first_day(arguments.first, today) if arguments.first else usual_first_day(unit, outcome, today)
    card = Card(question, heads, tails, foot, unit, outcome, worth, factor, first, length)
    for line in words.card_lines(card):
        context.say(line)
    if not arguments.yes and not _confirmed(context):
        return
    with context.writing() as diary:
        experiment = begin(diary, card)
    with context.done():
        if context.options.json:
            context.print_json(card_to_json(experiment))
        else:
            context.print(words.format_start(experiment, fingerprint(experiment.seed)))
            if experiment.number(today) is not None:
                context.print("heeldiary experiment today shows what the coin says.")


def _ask_signs(arguments: Arguments, context: CommandContext) -> None:
    """Ask whether a red flag applies; raises BadInput unless none does."""
    if arguments.asked:
        return
    context.say(words.SIGNS_HEADING)
    for sign in RED_FLAGS:
        context.say(f"    {sign.text}")
    if not context.interactive:
        raise BadInput("an experiment starts only if none of these signs applies", "if none does, add --asked")
    answer = context.ask("Does any of this apply?", ("no", "yes"), until_answered=True)
    if answer is None:
        raise BadInput("the question was not answered", "start again when you are ready")
    refuse_red_flags(answer == "yes")


def _tell_power(diary: Diary, foot: Foot, worth: int, context: CommandContext, chosen: tuple[Unit, int] | None) -> None:
    """Show the power of each length: how often it would find a difference of `worth` points."""
    context.say(words.power_heading(worth))
    table = None
    for unit in UNITS if chosen is None else chosen[:1]:
        table = own_power(diary, foot, unit, worth, chosen[1] if chosen else None)
        for line in table.lines:
            context.say(f"    {words.power_line(unit, worth, line)}")
    if table:
        context.say(words.power_source(table))


def _chosen(days: str | None, weeks: str | None) -> tuple[Unit, int] | None:
    if days is None and weeks is None:
        return None
    typed = days or weeks or ""
    unit: Unit = "day" if days is not None else "week"
    if not (typed.isascii() and typed.isdigit() and len(typed) <= 3):
        raise BadInput("the length must be a whole number", "write it like --days 28 or --weeks 16")
    return unit, check_length(unit, int(typed))


def _ask_length(context: CommandContext) -> tuple[Unit, int]:
    """Ask for the length until it is given; raises BadInput at the end of the input."""
    if not context.interactive:
        raise BadInput("the length is missing", "add --days 28, or --weeks 16 for an effect that builds up slowly")
    while True:
        context.err.write(fitted("How long? 28 for 28 days; for weeks take 12w, 16w or 20w:", context.err) + " ")
        context.err.flush()
        typed = context.inp.readline()
        try:
            return parse_length(typed)
        except BadInput as problem:
            if not typed:
                raise
            context.say(problem.sentence)


def _confirmed(context: CommandContext) -> bool:
    if not context.interactive:
        raise BadInput("an experiment starts only after you confirm", "add --yes")
    if context.ask("Draw the days and start?", ("yes", "no"), until_answered=True) == "yes":
        return True
    context.say("Nothing was started.")
    return False


def _foot(diary: Diary, typed: str | None) -> Foot:
    if typed:
        return parse_foot(typed)
    feet = diary.settings().affected_feet
    if len(feet) != 1:
        raise BadInput("an experiment needs one foot", "choose it with --foot left or --foot right")
    return feet[0]


def _outcome(typed: str | None) -> Outcome:
    matching = [outcome for outcome in OUTCOMES if outcome == (typed or OUTCOMES[0])]
    if not matching:
        remedy = did_you_mean(typed or "", OUTCOMES, f"use {' or '.join(OUTCOMES)}")
        raise BadInput("there is no such outcome", remedy)
    return matching[0]


RUNS = {"new": run_new}
"""The subcommands in this module."""
