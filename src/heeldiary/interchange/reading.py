"""Reading JSON Lines, our own export's or made elsewhere, into what an import would do. Changes nothing."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from hashlib import sha256
from typing import Any, NamedTuple

from heeldiary.domain.ask_first import AGREED, QUESTIONS, Answers
from heeldiary.domain.entries import Entry
from heeldiary.domain.json_entry import entry_from_json
from heeldiary.domain.json_reader import Reader
from heeldiary.domain.settings import BY_NAME, parse, typed
from heeldiary.errors import BadInput
from heeldiary.interchange.export import FORMAT
from heeldiary.interchange.kept import Kept, read_kept

LONGEST_LINE = 2_000_000
"""In bytes: room for the longest note and the most massage steps, every character written as `\\ud83d\\ude00`."""


class Reading(NamedTuple):
    """What a file holds."""

    entries: list[Entry]
    settings: dict[str, str]
    """As typed, by name."""
    answers: list[Answers]
    """To "ask first"."""
    kept: Kept
    """Routines, plans and pauses."""


def read_lines(
    lines: Iterable[bytes], known: Callable[[str], Entry | None], fill: Callable[[str], Any], latest: date
) -> Reading:
    """What the lines hold; raises BadInput naming the first line that is not as it should be.

    `known` gives the entry that the diary has under an id: what a line leaves out is then taken from it, so that
    the same line twice is the same entry. `fill` gives what any other line leaves out. A line that no export of ours
    holds has a day up to `latest`.
    """
    reading = _File(known, fill, latest)
    number = 0
    for number, line in enumerate(lines, 1):
        try:
            reading.take(line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line)
        except BadInput as problem:
            raise BadInput(f"line {number}: {problem.message}", f"nothing was imported; {problem.remedy}") from None
    if reading.of_ours and not reading.ended:
        raise BadInput(
            f"line {number}: the export breaks off here", "nothing was imported; take an export that is whole"
        )
    return Reading([*reading.entries.values()], reading.settings, reading.answers, reading.kept)


class _File:
    """The lines read so far."""

    def __init__(self, known: Callable[[str], Entry | None], fill: Callable[[str], Any], latest: date) -> None:
        self.entries: dict[str, Entry] = {}
        self.settings: dict[str, str] = {}
        self.answers: list[Answers] = []
        self.kept: Kept = {}
        self.of_ours = False
        self.ended = False
        self._known = known
        self._fill = fill
        self._latest = latest
        self._digest = sha256()
        self._alike: Counter[str] = Counter()
        self._read = self._before = 0

    def take(self, line: bytes) -> None:
        """Take in one line."""
        if not line.strip():
            return
        shape = _json(line)
        if "heeldiary" in shape and (self.ended or not self.entries):
            self._header(shape)
        elif self.ended:
            raise BadInput("something follows the export's last line", "take an export that is whole")
        elif "end" in shape and self.of_ours:
            self._end(shape["end"])
        elif "type" in shape:
            self._entry(shape)
        elif isinstance(shape.get("settings"), dict):
            self._settings(shape["settings"])
        elif isinstance(shape.get("ask_first"), list):
            self.answers += [_answers(answers) for answers in shape["ask_first"]]
        elif isinstance(shape.get("kept"), dict):
            self.kept |= read_kept(shape["kept"])
        else:
            raise BadInput("it is no entry: it has no type", "give each line its type and its day")
        self._digest.update(line)

    def _header(self, shape: Mapping[str, Any]) -> None:
        """Begin an export; another may have ended before it, in a file put together of several."""
        self.of_ours, self.ended = True, False
        self._digest, self._before = sha256(), self._read
        version = shape.get("format")
        if not isinstance(version, int) or version > FORMAT:
            raise BadInput("the export is from a newer heeldiary", "import it with that one")

    def _end(self, end: Any) -> None:
        self.ended = True
        if not isinstance(end, dict) or end.get("entries") != self._read - self._before:
            raise BadInput("the export does not have the number of entries it names", "take an export that is whole")
        if end.get("sha256") != self._digest.hexdigest():
            raise BadInput("the export was changed after it was made", "take it as it was made, or export anew")

    def _entry(self, shape: dict[str, Any]) -> None:
        self._read += 1
        if "id" not in shape:
            shape = {**shape, "id": self._id_from_content(shape)}
        known = self._known(shape["id"]) if isinstance(shape["id"], str) else None
        entry = entry_from_json(shape, lambda key: _of_entry(known, key) if known else self._fill(key))
        if entry.day > self._latest and not self.of_ours:
            raise BadInput("its day is still to come", "give the day on which it was")
        if self.entries.setdefault(entry.id, entry) != entry:
            raise BadInput("another entry of the file has the same id", "give each entry an id of its own, or none")

    def _id_from_content(self, shape: Mapping[str, Any]) -> str:
        """An id for a line without one. It follows from the content, so that the same file twice adds nothing."""
        content = json.dumps(shape, sort_keys=True, ensure_ascii=False)
        self._alike[content] += 1
        return "i" + sha256(f"{self._alike[content]} {content}".encode("utf-8", "replace")).hexdigest()[:20]

    def _settings(self, settings: Mapping[str, Any]) -> None:
        for name, value in settings.items():
            if name in BY_NAME:
                if not isinstance(value, str) or not _is_whole(value):
                    raise BadInput(f"the setting {name} is not as it should be", "a setting's value is text")
                setting = BY_NAME[name]
                self.settings[name] = typed(setting, parse(setting, value))


def _is_whole(text: str) -> bool:
    """Whether no character of it is a half one."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _json(line: bytes) -> dict[str, Any]:
    if len(line) > LONGEST_LINE:
        raise BadInput("it is too long for an entry", f"an entry's line has at most {LONGEST_LINE:,} bytes")
    try:
        shape = json.loads(line, object_pairs_hook=_once_each, parse_constant=_no_constant)
    except UnicodeDecodeError:
        raise BadInput("it is not UTF-8", "save the file as UTF-8") from None
    except (ValueError, RecursionError):
        raise BadInput("it is not JSON", "each line is one JSON object") from None
    return shape if isinstance(shape, dict) else {}


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    shape = dict(pairs)
    if len(shape) < len(pairs):
        raise BadInput("a key stands in it twice", "give each key once")
    return shape


def _no_constant(_: str) -> None:
    raise ValueError


def _of_entry(entry: Entry, key: str) -> Any:
    value = getattr(entry, key)
    return list(value) if isinstance(value, tuple) else value


def _answers(shape: Any) -> Answers:
    """The answers that an export tells."""
    read = Reader(shape if isinstance(shape, dict) else {})
    answered = read.text("answers")
    told = _json(answered.encode("utf-8", "replace"))
    if not _is_whole(answered) or not all(isinstance(answer, bool) for answer in told.values()):
        raise BadInput("its answers are not as they should be", "each answer is true or false")
    answers = {name: told[name] for name in (*(question.name for question in QUESTIONS), AGREED) if name in told}
    return Answers(read.identity("id"), read.day("day"), read.moment("at"), answers)
