# Everyday commands. GNU make and a POSIX shell; all else is installed into .venv.
# Another Python: make distclean, then make site PYTHON=python3.13

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install -qq
PYTEST_FLAGS ?= -n auto --dist loadfile --no-loadscope-reorder
QUICK_TESTS := tests/test_architecture.py tests/test_conventions.py tests/test_docs.py

# Each stamp says that its packages are in the environment. No stamp is older than what it was
# made from, so a second `make site` runs no pip and needs no network.
RUNTIME := $(VENV)/.runtime-installed
DEV := $(VENV)/.dev-installed
BENCH := $(VENV)/.bench-installed
FUZZ := $(VENV)/.fuzz-installed

# An environment has absolute paths in it: it is made anew when this folder has moved, or when
# the Python it was made with is gone.
USABLE := $(shell test "$$(cat $(VENV)/.made-for 2>/dev/null)" = "$(CURDIR)" \
	&& $(BIN)/python -c '' 2>/dev/null && echo yes)

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.SUFFIXES:

.PHONY: help
help: ## List these commands
	@echo 'Usage: make COMMAND [PYTHON=python3.13]'
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-10s %s\n", $$1, $$2 }' Makefile

.PHONY: site
site: $(RUNTIME) ## Build the site into site/ (installs what it needs the first time)
	@echo '==> cvcgen build'
	@$(BIN)/cvcgen build

.PHONY: test
test: check browser ## Run every check and every test, as CI does
	@echo '==> pytest'
	@$(BIN)/python -m pytest $(PYTEST_FLAGS)

.PHONY: browser
browser: $(DEV) ## Install what tests need: Chromium, axe-core, Lighthouse, LibreOffice
	@$(BIN)/python scripts/set-up-browser

.PHONY: pictures
pictures: browser ## Make pictures of every kind of page, in build/pictures/
	@$(BIN)/python scripts/pictures

.PHONY: lighthouse
lighthouse: browser ## Measure the site with Lighthouse: median of five runs, four pages
	@$(BIN)/python scripts/lighthouse

.PHONY: bench
bench: $(BENCH) ## Measure the speed beside Hugo, for docs/performance.md (BENCH_SIZES=100,1000)
	@$(BIN)/python -m benchmarks

.PHONY: fuzz
fuzz: $(FUZZ) ## Look for inputs that break a promise, for minutes (FUZZ_SECONDS=600)
	@$(BIN)/python -m tests.fuzz

.PHONY: check
check: $(DEV) ## Run the fast checks: lint, format, types, content, architecture
	@echo '==> ruff check'
	@$(BIN)/ruff check .
	@echo '==> ruff format --check'
	@$(BIN)/ruff format --check .
	@echo '==> mypy --strict'
	@$(BIN)/mypy --strict cvcgen
	@echo '==> cvcgen check'
	@$(BIN)/cvcgen check
	@echo '==> pytest $(QUICK_TESTS)'
	@$(BIN)/python -m pytest -q $(QUICK_TESTS)

.PHONY: fix
fix: $(DEV) ## Mend what the linter and the formatter can mend by themselves
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

.PHONY: venv
venv: $(RUNTIME) ## Install what running cvcgen needs into .venv

.PHONY: venv-dev
venv-dev: $(DEV) ## Install what developing cvcgen needs into .venv

.PHONY: lock
lock: ## Pin anew what pyproject.toml asks for (LOCK_FLAGS=--upgrade moves every pin)
	@$(PYTHON) scripts/lock $(LOCK_FLAGS)

.PHONY: clean
clean: ## Remove caches and build leftovers (not the site, not .venv)
	rm -rf build dist .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find cvcgen tests scripts -name __pycache__ -prune -exec rm -rf {} +

.PHONY: distclean
distclean: clean ## Remove .venv too
	rm -rf $(VENV) node_modules

$(VENV)/.made-for:
	@$(PYTHON) -c '' || { \
		echo 'make: no Python at «$(PYTHON)». Name one: make PYTHON=/path/to/python3' >&2; \
		exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "make: cvcgen needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) -V 2>&1)." >&2; \
		echo 'Name a newer one: make PYTHON=python3.13' >&2; \
		exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo 'make: $(PYTHON) comes without the venv module.' >&2; \
		echo 'On Debian and Ubuntu: sudo apt-get install python3-venv' >&2; \
		exit 1; }
	@echo '==> Creating $(VENV)'
	@$(PYTHON) -m venv --clear $(VENV)
	@printf '%s\n' '$(CURDIR)' > $@

$(RUNTIME): requirements/build.txt requirements/runtime.txt pyproject.toml | $(VENV)/.made-for
	@echo '==> Installing cvcgen and what it needs (once, from the network)'
	@$(PIP) --require-hashes -r requirements/build.txt -r requirements/runtime.txt
	@$(PIP) --no-deps --no-build-isolation -e .
	@$(BIN)/python scripts/precompile
	@touch $@

$(DEV): requirements/dev.txt $(RUNTIME)
	@echo '==> Installing the developers'"'"' tools (once, from the network)'
	@$(PIP) --require-hashes -r requirements/dev.txt
	@touch $@

$(BENCH): requirements/bench.txt $(RUNTIME)
	@echo '==> Installing what the benchmark compares with (once, from the network)'
	@$(PIP) --require-hashes -r requirements/bench.txt
	@touch $@

$(FUZZ): requirements/fuzz.txt $(DEV)
	@echo '==> Installing the fuzzer (once, from the network)'
	@$(PIP) --require-hashes -r requirements/fuzz.txt
	@touch $@

ifneq ($(USABLE),yes)
.PHONY: $(VENV)/.made-for $(RUNTIME) $(DEV) $(BENCH) $(FUZZ)
endif
