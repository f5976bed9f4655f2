"""Which process has a session open: distinguished from this one, and from a later one with the same number."""

import os
import subprocess
import sys

import pytest

from heeldiary.guiding.processes import mark, runs_elsewhere

CHILD = "from heeldiary.guiding.processes import mark; print(mark(), flush=True); input()"


def test_this_process_runs_here() -> None:
    assert mark().split()[0] == str(os.getpid())
    assert not runs_elsewhere(mark())


def test_another_runs_elsewhere_until_it_ends() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", CHILD], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        theirs = child.stdout.readline().strip()
        assert theirs != mark()
        assert runs_elsewhere(theirs)
        number, _, started = theirs.partition(" ")
        assert not started or not runs_elsewhere(f"{number} 1{started}"), "a later one with that number"
        child.communicate("\n")
    assert not runs_elsewhere(theirs)


@pytest.mark.parametrize("told", [None, "", "x", 3, "99999999999999999999 1", "-1 1", "0x1 1", []])
def test_what_is_no_mark_runs_nowhere(told: object) -> None:
    assert not runs_elsewhere(told)
