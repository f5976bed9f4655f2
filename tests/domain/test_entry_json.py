"""An entry's JSON: the keys of the contract in its order, read back as the same entry, bad values refused."""

import gc
import json
from typing import Any

import pytest
from hypothesis import given

from heeldiary.domain.entries import Entry
from heeldiary.domain.entry_from_json import entry_from_json
from heeldiary.domain.entry_to_json import entry_to_json
from heeldiary.errors import BadInput
from tests.entry_strategies import entries

NEEDED = ["id", "type", "day", "at", "zone", "late", "source", "tags", "note"]
COMMON = [*NEEDED, "time"]
OWN = {
    "pain": ["foot", "moment", "score"],
    "activity": ["kind", "minutes", "steps", "surface"],
    "sitting": ["minutes", "longest_minutes"],
    "massage": [
        "foot", "routine", "seconds", "steps", "score_before", "score_after", "finished", "started_at", "ended_at",
        "sore",
    ],
    "care": ["kind", "minutes", "course", "visit", "course_visits", "until", "session"],
    "sore": ["foot", "areas"],
    "note": [],
}  # fmt: skip

_SHARED: dict[str, Any] = {
    "id": "kx3f8a2b", "day": "2026-11-22", "at": "2026-11-22T07:04:05.123+01:00", "zone": "Europe/Berlin",
    "late": False, "source": "typed", "tags": [], "note": "", "time": "06:30",
}  # fmt: skip
GOOD: dict[str, dict[str, Any]] = {
    "pain": {**_SHARED, "type": "pain", "foot": "left", "moment": "first-step", "score": 6},
    "activity": {**_SHARED, "type": "activity", "kind": "walking", "minutes": 45, "steps": 6200, "surface": "hard"},
    "sitting": {**_SHARED, "type": "sitting", "minutes": 390, "longest_minutes": 100},
    "massage": {
        **_SHARED, "type": "massage", "foot": "right", "routine": "daily", "seconds": 90,
        "steps": [{"point": "ki1", "seconds": 90, "pressure": "firm", "feeling": "easing", "score": 4}],
        "score_before": 6, "score_after": 4, "finished": True,
        "started_at": "2026-11-22T07:00:00.000+01:00", "ended_at": "2026-11-22T07:02:00.000+01:00",
        "sore": ["heel-inner", "arch"],
    },
    "care": {
        **_SHARED, "type": "care", "kind": "acupuncture", "minutes": 40, "course": "spring", "visit": 4,
        "course_visits": 12, "until": "2026-12-01", "session": None,
    },
    "sore": {**_SHARED, "type": "sore", "foot": "left", "areas": ["heel-inner", "arch"]},
    "note": {**_SHARED, "type": "note", "note": "slept badly"},
}  # fmt: skip

SESSION: dict[str, Any] = {
    "foot": "left", "routine": "heel-raise",
    "steps": [{"point": "heel-raise", "seconds": 96, "repetitions": 12, "feeling": "painful"}],
    "score_before": 6, "score_after": 4, "finished": True,
    "started_at": "2026-11-22T07:00:00.000+01:00", "ended_at": "2026-11-22T07:02:00.000+01:00",
    "sore": ["calf-outer"],
}  # fmt: skip

NOT_TEXT: list[Any] = [None, 3, 1.5, True, [], {}]
NOT_WHOLE: list[Any] = ["6", 5.5, True, [], {}, 10**30, float("inf")]
NOT_A_WORD: list[Any] = [3, True, [], {}, "", " ", "x" * 41]
NOT_A_DAY: list[Any] = [
    3, True, [], "", "2026-02-29", "2026-W53-1", "20261122", "22.11.2026", "1899-12-31", "0001-01-01",
    "2026-11-22T00:00",
]  # fmt: skip
NOT_A_TIME: list[Any] = [
    3, True, [], "", "2026-11-22", "2026-11-22T07:04:05", "07:04:05+01:00", "2026-02-29T07:00:00+01:00",
    "2026-11-22T25:00:00+01:00", "now", "2026-11-22T07:04:05+00:53:28",
]  # fmt: skip

