"""Completion in the real shells: hostile words of one's own are never run, and arrive as the one word that they are."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from heeldiary.cli.completion.completion import script_of
from heeldiary.domain.text import display_text
from tests.cli.completion.shells import Shell
from tests.runner import Heeldiary
from tests.standing_clock import SeededBytes, StandingClock

SHELLS = ("bash", "zsh", "fish")

HOSTILE = (
    "$(touch x)", "`touch x`", "a;touch x", "|touch x", "&", "<(touch x)", ">x", "it's", 'say "hi"', "'", '"', "\\",
    "a\\", "$'x'", "*", "?", "[a-z]", "{a,b}", "~", "~root", "-rf", "--help", "#x", "%s", "$ifs", "!!", "a!b", "!",
    "a\\!b", "^x", "=ls", "a=b", "tag:rain", ":x", "long day", "héé ö", "日 本", "@(a)", "a\\ b", "`", "$", "$(", "${x",
)  # fmt: skip
"""Each means something to one shell or another."""

PIECES = st.sampled_from((*"ab '\"\\$`!;&|<>(){}[]*?~#%=:-^@,é日", "$(touch x)", "`touch x`", "${x}", "touch x"))
TAGS = (
    st.lists(PIECES, min_size=1, max_size=8)
    .map("".join)
    .map(lambda typed: " ".join(typed.split()))
    .filter(lambda tag: 1 <= len(tag) <= 40)
)

many = settings(
    max_examples=settings().max_examples // 8,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
    deadline=None,
)


class Stage:
    """A shell, and the diary that it completes from."""

    def __init__(self, name: str, folder: Path, options: str = "") -> None:
        self.home = folder / "home"
        self.shell = Shell(name, folder / "shell", self.home, options)
        self.heeldiary = Heeldiary(self.home, StandingClock(), SeededBytes())

    def tag(self, *tags: str) -> None:
        """Let the diary hold these tags and nothing else."""
        self.heeldiary.diary.unlink(missing_ok=True)
        line = json.dumps({"type": "note", "day": "2026-11-02", "note": "x", "tags": tags})
        self.heeldiary.done("import", "-", stdin=f"{line}\n")

    def completed(self, keys: str) -> list[str]:
        """The command's words once the keys are typed; the shell's folder must stay empty."""
        words = self.shell.run(keys)
        assert not [*self.shell.place.iterdir()], (self.shell.name, keys, "a word was run")
        return words

    def close(self, quote: str, word: str) -> str:
        """The quote, where the shell leaves it to the person to close: fish does so after some characters."""
        return quote if self.shell.name == "fish" and word.endswith(tuple("/=@:.,-")) else ""


@pytest.fixture(scope="module", params=SHELLS)
def stage(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    made = Stage(request.param, tmp_path_factory.mktemp(request.param))
    yield made
    made.shell.end()


@pytest.mark.grid(6)
@pytest.mark.parametrize("tag", HOSTILE)
def test_a_hostile_tag_arrives_as_one_word(stage: Stage, tag: str) -> None:
    stage.tag(tag)
    place = HOSTILE.index(tag)
    option, quote = ("--tag=", "") if place % 4 == 3 or tag[0] in "-~" else ("--tag ", ("", "'", '"')[place % 4])
    keys = f"heeldiary log 6 {option}{quote}\t{stage.close(quote, tag)}"
    assert "=".join(stage.completed(keys)[2:]) == f"--tag={tag}"


@many
@given(tag=TAGS, form=st.sampled_from(("--tag=", "--tag ")), quote=st.sampled_from(("", "'", '"')))
@example(tag="$(touch x)", form="--tag ", quote="")
def test_so_does_any_other(stage: Stage, tag: str, form: str, quote: str) -> None:
    stage.tag(tag.lower())
    if form == "--tag " and tag.startswith(("-", "~")):
        form = "--tag="
    words = stage.completed(f"heeldiary log 6 {form}{quote}\t{stage.close(quote, tag)}")
    assert "=".join(words[2:]) == f"--tag={tag.lower()}", words


@many
@given(TAGS, st.sampled_from(("", "'", '"')))
def test_so_does_one_that_is_begun(stage: Stage, rest: str, quote: str) -> None:
    tag = f"wet {rest}".lower()
    stage.tag(tag)
    keys = f"heeldiary log 6 --tag {quote}we\t{stage.close(quote, tag)}"
    assert stage.completed(keys) == ["log", "6", "--tag", tag]


@pytest.mark.grid(6)
@pytest.mark.parametrize("quote", ["", "'", '"'])
@pytest.mark.parametrize("pair", [("a$(touch x)", "a`touch x`"), ("a;touch x", "a|touch x"), ("'", '"'), ("!a", "~")])
def test_offered_together_they_are_not_run_either(stage: Stage, pair: tuple[str, str], quote: str) -> None:
    stage.tag(*pair)
    stage.shell.press(f"heeldiary log 6 --tag {quote}\t\t\t")
    assert not [*stage.shell.place.iterdir()]


def test_the_factors_that_hold_a_colon(stage: Stage) -> None:
    stage.tag("rain; touch x")
    assert stage.completed("heeldiary links declare tag:\t") == ["links", "declare", "tag:rain; touch x"]
    assert stage.completed("heeldiary links declare 'tag:r\t") == ["links", "declare", "tag:rain; touch x"]
    assert stage.completed("heeldiary links declare care:ac\t") == ["links", "declare", "care:acupuncture"]


def test_a_tag_that_would_read_otherwise_than_it_is_stays_out(stage: Stage) -> None:
    stage.tag("a\u202eb", "ab\u200bc")
    assert display_text("a\u202eb") != "a\u202eb"
    assert stage.completed("heeldiary log 6 --tag a\t")[:4] == ["log", "6", "--tag", "a"]


@pytest.mark.grid(15)
@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ("heeldiary und\t", ["undo"]),
        ("heeldiary help und\t", ["help", "undo"]),
        ("heeldiary sit 8\t", ["sit", "8h"]),
        ("heeldiary walk 3\t", ["walk", "30m"]),
        ("heeldiary 6 4 --mom\t wor\t", ["6", "4", "--moment", "worst"]),
        ("heeldiary log left 6 --rep\t", ["log", "left", "6", "--replace"]),
        ("heeldiary log activity climbing 3\t", ["log", "activity", "climbing", "30m"]),
        ("heeldiary routine pause --until tom\t", ["routine", "pause", "--until", "tomorrow"]),
        ("heeldiary log left 6 ri\t", ["log", "left", "6", "right"]),
        ("heeldiary log left 6 --mom\t wor\t", ["log", "left", "6", "--moment", "worst"]),
        ("heeldiary log care --course=\t", ["log", "care", "--course=Dr. $(li)"]),
        ("heeldiary log care aro\t", ["log", "care", "aroma; oil"]),
        ("heeldiary log activity cli\t", ["log", "activity", "climbing & falling"]),
        ("heeldiary settings aff\t bo\t", ["settings", "affected-foot", "both"]),
        ("heeldiary settings theme tokyo\t", ["settings", "theme", "tokyo-night"]),
        ("heeldiary trends --view cal\t", ["trends", "--view", "calendar"]),
        ("heeldiary guide pri\t", ["guide", "privacy"]),
        ("heeldiary routine start ev\t", ["routine", "start", "evening"]),
        ("heeldiary routine delete \t", ["routine", "delete", "evening"]),
        ("heeldiary --diary {diary} routine delete \t", ["--diary", "{diary}", "routine", "delete", "evening"]),
        ("heeldiary export --type pa\t", ["export", "--type", "pain"]),
        ("heeldiary completion zs\t", ["completion", "zsh"]),
        ("heeldiary import {files}/an\t", ["import", "{files}/an export.jsonl"]),
        ("heeldiary export -o {files}/an\t", ["export", "-o", "{files}/an export.jsonl"]),
        ("heeldiary show --diary={files}/an\t", ["show", "--diary={files}/an export.jsonl"]),
        ("heeldiary --diary {files}/an\t", ["--diary", "{files}/an export.jsonl"]),
    ],
)
def test_every_place_that_completes(stage: Stage, tmp_path: Path, keys: str, words: list[str]) -> None:
    heeldiary = stage.heeldiary
    heeldiary.diary.unlink(missing_ok=True)
    heeldiary.done("log", "care", "aroma; oil", "--course", "Dr. $(li)", "--visits", "9", "--day", "mon")
    heeldiary.done("log", "activity", "climbing & falling", "20")
    heeldiary.done("routine", "new", "evening")
    (tmp_path / "an export.jsonl").touch()
    names = {"files": str(tmp_path), "diary": str(heeldiary.diary)}
    assert stage.completed(keys.format(**names)) == [word.format(**names) for word in words]


def test_an_id_is_completed_from_its_start(stage: Stage) -> None:
    stage.tag("rain")
    entry = stage.heeldiary.entries()[0]["id"]
    assert stage.completed(f"heeldiary edit {entry[:2]}\t") == ["edit", entry[:4]]


def test_zsh_keeps_the_order(tmp_path: Path) -> None:
    stage = Stage("zsh", tmp_path)
    try:
        stage.tag("rain")
        assert stage.completed("heeldiary show \t\t") == ["show", "today"], "and not fri, the first by the alphabet"
    finally:
        stage.shell.end()


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("bash", "set -u"),
        ("bash", "set -e"),
        ("bash", "set -o posix"),
        ("bash", "set -f"),
        ("bash", "IFS=,"),
        ("bash", "shopt -u extglob"),
        ("bash", "shopt -s extglob nullglob failglob dotglob"),
        ("bash", "COMP_WORDBREAKS=$' \\t\\n'"),
        ("bash", "COMP_WORDBREAKS=${COMP_WORDBREAKS//:}"),
        ("bash", "bind 'TAB: menu-complete'"),
        ("bash", "bind 'set completion-ignore-case on'; bind 'set show-all-if-ambiguous on'"),
        ("bash", 'heeldiary() { touch x; command heeldiary "$@"; }; unset -f heeldiary; set +H'),
        ("zsh", "setopt nounset"),
        ("zsh", "setopt errexit"),
        ("zsh", "setopt sh_word_split ksh_arrays glob_subst"),
        ("zsh", "setopt menu_complete complete_in_word"),
        ("zsh", "IFS=,"),
        ("zsh", "setopt null_glob extended_glob rc_quotes csh_junkie_quotes"),
        ("zsh", "zstyle ':completion:*' matcher-list 'm:{a-z}={A-Z}' 'r:|=*'; zstyle ':completion:*' verbose no"),
        ("fish", "set -g IFS ,"),
        ("fish", "function heeldiary; touch x; command heeldiary $argv; end; functions -e heeldiary"),
    ],
)
def test_settings_of_the_shell_change_nothing(tmp_path: Path, name: str, options: str) -> None:
    stage = Stage(name, tmp_path, options)
    try:
        for tag in ("long day, $(touch x)", "tag:'rain'", "a*"):
            stage.tag(tag)
            assert stage.completed(f"heeldiary log 6 --tag {tag[0]}\t") == ["log", "6", "--tag", tag]
            assert stage.completed("heeldiary log 6 --tag=\t") == ["log", "6", f"--tag={tag}"]
        assert stage.completed("heeldiary links declare care:ac\t") == ["links", "declare", "care:acupuncture"]
    finally:
        stage.shell.end()


def test_zsh_loads_it_from_a_folder_of_functions(tmp_path: Path) -> None:
    (tmp_path / "functions").mkdir()
    (tmp_path / "functions" / "_heeldiary").write_text(script_of("zsh"), encoding="utf-8")
    options = f"unfunction _heeldiary 2>/dev/null; fpath=({tmp_path}/functions $fpath); compinit -u -D; return"
    stage = Stage("zsh", tmp_path, options)
    try:
        stage.tag("long day, $(touch x)")
        for _ in range(2):
            assert stage.completed("heeldiary log 6 --tag l\t") == ["log", "6", "--tag", "long day, $(touch x)"]
    finally:
        stage.shell.end()


@pytest.mark.grid(4)
@pytest.mark.parametrize("keys", ["--areas arch,heel-i\t", "--areas=arch,heel-i\t", "--areas 'arch,heel-i\t"])
def test_the_next_of_a_list_with_commas(stage: Stage, keys: str) -> None:
    stage.tag("rain")
    words = "=".join(stage.completed(f"heeldiary edit abcd {keys}")[2:])
    assert words == "--areas=arch,heel-inner"
