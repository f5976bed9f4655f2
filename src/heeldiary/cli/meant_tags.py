"""Tags in a refused command line; imported for refusals alone."""

import re
from collections.abc import Sequence

from heeldiary.cli.meant_amounts import WITH_OPTIONS, before_options, without_day

_MOST_TAGS = 3
"""The most words behind `tag` that are taken for tags; more may be a note."""

_BESIDE = ("last", "add", "set")

_COMMANDS = {
    "rename": ("rename", "OLD NEW", (2,)),
    "merge": ("merge", "OLD INTO", (2, 3)),
    **dict.fromkeys(("delete", "remove"), ("delete", "TAG", (1, 2, 3))),
}
"""What is done to tags: its command, its arguments, and how many there can be."""


def tag_line(words: Sequence[str]) -> str | None:
    """Return how tags are added, as in `tag work`: to the last entry, or to a day if there is one, or options."""
    given = before_options(words)
    if words[0].lower() != "tag" or len(given) == 1:
        return None
    then = WITH_OPTIONS * (len(given) < len(words))
    if command := _command(*given[1:]):
        return f"did you mean `heeldiary {command}`{then}?"
    others, day = without_day(given[1:])
    typed = [word.lstrip("#") for word in others if word.lower() not in _BESIDE]
    if not 1 <= len(typed) <= _MOST_TAGS or not all(map(_is_tag, typed)):
        return None
    tags = " ".join(f"--tag {_as_argument(word)}" for word in typed)
    if not day and not then:
        return f"did you mean `heeldiary edit last {tags}`?"
    return f'did you mean `heeldiary note "" {tags}{day}`{then}?'


def _command(what: str, *words: str) -> str | None:
    """Return the command that lists tags or changes them on every entry, as in `tag rename wet rain`."""
    if what.lower() == "list":
        return "tags"
    if what.lower() not in _COMMANDS:
        return None
    command, metavars, counts = _COMMANDS[what.lower()]
    names = [word.lstrip("#") for word in words if word.lower() not in ("to", "into")]
    is_whole = len(names) in counts and all(map(_is_tag, names))
    return f"tags {command} {' '.join(map(_as_argument, names)) if is_whole else metavars}"


def renamed_tag(words: Sequence[str]) -> str | None:
    """Return how a tag is renamed, as in `rename tag rain wet`."""
    typed = [word for word in before_options(words)[1:] if word.lower() not in ("tag", "tags", "to")]
    names = [found[1] for word in typed if (found := re.fullmatch(r"#?(\w{1,40})", word))]
    is_whole = words[0].lower() == "rename" and len(names) == len(typed) == 2
    return f"did you mean `heeldiary tags rename {' '.join(names)}`?" if is_whole else None


def _as_argument(tag: str) -> str:
    """Return a tag, in quotes if it has several words."""
    return f'"{tag}"' if " " in tag else tag


def _is_tag(word: str) -> bool:
    return re.fullmatch(r"(?=.{1,40}$)\w+(?:[ -]\w+){0,2}", word) is not None
