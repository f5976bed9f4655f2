"""The drafts of one window: which it is given, which stay where they are, and how they are read and written."""

import tempfile
from pathlib import Path

import pytest

from heeldiary.store.entries.entry_state import EntryState
from heeldiary.tui.drafts.drafts import Draft, DraftOf, Drafts
from tests.tui.drafts.test_any_order import Window


def test_two_drafts_that_one_form_is_given_come_one_after_the_other() -> None:
    """A new note's, and that of an entry of the same day that was deleted: neither is lost for the other."""
    with tempfile.TemporaryDirectory() as folder:
        window = Drafts(folder, "/d.db")
        changed = DraftOf("note id1", entry="id1", instead="note 2026-11-22", is_change=True)
        for of, words in ((DraftOf("note 2026-11-22"), "new"), (changed, "changed")):
            window.put(Draft(of, {"words": words}, {"words": "as it was"}))
        window.close()

        def state(entry_id: str) -> EntryState:
            return "deleted" if entry_id == "id1" else "unknown"

        later = Window(folder, state, lambda: "id2")
        assert later.left(["note 2026-11-22"]) == ["changed", "new"]
        assert later.left(["note id1"]) == []


@pytest.mark.parametrize("is_change", [True, False])
def test_what_says_no_more_than_what_stands_there_is_no_draft(is_change: bool) -> None:
    with tempfile.TemporaryDirectory() as folder:
        window = Drafts(folder, "/d.db")
        window.put(Draft(DraftOf("note", is_change=is_change), {"words": "the same"}, {"words": "before"}))
        window.close()
        later = Drafts(folder, "/d.db")
        assert later.take(DraftOf("note", is_change=is_change), {"words": "the same"}) is None
        assert list(Path(folder).iterdir()) == []


def test_drafts_of_another_diary_stay_where_they_are() -> None:
    with tempfile.TemporaryDirectory() as folder:
        other = Drafts(folder, "/other.db")
        other.put(Draft(DraftOf("note"), {"words": "theirs"}, {}))
        other.close()
        mine = Drafts(folder, "/d.db")
        assert mine.take(DraftOf("note"), {"words": ""}) is None
        assert mine.waiting() == []
        again = Drafts(folder, "/other.db")
        taken = again.take(DraftOf("note"), {"words": ""})
        assert taken is not None
        assert taken.values == {"words": "theirs"}
        again.close()


@pytest.mark.parametrize(
    "told",
    [None, 3, [], {}, {"values": {}}, {"values": {"a": 1}}, {"values": {"a": "b"}, "base": [1]}, {"a": {"b": "c"}},
     {"values": {"a": "b"}, "entry": 7}, {"values": {"a": "b"}, "new_id": None}, {"values": [["a", "b"]]}],
)  # fmt: skip
def test_what_is_no_draft_is_none(told: object) -> None:
    assert Draft.from_json("note", told) is None


def test_a_draft_is_read_as_it_was_written() -> None:
    draft = Draft(DraftOf("note id1", "Note", "id1", "note 2026-11-22"), {"note": "a\nb"}, {"note": ""}, "id2")
    assert Draft.from_json("note id1", draft.to_json()) == draft
    assert Draft.from_json("note", {"note": "a", "values": "b"}) == Draft(
        DraftOf("note"), {"note": "a", "values": "b"}, {}
    )
