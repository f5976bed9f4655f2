"""The advice for what is typed in other words is the whole line that does what was meant."""

import re
import shlex

import pytest

from tests.runner import Heeldiary


@pytest.fixture
def left(heeldiary: Heeldiary) -> Heeldiary:
    """A diary of a left foot."""
    heeldiary.done("settings", "affected-foot", "left")
    return heeldiary


def advised(said: str) -> list[str]:
    """The command lines of a remedy."""
    return re.findall(r"(?:`|as in: |\*)heeldiary ([^`,;(]*[^`,;( ])", said.splitlines()[1])


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("evening 4 3 days ago", 'log 4 --moment after-sitting --day "3 days ago"'),
        ("evening 4 22 nov", 'log 4 --moment after-sitting --day "22 nov"'),
        ("evening 4 last tuesday", 'log 4 --moment after-sitting --day "last tuesday"'),
        ("evening 4 nov 20", 'log 4 --moment after-sitting --day "nov 20"'),
        ("6 5 nov 20", 'log 6 5 --day "nov 20"'),
        ("6 5 nov", 'log 6 --day "5 nov"'),
        ("evening 4 the day before yesterday", 'log 4 --moment after-sitting --day "the day before yesterday"'),
        ("first-step 5 22 nov", '5 --day "22 nov"'),
        ("log first-steps 6 5 last thursday", 'log 6 5 --day "last thursday"'),
        ("6 5 a week ago", 'log 6 5 --day "a week ago"'),
        ("5 last friday", 'log 5 --day "last friday"'),
        ("6 5 last thursday", 'log 6 5 --day "last thursday"'),
        ("5 tuesday last week", 'log 5 --day "tuesday last week"'),
        ("5 this morning", "log 5"),
        ("4 3 this evening", "log 4 3 --moment after-sitting"),
        ("4 3 tonight", "log 4 3 --moment night"),
        ("left 5 last friday", 'log left 5 --day "last friday"'),
        ("massage calf 3m", "massage --calf 3m"),
        ("massage 10 left heel", "massage --heel 10 --foot left"),
        ("massage arch 2m heel 90s", "massage --arch 2m --heel 90s"),
        ("massage right 10 yesterday", "massage 10 --foot right --day yesterday"),
        ("running 5k 25m", 'running 25m --note "5k"'),
        ("run 5 km 25m yesterday", 'running 25m --note "5 km" --day yesterday'),
        ("run 5k 22 nov", 'running 45 --note "5k" --day "22 nov"'),
        ("medicine 400mg last friday", 'medicine --note "400mg" --day "last friday"'),
        ("massage left foot 10 22 nov", 'massage 10 --foot left --day "22 nov"'),
        ("massage left 22 nov 10", 'massage 10 --foot left --day "22 nov"'),
        ("massage calf 5 2 days ago", 'massage --calf 5 --day "2 days ago"'),
        ("45 min walk", "walk 45"),
        ("45 walk yesterday", "walk 45 --day yesterday"),
        ("45 min walk 22 nov", 'walk 45 --day "22 nov"'),
        ("30 physio", "physiotherapy 30"),
        ("biking 30", "cycling 30"),
        ("ran 5k 30", 'running 30 --note "5k"'),
        ("jog 3 miles 25", 'running 25 --note "3 miles"'),
        ("cycled 10km 40", 'cycling 40 --note "10km"'),
        ("hike 8km 2h", 'hiking 2h --note "8km"'),
        ("went for a run 5k 30", 'running 30 --note "5k"'),
        ("30 run 5k", 'running 30 --note "5k"'),
        ("jogged 20", "running 20"),
        ("orthotics 6h", "insoles 6h"),
        ("icing 10", "ice 10"),
        ("took 400 mg ibuprofen", 'medicine --note "400 mg ibuprofen"'),
        ("400 mg ibuprofen yesterday", 'medicine --note "400 mg ibuprofen" --day yesterday'),
        ("2 pills", 'medicine --note "2 pills"'),
        ("22 nov 6", 'log 6 --day "22 nov"'),
        ("22 nov walk 20", 'walk 20 --day "22 nov"'),
        ("22 nov", 'show "22 nov"'),
        ("last monday", 'show "last monday"'),
        ("last monday walk 30", 'walk 30 --day "last monday"'),
        ("yesterday walk 30", "walk 30 --day yesterday"),
        ("yesterday was bad", "show yesterday"),
        ("2 hours standing", "log activity standing 2h"),
        ("30 walk", "walk 30"),
        ("feet both", "settings affected-foot both"),
        ("settings feet both", "settings affected-foot both"),
        ("settings foot right", "settings affected-foot right"),
        ("footwear sneakers", 'footwear --note "sneakers"'),
        ("care insole gel", 'insoles --note "gel"'),
        ("footwear hoka yesterday", 'footwear --day yesterday --note "hoka"'),
        ("walked 30 min yesterday", "walk 30 min --day yesterday"),
        ("log walked 30 yesterday", "walk 30 --day yesterday"),
        ("sat 5h yesterday", "sit 5h --day yesterday"),
        ("sat 5 hours yesterday", "sit 5h --day yesterday"),
        ("steps 5000 yesterday", "walk --steps 5000 --day yesterday"),
        ("log steps 6500", "walk --steps 6500"),
        ("left:6 right:4", "log left 6 right 4"),
        ("left=6 right=4", "log left 6 right 4"),
        ("log left:6 right:4", "log left 6 right 4"),
        ("left 6 4", "log left 6 right 4"),
        ("log right 6 4", "log right 6 left 4"),
        ("massage kidney 1 2 min", "massage --ki1 2m"),
        ("massage ki 1 90 seconds left", "massage --ki1 90s --foot left"),
        ("log massage left ki1 90", "massage --ki1 90s --foot left"),
        ("stretches 3x", 'stretching --note "3x"'),
        ("stretch 3x10", 'stretching --note "3x10"'),
        ("strengthening 3 x 15 20", 'strengthening 20 --note "3 x 15"'),
        ("physio 30 course spring", 'physiotherapy 30 --course "spring"'),
        ("acupuncture course dr li yesterday", 'acupuncture --course "dr li" --day yesterday'),
        ("acupuncture 30 visit 4 of 10", 'acupuncture 30 --course "dr li" --visits 10'),
        ("visit 4 of 10", 'physiotherapy --course "dr li" --visits 10'),
        ("insoles from monday", "insoles --day monday"),
        ("taping from monday until 2 weeks", 'taping --day monday --until "2 weeks"'),
        ("insoles soft until fri", 'insoles --until fri --note "soft"'),
        ("taping monday to friday", "taping --day monday --until friday"),
        ("taping mon to fri", "taping --day mon --until fri"),
        ("taping monday till friday", "taping --day monday --until friday"),
        ("insoles soft monday to friday", 'insoles --day monday --until friday --note "soft"'),
        ("log care taping monday to friday", "taping --day monday --until friday"),
        ("taping yesterday to today", "taping --day yesterday --until today"),
        ("taping 16 nov to 20 nov", 'taping --day "16 nov" --until "20 nov"'),
        ("insoles 16 nov to 20 nov 6h", 'insoles 6h --day "16 nov" --until "20 nov"'),
        ("massaged left foot 10 min yesterday", "massage 10m --foot left --day yesterday"),
        ("rainy yesterday", 'note "" --tag rain --day yesterday'),
        ("ibuprofen 400mg mon-wed", 'medicine --note "ibuprofen 400mg" --day mon --until wed'),
        ("took 2 ibuprofen yesterday 20:00", 'medicine --note "ibuprofen 2" --day yesterday --time 20:00'),
        ("insoles since 16 nov", 'insoles --day "16 nov" --until today'),
        ("stretching 3 x 30s", 'stretching --note "3 x 30s"'),
        ("sat at desk 7h longest 90 min", 'sit 7h --longest "90 min"'),
        ("walked 30 min yesterday 18:30", "walk 30 min --day yesterday --time 18:30"),
        ("yesterday left 5 right 3 rainy", "log left 5 right 3 --day yesterday"),
        ("left 5 right 3 very stiff yesterday", "log left 5 right 3 --day yesterday"),
        ("walked 30 min and sat 6 hours yesterday", "walk 30 min --day yesterday"),
        ("yesterday walked 30 min and sat 6 hours", "walk 30 min --day yesterday"),
        ("left -, right 3 yesterday", "log right 3 --day yesterday"),
        ("left six right four yesterday", "log left 6 right 4 --day yesterday"),
        ("left and right 5 yesterday", "log both 5 --day yesterday"),
        ("walked an hour yesterday", "walk an hour --day yesterday"),
        ("walked two hours yesterday", "walk two hours --day yesterday"),
        ("walked 6000 steps yesterday", "walk --steps 6000 --day yesterday"),
        ("ran 6000 steps", "running --steps 6000"),
        ("walk 3 km 1 h 10 min yesterday", 'walking 1 h 10 min --note "3 km" --day yesterday'),
        ("sat 6 h 30 yesterday", "sit 6h 30 --day yesterday"),
        ("massage both feet 12 yesterday", "massage 12 --foot both --day yesterday"),
        ("massage ki1 2m yesterday 20:00", "massage --ki1 2m --day yesterday --time 20:00"),
        ("6,3 yesterday", "log 6 3 --day yesterday"),
        ("7/3 yesterday", "log 7 3 --day yesterday"),
        ("taped mon-fri", "taping --day mon --until fri"),
        ("acupunture visit 1 of 10 with Dr Li yesterday", 'acupuncture --course "Dr Li" --visits 10 --day yesterday'),
        ("acupuncture visit 2 of 12 with Dr Smith", 'acupuncture --course "Dr Smith" --visits 12'),
        ("massage left kidney 1 2min shi mian 90sec calf", "massage --ki1 2min --shimian 90sec --calf 90s --foot left"),
        ("insoles 6 hours a day 16-20 nov", 'insoles 6 hours a day --day "16 nov" --until "20 nov"'),
        ("insoles 6h 16 nov to 20 nov", 'insoles 6h --day "16 nov" --until "20 nov"'),
        ("insoles 1h 30m mon-fri", "insoles 1h 30m --day mon --until fri"),
        ("taping mon-fri", "taping --day mon --until fri"),
        ("taping mon\u2013fri", "taping --day mon --until fri"),
        ("taping monday - friday", "taping --day monday --until friday"),
        ("taping 12 to 16 nov", 'taping --day "12 nov" --until "16 nov"'),
        ("taping 12-16 nov", 'taping --day "12 nov" --until "16 nov"'),
        ("taping 12th to 16th of november", 'taping --day "12th november" --until "16th of november"'),
        ("taping nov 12-16", 'taping --day "nov 12" --until 16'),
        ("taping 12 to 16", "taping --day 12 --until 16"),
        ("log taping 12.11. - 16.11.", "taping --day 12.11. --until 16.11."),
        ("massage ki1 shi mian 10 min", "massage --ki1 5m --shimian 5m"),
        ("massage ki1 heel calf 10", "massage --ki1 3m20s --heel 3m20s --calf 3m20s"),
        ("massage 40 shi mian ki1 left", "massage --shimian 20m --ki1 20m --foot left"),
        ("massage ki1 heel", "massage --ki1 90s --heel 90s"),
        ("massage heel", "massage --heel 90s"),
        ("tape mon-fri", "taping --day mon --until fri"),
        ("insole mon-fri", "insoles --day mon --until fri"),
        ("orthotics 6h mon-fri", "insoles 6h --day mon --until fri"),
        ("log splint mon-fri", "night-splint --day mon --until fri"),
        ("log care tape 16-20 nov", 'taping --day "16 nov" --until "20 nov"'),
        ("insols mon-fri", "insoles --day mon --until fri"),
        ("log tapping from monday", "taping --day monday"),
        ("night splint mon-fri", "night-splint --day mon --until fri"),
        ("care night splint mon-fri", "night-splint --day mon --until fri"),
        ("hiking 6200 steps yesterday", "hiking --steps 6200 --day yesterday"),
        ("tag sat rain", 'note "" --tag rain --day sat'),
        ("tag rain last sat", 'note "" --tag rain --day "last sat"'),
        ("log average 4", "log 4 --moment average"),
        ("rechts 4", "log right 4"),
        ("log rechts 4", "log right 4"),
        ("log links 6", "log left 6"),
        ("log links 6 rechts 4", "log left 6 right 4"),
        ("beide 4", "log both 4"),
        ("insoles tomorrow", 'note "insoles tomorrow"'),
        ("tape in 2 days 9:30", 'note "taping in 2 days 9:30"'),
        ("5 x", "log left 5"),
        ("took ibuprofen yesterday", 'medicine --note "ibuprofen" --day yesterday'),
        ("took ibuprofen 400 mg", 'medicine --note "ibuprofen 400 mg"'),
        ("log ibuprofen 400", 'medicine --note "ibuprofen 400"'),
        ("paracetamol 500", 'medicine --note "paracetamol 500"'),
        ("medicin ibuprofen", 'medicine --note "ibuprofen"'),
        ("medicine ibuprofen 400", 'medicine --note "ibuprofen 400"'),
        ("took a walk 30", "walk 30"),
        ("physio tomorrow 9:30", 'note "physiotherapy tomorrow 9:30"'),
        ("visit tomorrow", 'note "physiotherapy tomorrow 10:00"'),
    ],
)
def test_the_line_says_all_that_was_typed(left: Heeldiary, typed: str, line: str) -> None:
    assert advised(left.refused(2, *typed.split()).err) == [line]
    left.done(*shlex.split(line))


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("log first-step 6 5 --day thursday", "6 5"),
        ("first-step 6 5 --day thursday", "6 5"),
        ("running 5k 25m --day tue", 'running 25m --note "5k"'),
        ("massage calf 3m --day thu", "massage --calf 3m"),
        ("tag work --day thu", 'note "" --tag work'),
        ("30 walk --day thu", "walk 30"),
        ("400 mg ibuprofen --day thu", 'medicine --note "400 mg ibuprofen"'),
        ("footwear sneakers --day thu", 'footwear --note "sneakers"'),
        ("massage ki1 shi mian 10 min --day thu", "massage --ki1 5m --shimian 5m"),
        ("5 x --day fri", "log left 5"),
        ("walk 6200 steps --day mon", "walk --steps 6200"),
        ("massage left --ki1 2", "massage --foot left"),
        ("massage left --day fri", "massage 10 --foot left"),
        ("massage heel --day fri", "massage --heel 90s"),
        ("log links 6 --day fri", "log left 6"),
        ("tag sat rain --time 8:30", 'note "" --tag rain --day sat'),
    ],
)
def test_the_options_follow(left: Heeldiary, typed: str, line: str) -> None:
    said = left.refused(2, *typed.split()).err
    assert advised(said) == [line]
    assert "and then the options" in said
    left.done(*shlex.split(line), *typed.split()[-2:])


