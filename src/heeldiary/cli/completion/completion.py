"""`heeldiary completion`: the shells' scripts, and the answers to them."""

import sqlite3
from collections.abc import Sequence

from heeldiary.cli.context import CommandContext
from heeldiary.cli.parser import Parser
from heeldiary.errors import BadWord, Problem

SHELLS = ("bash", "zsh", "fish")

ANSWER = "--answer"
"""The scripts' option: `completion --answer SHELL -- WORDS`. Not in the help, as no person types it."""


def run(name: str, argv: Sequence[str], context: CommandContext) -> None:
    """Print a shell's script, or answer a request from one."""
    if argv and argv[0] == ANSWER:
        _answer(argv[1:], context)
        return
    shell = parser(name).read(argv, context.out).shell
    if shell not in SHELLS:
        works = "completion works in bash, zsh and fish"
        raise BadWord(works, "give one of them", shell, f"{works}, not in {{}}")
    context.out.write(script_of(shell))


def script_of(shell: str) -> str:
    """Return a shell's script: on Tab it asks heeldiary for candidates and reads them as text, line by line.

    No candidate is ever expanded: bash gets quoted words, zsh and fish quote what they insert.
    """
    from pathlib import Path

    return Path(__file__).with_name(f"heeldiary.{shell}").read_text("utf-8")


def parser(name: str) -> Parser:
    """Return the parser of `completion`."""
    parser = Parser(
        name,
        "Print the script that lets your shell complete heeldiary's commands and your tags, routines and ids.",
        '  bash: eval "$(heeldiary completion bash)"   in ~/.bashrc\n'
        "  zsh:  mkdir -p ~/.zfunc && heeldiary completion zsh > ~/.zfunc/_heeldiary   with ~/.zfunc in fpath\n"
        "  fish: mkdir -p ~/.config/fish/completions &&\n"
        "        heeldiary completion fish > ~/.config/fish/completions/heeldiary.fish",
    )
    parser.add_argument("shell", metavar="SHELL", help="bash, zsh or fish")
    return parser


def _answer(asked: Sequence[str], context: CommandContext) -> None:
    """Print the answer: `words` or `files`, then one candidate a line in the shell's format.

    The person is typing a command: never wait, and on any error print nothing.
    """
    from heeldiary.cli.completion.last_word import complete
    from heeldiary.cli.completion.protocol import read_request, write_answer

    try:
        line = read_request(asked[0], asked[2:])
        answer = complete(line.words, line.typed, context, line.redirected)
    except (Problem, OSError, ValueError, IndexError, sqlite3.Error):
        return
    context.out.write("".join(f"{text}\n" for text in write_answer(asked[0], line, answer)))
