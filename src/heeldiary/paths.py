"""Where things are. Working it out creates nothing."""

import os
import re
import sys
from collections.abc import Mapping
from typing import NamedTuple

from heeldiary.errors import BadInput

_ADDRESS = r"(?i)file:|[a-z][a-z0-9+.-]*://|:memory:$"
"""What SQLite, a browser or a desktop takes for the address of a file."""


class Places(NamedTuple):
    """Every path that heeldiary uses."""

    diary: str
    """The one file that holds everything."""
    data: str
    """The folder of the files below."""
    backups: str
    """The place for backups of the diary; whether anything is there is another matter."""
    drafts: str
    """The folder of half-typed words, a file for each window: closing one loses none."""
    crash_log: str
    """What went wrong last time, without a word of the diary in it."""
    notices: str
    """What was said once about the place of each diary, so that it is not said again."""


def places(option: str | None, environment: Mapping[str, str], platform: str = sys.platform) -> Places:
    """Find them from `--diary` (if given), HEELDIARY_DIARY, HEELDIARY_HOME, else the platform's habit.

    An empty variable counts as unset. Raises BadInput where there is no home to put a diary in, and for a path that is
    not what it seems.
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
    """Raise BadInput if the diary is to be in a folder that is not there, unless that is heeldiary's own to make."""
    folder = os.path.dirname(at.diary)
    if folder == at.data:
        return
    try:
        os.stat(folder)
    except FileNotFoundError:
        raise BadInput(
            "the folder of the diary's path is not there", "look for a slip in the path, or make the folder first"
        ) from None
    except OSError:
        return  # opening the diary reports it in its own words


def expand_home(path: str, environment: Mapping[str, str]) -> str:
    """Return the path with a leading `~` or `~name` as the home folder, as a shell would where it sees one.

    Shells leave it in place between quotes and within an option such as `--diary=~/mine.db`.
    """
    start, slash, rest = path.partition(os.sep)
    if start == "~":
        return _home(environment) + slash + rest
    return os.path.expanduser(path) if start.startswith("~") else path


def _named_file(path: str, source: str, environment: Mapping[str, str]) -> str:
    """The path of a diary that the person named."""
    if path.endswith(os.sep):
        raise BadInput(f"{source} leads to a folder", "name a file in it")
    return _named(path, source, environment)


def _named(path: str, source: str, environment: Mapping[str, str]) -> str:
    """A path that the person named; what only looks like one is refused before a file of that odd name is made."""
    if "$" in path:
        raise BadInput(
            f"{source} has a $ in it, and heeldiary replaces no variables", "write out the path that is meant"
        )
    if re.match(_ADDRESS, path):
        raise BadInput(f"{source} is an address, and a path is needed", "write the path alone, without file: before it")
    expanded = expand_home(path, environment)
    if expanded.startswith("~"):
        raise BadInput(f"{source} begins with a ~ of nobody here", "write out the path; ./ before a name with a ~")
    return os.path.abspath(expanded)


def _data_folder(environment: Mapping[str, str], platform: str) -> str:
    """The platform's folder for a program's own data."""
    if platform == "win32":
        base = environment.get("LOCALAPPDATA") or os.path.join(_home(environment), "AppData", "Local")
    elif platform == "darwin":
        base = os.path.join(_home(environment), "Library", "Application Support")
    else:
        base = environment.get("XDG_DATA_HOME", "")
        if not os.path.isabs(base):  # the XDG standard: a relative path is to be ignored
            base = os.path.join(_home(environment), ".local", "share")
    return os.path.join(base, "heeldiary")


def _home(environment: Mapping[str, str]) -> str:
    """The person's home folder."""
    home = environment.get("HOME") or os.path.expanduser("~")
    if not os.path.isabs(home):
        raise BadInput(
            "there is no home folder to keep the diary in",
            "set HEELDIARY_HOME to a folder, or name a file with --diary",
        )
    return home
