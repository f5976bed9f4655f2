"""JSON that a terminal may be given: nothing in it turns the line or cannot be seen, and it reads back the same."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeldiary.domain.text import json_escaped
from tests.runner import Heeldiary

SEEN = {0x600, 0x601, 0x602, 0x603, 0x604, 0x605, 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD}
"""Format characters that are drawn: signs around a number."""
UNSEEN = [
    chr(code)
    for code in (*range(0xD800), *range(0xE000, 0x20000), *range(0xE0000, 0xE1000))  # none lies outside of these planes
    if code not in SEEN
    and code not in range(0x13430, 0x13440)  # joiners of hieroglyphs
    and (
        unicodedata.category(chr(code)) in ("Cc", "Cf", "Zl", "Zp")
        or "VARIATION SELECTOR" in unicodedata.name(chr(code), "")
    )
]
TEXTS = st.text(
    st.sampled_from([*UNSEEN[::3], "a", '"', "\\", "é", "😀", "‮", "​", "\u2066"]) | st.characters(codec="utf-8")
)


def unseen(text: str) -> set[str]:
    return set(UNSEEN) & set(text) - {"\n"}


@pytest.mark.parametrize("start", range(0, len(UNSEEN), 100))
def test_every_such_character_is_escaped(start: int) -> None:
    for sign in UNSEEN[start : start + 100]:
        escaped = json_escaped(json.dumps(f"a{sign}b", ensure_ascii=False))
        assert not unseen(escaped), hex(ord(sign))
        assert json.loads(escaped) == f"a{sign}b"


def test_what_can_be_seen_stays() -> None:
    fillers = set("\u115f\u1160\u3164\uffa0")
    seen = "".join(
        sign
        for sign in map(chr, (*range(0xA0, 0xD800), *range(0xF900, 0x20000)))
        if unicodedata.category(sign)[0] in "LNPS" and sign not in fillers
    )
    assert json_escaped(seen + "\xa0") == seen + "\xa0"


@given(TEXTS)
def test_it_reads_back_as_the_same(text: str) -> None:
    escaped = json_escaped(json.dumps({text: text}, ensure_ascii=False))
    assert json.loads(escaped) == {text: text}
    assert not unseen(escaped)


def test_in_every_command_that_prints_json(heeldiary: Heeldiary) -> None:
    """A note, a tag, a kind, a course, a routine, a pause and a question: all are the person's words."""
    odd = "a\u202eb\u200bc\u2066d\ufeffe\u00adf\U000e0041g"
    logged = heeldiary.done("log", "care", odd, "--course", odd, "--tag", odd, "--note", odd, "--json").out
    heeldiary.done("routine", "pause", "--until", "2026-12-01", "--note", odd)
    heeldiary.done("experiment", "new", f"{odd} or not", "--foot", "left", "--days", "28", "--asked", "--yes")
    heeldiary.done("routine", "new", "-", stdin=f"name = 'mine'\ntitle = '{odd}'\n[[step]]\npoint = 'a'\nseconds = 9\n")
    heeldiary.done("settings", "cue-command", f"say {odd}")
    printed = [
        heeldiary.done(*argv.split()).out
        for argv in (
            "export", "list --json", "show --json", "courses --json", "tags --json", "settings --json",
            "experiment list --json", "links --json", "status --json", "where --json",
        )
    ]  # fmt: skip
    for out in (logged, *printed):
        assert not unseen(out), out
    assert sum("\\u202e" in out for out in printed) >= 6
    other = heeldiary.other("other")
    other.done("import", "-", "--with-commands", stdin=printed[0])
    assert other.done("export").out == printed[0]
    assert other.entries()[0]["note"] == heeldiary.entries()[0]["note"]


def test_an_export_that_held_them_raw_is_still_one(heeldiary: Heeldiary) -> None:
    """As an earlier heeldiary wrote it: the last line proves the bytes as they are."""
    from hashlib import sha256

    heeldiary.done("log", "note", "a\u202eb")
    *body, end = heeldiary.done("export").out.splitlines(keepends=True)
    raw = "".join(body).replace("\\u202e", "\u202e")
    last = json.dumps({"end": {"entries": 1, "sha256": sha256(raw.encode()).hexdigest()}})
    assert last != end
    other = heeldiary.other("other")
    other.done("import", "-", stdin=f"{raw}{last}\n")
    assert other.entries() == heeldiary.entries()
