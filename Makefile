# `make help` says what there is. Everything runs in .venv, made and filled by .ci/environment.sh.
PYTHON ?= python3
export PYTHON
VENV := .venv/bin/python

# one more than there are processors: a test waits for a browser, a disk or a process for a third of its time
RUNNERS := $(shell expr $$(nproc 2>/dev/null || echo 2) + 1)

.DEFAULT_GOAL := help
.PHONY: help start test check bench faults beelden lock vendor

help: ## this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "make %-8s %s\n", $$1, $$2}'

# `demo` refuses beside real medewerkers and says so; the app starts all the same.
start: ## make what is needed, load the demo, serve on http://localhost:5000 (other options: make start ARGS="--port 8000")
	@sh .ci/environment.sh run
	@$(VENV) -m leefgebieden demo || true
	@exec $(VENV) -m leefgebieden start $(ARGS)

test: ## install what the tests need (a browser too) and run them all (some: make test ARGS="-k notitie")
	@sh .ci/environment.sh test
	@sh .ci/install-test-tools.sh
	$(VENV) -m pytest -n $(RUNNERS) --dist loadfile $(ARGS)

check: ## lint, format, types, and a look for unsafe code
	@sh .ci/environment.sh test
	$(VENV) -m ruff check .
	$(VENV) -m ruff format --check .
	$(VENV) -m mypy --strict leefgebieden tests
	$(VENV) -m bandit -q -c pyproject.toml -r leefgebieden

bench: ## what takes how long, as ratios
	@sh .ci/environment.sh test
	$(VENV) -m tests.bench
	$(VENV) -m tests.bench.voorkant

beelden: ## make the pictures of README.md and docs/ again (needs pdftoppm)
	@sh .ci/environment.sh test
	@sh .ci/install-test-tools.sh
	LEEFGEBIEDEN_BEELDEN=1 $(VENV) -m pytest tests/journeys/test_beelden.py tests/pdf/test_voorbeelden.py tests/web/test_terugkijken.py

faults: ## kill the server 1,000 times, 500 random schedules on two phones, and what else takes long (the tests do a small part of it)
	@sh .ci/environment.sh test
	LEEFGEBIEDEN_KILLS=1000 LEEFGEBIEDEN_FUZZ=300 LEEFGEBIEDEN_SCHEMAS=500 LEEFGEBIEDEN_ORDES=200 LEEFGEBIEDEN_FLIPS=200 LEEFGEBIEDEN_WALSTAP=128 \
		$(VENV) -m pytest tests/faults tests/invariants $(ARGS)

# The newest versions that pyproject.toml allows, with hashes for every system, without addresses.
LOCK = uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	--no-emit-index-url --upgrade --extra build pyproject.toml
lock: ## renew constraints.txt and constraints-test.txt (needs uv)
	$(LOCK) -o constraints.txt
	$(LOCK) --extra test --constraints constraints.txt -o constraints-test.txt

vendor: ## fetch fonts and styles again, checked against their lock (needs npm)
	$(PYTHON) .ci/vendor.py