def test_a_tag_goes_on_the_last_entry(left: Heeldiary) -> None:
    left.done("5")
    for typed in ("tag work", "tag last work", "tag #work", "tag 'long day'", "tag work rain"):
        (line,) = advised(left.refused(2, *shlex.split(typed)).err)
        left.done(*shlex.split(line))
    assert left.entries()[0]["tags"] == ["work", "long day", "rain"]


def test_two_scores_in_one_word_with_options(left: Heeldiary) -> None:
    said = left.refused(2, "5/2", "--day", "thu").err
    assert said.endswith("heeldiary 5 2, and then the options\n")
    assert left.refused(2, "5/2").err.endswith("heeldiary 5 2\n")


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("tag rename rain wet", "tags rename rain wet"),
        ("tag rename #rain to wet", "tags rename rain wet"),
        ("tag merge rain mud wet", "tags merge rain mud wet"),
        ("tag delete rain", "tags delete rain"),
        ("tag remove rain", "tags delete rain"),
        ("tag list", "tags"),
    ],
)
def test_what_is_done_to_tags_is_a_command(left: Heeldiary, typed: str, line: str) -> None:
    left.done("5", "--tag", "rain", "--tag", "mud")
    assert advised(left.refused(2, *typed.split()).err) == [line]
    left.done(*line.split())
    assert left.refused(2, *typed.split(), "--json", "--merge").err.endswith("`, and then the options?\n")


