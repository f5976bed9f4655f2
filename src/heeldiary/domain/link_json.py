"""Links as `links --json` prints them."""

from heeldiary.domain.link_looks import ENOUGH_PAIRS
from heeldiary.domain.link_words import reason_words
from heeldiary.domain.links import LAG_DAYS, Links


def links_json(found: Links) -> dict[str, object]:
    """The shape for one foot."""
    return {
        "foot": found.foot,
        "pairs": found.pairs,
        "gate": {"have": found.pairs, "need": ENOUGH_PAIRS},
        "factors": [
            {
                "name": link.name,
                "lag_days": LAG_DAYS,
                "pairs": link.pairs,
                "verdict": link.verdict,
                "difference": link.difference,
                "interval": None if link.low is None else [link.low, link.high],
                "reason": reason_words(link),
            }
            for link in found.factors
        ],
    }
