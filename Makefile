# GNU make 4.3 or newer and Python 3.11 or newer are all it takes; everything else is installed in .venv,
# pinned by hash. `make help` lists the targets.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

export PIP_DISABLE_PIP_VERSION_CHECK := 1

# The first of these that runs, is new enough and can make virtual environments; PYTHON=… comes before all.
PYTHON ?=
pythons := $(PYTHON) python3 python3.14 python3.13 python3.12 python3.11
suits   := import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))

bin     := .venv/bin
sources := pyproject.toml assess/__init__.py

# Packages first, each with its hash; then the project itself, with what is already there.
define install
@echo "Installing requirements/$(1).txt in .venv …"
@$(bin)/python -m pip install -qq --only-binary :all: --require-hashes --requirement requirements/$(1).txt
@$(bin)/python -m pip install -qq --no-deps --no-build-isolation --editable .
endef

.PHONY: help site test check bench serve pins clean

help: ## Show this list
	@echo "Usage: make TARGET"
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  \1\t\2/p' Makefile | expand -t 12

site: .venv/.site ## Check, score and build the site of this workspace into site/
	@$(bin)/assess build

serve: .venv/.site ## Build the site and serve it on this computer, following every change
	@$(bin)/assess serve

# One process for each core, each with a browser and a site of its own; ARGS="-n 0" runs all in one.
test: .venv/.dev ## Run every test, in a real browser too; ARGS="…" goes to pytest
	@browser=$$(sh tests/browser.sh) || exit 1; \
	ASSESS_BROWSER="$$browser" $(bin)/python -m pytest --numprocesses auto --dist worksteal $(ARGS)

check: .venv/.dev ## Check format, lint, types, layers and every file of this workspace and the examples
	@$(bin)/ruff format --check
	@$(bin)/ruff check
	@$(bin)/mypy
	@$(bin)/lint-imports --no-logo
	@$(bin)/assess check
	@$(bin)/assess check --workspace examples

bench: .venv/.dev ## Measure speed and memory on generated workspaces
	@$(bin)/python -m tests.bench $(ARGS)

# The versions in requirements/ stay unless asked: make pins ARGS=--upgrade
UV      ?= uv
compile := $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate

pins: ## Work out requirements/ anew from pyproject.toml (needs uv)
	@command -v "$(UV)" >/dev/null || { echo "make pins needs uv: pip install uv, or make pins UV=/path/to/uv" >&2; exit 1; }
	@$(compile) $(ARGS) pyproject.toml --group build --output-file requirements/site.txt
	@$(compile) $(ARGS) pyproject.toml --group dev --extra communes --constraint requirements/site.txt --output-file requirements/dev.txt
	@if grep -n '://' requirements/*.txt; then echo "requirements/ must hold no addresses" >&2; exit 1; fi

clean: ## Remove everything that make has made
	@rm -rf .venv site build dist .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@find assess tests -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/.base:
	@for python in $(pythons); do \
	  if "$$python" -c '$(suits)' >/dev/null 2>&1; then found=$$python; break; fi; \
	done; \
	if [ -z "$${found:-}" ]; then \
	  echo "No Python 3.11 or newer with venv was found. On Debian: apt-get install python3-venv." >&2; \
	  echo "Elsewhere: make PYTHON=/path/to/python3 …" >&2; \
	  exit 1; \
	fi; \
	"$$found" -m venv .venv
	@touch $@

.venv/.site: .venv/.base requirements/site.txt $(sources)
	$(call install,site)
	@touch $@

# dev.txt holds all of site.txt, so `make site` after `make test` has nothing left to do.
.venv/.dev: .venv/.base requirements/dev.txt $(sources)
	$(call install,dev)
	@touch $@ .venv/.site
