"""Candidates from the diary: tags, kinds, courses, routines, ids and settings."""

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from heeldiary.cli.completion.candidate import Candidate, CompletionContext
from heeldiary.errors import Problem

if TYPE_CHECKING:
    from heeldiary.domain.settings import Setting
    from heeldiary.store.diary import Diary

MOST_IDS = 50
"""How many of the latest ids are offered."""


@contextmanager
def glance(completion: CompletionContext) -> "Iterator[Diary | None]":
    """Open the diary if it exists and no program holds it."""
    from heeldiary.store.diary import Diary
    from heeldiary.store.opening import open_to_glance

    context = completion.context
    sql = open_to_glance(context.places.diary)
    if sql is None:
        yield None
        return
    with Diary(sql, context.clock, context.random) as diary:
        yield diary


def tags(completion: CompletionContext) -> list[Candidate]:
    """Return every tag, the most used first."""
    from heeldiary.domain.tag_text import format_entry_count
    from heeldiary.store.entries.tags import tag_uses

    with glance(completion) as diary:
        uses = tag_uses(diary) if diary else []
    return [Candidate(use.tag, f"a tag, on {format_entry_count(use.entries)}") for use in uses]


def other_tags(completion: CompletionContext) -> list[Candidate]:
    """Return every tag that is not on this line yet."""
    given = {word.casefold().removeprefix("#") for word in completion.given}
    return [candidate for candidate in tags(completion) if candidate.word.casefold() not in given]


def signs(completion: CompletionContext) -> list[Candidate]:
    """Return the warning signs shown today."""
    from heeldiary.domain.warning_text import format_sign
    from heeldiary.store.warnings import open_warnings

    with glance(completion) as diary:
        shown = open_warnings(diary, diary.today()) if diary else []
    return [Candidate(sign.name, format_sign(sign)) for sign in shown]


def activities(completion: CompletionContext) -> list[Candidate]:
    """Return the kinds of activity in the diary, then the usual ones."""
    from heeldiary.domain.entries import USUAL_ACTIVITIES

    return [*_kinds(completion, "activity"), *(Candidate(kind, "an activity") for kind in USUAL_ACTIVITIES)]


def care(completion: CompletionContext) -> list[Candidate]:
    """Return the kinds of care in the diary, then the usual ones."""
    from heeldiary.domain.entries import USUAL_CARE

    return [*_kinds(completion, "care"), *(Candidate(kind, "care") for kind in USUAL_CARE)]


def _kinds(completion: CompletionContext, table: str) -> list[Candidate]:
    from heeldiary.store.entries.notes import used_kinds

    with glance(completion) as diary:
        return [Candidate(kind, "in your diary") for kind in used_kinds(diary, table)] if diary else []


def any_kind(completion: CompletionContext) -> list[Candidate]:
    """Return the kinds of activity and care in the diary."""
    return [*_kinds(completion, "activity"), *_kinds(completion, "care")]


def courses(completion: CompletionContext) -> list[Candidate]:
    """Return the courses of visits."""
    from heeldiary.store.visits import used_course_names

    with glance(completion) as diary:
        return [Candidate(name, "a course") for name in used_course_names(diary)] if diary else []


def routines(completion: CompletionContext) -> list[Candidate]:
    """Return the person's own routines, then the built-in ones."""
    from heeldiary.domain.routine.built_in import BUILT_IN

    return [*own_routines(completion), *(Candidate(name, "built in") for name in BUILT_IN)]


def pauses(completion: CompletionContext) -> list[Candidate]:
    """Return the first days of the saved pauses."""
    from heeldiary.store.routine.plans import load_pauses

    with glance(completion) as diary:
        saved = load_pauses(diary) if diary else []
    return [Candidate(pause.first.isoformat(), pause.words) for pause in saved]


def words(completion: CompletionContext) -> list[Candidate]:
    """Return the person's own words: tags, kinds and courses."""
    return [*tags(completion), *any_kind(completion), *courses(completion)]


