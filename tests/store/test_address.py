"""The address of a file for SQLite: any path comes out of it again, and what to do with the file stays apart."""

from urllib.parse import unquote

from hypothesis import given
from hypothesis import strategies as st

from heeldiary.store.address import address


@given(st.text(st.sampled_from("/ab %?#&=;25f☃\n")), st.sampled_from(("mode=rw", "mode=ro&immutable=1")))
def test_any_path_comes_out_again(path: str, how: str) -> None:
    scheme, _, rest = address(path, how).partition(":")
    written, _, asked = rest.partition("?")
    assert (scheme, unquote(written), asked) == ("file", path, how)
    assert "#" not in written
