"""`heeldiary` alone, `heeldiary routine` and `heeldiary demo`: the app."""

from collections.abc import Sequence

from heeldiary.cli.desk import Desk
from heeldiary.cli.parser import Parser
from heeldiary.domain.scales import parse_feet
from heeldiary.errors import BadInput


def run(name: str, argv: Sequence[str], desk: Desk) -> None:
    """Open the app, if there is a terminal for it."""
    arguments = parser(name).read(argv, desk.out)
    if (
        not all(stream.isatty() for stream in (desk.inp, desk.out, desk.err))
        or desk.environment.get("TERM", "") == "dumb"
    ):
        raise BadInput(
            "the app needs a terminal",
            "the commands do without one: heeldiary log 6, heeldiary status, heeldiary --help",
        )
    from heeldiary.tui.run import run_app, run_demo

    if name == "demo":
        status = run_demo(desk.environment, desk.clock, desk.random)
    elif name == "routine":
        feet = parse_feet(arguments.foot) if arguments.foot else ()
        status = run_app(desk.places, desk.clock, desk.random, "routine", feet)
    else:
        status = run_app(desk.places, desk.clock, desk.random)
    if status:
        raise SystemExit(status)


def parser(name: str) -> Parser:
    """The parser of one of the three."""
    if name == "routine":
        made = Parser(
            name, "Open the app in the massage routine.", "  heeldiary routine\n  heeldiary routine --foot both"
        )
        made.add_argument("-f", "--foot", metavar="F", help="left, right or both (default: the affected foot)")
        return made
    if name == "demo":
        return Parser(
            name, "Open the app on a made-up year. It is thrown away at the end; your own diary is not touched."
        )
    return Parser(name, "Open the app.")
