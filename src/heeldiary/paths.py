"""Where things are. Working it out creates nothing."""

import os
import sys
from collections.abc import Mapping
from typing import NamedTuple

from heeldiary.errors import BadInput


class Places(NamedTuple):
    """Every path that heeldiary uses."""

    diary: str
    """The one file that holds everything."""
    data: str
    """The folder of the files below."""
    backups: str
    """Where backups of the diary are kept."""
    drafts: str
    """Half-typed words, kept so that closing a window loses none."""
    crash_log: str
    """What went wrong last time, without a word of the diary in it."""


def places(option: str | None, environment: Mapping[str, str], platform: str = sys.platform) -> Places:
    """Find them from `--diary` (if given), HEELDIARY_DIARY, HEELDIARY_HOME, else the platform's habit.

    An empty variable counts as unset. Raises BadInput where there is no home to put a diary in.
    """
    if option == "":
        raise BadInput("--diary needs the path of a file", "write it as --diary PATH, or leave it out")
    home = environment.get("HEELDIARY_HOME")
    data = os.path.abspath(home) if home else _data_folder(environment, platform)
    diary = option or environment.get("HEELDIARY_DIARY") or os.path.join(data, "diary.db")
    return Places(
        diary=os.path.abspath(diary),
        data=data,
        backups=os.path.join(data, "backups"),
        drafts=os.path.join(data, "drafts.json"),
        crash_log=os.path.join(data, "crash.log"),
    )


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
