# The two commands of the README are `make demo` and `make test`; `make help` lists the rest.

SWIFT ?= swift
PREFIX ?= /usr/local
DESTDIR ?=
DEMO ?= demo
STATIC := --static-swift-stdlib
RELEASE := .build/release/lexwatch

.DEFAULT_GOAL := help
.PHONY: help deps build demo test run lint format bench bench-register bench-digest bench-tagging evaluate kill-test signal-test \
	hardship-test kill-test-mail check-outputs soak install deb test-install clean

help: ## List these commands.
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

deps: ## Install the C libraries and tools that are missing (Debian).
	@scripts/dependencies build

build: deps ## Build the release binary.
	$(SWIFT) build -c release $(STATIC) --product lexwatch

demo: build ## Run the whole watch over sample feeds, without a network, and show the digest.
	@scripts/demo $(RELEASE) $(DEMO) dist

test: ## Build and run all tests.
	@scripts/dependencies build test
	@scripts/test $(SWIFT)

run: build ## Run the watch with your own configuration.
	$(RELEASE) run

lint: ## Check format, imports between rooms, shell scripts, fuzzers and the systemd units.
	@scripts/dependencies build lint
	@scripts/lint $(SWIFT)

format: ## Format all Swift files.
	$(SWIFT) format -i --configuration .swift-format --recursive Sources Tests Benchmarks Package.swift

bench-register: build ## Measure the listings over a large register.
	@scripts/bench-register

bench-digest: build ## Measure the digests of 500 recipients.
	@scripts/bench-digest

bench: build ## Measure; see Benchmarks/README.md.
	$(SWIFT) build -c release $(STATIC) --product ParsingBenchmark
	@scripts/bench

bench-tagging: deps ## Measure the tagging beside grep, on the same texts.
	$(SWIFT) build -c release $(STATIC) --product TaggingBenchmark
	.build/release/TaggingBenchmark Feeds Tests/Evaluation/items.jsonl Tests/Evaluation/facts.jsonl

evaluate: build ## Score the tagging on the project's own evaluation set.
	@scripts/evaluate $(RELEASE)

kill-test: build ## Kill the fetch at random points, and count what is stored and asked.
	python3 Tests/Kill/kill-test $(RELEASE)

signal-test: build ## End `run` and `serve` by SIGTERM and SIGKILL at random points.
	python3 Tests/Kill/signal-test $(RELEASE)

hardship-test: build ## Run on disks that are full or read-only (root).
	python3 Tests/Kill/hardship-test $(RELEASE)

kill-test-mail: build ## Kill composing and sending at random points, and count what arrives.
	python3 Tests/Kill/kill-mail $(RELEASE)

check-outputs: build ## Read mail, calendars, feeds and pages with other parsers (needs a network for their packages).
	@scripts/check-outputs $(RELEASE)

soak: build ## Run the service for half an hour, and watch its memory.
	python3 Benchmarks/soak/soak.py $(RELEASE)

install: build ## Install below PREFIX (default /usr/local).
	scripts/install $(RELEASE) $(PREFIX) $(DESTDIR)

deb: build ## Build the Debian package, in dist/.
	@scripts/dependencies package
	@scripts/package $(RELEASE) dist

test-install: deb ## Install, upgrade and purge the package in a bare Debian 12 (root).
	@scripts/dependencies install-test
	@scripts/test-install "$$(ls -t dist/lexwatch_*.deb | head -n 1)"

clean: ## Remove everything that was built.
	rm -rf .build $(DEMO) dist
