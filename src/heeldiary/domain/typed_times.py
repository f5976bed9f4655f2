"""Times of day as people type them: `18:30`, `7:05`, `18.30`, `18h30`, `7:30pm`, `now`."""

import re
from datetime import datetime, time

from heeldiary.errors import BadInput

_TIME = re.compile(r"(\d{1,2})(?:[:.h]?(\d{2}))? ?(am|pm|a\.m\.|p\.m\.)?", re.ASCII)


def parse_time(text: str, now: datetime) -> time:
    """Parse a time of day, to the minute; an hour alone needs am or pm. Raises BadInput."""
    typed = " ".join(text.lower().split())
    if typed == "now":
        return now.time().replace(second=0, microsecond=0)
    found = _TIME.fullmatch(typed)
    if found and (found[2] or found[3]):
        hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "")[:1]
        if half and 1 <= hour <= 12:
            hour = hour % 12 + (12 if half == "p" else 0)
        elif half:
            hour = 24
        if hour < 24 and minute < 60:
            return time(hour, minute)
    raise BadInput("that is not a time of day", "write it like 18:30 or 6:30pm; 24 hours from 00:00 to 23:59")