BAD: list[tuple[str, str, list[Any]]] = [
    ("pain", "id", [None, 3, "", "abc", "Kx3f8a2b", "1abc", "kx3f-8a2", "kx3f 8a2", "käse", "k" * 65, "٣abc"]),
    ("pain", "type", [None, 3, "", "Pain", "mood", []]),
    ("pain", "day", [None, *NOT_A_DAY]),
    ("pain", "at", [None, *NOT_A_TIME]),
    ("pain", "zone", [3, True, [], {}]),
    ("pain", "late", [None, 0, 1, "false", []]),
    ("pain", "source", [None, *NOT_A_WORD]),
    ("pain", "tags", [None, 3, "word", {}, [3], [None], [""], ["x" * 41], [["a"]]]),
    ("pain", "note", [*NOT_TEXT, "x" * 20_001]),
    ("pain", "time", [3, True, "", "6:30", "24:00", "23:60", "06:30:00", "now", []]),
    ("pain", "foot", [None, "both", "Left", "", 3, []]),
    ("pain", "moment", [None, "first steps", "", 3, []]),
    ("pain", "score", [None, -1, 11, *NOT_WHOLE]),
    ("activity", "kind", [None, *NOT_A_WORD]),
    ("activity", "minutes", [-1, 1441, *NOT_WHOLE]),
    ("activity", "steps", [-1, 200_001, *NOT_WHOLE]),
    ("activity", "surface", ["grass", "", 3, []]),
    ("sitting", "minutes", [None, -1, 99, 1441, *NOT_WHOLE]),
    ("sitting", "longest_minutes", [-1, 391, 1441, *NOT_WHOLE]),
    ("massage", "foot", [None, "both", "", 3]),
    ("massage", "routine", NOT_A_WORD),
    ("massage", "steps", [None, [], {}, "ki1", 3, ["ki1"], [None], [[]]]),
    ("massage", "score_before", [-1, 11, *NOT_WHOLE]),
    ("massage", "score_after", [-1, 11, *NOT_WHOLE]),
    ("massage", "finished", [None, 1, "true"]),
    ("massage", "started_at", NOT_A_TIME),
    ("massage", "ended_at", NOT_A_TIME),
    ("massage", "sore", [["toe"], 3, "arch", {}, [3], [""], ["x" * 41]]),
    ("care", "kind", [None, *NOT_A_WORD]),
    ("care", "minutes", [-1, 1441, *NOT_WHOLE]),
    ("care", "course", [None, *NOT_A_WORD]),  # null too: a visit belongs to a course
    ("care", "visit", [-1, 0, *NOT_WHOLE]),
    ("care", "course_visits", [-1, 0, *NOT_WHOLE]),
    ("care", "until", ["2026-11-21", *NOT_A_DAY]),
    ("care", "session", [3, True, [], "", {}]),
    ("sore", "foot", [None, "both", "", 3]),
    ("sore", "areas", [None, [], "arch", 3, {}, [3], [""]]),
    ("note", "note", ["", " \n", "\x1b\x07"]),
]
BAD_STEP: list[tuple[str, list[Any]]] = [
    ("point", [None, *NOT_A_WORD]),
    ("seconds", [None, 0, -1, 1801, *NOT_WHOLE]),
    ("pressure", NOT_A_WORD),
    ("feeling", ["sad", "", 3, []]),
    ("score", [-1, 11, *NOT_WHOLE]),
]


@given(entries())
def test_an_entry_is_read_back_as_the_same(entry: Entry) -> None:
    assert entry_from_json(json.loads(json.dumps(entry_to_json(entry)))) == entry


@given(entries())
def test_the_keys_stand_in_the_order_of_the_contract(entry: Entry) -> None:
    shape = entry_to_json(entry)
    assert list(shape) == COMMON + OWN[entry.type]
    if entry.type == "massage":
        assert {tuple(step) for step in shape["steps"]} == {("point", "seconds", "pressure", "feeling", "score")}
        assert shape["seconds"] == sum(step["seconds"] for step in shape["steps"])