def own_routines(completion: CompletionContext) -> list[Candidate]:
    """Return the person's own routines."""
    from heeldiary.store.routine.routines import load_own_texts

    with glance(completion) as diary:
        return [Candidate(name, "your own") for name in load_own_texts(diary)] if diary else []


def ids(completion: CompletionContext) -> list[Candidate]:
    """Return `last` and the short ids of the latest matching entries, each described."""
    from heeldiary.domain.days import short_day
    from heeldiary.domain.entry_text import format_facts, quote_note
    from heeldiary.store.entries.ids import short_ids
    from heeldiary.store.entries.notes import latest_entries

    with glance(completion) as diary:
        if diary is None:
            return []
        entries = latest_entries(diary, completion.typed, MOST_IDS)
        ids = short_ids(diary, entries)
        return [
            Candidate("last", "the entry saved last"),
            *(
                Candidate(
                    entry.id if len(completion.typed) > len(ids[entry.id]) else ids[entry.id],
                    f"{short_day(entry.day)}, {format_facts(entry.fact)}{quote_note(entry)}",
                )
                for entry in entries
            ),
        ]


def experiments(completion: CompletionContext) -> list[Candidate]:
    """Return the short ids of the experiments, each with its question."""
    from heeldiary.store.diary import SHORTEST_START
    from heeldiary.store.experiments import load_experiments

    with glance(completion) as diary:
        saved = load_experiments(diary) if diary else []
    length = max(SHORTEST_START, len(completion.typed))
    while length < 16 and len({experiment.id[:length] for experiment in saved}) < len(saved):
        length += 1
    return [Candidate(experiment.id[:length], experiment.question) for experiment in saved]


def setting_values(completion: CompletionContext) -> list[Candidate]:
    """Return the words a setting accepts, its default and its current value."""
    from heeldiary.domain.settings import BY_NAME, typed

    setting = BY_NAME.get(completion.given[0])
    if setting is None:
        return []
    with glance(completion) as diary:
        now = diary.settings()[setting.name] if diary else setting.default
    return [
        Candidate(typed(setting, now), "what it is now"),
        *(Candidate(word, setting.meaning) for word in _words_of(setting)),
        Candidate(typed(setting, setting.default), "the default"),
    ]


def _words_of(setting: "Setting") -> list[str]:
    """Return the words listed in a setting's bounds; none for a command."""
    if setting.name == "cue-command":
        return ["none"]
    return [word for word in re.findall(r"[a-z-]+", setting.bounds) if _takes(setting, word)]


def _takes(setting: "Setting", word: str) -> bool:
    try:
        setting.parse(word)
    except ValueError:
        return False
    return True


def fits_entry(completion: CompletionContext, option: str) -> bool:
    """Return whether an option of `edit` fits the entry that is named; any does if there is none."""
    from heeldiary.cli.edit_fields import options_of
    from heeldiary.store.entries.last import find_last_entries

    typed = completion.given[0]
    with suppress(Problem), glance(completion) as diary:
        if diary is not None:
            entries = find_last_entries(diary) if typed.lower() == "last" else [diary.find(typed)]
            return all(option in options_of(entry) for entry in entries)
    return True


def factors(completion: CompletionContext) -> list[Candidate]:
    """Return the factors that can be declared, without those already on this line."""
    from heeldiary.domain.links.factors import FACTOR_NAMES, USUAL_CARE_FACTORS
    from heeldiary.domain.links.text import about_factor

    own = [Candidate(f"tag:{candidate.word}", candidate.about) for candidate in tags(completion)]
    care = [Candidate(f"care:{candidate.word}", candidate.about) for candidate in _kinds(completion, "care")]
    usual = [Candidate(name, about_factor(name).partition(",")[0]) for name in (*FACTOR_NAMES, *USUAL_CARE_FACTORS)]
    names = [*usual[: len(FACTOR_NAMES)], *own, *care, *usual[len(FACTOR_NAMES) :]]
    return [candidate for candidate in names if candidate.word not in completion.given]


def declared(completion: CompletionContext) -> list[Candidate]:
    """Return the same factors, and `none` as the first word."""
    return [*factors(completion), *([] if completion.given else [Candidate("none", "no factor at all")])]
