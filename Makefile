# 会务座次 · seating.  `make` alone lists the targets.  Needs Python 3.11 or later, nothing else:
# packages come in the exact versions of requirements*.lock.  After the first run everything
# works without a network.  Another interpreter: make PYTHON=/path/to/python3.12 …

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV   ?= .venv
SAMPLE ?= office-conference
PYTEST ?= -n auto --dist loadfile --no-loadscope-reorder

BIN    := $(VENV)/bin
PY     := $(BIN)/python
STAMPS := $(VENV)/stamps
PIP    := $(PY) -m pip --disable-pip-version-check --quiet
LOCK   := .venv-lock/bin/uv pip compile --quiet --universal --python-version 3.11 \
	--generate-hashes --no-annotate --custom-compile-command "make lock" $(UPGRADE) \
	pyproject.toml .ci/build-requirements.in
SCRIPTS = $(wildcard samples/*/*.py) $(wildcard tests/packaging/*.py)

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test lint types contract wheel bench docs lock clean

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 18

demo: $(STAMPS)/project ## plan, check and print the sample conference into out/
	@rm -rf out/$(SAMPLE) && mkdir -p out && cp -R samples/$(SAMPLE) out/$(SAMPLE)
	@echo "== seating run out/$(SAMPLE)"
	@$(BIN)/seating run out/$(SAMPLE)

test: lint types contract wheel ## all that must pass: style, types, floors, wheel; then tests and documentation
	@echo "== pytest"
	@$(PY) -m pytest $(PYTEST)

lint: $(STAMPS)/test
	@echo "== ruff"
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: $(STAMPS)/test
	@echo "== mypy"
	@$(BIN)/mypy
	@for script in $(SCRIPTS); do $(BIN)/mypy --strict $$script || exit 1; done  # two share a name

contract: $(STAMPS)/test
	@echo "== import contract"
	@$(BIN)/lint-imports --no-logo

wheel: $(STAMPS)/test
	@echo "== sdist and wheel"
	@$(PY) tests/packaging/wheel_check.py

bench: $(STAMPS)/test ## timed comparisons on public instances
	@$(PY) -m tests.benchmarks

docs: $(STAMPS)/test ## write reference pages, transcripts and pictures from the program
	@$(PY) docs/make_reference.py
	@$(PY) docs/make_disagreements.py
	@$(PY) docs/make_transcripts.py
	@$(PY) docs/make_images.py
	@$(PY) docs/make_contact_sheet.py

lock: .venv-lock/bin/uv ## write the lock files from pyproject.toml; UPGRADE=--upgrade for newest
	@echo "== lock"
	@$(LOCK) -o requirements.lock
	@$(LOCK) --constraint requirements.lock --extra test -o requirements-test.lock

clean: ## remove what the targets above made
	rm -rf $(VENV) .venv-lock build dist out .pytest_cache .mypy_cache .ruff_cache .hypothesis \
		.import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# --- the environment: each step once, and again when its input changes ---------------------

$(STAMPS)/venv:
	@test -n "$(PYTHON)" || { \
		echo "找不到 Python 3.11 或更新的版本；装好后再试，或 make PYTHON=路径。"; \
		echo "No Python 3.11 or later was found; install one, or make PYTHON=/path/to/python."; \
		exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "$(PYTHON) 不能运行，或低于 3.11 版。"; \
		echo "$(PYTHON) cannot be run or is older than Python 3.11."; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "$(PYTHON) 缺少 venv 模块。Debian/Ubuntu：apt install python3-venv"; \
		echo "$(PYTHON) comes without venv.  Debian/Ubuntu: apt install python3-venv"; exit 1; }
	@echo "== $(VENV): $$($(PYTHON) --version)"
	@$(PYTHON) -m venv $(VENV)
	@mkdir -p $(STAMPS) && touch $@

$(STAMPS)/runtime: requirements.lock | $(STAMPS)/venv
	@echo "== packages of requirements.lock"
	@$(PIP) install --require-hashes -r requirements.lock
	@touch $@

$(STAMPS)/project: pyproject.toml $(STAMPS)/runtime
	@echo "== seating itself"
	@$(PIP) install --no-index --no-deps --no-build-isolation --editable .
	@touch $@

$(STAMPS)/test: requirements-test.lock $(STAMPS)/project
	@echo "== packages of requirements-test.lock"
	@$(PIP) install --require-hashes -r requirements-test.lock
	@touch $@

.venv-lock/bin/uv:
	@$(PYTHON) -m venv .venv-lock
	@.venv-lock/bin/python -m pip --disable-pip-version-check --quiet install uv
