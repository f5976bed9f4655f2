"""Options that a refused command line was meant to use; imported for refusals alone."""

import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import date

from heeldiary.cli.commands import SHORT_FORMS
from heeldiary.cli.everyday_words import FORMS, OPTION_REMEDIES, SPAN_OPTIONS, STEMS, SYNONYMS
from heeldiary.cli.kind_words import ACTIVITY_WORDS, CARE_WORDS
from heeldiary.cli.meant_amounts import before_options, is_duration, misplaced_amount
from heeldiary.cli.meant_care import meant_care, noted_thing
from heeldiary.cli.meant_days import (
    DAY_WORDS,
    SEVERAL_WORDS,
    TIME_OF_DAY,
    day_of,
    is_torn_day,
    meant_pause,
    several_words,
)
from heeldiary.cli.meant_massage import OTHER_POINTS, meant_massage
from heeldiary.cli.meant_scores import moment_of, without_fillers
from heeldiary.cli.meant_spans import span_listed
from heeldiary.domain.days import MONTHS
from heeldiary.domain.entries import TYPES, USUAL_ACTIVITIES, USUAL_CARE
from heeldiary.domain.entry_text import POINT_WORDS
from heeldiary.domain.scales import FEET, MOMENTS, SURFACES, feet_of
from heeldiary.domain.typed_days import parse_coming_day, parse_day
from heeldiary.errors import BadInput, BadWord, nearest_word

NOTE_OPTION = "a note is one argument of --note, in quotes"
"""How a note is given."""

_UNITS = re.compile("m(in(ute)?s?)?|h((ou)?rs?)?|s(ec(ond)?s?)?")
_NOTE = re.compile(r"-n$|--note(=|$)")
_LEAST_STEP_DIGITS = 3
_ANY_DAY = date(2026, 1, 1)
_COMMON_OPTIONS = ("--json", "--plain", "--help")
_TORN = {
    "--course": 'a name of several words needs quotes, as in: --course "dr li"',
    "--until": f'{SEVERAL_WORDS}, as in: "22 nov" or "2 weeks"',
    "--day": f'{SEVERAL_WORDS}, as in: "22 nov" or "3 days ago"',
    "--tag": "a tag is one word; each one has its own --tag",
}
"""By option, the remedy for a value of several words without quotes."""
_NO_NAMES = (*DAY_WORDS, *SURFACES, *FEET, *MOMENTS, "course", "visit")
"""Words that are more than the rest of a name."""


def unknown_option(option: str, known: Sequence[str], command: str, value: str = "") -> str | None:
    """Return the remedy for an option that a command does not have; None if none is near.

    `value` is the word behind it, repeated only if it is a number.
    """
    synonym = SYNONYMS.get(option) or f"--{OTHER_POINTS.get(option[2:])}"
    if "--until" in known and "--score" not in known:
        synonym = SPAN_OPTIONS.get(option, synonym)
    if option in OPTION_REMEDIES:
        return OPTION_REMEDIES[option]
    if "--from" in known and (listed := _days_listed(option, value)):
        return f"did you mean {listed}?"
    if synonym in known:
        number = f" {value}" if synonym == "--last" and re.fullmatch(r"\d{1,6}", value, re.ASCII) else ""
        return f"did you mean {synonym}{number}?"
    if (no_foot := _no_foot(known)) and "--foot" in (option, synonym):
        return f'{no_foot}, as in: --note "left foot"'
    if "--day" in (option, synonym) and command == "heeldiary show":
        return "the day needs no option, as in: heeldiary show yesterday"
    if "--day" in (option, synonym):
        as_of = "did you mean --as-of? " if "--as-of" in known else ""
        return f"{as_of}`heeldiary show DAY` shows a day"
    meant = nearest_option(option, known)
    return f"did you mean {meant}?" if meant else None


def _days_listed(option: str, value: str) -> str | None:
    """Return the option that lists the last days or weeks, as many as `value`, up to today; None for others."""
    number = int(value) if re.fullmatch(r"\d{1,3}", value, re.ASCII) else 0
    if option == "--week" or (option in ("--days", "--weeks") and not number):
        return "--from mon"
    if option == "--days":
        return f"--from {number - 1}d"
    return f"--from {number}w" if option == "--weeks" else None


