"""The coins: how they follow from a seed, so that anyone can check by hand that nothing was chosen.

A block of four days has one of six orders, two of each; a pair of weeks one of two. Block n (from 1) takes the
SHA-256 of the text `SEED:n`, reads its first eight digits as a hexadecimal number, and divides it by the number of
orders: the remainder says which (0 for the first).
"""

from collections.abc import Callable
from hashlib import sha256, shake_256

from heeldiary.domain.experiments.experiment import BLOCK_DAYS, BLOCK_WEEKS, Unit

ORDERS: dict[Unit, tuple[str, ...]] = {
    "day": ("HHTT", "HTHT", "HTTH", "THHT", "THTH", "TTHH"),
    "week": ("HT", "TH"),
}
"""The orders that a block can have, each as likely as any other."""

BLOCK: dict[Unit, int] = {"day": BLOCK_DAYS, "week": BLOCK_WEEKS}
"""How many units a block has."""

_SEED_BYTES = 16
FAIR = (1 << 16) // 6 * 6
"""Sixteen-bit numbers below it favour none of six orders, and none of two."""


def new_seed(random: Callable[[int], bytes]) -> str:
    """A seed of 128 random bits, in hexadecimal."""
    return random(_SEED_BYTES).hex()


def fingerprint(seed: str) -> str:
    """What can be noted down at the start and compared at the end: SHA-256 of the seed, its first 16 digits."""
    return sha256(seed.encode()).hexdigest()[:16]


def draw(seed: str, unit: Unit, length: int) -> str:
    """The coins of that many units."""
    orders = ORDERS[unit]
    blocks = -(-length // BLOCK[unit])
    return "".join(orders[_number(seed, block) % len(orders)] for block in range(1, blocks + 1))[:length]


def redraw_bytes(seed: str, numbers: int) -> bytes:
    """Bytes for throwing the coins again: SHAKE-256 of the text `SEED:again`, two for each number and some to spare.

    Read as 16-bit numbers, of which `FAIR` and above are passed over, their remainders say which order a block has. So
    the same diary gives the same digits on every machine and with every version of every library.
    """
    return shake_256(f"{seed}:again".encode()).digest(2 * (numbers + 512))


def _number(seed: str, block: int) -> int:
    return int(sha256(f"{seed}:{block}".encode()).hexdigest()[:8], 16)
