# The house's commands. From a fresh clone `make demo` and `make test` set up what they need; a second call re-uses it.
# Needs Python 3.11 or newer, Node 20 or newer (with npm), make.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
DONE := $(VENV)/.done
STATIC := src/marsad/static/cells.parquet
PIP := $(BIN)/python -m pip install -qq --disable-pip-version-check --no-input
WORKERS ?= 2

.PHONY: help setup setup-test demo test check bench docs lock wheel clean

help: ## list the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*##/\t/' | expand -t 14

setup: $(DONE)/run $(STATIC) ## what a run needs: .venv, locked dependencies, static files

setup-test: setup $(DONE)/test ## what the tests need on top

demo: setup ## the main job on the sample, into brief/
	$(BIN)/marsad run --out brief

test: setup-test ## all tests
	$(BIN)/python -m pytest -n $(WORKERS)

check: setup-test ## lint, format, types, house rules
	$(BIN)/ruff check src tests tools benchmarks
	$(BIN)/ruff format --check src tests tools benchmarks
	$(BIN)/mypy
	$(BIN)/python -m pytest tests/test_house.py

bench: setup-test ## speed and size, printed as tables
	@for file in benchmarks/bench_*.py; do echo "== $$file"; $(BIN)/python $$file; done

docs: setup ## write docs/commands.md from the command line's own help
	$(BIN)/python tools/commands_page.py

wheel: setup ## the wheel, static files in it, into dist/
	$(BIN)/python -m hatchling build -t wheel -d dist

# uv is asked for by name and only here: the locks are made rarely, and installing from them needs pip alone
lock: $(DONE)/run ## make both locks anew from pyproject.toml
	$(PIP) uv
	$(BIN)/uv pip compile $(LOCKING) --upgrade --extra build pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile $(LOCKING) --upgrade --all-extras -c requirements.lock pyproject.toml -o requirements-test.lock

LOCKING := --quiet --generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate --no-header --python-version 3.11

clean: ## take away everything that was built
	rm -rf $(VENV) node_modules src/marsad/static dist build brief .mypy_cache .ruff_cache .hypothesis

$(DONE)/venv:
	@test -n "$(PYTHON)" || { echo "no Python found: install Python 3.11, or call make PYTHON=/path/to/python" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "$(PYTHON) is older than 3.11: call make PYTHON=/path/to/python3.11" >&2; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@mkdir -p $(DONE) && touch $@

$(DONE)/run: requirements.lock pyproject.toml $(DONE)/venv
	@echo "setting up: locked dependencies into $(VENV)" >&2
	$(PIP) --require-hashes -r requirements.lock
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(DONE)/test: requirements-test.lock tools/test_setup.sh $(DONE)/run
	@echo "setting up: what the tests need" >&2
	$(PIP) --require-hashes -r requirements-test.lock
	bash tools/test_setup.sh
	@touch $@

node_modules/.done: package-lock.json package.json .npmrc
	@command -v npm >/dev/null || { echo "npm not found: install Node 20 or newer" >&2; exit 1; }
	npm ci --ignore-scripts --loglevel=error >&2
	@touch $@

$(STATIC): tools/build_static.py tools/build_front.py src/marsad/base/countries.csv src/marsad/base/places.toml node_modules/.done $(DONE)/run
	$(BIN)/python tools/build_static.py
	@touch $@
