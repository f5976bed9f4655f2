"""`heeldiary` alone and `heeldiary demo`: the app."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from heeldiary.cli.context import Desk
from heeldiary.domain.scales import Foot
from heeldiary.errors import BadInput, Refused

if TYPE_CHECKING:
    from heeldiary.cli.parser import Parser


def run(name: str, argv: Sequence[str], desk: Desk) -> None:
    """Open the app, if there is a terminal for it."""
    if argv:
        parser(name).read(argv, desk.out)
    open_app(desk, name or "diary")


def open_app(desk: Desk, name: str, feet: tuple[Foot, ...] = (), routine: str | None = None) -> None:
    """Open the app in a screen, or on the demo; raises SystemExit with its status where that is not 0."""
    if (
        not all(stream.isatty() for stream in (desk.inp, desk.out, desk.err))
        or desk.environment.get("TERM", "") == "dumb"
    ):
        without = (
            "log 6, heeldiary status, heeldiary --help" if name != "routine" else "routine --plain, heeldiary log 6"
        )
        raise BadInput("the app needs a terminal", f"the commands do without one: heeldiary {without}")
    from heeldiary.tui.run import run_demo

    if name == "demo":
        status = run_demo(desk.environment, desk.clock, desk.random)
    else:
        status = _run_app(desk, name, feet, routine)
    if status:
        raise SystemExit(status)


def _run_app(desk: Desk, name: str, feet: tuple[Foot, ...], routine: str | None) -> int:
    """Run the app; where the file is a copy that lacks the marks of a diary, the person may have them set first."""
    from heeldiary.tui.run import run_app

    try:
        return run_app(desk.places, desk.clock, desk.random, name, feet, routine)
    except Refused:
        if not desk.marks_set():
            raise
        return run_app(desk.places, desk.clock, desk.random, name, feet, routine)


def parser(name: str) -> "Parser":
    """The parser of one of the two."""
    from heeldiary.cli.parser import Parser  # the app itself opens sooner without

    if name == "demo":
        return Parser(
            name, "Open the app on a made-up year. It is thrown away at the end; your own diary is not touched."
        )
    return Parser(name, "Open the app.")
