"""One key has one digit, and a ten has two: a 0 typed at once after a 1 makes it a ten."""

TEN_SECONDS = 1.0
"""How soon the 0 comes after the 1."""


class TenTyping:
    """Remembers the 1 that was just typed, and where."""

    def __init__(self) -> None:
        self._one: tuple[object, float] | None = None

    def completes_ten(self, digit: int, place: object, seconds: float) -> bool:
        """Whether a digit typed at a place, at a time in seconds, makes a ten of the one before."""
        one, self._one = self._one, (place, seconds) if digit == 1 else None
        return digit == 0 and one is not None and one[0] == place and seconds - one[1] <= TEN_SECONDS

    def forget(self) -> None:
        """Whatever is typed now, it makes no ten."""
        self._one = None
