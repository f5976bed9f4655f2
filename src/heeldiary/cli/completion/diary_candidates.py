"""The person's own words that complete an argument, read from the diary by a glance."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from heeldiary.cli.completion.candidate import Candidate, Context

if TYPE_CHECKING:
    from heeldiary.domain.settings import Setting
    from heeldiary.store.diary import Diary

MOST_IDS = 50
"""An id is completed among so many of the latest entries that fit."""

USUAL_ACTIVITIES = ("walking", "running", "standing")


@contextmanager
def _glance(context: Context) -> "Iterator[Diary | None]":
    """The diary, if it is there and nobody holds it."""
    from heeldiary.store.diary import Diary
    from heeldiary.store.opening import open_to_glance

    desk = context.desk
    sql = open_to_glance(desk.places.diary)
    if sql is None:
        yield None
        return
    with Diary(sql, desk.clock, desk.random) as diary:
        yield diary


def tags(context: Context) -> list[Candidate]:
    """Every tag, the most used first."""
    from heeldiary.domain.tag_text import entries_words
    from heeldiary.store.entries.tags import tag_uses

    with _glance(context) as diary:
        uses = tag_uses(diary) if diary else []
    return [Candidate(use.tag, f"a tag, on {entries_words(use.entries)}") for use in uses]


def signs(context: Context) -> list[Candidate]:
    """The warning signs that are shown today."""
    from heeldiary.domain.warning_text import sign_text
    from heeldiary.store.warnings import open_signs

    with _glance(context) as diary:
        shown = open_signs(diary, diary.today()) if diary else []
    return [Candidate(sign.name, sign_text(sign)) for sign in shown]


def activities(context: Context) -> list[Candidate]:
    """The kinds of activity in the diary, then the usual ones."""
    return [*_kinds(context, "activity"), *(Candidate(kind) for kind in USUAL_ACTIVITIES)]


def care(context: Context) -> list[Candidate]:
    """The kinds of care in the diary, then the usual ones."""
    from heeldiary.domain.links.factors import USUAL_CARE

    return [*_kinds(context, "care"), *(Candidate(name.partition(":")[2]) for name in USUAL_CARE)]


def _kinds(context: Context, table: str) -> list[Candidate]:
    from heeldiary.store.entries.notes import kinds

    with _glance(context) as diary:
        return [Candidate(kind, "in your diary") for kind in kinds(diary, table)] if diary else []


def any_kind(context: Context) -> list[Candidate]:
    """The kinds of activity and of care in the diary."""
    return [*_kinds(context, "activity"), *_kinds(context, "care")]


def courses(context: Context) -> list[Candidate]:
    """The courses of visits."""
    from heeldiary.store.entries.notes import course_names

    with _glance(context) as diary:
        return [Candidate(name, "a course") for name in course_names(diary)] if diary else []


def routines(context: Context) -> list[Candidate]:
    """The person's own routines, then the built-in ones."""
    from heeldiary.domain.routine.built_in import BUILT_IN

    return [*own_routines(context), *(Candidate(name, "built in") for name in BUILT_IN)]


def own_routines(context: Context) -> list[Candidate]:
    """The person's own routines."""
    from heeldiary.store.routine.routines import own_texts

    with _glance(context) as diary:
        return [Candidate(name, "your own") for name in own_texts(diary)] if diary else []


def ids(context: Context) -> list[Candidate]:
    """The shortest ids of the latest entries that fit, each with what it is."""
    from heeldiary.domain.days import short_day
    from heeldiary.domain.entry_text import fact_words
    from heeldiary.store.entries.ids import short_ids
    from heeldiary.store.entries.notes import latest_entries

    with _glance(context) as diary:
        if diary is None:
            return []
        entries = latest_entries(diary, context.typed, MOST_IDS)
        ids = short_ids(diary, entries)
        return [
            Candidate(
                entry.id if len(context.typed) > len(ids[entry.id]) else ids[entry.id],
                f"{short_day(entry.day)}, {fact_words(entry.fact)}",
            )
            for entry in entries
        ]


def experiments(context: Context) -> list[Candidate]:
    """The shortest ids of the experiments, each with its question."""
    from heeldiary.store.diary import SHORTEST_START
    from heeldiary.store.experiments import experiments

    with _glance(context) as diary:
        found = experiments(diary) if diary else []
    length = max(SHORTEST_START, len(context.typed))
    while length < 16 and len({one.id[:length] for one in found}) < len(found):
        length += 1
    return [Candidate(one.id[:length], one.question) for one in found]


def setting_values(context: Context) -> list[Candidate]:
    """The words that a setting takes, its default, and what it is now."""
    from heeldiary.domain.settings import BY_NAME, typed

    setting = BY_NAME.get(context.given[0])
    if setting is None:
        return []
    with _glance(context) as diary:
        now = diary.settings()[setting.name] if diary else setting.default
    return [
        Candidate(typed(setting, now), "what it is now"),
        *(Candidate(word) for word in _words_of(setting)),
        Candidate(typed(setting, setting.default), "the default"),
    ]


def _words_of(setting: "Setting") -> list[str]:
    """The words that a setting's bounds name, out of those that it takes; a command may be any word."""
    if setting.name == "cue-command":
        return ["none"]
    return [word for word in re.findall(r"[a-z-]+", setting.bounds) if _takes(setting, word)]


def _takes(setting: "Setting", word: str) -> bool:
    try:
        setting.parse(word)
    except ValueError:
        return False
    return True


def factors(context: Context) -> list[Candidate]:
    """What can be declared for Links, without what is declared on this line already."""
    from heeldiary.domain.links.factors import NAMES, USUAL_CARE

    own = [Candidate(f"tag:{one.word}", one.about) for one in tags(context)]
    care = [Candidate(f"care:{one.word}", one.about) for one in _kinds(context, "care")]
    usual = [Candidate(name) for name in (*NAMES, *USUAL_CARE)]
    found = [*usual[: len(NAMES)], *own, *care, *usual[len(NAMES) :]]
    return [one for one in found if one.word not in context.given]


def declared(context: Context) -> list[Candidate]:
    """The same, and `none` in the first place."""
    return [*factors(context), *([] if context.given else [Candidate("none", "no factor at all")])]
