"""A clock that stands still until a test moves it, and random bytes that are the same in each run."""

import random
from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

USUAL = "2026-11-22T07:04:05.123"
"""A Sunday morning, in ISO week 2026-W47."""


class StandingClock:
    """Implements heeldiary.clock.Clock for one place and one moment."""

    def __init__(self, local: str = USUAL, zone: str = "Europe/Berlin") -> None:
        self.place = ZoneInfo(zone)
        self.at = datetime.fromisoformat(local).replace(tzinfo=self.place).astimezone(UTC)

    def now(self) -> datetime:
        """Its moment, with the offset in force then, as `datetime.now().astimezone()` gives it."""
        return _fixed(self.at.astimezone(self.place))

    def zone(self) -> str | None:
        """The place's IANA name."""
        return self.place.key

    def instant(self, local: datetime) -> datetime:
        """The moment at which the place's clocks show `local`."""
        return _fixed(local.replace(tzinfo=self.place).astimezone(UTC).astimezone(self.place))

    def set(self, local: str) -> None:
        """Put it to a local time."""
        self.at = datetime.fromisoformat(local).replace(tzinfo=self.place).astimezone(UTC)

    def forward(self, span: timedelta) -> None:
        """Move it on by so much real time."""
        self.at += span


class SeededBytes:
    """Random bytes from a seed: a `heeldiary.store.diary.Random`."""

    def __init__(self, seed: int = 1) -> None:
        self.source = random.Random(seed)

    def __call__(self, count: int) -> bytes:
        return self.source.randbytes(count)


def _fixed(moment: datetime) -> datetime:
    """The moment with its offset alone: sums of two moments in one ZoneInfo would forget a change of clocks."""
    offset = moment.utcoffset()
    assert offset is not None
    return moment.astimezone(timezone(offset))