@pytest.mark.parametrize(
    ("typed", "remedy"),
    [
        ("tag rename rain", "did you mean `heeldiary tags rename OLD NEW`?"),
        ("tag rename xq li yi wu", "did you mean `heeldiary tags rename OLD NEW`?"),
        ("tag merge", "did you mean `heeldiary tags merge OLD INTO`?"),
    ],
)
def test_a_command_for_tags_with_other_words_is_shown_with_its_arguments(
    left: Heeldiary, typed: str, remedy: str
) -> None:
    assert left.refused(2, *typed.split()).err.splitlines()[1] == remedy


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("taping --day mon-fri", "--day mon --until fri"),
        ("taping --day=mon-fri", "--day mon --until fri"),
        ("care cupping -d mon-fri", "--day mon --until fri"),
        ("insoles 6h --day '16-20 nov'", '--day "16 nov" --until "20 nov"'),
        ("insoles 6h --day 16-20 nov", '--day "16 nov" --until "20 nov"'),
        ("insoles --day 16-20 nov 6h", '--day "16 nov" --until "20 nov"'),
        ("taping --day 12.11.-16.11. --note xqzwv", "--day 12.11. --until 16.11."),
    ],
)
def test_a_span_of_days_behind_its_option_is_two_options(left: Heeldiary, typed: str, days: str) -> None:
    said = left.refused(2, *shlex.split(typed)).err
    assert said == f"heeldiary: the first and the last day are options\ndid you mean {days}?\n"
    left.done("taping", *shlex.split(days))


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("walk 30 --day mon-fri", "--day mon"),
        ("sit 6h --day 16-20 nov", '--day "16 nov"'),
        ("massage --day 16-20 nov 10", '--day "16 nov"'),
        ("5 --day mon-fri", "--day mon"),
        ("mark arch --day mon-fri", "--day mon"),
    ],
)
def test_what_is_no_care_is_of_one_day(left: Heeldiary, typed: str, day: str) -> None:
    said = left.refused(2, *typed.split()).err
    assert said == f"heeldiary: an entry is of one day\ngive each day its own entry, as in: {day}\n"


