"""The clock: the only place that reads the system's time."""

import os
import re
import time
from collections.abc import Mapping
from datetime import datetime, timedelta, timezone
from typing import Protocol

from heeldiary.errors import BadInput

_ZONE_FOLDER = "/usr/share/zoneinfo"
_RULE = r"([A-Za-z]{3,}|<[A-Za-z0-9+-]{3,}>)[+-]?\d"
"""The start of a zone written as a rule, as in CET-1CEST or <+0330>-3:30."""

_FURTHEST_MINUTES = 14 * 60
"""No place is further from UTC, and SQLite parses no larger offset."""


class Clock(Protocol):
    """Returns the local time; tests pass a fixed one."""

    def now(self) -> datetime:
        """Return the current time, aware, in the local zone."""

    def zone(self) -> str | None:
        """Return the IANA name of the local zone, if known."""

    def instant(self, local: datetime) -> datetime:
        """Return the aware time at which local clocks show `local` (naive)."""


class SystemClock:
    """The system's clock and zone."""

    def now(self) -> datetime:
        """Return the current time with the local offset."""
        return _local(time.time())

    def zone(self) -> str | None:
        """Return the zone's name from TZ, else from the system's link."""
        name = os.environ.get("TZ", "").removeprefix(":")
        if not name:
            try:
                name = os.readlink("/etc/localtime")
            except OSError:
                return None
            if "zoneinfo/" not in name:
                return None
        name = name.rpartition("zoneinfo/")[2]
        for copy in ("posix/", "right/"):  # duplicates of the same zones
            name = name.removeprefix(copy)
        # Only names in the zone files: TZ may also be a rule such as CET-1CEST.
        known = name and not name.startswith((".", "/")) and _is_zone_file(f"{_ZONE_FOLDER}/{name}")
        return name if known else None

    def instant(self, local: datetime) -> datetime:
        """Return the time of a local clock; a time skipped in spring counts as after the change."""
        return _local(time.mktime((*local.timetuple()[:6], 0, 0, -1)))


def unknown_zone(environment: Mapping[str, str]) -> str | None:
    """Return a message if TZ names an unknown zone; else None.

    The system then silently uses UTC, and a day may start hours too early or too late.
    """
    name = environment.get("TZ", "").removeprefix(":")
    folder = environment.get("TZDIR") or _ZONE_FOLDER
    known = name in ("", "UTC", "GMT") or re.match(_RULE, name) or _is_zone_file(os.path.join(folder, name))
    if known or not os.path.isdir(folder):  # unknown without zone files
        return None
    return (
        "This machine does not know the time zone in TZ, so times are in UTC. Set TZ to a place such as Europe/Berlin."
    )


def _local(seconds: float) -> datetime:
    """Return a time with the local offset in whole minutes, as stored in a diary."""
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
    """Return the seconds of a monotonic clock that also counts sleep, if the system has one."""
    if hasattr(time, "CLOCK_BOOTTIME"):
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.monotonic()
