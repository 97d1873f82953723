# SPDX-License-Identifier: GPL-3.0-or-later
# pejling: the two commands most people need are `make deps seminar` and `make deps test`.

VARIANT ?= release
PREFIX ?= /usr/local
DESTDIR ?=
OUT ?= out
RUNNER ?=

BUILD := build/$(VARIANT)
PROGRAM := $(BUILD)/pejling

# --- Debian packages ------------------------------------------------------------------------------
# One list each: what it takes to build, test and run, and what the checks of `lint`, `analyze`,
# `attack`, `cov` and `fuzz` take beyond that.
PACKAGES := gcc make pkg-config libc6-dev libgsl-dev libcsv-dev libminizip-dev zlib1g-dev libexpat1-dev \
	libjansson-dev libssl-dev libglpk-dev libxlsxwriter-dev libcmocka-dev gnuplot-nox fonts-open-sans
TOOLS := clang clang-format clang-tidy cppcheck libclang-rt-14-dev gcovr valgrind shellcheck \
	libxml2-utils glpk-utils zip unzip poppler-utils qpdf chromium mandoc

# --- compiling ------------------------------------------------------------------------------------
WARNINGS := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes \
	-Wmissing-prototypes -Wvla -Wwrite-strings -Wfloat-equal -Wundef -Wformat=2 -Wswitch-enum \
	-Wdouble-promotion -Werror=implicit-function-declaration -Wduplicated-cond \
	-Wduplicated-branches -Wlogical-op -Wno-unknown-warning-option
# The last is for clang, which lacks the three before it; gcc takes no notice of it.
HARDENING := -fPIE -fstack-protector-strong -fstack-clash-protection -U_FORTIFY_SOURCE \
	-D_FORTIFY_SOURCE=3
HARDENING_x86_64 := -fcf-protection
HARDENING_aarch64 := -mbranch-protection=standard
HARDENING += $(HARDENING_$(shell uname -m))
# No contraction of a*b+c: the same bytes on every machine.
CFLAGS_release := -O2 -g -ffp-contract=off $(HARDENING)
CFLAGS_strict := $(CFLAGS_release) -Werror
CFLAGS_san := -O1 -g -ffp-contract=off -fno-omit-frame-pointer -fno-sanitize-recover=all \
	-fsanitize=address,undefined,float-divide-by-zero,float-cast-overflow
# Threads count too, and together.
CFLAGS_cov := -O0 -g -ffp-contract=off --coverage -fprofile-update=atomic
LDFLAGS_release := -pie -Wl,-z,relro,-z,now
LDFLAGS_san := $(CFLAGS_san)
LDFLAGS_cov := --coverage
CFLAGS += $(CFLAGS_$(VARIANT))
LDFLAGS += $(LDFLAGS_$(VARIANT))
CPPFLAGS += -Iinclude -D_POSIX_C_SOURCE=200809L -DPEJLING_VERSION='"$(VERSION)"'
VERSION := 0.1.0
# Asked for when linking, not before: `deps` may have to install them first. libcsv and glpk have no .pc file.
LIBRARIES = $$(pkg-config --libs gsl jansson libcrypto minizip zlib expat xlsxwriter) -lglpk -lcsv -lm -pthread

