"""Reading and computing in the background: threads with their own connection, cancelled by any change."""

import gc
from collections.abc import Callable
from functools import partial
from typing import Any, Generic, TypeVar

from textual.app import App

from heeldiary.errors import Problem
from heeldiary.store.diary import Diary
from heeldiary.store.file.second_connection import Cancelled, open_reader

Found = TypeVar("Found")


class Task(Generic[Found]):
    """A background task: what to compute, and what to call with the result."""

    def __init__(
        self,
        find: Callable[[Diary], Found],
        show: Callable[[Found], None],
        failed: Callable[[Problem], None],
    ) -> None:
        self.find = find
        self.show = show
        self.failed = failed
        self.stop = Cancelled()


class Behind:
    """Runs tasks in threads. Only the latest task of a name counts; a change of the diary cancels all."""

    def __init__(self, app: App[Any], diary: Diary) -> None:
        self._app = app
        self._diary = diary
        self._tasks: dict[str, Task[Any]] = {}

    def find(
        self,
        name: str,
        find: Callable[[Diary], Found],
        show: Callable[[Found], None],
        failed: Callable[[Problem], None],
    ) -> None:
        """Call `find` in a thread with a diary of its own, then `show` on the screen's thread.

        `failed` is called instead where the diary cannot be read. Neither is called if a newer task
        of that name has started or the task was cancelled.
        """
        self.stop(name)
        task = self._tasks[name] = Task(find, show, failed)
        if self._diary.sql.path:
            self._app.run_worker(partial(self._run, name, task), thread=True, group="behind")
        else:  # an in-memory copy belongs to this thread
            self._app.call_later(self._run_here, name, task)

    def runs(self, name: str) -> bool:
        """Whether a task of that name is running."""
        return name in self._tasks

    @property
    def busy(self) -> bool:
        """Whether any task is running."""
        return bool(self._tasks)

    def stop(self, name: str) -> None:
        """Cancel the task of a name."""
        task = self._tasks.pop(name, None)
        if task is not None:
            task.stop.now()

    def give_way(self) -> None:
        """Cancel all tasks: a reader would block the commit of a change."""
        for name in [*self._tasks]:
            self.stop(name)

    def _run(self, name: str, task: Task[Any]) -> None:
        end: Callable[[], None]
        try:
            with Diary(open_reader(self._diary.sql.path, task.stop), self._diary.clock) as diary:
                end = self._outcome(task, diary)
        except Problem as problem:
            end = partial(task.failed, problem)
        if not task.stop.over:
            self._app.call_from_thread(self._end, name, task, end)

    def _run_here(self, name: str, task: Task[Any]) -> None:
        if not task.stop.over:
            self._end(name, task, self._outcome(task, self._diary))

    def _outcome(self, task: Task[Any], diary: Diary) -> Callable[[], None]:
        try:
            return partial(task.show, task.find(diary))
        except Problem as problem:
            return partial(task.failed, problem)

    def _end(self, name: str, task: Task[Any], end: Callable[[], None]) -> None:
        if not task.stop.over:
            del self._tasks[name]
            end()


def collect_garbage() -> None:
    """Turn on what the command turned off for the start; what has been loaded by now is never searched."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
