"""Which words complete which place: every command and option of the parsers, and the person's own words."""

import subprocess
from collections.abc import Callable, Iterator
from importlib import import_module

import pytest

from heeldiary.cli.commands import COMMANDS
from heeldiary.cli.completion.completion import script_of
from heeldiary.cli.completion.last_word import subcommands
from heeldiary.domain.guide import TOPICS
from heeldiary.domain.links.factors import FACTOR_NAMES
from heeldiary.domain.scales import MOMENTS
from heeldiary.domain.settings import SETTINGS, THEMES, parse
from tests.cli.completion.shells import program_of
from tests.runner import Heeldiary

CHECKS = {"bash": ("-n",), "zsh": ("-n",), "fish": ("--no-execute",)}

Completed = Callable[..., list[str]]


@pytest.fixture
def completed(heeldiary: Heeldiary) -> Completed:
    """The words that complete the last of some words."""

    def words(*line: str) -> list[str]:
        kind, *answer = heeldiary.done("completion", "--answer", "fish", "--", *line).out.splitlines()
        return ["<files>"] if kind == "files" else [one.partition("\t")[0] for one in answer]

    return words


@pytest.mark.parametrize("shell", CHECKS)
def test_the_script_is_the_shells_own_language(heeldiary: Heeldiary, shell: str) -> None:
    script = heeldiary.done("completion", shell).out
    assert script == script_of(shell)
    checked = subprocess.run(
        [program_of(shell), *CHECKS[shell], "/dev/stdin"], input=script.encode(), capture_output=True, timeout=60
    )
    assert (checked.returncode, checked.stderr) == (0, b"")


def test_every_command_and_each_of_its_options(completed: Completed) -> None:
    assert completed("")[: len(COMMANDS)] == list(COMMANDS)
    assert {"--diary", "--json", "--plain", "--help", "--version"} <= set(completed("--"))
    for command in COMMANDS:
        assert command in completed(command)
        assert {"--diary", "--help"} <= set(completed(command, "--"))
    assert {"--replace", "--moment", "--note", "--tag"} <= set(completed("log", "--"))
    assert {"--ki1", "--shimian", "--before"} <= set(completed("log", "massage", "--"))


def test_a_shortcut_is_offered_once_a_letter_is_typed(completed: Completed) -> None:
    assert completed("wa") == ["walking"]
    assert completed("no") == ["note"]
    assert "walking" not in completed("")
    assert completed("walking", "--sur") == ["--surface"]


def test_an_edit_is_offered_what_its_entry_has(completed: Completed, heeldiary: Heeldiary) -> None:
    heeldiary.done("log", "left", "6")
    options = completed("edit", "last", "--")
    assert {"--score", "--moment", "--day", "--note"} <= {*options}
    assert {"--steps", "--course", "--ki1"}.isdisjoint(options)
    assert "--steps" in completed("edit", "nowhere", "--")


def test_an_option_is_offered_until_it_is_given(completed: Completed) -> None:
    assert "--foot" not in completed("log", "6", "--foot", "left", "--")
    assert "--foot" not in completed("log", "6", "-f", "left", "--")
    assert "--tag" in completed("log", "6", "--tag", "rain", "--")
    assert completed("log", "6", "--foot", "left", "--", "--") == []