@pytest.mark.parametrize("typed", ["taping --day 3-5", "taping --day mon-fri --until sat", "taping --day xqzwv"])
def test_another_day_is_no_span(left: Heeldiary, typed: str) -> None:
    said = left.refused(2, *typed.split()).err
    assert "--until" not in said
    assert "xqzwv" not in said


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("--day tue 6 2", "log --day tue 6 2"),
        ("--day=tue 6 2", "log --day tue 6 2"),
        ("-d 'last fri' 6", 'log --day "last fri" left 6'),
        ("--day tue 6 2 1", "log --day yesterday left 5"),
        ("--day tue walk 20", "log --day yesterday left 5"),
        ("--day xqzwv 7", "log --day yesterday left 5"),
        ("--note 7 6", "log --day yesterday left 5"),
        ("--day", "log --day yesterday left 5"),
    ],
)
def test_behind_log_the_options_may_come_first(heeldiary: Heeldiary, typed: str, line: str) -> None:
    heeldiary.done("settings", "affected-foot", "both")
    said = heeldiary.refused(2, *shlex.split(typed)).err
    assert said.endswith(f", or: heeldiary {line}\n")
    assert "7" not in said
    heeldiary.done(*shlex.split(line))
    for one in advised(said):
        heeldiary.done(*shlex.split(one))


