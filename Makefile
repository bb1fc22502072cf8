# Two commands set a machine up: `make serve` and `make test`. `make help` lists the others.

PORT ?= 8000
VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip --disable-pip-version-check --require-virtualenv

export PORT

.PHONY: serve test check docs screenshots bench format help clean

serve: $(VENV)/ready ## start the graph, read seeds/ where it is empty, serve on http://127.0.0.1:8000
	@exec $(PY) -m web --seeds seeds

test: $(VENV)/ready-dev check ## all checks and tests
	@$(PY) -m pytest

check: $(VENV)/ready-dev ## style, types, imports, docs up to date
	@$(VENV)/bin/ruff check -q . && $(VENV)/bin/ruff format -q --check .
	@$(VENV)/bin/mypy --no-error-summary
	@$(VENV)/bin/lint-imports --no-cache > $(VENV)/imports.log || { cat $(VENV)/imports.log; exit 1; }
	@$(VENV)/bin/cog --check -r README.md docs/*.md > $(VENV)/docs.log || { cat $(VENV)/docs.log; echo 'Run make docs.'; exit 1; }

docs: $(VENV)/ready-dev ## write the parts of the docs that come from the code
	@$(VENV)/bin/cog -r README.md docs/*.md

screenshots: $(VENV)/ready-dev ## take the pictures of the README anew
	@$(PY) docs/screenshots.py

format: $(VENV)/ready-dev ## format the code
	@$(VENV)/bin/ruff check -q --fix . ; $(VENV)/bin/ruff format -q .

bench: $(VENV)/ready-dev ## measure quality against gold data: make bench GOLD=FOLDER
	@test -n "$(GOLD)" || { echo 'Name the folder of gold data: make bench GOLD=FOLDER'; exit 2; }
	@$(PY) bench/baseline.py "$(GOLD)"

clean: ## remove the virtual environment and what tests built; the graph in data/ stays
	rm -rf $(VENV) build .pytest_cache .mypy_cache .ruff_cache .hypothesis

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' Makefile

# The first Python of a known version, by name; PYTHON=... takes another.
$(VENV)/python:
	@for name in $(PYTHON) python3 python3.13 python3.12 python3.11 python3.14 python; do \
	  version=$$($$name -c 'import sys; print(sys.version_info[0] * 100 + sys.version_info[1])' 2> /dev/null) || continue; \
	  test "$$version" -ge 311 && test "$$version" -le 314 || { seen="$$seen $$name is $$($$name --version 2>&1 | tail -n 1);"; continue; }; \
	  $$name -c 'import ensurepip, venv' 2> /dev/null || { bare="$$bare $$name"; continue; }; \
	  $$name -m venv --clear $(VENV) && touch $(VENV)/python && exit 0; \
	done; \
	echo "Casus needs Python 3.11 to 3.14 with its venv module.$$seen" >&2; \
	test -z "$$bare" || echo "Without venv:$$bare." >&2; \
	if command -v apt-get > /dev/null; then \
	  echo 'Mend it with:  sudo apt-get install python3 python3-venv   (Ubuntu 22.04: python3.11 python3.11-venv)' >&2; \
	elif command -v brew > /dev/null; then echo 'Mend it with:  brew install python@3.13' >&2; \
	elif command -v dnf > /dev/null; then echo 'Mend it with:  sudo dnf install python3.12' >&2; \
	else echo 'Mend it with Python from https://www.python.org/downloads/' >&2; fi; \
	exit 1

# An install that was interrupted leaves no mark and is taken up again.
$(VENV)/ready: $(VENV)/python requirements.txt
	@echo 'Installing what Casus needs into $(VENV) (a minute or two) ...'
	@$(PIP) install -q --only-binary :all: -r requirements.txt || { \
	  echo 'The install did not finish; the same command takes it up again.' >&2; \
	  echo 'Casus runs on Linux with glibc 2.34 or newer and on macOS with Apple silicon.' >&2; exit 1; }
	@touch $@

$(VENV)/ready-dev: $(VENV)/ready pyproject.toml
	@$(PY) -c 'import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["project"]["optional-dependencies"]["dev"], sep="\n")' > $(VENV)/dev.txt
	@$(PIP) install -q --only-binary :all: -r $(VENV)/dev.txt
	@touch $@
