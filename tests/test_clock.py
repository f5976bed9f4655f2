"""The machine's clock: offsets, times that the spring skips, the zone's name."""

import json
from datetime import datetime
from typing import Any

import pytest

from heeldiary.clock import unknown_zone
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
    """What the machine's clock returns with this TZ."""
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
    [
        ("Asia/Kathmandu", "Asia/Kathmandu"), (":Asia/Kathmandu", "Asia/Kathmandu"), ("CET-1CEST", None),
        ("No/Such_Place", None), ("../../etc/passwd", None), ("/etc/passwd", None), ("zone1970.tab", None),
        ("Europe", None), ("Europe/Berlin/", None), ("posix/Europe/Berlin", "Europe/Berlin"),
        ("/usr/share/zoneinfo/Europe/Berlin", "Europe/Berlin"),
    ],
)  # fmt: skip
def test_the_zone_has_an_iana_name_or_none(process: Process, zone: str, name: str | None) -> None:
    assert ask(process, zone)["zone"] == name


def test_years_far_off_do_not_break_it(process: Process) -> None:
    told = ask(process, "Europe/Berlin", "1970-01-01T04:00:00", "1900-01-01T04:00:00", "2099-12-31T04:00:00")
    assert told["told"][0] == "1970-01-01T04:00:00+01:00"
    assert json.dumps(told).count("04:00:00") == 3


@pytest.mark.grid(1)
@pytest.mark.parametrize(
    "zone",
    ["UTC+24", "UTC-24", "UTC-14:01", "UTC+15", "UTC-23:59:59", "AAA+25BBB", "UTC+167", "<x-24>-24", "UTC-24:59:59"],
)
def test_a_zone_too_far_away_is_refused_in_a_sentence(process: Process, zone: str) -> None:
    for argv in (("log", "6", "--foot", "left"), ("status",), ("show",), ("trends",), ("review",), ("undo",)):
        ran = process(*argv, environment={"TZ": zone})
        assert (ran.code, ran.out) in ((2, ""), (1, "")), (argv, ran)
        assert ran.err.count("\n") == 2, (argv, ran)
        assert "Traceback" not in ran.err, (argv, ran)
    assert not process.diary.exists()


@pytest.mark.parametrize("zone", ["UTC+5:30:17", "UTC-14", "UTC+14:00:59", "UTC+0:00:59", "<-03>3:07:30"])
def test_seconds_of_an_offset_are_left_out_and_the_moment_stays(process: Process, zone: str) -> None:
    told = ask(process, zone, "2026-11-22T12:00:00")
    moment = datetime.fromisoformat(told["told"][0])
    offset = moment.utcoffset()
    assert offset is not None
    assert offset.total_seconds() % 60 == 0
    assert abs((moment.replace(tzinfo=None) - datetime(2026, 11, 22, 12)).total_seconds()) < 60
    ran = process("log", "6", "--foot", "left", environment={"TZ": zone})
    assert (ran.code, ran.err) == (0, "")


KNOWN = (
    "",
    ":",
    "UTC",
    "Europe/Berlin",
    ":Europe/Berlin",
    "CET-1CEST",
    "<+0330>-3:30",
    "EST5EDT,M3.2.0,M11.1.0",
    "GMT0",
)
UNKNOWN = (
    "No/Such_Place",
    "Europe",
    "europe",
    "CEST",
    "Berlin",
    "/etc/passwd",
    "../x",
    "Europe/Berlin/",
    "+01:00",
    "\udcff",
)


@pytest.mark.parametrize("zone", KNOWN)
def test_a_zone_that_is_known_is_taken_without_a_word(zone: str) -> None:
    assert unknown_zone({"TZ": zone}) is None


@pytest.mark.parametrize("zone", UNKNOWN)
def test_a_zone_that_is_not_known_is_said(zone: str) -> None:
    said = unknown_zone({"TZ": zone})
    assert said is not None
    assert "UTC" in said


def test_what_cannot_be_known_is_not_said() -> None:
    assert unknown_zone({}) is None
    assert unknown_zone({"TZ": "No/Such_Place", "TZDIR": "/nowhere"}) is None


def test_whoever_writes_in_an_unknown_zone_is_told_and_done_anyway(process: Process) -> None:
    ran = process("log", "6", "--foot", "left", environment={"TZ": "No/Such_Place"})
    assert ran.code == 0
    assert ran.err.startswith("This machine does not know the time zone in TZ")
    assert process("status", environment={"TZ": "No/Such_Place"}).err == ""
