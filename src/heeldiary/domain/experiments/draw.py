"""The draw: how the coins follow from a seed, so anyone can check it by hand.

A block of four days has one of six orders with two of each; a pair of weeks one of two. For block n (from 1), take the
SHA-256 of the text `SEED:n`, read its first eight digits as a hexadecimal number, and divide it by the number of
orders: the remainder is the order's index.
"""

from collections.abc import Callable
from hashlib import sha256, shake_256

from heeldiary.domain.experiments.experiment import BLOCK_DAYS, BLOCK_WEEKS, Unit

ORDERS: dict[Unit, tuple[str, ...]] = {
    "day": ("HHTT", "HTHT", "HTTH", "THHT", "THTH", "TTHH"),
    "week": ("HT", "TH"),
}
"""The orders of a block, all equally likely."""

BLOCK: dict[Unit, int] = {"day": BLOCK_DAYS, "week": BLOCK_WEEKS}
"""The units of a block."""

_SEED_BYTES = 16
FAIR = (1 << 16) // 6 * 6
"""Sixteen-bit numbers below this are uniform over six and over two orders."""


def new_seed(random: Callable[[int], bytes]) -> str:
    """Return a seed of 128 random bits, in hexadecimal."""
    return random(_SEED_BYTES).hex()


def fingerprint(seed: str) -> str:
    """Return a seed's fingerprint to write down at the start and compare at the end: 16 digits of its SHA-256."""
    return sha256(seed.encode()).hexdigest()[:16]


def draw(seed: str, unit: Unit, length: int) -> str:
    """Return the coins of a number of units."""
    orders = ORDERS[unit]
    blocks = -(-length // BLOCK[unit])
    return "".join(orders[_number(seed, block) % len(orders)] for block in range(1, blocks + 1))[:length]


def redraw_bytes(seed: str, numbers: int) -> bytes:
    """Return bytes for drawing again: SHAKE-256 of the text `SEED:again`, two for each number and some spare.

    Read as 16-bit numbers, skipping `FAIR` and above; the remainders are the orders of the blocks. The same diary gives
    the same result on every machine and with every library version.
    """
    return shake_256(f"{seed}:again".encode()).digest(2 * (numbers + 512))


def _number(seed: str, block: int) -> int:
    return int(sha256(f"{seed}:{block}".encode()).hexdigest()[:8], 16)
