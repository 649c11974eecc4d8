# Two commands first:  make run   plans Borås 2026 and serves it at http://127.0.0.1:8000
#                      make test  lints, checks types and runs every test
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt
RECIPE := pyproject.toml constraints.txt
# A file of tests at a time on each core: what a file has made is made once.
PYTEST ?= --numprocesses auto --dist loadfile

.PHONY: help run test lint types fuzz bench soak docs screenshots constraints clean

help:
	@echo "make run    plan Borås 2026, print the plan and its proof, serve it at http://127.0.0.1:8000"
	@echo "make test   ruff, mypy and every test"
	@echo "make fuzz   the generated tests, with many more examples"
	@echo "make bench  the figures that the README quotes"
	@echo "make screenshots  every page, in screenshots/, and the picture of README"
	@echo "make soak   server and solver killed again and again under load"

run: $(VENV)/.run
	$(BIN)/terminsplan demo

test: lint types
	$(BIN)/python -m pytest $(PYTEST)

lint: $(VENV)/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.test
	$(BIN)/mypy

fuzz: $(VENV)/.test
	TERMINSPLAN_FUZZ=1 $(BIN)/python -m pytest tests/truth tests/api/routes/test_fuzz.py tests/api/feeds $(PYTEST)

bench: $(VENV)/.test
	$(BIN)/python -m benchmarks $(BENCH)

soak: $(VENV)/.test
	$(BIN)/python -m benchmarks.soak $(SOAK)

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: $(RECIPE) | $(BIN)/python
	$(PIP) --editable .
	@touch $@

$(VENV)/.test: $(RECIPE) | $(BIN)/python
	$(PIP) --editable '.[test,dev,postgres]'
	@touch $@ $(VENV)/.run

# Writes the tables of docs/problem-format.md anew from the nouns.
docs: $(VENV)/.test
	$(BIN)/python -m tests.problem_format

# Every page in both languages, light and dark, on a phone and on a desk; needs chromium.
screenshots: $(VENV)/.test
	$(BIN)/python -m tests.api.pages.shots

# Writes constraints.txt anew from what a clean environment gets today.
constraints:
	$(PYTHON) -m venv --clear $(VENV)-pins
	$(VENV)-pins/bin/python -m pip install --quiet --disable-pip-version-check '.[test,dev,postgres]'
	{ head -n 1 constraints.txt; $(VENV)-pins/bin/python -m pip freeze --all | grep -vEi '^(terminsplan|pip)( |=|@)'; } > constraints.new
	mv constraints.new constraints.txt
	rm -r $(VENV)-pins

clean:
	rm -rf $(VENV) build *.egg-info .mypy_cache .pytest_cache .ruff_cache .hypothesis
