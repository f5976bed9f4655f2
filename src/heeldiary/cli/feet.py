"""The feet of a command, and the scores of `log 6`, `log 6 4` and `log left 6 right 4`."""

import re
from collections.abc import Sequence
from datetime import date

from heeldiary.cli.context import CommandContext
from heeldiary.cli.parser import Arguments
from heeldiary.domain.entries import Fact, Pain
from heeldiary.domain.scales import FEET, Foot, feet_of, parse_feet, parse_moment, parse_score
from heeldiary.errors import BadInput, did_you_mean
from heeldiary.store.diary import Diary

FeetMeant = tuple[tuple[Foot, ...], dict[str, str]]
"""The feet, and the settings to save with them."""

_TAKES_SCORES = "log takes one score, or two: the left foot's, then the right's"


def scores(arguments: Arguments, diary: Diary, context: CommandContext) -> tuple[list[Fact], dict[str, str]]:
    """Return the pain scores of a command line, and the settings to save with them."""
    words: Sequence[str] = _without_foot(arguments.words)
    moment = parse_moment(arguments.moment)
    if any(word[:1].isalpha() for word in words[1:]) and not _are_pairs(words):
        _refuse_out_of_place(words, arguments)
    if not feet_of(words[0]):
        given = _bare(words, arguments)
        if len(given) == 1:
            feet, settings = resolve_one_foot(
                arguments.foot, diary, context, _one_score(given[0], arguments, context.day(diary, arguments.day))
            )
            return [Pain(foot, moment, given[0]) for foot in feet], settings
        if arguments.foot is not None:
            raise BadInput("two scores are the left and the right foot's", "leave out --foot, or give one score")
        return [Pain(foot, moment, score) for foot, score in zip(FEET, given, strict=True)], {}
    if arguments.foot is not None:
        raise BadInput("the foot is named twice, by --foot and before its score", "leave out --foot")
    pairs = [*zip(words[::2], words[1::2], strict=False)]
    parsed = [(feet_of(word), _parse_score(score, arguments)) for word, score in pairs]
    by_foot = {foot: score for feet, score in parsed for foot in feet}
    named = [foot for word, _ in pairs for foot in feet_of(word)]
    if len(words) % 2:
        _refuse_behind_a_score(words[-1:])
    if len(words) % 2 or not all(feet_of(word) for word, _ in pairs) or len(named) != len(by_foot):
        unknown = next((word for word, _ in pairs if not feet_of(word)), "")
        remedy = "write: heeldiary log left 6 right 2, or, for the same score: heeldiary log both 6"
        remedy = _of_the_other_foot(words, arguments) or remedy
        raise BadInput(
            "each foot is followed by its score, and named once",
            did_you_mean(unknown, (*FEET, "both"), remedy) if unknown else remedy,
        )
    return [Pain(foot, moment, by_foot[foot]) for foot in FEET if foot in by_foot], {}


def _of_the_other_foot(words: Sequence[str], arguments: Arguments) -> str | None:
    """Return the remedy for a foot with two scores: the second is the other foot's."""
    if len(words) != 1 + len(FEET) or len(feet_of(words[0])) != 1 or not all(map(str.isdecimal, words[1:])):
        return None
    (foot,) = feet_of(words[0])
    other = next(one for one in FEET if one != foot)
    from heeldiary.cli.meant_amounts import WITH_OPTIONS  # only for what is mistyped

    return f"as in: heeldiary log {foot} {words[1]} {other} {words[2]}{WITH_OPTIONS * _has_options(arguments)}"


def _has_options(arguments: Arguments) -> bool:
    """Return whether scores have options behind them."""
    options = (arguments.day, arguments.time, arguments.note, arguments.tag, arguments.foot)
    return any(value is not None for value in options) or arguments.moment != "first-step"


def _are_pairs(words: Sequence[str]) -> bool:
    """Return whether each foot is followed by what may be its score."""
    return all(not word[:1].isalpha() if at % 2 else bool(feet_of(word)) for at, word in enumerate(words))


def resolve_feet(typed: str | None, diary: Diary, context: CommandContext) -> FeetMeant:
    """Return the feet given, else the affected ones, which are asked for once."""
    if typed is not None:
        return parse_feet(typed), {}
    affected = diary.settings().affected_feet
    if affected:
        return affected, {}
    answer = (
        context.ask("Which foot hurts? It is kept as your affected foot.", ("left", "right", "both"))
        if context.interactive
        else None
    )
    if answer is None:
        raise BadInput(
            "no affected foot is set yet",
            "give --foot left, or set it once: `heeldiary settings affected-foot left` (or right, or both)",
        )
    return parse_feet(answer), {"affected-foot": answer}


def resolve_one_foot(typed: str | None, diary: Diary, context: CommandContext, both: tuple[str, str]) -> FeetMeant:
    """Return the feet given, else the affected one; raises BadInput with the message `both` if both are affected."""
    if typed is None and len(diary.settings().affected_feet) > 1:
        raise BadInput(*both)
    return resolve_feet(typed, diary, context)


def _one_score(score: int, arguments: Arguments, day: date | None) -> tuple[str, str]:
    """Return the refusal of one score for two feet; its remedies keep the score and which moment and day it is for."""
    moment = parse_moment(arguments.moment)
    kept = "" if moment == "first-step" else f" --moment {moment}"
    kept += f" --day {day.isoformat()}" if day else ""
    return (
        "both feet are affected, and this is one score",
        f"for one foot: heeldiary log left {score}{kept}; left, then right: heeldiary log {score} 4{kept}; "
        f"the same for both: heeldiary log both {score}{kept}",
    )


