"""What commands and the app leave out: `log`, `status`, `nudge` and `undo` import no slow module and no feature."""

import pytest

from tests.runner import Process

SLOW = ("textual", "rich", "plotext", "sqlite_utils", "click", "dataclasses", "importlib.metadata", "numpy", "shtab")
SCRIPT = """
import sys
before = set(sys.modules)
from heeldiary.cli import main
sys.argv = ["heeldiary", *sys.argv[1:]]
code = main()
slow = [name for name in sys.modules if name not in before and name.startswith(tuple({slow}))]
slow += [name for name in sys.modules if name.startswith("heeldiary.") and name.count(".") > 2]
print(slow, file=sys.stderr)
sys.exit(code or bool(slow) * 99)
""".replace("{slow}", repr(SLOW))


@pytest.mark.grid(4)
@pytest.mark.parametrize(
    "argv",
    [
        "log left 6", "log left 6 right 2 --day yesterday --note x", "log activity walking 45", "log sitting 6h",
        "log massage -f left --ki1 90s", "log care ice --course spring", "log note hello", "status", "status --short",
        "status --json", "nudge", "undo", "log left 7 --json",
    ],
)  # fmt: skip
def test_nothing_slow_is_imported(process: Process, argv: str) -> None:
    fresh = process.python(SCRIPT, *argv.split())
    assert fresh.code == (1 if argv == "undo" else 0), fresh  # on a fresh diary there is nothing to undo
    assert process("log", "right", "3").code == 0
    assert process("settings", "affected-foot", "left").code == 0
    old = process.python(SCRIPT, *argv.split())
    assert old.code == 0, old
    assert old.err.splitlines()[-1] == "[]"
    assert fresh.err.splitlines()[-1] == "[]" or argv == "undo"


def test_the_test_sees_what_is_slow(process: Process) -> None:
    (process.home.parent / "in.jsonl").write_text('{"type": "note", "day": "2026-11-02", "note": "x"}\n')
    ran = process.python(SCRIPT, "import", str(process.home.parent / "in.jsonl"))
    assert ran.code == 99, ran
    assert "sqlite_utils" in ran.err


def test_links_computes_nothing_where_no_factor_is_named(process: Process) -> None:
    assert process("log", "right", "3").code == 0
    script = SCRIPT.replace("print(slow", "print(sorted({*sys.modules} & {'numpy', 'heeldiary.charts.links'})")
    ran = process.python(script.replace("bool(slow)", "0"), "links", "--json")
    assert (ran.code, ran.err.splitlines()[-1]) == (0, "[]"), ran


def test_the_app_loads_no_tls_and_leaves_it_to_who_wants_it(process: Process) -> None:
    script = """
import sys
from heeldiary.cli.app import _import_asyncio_without_tls
_import_asyncio_without_tls()
import heeldiary.tui.run, heeldiary.tui.diary.page
print("ssl" in sys.modules)
import ssl
print(ssl.OPENSSL_VERSION != "")
"""
    assert process.python(script).out.split() == ["False", "True"]
