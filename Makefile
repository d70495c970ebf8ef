# Each target sets up what it needs; the first run takes a minute or two, the next ones nothing.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SIZES ?= 1000 10000
SVG ?= bench.svg
Q ?= How many billion dollars will Bank of China invest?

.PHONY: help chat ask test eval bench check clean model test-local-model

help:  ## show this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 10

chat: $(VENV)/.run  ## open the chat on the documents in seeds/
	$(BIN)/attesto chat seeds

ask: $(VENV)/.run  ## ask one question: make ask Q="…"
	@$(BIN)/attesto ask "$(Q)" seeds

test: check  ## lint, types, tests, the eval gate, the browser
	$(BIN)/python -m pytest -n 3 --dist worksteal

eval: $(VENV)/.run  ## score the built-in model on the hand-written questions
	@$(BIN)/python -m evals

bench: $(VENV)/.dev  ## time and memory beside the plain pipeline: make bench SIZES="1000 100000"
	$(BIN)/python -m evals.bench --sizes $(SIZES) --svg $(SVG)

check: $(VENV)/.dev  ## lint and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

model: $(VENV)-training/.ready  ## train the built-in embedding model again: make model DATA=…
	$(VENV)-training/bin/python -m index.training --data "$(DATA)"

test-local-model: $(VENV)/.dev $(VENV)-local/.ready  ## the route to a local model, on llama.cpp (compiles it: minutes)
	LOCAL_MODEL_PYTHON=$(CURDIR)/$(VENV)-local/bin/python $(BIN)/python -m pytest tests/local_model

clean:  ## remove what was set up
	rm -rf $(VENV) $(VENV)-training $(VENV)-local build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit("Attesto needs Python 3.11 or newer: make PYTHON=python3.12" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: pyproject.toml constraints.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	touch $@

$(VENV)/.dev: pyproject.toml constraints.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	touch $@ $(VENV)/.run

$(VENV)-local/.ready: tests/local_model/requirements.txt
	$(PYTHON) -m venv $(VENV)-local
	$(VENV)-local/bin/python -m pip install --quiet --disable-pip-version-check -r $<
	touch $@

$(VENV)-training/.ready: index/training/requirements.txt
	$(PYTHON) -m venv $(VENV)-training
	$(VENV)-training/bin/python -m pip install --quiet --disable-pip-version-check -r $<
	touch $@
