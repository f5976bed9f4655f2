"""A routine as a TOML file: it is read back as written, and every mistake is reported with its line and key."""

import re
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeldiary.domain.routine.built_in import BUILT_IN, built_in
from heeldiary.domain.routine.points import POINTS
from heeldiary.domain.routine.routine import MOST_ROUTINE_STEPS, Beat, Routine, RoutineStep, Stage, session_steps
from heeldiary.domain.routine.shape import parse_name, routine_from_shape
from heeldiary.domain.routine.toml_file import LONGEST_TEXT, read_toml, read_toml_of, write_toml
from heeldiary.domain.scales import FEET
from heeldiary.domain.settings import Settings
from heeldiary.errors import BadInput
from tests.routine_strategies import routines

EVENING = """\
# after the shower
name = "evening"
title = "Evening"
about = '''
Slow,
in bed.'''
order = "taking turns"
ready-seconds = 7
load-rule = true

[[stage]]
after-weeks = 3
sets = 4
repetitions = 6

[[step]]
point = "heel"
seconds = 90
keep-going = true
up-to-seconds = 200

[[step]]   # the second
point = "Toe Curls"
tempo = "curl 2, let go 1"
repetitions = 5
sets = 3
rest-seconds = 30
title = "Curl the toes"
"""


def test_a_file_says_what_it_says() -> None:
    made = read_toml(EVENING)
    heel, curls = made.steps
    assert made[:2] == ("evening", "Evening")
    assert made[3:] == ("massage", "Slow, in bed.", "", True, 7, (Stage(3, 4, 6),), True)
    assert heel == RoutineStep("heel", 90, True, 200)
    assert curls.words is not None
    assert curls[:-1] == ("toe curls", 15, False, 300, (Beat("curl", 2), Beat("let go", 1)), 5, 3, 30)
    assert (curls.description.title, curls.description.short, heel.description) == (
        "Curl the toes",
        "Curl the…",
        POINTS["heel"],
    )


def test_what_goes_without_saying() -> None:
    made = read_toml('[[step]]\npoint = "foot bath"\nseconds = 60', "foot-bath")
    assert made == Routine("foot-bath", "Foot bath", (RoutineStep("foot bath", 60),))


@pytest.mark.parametrize("name", BUILT_IN)
def test_the_built_in_ones_survive_a_file(name: str) -> None:
    routine = built_in(name, Settings({"ki1-seconds": "75"}))
    written = write_toml(routine)
    assert read_toml(written) == routine
    assert write_toml(read_toml(written)) == written
    assert max(map(len, written.splitlines())) < 400, "it is there to be read"


@given(routines())
def test_any_routine_survives_a_file(shape: dict[str, object]) -> None:
    made = routine_from_shape(shape)
    written = write_toml(made)
    assert read_toml(written) == made
    assert write_toml(read_toml(written)) == written
    for weeks in range(0, 521, 40):
        later = made.at_week(weeks)
        again = read_toml(write_toml(later))
        assert session_steps(again, FEET) == session_steps(later, FEET), "a session that is open is taken up from it"


STEP = '[[step]]\npoint = "heel"\nseconds = 90\n'
TEMPO = '[[step]]\npoint = "raise"\ntempo = "up 3, down 3"\n'

