"""Watches over the diary's file and heeldiary's own while the app runs: where they change, nothing more is written."""

import os
from collections.abc import Callable
from typing import NamedTuple

from heeldiary.errors import Problem
from heeldiary.own_code import OwnCode, updated
from heeldiary.store.diary import Diary
from heeldiary.store.problems import other_schema


class FileChange(NamedTuple):
    """What was found in the background."""

    text: str
    """What to say."""
    refusal: Problem | None = None
    """Why nothing may be written from now on; None if it may."""


class Watch:
    """Finds what the person must know of the files, each thing once."""

    def __init__(self, diary: Diary, path: str = "", memory: str = "", code: OwnCode | None = None) -> None:
        """`memory` is the file that remembers what was said; without a `path` the file itself is not looked at."""
        self._diary = diary
        self._path = path
        self._memory = memory
        self._code = code or OwnCode()

    def look(self, was_written: bool, tell: Callable[[Problem], None]) -> None:
        """Stop writing, and `tell` why, where heeldiary's files or the diary's schema are no longer those of before.

        `was_written` says that another program has written since the last look.
        """
        sql = self._diary.sql
        if sql.refusal is not None:
            return  # it was said
        if self._code.is_replaced:
            problem = updated()
        elif was_written and not sql.has_its_schema:
            problem = other_schema()
        else:
            return
        sql.stop_writing(problem)
        tell(problem)

    def check(self, diary: Diary) -> FileChange | None:
        """Look at the file and its place, in a thread, by a diary of that thread; None if there is nothing to say."""
        # Loaded here, in the thread: the first screen is painted sooner without.
        from heeldiary.atomic_files import remove_leftovers
        from heeldiary.store.file.checking import find_schema_fault
        from heeldiary.store.file.place_notices import filter_new_notices, place_notices

        if not self._path:
            return None
        remove_leftovers(self._path)
        wrong = find_schema_fault(self._path, diary.sql)
        if wrong is not None:
            return FileChange(wrong.text, wrong.refusal)
        notices = place_notices(self._path, os.path.expanduser("~"))
        new = filter_new_notices(notices, self._path, self._memory) if self._memory else notices
        return FileChange(" ".join(notice.text for notice in new)) if new else None

    def take(self, found: FileChange) -> str:
        """Stop writing where what was found asks for it; return what to say."""
        if found.refusal is not None and self._diary.sql.refusal is None:
            self._diary.sql.stop_writing(found.refusal)
        return found.text
