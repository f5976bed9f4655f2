"""What a key stands for that no action has: a capital, a digit of another script, a letter by its place."""

from collections.abc import Mapping
from typing import NamedTuple
from unicodedata import decimal

from textual.events import Key

from heeldiary.domain.text import display_text

_LATIN = "qwertyuiop[]asdfghjklzxcvbnm,."
_BY_PLACE = {
    "ЙЦУКЕН": "йцукенгшщзхъфывапролдячсмитьбю",
    "Greek": ";ςερτυθιοπ[]ασδφγηξκλζχψωβνμ,.",
}
_ALSO_BY_PLACE = {"і": "s", "ї": "]", "ў": "o"}  # Ukrainian and Belarusian
_NUMBER_ROWS = {
    "French": "&é\"'(-è_çà", "Belgian": "&é\"'(§è!çà", "Czech": "+ěščřžýáíé", "Slovak": "+ľščťžýáíé",
    "Lithuanian": "ąčęėįšųū",
}  # fmt: skip
"""What the keys of 1 to 9 and 0 type without shift."""
_ROW_OF_LOCALE = {
    "fr": "French", "fr_fr": "French", "fr_be": "Belgian", "nl_be": "Belgian", "cs": "Czech", "cs_cz": "Czech",
    "sk": "Slovak", "sk_sk": "Slovak", "lt": "Lithuanian", "lt_lt": "Lithuanian",
}  # fmt: skip
"""The locales whose keyboards have signs in place of digits; others (Canada, Switzerland) type digits without shift."""
_NAMES = {"[": "left_square_bracket", "]": "right_square_bracket", ".": "full_stop", ",": "comma"}

CAPITALS_OF_THEIR_OWN = "MU"
"""Capitals that are keys of their own; they never stand for the small letter."""

NOT_BY_PLACE = ("quit", "finish", "stop", "clear", "feeling('sharp')")
"""Actions that need their own letter: what one hits by mistake must not end anything."""

_SPOKEN_OF = ("enter", "delete")
"""Keys without a character that are expected to do something."""

_PLACES = {
    own: latin
    for row in _BY_PLACE.values()
    for own, latin in zip(row, _LATIN, strict=False)
    if own not in _LATIN and own != ";"
} | _ALSO_BY_PLACE


class Meaning(NamedTuple):
    """The key that a character stands for."""

    key: str
    """In Textual's notation."""
    by_place: bool = False
    """Whether it is only at the same place of another keyboard."""


def meaning(character: str, locale: str = "") -> Meaning | None:
    """Return what a character stands for, or None; signs are digits by the `locale` alone, as of `locale_of`."""
    small = character.lower()
    if character.isupper() and len(small) == 1 and small != character:
        meant = meaning(small, locale) or Meaning(small)
        return None if meant.key.upper() in CAPITALS_OF_THEIR_OWN else meant
    digit = decimal(character, None)
    if digit is not None:
        return Meaning(str(digit))
    place = _PLACES.get(character)
    if place is not None:
        return Meaning(_NAMES.get(place, place), by_place=True)
    row = _NUMBER_ROWS.get(_ROW_OF_LOCALE.get(locale, ""), "")
    return Meaning(str((row.index(character) + 1) % 10), by_place=True) if character in row else None


def stand_in(event: Key, bound: Mapping[str, str], locale: str = "") -> str:
    """Turn a key without an action into the one it stands for; return what to say of it, or "".

    `bound` has the action of each key.
    """
    character = event.character
    if event.key in _SPOKEN_OF and event.key not in bound:
        return _nothing(event.key)
    if character is None or not character.isprintable() or character == " " or event.key in bound:
        return ""
    meant = meaning(character, locale)
    if meant is None or meant.key not in bound or (meant.by_place and bound[meant.key] in NOT_BY_PLACE):
        return explain_nothing(character)
    event.key = event.character = meant.key
    return f"{character} was taken as {meant.key}" if meant.by_place and meant.key.isdigit() else ""


def stand_in_for_dialog(event: Key) -> None:
    """Turn a capital into its small letter, and a digit of another script into ours."""
    meant = meaning(event.character) if event.character is not None and event.character.isprintable() else None
    if meant is not None and not meant.by_place:
        event.key = event.character = meant.key


def explain_nothing(character: str) -> str:
    """Say why a character does nothing, in a line."""
    if not character.isascii() and any(character in row for row in _NUMBER_ROWS.values()):
        return f"{character} is on the number row of some keyboards: hold shift for the digit."
    return _nothing(display_text(character))


def _nothing(key: str) -> str:
    return f"{key} does nothing here; ? lists the keys."


def locale_of(environment: Mapping[str, str]) -> str:
    """Return the language and the country of the locale: `fr_fr` of `fr_FR.UTF-8`; empty for none."""
    locale = next(filter(None, map(environment.get, ("LC_ALL", "LC_CTYPE", "LANG"))), "") or ""
    return locale.partition(".")[0].partition("@")[0].lower()
