"""What is wrong with a file, line by line: as much of it at once as a person can use."""

from typing import NamedTuple

from heeldiary.errors import BadInput

MOST_SHOWN = 20
"""So many problems are shown one by one."""

MOST_COUNTED = 1_000
"""After so many the file is read no further."""


class LineProblem(NamedTuple):
    """What is wrong with a line, and what would be right."""

    line: int | None
    """None: the file as a whole."""
    message: str
    remedy: str


class BadFile(BadInput):
    """A file that is not imported; `lines` name its problems, if there are several."""

    def __init__(self, problems: list[LineProblem], count: int) -> None:
        first = problems[0]
        if count == 1:
            super().__init__(_placed(first), f"nothing was imported; {first.remedy}")
            self.lines: list[str] = []
            return
        number = f"more than {MOST_COUNTED:,}" if count > MOST_COUNTED else f"{count:,}"
        super().__init__(f"{number} problems, and nothing was imported", "correct these lines, or take them out")
        self.lines = [f"{_placed(one)}; {one.remedy}" for one in problems]
        if count > len(problems):
            self.lines.append(f"and {number if count > MOST_COUNTED else f'{count - len(problems):,} more'}")


class Problems:
    """The problems found so far."""

    def __init__(self) -> None:
        self.count = 0
        self._first: list[LineProblem] = []

    def add(self, line: int | None, message: str, remedy: str) -> None:
        """Take one in."""
        self.count += 1
        if len(self._first) < MOST_SHOWN:
            self._first.append(LineProblem(line, message, remedy))

    @property
    def too_many(self) -> bool:
        """Whether reading on is of no use."""
        return self.count > MOST_COUNTED

    def finish(self) -> None:
        """Raise BadFile if there are any."""
        if self.count:
            raise BadFile(self._first, self.count)


def _placed(problem: LineProblem) -> str:
    return problem.message if problem.line is None else f"line {problem.line}: {problem.message}"
