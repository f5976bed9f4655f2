"""The machine's clock: offsets, times that the spring skips, the zone's name."""

import json
from typing import Any

import pytest

from tests.runner import Process

ASK = """
import json, sys
from datetime import datetime
from heeldiary.clock import SystemClock
clock = SystemClock()
told = [clock.instant(datetime.fromisoformat(local)).isoformat() for local in sys.argv[1:]]
now = clock.now()
print(json.dumps({"zone": clock.zone(), "told": told, "aware": now.utcoffset() is not None}))
"""


def ask(process: Process, zone: str, *local: str) -> Any:
    """What the machine's clock tells where TZ is so."""
    process.environment["TZ"] = zone
    ran = process.python(ASK, *local)
    assert ran.code == 0, ran
    assert ran.json["aware"]
    return ran.json


def test_moments_carry_the_offset_in_force(process: Process) -> None:
    told = ask(process, "Europe/Berlin", "2026-11-22T04:00:00", "2026-07-01T04:00:00", "2026-03-29T02:30:00")
    assert told == {
        "zone": "Europe/Berlin",
        "told": ["2026-11-22T04:00:00+01:00", "2026-07-01T04:00:00+02:00", "2026-03-29T03:30:00+02:00"],
        "aware": True,
    }


def test_a_day_that_has_no_midnight_begins_when_it_begins(process: Process) -> None:
    assert ask(process, "Asia/Beirut", "2022-03-27T00:00:00")["told"] == ["2022-03-27T01:00:00+03:00"]


@pytest.mark.parametrize(
    ("zone", "name"),
    [("Asia/Kathmandu", "Asia/Kathmandu"), ("CET-1CEST", None), ("No/Such_Place", None), ("../../etc/passwd", None)],
)
def test_the_zone_has_an_iana_name_or_none(process: Process, zone: str, name: str | None) -> None:
    assert ask(process, zone)["zone"] == name


def test_years_far_off_do_not_break_it(process: Process) -> None:
    told = ask(process, "Europe/Berlin", "1970-01-01T04:00:00", "1900-01-01T04:00:00", "2099-12-31T04:00:00")
    assert told["told"][0] == "1970-01-01T04:00:00+01:00"
    assert json.dumps(told).count("04:00:00") == 3
