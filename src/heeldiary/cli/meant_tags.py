"""Tags in a refused command line; imported for refusals alone."""

import re
from collections.abc import Sequence

from heeldiary.cli.meant_amounts import WITH_OPTIONS, before_options

_MOST_TAGS = 3
"""The most words behind `tag` that are taken for tags; more may be a note."""

_BESIDE = ("last", "add", "set")


def tag_line(words: Sequence[str]) -> str | None:
    """Return how tags are added, as in `tag work`: to the last entry, or to a day if there are options."""
    given = before_options(words)
    typed = [word.lstrip("#") for word in given[1:] if word.lower() not in _BESIDE]
    if words[0].lower() != "tag" or not 1 <= len(typed) <= _MOST_TAGS or not all(map(_is_tag, typed)):
        return None
    tags = " ".join(f'--tag "{word}"' if " " in word else f"--tag {word}" for word in typed)
    if len(given) == len(words):
        return f"did you mean `heeldiary edit last {tags}`?"
    return f'did you mean `heeldiary note "" {tags}`{WITH_OPTIONS}?'


def renamed_tag(words: Sequence[str]) -> str | None:
    """Return how a tag is renamed, as in `rename tag rain wet`."""
    typed = [word for word in before_options(words)[1:] if word.lower() not in ("tag", "tags", "to")]
    names = [found[1] for word in typed if (found := re.fullmatch(r"#?(\w{1,40})", word))]
    is_whole = words[0].lower() == "rename" and len(names) == len(typed) == 2
    return f"did you mean `heeldiary tags rename {' '.join(names)}`?" if is_whole else None


def _is_tag(word: str) -> bool:
    return re.fullmatch(r"(?=.{1,40}$)\w+(?:[ -]\w+){0,2}", word) is not None
