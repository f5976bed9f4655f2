"""What the person deleted stays deleted on the next import; what was undone may be imported again."""

import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeldiary.domain.entries import TYPES
from tests.domain.test_entry_json import GOOD
from tests.interchange.test_round_trip import machine
from tests.runner import Heeldiary
from tests.sampling import fewer

LINES = [{key: value for key, value in GOOD[kind].items() if key != "id"} for kind in TYPES]
WITH_ID = [{**line, "id": f"entry{number}"} for number, line in enumerate(LINES)]


@pytest.fixture(params=[LINES, WITH_ID], ids=["without ids", "with ids"])
def path(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An entry of each type, from another program."""
    file = tmp_path / "in.jsonl"
    file.write_text("\n".join(map(json.dumps, request.param)))
    return str(file)


@pytest.mark.grid(4)
@pytest.mark.parametrize("kind", TYPES)
def test_a_deleted_entry_stays_deleted_until_it_is_asked_for(heeldiary: Heeldiary, path: str, kind: str) -> None:
    heeldiary.done("import", path)
    full = heeldiary.entries()
    (gone,) = [entry for entry in full if entry["type"] == kind]
    heeldiary.done("delete", gone["id"])
    left = heeldiary.entries()
    for argv in (["--dry-run"], []):
        ran = heeldiary.done("import", path, *argv).out
        assert "Still deleted: 1 entry" in ran
        assert "--again" in ran
        assert heeldiary.entries() == left
    assert "1 entry" in heeldiary.done("import", path, "--again").out
    assert heeldiary.entries() == full
    heeldiary.done("undo")
    assert heeldiary.entries() == left
    assert "Still deleted: 1 entry" in heeldiary.done("import", path).out


def test_an_export_of_ours_too(heeldiary: Heeldiary, path: str) -> None:
    heeldiary.done("import", path)
    out = str(heeldiary.home.parent / "out.jsonl")
    heeldiary.done("export", "-o", out)
    for entry in heeldiary.entries():
        heeldiary.done("delete", entry["id"])
    assert f"Still deleted: {len(TYPES)} entries" in heeldiary.done("import", out).out
    assert heeldiary.entries() == []
    other = heeldiary.other("other")
    other.done("import", out)
    assert len(other.entries()) == len(TYPES), "elsewhere nobody deleted them"


def test_a_deleted_score_is_in_nobodys_way(heeldiary: Heeldiary, path: str) -> None:
    """Its place may be taken by another one: that is no conflict."""
    heeldiary.done("import", path)
    (pain,) = [entry for entry in heeldiary.entries() if entry["type"] == "pain"]
    heeldiary.done("delete", pain["id"])
    heeldiary.done("log", "left", "1", "--day", pain["day"], "--moment", pain["moment"])
    assert "Still deleted: 1 entry" in heeldiary.done("import", path).out
    heeldiary.refused(1, "import", path, "--again")


STEPS = st.lists(
    st.sampled_from(["import", "import --again", "undo", "delete 0", "delete 1", "edit 0", "log"]), max_size=12
)


@fewer(4)
@given(STEPS)
def test_the_rule_holds_after_any_steps(steps: list[str]) -> None:
    """An entry comes in if it never was here, or if its coming was undone; not if its last change deleted it."""
    with tempfile.TemporaryDirectory() as name:
        one = machine(Path(name), "one", 1)
        ids = ["entry0", "entry1"]
        shapes = [{**GOOD["note"], "id": entry_id, "note": entry_id} for entry_id in ids]
        (Path(name) / "in.jsonl").write_text("\n".join(map(json.dumps, shapes)))
        past: list[dict[str, str]] = []  # before each undo step: what became of each id
        now = dict.fromkeys(ids, "never")
        for step in steps:
            verb, _, which = step.partition(" ")
            entry_id = ids[int(which)] if which.isdigit() else ""
            if verb == "import":
                again = which == "--again"
                comes = [one_id for one_id in ids if now[one_id] == "never" or (again and now[one_id] == "deleted")]
                one.done("import", str(Path(name) / "in.jsonl"), *(["--again"] if again else []), "--skip-conflicts")
                if comes:
                    past.append(now)
                    now = {**now, **dict.fromkeys(comes, "here")}
            elif verb == "undo":
                assert (one("undo").code == 0) == bool(past)
                now = past.pop() if past else now
            elif verb == "log":
                one.done("log", "note", "other")
                past.append(now)
            elif now[entry_id] == "here":
                one.done(verb, entry_id, *(["--note", f"{len(past)}"] if verb == "edit" else []))
                past.append(now)
                now = {**now, entry_id: "deleted" if verb == "delete" else "here"}
            there = {entry["id"] for entry in one.entries()} & set(ids)
            assert there == {one_id for one_id in ids if now[one_id] == "here"}, steps


def test_the_same_moment_written_with_another_offset_is_the_same_entry(heeldiary: Heeldiary, tmp_path: Path) -> None:
    heeldiary.done("log", "note", "words")
    (entry,) = heeldiary.entries()
    assert entry["at"] == "2026-11-22T07:04:05.123+01:00"
    file = tmp_path / "in.jsonl"
    file.write_text(json.dumps(entry | {"at": "2026-11-22T06:04:05.123Z"}))
    assert "Already there: 1 entry" in heeldiary.done("import", str(file), "--dry-run").out
    file.write_text(json.dumps(entry | {"at": "2026-11-22T07:04:05.123Z"}))
    assert "differing in at" in heeldiary.refused(1, "import", str(file)).err
