# Each target is a script that also works by itself where there is no make.
PREFIX ?= /usr/local

# Fuzzers: make fuzz TIME=600 for ten minutes each.
TIME ?= 10

# Mutations: make mutate COUNT=60 for fewer of them.
COUNT ?= 300

.PHONY: demo test serve test-web fuzz growth mutate proof templates bench scale lint docs package install clean

demo:
	@scripts/demo.sh
test:
	@scripts/test.sh
serve:
	@scripts/serve.sh
test-web:
	@scripts/test-web.sh
fuzz:
	@scripts/fuzz.sh "$(TIME)"
growth:
	@scripts/growth.sh
# Everything too long for each change: STEPS="growth fuzz" for some of it.
proof:
	@scripts/proof.sh $(STEPS)
mutate:
	@scripts/mutate.sh --count "$(COUNT)"
templates:
	@scripts/templates.sh
bench:
	@scripts/bench.sh
scale:
	@scripts/scale.sh
lint:
	@scripts/lint.sh
docs:
	@scripts/docs.sh
package:
	@scripts/package.sh
install:
	@scripts/install.sh "$(PREFIX)"
clean:
	rm -rf .build output/*
