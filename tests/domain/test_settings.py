"""Settings: each with its default and bounds; anything outside is refused."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeldiary.domain.settings import BY_NAME, SETTINGS, Settings, find, parse, typed
from heeldiary.errors import BadInput

NAMED = (
    "affected-foot", "day-start", "week-start", "ki1-seconds", "shimian-seconds", "heel-seconds", "calf-seconds",
    "cue-command", "theme",
)  # fmt: skip
"""Those that the contract names."""


def test_every_setting_of_the_contract_is_there_and_says_what_it_takes() -> None:
    assert set(NAMED) <= set(BY_NAME)
    for setting in SETTINGS:
        assert setting.meaning.strip()
        assert setting.bounds.strip()


def test_the_defaults_of_the_contract() -> None:
    settings = Settings({})
    assert settings["affected-foot"] is None
    assert settings.affected_feet == ()
    assert settings.day_start == time(4, 0)
    assert settings["ki1-seconds"] == 90
    assert settings["shimian-seconds"] == 90
    assert settings["heel-seconds"] == 120
    assert settings["calf-seconds"] == 180


@pytest.mark.parametrize(("value", "feet"), [("left", ("left",)), ("right", ("right",)), ("both", ("left", "right"))])
def test_the_affected_feet(value: str, feet: tuple[str, ...]) -> None:
    assert Settings({"affected-foot": value}).affected_feet == feet


@pytest.mark.parametrize(
    ("name", "good", "bad"),
    [
        ("affected-foot", ["left", "right", "both"], ["", "nose", "left right"]),
        (
            "day-start",
            ["00:00", "04:00", "05:30"],
            ["", "24:00", "4 pm", "045", "04:60", "25:00", "٠٤:٠٠", "-1:00", "04"],
        ),
        ("week-start", ["monday", "sunday"], ["", "tuesday", "1"]),
        ("ki1-seconds", ["60", "90", "120"], ["59", "121", "", "-90", "90.5", "9e1", "٩٠", "ninety"]),
        ("shimian-seconds", ["60", "90", "120"], ["59", "121", "", "-90", "90.5"]),
        ("theme", ["nord"], ["", "no-such-theme", "rose-pine-"]),
        ("cue-command", ["espeak", "x" * 500], ["x" * 501]),
    ],
)
def test_bounds(name: str, good: list[str], bad: list[str]) -> None:
    setting = find(name)
    for value in good:
        assert typed(setting, parse(setting, value)) == value
    for value in bad:
        with pytest.raises(BadInput):
            parse(setting, value)


@given(st.sampled_from(SETTINGS), st.text(max_size=12))
def test_a_value_is_refused_or_typed_back_to_the_same(setting: object, value: str) -> None:
    one = BY_NAME[getattr(setting, "name", "")]
    try:
        parsed = parse(one, value)
    except BadInput:
        return
    assert parse(one, typed(one, parsed)) == parsed


def test_an_unknown_name_is_refused() -> None:
    for name in ("", "colour", "Affected-Foot", "affected_foot"):
        with pytest.raises(BadInput):
            find(name)


def test_a_stored_value_that_is_no_longer_valid_counts_as_the_default() -> None:
    assert Settings({"day-start": "nonsense", "of-a-newer-heeldiary": "x"}).day_start == time(4, 0)


def test_a_closed_set_takes_an_unambiguous_start() -> None:
    assert parse(find("theme"), "pap") == "paper"
    assert parse(find("theme"), "rose-pine") == "rose-pine", "in full, though others begin like it"
    assert parse(find("week-start"), "Sun") == "sunday"
    assert parse(find("affected-foot"), "le") == "left"


@pytest.mark.parametrize(
    ("typed", "saved"),
    [
        ("5", "05:00"),
        ("10", "10:00"),
        ("0", "00:00"),
        ("5:00", "05:00"),
        ("5am", "05:00"),
        ("4.30", "04:30"),
        ("12:00pm", "12:00"),
    ],
)
def test_a_day_starts_at_a_time_as_people_write_it(typed: str, saved: str) -> None:
    setting = find("day-start")
    assert setting.typed(parse(setting, typed)) == saved