@pytest.mark.parametrize("kind", GOOD)
def test_a_good_entry_is_told_as_it_was_read(kind: str) -> None:
    told = entry_to_json(entry_from_json(GOOD[kind]))
    assert told == GOOD[kind]
    assert list(told) == COMMON + OWN[kind]


@pytest.mark.parametrize(
    ("kind", "key", "value"), [(kind, key, value) for kind, key, values in BAD for value in values]
)
def test_a_bad_value_is_refused(kind: str, key: str, value: Any) -> None:
    with pytest.raises(BadInput):
        entry_from_json({**GOOD[kind], key: value})


@pytest.mark.parametrize(("key", "value"), [(key, value) for key, values in BAD_STEP for value in values])
def test_a_bad_value_in_a_step_is_refused(key: str, value: Any) -> None:
    step = {**GOOD["massage"]["steps"][0], key: value}
    with pytest.raises(BadInput):
        entry_from_json({**GOOD["massage"], "steps": [step]})


def test_a_guided_session_of_care_is_told_as_it_was_read() -> None:
    shape = {**GOOD["care"], "session": SESSION}
    told = entry_to_json(entry_from_json(shape))
    assert told == shape
    assert list(told["session"]) == list(SESSION)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("foot", None), ("foot", "both"), ("routine", None), ("routine", ""), ("steps", []), ("steps", None),
        ("finished", None), ("score_before", 11), ("started_at", "now"), ("sore", "arch"),
        *(("steps", [{**SESSION["steps"][0], **bad}]) for bad in (
            {"point": ""}, {"seconds": 0}, {"seconds": 1801}, {"repetitions": -1}, {"feeling": "sad"})),
    ],
)  # fmt: skip
def test_a_bad_value_in_a_guided_session_is_refused(key: str, value: Any) -> None:
    with pytest.raises(BadInput):
        entry_from_json({**GOOD["care"], "session": {**SESSION, key: value}})


@pytest.mark.parametrize(
    ("kind", "key"),
    [
        *((kind, key) for kind in GOOD for key in NEEDED),
        ("pain", "foot"), ("pain", "moment"), ("pain", "score"), ("activity", "kind"), ("sitting", "minutes"),
        ("massage", "foot"), ("massage", "steps"), ("massage", "finished"), ("care", "kind"),
    ],
)  # fmt: skip
def test_a_missing_key_is_refused(kind: str, key: str) -> None:
    with pytest.raises(BadInput):
        entry_from_json({name: value for name, value in GOOD[kind].items() if name != key})


def test_an_activity_has_minutes_or_steps() -> None:
    with pytest.raises(BadInput):
        entry_from_json({**GOOD["activity"], "minutes": None, "steps": None})
    entry_from_json({**GOOD["activity"], "minutes": 0, "steps": None})
    entry_from_json({**GOOD["activity"], "minutes": None, "steps": 0})


def test_zero_is_a_score_and_no_score_is_null() -> None:
    told = entry_to_json(entry_from_json({**GOOD["massage"], "score_before": 0, "score_after": None}))
    assert (told["score_before"], told["score_after"]) == (0, None)


def test_unknown_keys_are_ignored() -> None:
    told = entry_to_json(entry_from_json({**GOOD["pain"], "mood": "sunny", "score_of_tomorrow": 3}))
    assert told == GOOD["pain"]


def test_times_are_kept_to_the_millisecond_with_their_offset() -> None:
    told = entry_to_json(entry_from_json({**GOOD["note"], "at": "2026-07-01T23:59:59.9996-03:30"}))
    assert told["at"] == "2026-07-01T23:59:59.999-03:30"
    assert entry_to_json(entry_from_json({**GOOD["note"], "at": "2026-07-01T20:00:00Z"}))["at"] == (
        "2026-07-01T20:00:00.000+00:00"
    )


def test_a_long_import_leaves_no_garbage_behind() -> None:
    """Commands run with the garbage collector off: what is read and dropped must be freed without it."""
    gc.collect()
    gc.disable()
    try:
        for shape in GOOD.values():
            entry_from_json(shape)
        assert gc.collect() == 0
    finally:
        gc.enable()