def nearest_option(option: str, known: Sequence[str]) -> str | None:
    """Return the nearest option of those known and those of every command; None if none is near."""
    names = {name[2:]: name for name in (*known, *_COMMON_OPTIONS) if name.startswith("--")}
    near = nearest_word(option.lstrip("-"), names) if len(option.lstrip("-")) > 1 else None
    return near and names[near]


def extra_words(words: Sequence[str], before: str, options: Sequence[str], metavars: Sequence[str]) -> str | None:
    """Return the remedy for words that a command has no place for, if they say what they were meant for.

    `before` is the word before them.
    """
    bare = without_fillers(words)
    moment = moment_of((before, bare[0])) if "--moment" in options and before in ("after", "first") else None
    if moment:
        return f"did you mean --moment {moment}?"
    if bare[:2] == ["last", "week"]:
        values = ("--week last", '--from "mon last week" --to "sun last week"', "--from 1w")
        weeks = (value for value in values if {part for part in value.split() if part[:2] == "--"} <= {*options})
        return next((f"did you mean {value}?" for value in weeks), None)
    if bare[:2] == ["this", "week"] and "--from" in options:
        return "did you mean --from mon?"
    if "ID" in metavars and before.lower() != "last" and (meant := _without_id(before, bare[0])):
        return meant
    if {"--from", "--to"} <= {*options} and (span := span_listed(words)):
        return f"did you mean {span}?"
    day = (day_of(words) or day_of(bare) or ("", 0))[0] if bare[0] not in DAY_WORDS else None
    if day and (option := next((name for name in ("--day", "--from") if name in options), None)):
        return f"did you mean {option} {day}?"
    months = {name.lower() for month in MONTHS for name in (month, month[:3])}
    takes_day = not {"DAY", "DATE"}.isdisjoint(metavars)
    is_last = "ID" in metavars and before.lower() == "last"  # the last entry, and no day
    if takes_day and not is_last and (months.intersection(bare) or "ago" in bare or is_torn_day(bare[:1], before)):
        return f'{SEVERAL_WORDS}, as in: "22 nov"'
    if "--weeks" in options and (count := _weeks(" ".join(bare))):
        return f"did you mean --weeks {count}?"
    named = next((f"--{word}" for word in bare if f"--{word}" in options), None)
    if named:
        return f"did you mean {named}?"
    goes_on = re.fullmatch(r"\d+ ?h(ours?)?", before, re.I) and (bare[0][:1].isdigit() or bare[0] == "and")
    if "DURATION" in metavars and (_UNITS.fullmatch(bare[0]) or goes_on):
        behind = misplaced_value(without_fillers(bare[1:])[0], options)
        return f"{behind or ''} a duration is one word, as in: 45m or 1h30".lstrip()
    return misplaced_value(bare[0], options) or ("did you mean -o FILE?" if "--output" in options else None)


def _weeks(typed: str) -> int | None:
    """Return the weeks of `3 months`, `a year` or `6 weeks`; None for other words."""
    span = re.fullmatch(r"(?:(?:the )?last )?(?:(\d{1,2}|an?|one) )?(week|month|year)s?", typed, re.ASCII)
    number = int(span[1]) if span and span[1] and span[1].isdecimal() else 1
    return round(number * {"week": 1, "month": 52 / 12, "year": 52}[span[2]]) if span else None


def _without_id(before: str, word: str) -> str | None:
    """Return the remedy for what stands where an entry's id should, or for a value of two words; None for others."""
    if before[:1].isdigit():
        return "an option takes one word, as in: --minutes 50" if word[:1].isdigit() else None
    is_id = not feet_of(before) and before.lower() not in (*DAY_WORDS, *SHORT_FORMS, *STEMS, *FORMS)
    return None if is_id else "an edit needs an id, and `heeldiary show DAY` has them"


