"""Cutting long runs of zero-width characters: accents, joiners, selectors, tags."""

import re

_JAMO = "\u1160-\u11ff\u3164\ud7b0-\ud7ff\uffa0"  # letters that join the previous one
_SKIN_TONES = "\U0001f3fb-\U0001f3ff"
_RUN = re.compile(rf"(?:[^\w\s\x00-\x7e]|[{_JAMO}]){{2,}}")
_WITHOUT_WIDTH = re.compile(f"[{_JAMO}{_SKIN_TONES}]")
_CATEGORIES = {"Mn", "Mc", "Me", "Cf"}
_NEWER_EMOJI = range(0x1F000, 0x1FB00)


def cut_marks(text: str, most: int) -> str:
    """Return a text with each run of zero-width characters cut after `most`, followed by `…`."""

    def cut(match: re.Match[str]) -> str:
        run = match[0]
        return run if len(run) <= most else _cut(run, most)

    return _RUN.sub(cut, text)


def _cut(run: str, most: int) -> str:
    characters: list[str] = []
    so_far = 0
    for character in run:
        so_far = so_far + 1 if _has_no_width(character) else 0
        if so_far <= most:
            characters.append(character)
        elif so_far == most + 1:
            characters.append("…")
    return "".join(characters)


def _has_no_width(character: str) -> bool:
    """Return whether a character has no width; unknown ones count as such."""
    import unicodedata  # only needed for a long run

    category = unicodedata.category(character)
    if category == "Cn":
        return ord(character) not in _NEWER_EMOJI
    return category in _CATEGORIES or _WITHOUT_WIDTH.match(character) is not None