@pytest.mark.parametrize(
    ("typed", "remedy"),
    [
        ("massage 5 --ki1 2 min --shimian 90 sec", "--ki1 2m or --ki1 90s"),
        ("massage --shimian 90 sec", "--shimian 2m or --shimian 90s"),
        ("massage --heel=90 Seconds", "--heel 2m or --heel 90s"),
        ("sit 6h --longest 1 hour", "--longest 1h30"),
        ("edit last --minutes 1.5 hours", "--minutes 1h30"),
        ("edit last --ki1 2 min", "--ki1 2m or --ki1 90s"),
    ],
)
def test_a_duration_behind_an_option_is_one_word(left: Heeldiary, typed: str, remedy: str) -> None:
    left.done("walk", "20")
    said = left.refused(2, *typed.split()).err
    assert said.splitlines()[1] == f"a duration is one word there, as in: {remedy}"


@pytest.mark.parametrize(
    ("typed", "option", "meant"),
    [
        ("massage --ki1 2min --shi-mian 90sec", "--shi-mian", "did you mean --shimian?"),
        ("massage --kidney1=90s --calf x", "--kidney1", "did you mean --ki1?"),
        ("sit --longset 1h x", "--longset", "did you mean --longest?"),
    ],
)
def test_a_mistyped_option_is_named_before_its_value(left: Heeldiary, typed: str, option: str, meant: str) -> None:
    wrong, remedy = left.refused(2, *typed.split()).err.splitlines()
    assert wrong.endswith(f" has no option {option}")
    assert remedy == meant
    assert "xqzwv" not in left.refused(2, "walk", "x", "--note", "--xqzwv").err


