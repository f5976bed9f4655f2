"""Parsing a command line. Errors are a sentence with a remedy and never repeat what was typed."""

import argparse
import re
from argparse import Namespace
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, NoReturn, TextIO

from heeldiary.cli.commands import takes_json
from heeldiary.cli.streams import fitted, terminal_columns
from heeldiary.domain.encoding import holds_other_bytes
from heeldiary.domain.whole_numbers import parse_whole_number
from heeldiary.errors import BadInput

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

Arguments = Namespace

HELP_COLUMNS = 100
"""The width of help texts, unless the terminal is narrower."""

_IN_QUOTES = {"TEXT": "a note needs quotes", "QUESTION": "a question needs quotes"}
_NOTE = re.compile("-n|--note")
_FEW_OPTIONS = 6
"""The most options that a refusal names."""


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Formats help, keeping line breaks and words whole."""

    def __init__(self, prog: str, width: int = HELP_COLUMNS) -> None:
        super().__init__(prog, max_help_position=28, width=width)

    def _split_lines(self, text: str, width: int) -> list[str]:
        from textwrap import wrap  # only --help wraps

        return wrap(text, width, break_long_words=False, break_on_hyphens=False)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        """Return a text as it is; at a narrow terminal with its sentences in one line, to be wrapped there."""
        if self._width < HELP_COLUMNS and not text.startswith("examples:"):
            text = re.sub(r"(?<![.:])\n(?! )", " ", text)
        return super()._fill_text(text, width, indent)

    def _format_action_invocation(self, action: argparse.Action) -> str:
        """Return `-d, --day DAY`, as newer versions of Python print it."""
        value = self._format_args(action, action.dest.upper()) if action.option_strings and action.nargs != 0 else ""
        return f"{', '.join(action.option_strings)} {value}" if value else super()._format_action_invocation(action)


class Parser(argparse.ArgumentParser):
    """A command's parser: no abbreviated options, examples below the help."""

    def __init__(self, command: str, description: str, examples: str = "") -> None:
        super().__init__(
            prog=f"heeldiary {command}",
            description=description,
            epilog=examples and f"examples:\n{examples}",
            formatter_class=_Formatter,
            allow_abbrev=False,
        )
        self.out: TextIO | None = None
        self._optionals.title = "options"
        self._positionals.title = "arguments"

    def read(self, argv: Sequence[str], out: TextIO) -> Arguments:
        """Parse the arguments; `--help` prints to `out` and raises SystemExit."""
        self.out = out
        try:
            arguments, unknown = self.parse_known_args(argv)
        except BadInput as problem:
            from heeldiary.cli.meant_options import better_refusal, mistyped_option  # only for what is mistyped

            if (at := mistyped_option(argv, self._known())) is not None:
                self._refuse(argv[at:], argv)
            raise better_refusal(problem, argv, self._known()) from None
        if unknown:
            self._refuse(unknown, argv)
        for action in self._actions:
            self._check_utf_8(action, getattr(arguments, action.dest, None))
        return arguments

    def _check_utf_8(self, action: argparse.Action, given: object) -> None:
        """Refuse words that were not UTF-8; a file name may be any bytes."""
        if "FILE" in str(action.metavar):
            return
        for word in given if isinstance(given, list) else [given]:
            if isinstance(word, str) and not word.isascii() and holds_other_bytes(word):
                name = action.option_strings[-1] if action.option_strings else str(action.metavar or "an argument")
                raise BadInput(f"{name} is not UTF-8", "set the terminal to UTF-8, and type it again")

    def _known(self) -> list[str]:
        return [name for action in self._actions for name in action.option_strings]

    def _refuse(self, unknown: Sequence[str], argv: Sequence[str]) -> NoReturn:
        """Refuse extra words. Only an option is repeated in the message; other words may be a note."""
        from heeldiary.cli.meant_days import day_of
        from heeldiary.cli.meant_options import (
            extra_words,
            goes_on_note,
            meant_log,
            torn_duration,
            torn_value,
            unknown_option,
        )

        option = unknown[0].partition("=")[0]
        named = option.startswith("--") and option.isascii() and option.isprintable() and len(option) <= 40
        if named or re.fullmatch("-[a-z]", option):
            guess = unknown_option(option, self._known(), self.prog, [*unknown, ""][1])
            raise BadInput(f"`{self.prog}` has no option {option}", guess or self._how())
        is_day = "--day" in self._known() and day_of(unknown) is not None
        if "--note" in self._known() and goes_on_note(argv, unknown[0]) and not is_day:
            raise BadInput(f"`{self.prog}` got too many arguments", _IN_QUOTES["TEXT"])
        torn = torn_duration(argv) or torn_value(argv, unknown[0])
        if "--note" in self._known() and torn:
            raise BadInput(f"`{self.prog}` got too many arguments", torn)
        at = argv.index(unknown[0]) if unknown[0] in argv[1:] else 0
        metavars = [str(action.metavar) for action in self._actions]
        is_value = at > 1 and argv[at - 2].startswith("--")
        before = argv[at - 1] if at and not (is_value and "ID" in metavars) else ""
        meant = meant_log(argv, self._known())
        guess = meant.remedy if meant else extra_words(unknown, before, self._known(), metavars)
        hint = self._note_hint(argv) or ("" if guess or len(unknown) == 1 else self._note_option(unknown[0]))
        between = " " if guess and guess.endswith("?") else "; "
        raise BadInput(
            f"`{self.prog}` got too many arguments", between.join(filter(None, (guess or self._how(hint), hint)))
        )

    def _how(self, hint: str = "") -> str:
        """Return where to read more; without a better hint, a short command's options themselves."""
        how = f"`{self.prog} --help` shows how"
        if hint:
            return how
        options = [self._formatted(action) for action in self._actions if action.option_strings][1:]
        return f"its options are {', '.join(options)}; {how}" if 0 < len(options) <= _FEW_OPTIONS else how

    def _note_hint(self, argv: Sequence[str]) -> str:
        """Return that a text needs quotes, if one is given."""
        own = [str(action.metavar) for action in self._actions if not action.option_strings]
        for metavar in _IN_QUOTES.keys() & own:
            return _IN_QUOTES[metavar]
        return _IN_QUOTES["TEXT"] if "--note" in self._known() and any(_NOTE.match(word) for word in argv) else ""

    def _note_option(self, word: str) -> str:
        """Return how a note is given, if extra words may be one."""
        from heeldiary.cli.meant_options import NOTE_OPTION  # for refusals alone

        return NOTE_OPTION if "--note" in self._known() and word[:1].isalpha() else ""

    def _formatted(self, action: argparse.Action) -> str:
        return f"{action.option_strings[-1]} {action.metavar}" if action.nargs != 0 else action.option_strings[-1]

    def error(self, message: str) -> NoReturn:
        """Raise argparse's error without the typed words."""
        remedy = f"`{self.prog} --help` shows how, with examples"
        if message.startswith("argument "):
            name = message.removeprefix("argument ").partition(":")[0]
            wrong = f"{name} needs a value" if "expected" in message else f"{name} is not valid"
        elif "required:" in message:
            wrong = f"`{self.prog}` needs {message.partition('required: ')[2]}"
            from heeldiary.cli.meant_options import missing_argument  # only for what is mistyped

            remedy = missing_argument(self.prog) or remedy
        else:
            wrong = "the command line cannot be read"
        raise BadInput(wrong, remedy)

    def format_help(self) -> str:
        """Return the help, with the options that every command takes in its last line."""
        command = self.prog.removeprefix("heeldiary ")
        common = ("--diary PATH", "--json" * takes_json(command), "--plain" * (command != "demo"))
        return f"{super().format_help()}\nalso: {', '.join(filter(None, common))} (see heeldiary --help)\n"

    def print_help(self, file: "SupportsWrite[str] | None" = None) -> None:
        """Print the help to stdout."""
        if file is None and self.out is not None:
            columns = terminal_columns(self.out) or HELP_COLUMNS
            self.formatter_class = partial(_Formatter, width=min(columns, HELP_COLUMNS))
            self.out.write(fitted(self.format_help(), self.out))
        else:
            super().print_help(file)


def check_list(arguments: Arguments, *, json: bool) -> None:
    """Refuse --list without --json: it changes nothing else."""
    if arguments.list and not json:
        raise BadInput("--list is for --json alone", "add --json, or leave --list out")


def whole_number(lowest: int, highest: int, what: str) -> Callable[[str], int]:
    """Return an argparse type for a whole number within bounds."""
    return partial(parse_whole_number, lowest=lowest, highest=highest, what=what)
