"""Entries as JSON, for scripts, exports and the undo journal."""

from typing import Any

from heeldiary.domain.entries import Care, Entry, Fact, Guided, Massage, Sore, format_at, format_time

Json = dict[str, Any]


def entry_to_json(entry: Entry) -> Json:
    """Return an entry with its keys in the documented order."""
    return {
        "id": entry.id,
        "type": entry.type,
        "day": entry.day.isoformat(),
        "at": format_at(entry.at),
        "zone": entry.zone,
        "late": entry.late,
        "source": entry.source,
        "tags": list(entry.tags),
        "note": entry.note,
        "time": entry.time_of_day and format_time(entry.time_of_day),
        **_fact_json(entry.fact),
    }


def _fact_json(fact: Fact) -> Json:
    if isinstance(fact, Massage):
        return {
            "foot": fact.foot,
            "routine": fact.routine,
            "seconds": fact.seconds,
            "steps": [step._asdict() for step in fact.steps],
            "score_before": fact.score_before,
            "score_after": fact.score_after,
            "finished": fact.finished,
            "started_at": fact.started_at and format_at(fact.started_at),
            "ended_at": fact.ended_at and format_at(fact.ended_at),
            "sore": list(fact.sore),
        }
    shape = fact._asdict()
    if isinstance(fact, Sore):
        shape["areas"] = list(fact.areas)
    if isinstance(fact, Care):
        shape["until"] = fact.until and fact.until.isoformat()
        shape["session"] = fact.session and _guided_json(fact.session)
    return shape


def _guided_json(session: Guided) -> Json:
    return session._asdict() | {
        "steps": [step._asdict() for step in session.steps],
        "started_at": session.started_at and format_at(session.started_at),
        "ended_at": session.ended_at and format_at(session.ended_at),
        "sore": list(session.sore),
    }
