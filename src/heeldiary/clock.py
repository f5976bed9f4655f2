"""The one place that asks the machine for the time; everything else is handed a `Clock`."""

import os
import time
from datetime import datetime, timedelta, timezone
from typing import Protocol

_ZONE_FOLDER = "/usr/share/zoneinfo"


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
        return datetime.now().astimezone()

    def zone(self) -> str | None:
        """The zone's name from TZ, else from the system's own link to it."""
        name = os.environ.get("TZ", "").removeprefix(":")
        if not name:
            try:
                name = os.readlink("/etc/localtime").partition("zoneinfo/")[2]
            except OSError:
                return None
        # Only a name that the zone files know: TZ may also hold a rule such as CET-1CEST.
        known = name and not name.startswith((".", "/")) and os.path.isfile(f"{_ZONE_FOLDER}/{name}")
        return name if known else None

    def instant(self, local: datetime) -> datetime:
        """The moment of a local time; a time that the spring skips counts as after the skip."""
        seconds = time.mktime((*local.timetuple()[:6], 0, 0, -1))
        offset = time.localtime(seconds).tm_gmtoff
        return datetime.fromtimestamp(seconds, timezone(timedelta(seconds=offset)))


def steady_seconds() -> float:
    """Seconds of a clock that only goes forward, and goes on while the machine sleeps, where there is such a one."""
    if hasattr(time, "CLOCK_BOOTTIME"):
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.monotonic()
