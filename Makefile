# heeldiary. `make run` opens the app, `make test` tests it; each makes what it needs in .venv by itself.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

# Bytecode is written whatever the surroundings say: the tests take a tenth longer without, and what is measured is what is run.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run test quick thorough properties mutants check lint format bench bench-short bench-session calibrate screenshots gallery clean

run: $(VENV)/run
	@$(BIN)/heeldiary

test: $(VENV)/check
	@$(BIN)/pytest

# For the inner loop: examples that start neither the app nor a process. Properties wait for `make test`.
quick: $(VENV)/check
	@$(BIN)/pytest -m 'not slow and not thorough and not hypothesis'

# What is slow, waits, or needs thousands of runs, and full grids.
thorough: $(VENV)/check
	@$(BIN)/pytest -m thorough

# Every property with many more examples than `make test` tries.
properties: $(VENV)/check
	@$(BIN)/pytest -m hypothesis --hypothesis-profile many

# How many lines can be changed before a test notices: a quarter of an hour a layer. `make mutants LAYERS=domain COUNT=50` asks fewer.
LAYERS ?= domain store charts tui
COUNT ?= 400

mutants: $(VENV)/mutants
	@$(BIN)/python -m tests.mutants $(LAYERS) --count $(COUNT)

check: lint test

lint: $(VENV)/check
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo

format: $(VENV)/check
	@$(BIN)/ruff check --quiet --fix .
	@$(BIN)/ruff format --quiet .

bench: $(VENV)/run
	@$(BIN)/python benchmarks/bench.py

# Under three minutes; fails where something takes more than twice what is wanted of it.
bench-short: $(VENV)/run
	@$(BIN)/python benchmarks/bench.py --short

SEED ?= 20261123

calibrate: $(VENV)/check
	@$(BIN)/python -m calibration --seed $(SEED)

bench-session: $(VENV)/run
	@$(BIN)/python benchmarks/session.py
	@$(BIN)/python benchmarks/trials.py

screenshots: $(VENV)/run
	@$(BIN)/python docs/screenshots.py

gallery: $(VENV)/run
	@$(BIN)/python docs/gallery.py build/gallery

clean:
	rm -rf $(VENV) dist build .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "heeldiary needs Python 3.11 or newer: make PYTHON=/path/to/python3.11")'
	@$(PYTHON) -m venv $(VENV)

$(VENV)/run: $(VENV)/bin/python pyproject.toml
	@$(PIP) install --editable .
	@touch $@

$(VENV)/check: $(VENV)/bin/python pyproject.toml
	@$(PIP) install --editable '.[check]'
	@touch $@ $(VENV)/run

$(VENV)/mutants: $(VENV)/check
	@$(PIP) install --editable '.[mutants]'
	@touch $@
