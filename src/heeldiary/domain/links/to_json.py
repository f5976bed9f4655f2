"""Links as JSON."""

from heeldiary.domain.links.analysis_points import ENOUGH_PAIRS
from heeldiary.domain.links.links import LAG_DAYS, Links
from heeldiary.domain.links.text import format_reason


def links_to_json(links: Links) -> dict[str, object]:
    """Return the results of one foot."""
    return {
        "foot": links.foot,
        "pairs": links.pairs,
        "gate": {"have": links.pairs, "need": ENOUGH_PAIRS},
        "factors": [
            {
                "name": link.name,
                "lag_days": LAG_DAYS,
                "pairs": link.pairs,
                "verdict": link.verdict,
                "difference": link.difference,
                "interval": None if link.low is None else [link.low, link.high],
                "reason": format_reason(link),
            }
            for link in links.factors
        ],
    }
