"""Whole numbers as they are typed: `6200`, `6,200`."""

import re

from heeldiary.errors import BadWord


def parse_whole_number(typed: str, lowest: int, highest: int, what: str) -> int:
    """Parse a whole number within bounds, with or without commas between thousands; raises BadInput."""
    digits = typed.replace(",", "") if re.fullmatch(r"\d{1,3}(,\d{3})+", typed, re.ASCII) else typed
    plain = digits.isascii() and digits.isdigit() and len(digits) <= len(str(highest))
    if not plain or not lowest <= int(digits) <= highest:
        wanted = f"{what} are given as a whole number from {lowest} to {highest:,}"
        raise BadWord(wanted, "write it in plain digits", typed, f"{wanted}, not {{}}")
    return int(digits)
