"""The problems of a file, line by line."""

from typing import NamedTuple

from heeldiary.errors import BadInput

MOST_SHOWN = 20
"""How many problems are shown."""

MOST_COUNTED = 1_000
"""How many problems are counted before reading stops."""


class LineProblem(NamedTuple):
    """A problem of a line, and its remedy."""

    line: int | None
    """The line; None for the file as a whole."""
    message: str
    remedy: str


OR_DAMAGED = "; --damaged imports what can be read"
"""The other remedy of a damaged file."""


class BadFile(BadInput):
    """The file is not imported; `lines` list its problems if there are several."""

    def __init__(self, problems: list[LineProblem], count: int) -> None:
        first = problems[0]
        if count == 1:
            super().__init__(_placed(first), f"nothing was imported; {first.remedy}")
            self.lines: list[str] = []
            return
        number = f"more than {MOST_COUNTED:,}" if count > MOST_COUNTED else f"{count:,}"
        super().__init__(
            f"{number} problems, and nothing was imported", f"correct these lines, or remove them{OR_DAMAGED}"
        )
        self.lines = _listed(problems, count)


class Problems:
    """The problems found so far."""

    def __init__(self) -> None:
        self.count = 0
        self._first: list[LineProblem] = []

    def add(self, line: int | None, message: str, remedy: str) -> None:
        """Add a problem."""
        self.count += 1
        if len(self._first) < MOST_SHOWN:
            self._first.append(LineProblem(line, message, remedy))

    def lines(self) -> list[str]:
        """Return a line for each of the first problems, and the number of the others."""
        return _listed(self._first, self.count)

    @property
    def too_many(self) -> bool:
        """Return whether reading on is useless."""
        return self.count > MOST_COUNTED

    def finish(self) -> None:
        """Raise BadFile if there are any."""
        if self.count:
            raise BadFile(self._first, self.count)


def _listed(problems: list[LineProblem], count: int) -> list[str]:
    more = f"more than {MOST_COUNTED:,}" if count > MOST_COUNTED else f"{count - len(problems):,} more"
    return [*(f"{_placed(one)}; {one.remedy}" for one in problems), *([f"and {more}"] * (count > len(problems)))]


def _placed(problem: LineProblem) -> str:
    return problem.message if problem.line is None else f"line {problem.line}: {problem.message}"
