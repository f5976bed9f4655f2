"""Completing the last word of a command line, using the commands' own parsers."""

import argparse
from collections.abc import Sequence
from importlib import import_module
from typing import NamedTuple

from heeldiary.cli.commands import COMMANDS, SHORT_FORMS, expand_short_form, short_form_starting, takes_json
from heeldiary.cli.completion.candidate import Candidate, CompletionContext
from heeldiary.cli.completion.candidates import candidates
from heeldiary.cli.context import CommandContext, Options
from heeldiary.cli.log_options import OTHERS
from heeldiary.cli.parser import Parser
from heeldiary.domain.scales import FEET, feet_of
from heeldiary.domain.text import display_text

_COMMON = (
    Candidate("--diary", "use another diary"),
    Candidate("--json", "pure JSON"),
    Candidate("--plain", "no colours or charts"),
    Candidate("--help", "options and examples"),
)
_SHORTCUTS = {**SHORT_FORMS, "note": "log note"}
_VERSION = Candidate("--version", "the version")


class Answer(NamedTuple):
    """The answer to a shell."""

    candidates: tuple[Candidate, ...] = ()
    files: bool = False
    """Whether the shell should offer files; only without candidates."""


class _Line(NamedTuple):
    """The words before the one being typed, without the common options."""

    words: list[str]
    diary: str | None = None
    ended: bool = False
    """Whether `--` has ended the options."""
    needs_path: bool = False
    """Whether the last word is a `--diary` without its path."""


def complete(words: Sequence[str], typed: str, context: CommandContext, redirected: bool = False) -> Answer:
    """Return the candidates for the word `typed` after `words`, which start with the command.

    `redirected` says that a `<` or `>` comes before it. Raises Problem if the diary cannot be read.
    """
    line = _without_common(words)
    name, value = _split_option(typed, line.ended)
    if redirected or line.needs_path or name == "--diary":
        return Answer(files=True)
    context.options = Options(line.diary)
    asks_for_help = line.words[:1] == ["help"]
    named = line.words[1:] if asks_for_help else _expand(line.words)
    if not named:
        if line.ended:
            return Answer()
        about = [Candidate(command, known.summary) for command, known in COMMANDS.items()]
        if typed:  # alone they would hide the commands
            about += [Candidate(word, f"short for heeldiary {line}") for word, line in _SHORTCUTS.items()]
        return _fitting((*about, *_COMMON, *(() if asks_for_help else (_VERSION,))), typed)
    command, rest, behind = _command(named)
    if command is None:
        return Answer()
    if asks_for_help:
        return Answer() if rest else _fitting(behind, typed)
    parser = import_module(f"heeldiary.cli.{command[1]}").parser(command[0])
    pending, given, used = _read(parser, rest, line.ended)
    completion = CompletionContext(context, command[0], tuple(given), value if name else typed, tuple(rest))
    if pending is not None:
        return _values(completion, pending.dest, dashes=False)
    if name:
        option = _options(parser).get(name)
        answer = _values(completion, option.dest, dashes=True) if option and option.nargs != 0 else Answer()
        return answer._replace(
            candidates=tuple(Candidate(f"{name}={candidate.word}", candidate.about) for candidate in answer.candidates)
        )
    if command[0] in ("log", "mark") and any(map(feet_of, given)):
        used.add(_options(parser)["--foot"])  # the foot is named
    options, common = _option_candidates(parser, used), _common(command[0])
    if command[0] == "edit" and given:
        from heeldiary.cli.completion.diary_candidates import fits_entry

        options = tuple(option for option in options if fits_entry(completion, option.word.removeprefix("--")))
    if typed.startswith("-") and not line.ended:
        return _fitting((*options, *common), typed)
    positional = _positional(parser, len(given))
    answer = _values(completion, positional.dest, dashes=line.ended) if positional else Answer()
    subcommands = () if rest or line.ended else _fitting(behind, typed).candidates
    offered, files = (*subcommands, *answer.candidates), answer.files and not subcommands
    if typed or line.ended or files:
        return Answer(offered, files)
    if not offered:
        return _fitting((*options, *common), typed)
    return Answer((*offered, *(options if positional and _can_end(positional, given) else ())))


def _expand(words: list[str]) -> list[str]:
    """Return the words with a short form written out, also of a foot that has no score yet."""
    if words == ["version"]:
        return words
    if len(words) == 1 and words[0] in (*FEET, "both"):
        return ["log", *words]
    # A word that goes on to be completed does not stand alone: `walk` is a start of `walking` that is meant.
    begun = words[-1] if len(words) == 1 or (len(words) == 2 and words[0] == "log") else ""
    logged = None if begun in (*COMMANDS, *OTHERS) else short_form_starting(begun)
    return SHORT_FORMS[logged].split() if logged else expand_short_form(words)


