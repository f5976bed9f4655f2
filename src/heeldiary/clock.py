"""The one place that asks the machine for the time; everything else is handed a `Clock`."""

import os
import re
import time
from collections.abc import Mapping
from datetime import datetime, timedelta, timezone
from typing import Protocol

from heeldiary.errors import BadInput

_ZONE_FOLDER = "/usr/share/zoneinfo"
_RULE = r"([A-Za-z]{3,}|<[A-Za-z0-9+-]{3,}>)[+-]?\d"
"""How a zone begins that is written out as a rule, as in CET-1CEST or <+0330>-3:30."""

_FURTHEST_MINUTES = 14 * 60
"""No place on earth is further from UTC, and SQLite reads no moment that is."""


class Clock(Protocol):
    """Tells the local time; a test passes one that stands still."""

    def now(self) -> datetime:
        """The present moment, aware, in the local zone."""

    def zone(self) -> str | None:
        """The IANA name of the local zone, where the machine knows one."""

    def instant(self, local: datetime) -> datetime:
        """The aware moment at which local clocks show `local` (naive)."""


class SystemClock:
    """The machine's own clock and zone."""

    def now(self) -> datetime:
        """The present moment, with the offset in force here."""
        return _local(time.time())

    def zone(self) -> str | None:
        """The zone's name from TZ, else from the system's own link to it."""
        name = os.environ.get("TZ", "").removeprefix(":")
        if not name:
            try:
                name = os.readlink("/etc/localtime")
            except OSError:
                return None
            if "zoneinfo/" not in name:
                return None
        name = name.rpartition("zoneinfo/")[2]
        for copy in ("posix/", "right/"):  # the same zones once more
            name = name.removeprefix(copy)
        # Only a name that the zone files know: TZ may also hold a rule such as CET-1CEST.
        known = name and not name.startswith((".", "/")) and _is_zone_file(f"{_ZONE_FOLDER}/{name}")
        return name if known else None

    def instant(self, local: datetime) -> datetime:
        """The moment of a local time; a time that the spring skips counts as after the skip."""
        return _local(time.mktime((*local.timetuple()[:6], 0, 0, -1)))


def unknown_zone(environment: Mapping[str, str]) -> str | None:
    """A sentence for the person where TZ names a zone that the machine does not know; else None.

    The system then counts in UTC without a word, and a day may begin hours too early or too late.
    """
    name = environment.get("TZ", "").removeprefix(":")
    folder = environment.get("TZDIR") or _ZONE_FOLDER
    known = name in ("", "UTC", "GMT") or re.match(_RULE, name) or _is_zone_file(os.path.join(folder, name))
    if known or not os.path.isdir(folder):  # without zone files there is no telling
        return None
    return "The time zone in TZ is not known here, so the time is taken as UTC. Set TZ to a place, as in Europe/Berlin."


def _local(seconds: float) -> datetime:
    """A moment with the offset in force here, in whole minutes, as a diary keeps it."""
    minutes = int(time.localtime(seconds).tm_gmtoff / 60)
    if abs(minutes) > _FURTHEST_MINUTES:
        raise BadInput(
            "the time zone in TZ is more than 14 hours away from UTC", "set TZ to a place, as in TZ=Europe/Berlin"
        )
    return datetime.fromtimestamp(seconds, timezone(timedelta(minutes=minutes)))


def _is_zone_file(path: str) -> bool:
    try:
        if not os.path.isfile(path):
            return False
        with open(path, "rb") as file:
            return file.read(4) == b"TZif"
    except (OSError, ValueError):
        return False


def steady_seconds() -> float:
    """Seconds of a clock that only goes forward, and goes on while the machine sleeps, where there is such a one."""
    if hasattr(time, "CLOCK_BOOTTIME"):
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.monotonic()