def _kind_listed(word: str, options: Sequence[str]) -> str | None:
    """Return how `list` shows entries of a kind: those of its type, or of the kind alone."""
    for type_, words, usual in (("activity", ACTIVITY_WORDS, USUAL_ACTIVITIES), ("care", CARE_WORDS, USUAL_CARE)):
        kind = words.get(word, word)
        if kind in usual:
            alone = f"`heeldiary search {kind}`"
            return f"did you mean `heeldiary list --type {type_}`, or {alone}?" if "--last" in options else None
    return None


def misplaced_value(word: str, options: Sequence[str]) -> str | None:
    """Return the remedy for a value that has an option of its own."""
    if no_foot := _no_foot(options) if word in (*FEET, "both") else None:
        return f'{no_foot}: --note "{word} {"feet" if word == "both" else "foot"}"'
    if word in DAY_WORDS and "--last" in options:
        return f"`heeldiary show {word}` shows a day, --from {word} lists from it on"
    if listed := _kind_listed(word, options) if "--type" in options else None:
        return listed
    number = re.fullmatch(r"\d{1,3}(,?\d{3})*", word, re.ASCII)
    values = {
        f"--day {word}": word in DAY_WORDS,
        f"--from {word}": word in DAY_WORDS,
        f"--time {word}": re.fullmatch(TIME_OF_DAY, word, re.ASCII),
        f"--surface {word}": word in SURFACES,
        f"--foot {word}": word in (*FEET, "both"),
        f"--moment {word}": word in MOMENTS,
        f"--score {word}": word.isdecimal() and word in map(str, range(11)),
        "--steps N": number and len(word) >= _LEAST_STEP_DIGITS,
        f"--minutes {word}": is_duration(word),
        f"--view {word}": "--view" in options and word in _views(),
        f"--weeks {word}": number,
        f"--last {word}": number,
        f"--type {word.removesuffix('s')}": word.removesuffix("s") in TYPES,
        "--tag WORD, or `heeldiary search WORD`": "--type" in options and word.isalpha(),
    }
    fitting = (value for value, fits in values.items() if fits and value.partition(" ")[0] in options)
    value = next(fitting, None)
    return value and f"did you mean {value}?"


def _no_foot(options: Sequence[str]) -> str | None:
    """Return what to do with a foot if what is logged has none; None if it has, or if nothing is logged."""
    types = {"--visits": "care", "--surface": "an activity", "--longest": "sitting"}
    what = next((name for option, name in types.items() if option in options), None)
    return f"{what} belongs to no foot; write it in the note" if what and "--foot" not in options else None


def _views() -> Sequence[str]:
    from heeldiary.charts.views import VIEWS  # for `trends` alone

    return VIEWS


def meant_log(words: Sequence[str], known: Sequence[str]) -> BadInput | None:
    """Return the refusal of amounts, points or days of care that stand without the option they need."""
    amount = misplaced_amount(words, known) or meant_massage(words, known)
    takes_care = "--visits" in known and "--score" not in known
    return amount or (meant_care(words, is_kind=True) if takes_care else None)


def better_refusal(problem: BadInput, words: Sequence[str], known: Sequence[str]) -> BadInput:
    """Return a refusal with what its words were more likely meant for; without any, as it is."""
    if (pause := meant_pause(["pause", *words])) and "--until" in known and "--course" not in known:
        return BadInput("the last day of a pause is an option", f"as in: {pause}")
    if torn := torn_duration(words):
        return BadInput("an option takes one word", torn)
    meant = meant_log(words, known)
    if meant or not isinstance(problem, BadWord) or "--note" not in known:
        return meant or problem
    is_day = "--day" in known and day_of([problem.word]) is not None
    if goes_on_note(words, problem.word) and not is_day:
        return BadInput("a note is one argument", "a note needs quotes")
    if torn := torn_value(words, problem.word):
        return BadInput("an option takes one word", torn)
    if not problem.word[:1].isalpha() or problem.word not in before_options(words):
        return problem
    if thing := noted_thing(words, problem.word) if "--visits" in known else None:
        return thing
    if (day := several_words([*words][words.index(problem.word) :])) and "--day" in known:
        return BadWord(problem.message, f"did you mean --day {day}?", problem.word, problem.named)
    noted = ', as in: heeldiary medicine --note "ibuprofen"' if "medicine" in words else ", a course behind --course"
    if words[0].lower() in ("acupuncture", "physiotherapy"):
        noted += ', as in: --course "dr li"'
    kind = "" if "medicine" in words else '; a kind of two words needs quotes, as in: heeldiary care "ice pack" 10'
    noted = noted + kind if "--visits" in known else ""
    remedy = misplaced_value(problem.word.lower(), known) or f"{problem.remedy}; {NOTE_OPTION}{noted}"
    return BadWord(problem.message, remedy, problem.word, problem.named)