@pytest.mark.parametrize(
    ("line", "some"),
    [
        (("log", ""), ("activity", "care", "left", "right")),
        (("log", "left", ""), tuple(map(str, range(11)))),
        (("log", "left", "6", ""), ("right",)),
        (("log", "left", "6", "right", "2", ""), ("--note", "--moment")),
        (("log", "6", ""), ("--note", "--moment")),
        (("log", "6", "--moment", ""), MOMENTS),
        (("log", "6", "--moment="), tuple(f"--moment={moment}" for moment in MOMENTS)),
        (("log", "6", "-d", ""), ("today", "yesterday", "mon")),
        (("log", "activity", ""), ("walking", "running", "standing")),
        (("log", "activity", "walking", "20", "--surface", ""), ("soft", "hard", "mixed")),
        (("log", "care", ""), ("acupuncture", "ice", "night-splint")),
        (("routine", ""), ("list", "plan", "resume")),
        (("routine", "start", ""), ("clinic", "heel-raise", "fascia-stretch")),
        (("routine", "new", "mine", "--from", ""), ("clinic", "heel-raise")),
        (("routine", "plan", "clinic", ""), ("daily", "mon", "every", "none")),
        (("routine", "check", ""), ("<files>",)),
        (("experiment", "new", "a or b", "--outcome", ""), ("next-morning", "same-morning")),
        (("experiment", "new", "a or b", "--about", ""), FACTOR_NAMES),
        (("tags", ""), ("rename", "merge")),
        (("links", ""), ("declare",)),
        (("links", "declare", ""), (*FACTOR_NAMES, "care:ice", "none")),
        (("mark", "le"), ("left",)),
        (("mark", "arch", ""), ("heel-inner", "left", "both")),
        (("guide", ""), tuple(topic.name for topic in TOPICS)),
        (("settings", ""), tuple(setting.name for setting in SETTINGS)),
        (("settings", "theme", ""), THEMES),
        (("trends", "--view", ""), ("weeks", "links", "where")),
        (("review", "--week", ""), ("2026-W47", "2026-W46")),
        (("export", "--type", ""), ("pain", "massage")),
        (("completion", ""), ("bash", "zsh", "fish")),
        (("export", "-o", ""), ("<files>",)),
        (("export", "--output=x"), ("<files>",)),
        (("import", ""), ("<files>",)),
        (("--diary", ""), ("<files>",)),
        (("log", "6", "--diary=x"), ("<files>",)),
    ],
)
def test_the_words_that_never_change(completed: Completed, line: tuple[str, ...], some: tuple[str, ...]) -> None:
    assert set(some) <= set(completed(*line)), line


FREE = {
    "note": "a text", "question": "a text", "steps": "a number of steps", "visits": "a number", "most": "a number",
    "routine": "the name of a new routine is one's own",
}  # fmt: skip
"""The arguments without candidates, by their name in the parser, and why."""


def test_every_argument_of_the_grammar_is_completed_with_descriptions(heeldiary: Heeldiary) -> None:
    heeldiary.done("log", "6", "--foot", "left", "--tag", "numbness")
    heeldiary.done("log", "care", "acupuncture", "--course", "spring")
    heeldiary.done("routine", "new", "evening")
    heeldiary.done("routine", "pause", "--until", "tomorrow")
    heeldiary.done("experiment", "new", "a or b", "--foot", "left", "--days", "28", "--asked", "--yes")
    for line, dest in _places():
        kind, *offered = heeldiary.done("completion", "--answer", "fish", "--", *line, "").out.splitlines()
        if dest not in FREE or line == ("routine", "new"):
            values = [one for one in offered if not one.startswith("-")]
            assert kind == "files" or values, line
        assert [one for one in offered if "\t" not in one] == [], line


