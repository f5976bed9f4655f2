"""Typing a ten: a 1 and then a 0 within a second."""

TEN_SECONDS = 1.0
"""The longest time between the 1 and the 0."""


class TenTyping:
    """Remembers a pending 1 and its place."""

    def __init__(self) -> None:
        self._one: tuple[object, float] | None = None

    def completes_ten(self, digit: int, place: object, seconds: float) -> bool:
        """Return whether a digit at a place and time, in seconds, completes a ten."""
        pending, self._one = self._one, (place, seconds) if digit == 1 else None
        return digit == 0 and pending is not None and pending[0] == place and seconds - pending[1] <= TEN_SECONDS

    def forget(self) -> None:
        """Forget a pending 1."""
        self._one = None
