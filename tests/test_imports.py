"""Imports inside heeldiary: no circle of files, and each layer's root is held to what the hot path may import."""

import ast
import tomllib
from graphlib import TopologicalSorter
from pathlib import Path

import heeldiary

SOURCE = Path(heeldiary.__file__).parent
PYPROJECT = Path(__file__).parents[1] / "pyproject.toml"
NOT_HOT = {"heeldiary.store.experiments"}
"""Alone of its feature in the store: a folder for one file would hide it."""


def modules() -> dict[str, Path]:
    """Every module of the package by its name; a package is its `__init__`."""
    paths = {path.relative_to(SOURCE.parent).with_suffix("").parts: path for path in SOURCE.rglob("*.py")}
    return {".".join(parts[:-1] if parts[-1] == "__init__" else parts): path for parts, path in paths.items()}


def imports(path: Path, known: dict[str, Path]) -> set[str]:
    """Return the modules that a file imports anywhere in it, in functions and for the type checker as well."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            within = {f"{node.module}.{alias.name}" for alias in node.names} & known.keys()
            names |= within or {node.module}
    return names & known.keys()


def test_no_files_import_each_other_in_a_circle() -> None:
    known = modules()
    graph = {name: imports(path, known) for name, path in known.items()}
    assert graph["heeldiary.store.sql"] >= {"heeldiary.errors", "heeldiary.store.file.foreign"}
    TopologicalSorter(graph).prepare()  # raises CycleError, which names the circle


def test_the_contract_of_the_hot_path_names_every_module_at_a_root_and_every_folder() -> None:
    contracts = tomllib.loads(PYPROJECT.read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    contract = next(one for one in contracts if one["name"] == "the hot path imports no feature")
    known = modules()
    in_layers = {name for name in known if name.count(".") == 2}
    folders = {name for name in in_layers if known[name].stem == "__init__"}
    roots = {name for name in in_layers - folders if name.split(".")[1] in ("domain", "store")}
    assert roots - NOT_HOT == {name for name in contract["source_modules"] if not name.startswith("heeldiary.cli.")}
    held = {name for name in folders if name.split(".")[1] in ("domain", "store", "cli")}
    assert held == {name for name in contract["forbidden_modules"] if name.count(".") == 2}
