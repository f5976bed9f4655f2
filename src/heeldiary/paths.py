"""The paths of heeldiary's files. Nothing is created here."""

import os
import re
import sys
from collections.abc import Mapping
from typing import NamedTuple

from heeldiary.errors import BadInput

_ADDRESS = r"(?i)file:|[a-z][a-z0-9+.-]*://|:memory:$"
"""Prefixes that SQLite, a browser or a desktop reads as a URI."""


class Places(NamedTuple):
    """Every path heeldiary uses."""

    diary: str
    """The diary's file."""
    data: str
    """The folder of the files below."""
    backups: str
    """The folder for backups; it may not exist."""
    drafts: str
    """The folder of drafts, one file for each window."""
    crash_log: str
    """The last crash report, without any text of the diary."""
    notices: str
    """The notices already shown about each diary's folder."""


def places(option: str | None, environment: Mapping[str, str], platform: str = sys.platform) -> Places:
    """Return the paths from `--diary`, HEELDIARY_DIARY, HEELDIARY_HOME, or the platform's default.

    An empty variable counts as unset. Raises BadInput without a home folder, and for a path that looks like a mistake.
    """
    if option == "":
        raise BadInput("--diary needs the path of a file", "write it as --diary PATH, or leave it out")
    home = environment.get("HEELDIARY_HOME")
    data = _named(home, "HEELDIARY_HOME", environment) if home else _data_folder(environment, platform)
    named = option or environment.get("HEELDIARY_DIARY")
    source = "--diary" if option else "HEELDIARY_DIARY"
    return Places(
        diary=_named_file(named, source, environment) if named else os.path.join(data, "diary.db"),
        data=data,
        backups=os.path.join(data, "backups"),
        drafts=os.path.join(data, "drafts"),
        crash_log=os.path.join(data, "crash.log"),
        notices=os.path.join(data, "notices.json"),
    )


def check_folder(at: Places) -> None:
    """Raise BadInput if the diary's folder does not exist and is not heeldiary's own default."""
    folder = os.path.dirname(at.diary)
    if folder == at.data:
        return
    try:
        os.stat(folder)
    except FileNotFoundError:
        raise BadInput(
            "the folder of the diary's path does not exist", "check the path, or create the folder first"
        ) from None
    except OSError:
        return  # opening the diary reports it


def expand_home(path: str, environment: Mapping[str, str]) -> str:
    """Return the path with a leading `~` or `~name` replaced by the home folder, like a shell.

    Shells do not replace it in quotes or in an option such as `--diary=~/mine.db`.
    """
    start, slash, rest = path.partition(os.sep)
    if start == "~":
        return _home(environment) + slash + rest
    return os.path.expanduser(path) if start.startswith("~") else path


def _named_file(path: str, source: str, environment: Mapping[str, str]) -> str:
    """Return the path of a diary given by the person."""
    if path.endswith(os.sep):
        raise BadInput(f"{source} is a folder", "name a file in it")
    return _named(path, source, environment)


def _named(path: str, source: str, environment: Mapping[str, str]) -> str:
    """Return a path given by the person; refuse mistakes before a file with an odd name is created."""
    if "$" in path:
        raise BadInput(f"{source} has a $ in it, and heeldiary does not expand variables", "write the path in full")
    if re.match(_ADDRESS, path):
        raise BadInput(f"{source} is an address, not a path", "write the path alone, without file: before it")
    expanded = expand_home(path, environment)
    if expanded.startswith("~"):
        raise BadInput(
            f"{source} begins with a ~ that is no user here", "write the path in full; put ./ before a name with a ~"
        )
    return os.path.abspath(expanded)


def _data_folder(environment: Mapping[str, str], platform: str) -> str:
    """Return the platform's folder for application data."""
    if platform == "win32":
        base = environment.get("LOCALAPPDATA") or os.path.join(_home(environment), "AppData", "Local")
    elif platform == "darwin":
        base = os.path.join(_home(environment), "Library", "Application Support")
    else:
        base = environment.get("XDG_DATA_HOME", "")
        if not os.path.isabs(base):  # the XDG standard says to ignore relative paths
            base = os.path.join(_home(environment), ".local", "share")
    return os.path.join(base, "heeldiary")


def _home(environment: Mapping[str, str]) -> str:
    """Return the home folder."""
    home = environment.get("HOME") or os.path.expanduser("~")
    if not os.path.isabs(home):
        raise BadInput(
            "there is no home folder for the diary",
            "set HEELDIARY_HOME to a folder, or name a file with --diary",
        )
    return home