def test_what_an_edit_is_advised_fits_its_entry(left: Heeldiary) -> None:
    left.done("massage", "10")
    for typed in ("edit last 12", "edit last 5", "edit last --duration 12", "edit last --minutes 12"):
        said = left.refused(2, *typed.split()).err
        assert "delete it and log it again; for points: --ki1 2m" in said
        assert "did you mean" not in said
    left.done("edit", "last", "--calf", "2m")
    for typed in ("edit last 12", "edit last --duration 12", "edit last --minutes 12"):
        assert "each point has its own time, as in: --calf 2m" in left.refused(2, *typed.split()).err
    left.done("edit", "last", "--calf", "3m")
    left.done("walk", "10")
    assert "did you mean --minutes 5?" in left.refused(2, "edit", "last", "5").err
    left.done("note", "slept badly")
    assert "its options are --day, --time" in left.refused(2, "edit", "last", "--duration", "5").err
    assert "did you mean --minutes?" in left.refused(2, "edit", "zzzz", "--duration", "5").err


@pytest.mark.parametrize(
    "typed",
    [
        "5 --day 22 nov", "4 --day 31 oct", "massage --day 22 oct 10", "sit --day 22 oct 6h",
        "5 --day 3 days ago", "5 --day last friday", "walk 45 --day last friday",
        "walk 45 --day 22 nov", "routine pause --until 2 dec",
    ],
)  # fmt: skip
def test_a_day_of_several_words_needs_quotes(left: Heeldiary, typed: str) -> None:
    said = left.refused(2, *typed.split()).err
    assert "a day of several words needs quotes" in said
    assert 'as in: "22 nov"' in said


@pytest.mark.parametrize(
    ("typed", "option"),
    [
        ("walk 45 last friday", '--day "last friday"'), ("sit 6h last friday", '--day "last friday"'),
        ("ice 10 last friday", '--day "last friday"'), ("ice last friday", '--day "last friday"'),
        ("mark arch yesterday", "--day yesterday"), ("mark arch last friday", '--day "last friday"'),
        ("walk 45 20.11.", "--day 20.11."), ("walk 45 3d", "--day 3d"),
        ("list 12-16 nov", '--from "12 nov" --to "16 nov"'),
        ("list last friday", '--from "last friday"'), ("list this week", "--from mon"),
    ],
)  # fmt: skip
def test_a_day_is_an_option(left: Heeldiary, typed: str, option: str) -> None:
    assert f"did you mean {option}?" in left.refused(2, *typed.split()).err
    words = [
        word
        for word in typed.split()
        if word not in ("last", "friday", "yesterday", "this", "week", "20.11.", "3d", "12-16", "nov")
    ]
    left.done(*words, *shlex.split(option))


@pytest.mark.parametrize("typed", ["edit left 5", "edit monday 6", "edit walk 50"])
def test_an_edit_needs_an_id(left: Heeldiary, typed: str) -> None:
    said = left.refused(2, *typed.split()).err
    assert said.splitlines()[1] == "an edit needs an id, and `heeldiary show DAY` has them"


def test_a_value_of_two_words_is_no_score(left: Heeldiary) -> None:
    left.done("walk", "20")
    assert "--score" not in left.refused(2, "edit", "last", "--minutes", "5", "0").err


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("list walks", "list --type activity"),
        ("list walking", "list --type activity"),
        ("list icing", "list --type care"),
        ("list walk", "list --type activity"),
    ],
)
def test_a_kind_is_listed_by_its_type(left: Heeldiary, typed: str, line: str) -> None:
    left.done("walk", "20")
    left.done("ice")
    lines = advised(left.refused(2, *typed.split()).err)
    assert lines[0] == line
    left.done(*line.split())


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("splint -d yesterday", "night-splint"),
        ("log splint -d yesterday", "night-splint"),
        ("left 6 4 -d yesterday", "log left 6 right 4"),
        ("physio 30 course spring -d yesterday", 'physiotherapy 30 --course "spring"'),
        ("acupuncture visit 4 of 10 --course xqzwv", "acupuncture --visits 10"),
        ("taping monday to friday --note xqzwv", "taping --day monday --until friday"),
    ],
)
def test_options_are_not_repeated_but_remembered(left: Heeldiary, typed: str, line: str) -> None:
    said = left.refused(2, *typed.split()).err
    assert advised(said) == [line]
    assert ", and then the options" in said
    assert "xqzwv" not in said


