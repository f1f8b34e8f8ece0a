# Everything a person or CI does here. Needs make, python3 (3.11 or later) and python3-venv; the rest is
# installed into .venv/ from the hash-pinned files in requirements/.

.DEFAULT_GOAL := run
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules

# The first Python that is new enough; `make PYTHON=/path/to/python3` overrides it.
NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	if $$p -c '$(NEW_ENOUGH)' 2>/dev/null; then echo $$p; break; fi; done)

VENV := .venv
PY := $(VENV)/bin/python
RUN_STAMP := $(VENV)/.run-stamp
DEV_STAMP := $(VENV)/.dev-stamp
BENCH_STAMP := $(VENV)/.bench-stamp
WEB_STAMP := $(VENV)/.web-stamp
UV ?= uv
# Arguments for pytest: make test ARGS="tests/report -k numbering"
ARGS ?=

.PHONY: run test check lint types contracts catalogues check-catalogues words check-words check-checks checks coverage bench faults screenshots real-window web lock fonts clean

run: $(RUN_STAMP)
	@$(PY) main.py

# Without Qt's system libraries the tests of the window cannot run: stop with the line that installs them.
test: $(DEV_STAMP)
	@$(PY) -m ui.preflight offscreen
	QT_QPA_PLATFORM=offscreen $(PY) -m pytest $(ARGS)

coverage: ARGS += --cov
coverage: test

check: lint types contracts check-catalogues check-words check-checks

lint: $(DEV_STAMP)
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .

types: $(DEV_STAMP)
	$(VENV)/bin/basedpyright

contracts: $(DEV_STAMP)
	$(VENV)/bin/lint-imports

check-catalogues: $(DEV_STAMP)
	$(PY) -m resources.locale.build --check

catalogues: $(DEV_STAMP)
	$(PY) -m resources.locale.build

check-checks: $(DEV_STAMP)
	$(PY) -m report.checking.document --check

# docs/checks.md from the rules.
checks: $(DEV_STAMP)
	$(PY) -m report.checking.document

check-words: $(DEV_STAMP)
	$(PY) -m resources.words.build --check
	$(PY) -m resources.words.lexicon --check

words: $(DEV_STAMP)
	$(PY) -m resources.words.build
	$(PY) -m resources.words.lexicon

# make bench ARGS="page" runs one of them.
bench: $(DEV_STAMP) $(BENCH_STAMP)
	$(PY) -m tests.bench $(ARGS)

faults: $(DEV_STAMP)
	$(PY) -m tests.faults $(ARGS)

# The READMEs show two of the pictures.
screenshots: $(DEV_STAMP)
	$(PY) -m tests.screenshots build/screenshots
	$(PY) -m tests.screenshots.faults build/screenshots
	$(PY) -m tests.screenshots.documents build/screenshots docs/images

real-window: $(DEV_STAMP)
	@$(PY) -m ui.preflight xcb
	$(PY) -m tests.real_window

# The exported web page before the HTML checker and in a browser; needs chromium and java.
web: $(DEV_STAMP) $(WEB_STAMP)
	$(PY) -m pytest -m web tests/exports $(ARGS)

fonts: $(DEV_STAMP)
	$(PY) -m resources.fonts.build

# Writes no address and no path of this machine; tests/test_environment.py watches over it.
# Extras are kept: pip, asked for hashes, takes the newest coverage[toml] for unpinned where only coverage is pinned.
LOCK := $(UV) pip compile --quiet --universal --no-strip-extras --generate-hashes --custom-compile-command "make lock" $(LOCK_ARGS)
lock:
	@command -v $(UV) >/dev/null || { echo "更新依赖清单需要 uv，请先安装：python3 -m pip install uv" >&2; exit 1; }
	$(LOCK) pyproject.toml -o requirements/run.txt
	$(LOCK) pyproject.toml --group dev -c requirements/run.txt -o requirements/dev.txt
	$(LOCK) --group bench -o requirements/bench.txt
	$(LOCK) --group web -o requirements/web.txt

clean:
	rm -rf $(VENV)

define TOO_OLD
本程序需要 Python 3.11 或更高版本，这台电脑上没有找到。
Debian 12、Ubuntu 24.04 及以后的系统请执行：  sudo apt-get install -y python3 python3-venv
如果已装在别处，请写明位置：  make PYTHON=/path/to/python3
endef
define NO_VENV
缺少 Python 的 venv 组件，无法建立运行环境。请执行：  sudo apt-get install -y python3-venv
endef
export TOO_OLD NO_VENV

$(PY):
	@test -n "$(PYTHON)" && "$(PYTHON)" -c '$(NEW_ENOUGH)' || { echo "$$TOO_OLD" >&2; exit 1; }
	@"$(PYTHON)" -c 'import venv, ensurepip' 2>/dev/null || { echo "$$NO_VENV" >&2; exit 1; }
	@echo "正在建立运行环境 $(VENV)/（只在第一次需要，约需一分钟）……"
	@"$(PYTHON)" -m venv $(VENV)

INSTALL := $(PY) -m pip install --quiet --disable-pip-version-check --require-hashes

$(RUN_STAMP): requirements/run.txt | $(PY)
	$(INSTALL) --requirement requirements/run.txt
	@touch $@

$(DEV_STAMP): requirements/dev.txt | $(PY)
	$(INSTALL) --requirement requirements/dev.txt
	@touch $@ $(RUN_STAMP)

$(BENCH_STAMP): requirements/bench.txt | $(PY)
	$(INSTALL) --requirement requirements/bench.txt
	@touch $@

$(WEB_STAMP): requirements/web.txt | $(PY)
	$(INSTALL) --requirement requirements/web.txt
	@touch $@
