# make site: build the site in site/.    make test: run every test; make test-fast: most of them.   make serve: preview it.    make check: check the content.
# Each sets up what it needs the first time (.venv, and browsers for the tests) and is quick after that.

PYTHON ?= python3
BIN := .venv/bin

.PHONY: site test test-fast serve check accessibility pictures lock schema handbook words clean

site: .venv/site
	$(BIN)/waymark build

serve: .venv/site
	$(BIN)/waymark serve

check: .venv/site
	$(BIN)/waymark check

test: .venv/test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy > .venv/types 2>&1 & types=$$!; $(BIN)/python -m pytest; tests=$$?; \
	  wait $$types; types=$$?; cat .venv/types; test $$tests = 0 && test $$types = 0

# Before each commit: all that needs no browser, no server, no engine in a process of its own and no thousands of made-up
# files. `make test` is what counts.
test-fast: .venv/units
	$(BIN)/ruff check .
	$(BIN)/python -m pytest --ignore=tests/built_site --ignore=tests/fuzz --ignore=tests/cli --ignore=tests/preview \
	  --ignore=tests/deploy --ignore=tests/editor --ignore=tests/engines --deselect tests/site/test_build.py \
	  --deselect tests/test_benchmarks.py

.venv/made:
	sh .ci/venv "$(PYTHON)"
	touch $@

.venv/site: .venv/made requirements.txt pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	$(BIN)/python -m compileall -q generator # so that the first command is as quick as the next: 0.04 s of its 0.3
	touch $@

.venv/units: .venv/site requirements-test.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.txt
	touch $@

# What comes from npm is fetched while pip is at work, which takes one core. In the end the tests are compiled, once: else
# each of the processes that run them would compile them all; and what mypy keeps is made beside it.
.venv/test: .venv/made requirements.txt requirements-test.txt pyproject.toml .ci/browsers .ci/node \
            tests/site/feeds/node/package-lock.json tests/built_site/node/package-lock.json
	$(MAKE) --no-print-directory --jobs=2 .venv/units .venv/node
	sh .ci/browsers $(BIN)
	$(BIN)/mypy > /dev/null & $(BIN)/python -m pytest --numprocesses=0 --collect-only --quiet > /dev/null; wait
	touch $@

.venv/node: .venv/made .ci/node tests/site/feeds/node/package-lock.json tests/built_site/node/package-lock.json
	sh .ci/node
	touch $@

# Looks at every page of site/ with axe, and writes accessibility-results.yaml, which the accessibility statement quotes.
accessibility: .venv/test site
	$(BIN)/python -m tests.built_site.axe

# The pictures of home, check, plan, due and serve, as they are: docs/*.png.
pictures: .venv/test
	$(BIN)/python -m tests.built_site.pictures

# For maintainers: choose versions anew and write them down with their hashes, and with no index address.
lock: .venv/made
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	$(BIN)/uv pip compile --upgrade --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	  --no-emit-index-url pyproject.toml --output-file requirements.txt
	$(BIN)/uv pip compile --upgrade --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	  --no-emit-index-url --extra test --constraint requirements.txt pyproject.toml --output-file requirements-test.txt

# For the editor and the handbook: what each field is, from the models. Run it after a change to generator/model/.
schema: .venv/site
	$(BIN)/waymark schema services --to .vscode/services.schema.json
	$(BIN)/waymark schema campaign --to .vscode/campaign.schema.json
	$(BIN)/waymark schema fields > docs/handbook/fields.md
	$(BIN)/waymark schema hosts > docs/handbook/hosts.md

# The handbook for staff, in build/handbook/index.html. It is no part of the public site.
handbook: .venv/site
	NO_MKDOCS_2_WARNING=1 $(BIN)/python -m mkdocs build --strict --config-file docs/mkdocs.yml

# For translators: every text of the templates, in overrides/words/template.pot; and in the Welsh that ships, an entry for
# each. What has none yet stands there empty; what has another English than before is marked "fuzzy", with the English it had.
words: .venv/site
	$(BIN)/pybabel --quiet extract --mapping overrides/words/babel.cfg --no-location --omit-header --sort-output \
	  --keywords say --keywords plural:1,2 --keywords guarded --keywords guarded_alone --keywords pguarded:1c,2 \
	  --output overrides/words/template.pot .
	$(BIN)/pybabel --quiet update --locale cy --input-file overrides/words/template.pot \
	  --output-file overrides/words/cy.po --previous --ignore-obsolete --ignore-pot-creation-date

clean:
	rm -rf .venv site .site.new-* build *.egg-info tests/site/feeds/node/node_modules tests/built_site/node/node_modules