BAD = {
    "": (1, "", "no step", "[[step]]"),
    "title = 'x'\n": (1, "", "no step", "[[step]]"),
    "step = []": (1, "step", "at least one", "[[step]]"),
    "\n\n[step]\npoint = 'x'": (3, "step", "", "[[step]]"),
    "step = 'x'": (1, "step", "", "[[step]]"),
    "step = [\n  1]": (1, "step 1", "not a table", "routine show"),
    "titel = 'x'\n" + STEP: (1, "titel", "no such key", "did you mean title?"),
    f"{STEP}secs = 5": (4, "step 1, secs", "no such key", "did you mean"),
    f"{STEP}\n{STEP}repetitons = 5": (8, "step 2, repetitons", "no such key", "did you mean repetitions?"),
    f"{STEP}xyzzy = 5": (4, "step 1, xyzzy", "no such key", "the keys are point, seconds"),
    f"{TEMPO}[[stage]]\nafter-week = 3": (5, "stage 1, after-week", "no such key", "did you mean after-weeks?"),
    "[[step]]\nseconds = 90": (1, "step 1", "point is missing", "add a line with point ="),
    f"\n{STEP}\n[[step]]\npoint = 'x'": (6, "step 2", "seconds is missing", "add a line with seconds ="),
    "[[step]]\npoint = ''\nseconds = 9": (2, "step 1, point", "1 to 40", "word"),
    f"[[step]]\npoint = '{'x' * 41}'\nseconds = 9": (2, "step 1, point", "1 to 40", "shorter"),
    f"[[step]]\npoint = '{'İ' * 40}'\nseconds = 9": (2, "step 1, point", "1 to 40", "shorter"),
    STEP.replace("90", "0"): (3, "step 1, seconds", "", "from 1 to 1800"),
    STEP.replace("90", "1801"): (3, "step 1, seconds", "", "from 1 to 1800"),
    STEP.replace("90", "90.0"): (3, "step 1, seconds", "", "whole number"),
    STEP.replace("90", "true"): (3, "step 1, seconds", "", "whole number"),
    STEP.replace("90", '"90"'): (3, "step 1, seconds", "", "whole number"),
    STEP.replace("90", "2026-11-22"): (3, "step 1, seconds", "", "whole number"),
    STEP.replace("90", "nan"): (3, "step 1, seconds", "", "whole number"),
    f"{STEP}keep-going = 'yes'": (4, "step 1, keep-going", "neither true nor false", "true or false"),
    f"{STEP}up-to-seconds = 99": (4, "step 1, up-to-seconds", "keeps going", "keep-going = true"),
    f"{STEP}repetitions = 3": (4, "step 1, repetitions", "nothing to repeat", "tempo"),
    f"{STEP}rest-seconds = 3": (4, "step 1, rest-seconds", "only one set", "two sets"),
    f"{STEP}sets = 21": (4, "step 1, sets", "", "from 1 to 20"),
    f"{STEP}sets = 3\nrest-seconds = 601": (5, "step 1, rest-seconds", "", "from 0 to 600"),
    f"{STEP}title = '{'x' * 41}'": (4, "step 1, title", "41 characters, and 40", "shorten"),
    f"{STEP}how = 3": (4, "step 1, how", "not text", "in quotes"),
    f"{TEMPO}seconds = 9": (4, "step 1, seconds", "its tempo sets its length", "remove"),
    f"{TEMPO}keep-going = true": (4, "step 1, keep-going", "ends by itself", "remove"),
    TEMPO.replace("down 3", "down"): (3, "step 1, tempo", "cannot be read", "up 3, hold 2, down 3"),
    TEMPO.replace("down 3", "down 0"): (3, "step 1, tempo", "no length", "one second"),
    TEMPO.replace("down 3", "-w/x 3"): (3, "step 1, tempo", "cannot be read", "up 3"),
    TEMPO.replace("down 3", "down 3," * 5 + "x 1"): (3, "step 1, tempo", "cannot be read", "at most 6"),
    f"{TEMPO}repetitions = 101": (4, "step 1, repetitions", "", "from 1 to 100"),
    TEMPO.replace("up 3", "up 99") + "repetitions = 20": (4, "step 1, repetitions", "30 minutes", "fewer"),
    f"{STEP}[[stage]]\nafter-weeks = 0\nsets = 1\nrepetitions = 1": (4, "stage", "apply to no step", "tempo"),
    f"{TEMPO}\n[[stage]]\nafter-weeks = 0\nsets = 1": (5, "stage 1", "repetitions is missing", "add a line"),
    f"{TEMPO}[[stage]]\nafter-weeks=2\nsets=1\nrepetitions=1\n[[stage]]\nafter-weeks=2\nsets=1\nrepetitions=1":
        (4, "stage", "order of their weeks", "earliest week first"),
    TEMPO.replace("up 3", "up 99") + "repetitions=1\n[[stage]]\nafter-weeks=2\nsets=1\nrepetitions=20":
        (5, "stage", "too long", "30 minutes"),
    TEMPO * 3 + "[[stage]]\nafter-weeks=2\nsets=20\nrepetitions=1": (10, "stage", "too long", "40 sets"),
    f"{STEP}sets = 20\n" * 2 + STEP: (1, "step", "at most 40 steps", "remove some"),
    f"\nname = 'Ä'\n{STEP}": (2, "name", "letters, digits and dashes", "evening"),
    f"counts-as = 'masage'\n{STEP}": (1, "counts-as", "", "'massage', 'stretching', 'strengthening'"),
    f"counts-as = []\n{STEP}": (1, "counts-as", "", "'massage'"),
    f"order = 'both'\n{STEP}": (1, "order", "", "'taking turns'"),
    f"ready-seconds = 2\n{STEP}": (1, "ready-seconds", "", "from 3 to 60"),
    f"load-rule = 1\n{STEP}": (1, "load-rule", "neither true nor false", "true or false"),
    f"title = '{'x' * 41}'\n{STEP}": (1, "title", "41 characters, and 40", "shorten"),
    f"about = '''\n{'x' * 601}\n'''\n{STEP}": (1, "about", "601 characters, and 600", "shorten"),
    f"title = '''\nx\n'''\n\n# a word\nsteps = 3\n{STEP}": (6, "steps", "no such key", "did you mean step?"),
    f"{STEP}title = 'a\u2028b\x85c'\nsets = 0": (5, "step 1, sets", "", "from 1 to 20"),
    f"{STEP}\r\n{STEP}sets = 0\r\n": (8, "step 2, sets", "", "from 1 to 20"),
    "step = [\n{point = 'a', seconds = 5},\n{point = 'b', secs = 4},\n]": (1, "step 2, secs", "no such key", "did you"),
    f"{STEP}seconds = 91": (4, "", "not TOML", "twice"),
    f"{STEP}title = Evening": (4, "", "not TOML", "in quotes"),
    f"{STEP}title = Evening\nsets = 2\n": (4, "", "not TOML", "in quotes"),
    f"{STEP}title = 'Evening": (4, "", "not TOML", "in quotes"),
    f"{STEP}Evening": (4, "", "not TOML", "key = value"),
    f"{STEP}\n\n[[step": (6, "", "not TOML", "key = value"),
    f"{STEP}about = '''\n\nx\n": (6, "", "not TOML", "quotes"),
    STEP.replace("90", "2026-13-45"): (3, "", "not TOML", ""),
    f"{STEP}sets = {'9' * 5_000}\nx = 1": (4, "", "cannot hold", "shorten"),
}  # fmt: skip


