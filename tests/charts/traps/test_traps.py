"""The traps as pictures: something at every size, each in words as well, and true to the figures."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from heeldiary.charts.picture import Picture
from heeldiary.charts.traps.traps import ALL_COLUMNS, ALL_ROWS, draw_traps, pages, printed_traps
from heeldiary.domain.analysis.analysis import analyse
from heeldiary.domain.analysis.observations import Observations
from heeldiary.domain.analysis.results import Analysis
from heeldiary.domain.traps.text import SHORT_TITLES, TITLES, panels

START = date(2026, 8, 31)


def found(scores: dict[int, int], massaged: set[int], days: int = 100) -> Analysis:
    by_day = {START + timedelta(days=n): score for n, score in sorted(scores.items())}
    on = frozenset(START + timedelta(days=n) for n in massaged)
    return analyse(Observations("left", START + timedelta(days=days), by_day, frozenset(), massaged=on))


ENOUGH = found({n: 3 + n * 7 % 5 for n in range(100) if n % 9}, {n for n in range(10, 100) if n % 5 == 2})


@settings(deadline=None)
@given(
    st.dictionaries(st.integers(0, 100), st.integers(0, 10), max_size=90),
    st.sets(st.integers(0, 100)),
    st.integers(0, 3),
    st.integers(1, 200),
    st.integers(1, 60),
)
def test_any_diary_at_any_size(scores: dict[int, int], massaged: set[int], panel: int, columns: int, rows: int) -> None:
    picture = Picture(columns, rows)
    draw_traps(picture, found(scores, massaged), panel)
    assert all(len(cell.sign) == 1 and cell.sign.isprintable() for row in picture.cells for cell in row)


def test_each_trap_has_its_words_and_figures_at_80x24() -> None:
    for number, one in enumerate(panels(ENOUGH.traps, len(ENOUGH.observations.scores))):
        picture = Picture(76, 20)
        draw_traps(picture, ENOUGH, number)
        words = " ".join(picture.text().split())
        for sentence in one.beneath:
            assert sentence in words


def test_all_four_at_once_where_there_is_room() -> None:
    picture = Picture(ALL_COLUMNS, ALL_ROWS)
    draw_traps(picture, ENOUGH)
    assert all(title in picture.text() for title in TITLES)
    assert (pages(ALL_COLUMNS, ALL_ROWS), pages(ALL_COLUMNS - 1, ALL_ROWS)) == (1, len(TITLES))


def test_both_published_pictures_with_their_figures() -> None:
    picture = Picture(76, 20)
    draw_traps(picture, ENOUGH, 2)
    for figure in ("hospital: 80.5", "50", "45.6", "44", "general practice: about 20", "15 years"):
        assert figure in picture.text()


def test_the_worst_week_and_the_mean_after_it_are_named() -> None:
    worst = ENOUGH.traps.worst
    assert worst.worst is not None
    picture = Picture(76, 20)
    draw_traps(picture, ENOUGH, 0)
    assert f"{worst.weeks[worst.worst].mean:.1f}" in picture.text().split("after it")[0]
    assert f"{worst.after_mean:.1f}" in picture.text().split("after it")[0]
    assert f"worst {worst.weeks[worst.worst].mean:.1f}" in picture.text()


def test_printed_under_each_other() -> None:
    text = printed_traps(ENOUGH, 80).text()
    assert [line for line in text.split("\n") if line in TITLES] == [*TITLES]
    assert not text.endswith("\n")


def test_no_colour_is_needed_to_tell_logged_from_missing() -> None:
    picture = Picture(76, 20)
    draw_traps(picture, ENOUGH, 3)
    strip = [line for line in picture.text().split("\n") if "■" in line and "■ logged" not in line]
    assert sum(line.count("■") for line in strip) == len(ENOUGH.observations.scores)
    assert any("·" in line for line in strip)


def test_below_a_single_trap_each_other_one_is_told_in_a_sentence_where_all_fit() -> None:
    findings = ENOUGH
    for panel, title in enumerate(SHORT_TITLES):
        picture = Picture(114, 31)
        draw_traps(picture, findings, panel)
        lines = picture.text().splitlines()
        begun = [
            line.split("  ")[0] for line in lines[2:] if line.startswith(tuple(f"{one}   " for one in SHORT_TITLES))
        ]
        assert begun == [other for other in SHORT_TITLES if other != title]
    picture = Picture(76, 19)
    draw_traps(picture, findings, 0)
    assert not [line for line in picture.text().splitlines()[2:] if line.startswith(SHORT_TITLES[1:])]
