# One word for each thing a person does here; README.md says what they show.
export INCENTIVE_PYTHON ?= $(CURDIR)/.build-python/bin/python
export INCENTIVE_CDNOW ?= $(CURDIR)/data/cdnow/CDNOW_sample.txt

.PHONY: demo questions test lint setup packages python data

demo: packages
	swift build -c release --product incentive
	.build/release/incentive run scenarios/points-and-growth.yaml

# The planners' classic questions, each answered beside its scenario: half a minute on two cores.
questions: packages
	swift build -c release --product incentive
	@Scripts/answer-questions

test: setup data lint
	swift test -c release -Xswiftc -enable-testing

lint:
	git ls-files -z '*.swift' | xargs -0 swift format lint --strict --parallel

# What a fresh Debian machine with Swift lacks; quiet when all is there.
setup: packages python

packages:
	@Scripts/install-packages

python: packages
	@Scripts/make-python

# The CDNOW orders, for the tests that read real purchases; never committed.
data: python
	@Scripts/fetch-cdnow