@pytest.mark.parametrize("line", ["acupuncture -d tomorrow", "log care ice --day 'in 2 days'", "taping -d '3 dec'"])
def test_care_to_come_is_a_note_until_then(left: Heeldiary, line: str) -> None:
    (note,) = advised(left.refused(2, *shlex.split(line)).err)
    assert note.startswith("note")
    left.done(*shlex.split(note))
    assert left.refused(2, "walk", "30", "-d", "tomorrow").err.endswith("give today or an earlier day\n")


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("visit dr li", 'acupuncture --course "dr li"'),
        ("saw Dr Li", 'acupuncture --course "dr li"'),
        ("log visit dr li yesterday", 'acupuncture --course "dr li" --day yesterday'),
        ("acupuncture dr li", 'acupuncture --course "dr li"'),
        ("log acupuncture 40 with dr li", 'acupuncture 40 --course "dr li"'),
        ("physio dr li", 'physiotherapy --course "dr li"'),
        ("visit praxis", 'care "foot clinic" --course "praxis"'),
        ("visit 2 of 10 with dr li yesterday", 'acupuncture --course "dr li" --visits 10 --day yesterday'),
        (
            "acupuncture 40 min dr li visit 3 of 10 sat 21 nov",
            'acupuncture 40 min --course "dr li" --visits 10 --day "sat 21 nov"',
        ),
    ],
)
def test_the_name_of_a_course_is_an_option(left: Heeldiary, typed: str, line: str) -> None:
    left.done("physiotherapy", "--course", "dr li", "-d", "3d")
    left.done("acupuncture", "--course", "dr li", "-d", "2d")
    left.done("care", "foot clinic", "--course", "praxis")
    assert advised(left.refused(2, *typed.split()).err.replace("'", '"')) == [line]
    left.done(*shlex.split(line))
    said = left.refused(2, *typed.split(), "--tag", "xqzwv").err
    assert said.endswith(", and then the options\n")
    assert "xqzwv" not in said


@pytest.mark.parametrize(
    "typed", ["acupuncture sneakers", "physiotherapy with sneakers", "physio sneakers", "visit sneakers"]
)
def test_another_name_may_be_a_course(left: Heeldiary, typed: str) -> None:
    said = left.refused(2, *typed.split()).err.splitlines()[1]
    assert '--course "dr li"' in said
    assert "sneakers" not in said
    assert "--course" not in left.refused(2, "visit").err


def test_stopping_is_no_step(left: Heeldiary) -> None:
    for typed in ("stop", "stops", "stopped", "stop walking", "log stop", "log stopped 8000"):
        assert "steps" not in left.refused(2, *typed.split()).err


@pytest.mark.parametrize(
    "typed",
    [
        "insoles stop", "insoles end yesterday", "care insoles off", "log insole removed", "stop insoles",
        "end insoles", "log stop insoles", "stopped wearing my insoles", "insoles done",
    ],
)  # fmt: skip
def test_what_ends_is_the_entry_that_lasts(left: Heeldiary, typed: str) -> None:
    said = left.refused(2, *typed.split()).err
    assert "heeldiary insoles --until friday" in said
    left.done("taping", "--until", "2w")
    left.done("insoles", "-d", "mon", "--until", "fri")
    assert left.refused(2, *typed.split()).err == said, "these ended on Friday"
    left.done("insoles", "-d", "mon", "--until", "2w")
    line = left.refused(2, *typed.split()).err.splitlines()[1].removeprefix("to end it today: heeldiary ")
    assert "insoles, Mon 16 Nov 2026 until Sun 22 Nov 2026" in left.done(*line.split()).out


