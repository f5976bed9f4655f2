"""Times of day as people type them."""

from datetime import datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeldiary.domain.typed_times import parse_time
from heeldiary.errors import BadInput

NOW = datetime(2026, 11, 22, 7, 4, 5, 123000)


@given(st.times())
def test_every_form_of_a_time_is_that_time(moment: time) -> None:
    wanted = moment.replace(second=0, microsecond=0)
    hour, half = wanted.hour % 12 or 12, "am" if wanted.hour < 12 else "PM"
    forms = (
        f"{moment:%H:%M}", f"{moment.hour}:{moment:%M}", f"{moment:%H.%M}", f"{moment:%H}h{moment:%M}",
        f"{moment:%H%M}", f"{hour}:{moment:%M}{half}", f" {hour}:{moment:%M} {half} ",
    )  # fmt: skip
    assert {parse_time(form, NOW) for form in forms} == {wanted}


@pytest.mark.parametrize(
    ("typed", "wanted"), [("now", time(7, 4)), ("12am", time(0)), ("12pm", time(12)), ("7pm", time(19))]
)
def test_in_words(typed: str, wanted: time) -> None:
    assert parse_time(typed, NOW) == wanted


@pytest.mark.parametrize(
    "typed", ["", "7", "24:00", "23:60", "13pm", "0pm", "1:2", "-1:00", "07:30:15", "noon", "７:30", "7:30 xm"]
)
def test_what_is_no_time_is_refused(typed: str) -> None:
    with pytest.raises(BadInput, match="not a time of day"):
        parse_time(typed, NOW)