def _without_foot(words: Sequence[str]) -> Sequence[str]:
    """Return words without `foot` behind a foot: `left foot 6`."""
    return [word for at, word in enumerate(words) if not (at and word.lower() == "foot" and feet_of(words[at - 1]))]


def unknown_first(words: Sequence[str]) -> BadInput:
    """Return the refusal of a first word that is no score, foot or type of entry."""
    from heeldiary.cli.guesses import loggable, nearest  # only for what is mistyped
    from heeldiary.cli.meant_amounts import WITH_OPTIONS, before_options, noted_amount
    from heeldiary.cli.meant_care import meant_care
    from heeldiary.cli.meant_days import DAY_WORDS
    from heeldiary.cli.meant_scores import meant_score, refused_score

    wrong, has_options = "log takes a score, a foot or a type of entry", len(before_options(words)) < len(words)
    meant = meant_score(words)
    if meant and not meant.message:
        return BadInput(wrong, f"did you mean `{meant.line(short=True)}`{WITH_OPTIONS * has_options}?")
    if refusal := refused_score(words, wrong, has_options=has_options):
        return refusal
    if words[0].lower() in DAY_WORDS:
        return BadInput("a day is an option", f"as in: heeldiary log 5 --day {words[0].lower()}")
    if care := meant_care(words, is_kind=False) or noted_amount(words):
        return care
    form = loggable(before_options(words) or words)
    if form and "--moment" in form:
        return BadInput("the moment follows the score", f"as in: {form}")
    if form is None and words[0].lower() == "visit":
        return BadInput(wrong, nearest(words))
    examples = "for example: heeldiary log 6, heeldiary log left 6, heeldiary log activity walking 45"
    return BadInput(wrong, f"did you mean `{form}`{WITH_OPTIONS * has_options}?" if form else examples)


def _refuse_out_of_place(words: Sequence[str], arguments: Arguments) -> None:
    """Refuse a foot, a moment, a day or a time that stands in the wrong place, with the whole line as it is written."""
    from heeldiary.cli.guesses import behind_a_day, done_before  # only for what is mistyped
    from heeldiary.cli.meant_amounts import WITH_OPTIONS, noted_amount
    from heeldiary.cli.meant_days import SEVERAL_WORDS, is_torn_day
    from heeldiary.cli.meant_scores import refused_score

    if arguments.day is not None and is_torn_day(words, arguments.day):
        raise BadInput(SEVERAL_WORDS, 'as in: "22 nov"')
    has_options = _has_options(arguments)
    if len(words) == len(FEET) and words[1].lower() == "x" and re.fullmatch(r"\d|10", words[0], re.ASCII):
        raise BadInput(_TAKES_SCORES, f"as in: heeldiary log left {words[0]}{WITH_OPTIONS * has_options}")
    wrong = "each foot is followed by its score, and named once" if any(map(feet_of, words)) else _TAKES_SCORES
    refusal = refused_score(words, wrong, has_options=has_options)
    if arguments.note is None:
        refusal = refusal or noted_amount(words, has_options=has_options)
    if refusal := refusal or done_before(words, has_options=has_options):
        raise refusal
    if not has_options and (remedy := behind_a_day(words)):
        raise BadInput(_TAKES_SCORES, remedy)


def _refuse_behind_a_score(words: Sequence[str]) -> None:
    if words and words[0][:1].isalpha():
        from heeldiary.cli.guesses import behind_a_score  # only for what is mistyped

        refusal = behind_a_score(words)
        if refusal:
            raise refusal


def _bare(words: Sequence[str], arguments: Arguments) -> list[int]:
    """Return one score, or the left and the right foot's."""
    rest = words[1:]
    if len(words) == 1 and re.fullmatch(r"(\d|10) ?[/,;+&] ?\d", words[0], re.ASCII):
        left, right = re.findall(r"\d+", words[0])
        from heeldiary.cli.meant_amounts import WITH_OPTIONS  # only for what is mistyped

        line = f"heeldiary {left} {right}{WITH_OPTIONS * _has_options(arguments)}"
        raise BadInput("two scores are two words", f"the left foot's, then the right's: {line}")
    if rest and feet_of(rest[0]):
        raise BadInput("a foot comes before its score", "as in: heeldiary log left 3")
    if rest and words[0].isdecimal() and rest[0].isdecimal():
        for word in words[:2]:  # a figure that is no score is named first
            parse_score(word)
    _refuse_behind_a_score(rest[1:] if rest and rest[0].isdigit() else rest)
    if len(words) > 1 and (len(words) > 2 or not words[1][:1].isdigit()):
        raise BadInput(_TAKES_SCORES, _with_note(words, has_options=_has_options(arguments)))
    return [_parse_score(word, arguments) for word in words]


def _with_note(words: Sequence[str], *, has_options: bool) -> str:
    """Return how two scores are logged that more words follow: these may be a note, and are not repeated."""
    from heeldiary.cli.meant_amounts import WITH_OPTIONS, without_day  # only for what is mistyped

    scores = [word for word in words[:2] if re.fullmatch(r"\d|10", word, re.ASCII)]
    if len(scores) < len(FEET):
        return "as in: heeldiary log 6 4, or: heeldiary log left 6; notes go behind --note"
    others, day = without_day(words[2:])
    note = " --note TEXT, the text in quotes" if others else ""
    return f"as in: heeldiary log {' '.join(scores)}{day}{note}{WITH_OPTIONS * has_options}"


def _parse_score(word: str, arguments: Arguments) -> int:
    """Parse a score; one that is joined to its foot or to a comma is refused with the whole line as it is written."""
    try:
        return parse_score(word)
    except BadInput:
        _refuse_out_of_place(arguments.words, arguments)
        raise
