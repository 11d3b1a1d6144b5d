# Shipready. `make test` and `make sandbox` set up everything they need; `make help` lists the rest.

VENV := .venv
READY := $(VENV)/.ready
BIN := $(VENV)/bin
JOBS ?= 2
PORT ?= 8888

# Local servers are spoken to directly, never through a proxy.
WITHOUT_PROXY := env -u http_proxy -u https_proxy -u all_proxy -u HTTP_PROXY -u HTTPS_PROXY -u ALL_PROXY

# The transcripts wait for real servers, and on a machine that is busy with something else one may wait in vain. What
# failed is shown, then run once more by itself; what fails again has failed.
ALL := --ignore=tests/browser --ignore=tests/contract
FAILED := --last-failed --last-failed-no-failures=none
SAY_AGAIN := echo 'Once more, what failed, one at a time:'

.PHONY: help sandbox test browser contract check lock clean

help:
	@echo 'make sandbox    a Slack workspace on this machine, with the bot in it (PORT=8888)'
	@echo 'make test       the tests (JOBS=2)'
	@echo 'make browser    the tests that need Chromium'
	@echo 'make contract   what the transcripts sent, against what Slack accepts; after `make test`'
	@echo 'make check      style, types, import rules, unused dependencies'
	@echo 'make lock       pin and hash requirements/*.in again (needs uv)'
	@echo 'make clean      remove what the other targets made'

sandbox: $(READY)
	@$(WITHOUT_PROXY) $(BIN)/shipready sandbox --port $(PORT)

test: $(READY)
	@echo 'Without tests/browser, which need Chromium (make browser), and tests/contract, which read what this run sent (make contract).'
	$(WITHOUT_PROXY) $(BIN)/python -m pytest -n $(JOBS) $(ALL) || { $(SAY_AGAIN); $(WITHOUT_PROXY) $(BIN)/python -m pytest $(FAILED) $(ALL); }

browser: $(READY)
	@command -v chromium >/dev/null || { echo 'The browser tests need Chromium. On Debian or Ubuntu: apt install chromium'; exit 1; }
	$(WITHOUT_PROXY) $(BIN)/python -m pytest tests/browser || { $(SAY_AGAIN); $(WITHOUT_PROXY) $(BIN)/python -m pytest $(FAILED) tests/browser; }

contract: $(READY)
	$(WITHOUT_PROXY) $(BIN)/python -m pytest tests/contract

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict bot benchmarks
	$(BIN)/lint-imports
	$(BIN)/deptry .

# The environment: made once, and again when a pinned version or the project's metadata changes.
$(READY): requirements/test.txt pyproject.toml requirements/run.in .ci/find-python
	@python=$$(sh .ci/find-python) && rm -rf $(VENV) && "$$python" -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements/test.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --no-index --editable .
	@touch $(READY)

lock:
	cd requirements && $(LOCK) run.in build.in --output-file run.txt
	cd requirements && $(LOCK) run.in build.in test.in --constraint run.txt --output-file test.txt

LOCK := env -u PIP_FIND_LINKS -u PIP_EXTRA_INDEX_URL uv pip compile --quiet --universal --python-version 3.11 \
	--generate-hashes --no-header --no-annotate --no-emit-index-url --no-emit-find-links

clean:
	rm -rf $(VENV) build *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