@pytest.mark.parametrize("text", BAD, ids=range(len(BAD)))
def test_a_mistake_is_told_with_line_key_and_remedy(text: str) -> None:
    number, key, message, remedy = BAD[text]
    with pytest.raises(BadInput) as caught:
        read_toml(text, "mine")
    assert caught.value.message.startswith(f"line {number}{key and f', {key}'}: "), caught.value.message
    assert message in caught.value.message
    assert remedy in caught.value.remedy
    assert caught.value.remedy


def test_the_line_is_found_in_a_long_file_too() -> None:
    for filling in ("# a word\n", "\n"):
        text = filling * 9_000 + STEP + "\n" * 9_000 + "secs = 3\n"
        with pytest.raises(BadInput, match=r"^line 18004, step 1, secs: "):
            read_toml(text, "mine")


@pytest.mark.parametrize("value", ["9" * 5_000, f"{'[' * 5_000}{']' * 5_000}"], ids=["huge number", "deep lists"])
@pytest.mark.parametrize(
    "before",
    ["", "# a word\n" * 300, "about = '''\n" + "of many words\n" * 40 + "'''\n"],
    ids=["first", "late", "after a text"],
)
def test_the_line_of_a_value_that_no_routine_can_hold_is_named(value: str, before: str) -> None:
    text = f"{before}x = {value}\n{STEP}"
    number = before.count("\n") + 1
    with pytest.raises(BadInput, match=rf"^line {number}: a routine cannot hold such a value$"):
        read_toml(text, "mine")


