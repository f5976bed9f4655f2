"""Parsing a command line. Errors are a sentence with a remedy and never repeat what was typed."""

import argparse
import re
from argparse import Namespace
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, NoReturn, TextIO

from heeldiary.cli.streams import fitted, terminal_columns
from heeldiary.domain.encoding import holds_other_bytes
from heeldiary.domain.whole_numbers import parse_whole_number
from heeldiary.errors import BadInput

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

Arguments = Namespace

HELP_COLUMNS = 100
"""The width of help texts, unless the terminal is narrower."""

_NOTE_HINT = "a note needs quotes"

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
        arguments, unknown = self.parse_known_args(argv)
        if unknown:
            self._refuse(unknown)
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

    def _refuse(self, unknown: Sequence[str]) -> NoReturn:
        """Refuse extra words. Only an option is repeated in the message; other words may be a note."""
        from difflib import get_close_matches

        from heeldiary.cli.guesses import extra_words

        option = unknown[0].partition("=")[0]
        known = [name for action in self._actions for name in action.option_strings]
        named = option.startswith("--") and option.isascii() and option.isprintable() and len(option) <= 40
        close = get_close_matches(option, known, 1) if named else []
        metavars = [str(action.metavar) for action in self._actions]
        guess = f"did you mean {close[0]}?" if close else None if named else extra_words(unknown, known, metavars)
        raise BadInput(
            f"`{self.prog}` has no option {option}" if named else f"`{self.prog}` got too many arguments",
            guess or self._how(),
        )

    def _how(self) -> str:
        """Return where to read more; a short command's options themselves."""
        how = f"`{self.prog} --help` shows how"
        if self._takes_text():
            return f"{how}; {_NOTE_HINT}"
        options = [self._formatted(action) for action in self._actions if action.option_strings][1:]
        return f"its options are {', '.join(options)}; {how}" if 0 < len(options) <= _FEW_OPTIONS else how

    def _takes_text(self) -> bool:
        return any(action.metavar == "TEXT" for action in self._actions)

    def _formatted(self, action: argparse.Action) -> str:
        return f"{action.option_strings[-1]} {action.metavar}" if action.nargs != 0 else action.option_strings[-1]

    def error(self, message: str) -> NoReturn:
        """Raise argparse's error without the typed words."""
        if message.startswith("argument "):
            name = message.removeprefix("argument ").partition(":")[0]
            wrong = f"{name} needs a value" if "expected" in message else f"{name} is not valid"
        elif "required:" in message:
            wrong = f"`{self.prog}` needs {message.partition('required: ')[2]}"
        else:
            wrong = "the command line cannot be read"
        raise BadInput(wrong, f"`{self.prog} --help` shows how, with examples")

    def print_help(self, file: "SupportsWrite[str] | None" = None) -> None:
        """Print the help to stdout."""
        if file is None and self.out is not None:
            columns = terminal_columns(self.out) or HELP_COLUMNS
            self.formatter_class = partial(_Formatter, width=min(columns, HELP_COLUMNS))
            self.out.write(fitted(self.format_help(), self.out))
        else:
            super().print_help(file)


def whole_number(lowest: int, highest: int, what: str) -> Callable[[str], int]:
    """Return an argparse type for a whole number within bounds."""
    return partial(parse_whole_number, lowest=lowest, highest=highest, what=what)
