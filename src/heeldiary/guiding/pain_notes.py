"""Notes that save the pain scored before a session, for a foot that the session has not reached.

Nothing was done on such a foot, so it gets no session entry: that would count as done. The score was given, so it is
not thrown away. If the session does reach the foot, the note is deleted and the score goes into the foot's entry.
"""

from collections.abc import Mapping
from typing import Any

from heeldiary.domain.scales import Foot
from heeldiary.store.diary import Diary
from heeldiary.store.routine.sessions import NoteChange


class PainNotes:
    """The notes of one session as saved in the diary, at most one per foot."""

    def __init__(self, texts: Mapping[Foot, tuple[str, str]] | None = None) -> None:
        """`texts` has the id and the text of each foot's note."""
        self._texts = dict(texts or {})

    @property
    def ids(self) -> set[str]:
        """The ids of the notes."""
        return {entry_id for entry_id, _ in self._texts.values()}

    def changes(self, diary: Diary, scores: Mapping[Foot, int]) -> dict[Foot, NoteChange]:
        """Return the notes to write or delete, given the scores of feet on which nothing was done."""
        changes = {}
        for foot in {**self._texts, **scores}:
            entry_id, text = self._texts.get(foot, ("", ""))
            wanted = note_text(foot, scores[foot]) if foot in scores else ""
            if wanted != text:
                changes[foot] = NoteChange(entry_id or diary.new_id(), text, wanted)
        return changes

    def after(self, changes: Mapping[Foot, NoteChange]) -> "PainNotes":
        """Return the notes as they are after the changes."""
        texts = self._texts | {foot: (change.id, change.text) for foot, change in changes.items()}
        return PainNotes({foot: note for foot, note in texts.items() if note[1]})

    def state(self) -> dict[str, Any]:
        """What `from_state` needs, as JSON values."""
        return {foot: [*note] for foot, note in self._texts.items()}

    @classmethod
    def from_state(cls, state: Mapping[Any, Any]) -> "PainNotes":
        """An interrupted session's notes; raises AttributeError, TypeError or ValueError for an invalid state."""
        return cls({foot: (str(entry_id), str(text)) for foot, (entry_id, text) in state.items()})


def note_text(foot: Foot, score: int) -> str:
    """Return what the note says."""
    return f"Pain before a session, {foot} foot: {score}/10. Nothing was done on this foot."
