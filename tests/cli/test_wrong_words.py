"""A refusal names the word that is wrong, unless it stands behind an option or may be a note's."""

import shlex

import pytest

from tests.runner import Heeldiary


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("wlak 45", 'there is no command "wlak"'),
        ("walk abc", '"abc" is not a duration in whole minutes'),
        ("log sitting abc -n soft", '"abc" is not a duration in whole minutes'),
        ("show tuesdai", '"tuesdai" is not a day'),
        ("show tomorrow", '"tomorrow" is still to come'),
        ("show 5/6/2026", '"5/6/2026" can be two days'),
        ("walk 1441m", 'a duration is at most 24 hours, not "1441m"'),
        ("mark toe-x heel", 'there is no area of the foot "toe-x"'),
        ("import nosuch.json", '"nosuch.json" cannot be read (no such file or directory)'),
        ("delete fvi1", 'no entry has the id "fvi1"'),
        ("delete fvi", 'give at least the first 4 characters of an id: "fvi" is too short'),
        ("edit fvi1 --score 4", 'no entry has the id "fvi1"'),
        ("tags renam a b", '`heeldiary tags` cannot do "renam"'),
        ("tags delete rian", 'no entry has the tag "rian"'),
        ("routine strat", '`heeldiary routine` cannot do "strat"'),
        ("routine show clinc", 'there is no routine "clinc"'),
        ("experiment satus", '`heeldiary experiment` cannot do "satus"'),
        ("routine plan clinic mon sometimes", '"sometimes" is not a day of the week'),
        ("links drop", '`heeldiary links` cannot do "drop"'),
        ("links declare nonsense", 'there is no factor "nonsense"'),
        ("settings them dusk", 'there is no setting "them"'),
        ("settings theme duks", 'theme cannot be set to "duks"'),
        ("guide pirvacy", 'the Guide has no topic "pirvacy"'),
        ("mark nowhere", 'there is no area of the foot "nowhere"'),
        ("mark Heel", '"Heel" can be 4 areas of the foot'),
        ("completion csh", 'completion works in bash, zsh and fish, not in "csh"'),
        ("log 11", 'a score is a whole number from 0 (no pain) to 10 (worst), not "11"'),
        ("undo twice", 'changes are given as a whole number from 1 to 999, not "twice"'),
        (f"guide {'x' * 60}", f'the Guide has no topic "{"x" * 40}..."'),
        ("guide 'a\x1b[2Jb'", 'the Guide has no topic "a[2Jb"'),
    ],
)
def test_it_is_named(heeldiary: Heeldiary, typed: str, message: str) -> None:
    heeldiary.done("log", "left", "6", "--tag", "rain")
    said = heeldiary.refused(2, *shlex.split(typed)).err
    assert said.splitlines()[0] == f"heeldiary: {message}"


@pytest.mark.parametrize(
    "typed",
    [
        "log left 6 --day xqzwv", "log sitting -n soft xqzwv", "note soft --day xqzwv",
        "log activity walking -n soft xqzwv", "log xqzwv", "log left 6 xqzwv", "undo -n xqzwv", "log left xqzwv",
        "walk 45 xqzwv", "edit abcd --note xqzwv",
    ],
)  # fmt: skip
def test_it_is_not_named_where_it_may_be_a_note(heeldiary: Heeldiary, typed: str) -> None:
    assert "xqzwv" not in heeldiary.refused(2, *typed.split()).err