SOURCES := $(wildcard src/*/*.c)
OBJECTS := $(SOURCES:%.c=$(BUILD)/%.o)
LIBRARY := $(BUILD)/libpejling.a
TEST_SOURCES := $(wildcard tests/unit/*/test_*.c)
TESTS := $(TEST_SOURCES:%.c=$(BUILD)/%)
RUN_CASES := $(BUILD)/tests/reference/run_cases
CALIBRATE := $(BUILD)/tests/calibration/calibrate
FUZZERS := $(patsubst %.c,$(BUILD)/%,$(wildcard tests/fuzz/fuzz_*.c))
SCENARIO_TOOLS := $(addprefix $(BUILD)/,make_example make_national read_back open_files hostile well_formed)
TOOL_OBJECTS := $(patsubst %.c,$(BUILD)/%.o,$(wildcard tests/reference/*.c tests/calibration/*.c))
ALL_OBJECTS := $(OBJECTS) $(TESTS:=.o) $(TOOL_OBJECTS) $(patsubst %.c,$(BUILD)/%.o,\
	$(wildcard tests/attack/*.c tests/fuzz/*.c tests/support/*.c data/*.c))

.DELETE_ON_ERROR:
.SECONDARY:
.PHONY: all objects deps deps-tools seminar example test unit reference scenarios bless calibrate attack san \
	valgrind valgrind-unit valgrind-scenarios lint analyze bench fuzz faults hostile cov reproducible \
	install uninstall clean

all: $(PROGRAM)

# With `make deps seminar` nothing is compiled before the packages are there, even under -j.
ifneq ($(filter deps,$(MAKECMDGOALS)),)
$(OBJECTS) $(TESTS) $(TOOL_OBJECTS): | deps
endif

deps:
	@sh tests/support/install_packages.sh $(PACKAGES)

deps-tools:
	@sh tests/support/install_packages.sh $(TOOLS)

$(BUILD)/%.o: %.c Makefile
	@mkdir -p $(@D)
	$(CC) -std=c11 $(WARNINGS) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c $< -o $@

$(LIBRARY): $(filter-out %/main.o,$(OBJECTS))
	@rm -f $@
	@$(AR) rcs $@ $^

$(PROGRAM): $(BUILD)/src/program/main.o $(LIBRARY)
	$(CC) $(LDFLAGS) $^ $(LIBRARIES) -o $@

$(BUILD)/tests/unit/%: $(BUILD)/tests/unit/%.o $(LIBRARY)
	@$(CC) $(LDFLAGS) $^ $$(pkg-config --libs cmocka) $(LIBRARIES) -o $@

$(BUILD)/tests/unit/%.o: CPPFLAGS += -Itests/support

$(RUN_CASES): $(filter $(BUILD)/tests/reference/%,$(TOOL_OBJECTS)) $(LIBRARY)
	@$(CC) $(LDFLAGS) $^ $(LIBRARIES) -o $@

$(CALIBRATE): $(filter $(BUILD)/tests/calibration/%,$(TOOL_OBJECTS)) $(LIBRARY)
	@$(CC) $(LDFLAGS) $^ $(LIBRARIES) -o $@

# A fuzz target that runs its corpus alone; `make fuzz` builds them with the fuzzer.
$(FUZZERS): %: %.o $(BUILD)/tests/fuzz/replay.o $(LIBRARY)
	@$(CC) $(LDFLAGS) $^ $(LIBRARIES) -o $@

-include $(ALL_OBJECTS:.o=.d)

# All that is ever compiled, and nothing linked: for the warnings of both compilers.
objects: $(ALL_OBJECTS)

# --- the packs ------------------------------------------------------------------------------------
ifdef PLAN
seminar: $(PROGRAM)
	$(PROGRAM) run $(PLAN)
else
seminar: $(PROGRAM)
	$(PROGRAM) run data/eksempel -o $(OUT)/eksempel
	$(PROGRAM) run data/valg -o $(OUT)/valg
	$(PROGRAM) run data/aftalen -o $(OUT)/aftalen
endif

# The generator of data/eksempel; a test compares what it writes with what is there.
$(BUILD)/make_example: data/make_example.c Makefile
	@mkdir -p $(@D)
	$(CC) -std=c11 $(WARNINGS) -D_POSIX_C_SOURCE=200809L $(CFLAGS) $< $(LDFLAGS) \
		$$(pkg-config --libs gsl) -o $@

# Reads the page of an edition back and holds it against the results; shares no code with them.
$(BUILD)/read_back: tests/support/read_back.c tests/attack/sheet.c tests/attack/sheet.h Makefile
	@mkdir -p $(@D)
	$(CC) -std=c11 $(WARNINGS) -D_POSIX_C_SOURCE=200809L $(CFLAGS) $(filter %.c,$^) $(LDFLAGS) -lm -o $@

# Opens the files of an edition as the programs of its readers would; shares no code with them.
$(BUILD)/open_files: tests/support/open_files.c tests/attack/sheet.c tests/attack/sheet.h Makefile
	@mkdir -p $(@D)
	$(CC) -std=c11 $(WARNINGS) -D_POSIX_C_SOURCE=200809L $(CFLAGS) $(filter %.c,$^) $(LDFLAGS) \
		$$(pkg-config --libs minizip expat) -lm -o $@

$(BUILD)/well_formed: tests/support/well_formed.c Makefile
	@mkdir -p $(@D)
	$(CC) -std=c11 $(WARNINGS) -D_POSIX_C_SOURCE=200809L $(CFLAGS) $< $(LDFLAGS) $$(pkg-config --libs expat) -o $@

# Random hostile words through the real gnuplot.
$(BUILD)/hostile: tests/support/hostile.c tests/attack/chance.h $(LIBRARY) Makefile
	@$(CC) -std=c11 $(WARNINGS) $(CPPFLAGS) $(CFLAGS) $(filter %.c %.a,$^) $(LDFLAGS) $(LIBRARIES) -o $@

# The generator of plans of any size, and what `make bench` measures with.
BENCH := $(addprefix $(BUILD)/,make_national bare_parse measure kernels)
$(BENCH): $(BUILD)/%: tests/bench/%.c $(LIBRARY) Makefile
	@mkdir -p $(@D)
	$(CC) -std=c11 $(WARNINGS) $(CPPFLAGS) $(CFLAGS) $< $(LDFLAGS) $(LIBRARY) $(LIBRARIES) \
		-lpthread -o $@

# As ratios within one run; RECORD=1 writes down the kernels' instructions anew.
SIZE ?= national
bench: $(PROGRAM) $(BENCH)
	@sh tests/bench/bench.sh $(BUILD) '$(SIZE)' $(RECORD)

example: $(BUILD)/make_example
	$(BUILD)/make_example data/eksempel

# --- tests ----------------------------------------------------------------------------------------
test: $(PROGRAM) $(TESTS) $(RUN_CASES) $(FUZZERS) $(SCENARIO_TOOLS)
	@RUNNER='$(RUNNER)' sh tests/support/run_tests.sh $(BUILD) unit reference corpora scenarios

unit: $(TESTS)
	@RUNNER='$(RUNNER)' sh tests/support/run_tests.sh $(BUILD) unit

scenarios: $(PROGRAM) $(SCENARIO_TOOLS)
	@RUNNER='$(RUNNER)' sh tests/support/run_tests.sh $(BUILD) scenarios

# Writes what the scenarios say now into their expected/ folders; read the difference before you
# commit it.
bless: $(PROGRAM) $(SCENARIO_TOOLS)
	@BLESS=1 sh tests/support/run_tests.sh $(BUILD) scenarios

# The cases of a folder: function, inputs, and what must come out.
CASES ?= tests/reference/cases
reference: $(RUN_CASES)
	@$(RUNNER) $(RUN_CASES) $(CASES)

# How often the verdicts on a plan's panel are wrong, on invented figures. `make calibrate STORE=1`
# writes the rates into the plan folder, for the report to cite.
REPLICATES ?= 2000
calibrate: $(CALIBRATE)
	@$(CALIBRATE) --replicates $(REPLICATES) $(if $(STORE),--store) $(or $(PLAN),data/eksempel)

# An independent attacker on the shared editions of random plans: PLANS of them without figures,
# COMPLETE ones with them; then with each rule of the protection switched off.
PLANS ?= 300
COMPLETE ?= 5
attack: $(PROGRAM)
	@sh tests/attack/run.sh $(BUILD) $(PLANS) $(COMPLETE)

san:
	$(MAKE) VARIANT=san test

# Memory that is read before it is written, or lost: units, and scenarios that reach most of the
# program between them. The scenarios take three minutes, the units much longer.
# What a child has of its parent's memory at its end may look lost, and freeing the C library's own
# would write out what the parent has begun to print.
MEMCHECK := valgrind -q --error-exitcode=9 --leak-check=full --show-leak-kinds=definite \
	--errors-for-leak-kinds=definite --run-libc-freeres=no
MEMCHECK_SCENARIOS := 02-shared-edition 12-keep-going 17-help 29-a-new-plan 30-import-shapes \
	31-import-with-a-mapping 33-odd-tables 40-explain-usage 56-between-areas 60-compare-refusals
valgrind: valgrind-unit valgrind-scenarios

valgrind-unit: $(TESTS)
	@RUNNER='$(MEMCHECK)' sh tests/support/run_tests.sh $(BUILD) unit

valgrind-scenarios: $(PROGRAM)
	@RUNNER='$(MEMCHECK)' SCENARIOS='$(MEMCHECK_SCENARIOS:%=tests/scenarios/%/)' \
		sh tests/support/run_tests.sh $(BUILD) scenarios

lint:
	@sh tests/support/lint.sh

analyze:
	@sh tests/support/analyze.sh

cov:
	@mkdir -p build/cov && find build/cov -name '*.gcda' -delete # of this run alone
	$(MAKE) VARIANT=cov test
	@sh tests/support/coverage.sh build/cov

reproducible: $(PROGRAM)
	@sh tests/support/reproducible.sh $(PROGRAM)

# Each call that can fail, failing in turn; FAULTS of each kind.
FAULTS ?= 1000
faults: $(PROGRAM)
	@sh tests/support/faults.sh $(BUILD) $(FAULTS)

# So many figures of hostile words through the real gnuplot; SEED names which.
SCRIPTS ?= 3000
SEED ?= 1
hostile: $(BUILD)/hostile
	@$(BUILD)/hostile $(SCRIPTS) $(SEED)

FUZZ_SECONDS ?= 60
fuzz:
	@sh tests/support/fuzz.sh $(FUZZ_SECONDS)

# --- installing -----------------------------------------------------------------------------------
install: $(PROGRAM)
	install -D -m 755 $(PROGRAM) $(DESTDIR)$(PREFIX)/bin/pejling
	install -d $(DESTDIR)$(PREFIX)/share/pejling/plots
	install -m 644 plots/*.gp $(DESTDIR)$(PREFIX)/share/pejling/plots
	install -D -m 644 src/program/pejling.1 $(DESTDIR)$(PREFIX)/share/man/man1/pejling.1
	install -D -m 644 src/program/pejling.bash \
		$(DESTDIR)$(PREFIX)/share/bash-completion/completions/pejling

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/pejling $(DESTDIR)$(PREFIX)/share/man/man1/pejling.1 \
		$(DESTDIR)$(PREFIX)/share/bash-completion/completions/pejling
	rm -rf $(DESTDIR)$(PREFIX)/share/pejling

clean:
	rm -rf build out