HOSTILE = {
    "deep": "x = " + "[" * 90_000, "deep and closed": f"x = {'[' * 5_000}{']' * 5_000}",
    "deep in braces": "x = " + "{a = " * 15_000, "huge": "#" * (LONGEST_TEXT + 1), "nul": f"{STEP}\0",
    "escape": f"{STEP}# \x1b[2J", "escape in text": f"title = '\x1b]0;x\x07'\n{STEP}",
    "half a character": f"title = '\ud800'\nx = 1\n{STEP}", "long key": f"{'x' * 90_000} = 1\n{STEP}",
    "key that rings": f'"\\u001b[2J\\u0007\\n\\u009b31m" = 1\n{STEP}', "key that turns": f"'\u202egnp' = 1\n{STEP}",
    "key that is markup": "'[red]x[/' = 1", "point that turns": "[[step]]\npoint = '\u202e'\nnope = 1",
    "only a mark": "\ufeff", "returns": STEP.replace("\n", "\r"), "zero": "0" * 50_000,
    "long float": f"x = 1.{'9' * 9_000}",
}  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_files_are_refused_in_words_fit_for_a_terminal(text: str) -> None:
    with pytest.raises(BadInput) as caught:
        read_toml(text, "mine")
    for told in (caught.value.message, caught.value.remedy):
        assert told.isprintable(), "no control code, no line end, nothing that turns the line"
        assert len(told) < 400


@given(st.text(max_size=200) | st.lists(st.sampled_from([STEP, TEMPO, "x", "=", "[", "'", "\n", "\0"])).map("".join))
def test_any_text_is_a_routine_or_is_refused(text: str) -> None:
    made = problem = None
    try:
        made = read_toml(text, "mine")
    except BadInput as caught:
        problem = caught
    assert made is None or read_toml(write_toml(made)) == made
    assert problem is None or re.match(r"line \d+[:,]", problem.message)


def test_control_characters_in_text_are_left_out() -> None:
    made = read_toml(f'title = "a\\u001b[2J\\u0000b\\nc"\n{STEP}', "mine")
    assert made.title == "a[2Jb c"


def test_a_byte_order_mark_is_no_part_of_it() -> None:
    assert read_toml(f"\ufeff{STEP}", "mine") == read_toml(STEP, "mine")


def test_an_empty_title_is_none() -> None:
    made = read_toml(f'title = " "\n{STEP}title = ""\nshort = ""\nhow = ""', "foot-bath")
    assert (made.title, made.steps[0].description.title, made.steps[0].description.short) == (
        "Foot bath",
        "Around the heel",
        "Heel",
    )
    assert made.steps[0].description.how == ""


@pytest.mark.parametrize(
    "words", ['title = "Foo"\nshort = "KI1"', 'title = "Kidney 1"', 'short = "KI1"', 'short = "X"']
)
def test_words_that_are_partly_the_points_own(words: str) -> None:
    made = read_toml(f'[[step]]\npoint = "ki1"\nseconds = 60\n{words}', "mine")
    assert read_toml(write_toml(made)) == made
    assert made.steps[0].description.short == (
        "Kidney 1" if words == 'title = "Kidney 1"' else words[-4:-1].strip(' "')
    )


def test_the_most_steps_there_can_be() -> None:
    assert len(read_toml(STEP * MOST_ROUTINE_STEPS, "mine").steps) == MOST_ROUTINE_STEPS
    with pytest.raises(BadInput, match="at most 40"):
        read_toml(STEP * (MOST_ROUTINE_STEPS + 1), "mine")


def test_what_is_written_is_toml_for_others_too() -> None:
    made = read_toml(EVENING)._replace(title='"quoted" \\ \x7f # [x]')
    assert tomllib.loads(write_toml(made))["title"] == made.title


@pytest.mark.parametrize(("typed", "name"), [("Evening", "Evening"), (" heel-2 ", "heel-2"), ("a" * 40, "a" * 40)])
def test_names(typed: str, name: str) -> None:
    assert parse_name(typed) == name


@pytest.mark.parametrize("typed", ["", "-x", "a b", "a" * 41, "ä", "a/b", "..", "a\n", "a\x1b", "٣", "a_b", "a.toml"])
def test_no_names(typed: str) -> None:
    if typed == "a\n":
        assert parse_name(typed) == "a"
        return
    with pytest.raises(BadInput, match="letters, digits and dashes"):
        parse_name(typed)


def test_a_routine_that_is_changed_keeps_its_name() -> None:
    assert read_toml_of("evening", EVENING) == read_toml(EVENING)
    with pytest.raises(BadInput) as refused:
        read_toml_of("morning", EVENING)
    assert refused.value.message == "line 2, name: the name of this routine is morning and cannot change"
