"""Tags across the diary: listing and renaming."""

from collections.abc import Collection, Iterable, Sequence

from heeldiary.domain.entries import Note
from heeldiary.domain.tag_text import format_removal, format_rename
from heeldiary.domain.tags import TagUse, rename_tags, without_tags
from heeldiary.errors import BadInput, BadWord, did_you_mean
from heeldiary.store import rows
from heeldiary.store.action import UndoStep, saved_row
from heeldiary.store.diary import Diary
from heeldiary.store.links.links import removed_factors
from heeldiary.store.spelling import Spelling

_USES = """
    SELECT tag, count(*), min(day), max(day) FROM tag JOIN entry ON entry.id = entry_id
    GROUP BY tag ORDER BY count(*) DESC, tag
"""


def tag_uses(diary: Diary) -> list[TagUse]:
    """Return every tag with its uses, the most used first."""
    return [TagUse(*row) for row in diary.sql.rows(_USES)]


def used_tags(diary: Diary) -> list[str]:
    """Return every tag, the most used first."""
    return [use.tag for use in tag_uses(diary)]


def rename(diary: Diary, olds: Sequence[str], new: str, merge: bool = False) -> UndoStep:
    """Rename tags on every entry in one undo step, and return it.

    Factors of Links and experiments follow the tag. Raises BadInput if a tag is unused or, without `merge`, if the
    new name is in use.
    """
    spelling = Spelling(diary.sql)
    used = {tag.casefold(): tag for tag in used_tags(diary)}
    olds = [old for old in spelling.tags(olds) if old != new]
    if new.casefold() not in (old.casefold() for old in olds):  # else only its capitals change
        new = spelling.word("tag", new)
    with diary.action(format_rename(olds, new)) as action:
        if not olds:
            raise BadInput("the new name is the old one", "give another; nothing was changed")
        _check_used(olds, used.values())
        if new in used.values() and not merge:
            raise BadInput(
                "that tag is already in use, and tags are merged only on request", "--merge makes them one tag"
            )
        marks = ", ".join("?" * len(olds))
        for entry in rows.read_entries(
            diary.sql, f"entry.id IN (SELECT entry_id FROM tag WHERE tag IN ({marks}))", olds
        ):
            action.put(entry._replace(tags=rename_tags(entry.tags, olds, new)))
        for old in olds:
            if old.lower() != new.lower():  # a factor has no capitals
                _move_factor(diary, action, f"tag:{old.lower()}", f"tag:{new.lower()}")
    return action


def remove_tags(diary: Diary, tags: Sequence[str]) -> UndoStep:
    """Take tags off every entry in one undo step, and return it.

    A note without words whose only tags these were is deleted. Raises BadInput if a tag is unused.
    """
    gone = Spelling(diary.sql).tags(tags)
    with diary.action(format_removal(gone)) as action:
        _check_used(gone, used_tags(diary))
        marks = ", ".join("?" * len(gone))
        for entry in rows.read_entries(
            diary.sql, f"entry.id IN (SELECT entry_id FROM tag WHERE tag IN ({marks}))", gone
        ):
            left = entry._replace(tags=without_tags(entry.tags, gone))
            if isinstance(left.fact, Note) and not left.note and not left.tags:
                action.remove(entry)
            else:
                action.put(left)
    return action


def check_used(diary: Diary, tags: Sequence[str]) -> None:
    """Raise BadInput, with the nearest tag in use, if no entry has one of some tags."""
    _check_used(Spelling(diary.sql).tags(tags), used_tags(diary))


def _move_factor(diary: Diary, action: UndoStep, old: str, new: str) -> None:
    """Rename the factor of a tag; if both names are factors, the old one is removed."""
    old_row, other = (saved_row(diary.sql, "factor", name) for name in (old, new))
    if old_row is not None and other is None:
        action.keep("factor", old, None)
        action.keep("factor", new, old_row[0])
    elif old_row is not None and other is not None and old_row[0]["dropped_on"] is None:
        action.keep("factor", old, removed_factors(old_row[0], diary.today().isoformat()))
        if other[0]["dropped_on"] is not None:
            action.keep("factor", new, {**other[0], "position": old_row[0]["position"], "dropped_on": None})
    for (key,) in diary.sql.rows("SELECT id FROM experiment WHERE factor = ?", (old,)):
        experiment = saved_row(diary.sql, "experiment", key)
        if experiment is not None:
            action.keep("experiment", key, experiment[0] | {"factor": new})


def _check_used(tags: Iterable[str], used: Collection[str]) -> None:
    """Raise BadInput, with the nearest tag in use, if a tag is not used."""
    for tag in tags:
        if tag not in used:
            remedy = did_you_mean(tag, used, "`heeldiary tags` lists them")
            raise BadWord("no entry has that tag", remedy, tag, "no entry has the tag {}")
