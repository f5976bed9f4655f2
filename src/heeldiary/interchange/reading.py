"""Parsing JSON Lines, from our own export or made elsewhere, without changing the diary."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from hashlib import sha256
from typing import Any, NamedTuple

from heeldiary.domain.entry_from_json import read_entry
from heeldiary.domain.json_reader import BadShape, Fill, Reader
from heeldiary.domain.routine.ask_first import AGREED, SAFETY_QUESTIONS, Answers
from heeldiary.domain.settings import BY_NAME, parse, typed
from heeldiary.domain.text import quoted
from heeldiary.errors import BadInput, BadWord
from heeldiary.interchange.export import FORMAT
from heeldiary.interchange.lines import UnreadableFile
from heeldiary.interchange.problems import CHANGED, OR_DAMAGED, NoJson, Problems
from heeldiary.interchange.tables import Kept, read_saved
from heeldiary.store.action import KEPT
from heeldiary.store.imports.staging import Staging
from heeldiary.store.spelling import Spelling

LAST_DAY = date(9998, 12, 31)
"""The latest day of an entry in our own exports: a clock may have been wrong, and later days can still be added."""

_MOST_KEYS = 200
"""How many different unknown keys are counted separately."""
_HEADER_KEYS = ("heeldiary", "format", "part")


class Ignored(NamedTuple):
    """An unknown key."""

    times: int
    line: int
    """The first line with it."""


class Reading:
    """The contents of a file: the entries staged, the rest by name."""

    def __init__(self, staging: Staging) -> None:
        self.staging = staging
        self.settings: dict[str, str] = {}
        """The settings as typed, by name."""
        self.answers: list[Answers] = []
        """The answers to the safety questions."""
        self.kept: Kept = {}
        """The rows of routines, plans, pauses, factors and experiments."""
        self.ignored: dict[str, Ignored] = {}
        """The unknown keys by name."""
        self.unreadable = Problems()
        """The lines that were left out because they cannot be read."""
        self.is_part = False
        """Whether the file says it is part of a diary."""


def read_lines(
    lines: Iterable[bytes], staging: Staging, fill: Fill, spelling: Spelling, latest: date, damaged: bool = False
) -> Reading:
    """Parse the lines; raises BadFile with the invalid ones. In a `damaged` file those are left out.

    `fill` returns the values of missing keys; `spelling` is the diary's. The day of a line from elsewhere must not be
    after `latest`.
    """
    reading = Reading(staging)
    file = _File(reading, fill, spelling, latest)
    problems, other = Problems(damaged), NoJson()
    number = 0
    try:
        for number, line in enumerate(lines, 1):
            try:
                file.take(number, line)
            except NewerExport as newer:
                problems.add(number, newer.message, newer.remedy)
                damaged = False  # nothing of it is understood
                break
            except BadShape as bad:
                for problem in bad.problems:
                    problems.add(number, problem.message, problem.remedy)
            except NotJson as problem:
                problems.add(number, problem.message, problem.remedy)
                if not file.holds_json:
                    other.add(line)
            except BadWord as problem:
                problems.add(number, problem.named.format(quoted(problem.word)), problem.remedy)
            except BadInput as problem:
                problems.add(number, problem.message, problem.remedy)
                problems.is_changed |= isinstance(problem, ChangedExport)
            if problems.too_many and not damaged:
                break
        else:
            if file.of_ours and not file.ended:
                problems.add(number, "the export stops here", f"use a complete export{OR_DAMAGED}", is_left_out=False)
            elif not file.holds_any and not problems.count:
                problems.add(None, "the file is empty", "give an export, or JSON Lines of entries")
    except UnreadableFile as problem:
        problems.add(problem.line, problem.message, problem.remedy)
        if damaged:
            problems.add(problem.line, "nothing after this line was read", "mend or delete that line, and import again")
    if other.lines == problems.count and not file.holds_json and (as_a_whole := other.problem()):
        problems = Problems()
        problems.add(None, *as_a_whole)
    if not (damaged and file.readable):
        problems.finish()
    reading.unreadable = problems
    return reading


class NotJson(BadInput):
    """A line is not JSON."""


class NewerExport(BadInput):
    """The file is of a later format, of which nothing is known."""


class ChangedExport(BadInput):
    """The last line of an export does not fit the others."""


class _File:
    """The lines read so far."""

    def __init__(self, reading: Reading, fill: Fill, spelling: Spelling, latest: date) -> None:
        self.of_ours = False
        self.ended = False
        self.holds_any = False
        self.holds_json = False
        self.readable = 0
        """The number of lines that could be read."""
        self._reading = reading
        self._fill = fill
        self._spelling = spelling
        self._latest = latest
        self._digest = sha256()
        self._read = self._before = self._line = 0

    def take(self, number: int, line: bytes) -> None:
        """Parse one line."""
        if not line.strip():
            return
        self._line, self.holds_any = number, True
        try:
            shape = _json(line)
            self.holds_json = True
            self._take(shape)
            self.readable += 1
        finally:
            self._digest.update(line.rstrip(b"\r\n") + b"\n")  # another system may have changed the line ends

    def _take(self, shape: dict[str, Any]) -> None:
        known: tuple[str, ...] = ()
        if "heeldiary" in shape and (self.ended or not self._read):
            self._header(shape)
            known = _HEADER_KEYS
        elif self.ended:
            raise BadInput("there is more after the export's last line", f"use a complete export{OR_DAMAGED}")
        elif "end" in shape and self.of_ours:
            self._end(shape["end"])
            known = ("end",)
        elif "type" in shape:
            self._entry(shape)
            return
        elif isinstance(shape.get("settings"), dict):
            self._settings(shape["settings"])
            known = ("settings",)
        elif isinstance(shape.get("ask_first"), list):
            self._reading.answers += [self._answers(answers) for answers in shape["ask_first"]]
            known = ("ask_first",)
        elif isinstance(shape.get("kept"), dict):
            self._kept(shape["kept"])
            known = ("kept",)
        else:
            raise BadInput("it is not an entry: it has no type", "give each line a type and a day")
        self._ignore(key for key in shape if key not in known)

    def _header(self, shape: Mapping[str, Any]) -> None:
        """Start an export; a file may contain several."""
        self.of_ours, self.ended = True, False
        self._digest, self._before = sha256(), self._read
        self._reading.is_part |= "part" in shape
        version = shape.get("format")
        if not isinstance(version, int) or version > FORMAT:
            raise NewerExport("the export is from a newer heeldiary", "import it with that version")

    def _end(self, end: Any) -> None:
        self.ended = True
        if not isinstance(end, dict) or end.get("entries") != self._read - self._before:
            raise ChangedExport(
                "the export does not have as many entries as it says", f"use a complete export{CHANGED}"
            )
        if end.get("sha256") != self._digest.hexdigest():
            raise ChangedExport(
                "the export was changed after it was written", f"use the original, or export again{CHANGED}"
            )

    def _entry(self, shape: dict[str, Any]) -> None:
        self._read += 1
        without_id = shape.get("id") is None
        if without_id:
            shape = {**shape, "id": self._id_from_content(shape)}
        entry, filled, unknown = read_entry(shape, self._fill, trusted=self.of_ours)
        self._ignore(unknown)
        if entry.day > (LAST_DAY if self.of_ours else self._latest):
            raise BadInput("its day is in the future", "give the day it happened")
        self._spelling.remembers = not self.of_ours
        entry = self._spelling.entry(entry)
        if not self._reading.staging.add(entry, self._line, filled, numbered=not self.of_ours):
            raise BadInput("another entry of the file has the same id", "give each entry its own id, or none")

    def _id_from_content(self, shape: Mapping[str, Any]) -> str:
        """Return an id computed from a line's content, so importing the same file twice adds nothing."""
        content = json.dumps(shape, sort_keys=True, ensure_ascii=False)
        times = self._reading.staging.times_seen(content)
        return "i" + sha256(f"{times} {content}".encode("utf-8", "replace")).hexdigest()[:20]

    def _settings(self, settings: Mapping[str, Any]) -> None:
        self._ignore(f"settings, {name}" for name in settings if name not in BY_NAME)
        for name, value in settings.items():
            if name in BY_NAME:
                if not isinstance(value, str) or not _is_whole(value):
                    raise BadInput(f"the setting {name} is not valid", "a setting's value is text")
                setting = BY_NAME[name]
                self._reading.settings[name] = typed(setting, parse(setting, value))

    def _answers(self, shape: Any) -> Answers:
        """Parse the answers of an export."""
        read = Reader(shape if isinstance(shape, dict) else {})
        answered, given = read.text("answers"), (read.identity("id"), read.day("day"), read.moment("at"))
        read.text("outcome", lambda _: "")  # computed from the answers
        read.finish()
        given_answers = _json(answered.encode("utf-8", "replace"))
        if not _is_whole(answered) or not all(isinstance(answer, bool) for answer in given_answers.values()):
            raise BadInput("its answers are not valid", "each answer is true or false")
        if given[1] > (LAST_DAY if self.of_ours else self._latest):
            raise BadInput("its day is in the future", "give the day it happened")
        names = (*(question.name for question in SAFETY_QUESTIONS), AGREED)
        self._ignore(
            f"ask_first, {key}" for key in (*read.unknown, *(name for name in given_answers if name not in names))
        )
        return Answers(*given, {name: given_answers[name] for name in names if name in given_answers})

    def _kept(self, values: Mapping[str, Any]) -> None:
        self._ignore(f"kept, {name}" for name in values if name not in KEPT)
        for table, rows in read_saved(values).items():
            self._reading.kept.setdefault(table, {}).update(rows)

    def _ignore(self, keys: Iterable[str]) -> None:
        ignored = self._reading.ignored
        for key in keys:
            name = key if key in ignored or len(ignored) < _MOST_KEYS else "others"
            before = ignored.get(name, Ignored(0, self._line))
            ignored[name] = before._replace(times=before.times + 1)


def _is_whole(text: str) -> bool:
    """Return whether a text has no lone surrogate."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _json(line: bytes) -> dict[str, Any]:
    try:
        text = line.decode("utf-8")
        shape = json.loads(text, object_pairs_hook=_once_each, parse_constant=_no_constant)
    except UnicodeDecodeError:
        raise BadInput("it is not UTF-8", "save the file as UTF-8") from None
    except (ValueError, RecursionError):
        raise NotJson("it is not JSON", "each line is one JSON object") from None
    return shape if isinstance(shape, dict) else {}


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    shape = dict(pairs)
    if len(shape) < len(pairs):
        raise BadInput("a key is in it twice", "give each key once")
    return shape


def _no_constant(_: str) -> None:
    raise ValueError
