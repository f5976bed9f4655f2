"""Watches the diary's file and heeldiary's own files while the app runs: if they change, writing stops."""

import os
from collections.abc import Callable
from typing import NamedTuple

from heeldiary.errors import Problem
from heeldiary.own_code import OwnCode, updated
from heeldiary.store.diary import Diary
from heeldiary.store.problems import other_schema


class FileChange(NamedTuple):
    """A problem found in the background."""

    text: str
    """The message."""
    refusal: Problem | None = None
    """Why writing must stop; None if it may continue."""


class Watch:
    """Finds problems with the files and reports each once."""

    def __init__(self, diary: Diary, path: str = "", memory: str = "", code: OwnCode | None = None) -> None:
        """`memory` is the file of notices already shown; without a `path` the diary's file is not checked."""
        self._diary = diary
        self._path = path
        self._memory = memory
        self._code = code or OwnCode()

    def look(self, was_written: bool, tell: Callable[[Problem], None]) -> None:
        """Stop writing and `tell` why if heeldiary's files or the diary's schema have changed.

        `was_written` says whether another program has written since the last check.
        """
        sql = self._diary.sql
        if sql.refusal is not None:
            return  # already shown
        if self._code.is_replaced:
            problem = updated()
        elif was_written and not sql.has_its_schema:
            problem = other_schema()
        else:
            return
        sql.stop_writing(problem)
        tell(problem)

    def check(self, diary: Diary) -> FileChange | None:
        """Check the file and its folder in a thread with its own diary; return None if all is well."""
        # Imported here, in the thread, to paint the first screen sooner.
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

    def take(self, change: FileChange) -> str:
        """Stop writing if the problem asks for it; return its message."""
        if change.refusal is not None and self._diary.sql.refusal is None:
            self._diary.sql.stop_writing(change.refusal)
        return change.text
