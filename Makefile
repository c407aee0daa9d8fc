# Everything a person does with a checkout. `make` alone lists the targets.
PYTHON ?= python3
BIN := .venv/bin
REGISTER ?= build/examples.db
SEEDS ?= ../shared/seeds

.DEFAULT_GOAL := help
.PHONY: help setup demo tour test lint docs check bench lock clean

help:  ## list the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 10

setup: .venv/default.stamp  ## make .venv with the default install

.venv/default.stamp: requirements/default.txt requirements/build.txt pyproject.toml
	@echo "installing into .venv (once; about a minute)"
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/build.txt -r requirements/default.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

.venv/dev.stamp: .venv/default.stamp requirements/dev.txt
	@echo "installing what the tests need"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/build.txt -r requirements/dev.txt
	@touch $@

demo: setup  ## the main job: the bundled examples become a register, and the register answers
	@mkdir -p build && rm -f $(REGISTER) $(REGISTER)-wal $(REGISTER)-shm
	@$(BIN)/secretariat build examples/sco/documents --register $(REGISTER)
	@$(BIN)/secretariat demo --register $(REGISTER)

tour: setup  ## the same for any folder: make tour SEEDS=folder
	@mkdir -p build && rm -f build/tour.db build/tour.db-wal build/tour.db-shm
	@$(BIN)/secretariat build $(SEEDS) --register build/tour.db
	@$(BIN)/secretariat system sco --register build/tour.db

test: .venv/dev.stamp  ## all tests
	@$(BIN)/python -m pytest -q -n 2 --dist loadgroup

lint: .venv/dev.stamp  ## format, lint, types, layers
	@$(BIN)/ruff format --check src tests bench training examples scripts docs
	@$(BIN)/ruff check src tests bench training examples scripts docs
	@$(BIN)/mypy
	@$(BIN)/lint-imports

docs: .venv/dev.stamp  ## build the documentation, strictly; the generated pages must be current
	@$(BIN)/python docs/generate.py --check
	@$(BIN)/zensical build --strict --clean

check: lint test docs  ## the whole gate

bench: .venv/dev.stamp  ## quality against the floors (needs ../shared)
	@$(BIN)/python bench/claims.py
	@$(BIN)/python bench/reconcile.py

lock:  ## pin again (needs uv)
	uv pip compile -q --upgrade requirements/build.in --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -o requirements/build.txt
	uv pip compile -q --upgrade pyproject.toml --extra postgres --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -o requirements/default.txt
	uv pip compile -q --upgrade pyproject.toml --extra postgres --group dev --group docs --universal --python-version 3.11 -c requirements/default.txt --generate-hashes --no-emit-index-url --no-header -o requirements/dev.txt

clean:  ## remove what was built here, not the environment
	rm -rf build dist site .pytest_cache .mypy_cache .ruff_cache .hypothesis
