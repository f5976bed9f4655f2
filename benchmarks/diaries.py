"""Made-up diaries of any length, to measure on."""

import os
from datetime import UTC, date, datetime, time, timedelta

from heeldiary.clock import SystemClock
from heeldiary.demo import fill
from heeldiary.domain.entries import Activity, Entry, Note, Pain
from heeldiary.domain.scales import FEET
from heeldiary.store.diary import Diary
from heeldiary.store.links.links import declare
from heeldiary.store.opening import open_to_write
from heeldiary.store.recording import delete


def make_diary(home: str, days: int) -> int:
    """Create a diary in its own folder with this many days up to today; return how many entries it has."""
    os.makedirs(home)
    with Diary(open_to_write(os.path.join(home, "diary.db")), SystemClock()) as diary:
        fill(diary, days)
        today = diary.today()
        with diary.action("more to each day") as action:
            action.put_new([entry for n in range(days) for entry in _more(diary, today - timedelta(days=n))])
            action.set("affected-foot", "left")
        for foot in FEET:
            morning = diary.score(today, foot, "first-step")
            if morning:
                delete(diary, morning)
        return int(diary.sql.value("SELECT count(*) FROM entry"))


FACTORS = ("massage", "activity-minutes", "steps", "sitting-minutes", "longest-sitting")

_NUMBERS = "WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < {each})"


def name_factors(home: str) -> None:
    """Name five factors for Links, so that it has something to compute."""
    with Diary(open_to_write(os.path.join(home, "diary.db")), SystemClock()) as diary:
        declare(diary, FACTORS)


def swell(home: str, entries: int) -> int:
    """Add walks to every day, as a watch exports them, up to this many entries; return how many there are."""
    with Diary(open_to_write(os.path.join(home, "diary.db")), SystemClock()) as diary:
        there, days = diary.sql.rows("SELECT count(*), count(DISTINCT day) FROM entry")[0]
        numbers = _NUMBERS.format(each=(entries - there) // days + 1)
        like = diary.sql.value("SELECT id FROM activity LIMIT 1")
        with diary.sql.transaction():
            diary.sql.run("CREATE TEMP TABLE each_day AS SELECT DISTINCT day FROM entry")
            for table in ("entry", "activity"):
                columns = [row[1] for row in diary.sql.rows(f"PRAGMA table_info({table})")]
                given = {"id": "printf('w%06dx%03d', each_day.rowid, n)", "day": "each_day.day", "source": "'watch'"}
                values = ", ".join(given.get(name, f"model.{name}") for name in columns)
                diary.sql.run(
                    f"{numbers} INSERT INTO {table} ({', '.join(columns)}) SELECT {values} FROM each_day, number,"
                    f" {table} AS model WHERE model.id = ?",
                    (like,),
                )
        return int(diary.sql.value("SELECT count(*) FROM entry"))


def _more(diary: Diary, day: date) -> list[Entry]:
    """Three more entries for a day, so that 50 years come to some 150,000."""
    at = datetime.combine(day, time(20), UTC)
    facts = (Activity("standing", 90), Pain("left", "after-activity", 3), Note())
    return [Entry(diary.new_id(), day, at, None, False, "typed", (), "a line", fact) for fact in facts]
