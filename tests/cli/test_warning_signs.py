"""`heeldiary signs`, and the signs in `status` and `review`."""

import pytest

from tests.runner import Heeldiary


@pytest.fixture
def rising(heeldiary: Heeldiary) -> Heeldiary:
    """A diary whose left foot has risen from 3 to 9."""
    heeldiary.done("settings", "affected-foot", "left")
    for ago in range(61):
        heeldiary.done("log", "9" if ago < 11 else "3", "--day", f"{ago}d")
    return heeldiary


def test_shown_in_status_signs_and_review(rising: Heeldiary) -> None:
    for argv in (("status",), ("signs",), ("review",), ("review", "--plain")):
        out = " ".join(rising.done(*argv).out.split())
        assert "4.7 higher: your left foot's first-step pain averaged 7.7" in out, argv
        assert "not a finding" in out
        assert "heeldiary guide clinician" in out
    (sign,) = rising.done("status", "--json").json["signs"]
    assert (sign["sign"], sign["kind"], sign["foot"]) == ("rising-left", "rising", "left")
    assert rising.done("signs", "--json").json == [sign]
    assert rising.done("review", "--json").json["signs"] == [sign]


def test_the_short_line_stays_short(rising: Heeldiary) -> None:
    assert rising.done("status", "--short").out == "L 9\n"


def test_put_away_it_is_silent_but_the_review_keeps_it(rising: Heeldiary) -> None:
    assert rising.done("signs", "--dismiss", "rising-left").out.startswith("Dismissed: rising-left.")
    assert "higher" not in rising.done("status").out
    assert rising.done("status", "--json").json["signs"] == []
    ran = rising.done("signs")
    assert (ran.out, ran.err) == ("", "There are no warning signs.\n")
    assert len(rising.done("review", "--json").json["signs"]) == 1
    rising.done("undo")
    assert "higher" in rising.done("status").out


def test_a_dismissal_survives_export_and_import(rising: Heeldiary) -> None:
    rising.done("signs", "--dismiss", "rising-left")
    exported = rising.done("export").out
    other = Heeldiary(rising.home / "other", rising.clock, rising.random)
    (rising.home / "all.jsonl").write_text(exported, "utf-8")
    other.home.mkdir()
    other.done("import", str(rising.home / "all.jsonl"))
    assert other.done("status", "--json").json["signs"] == []
    assert other.done("export").out == exported


@pytest.mark.grid(2)
@pytest.mark.parametrize("name", ["", "rising-right", "nonsense", "high left"])
def test_no_such_sign(rising: Heeldiary, name: str) -> None:
    ran = rising("signs", "--dismiss", name)
    assert ran.code == 2
    assert "rising-left" in ran.err
    assert len(rising.done("signs", "--json").json) == 1


def test_nothing_is_created(heeldiary: Heeldiary) -> None:
    assert heeldiary("signs").code == 0
    assert heeldiary("signs", "--dismiss", "rising-left").code == 2
    assert not heeldiary.diary.exists()