def _places() -> Iterator[tuple[tuple[str, ...], str]]:
    """The words before every argument of every command, and the argument's name."""
    for name, command in COMMANDS.items():
        for words, module in (
            (name, command.module),
            *((f"{name} {sub}", of) for sub, of in subcommands(name).items()),
        ):
            given = [*words.split()]
            for action in import_module(f"heeldiary.cli.{module}").parser(words)._actions:
                if action.dest == "value":
                    yield from ((("settings", setting.name), action.dest) for setting in SETTINGS)
                elif not action.option_strings:
                    yield tuple(given), action.dest
                    given.append("x")
                elif action.nargs != 0:
                    yield from (((*words.split(), option), action.dest) for option in action.option_strings)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (("log", "sitting", ""), ["7h", "6h30", "4h", "6h", "8h"]),
        (("log", "activity", "walking", "4"), ["45m"]),
        (("log", "activity", "running", "2"), ["20m"]),
        (("log", "activity", "nordic walking", "2"), ["25m"]),
        (("taping", "--day", "mon", "--until", "2026-11-1"), [f"2026-11-{day}" for day in range(16, 20)]),
        (("edit", "x", "--until", "t"), ["today", "tomorrow", "tue", "thu"]),
        (("show", "2026-11-2"), ["2026-11-22", "2026-11-21", "2026-11-20"]),
        (("routine", "pause", "--until", "2026-11-2"), [f"2026-11-{day}" for day in range(22, 30)]),
        (("settings", "baseline-from", "2026-11-22"), ["2026-11-22"]),
        (("help", "log", ""), ["activity", "sitting", "massage", "care", "note"]),
        (("help", "show", ""), []),
        (("log", "L", "1"), ["1", "10"]),
        (("log", "L", "6", "r"), ["right"]),
        (("log", "left", "6", ""), ["right", "--moment", "--replace", "--day", "--time", "--tag", "--note"]),
        (("6", "4", "--mom"), ["--moment"]),
        (("nudge", "--j"), []),
        (("routine", "new", "--j"), []),
        (("routine", "list", "--j"), ["--json"]),
        (("routine", "plan", "clinic", "every", "2", ""), ["days"]),
        (("routine", "plan", "clinic", "mon", "t"), ["tue", "thu"]),
        (("left", ""), [str(score) for score in range(11)]),
        (("both", ""), [str(score) for score in range(11)]),
        (("mark", "left", ""), ["toes", "ball", "hollow", "arch"]),
        (("mark", "arch", "left", ""), ["--day", "--diary"]),
        (("walk", ""), ["15m", "30m", "45m"]),
        (("run", ""), ["20m", "15m"]),
        (("log", "run", ""), ["20m", "15m"]),
        (("stand", "3"), ["30m"]),
        (("sit", ""), ["7h", "6h30", "4h", "6h", "8h"]),
        (("show", "last", ""), ["--diary"]),
        (("guide", "care", ""), ["--diary"]),
        (("mark", "arch", ""), ["toes", "ball", "hollow", "heel-inner"]),
        (("tags", "rename", "rain", ""), ["wet"]),
        (("tags", "merge", "Rain", ""), ["wet"]),
        (("tags", "delete", "wet", ""), ["rain"]),
        (("log", "left", "6", "--tag", "r"), ["rain"]),
    ],
)
def test_amounts_days_and_what_goes_on(
    heeldiary: Heeldiary, completed: Completed, line: tuple[str, ...], words: list[str]
) -> None:
    for day, minutes in enumerate(("7h", "6h30", "7h")):
        heeldiary.done("log", "sitting", minutes, "--day", f"{day}d")
    heeldiary.done("log", "activity", "running", "20", "--tag", "rain", "--tag", "wet")
    heeldiary.done("log", "activity", "Nordic Walking", "25")
    assert completed(*line)[: len(words) or None] == words


def test_a_factor_is_described_in_one_short_line(heeldiary: Heeldiary) -> None:
    offered = heeldiary.done("completion", "--answer", "zsh", "--", "links", "declare", "").out
    assert "massage:Days with a massage of this foot\n" in offered
    assert "\u2026" not in offered


def test_a_foot_is_offered_once_beside_areas(completed: Completed) -> None:
    assert "left" not in completed("mark", "left", "")
    assert completed("mark", "arch", "left", "ri") == []


def test_a_week_is_described_by_its_monday(heeldiary: Heeldiary) -> None:
    offered = heeldiary.done("completion", "--answer", "fish", "--", "review", "--week", "").out.splitlines()
    assert offered[1] == "2026-W47\tfrom Mon 16 Nov 2026"


@pytest.mark.parametrize(
    "line", [("logg", ""), ("settings", "nonsense", ""), ("undo", "x", "y"), ("", ""), ("log", "x", "")]
)
def test_a_line_that_cannot_be_is_completed_with_options_at_most(completed: Completed, line: tuple[str, ...]) -> None:
    assert all(word.startswith("-") for word in completed(*line))


