"""The forms of all kinds of entries as they are seen: empty, filled in, and with what is wrong."""

from collections.abc import Callable

import pytest

from heeldiary.domain.entries import (
    Activity,
    Care,
    Fact,
    Guided,
    GuidedStep,
    Massage,
    MassageStep,
    Sitting,
    whole_massage,
)
from heeldiary.domain.routine.points import POINTS
from heeldiary.domain.scales import FEET
from heeldiary.tui.diary.entry_row import entry_row_text
from heeldiary.tui.entries.forms import facts
from tests.tui.stage import NORMAL, SMALL, TO_LAST_ROW, Stage
from tests.tui.tours import FACTS, a_full_day, an_entry, heard, hints, plain, styled, tour

Snapshot = Callable[[str, str], None]


async def test_empty_forms_with_their_labels_placeholders_and_hints(stage: Stage, snapshot: Snapshot) -> None:
    async with stage.play(NORMAL) as play:
        seen = []
        for key in "asmo":
            seen += [await tour(play, [key], styled if key == "m" else plain), await hints(play)]
            await play.press("escape")
        snapshot("forms-empty", "\n\n".join(seen))


async def test_a_form_of_each_entry(stage: Stage, snapshot: Snapshot) -> None:
    a_full_day(stage)
    async with stage.play(SMALL) as play:
        await play.press(*TO_LAST_ROW)
        seen = [await tour(play, ["enter", *["escape up enter"] * (len(FACTS) - 1)], plain)]
        snapshot("forms-filled", "\n\n".join(seen))


async def test_tags_of_a_score_of_an_entry_and_of_a_day(stage: Stage, snapshot: Snapshot) -> None:
    a_full_day(stage)
    async with stage.play(SMALL) as play:
        of_a_score = ["escape", "number_sign", '"r', "enter"]
        of_an_entry = ["number_sign", "ctrl+u", '"rain, long day', "enter", "u",
                       "left_square_bracket number_sign", '"x,y', "enter", "number_sign", "ctrl+u enter", "u",
                       "number_sign", "escape"]  # fmt: skip
        seen = [await tour(play, ["number_sign"], styled), await tour(play, of_a_score, heard)]
        await play.press(*TO_LAST_ROW)
        seen.append(await tour(play, of_an_entry, heard))
        snapshot("tags", "\n\n".join([*seen, await tour(play, ["number_sign", "ctrl+u"], plain)]))


async def test_what_is_said_of_each_entry_saved_changed_and_deleted(stage: Stage, snapshot: Snapshot) -> None:
    async with stage.play() as play:
        await play.press(*TO_LAST_ROW)
        saved = ["a", '"walking', 'tab "45', "enter", "s", '"390', "enter", "m tab", '"90s', "enter", "o", '"ice',
         "enter",
                 "n", '"a #rain', "escape", "number_sign", "n", '"#a #b', "escape", "u"]  # fmt: skip
        saved = [*saved[:2], "tab", '"45', *saved[3:]]
        changed = ["enter", '" x', "escape", "delete", "up enter", "enter", "delete"]
        changed += ["up enter", '"e', "enter", "delete", "enter", "ctrl+s", "escape", "delete", "up delete"]
        snapshot("said-of-entries", await tour(play, [*saved, *changed], heard))


async def test_what_a_form_refuses(stage: Stage, snapshot: Snapshot) -> None:
    refused = {
        "a": ["enter", "tab", "shift+tab", '"walking', "enter", "tab", '"soon', "tab", '"many', "tab", "x", "tab",
         '"25:00',
              "tab", "up", "enter", "ctrl+r"],
        "m": ["x", "left", "enter", "tab", '"5m', "tab", '"90s', "enter", "tab", '"5 cows', "tab"],
        "o": ['"ice', "tab tab tab", '"0', "tab", '"yesterday', "enter"],
    }  # fmt: skip
    async with stage.play(SMALL) as play:
        seen = []
        for key, steps in refused.items():
            seen.append(await tour(play, [key, *steps], heard))
            await play.press("ctrl+r", "escape")
        snapshot("forms-refused", "\n\n".join(seen))


ROWS: tuple[tuple[Fact, tuple[str, str]], ...] = (
    (Activity("walking"), ("walking", "")),
    (Activity("walking", None, 0), ("walking, 0 steps", "")),
    (Activity("walking", 0), ("walking", "0 min")),
    (Sitting(60), ("", "1 h")),
    (Sitting(60, 0), ("longest 0 min", "1 h")),
    (Massage("left", (MassageStep("ki1", 59),)), ("left, KI1", "59 s")),
    (Massage("left", (MassageStep("ki1", 60),)), ("left, KI1", "1 min")),
    (Massage("right", (MassageStep("ki1", 89),)), ("right, KI1", "1 min 29 s")),
    (Massage("right", (MassageStep("ki1", 90),)), ("right, KI1", "1 min 30 s")),
    (Massage("left", whole_massage(600)), ("left", "10 min")),
    (Massage("left", (MassageStep("ki1", 90),), finished=False), ("left, part session, KI1", "1 min 30 s")),
    (Care("ice"), ("ice", "")),
    (Care("ice", 0), ("ice", "0 min")),
    (Care("acupuncture", 40, "spring", 2), ("acupuncture, spring, visit 2", "40 min")),
)


@pytest.mark.parametrize(("fact", "row"), ROWS)
def test_a_row_shows_what_is_known_and_nothing_else(fact: Fact, row: tuple[str, str]) -> None:
    assert entry_row_text(an_entry(fact)) == row


@pytest.mark.parametrize(("course", "visit"), [("spring", 3), ("autumn", None), (None, None)])
def test_changed_care_keeps_what_its_form_does_not_show(course: str | None, visit: int | None) -> None:
    session = Guided("left", "heel-raise", (GuidedStep("heel-raise", 96, 12),))
    entry = an_entry(Care("strengthening", 5, "spring", 3, 12, session=session))
    parsed = {"kind": "strengthening", "minutes": 6, "course": course, "visits": 12, "until": None}
    assert facts("care", parsed, entry) == [Care("strengthening", 6, course, visit, 12, None, session)]
    assert facts("care", parsed, None) == [Care("strengthening", 6, course, None, 12)]


def test_a_changed_massage_keeps_what_its_form_does_not_show() -> None:
    given = Massage("left", (MassageStep("ki1", 90, "firm"), MassageStep("calf", 60)), finished=False)
    parsed = {"foot": "right", "all": None, **dict.fromkeys(POINTS), "ki1": 90, "calf": 60, "before": 3, "after": None}
    (kept,) = facts("massage", parsed, an_entry(given))
    assert kept == given._replace(foot="right", score_before=3)
    (whole,) = facts("massage", {**parsed, **dict.fromkeys(POINTS), "all": 300}, an_entry(given))
    assert whole == given._replace(foot="right", score_before=3, steps=whole_massage(300))
    new = facts("massage", {**parsed, "foot": FEET, "before": (3,)}, None)
    assert new == [Massage(foot, (MassageStep("ki1", 90), MassageStep("calf", 60)), score_before=3) for foot in FEET]
