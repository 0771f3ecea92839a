# `make` alone prints this menu: the text after ## on each line below.
.DEFAULT_GOAL := menu
.PHONY: menu demo dev shell test fast rules cover lint format bench schema lock stop clean

# Byte code is kept, also where the environment says not to: each process would compile what it imports.
unexport PYTHONDONTWRITEBYTECODE
export PYTHONPYCACHEPREFIX ?= $(CURDIR)/.local/pycache

PYTHON_HERE := .venv/bin/python
PREPARE := ./config/local/prepare.sh
UV := $(firstword $(shell command -v uv) $(abspath .venv/bin/uv))
LOCK := $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header
# One file (T=tests/x.py), or what else pytest understands, runs in this process; everything runs on three workers,
# file by file in their order, so that the browser, whose tests are few and long, does not come last.
T ?=
TEST_OPTIONS ?=
WORKERS := -n 3 --dist loadfile --no-loadscope-reorder
HOW := $(if $(strip $(T)),-n 0 $(T),$(WORKERS))
# Real browsers, real workers, real servers: what `make fast` leaves out.
SLOW := $(addprefix --ignore=tests/,browser workers machine)
RULES := */rules.py,*/rules/*,accounts/roles.py
# The seed is fixed, so that a branch that only a property reaches is reached in every run.
# England's whole files prove no line of a rule that smaller tests do not, and take as long as all the others.
RULES_TESTED_BY := $(addprefix tests/,accounts audit collaborations development documents exchange leadership library meetings memberships ofsted \
	portal providers provision qa_framework reorganisation supplement support ways_of_working) \
	--ignore=tests/ofsted/test_real_files.py
TEMPLATES := find templates -name '*.html' -exec

menu:
	@echo "Early years collaborations"
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1|\2/p' Makefile | awk -F'|' '{ printf "%-13s %s\n", $$1, $$2 }'

demo: ## set everything up, start the demonstration and print its address; Ctrl-C stops it
	@$(PREPARE) local
	@exec $(PYTHON_HERE) -m config.local.demo

dev: ## the same for developing: code and templates are read again when they change, errors are shown
	@$(PREPARE) local
	@exec $(PYTHON_HERE) -m config.local.demo dev

shell: ## a Python shell on the demonstration's data, in the scope of an authority: make shell A=larkshire
	@$(PREPARE) local
	@exec $(PYTHON_HERE) -m config.local.manage scoped_shell $(or $(A),larkshire)

test: ## install what is missing and run all tests, or one file at once: make test T=tests/core/test_pdf.py
	@$(PREPARE) test
	@exec $(PYTHON_HERE) -m pytest $(HOW) $(TEST_OPTIONS)

fast: ## run all tests but those with a real browser, real workers or real servers
	@$(PREPARE) test
	@exec $(PYTHON_HERE) -m pytest $(WORKERS) $(SLOW) $(TEST_OPTIONS)

rules: ## run the tests that need no database and check that they reach all of the rules, each branch
	@$(PREPARE) test
	@$(PYTHON_HERE) -m pytest $(WORKERS) -m pure --hypothesis-seed=0 --cov --cov-report= $(RULES_TESTED_BY)
	@.venv/bin/coverage report --include='$(RULES)' --fail-under=100

cover: ## run all tests and check how much of the code they reach (all of the rules, 95 % of everything)
	@$(MAKE) --no-print-directory test T= TEST_OPTIONS="--cov --cov-report= $(TEST_OPTIONS)"
	@.venv/bin/coverage report --include='$(RULES)' --fail-under=100
	@.venv/bin/coverage report --fail-under=95

lint: ## check style, layout, types and layers
	@$(PREPARE) test
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .
	@$(TEMPLATES) .venv/bin/djade --check --target-version 5.2 {} +
	@.venv/bin/djhtml --check --tabwidth 2 templates
	@.venv/bin/mypy
	@.venv/bin/lint-imports

format: ## lay out code and templates, and mend what can be mended by rule
	@$(PREPARE) test
	@.venv/bin/ruff check --quiet --fix-only .
	@.venv/bin/ruff format .
	@$(TEMPLATES) .venv/bin/djade --target-version 5.2 {} + || true # it says by its exit code that it has changed something
	@.venv/bin/djhtml --tabwidth 2 templates

bench: ## measure against the limits and the peers (benchmarks/README.md)
	@$(PREPARE) test
	@exec $(PYTHON_HERE) -m benchmarks

schema: ## write config/local/schema.sql anew after a change of migrations: new databases load it instead of migrating
	@$(PREPARE) local
	@exec $(PYTHON_HERE) -m config.local.schema

lock: ## lock requirements/*.in again, with hashes and without the address of any index (needs uv)
	@cd requirements && $(LOCK) base.in -o base.txt && $(LOCK) -c base.txt local.in -o local.txt && $(LOCK) -c local.txt test.in -o test.txt && $(LOCK) -c base.txt s3.in -o s3.txt

stop: ## stop a demonstration that was left running
	@test ! -x $(PYTHON_HERE) || $(PYTHON_HERE) -m config.local.stack stop

clean: ## stop it and delete the environment, the demonstration's data and all that tools left behind
	@test ! -x $(PYTHON_HERE) || $(PYTHON_HERE) -m config.local.stack clean
	@rm -rf .local .venv .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis htmlcov test-results .coverage*
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
