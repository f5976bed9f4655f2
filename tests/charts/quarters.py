"""A picture read back as quarter cells: what colour each is."""

from heeldiary.charts.picture import Picture

_SIGNS = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"


def quarters(picture: Picture) -> list[list[str | None]]:
    """The role of each quarter cell; signs that are no blocks count as background."""
    read: list[list[str | None]] = []
    for cells in picture.cells:
        for low in (0, 2):
            read.append([])
            for sign, ink in cells:
                mask = _SIGNS.find(sign) if sign in _SIGNS else 0
                read[-1].extend(ink.fore if mask & 1 << low + right else ink.back for right in (0, 1))
    return read
