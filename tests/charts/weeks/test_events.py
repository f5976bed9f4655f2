"""What the person began, on the weekly chart: a line from its day on, with its name, over nothing that is drawn."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeldiary.charts.picture import Picture
from heeldiary.charts.views import trends_picture
from heeldiary.charts.weeks.events import draw_events
from heeldiary.charts.weeks.frame import week_columns
from heeldiary.charts.weeks.view import rows_for_visits
from heeldiary.charts.weeks.weeks import draw_weeks
from heeldiary.domain.weeks.weeks import CareDay, Event
from tests.charts.weeks_of_scores import START, subject_of

ROWS = 21
LEVEL = [[4, 5, 4]] * 12


def chart(weeks: list[list[int]], events: list[Event], columns: int = 88) -> tuple[Picture, Picture]:
    """The chart of some weeks without and with events."""
    subject = subject_of(weeks)
    laid = week_columns(subject.trends.weeks, columns, 4)
    pictures = Picture(columns, ROWS), Picture(columns, ROWS)
    for picture in pictures:
        draw_weeks(picture, 0, ROWS, laid, "left", subject.selected, {})
    draw_events(pictures[1], 0, ROWS, laid, events)
    return pictures


def test_a_line_stands_on_the_day_with_the_name_at_its_top() -> None:
    _, picture = chart(LEVEL, [Event(START + timedelta(days=7 * 3 + 2), "night splint")])
    lines = picture.text().split("\n")
    assert lines[0][27:40] == "┊night splint", "a week is seven columns wide: a day has one"
    assert all(line[27] == "┊" for line in lines[1:8])
    assert lines[ROWS - 1][27] == "─", "the line at 0 is the chart's own"


def test_a_name_that_would_pass_the_edge_is_to_the_left_of_its_line() -> None:
    _, picture = chart(LEVEL, [Event(START + timedelta(days=7 * 11 + 3), "night splint")])
    assert picture.text().split("\n")[0][72:85] == "night splint┊"


def test_two_names_of_a_day_are_on_both_sides_of_it_and_a_long_one_is_cut() -> None:
    day = START + timedelta(days=7 * 5)
    _, picture = chart(LEVEL, [Event(day, "insoles"), Event(day, "stretching before breakfast every day")])
    lines = picture.text().split("\n")
    assert lines[0][15:47] == "stretching before break…┊insoles"


def test_a_name_is_rather_lower_or_across_another_line_than_cut() -> None:
    days = [START + timedelta(days=7 * week) for week in (5, 7, 10)]
    _, picture = chart(LEVEL, [Event(day, f"{number} night splint") for number, day in enumerate(days)])
    lines = picture.text().split("\n")
    assert lines[0][25:69] == "0 night splint┊┈┈┈┈┈┈┈┈┈┈┈┈┈┊1 night splint┈"
    assert lines[1][60:75] == "2 night splint┊"
    _, crowded = chart(LEVEL, [Event(START + timedelta(days=7 * week), "a splint all night") for week in (0, 2)])
    first, second, third = crowded.text().split("\n")[:3]
    assert first[4:24] == "┊a splint all night┈"
    assert second[4:37] == "┊             ┊a splint all night"
    assert third[4:] == "┊             ┊"


@given(
    st.lists(st.lists(st.integers(0, 10), max_size=7), min_size=12, max_size=104),
    st.lists(
        st.builds(Event, st.dates(START - timedelta(days=9), START + timedelta(days=740)), st.text("ab ", max_size=30))
    ),
)
def test_nothing_that_is_drawn_is_covered(weeks: list[list[int]], events: list[Event]) -> None:
    before, after = chart(weeks, events)
    for old_row, new_row in zip(before.cells, after.cells, strict=True):
        for old, new in zip(old_row, new_row, strict=True):
            assert new == old or (
                old.sign in " ┈─" and old.ink.back in (None, "raised") and old.ink.back == new.ink.back
            )


@pytest.mark.parametrize(("columns", "rows"), [(52, 20), (89, 34), (60, 50)])
def test_the_weeks_view_draws_what_began(columns: int, rows: int) -> None:
    subject = subject_of(LEVEL)._replace(events=[Event(START + timedelta(days=30), "insoles")])
    assert "┊insoles" in trends_picture("weeks", subject, columns, rows, alone=False).text()


def test_lanes_stand_above_the_loads_and_are_named_beside_the_picture_or_in_it() -> None:
    care = [CareDay(START + timedelta(days=7 * n), "stretching") for n in range(12)]
    subject = subject_of(LEVEL)._replace(care_days=care)
    lane = trends_picture("weeks", subject, 88, 34, alone=False).text().split("\n")[29]
    assert lane.split() == ["▪"] * 12, "the text beside it has the name"
    alone = trends_picture("weeks", subject, 92, 34).text()
    assert "stret" in alone


def test_the_name_of_a_lane_leaves_its_marks() -> None:
    """Behind a number of two figures there is a blank; in a long diary the name stands between the marks."""
    care = [CareDay(START + timedelta(days=7 * n), "acupuncture", "spring", 10 + n) for n in range(2)]
    assert "11 acupuncture" in trends_picture("weeks", subject_of(LEVEL)._replace(care_days=care), 92, 34).text()
    weeks = [[5] * 7] * 60
    for days in ([0, 7, 14, 400, 413], [0, *range(140, 414, 7)]):
        care = [CareDay(START + timedelta(days=day), "ice") for day in days]
        subject = subject_of(weeks)._replace(care_days=care)
        lanes = [
            line for line in trends_picture("weeks", subject, 88, 34, alone=False).text().split("\n") if "▪" in line
        ]
        assert [lane.count("▪") for lane in lanes] == [len(days)]
        assert "ice" in lanes[0]


def test_every_course_has_a_lane_in_the_printed_picture() -> None:
    care = [CareDay(START + timedelta(days=70), "acupuncture", "spring", 1)]
    care += [CareDay(START + timedelta(days=71 + n), "physiotherapy", "knees", n + 1) for n in range(2)]
    subject = subject_of(LEVEL)._replace(care_days=care)
    rows = rows_for_visits(subject, 68, 31)
    text = trends_picture("weeks", subject, 68, rows).text()
    assert "acupuncture 1" in text
    assert "physiotherapy 2" in text
    assert rows_for_visits(subject._replace(care_days=()), 68, 31) == 31


def test_a_wide_name_moves_nothing_of_its_row() -> None:
    event = Event(START + timedelta(days=7 * 3 + 2), "李医生")
    before, picture = chart([[9, 9, 9]] * 3 + [[4, 5, 4]] * 9, [event])
    row = next(row for row in picture.cells if "李" in "".join(cell.sign for cell in row))
    at = next(column for column, cell in enumerate(row) if cell.sign == "李")
    assert [cell.sign for cell in row[at : at + 6]] == ["李", "", "医", "", "生", ""]
    assert len(row) == 88
    unnamed = before.cells[picture.cells.index(row)]
    assert [cell.sign for cell in row[at + 6 :]] == [cell.sign for cell in unnamed[at + 6 :]]
