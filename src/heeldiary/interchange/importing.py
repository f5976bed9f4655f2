"""Importing, all or nothing: existing entries are skipped, conflicts stop the import."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any, NamedTuple

from heeldiary.domain.json_reader import Fill, needed
from heeldiary.interchange.extras import Item, Wishes, items_of
from heeldiary.interchange.reading import Ignored, Reading, read_lines
from heeldiary.store.diary import Diary
from heeldiary.store.imports.incoming import decide_fates, enlarge_cache, write_entries
from heeldiary.store.imports.staging import Staging
from heeldiary.store.spelling import Spelling


class ImportPlan(NamedTuple):
    """The plan of an import."""

    coming: dict[str, int]
    """The number of new entries, by type, without conflicts."""
    theirs: dict[str, int]
    """The number of entries that replace the diary's, by type."""
    present: int
    """The number of entries the diary has already."""
    conflicts: int
    """The number of entries in conflict with the diary or an earlier line."""
    left_out: int
    """The number of conflicts that are left out."""
    deleted: int
    """The number of entries that stay deleted."""
    items: list[Item]
    """Everything besides entries."""
    ignored: dict[str, Ignored]
    is_part: bool

    @property
    def total(self) -> int:
        """Return the number of entries imported."""
        return sum(self.coming.values()) + sum(self.theirs.values())

    @property
    def changes_nothing(self) -> bool:
        """Return whether there is nothing to write."""
        return not self.total and all(item.fate != "new" for item in self.items)

    @property
    def words(self) -> str:
        """Return what is imported, by kind and count: `34 entries (20 pain, 14 note), 1 routine`."""
        types = Counter(self.coming) + Counter(self.theirs)
        by_type = ", ".join(f"{number:,} {name}" for name, number in types.most_common())
        entries = counted(self.total, "entry", "entries") + (f" ({by_type})" if by_type else "")
        return ", ".join((entries, *self._kinds("new")))

    def words_for(self, fate: str) -> list[str]:
        """Return the kinds of items with a fate, each with its count: `1 routine`."""
        return self._kinds(fate)

    def _kinds(self, fate: str) -> list[str]:
        kinds = Counter(item.kind for item in self.items if item.fate == fate)
        return [
            counted(number, *(("set of answers", "sets of answers") if kind == "answers" else (kind, f"{kind}s")))
            for kind, number in kinds.items()
        ]


def counted(number: int, singular: str, several: str) -> str:
    """Return a number with its noun."""
    return f"{number:,} {singular if number == 1 else several}"


def read_file(diary: Diary, lines: Iterable[bytes], staging: Staging, damaged: bool = False) -> Reading:
    """Read the lines; raises BadFile with the invalid ones. In a `damaged` file those are left out."""
    # Elsewhere it may already be the next day.
    latest: date = diary.today() + timedelta(days=1)
    return read_lines(lines, staging, _filler(diary), Spelling(diary.sql), latest, damaged)


def plan_import(diary: Diary, reading: Reading, wishes: Wishes) -> ImportPlan:
    """Compare a file's contents with the diary."""
    staging = reading.staging
    decide_fates(diary, staging, wishes.again)
    taken = staging.counts_by_type(("other", "taken")) if wishes.theirs else {}
    conflicts = staging.count("other", "taken", "twice")
    return ImportPlan(
        coming=staging.counts_by_type(("new",)),
        theirs=taken,
        present=staging.count("there"),
        conflicts=conflicts,
        left_out=conflicts - sum(taken.values()),
        deleted=staging.count("deleted"),
        items=items_of(diary, reading, wishes),
        ignored=reading.ignored,
        is_part=reading.is_part,
    )


def stops(planned: ImportPlan, wishes: Wishes) -> bool:
    """Return whether conflicts stop the import because no option says how to resolve them."""
    return bool(planned.conflicts) and not (wishes.skip_conflicts or wishes.theirs)


def carry_out(diary: Diary, reading: Reading, wishes: Wishes) -> ImportPlan | None:
    """Import a file's contents as one undo step; return None if conflicts stop it.

    First compare the contents with the diary again, now that no other program can write.
    """
    enlarge_cache(diary, reading.staging)
    with diary.action("") as action:
        planned = plan_import(diary, reading, wishes)
        if stops(planned, wishes):
            return None
        action.what = f"the import of {planned.words}"
        write_entries(diary, action, reading.staging, wishes.theirs)
        for item in planned.items:
            if item.fate == "new":
                item.put(action)
    return planned


def _filler(diary: Diary) -> Fill:
    """Return the `Fill` for keys that a line written by another program may lack."""
    filled: dict[str, Any] = {
        "at": diary.now(),
        "zone": diary.clock.zone(),
        "late": False,
        "source": "import",
        "tags": (),
        "note": "",
        "time": None,
    }
    return lambda key: filled[key] if key in filled else needed(key)
