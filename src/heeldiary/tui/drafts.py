"""Half-typed words, kept in a file beside the diary until they are saved: closing a window loses none."""

import json
from collections.abc import Mapping
from contextlib import suppress

from heeldiary.whole_files import write_whole

Values = Mapping[str, str]
"""What stood in each field of a form."""


class Drafts:
    """Reads and writes the drafts of one diary. A draft that cannot be written is kept until the app ends."""

    def __init__(self, path: str, diary: str) -> None:
        self._path = path
        self._diary = diary
        self._kept: dict[str, Values] | None = None

    def get(self, form: str) -> Values | None:
        """What was typed into a form and not saved."""
        return self._drafts.get(form)

    def keep(self, form: str, values: Values) -> None:
        """Keep what is typed into a form so far."""
        if self._drafts.get(form) != values:
            self._drafts[form] = dict(values)
            self._write()

    def drop(self, form: str) -> None:
        """Forget a form's draft: it was saved, or emptied."""
        if self._drafts.pop(form, None) is not None:
            self._write()

    @property
    def _drafts(self) -> dict[str, Values]:
        if self._kept is None:
            mine = self._read().get(self._diary, {})
            self._kept = {form: values for form, values in mine.items() if isinstance(values, dict)}
        return self._kept

    def _read(self) -> dict[str, dict[str, Values]]:
        """All drafts of all diaries; none where the file is missing or broken."""
        try:
            with open(self._path, encoding="utf-8") as file:
                drafts = json.load(file)
        except (OSError, ValueError):
            return {}
        return {diary: of for diary, of in drafts.items() if isinstance(of, dict)} if isinstance(drafts, dict) else {}

    def _write(self) -> None:
        """Write the file anew beside its place and move it there, readable by its owner alone."""
        drafts = {**self._read(), self._diary: dict(self._drafts)}
        kept = {diary: of for diary, of in drafts.items() if of}
        with suppress(OSError):
            write_whole(self._path, [json.dumps(kept, ensure_ascii=False).encode("utf-8", "replace")])
