"""Several programs on one diary at once: no acknowledged entry is lost, and none reports it as locked."""

import json
import signal
import subprocess

import pytest

from tests.faults.children import start, whole_lines
from tests.runner import Process
from tests.sampling import sampled
from tests.store.connections import unwell

WRITER = """
import io, os, sys
from heeldiary.cli import run
from heeldiary.cli.context import CommandContext
from heeldiary.clock import SystemClock
name, count = sys.argv[1], int(sys.argv[2])
for number in range(count):
    out, err = io.StringIO(), io.StringIO()
    argv = ["log", "left", "3", "right", "4", "--moment", "after-sitting", "--json", "--note", f"{name} {number}"]
    code = run(argv, CommandContext(out, err, io.StringIO(), os.environ, SystemClock(), os.urandom))
    assert (code, err.getvalue()) == (0, ""), (code, err.getvalue())
    os.write(1, out.getvalue().encode())
"""

READER = """
import io, json, os, sys
from heeldiary.cli import run
from heeldiary.cli.context import CommandContext
from heeldiary.clock import SystemClock
last = 0
while not os.path.exists(sys.argv[1]):
    for argv in (["list", "--json"], ["status", "--json"], ["nudge"]):
        out, err = io.StringIO(), io.StringIO()
        code = run(argv, CommandContext(out, err, io.StringIO(), os.environ, SystemClock(), os.urandom))
        assert (code, err.getvalue()) == (0, ""), (argv, code, err.getvalue())
        if argv[0] == "list":
            entries = [json.loads(line) for line in out.getvalue().splitlines()]
            assert len(entries) >= last, (len(entries), last)
            assert len(entries) % 2 == 0, "half a command was seen"
            last = len(entries)
print(last)
"""


def ids(told: bytes) -> list[str]:
    """The ids a writer printed."""
    return [entry["id"] for line in whole_lines(told) for entry in json.loads(line)]


def finished(child: subprocess.Popen[bytes]) -> bytes:
    """What a process printed; it has to succeed."""
    out, err = child.communicate(timeout=170)
    assert child.returncode == 0, err.decode()
    return out


@pytest.mark.parametrize("each", sampled((60, 200), (60,)))
def test_two_writers_and_a_reader(process: Process, each: int) -> None:
    surroundings = process.surroundings({})
    done = process.home.parent / "done"
    reader = start(READER, [str(done)], surroundings)
    writers = [start(WRITER, [name, str(each)], surroundings) for name in ("one", "two")]
    told = [ids(finished(writer)) for writer in writers]
    done.touch()
    finished(reader)
    assert [len(one) for one in told] == [2 * each, 2 * each]
    entries = process.entries()
    assert {entry["id"] for entry in entries} == {*told[0], *told[1]}
    assert len(entries) == 4 * each
    assert unwell(process.diary) == []


def test_one_of_two_writers_is_killed(process: Process) -> None:
    surroundings = process.surroundings({})
    victim = start(WRITER, ["victim", "100000"], surroundings)
    other = start(WRITER, ["other", "50"], surroundings)
    told = finished(other)
    victim.send_signal(signal.SIGKILL)
    of_victim, _ = victim.communicate(timeout=60)
    known = {entry["id"] for entry in process.entries()}
    assert len(ids(told)) == 100
    assert {*ids(told), *ids(of_victim)} <= known
    assert len(known) % 2 == 0
    assert unwell(process.diary) == []


def test_twelve_commands_at_the_same_time(process: Process) -> None:
    """A terminal, a status bar and a script: each waits for the others, none is turned away."""
    assert process("log", "left", "6").code == 0
    surroundings = process.surroundings({})
    children = [start(WRITER, [str(number), "5"], surroundings) for number in range(12)]
    told = [entry_id for child in children for entry_id in ids(finished(child))]
    assert len(told) == 120
    assert set(told) < {entry["id"] for entry in process.entries()}