def test_the_persons_own_words(heeldiary: Heeldiary, completed: Completed) -> None:
    heeldiary.done("log", "6", "--foot", "left", "--tag", "long day")
    heeldiary.done("log", "care", "cupping", "--course", "spring", "--visits", "6")
    heeldiary.done("log", "activity", "climbing", "20")
    heeldiary.done("routine", "new", "evening")
    heeldiary.done("settings", "cue-command", "say hello")
    argv = ("experiment", "new", "evening massage or not", "--foot", "left", "--days", "28", "--asked", "--yes")
    heeldiary.done(*argv)
    assert completed("log", "6", "--tag", "") == ["long day"]
    assert completed("log", "6", "--tag=lo") == ["--tag=long day"]
    assert completed("edit", "x", "--untag", "") == completed("tags", "rename", "") == ["long day"]
    assert completed("tags", "merge", "a", "b", "L") == ["long day"]
    assert completed("log", "care", "")[0] == "cupping"
    assert completed("log", "care", "x", "--course", "") == ["spring"]
    assert completed("log", "activity", "")[0] == "climbing"
    assert completed("edit", "x", "--kind", "") == ["climbing", "cupping"]
    assert completed("routine", "start", "")[0] == "evening"
    assert completed("routine", "edit", "") == completed("routine", "delete", "") == ["evening"]
    assert {"tag:long day", "care:cupping"} <= set(completed("links", "declare", "steps", ""))
    assert "steps" not in completed("links", "declare", "steps", "")
    assert completed("settings", "cue-command", "") == ["say hello", "none"]
    experiment, *options = completed("experiment", "result", "")
    assert options == ["--as-of"]
    heeldiary.done("experiment", "status", experiment)


def test_ids_serve_as_they_are_completed(heeldiary: Heeldiary, completed: Completed) -> None:
    for day in range(20):
        heeldiary.done("log", "6", "--foot", "left", "--day", f"{day}d")
    offered = completed("edit", "")
    assert len(offered) == 21
    assert offered[0] == "last"
    heeldiary.done("edit", offered[1], "--score", "5")
    assert heeldiary.entries()[-1]["score"] == 5, "the latest comes first"
    whole = heeldiary.entries()[3]["id"]
    assert completed("delete", whole[:9]) == [whole]


def test_an_id_is_described_with_the_beginning_of_its_note(heeldiary: Heeldiary) -> None:
    heeldiary.done("log", "note", "slept badly")
    heeldiary.done("medicine", "--note", "ibuprofen")
    said = heeldiary.done("completion", "--answer", "fish", "--", "edit", "").out
    assert 'note "slept badly"' in said
    assert 'medicine "ibuprofen"' in said


def test_the_diary_that_the_line_names_is_read(heeldiary: Heeldiary, completed: Completed) -> None:
    other = heeldiary.other("other")
    other.done("log", "6", "--foot", "left", "--tag", "elsewhere")
    for named in (("--diary", str(other.diary)), (f"--diary={other.diary}",)):
        assert completed(*named, "log", "6", "--tag", "") == ["elsewhere"]
        assert completed("log", *named, "6", "--tag", "") == ["elsewhere"]
    assert not heeldiary.diary.exists()


def test_what_begins_with_a_dash_is_offered_only_where_it_is_taken(heeldiary: Heeldiary, completed: Completed) -> None:
    heeldiary.done("log", "6", "--foot", "left", "--tag=-x")
    assert completed("log", "6", "--tag", "") == []
    assert completed("log", "6", "--tag=") == ["--tag=-x"]
    assert completed("tags", "rename", "--", "") == ["-x"]


def test_every_word_of_a_closed_set_is_taken_by_its_command(completed: Completed) -> None:
    for setting in SETTINGS:
        for word in completed("settings", setting.name, ""):
            parse(setting, word)


def test_warning_signs_that_can_be_put_away(heeldiary: Heeldiary, completed: Completed) -> None:
    heeldiary.done("log", "note", "x", "--tag", "numbness")
    assert completed("signs", "--dismiss", "") == ["tag-numbness"]


def test_a_list_with_commas_goes_on_with_what_is_not_in_it(completed: Completed) -> None:
    every = completed("edit", "abcd", "--areas", "")
    assert {"arch", "heel-inner"} <= set(every)
    further = completed("edit", "abcd", "--areas", "arch,")
    assert further == [f"arch,{area}" for area in every if area != "arch"]
    assert completed("edit", "abcd", "--areas", "heel-inner,arch,heel-o") == ["heel-inner,arch,heel-outer"]
    assert completed("edit", "abcd", "--areas=arch,heel-i") == ["--areas=arch,heel-inner"]
    assert completed("edit", "abcd", "--areas", "nowhere,arc") == ["nowhere,arch"]
