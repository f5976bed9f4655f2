"""What slowest.txt leaves to `make thorough` is there."""

import re
from pathlib import Path

from tests.conftest import SLOWEST

ROOT = Path(__file__).parents[1]


def test_each_named_test_exists() -> None:
    missing = [
        name
        for name in sorted(SLOWEST)
        for path, _, test in (name.partition("::"),)
        if not re.search(rf"\bdef {test}\(", (ROOT / path).read_text("utf-8"))
    ]
    assert missing == []