def mistyped_option(words: Sequence[str], known: Sequence[str]) -> int | None:
    """Return the place of an option that a command does not have; None if it has them all.

    What stands right behind an option may be its value.
    """
    names = [word.partition("=")[0] for word in words]
    places = (at for at, name in enumerate(names) if name.startswith("--") and name not in (*known, "--"))
    return next((at for at in places if not (at and words[at - 1].startswith("-"))), None)


def torn_duration(words: Sequence[str]) -> str | None:
    """Return the remedy for a duration of two words behind an option, as in `--ki1 2 min`; None if there is none."""
    spread = [part for word in words for part in word.split("=", 1)]
    for option, number, unit in zip(spread, spread[1:], spread[2:], strict=False):
        is_torn = re.fullmatch(r"\d{1,4}([.,]\d)?", number, re.ASCII) and _UNITS.fullmatch(unit.lower())
        in_words = number.lower() in ("half", "an", "a") and unit.lower() in ("an", "hour", "quarter")
        if (is_torn or in_words) and option in ("--longest", "--minutes"):
            return f"a duration is one word there, as in: {option} 1h30"
        if is_torn and option[:2] == "--" and option[2:] in POINT_WORDS:
            return f"a duration is one word there, as in: {option} 2m or {option} 90s"
    return None


def torn_value(words: Sequence[str], word: str) -> str | None:
    """Return the remedy for a word that goes on where the value of an option ended; None for any other word.

    A value is never repeated.
    """
    kind = before_options(words)
    for at, typed in enumerate(words):
        name, _, value = typed.partition("=")
        option = "--day" if name == "-d" else name
        behind = [*([value] if value else []), *words[at + 1 : at + 4]]
        skipped = (0, 1) if option == "--day" else (1,)  # a massage has no kind before the rest of its day
        moved = [[*behind[:1], *kind[count:]] for count in skipped]  # `ice --until 2 weeks`: options are last by now
        for value_words in (behind, *moved) if at == len(kind) else (behind,):
            if option in _TORN and _goes_on(option, value_words, word):
                return _TORN[option]
    return None


def _goes_on(option: str, words: Sequence[str], word: str) -> bool:
    """Return whether a word belongs to the value that `words` begin with."""
    if option in ("--day", "--until"):
        if re.fullmatch(r"\d{1,2}/\d{1,2}", word):  # a visit of some, behind a day of one word
            return False
        return word in words[1:] and any(_is_day(" ".join(words[:count]), option) for count in (2, 3))
    return words[1:2] == [word] and word[:1].isalpha() and word.lower() not in _NO_NAMES


def _is_day(typed: str, option: str) -> bool:
    """Return whether some words are a day behind --day or --until."""
    for parse in (parse_coming_day, *([parse_day] if option == "--day" else [])):
        with suppress(BadInput):
            parse(typed, _ANY_DAY)
            return True
    return False


def goes_on_note(words: Sequence[str], word: str) -> bool:
    """Return whether a word stands behind the one word that --note took: a note without quotes."""
    ends = [at + 1 if "=" in typed else at + 2 for at, typed in enumerate(words) if _NOTE.match(typed)]
    return any([*words[at : at + 1]] == [word] for at in ends)


def missing_argument(command: str) -> str | None:
    """Return the remedy for an argument that a command needs; None if its help says it all."""
    if command != "heeldiary log note":
        return None
    return 'as in: heeldiary note slept badly; for a tag alone: heeldiary note "" --tag rain'