@pytest.mark.parametrize(
    ("typed", "remedy"),
    [
        ("acupuncture --course xq li", 'a name of several words needs quotes, as in: --course "dr li"'),
        ("acupuncture 30 --course xq li", 'a name of several words needs quotes, as in: --course "dr li"'),
        ("insoles --until 7 weeks", 'a day of several words needs quotes, as in: "22 nov" or "2 weeks"'),
        ("taping 30 --until in 7 weeks", 'a day of several words needs quotes, as in: "22 nov" or "2 weeks"'),
        ("walk 30 -d 7 days ago", 'a day of several words needs quotes, as in: "22 nov" or "3 days ago"'),
        ("walk -d 7 days ago 30", 'a day of several words needs quotes, as in: "22 nov" or "3 days ago"'),
        ("walk 30 --tag xq day", "a tag is one word; each one has its own --tag"),
        ("walk 30 --tag xq hard", "did you mean --surface hard?"),
    ],
)
def test_a_value_that_goes_on_needs_quotes_and_is_not_repeated(left: Heeldiary, typed: str, remedy: str) -> None:
    said = left.refused(2, *typed.split()).err
    assert said.splitlines()[1] == remedy
    assert "xq" not in said
    assert "7" not in said


def test_a_tag_and_a_routine_are_renamed(left: Heeldiary) -> None:
    left.done("walk", "30", "--tag", "a")
    for typed in ("rename tag a b", "rename b c"):
        left.done(*advised(left.refused(2, *typed.split()).err)[0].split())
    left.done("routine", "new", "mine")
    new, delete, tags = advised(left.refused(2, "routine", "rename", "mine", "ours").err)
    left.done(*new.split())
    left.done(*delete.split())
    assert tags == "tags rename mine ours"


def test_several_words_that_may_be_a_note_are_not_repeated(left: Heeldiary) -> None:
    for typed in (
        "insoles the sneakers until fri",
        "took 400 mg sneakers after lunch",
        "45 walk sneakers yesterday",
        "took sneakers after lunch",
        "physio course sneakers went well",
    ):
        assert "sneakers" not in left.refused(2, *typed.split()).err
    said = left.refused(2, "care", "shoes", "new", "sneakers").err
    assert "heeldiary footwear --note TEXT" in said
    assert "sneakers" not in said


def test_what_may_be_a_note_is_said_to_be_one(left: Heeldiary) -> None:
    said = left.refused(2, "45", "walk", "with", "the", "dog", "yesterday").err
    assert said.endswith("as in: heeldiary walk 45 --day yesterday --note TEXT, the text in quotes\n")


def test_standing_of_few_minutes_gets_the_hint_of_sitting(left: Heeldiary) -> None:
    assert left.done("stand", "2").err == "for 2 hours of standing: heeldiary edit last --minutes 2h\n"
    assert left.done("insoles", "6", "--until", "fri").err == "for 6 hours: heeldiary edit last --minutes 6h\n"
    assert left.done("insoles", "40").err == left.done("taping", "6").err == ""
    assert left.done("stand", "45").err == ""
    assert left.done("stand", "2m").err == ""


def test_an_id_in_capitals_is_found(left: Heeldiary) -> None:
    left.done("5")
    (entry,) = left.entries()
    assert left.done("edit", str(entry["id"])[:4].upper(), "--score", "6").code == 0


def test_the_last_entry_is_no_day_and_the_value_of_an_option_no_id(left: Heeldiary) -> None:
    left.done("walk", "20")
    assert "did you mean --day sat?" in left.refused(2, "edit", "last", "sat").err
    entry = left.entries()[0]["id"]
    assert "did you mean --minutes 2h?" in left.refused(2, "edit", entry, "--day", "yesterday", "2h").err
    said = left.refused(2, "acupuncture", "--course", "Dr Li", "1/10", "--day", "thu").err
    assert "quotes" not in said


def test_a_point_without_its_time_is_named(left: Heeldiary) -> None:
    said = left.refused(2, *["massage", "kidney", "1", "2min", "shi", "mian", "90sec", "calf"]).err
    assert "with the time of calf, as in: heeldiary massage --ki1 2min --shimian 90sec --calf 90s" in said


def test_a_figure_that_is_no_score_is_named_before_a_day(left: Heeldiary) -> None:
    assert 'not "11"' in left.refused(2, "11", "4", "mon").err


def test_two_scores_before_a_note_stay_and_a_day_behind_a_note_is_named(left: Heeldiary) -> None:
    said = left.refused(2, *["5", "3", "slept", "xqzwv", "yesterday"]).err
    assert "as in: heeldiary log 5 3 --day yesterday --note TEXT, the text in quotes" in said
    assert "xqzwv" not in said
    assert "did you mean --day yesterday?" in left.refused(2, "5", "3", "--note", "rainy", "yesterday").err
