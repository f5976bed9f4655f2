"""What reckoning needs, read from the diary in one snapshot."""

from datetime import date

from heeldiary.domain.findings import Material
from heeldiary.domain.links import Declared
from heeldiary.domain.scales import Foot
from heeldiary.store.diary import Diary
from heeldiary.store.experiments import sealed_factors
from heeldiary.store.factors import declared

_SCORES = "SELECT day, score FROM pain WHERE foot = ? AND moment = 'first-step' AND day <= ? ORDER BY day"
_LATE = "SELECT day FROM pain JOIN entry USING (id, day) WHERE foot = ? AND moment = 'first-step' AND late AND day <= ?"

_MASSAGED = "SELECT DISTINCT day FROM massage WHERE foot = ? AND day <= ?"


def material(diary: Diary, foot: Foot, as_of: date | None = None, factors: bool = True) -> Material:
    """One foot's diary up to a day, today if none is named; `factors`: with what was named for Links."""
    with diary.snapshot():
        settings = diary.settings()
        last = as_of or diary.today(settings)
        scores = {date.fromisoformat(day): score for day, score in diary.sql.rows(_SCORES, (foot, last.isoformat()))}
        late = frozenset(date.fromisoformat(day) for (day,) in diary.sql.rows(_LATE, (foot, last.isoformat())))
        massaged = diary.sql.rows(_MASSAGED, (foot, last.isoformat()))
        return Material(
            foot,
            last,
            scores,
            late,
            massaged=frozenset(date.fromisoformat(day) for (day,) in massaged),
            baseline_from=settings.baseline_from,
            declared=declared(diary, foot, last) if factors else Declared(sealed=sealed_factors(diary, last)),
        )
