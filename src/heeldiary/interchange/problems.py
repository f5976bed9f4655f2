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
CHANGED = (
    "; an export changed by hand needs --damaged, and of two lines with one id the first counts; where the diary has "
    "its entries, --damaged --theirs takes the file's"
)
"""The other remedy of an export that was changed after it was written."""


_SEPARATORS = (b",", b";", b"\t")
_FIRST_LINES = 2
"""The lines in which a file of another format shows itself."""
_READS = "heeldiary reads one JSON object a line: `heeldiary import --help` shows one, docs/entries.md lists the keys"


class BadFile(BadInput):
    """The file is not imported; `lines` list its problems if there are several."""

    def __init__(self, problems: list[LineProblem], count: int, ends: str) -> None:
        """`ends` is the other remedy of the lines, if there is one."""
        first = problems[0]
        if count == 1:
            super().__init__(_placed(first), f"nothing was imported; {first.remedy}")
            self.lines: list[str] = []
            return
        number = f"more than {MOST_COUNTED:,}" if count > MOST_COUNTED else f"{count:,}"
        super().__init__(f"{number} problems, and nothing was imported", f"correct these lines, or remove them{ends}")
        self.lines = _listed(problems, count)


class Problems:
    """The problems found so far."""

    def __init__(self, is_damaged: bool = False) -> None:
        """`is_damaged` says that what can be read is imported: no problem advises that again."""
        self.count = 0
        self.lines_left_out = 0
        """The number of lines with problems for which they are not imported."""
        self.is_changed = False
        """Whether the file is an export that was changed after it was written."""
        self._last_line: int | None = None
        self._is_damaged = is_damaged
        self._first: list[LineProblem] = []

    def add(self, line: int | None, message: str, remedy: str, *, is_left_out: bool = True) -> None:
        """Add a problem; a line can have several, one after another. `is_left_out` says that it is not imported."""
        self.count += 1
        if is_left_out and line != self._last_line:
            self.lines_left_out += 1
            self._last_line = line
        if self._is_damaged:
            remedy = remedy.removesuffix(OR_DAMAGED).removesuffix(CHANGED)
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
            ends = "" if self._is_damaged else CHANGED if self.is_changed else OR_DAMAGED
            raise BadFile(self._first, self.count, ends)


class NoJson:
    """The lines before the first one that is JSON: if none is, the file is of another format."""

    def __init__(self) -> None:
        self.lines = 0
        self._separators: list[list[int]] = []

    def add(self, line: bytes) -> None:
        """Add a line that is not JSON."""
        self.lines += 1
        if len(self._separators) < _FIRST_LINES:
            is_object = line.lstrip().startswith(b"{")
            self._separators.append([0 if is_object else line.count(sign) for sign in _SEPARATORS])

    def problem(self) -> tuple[str, str] | None:
        """Return the one problem of a file without any JSON, with its remedy; None for a single line."""
        if self.lines < _FIRST_LINES:
            return None
        is_csv = any(map(min, zip(*self._separators, strict=True)))
        return f"the file {'looks like CSV, not' if is_csv else 'is not'} JSON Lines", _READS


def _listed(problems: list[LineProblem], count: int) -> list[str]:
    more = f"more than {MOST_COUNTED:,}" if count > MOST_COUNTED else f"{count - len(problems):,} more"
    return [
        *(f"{_placed(one)}; {one.remedy.removesuffix(CHANGED)}" for one in problems),
        *([f"and {more}"] * (count > len(problems))),
    ]


def _placed(problem: LineProblem) -> str:
    return problem.message if problem.line is None else f"line {problem.line}: {problem.message}"
