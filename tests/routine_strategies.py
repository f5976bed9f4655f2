"""Random routines, as the values that a file holds."""

from hypothesis import strategies as st

from heeldiary.domain.routine.points import POINTS
from heeldiary.domain.routine.routine import COUNTS_AS
from heeldiary.domain.routine.shape import ORDERS, WORDS

LINES = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")) | st.sampled_from("\"'\\#[]=\u202e\x1f\x7f"))
NAMES = st.from_regex(r"[a-z0-9][a-z0-9-]{0,39}", fullmatch=True)
BEATS = st.builds(
    lambda word, seconds: f"{word} {seconds}",
    st.text(st.characters(exclude_categories=("Cc", "Cs", "Nd", "Z")), min_size=1, max_size=20)
    .filter(lambda word: "," not in word and word[0] != "-"),
    st.integers(1, 60),
)  # fmt: skip


def words(most: int) -> st.SearchStrategy[str]:
    """A line of text within its bounds."""
    return LINES.filter(lambda text: len(text) <= most)


@st.composite
def steps(draw: st.DrawFn) -> dict[str, object]:
    """The values of a step as a file holds them."""
    shape: dict[str, object] = {"point": draw(st.sampled_from([*POINTS, "İİ", "toe curls"]))}
    if draw(st.booleans()):
        tempo = draw(st.lists(BEATS, min_size=1, max_size=6))
        shape["tempo"] = draw(st.sampled_from([", ", ","])).join(tempo)
        shape["repetitions"] = draw(st.integers(1, 5))
    else:
        shape["seconds"] = draw(st.integers(1, 1800))
        if draw(st.booleans()):
            shape |= {"keep-going": True, "up-to-seconds": draw(st.integers(1, 1800))}
    if draw(st.booleans()):
        shape |= {"sets": draw(st.integers(2, 5)), "rest-seconds": draw(st.integers(0, 600))}
    for key in draw(st.lists(st.sampled_from([*WORDS]), unique=True, max_size=4)):
        shape[key] = draw(words(WORDS[key]) | st.sampled_from([getattr(POINTS["ki1"], key)]))
    return shape


@st.composite
def routines(draw: st.DrawFn) -> dict[str, object]:
    """The values of a routine as a file holds them."""
    made = draw(st.lists(steps(), min_size=1, max_size=4))
    shape: dict[str, object] = {"name": draw(NAMES), "step": made}
    for key, values in {
        "title": words(40), "about": words(600), "source": words(300), "counts-as": st.sampled_from(COUNTS_AS),
        "order": st.sampled_from(ORDERS), "ready-seconds": st.integers(3, 60), "load-rule": st.booleans(),
    }.items():  # fmt: skip
        if draw(st.booleans()):
            shape[key] = draw(values)
    weeks = sorted(draw(st.sets(st.integers(0, 520), max_size=3)))
    if any("tempo" in step for step in made):
        stages = st.tuples(st.integers(1, 10), st.integers(1, 5))
        shape["stage"] = [
            dict(zip(("after-weeks", "sets", "repetitions"), (week, *draw(stages)), strict=True)) for week in weeks
        ]
    return shape
