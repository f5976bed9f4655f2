"""Lines of bash as far as they are typed, and words quoted for it: the real bash is the judge."""

import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeldiary.cli.completion.bash_line import quote, quote_all, read_line, shared_start
from tests.cli.completion.shells import program_of

SIGNS = st.text(st.sampled_from("ab '\"\\$`!;&|<>(){}[]*?~#%=:-^@,é日\u00a0"), max_size=12)
STATES = st.sampled_from(("", "'", '"', "$'"))
CLOSING = {"": "", "'": "'", '"': '"', "$'": "'"}


def as_bash_reads(lines: list[str]) -> list[list[str]]:
    """The words that bash makes of some lines; nothing may be expanded in them."""
    script = "\n".join(f"printf '%s\\0' {line}; printf '\\1\\0'" for line in lines)
    ran = subprocess.run([program_of("bash"), "-c", script], capture_output=True, cwd="/", timeout=60)
    assert (ran.returncode, ran.stderr) == (0, b""), script
    found: list[list[str]] = [[]]
    for word in ran.stdout.decode().split("\0")[:-1]:
        if word == "\1":
            found.append([])
        else:
            found[-1].append(word)
    return found[:-1]


def as_bash_takes(reply: str, state: str) -> str:
    """A reply after an open quote: bash takes the same character at its start for that very quote."""
    return reply if state in ("'", '"') and reply.startswith(state) else f"{state}{reply}"


@given(st.lists(st.tuples(SIGNS.filter(bool), STATES), min_size=1, max_size=20))
def test_bash_reads_a_quoted_word_back(words: list[tuple[str, str]]) -> None:
    read = as_bash_reads([f"{state}{quote(word, state)}{CLOSING[state]}" for word, state in words])
    assert read == [[word] for word, _ in words]


@given(st.lists(SIGNS.filter(bool), min_size=2, max_size=6, unique=True), STATES)
def test_bash_reads_each_of_several_back(words: list[str], state: str) -> None:
    lines = [as_bash_takes(one, state) for one in quote_all(words, state)]
    sign = state[-1:]
    closed = [one if sign and one.endswith(sign) else f"{one}{sign}" for one in lines]
    assert as_bash_reads(closed) == [[word] for word in words]


@given(st.lists(SIGNS.filter(bool), min_size=2, max_size=6, unique=True), STATES)
def test_what_several_have_in_common_ends_between_two_signs(words: list[str], state: str) -> None:
    shared = shared_start(quote_all(words, state))
    read = read_line(f"x {as_bash_takes(shared, state)}")
    assert read.typed == shared_start(words)


@given(st.lists(st.tuples(SIGNS.filter(bool), STATES), max_size=5), SIGNS, STATES)
def test_a_line_is_read_as_bash_reads_it(before: list[tuple[str, str]], typed: str, state: str) -> None:
    line = " ".join(["heeldiary", *(f"{each}{quote(word, each)}{CLOSING[each]}" for word, each in before)])
    read = read_line(f"{line} {state}{quote(typed, state)}")
    assert read.words == tuple(word for word, _ in before)
    assert (read.typed, read.quote) == (typed, state)


@given(SIGNS)
def test_any_line_is_read(line: str) -> None:
    read_line(line)
    read_line(f"heeldiary {line}")


@pytest.mark.parametrize(
    ("line", "words", "typed", "redirected"),
    [
        ("heeldiary log 6 ", ("log", "6"), "", False),
        ("HEELDIARY_DIARY=x TZ= heeldiary log", (), "log", False),
        ("cd; heeldiary log 6 --ta", ("log", "6"), "--ta", False),
        ("x=1 && heeldiary tags | heeldiary im", (), "im", False),
        ('heeldiary log 6 --note "$(date "+%F %T")" --ta', ("log", "6", "--note", '$(date "+%F %T")'), "--ta", False),
        ("heeldiary log `date +%F` --ta", ("log", "`date +%F`"), "--ta", False),
        ("heeldiary log ${x:-a b} --ta", ("log", "${x:-a b}"), "--ta", False),
        ("heeldiary export > ou", ("export",), "ou", True),
        ("heeldiary export 2>er --ty", ("export",), "--ty", False),
        ("heeldiary import <in", ("import",), "in", True),
        ("heeldiary log 6 --tag a\\", ("log", "6", "--tag"), "a", False),
        ("heeldiary log 6 --tag 'it'\\''s", ("log", "6", "--tag"), "it's", False),
        ("heeldiary log '' x", ("log", ""), "x", False),
    ],
)
def test_the_parts_of_a_line(line: str, words: tuple[str, ...], typed: str, redirected: bool) -> None:
    read = read_line(line)
    assert (read.words, read.typed, read.redirected) == (words, typed, redirected)