def _can_end(positional: argparse.Action, given: Sequence[str]) -> bool:
    """Return whether the line may end before this argument; a foot needs its score."""
    if positional.nargs in ("*", "+"):
        return bool(given) and not (positional.dest == "words" and feet_of(given[-1]))
    return positional.nargs == "?"


def _without_common(words: Sequence[str]) -> _Line:
    rest: list[str] = []
    diary: str | None = None
    following = iter(words)
    for word in following:
        if word == "--":
            return _Line([*rest, *following], diary, ended=True)
        if word == "--diary":
            path = next(following, None)
            if path is None:
                return _Line(rest, diary, needs_path=True)
            diary = path
        elif word.startswith("--diary="):
            diary = word.partition("=")[2]
        elif word not in ("--json", "--plain"):
            rest.append(word)
    return _Line(rest, diary)


def _split_option(typed: str, ended: bool) -> tuple[str, str]:
    """Split `--tag=ra` into its two parts; two empty strings for anything else."""
    if ended or not typed.startswith("--") or "=" not in typed:
        return "", ""
    name, _, value = typed.partition("=")
    return name, value


def _command(words: Sequence[str]) -> tuple[tuple[str, str] | None, Sequence[str], tuple[Candidate, ...]]:
    """Return the command with its module, the words after it, and its possible subcommands."""
    name, *rest = words
    if name not in COMMANDS:
        return None, (), ()
    behind = subcommands(name)
    if rest and rest[0] in behind:
        return (f"{name} {rest[0]}", behind[rest[0]]), rest[1:], ()
    about = tuple(Candidate(word, _first_sentence(f"{name} {word}", module)) for word, module in behind.items())
    return (name, COMMANDS[name].module), rest, about


def subcommands(name: str) -> dict[str, str]:
    """Return the subcommands of a command, with their modules."""
    module = COMMANDS[name].module
    if name == "links":
        return {"declare": module}
    if name not in ("log", "routine", "experiment", "tags"):
        return {}
    words = getattr(import_module(f"heeldiary.cli.{module}"), "OTHERS" if name == "log" else "WHATS")
    return dict(words) if isinstance(words, dict) else dict.fromkeys(words, module)


def _first_sentence(command: str, module: str) -> str:
    about = import_module(f"heeldiary.cli.{module}").parser(command).description or ""
    return str(about).replace("\n", " ").partition(". ")[0].rstrip(".")


def _read(
    parser: Parser, words: Sequence[str], ended: bool
) -> tuple[argparse.Action | None, list[str], set[argparse.Action]]:
    """Return the option without its value, the words that are not options, and the options used."""
    options = _options(parser)
    pending: argparse.Action | None = None
    given: list[str] = []
    used: set[argparse.Action] = set()
    for word in words:
        if pending is not None:
            pending = None
        elif word.startswith("-") and word != "-" and not ended:
            action = options.get(word.partition("=")[0])
            if action is not None:
                used.add(action)
                pending = action if action.nargs != 0 and "=" not in word else None
        else:
            given.append(word)
    return pending, given, used


def _options(parser: Parser) -> dict[str, argparse.Action]:
    return {text: action for action in parser._actions for text in action.option_strings}


def _option_candidates(parser: Parser, used: set[argparse.Action]) -> tuple[Candidate, ...]:
    """Return the command's own options that can still be given, in their long form; repeatable ones stay."""
    actions = [
        action
        for action in parser._actions
        if action.option_strings
        and action.dest != "help"
        and (action not in used or isinstance(action, argparse._AppendAction))
    ]
    return tuple(Candidate(action.option_strings[-1], action.help or "") for action in actions)


def _common(command: str) -> tuple[Candidate, ...]:
    """Return the options that every command takes; --json only where it is taken."""
    return tuple(option for option in _COMMON if option.word != "--json" or takes_json(command))


def _positional(parser: Parser, number: int) -> argparse.Action | None:
    """Return the argument of the next word."""
    actions = [action for action in parser._actions if not action.option_strings]
    for place, action in enumerate(actions):
        if action.nargs in ("*", "+") or place == number:
            return action
    return None


def _values(completion: CompletionContext, dest: str, dashes: bool) -> Answer:
    """Return the values of an argument. A word with a dash is an option unless `dashes` allows it."""
    choices = candidates(completion, dest)
    if choices is None:
        return Answer(files=True)
    words, files = choices
    fitting = tuple(candidate for candidate in words if dashes or not candidate.word.startswith("-"))
    return _fitting(fitting, completion.typed)._replace(files=files)


def _fitting(every: Sequence[Candidate], typed: str) -> Answer:
    """Return the candidates that start with the typed text, ignoring case, each once, if displayable."""
    start = typed.lower()
    begun: dict[str, Candidate] = {}
    for candidate in every:
        if candidate.word.lower().startswith(start) and _is_plain(candidate.word):
            begun.setdefault(candidate.word, candidate)
    return Answer(tuple(begun.values()))


def _is_plain(word: str) -> bool:
    return bool(word) and display_text(word, newline=" ") == word
