"""The real bash, zsh and fish, each at a terminal: a test types a line, presses Tab and Enter, and sees what ran."""

import os
import pty
import select
import shutil
import signal
import time
from pathlib import Path

from heeldiary.cli.completion.completion import script_of
from tests.runner import COMMAND

_PROMPT = b"READY>"
_RAN = b"::ran::"
_PATIENCE_SECONDS = 6.0

_STUB = """#!/bin/sh
if [ "$1 $2" = 'completion --answer' ]; then exec '{command}' "$@"; fi
printf '%s\\0' "$@" >'{record}'
echo ::ran::
"""

_START = {
    "bash": ("bash", "--noprofile", "--rcfile", "{rc}", "-i"),
    "zsh": ("zsh", "-i"),
    "fish": ("fish", "-i", "--no-config", "--init-command", "source {rc}"),
}
_RC = {
    "bash": "PS1='READY>'; unset HISTFILE; bind 'set bell-style none'\n{options}\nsource '{script}'\n",
    "zsh": "PS1='READY>'; unset HISTFILE; unsetopt beep; autoload -Uz compinit; compinit -u -D\n{options}\n"
    "source '{script}'\n",
    "fish": "function fish_prompt; echo -n 'READY>'; end; set -g fish_greeting\n{options}\nsource '{script}'\n",
}


def program_of(name: str) -> str:
    """Return the path of a shell, which has to be there."""
    program = shutil.which(name)
    assert program, f"{name} is not installed, and without it its completion cannot be tested: install {name}"
    return program


class Shell:
    """An interactive shell with heeldiary's completion. `heeldiary` completes; anything else it only writes down."""

    def __init__(self, name: str, folder: Path, home: Path, options: str = "") -> None:
        program = program_of(name)
        self.name = name
        self.place = folder / "here"
        self._record = folder / "record"
        self._said = b""
        binaries, script = folder / "bin", folder / f"script.{name}"
        for made in (self.place, binaries, folder / "own"):
            made.mkdir(parents=True)
        stub = binaries / "heeldiary"
        stub.write_text(_STUB.format(command=COMMAND, record=self._record))
        stub.chmod(0o755)
        script.write_text(script_of(name), encoding="utf-8")
        rc = folder / "own" / ".zshrc"
        rc.write_text(_RC[name].format(options=options, script=script), encoding="utf-8")
        environment = {
            "PATH": f"{binaries}:{os.environ['PATH']}", "HOME": str(folder / "own"), "ZDOTDIR": str(folder / "own"),
            "XDG_DATA_HOME": str(folder / "own"), "XDG_CONFIG_HOME": str(folder / "own"), "TERM": "xterm",
            "LC_ALL": "C.UTF-8", "TZ": "Europe/Berlin", "HEELDIARY_HOME": str(home), "fish_history": "",
        }  # fmt: skip
        argv = [word.format(rc=rc) for word in _START[name]]
        self._pid, self._terminal = pty.fork()
        if self._pid == 0:
            os.chdir(self.place)
            os.execve(program, argv, environment)
        self._until(_PROMPT)

    def run(self, keys: str) -> list[str]:
        """Type the keys and Enter; returns the words that `heeldiary` was started with."""
        self._record.unlink(missing_ok=True)
        os.write(self._terminal, f"{keys}\r".encode())
        try:
            self._until(_RAN, keys)
        except AssertionError:
            os.write(self._terminal, b"\x03\x03")  # the next test finds a prompt
            raise
        self._until(_PROMPT, keys)
        return [word.decode() for word in self._record.read_bytes().split(b"\0")[:-1]]

    def press(self, keys: str) -> None:
        """Type the keys, take them back, and wait until the shell is done with them."""
        cancelled = "\x03\x03" if self.name == "fish" else "\x05\x15"
        os.write(self._terminal, f"{keys}{cancelled}".encode())
        assert self.run("heeldiary done") == ["done"]

    def end(self) -> None:
        """End the shell."""
        os.kill(self._pid, signal.SIGKILL)
        os.close(self._terminal)
        os.waitpid(self._pid, 0)

    def _until(self, mark: bytes, keys: str = "") -> None:
        """Read what the terminal shows up to a mark."""
        end = time.monotonic() + _PATIENCE_SECONDS
        while mark not in self._said:
            ready = select.select([self._terminal], [], [], end - time.monotonic())[0]
            assert ready, (self.name, keys, self._said.decode(errors="replace"))
            self._said += os.read(self._terminal, 65536)
        self._said = self._said.partition(mark)[2]
