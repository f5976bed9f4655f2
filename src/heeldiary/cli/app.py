"""`heeldiary` alone and `heeldiary demo`: the app."""

import sys
from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, cast

from heeldiary.cli.context import CommandContext
from heeldiary.domain.scales import Foot
from heeldiary.errors import BadInput, Refused

if TYPE_CHECKING:
    from heeldiary.cli.parser import Parser


def run(name: str, argv: Sequence[str], context: CommandContext) -> None:
    """Open the app, if there is a terminal."""
    if argv:
        parser(name).read(argv, context.out)
    open_app(context, name or "diary")


def open_app(context: CommandContext, name: str, feet: tuple[Foot, ...] = (), routine: str | None = None) -> None:
    """Open the app on a screen, or the demo; raises SystemExit unless its status is 0."""
    if context.options.plain:
        raise BadInput(
            "the app has no plain form",
            "these have: heeldiary routine --plain, heeldiary trends --plain, heeldiary status --plain",
        )
    if (
        not all(stream.isatty() for stream in (context.inp, context.out, context.err))
        or context.environment.get("TERM", "") == "dumb"
    ):
        without = (
            "log 6, heeldiary status, heeldiary --help" if name != "routine" else "routine --plain, heeldiary log 6"
        )
        raise BadInput("the app needs a terminal", f"these work without one: heeldiary {without}")
    _import_asyncio_without_tls()
    from heeldiary.tui.run import run_demo

    if name == "demo":
        status = run_demo(context.environment, context.clock, context.random)
    else:
        status = _run_app(context, name, feet, routine)
    if status:
        raise SystemExit(status)


def _import_asyncio_without_tls() -> None:
    """Import asyncio as a Python without OpenSSL does: the app opens no connection, and starts sooner and smaller."""
    modules = cast("dict[str, object]", sys.modules)
    if "ssl" not in modules:
        modules["ssl"] = None
        import_module("asyncio")
        del modules["ssl"]


def _run_app(context: CommandContext, name: str, feet: tuple[Foot, ...], routine: str | None) -> int:
    """Run the app; for a copy without the header numbers of a diary, offer to set them first."""
    from heeldiary.tui.run import run_app

    try:
        return run_app(context.places, context.clock, context.random, name, feet, routine, announce=context.say)
    except Refused:
        if not context.marks_set():
            raise
        return run_app(context.places, context.clock, context.random, name, feet, routine, announce=context.say)


def parser(name: str) -> "Parser":
    """Return the parser of a command."""
    from heeldiary.cli.parser import Parser  # not needed to open the app

    if name == "demo":
        return Parser(
            name, "Open the app on a made-up year. It is deleted when you quit; your own diary is not touched."
        )
    return Parser(name, "Open the app.")
