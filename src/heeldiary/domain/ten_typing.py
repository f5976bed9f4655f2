"""Typing a ten, a 1 and then a 0 within a second; and what looks like a score with a decimal point."""

TEN_SECONDS = 1.0
"""The longest time between the 1 and the 0."""
_LATE_SECONDS = 5.0
"""Up to then a 0 after a 1 may have been meant for a ten."""


class TenTyping:
    """Remembers a pending 1 and its place."""

    def __init__(self) -> None:
        self._one: tuple[object, float] | None = None
        self.was_late = False
        """Whether the last digit was a 0 that came too late after a 1."""

    def completes_ten(self, digit: int, place: object, seconds: float) -> bool:
        """Return whether a digit at a place and time, in seconds, completes a ten."""
        pending, self._one = self._one, (place, seconds) if digit == 1 else None
        since_one = seconds - pending[1] if digit == 0 and pending and pending[0] == place else None
        self.was_late = since_one is not None and TEN_SECONDS < since_one <= _LATE_SECONDS
        return since_one is not None and since_one <= TEN_SECONDS

    def forget(self) -> None:
        """Forget a pending 1."""
        self._one = None


class DecimalTyping:
    """Notices a decimal point or comma that was typed right behind a digit, and the digits behind it, as in `6.5`."""

    def __init__(self) -> None:
        self._last = ""
        """`digit` or `point`."""
        self._at = 0.0

    def continues(self, character: str, seconds: float) -> bool:
        """Return whether a character, typed at a time in seconds, is a comma behind a digit, or a digit behind both.

        Not a point: it goes to today, where the digit before it is left alone.
        """
        soon = seconds - self._at <= TEN_SECONDS
        is_digit = character.isascii() and character.isdigit()
        is_part = soon and self._last == "point" and is_digit
        is_point = soon and self._last == "digit" and character in (".", ",")
        self._last, self._at = "point" if is_point or is_part else "digit" if is_digit else "", seconds
        return is_part or (is_point and character == ",")
