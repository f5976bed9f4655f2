"""Bringing an older diary up to date: each step once, all or nothing, with other programs at it, killed at any time."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from heeldiary.store.file.migration import migrate
from heeldiary.store.sql import Sql
from heeldiary.store.steps import LATEST, STEPS
from tests.runner import Heeldiary, Process
from tests.sampling import sampled
from tests.store.connections import another, unwell

NEXT = """
-- a made-up further step
CREATE TABLE shoe (
    -- A pair of shoes; semicolons; in a comment; are no ends.
    name TEXT NOT NULL PRIMARY KEY,  -- as the person calls it
    worn INTEGER NOT NULL DEFAULT 0  -- minutes
) STRICT;
INSERT INTO shoe (name) VALUES ('the blue ones; with insoles');
ALTER TABLE entry ADD COLUMN shoe TEXT REFERENCES shoe (name);
CREATE TRIGGER worn AFTER INSERT ON activity BEGIN
    UPDATE shoe SET worn = worn + coalesce(NEW.minutes, 0);
    UPDATE shoe SET worn = worn + 0;
END;
UPDATE entry SET shoe = 'the blue ones; with insoles';
"""


def step(folder: Path, text: str) -> str:
    """A step's file."""
    path = folder / "next.sql"
    path.write_text(text, encoding="utf-8")
    return str(path)


@pytest.fixture
def old(heeldiary: Heeldiary) -> Path:
    """An up-to-date diary with some entries, and a table and column of somebody else's."""
    heeldiary.done("log", "left", "6", "right", "2")
    heeldiary.done("log", "activity", "walking", "45")
    with another(heeldiary.diary) as connection:
        connection.execute("CREATE TABLE mine (word TEXT)")
        connection.execute("ALTER TABLE setting ADD COLUMN mine TEXT")
    return heeldiary.diary


def bring(path: Path, steps: Sequence[str]) -> None:
    """Bring it up on a connection as the store has it."""
    with another(path) as connection:
        connection.execute("PRAGMA busy_timeout = 5000")
        migrate(Sql(connection), steps)


def version(path: Path) -> int:
    """Its schema's number."""
    with another(path) as connection:
        found: int = connection.execute("PRAGMA user_version").fetchone()[0]
        return found


def schema(path: Path) -> list[tuple[str, str]]:
    """Everything in its schema."""
    with another(path) as connection:
        return connection.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()


def test_a_further_step(old: Path, tmp_path: Path, heeldiary: Heeldiary) -> None:
    before = heeldiary.entries()
    bring(old, [*STEPS, step(tmp_path, NEXT)])
    assert version(old) == LATEST + 1
    assert unwell(old) == []
    with another(old) as connection:
        assert connection.execute("SELECT name, worn FROM shoe").fetchall() == [("the blue ones; with insoles", 0)]
        assert connection.execute("SELECT count(*) FROM entry WHERE shoe IS NOT NULL").fetchone() == (3,)
        assert connection.execute("SELECT count(*) FROM mine").fetchone() == (0,)
        connection.execute(f"PRAGMA user_version = {LATEST}")
    assert heeldiary.entries() == before


def test_twice_is_once(old: Path, tmp_path: Path) -> None:
    steps = [*STEPS, step(tmp_path, NEXT)]
    bring(old, steps)
    before = schema(old), old.read_bytes()[100:]
    bring(old, steps)
    assert (schema(old), old.read_bytes()[100:]) == before
    assert version(old) == LATEST + 1


def test_a_diary_that_is_up_to_date_stays_as_it_is(old: Path) -> None:
    before = schema(old)
    bring(old, STEPS)
    assert schema(old) == before
    assert version(old) == LATEST


@pytest.mark.parametrize(
    "last",
    ["INSERT INTO nowhere VALUES (1);", "CREATE TABLE entry (id TEXT);", "UPDATE pain SET score = 11;", "NOT SQL;",
     "INSERT INTO pain VALUES ('gone', '2026-11-22', 'left', 'worst', 3);"],
)  # fmt: skip
def test_a_step_that_fails_in_the_middle_leaves_nothing(old: Path, tmp_path: Path, last: str) -> None:
    before = old.read_bytes()
    with pytest.raises(Exception, match=r"."):
        bring(old, [*STEPS, step(tmp_path, NEXT + last)])
    assert old.read_bytes() == before
    assert version(old) == LATEST
    bring(old, [*STEPS, step(tmp_path, NEXT)])
    assert version(old) == LATEST + 1


def test_a_step_that_leaves_something_hanging_is_refused(old: Path, tmp_path: Path) -> None:
    before = old.read_bytes()
    with another(old, foreign_keys=False) as connection, pytest.raises(Exception, match=r"."):
        migrate(Sql(connection), [*STEPS, step(tmp_path, NEXT + "DROP TRIGGER entry_deleted; DELETE FROM entry;")])
    assert old.read_bytes() == before


def test_two_at_once(old: Path, tmp_path: Path) -> None:
    """The second has looked at the version before the first was done."""
    steps = [*STEPS, step(tmp_path, NEXT)]
    with another(old) as first, another(old) as second:
        assert second.execute("PRAGMA user_version").fetchone() == (LATEST,)
        migrate(Sql(first), steps)
        migrate(Sql(second), steps)
    assert version(old) == LATEST + 1
    with another(old) as connection:
        assert connection.execute("SELECT count(*) FROM shoe").fetchone() == (1,)


KILLED = """
import os, sqlite3, sys
from heeldiary.store.sql import Sql
from heeldiary.store.steps import STEPS
from heeldiary.store.file.migration import migrate
path, second, last = sys.argv[1:]
connection = sqlite3.connect(path, isolation_level=None)
connection.execute("PRAGMA foreign_keys = ON")
count = 0
def watch(statement):
    global count
    if statement.startswith(("SELECT", "PRAGMA table_info", "PRAGMA foreign_key_check")):
        return  # nothing is half done between two that only read
    count += 1
    if count == int(last):
        os.kill(os.getpid(), 9)
connection.set_trace_callback(watch)
migrate(Sql(connection), [*STEPS, second])
print(count)
"""


@pytest.mark.parametrize("every", sampled((2, 7), (7,)))
def test_killed_between_any_two_statements(old: Path, tmp_path: Path, process: Process, every: int) -> None:
    second = step(tmp_path, NEXT)
    before = old.read_bytes()
    plain = schema(old)
    whole: list[tuple[str, str]] | None = None
    for last in range(1, 60, every):
        old.write_bytes(before)
        ran = process.python(KILLED, str(old), second, str(last))
        assert ran.code in (0, -9), ran
        assert unwell(old) == []
        assert (version(old), schema(old) == plain) in ((LATEST, True), (LATEST + 1, False)), last
        bring(old, [*STEPS, second])
        whole = whole or schema(old)
        assert schema(old) == whole
        if ran.code == 0:
            assert last > 8
            return
    raise AssertionError("it never came to its end")
