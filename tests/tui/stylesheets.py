"""Textual's stylesheets, parsed once a process instead of twice a start of the app."""

from collections.abc import Callable
from typing import Concatenate, ParamSpec

from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

Where = ParamSpec("Where")


def parsed_once(
    parse: Callable[Concatenate[Stylesheet, Where], list[RuleSet]],
) -> Callable[Concatenate[Stylesheet, Where], list[RuleSet]]:
    """Textual's own parser with a memory: the same text with the same variables has the same rules.

    Textual remembers them too, but for one app alone; it only reads a rule once it is parsed.
    """
    known: dict[object, list[RuleSet]] = {}
    names: dict[frozenset[tuple[str, str]], int] = {}

    def rules(sheet: Stylesheet, /, *where: Where.args, **whence: Where.kwargs) -> list[RuleSet]:
        colours = names.setdefault(frozenset(sheet._variables.items()), len(names))
        key = (colours, where, tuple(sorted(whence.items())))
        if key not in known:
            known[key] = parse(sheet, *where, **whence)
        return known[key]

    return rules
