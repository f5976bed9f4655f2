"""A journal that a killed write of this diary has left is rolled back, however deep the write was in its file."""

import shutil
import subprocess

import pytest

from heeldiary.store.file.rollback_journal import MAGIC
from tests.faults.children import start
from tests.runner import COMMAND, Process
from tests.store.connections import unwell

SPILLED = """
import os, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA cache_size = 5")  # so that pages are written long before the end
connection.execute("BEGIN IMMEDIATE")
connection.execute("CREATE TABLE junk (word TEXT)")
connection.executemany("INSERT INTO junk VALUES (?)", [("y" * 3000,)] * 200)
for _ in range(int(sys.argv[2])):
    connection.execute("UPDATE entry SET note = note || hex(randomblob(50))")
    connection.execute("DELETE FROM action WHERE number % 2")
os.kill(os.getpid(), 9)
"""


@pytest.mark.thorough
@pytest.mark.parametrize("rounds", [0, 1, 4])
def test_of_a_long_write_with_many_headers(process: Process, rounds: int) -> None:
    for number in range(12):
        assert process("log", "note", f"{number} {'words ' * 1500}").code == 0
    before = process.entries()
    for _ in range(3):  # again and again: the next one finds what the last left
        child = start(SPILLED, [str(process.diary), str(rounds)], process.surroundings({}))
        assert child.wait(60) == -9
        journal = (process.home / "diary.db-journal").read_bytes()
        assert journal.count(MAGIC) > bool(rounds)
        ran = process("list", "--json")
        assert (ran.code, ran.err, ran.jsonl) == (0, "", before)
        assert not (process.home / "diary.db-journal").exists()
        assert unwell(process.diary) == []
    assert process("log", "left", "6").code == 0


@pytest.mark.grid(1)
@pytest.mark.skipif(not shutil.which("strace"), reason="strace is not installed here")
@pytest.mark.parametrize("call", ["unlink", "fdatasync", "pwrite64"])
@pytest.mark.parametrize("turn", [1, 2, 4])
def test_killed_at_a_call_of_the_system(process: Process, call: str, turn: int) -> None:
    """At the deletion of the journal all pages are written: only the journal takes them back."""
    assert process("log", "note", "there before").code == 0
    before = process.entries()
    kill = f"inject={call}:signal=KILL:when={turn}"
    subprocess.run(
        ["strace", "-f", "-o", "/dev/null", "-e", f"trace={call}", "-e", kill, COMMAND, "log", "note", "killed"],
        env=process.surroundings({}), capture_output=True, timeout=60,
    )  # fmt: skip
    ran = process("list", "--json")
    assert (ran.code, ran.err) == (0, "")
    assert ran.jsonl[: len(before)] == before
    assert unwell(process.diary) == []
    assert process("log", "left", "6").code == 0
