# pressgraph: `make` builds, `make check` tests, `make demo` shows, `make help` lists all.
# V=1 shows the commands. CONFIG=release|debug|asan|tsan|fuzz picks how to compile.

VERSION := $(shell sed -n 's/^\#define PRESS_VERSION "\(.*\)"/\1/p' include/pressgraph.h)
SOVERSION := 0
CONFIG ?= release
B := build/$(CONFIG)
PREFIX ?= /usr/local
LIBDIR ?= $(PREFIX)/lib
FUZZ_TIME ?= 60

# What `make setup` installs where it is missing (Debian's names): to build and test,
# then what only the developers' targets need.
PACKAGES := gcc g++ libc6-dev pkg-config libgraphviz-dev libjansson-dev libxml2-dev libutf8proc-dev \
  libmd-dev libcmocka-dev libopenblas-dev graphviz fonts-liberation2
PACKAGES_DEV := clang-14 clang-format-14 clang-tidy-14 valgrind mandoc python3 python3-venv

PKGS := libcgraph libgvc jansson libxml-2.0 libutf8proc libmd
WARN := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes -Wvla
FLAGS_release := -O2
FLAGS_debug := -O0 -g
FLAGS_asan := -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all -DPRESS_ARENA_MALLOC
FLAGS_tsan := -O1 -g -fsanitize=thread
FLAGS_fuzz := -O1 -g -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all \
  -DPRESS_ARENA_MALLOC
ifeq ($(CONFIG),fuzz)
CC := clang-14
endif

# pkg-config is asked once, and only when something is compiled: `make setup` runs
# before it is there.
once = $(eval $(1) := $(shell $(2)))$($(1))
PKG_CFLAGS = $(call once,PKG_CFLAGS,pkg-config --cflags $(PKGS))
LIBS = $(call once,LIBS,echo `pkg-config --libs $(PKGS)` -lm)
BLAS = $(call once,BLAS,pkg-config --libs openblas)
CFLAGS_ALL = -std=c11 -D_XOPEN_SOURCE=700 -Iinclude -Isrc -Itests \
  -DPRESS_DATA='"$(CURDIR)/data"' -fPIC -fvisibility=hidden -ffp-contract=off \
  $(WARN) $(FLAGS_$(CONFIG)) $(PKG_CFLAGS) $(CFLAGS)
LINK = $(CC) $(FLAGS_$(CONFIG)) $(LDFLAGS) -o $@

LIB_SRC := $(sort $(wildcard src/base/*.c src/text/*.c src/lexicon/*.c src/nn/*.c \
  src/ling/*.c src/find/*.c src/graph/*.c src/write/*.c src/*.c))
APP_SRC := $(sort $(wildcard src/app/*.c))
TRAIN_SRC := $(sort $(wildcard src/train/*.c))
UNIT_SRC := $(sort $(wildcard tests/unit/test_*.c))
SUPPORT_SRC := $(sort $(wildcard tests/support/*.c))
FUZZ_SRC := $(sort $(wildcard tests/fuzz/fuzz_*.c))
FORMATTED = $(sort $(wildcard include/*.h src/*.[ch] src/*/*.[ch] tests/*.[ch] tests/*/*.[ch] docs/*.c))
obj = $(patsubst %.c,$(B)/%.o,$(1))

Q := $(if $(V),,@)
say = @$(if $(V),:,printf '  %-5s %s\n' $(1) $(2))

.DELETE_ON_ERROR:
.PHONY: all help setup setup-dev units cases golden-check cli contract chaos check \
  run-check check-asan check-tsan check-valgrind check-clients check-rdf check-page check-slurm check-spark \
  check-docs check-deb deb gallery corpora fuzz layers tidy format format-check \
  golden demo eval bench models trainer man install uninstall dist clean

all: build/pressgraph $(B)/libpressgraph.so ## build the command and the libraries
	@:

help: ## print this
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 24

# ---- Set-up ----

setup: ## install what is missing (Debian packages)
	@tools/setup $(PACKAGES)

setup-dev: ## the same, with the developers' tools
	@tools/setup $(PACKAGES) $(PACKAGES_DEV)

# ---- The command and the libraries ----

build/pressgraph: $(B)/pressgraph
	$(Q)ln -sf $(CONFIG)/pressgraph $@
$(B)/pressgraph: $(call obj,$(APP_SRC)) $(B)/libpressgraph.a
	$(call say,LINK,$@)
	$(Q)$(LINK) $^ $(LIBS)
$(B)/libpressgraph.a: $(call obj,$(LIB_SRC))
	$(call say,AR,$@)
	$(Q)rm -f $@ && $(AR) rcs $@ $^
$(B)/libpressgraph.so.$(VERSION): $(call obj,$(LIB_SRC))
	$(call say,LINK,$@)
	$(Q)$(LINK) -shared -Wl,-soname,libpressgraph.so.$(SOVERSION) $^ $(LIBS)
$(B)/libpressgraph.so: $(B)/libpressgraph.so.$(VERSION)
	$(Q)ln -sf libpressgraph.so.$(VERSION) $(B)/libpressgraph.so.$(SOVERSION)
	$(Q)ln -sf libpressgraph.so.$(SOVERSION) $@
$(B)/src/lexicon/embed.o: $(wildcard data/*.tsv data/*.bin data/*.html)
# The arithmetic stays fast where the rest is built to be looked at.
$(B)/src/nn/%.o: CFLAGS += -O2
$(B)/%.o: %.c
	$(call say,CC,$<)
	@mkdir -p $(@D)
	$(Q)$(CC) $(CFLAGS_ALL) -MMD -MP -c -o $@ $<

# Vectors wider than the processor's are passed inline only: no ABI to warn of.
$(B)/src/nn/kernel_%.o: CFLAGS_ALL += -Wno-psabi

# The trainers are a program of their own: only they need BLAS.
trainer: $(B)/press-train ## build the program that makes the weights
$(B)/press-train: $(call obj,$(TRAIN_SRC)) $(B)/libpressgraph.a
	$(call say,LINK,$@)
	$(Q)$(LINK) $^ $(BLAS) $(LIBS)

# ---- Tests ----

UNITS := $(patsubst tests/unit/%.c,$(B)/unit/%,$(UNIT_SRC))
CORPORA := $(patsubst tests/fuzz/fuzz_%.c,$(B)/corpus/%,$(FUZZ_SRC))
APP_OBJ = $(filter-out %/main.o,$(call obj,$(APP_SRC)))

check: ## set up, build, run every test
	@$(MAKE) --no-print-directory setup
	@$(MAKE) --no-print-directory run-check
run-check: all $(UNITS) $(CORPORA) $(B)/run-cases $(B)/chaos
	@CONFIG=$(CONFIG) tests/run units cases golden cli contract chaos corpora layers
check-asan: ## units, cases, corpora and chaos under ASan and UBSan
	@$(MAKE) --no-print-directory CONFIG=asan run-asan
run-asan: $(B)/pressgraph $(UNITS) $(CORPORA) $(B)/run-cases $(B)/chaos
	@CONFIG=$(CONFIG) tests/run units cases chaos corpora
check-tsan: ## four workers under ThreadSanitizer (without libgvc)
	@$(MAKE) --no-print-directory CONFIG=tsan build/tsan/pressgraph
	build/tsan/pressgraph -j 4 -t json,jsonld,text,layers -o build/tsan/out/ graphs/ graphs/ graphs/
check-valgrind: all ## the command and some units under valgrind
	@CONFIG=$(CONFIG) tests/run valgrind

check-clients: all ## every graph format in real clients, from npm and PyPI
	$(Q)tools/setup python3 python3-venv sqlite3 $(if $(shell command -v npm),,nodejs npm)
	$(Q)tools/check-clients

check-rdf: all ## the RDF by its shapes, frame and vocabulary, and docs/queries.md
	$(Q)tools/setup python3 python3-venv $(if $(shell command -v npm),,nodejs npm)
	$(Q)tools/check-rdf

check-slurm: all ## the job array of tools/cluster under a Slurm of its own (root)
	$(Q)tools/setup slurm-wlm munge slurmctld slurmd slurm-client
	$(Q)tools/check-slurm

check-spark: all ## rdd.pipe in Spark's local mode, with pyspark from PyPI
	$(Q)tools/setup python3 python3-venv $(if $(shell command -v java),,default-jre-headless)
	$(Q)tools/check-spark

check-page: all ## the page of -t html in headless Chromium
	$(Q)tools/setup chromium $(if $(shell command -v npm),,nodejs npm)
	$(Q)tools/check-page

check-docs: all ## run what docs/python.md and docs/import show, packages from PyPI
	$(Q)tools/setup python3 python3-venv sqlite3
	$(Q)tools/check-docs

units: $(UNITS) ## one cmocka program for each tests/unit/test_*.c
	@CONFIG=$(CONFIG) tests/run units
cases: $(B)/run-cases ## behaviour: tests/cases/*.txt
	@CONFIG=$(CONFIG) tests/run cases
cli: all ## the command line
	@CONFIG=$(CONFIG) tests/run cli
contract: all ## the header alone, exported symbols, manual pages
	@CONFIG=$(CONFIG) tests/run contract
chaos: $(B)/chaos ## every allocation and every write fails once
	@CONFIG=$(CONFIG) tests/run chaos
corpora: $(CORPORA) ## the fuzz targets over their corpora, without a fuzzer
	@CONFIG=$(CONFIG) tests/run corpora
layers: ## includes point downwards only
	@tools/check-layers
golden-check: all
	@CONFIG=$(CONFIG) tests/run golden
golden: all ## rewrite tests/golden; the diff is the review
	@tests/golden/run --rewrite

$(B)/unit/%: $(B)/tests/unit/%.o $(call obj,$(SUPPORT_SRC)) $(B)/libpressgraph.a
	$(call say,LINK,$@)
	@mkdir -p $(@D)
	$(Q)$(LINK) $^ -lcmocka $(LIBS)
# Tests of the command link its objects.
$(B)/unit/test_app: $(B)/tests/unit/test_app.o $(APP_OBJ) $(B)/libpressgraph.a
	$(call say,LINK,$@)
	@mkdir -p $(@D)
	$(Q)$(LINK) $^ -lcmocka $(LIBS)
# Tests of the trainer link its objects, and BLAS.
$(B)/unit/test_train_%: $(B)/tests/unit/test_train_%.o \
    $(filter-out %/main.o,$(call obj,$(TRAIN_SRC))) $(B)/libpressgraph.a
	$(call say,LINK,$@)
	@mkdir -p $(@D)
	$(Q)$(LINK) $^ -lcmocka $(BLAS) $(LIBS)
$(B)/run-cases: $(B)/tests/run_cases.o $(B)/libpressgraph.a
	$(call say,LINK,$@)
	$(Q)$(LINK) $^ $(LIBS)
$(B)/chaos: $(B)/tests/chaos/chaos.o $(B)/libpressgraph.a
	$(call say,LINK,$@)
	$(Q)$(LINK) -Wl,--wrap=malloc,--wrap=calloc,--wrap=realloc $^ $(LIBS)
$(B)/corpus/%: $(B)/tests/fuzz/fuzz_%.o $(B)/tests/fuzz/driver.o $(APP_OBJ) $(B)/libpressgraph.a
	$(call say,LINK,$@)
	@mkdir -p $(@D)
	$(Q)$(LINK) $^ $(LIBS)

# libFuzzer: FUZZ_TIME seconds for each target; what it finds stays in build/fuzz.
FUZZERS := $(patsubst tests/fuzz/%.c,$(B)/%,$(FUZZ_SRC))
fuzz: ## fuzz each target for FUZZ_TIME seconds (60)
	@$(MAKE) --no-print-directory CONFIG=fuzz run-fuzz
run-fuzz: $(FUZZERS)
	@FUZZ_TIME=$(FUZZ_TIME) tests/fuzz/run $(FUZZERS)
$(B)/fuzz_%: $(B)/tests/fuzz/fuzz_%.o $(APP_OBJ) $(B)/libpressgraph.a
	$(call say,LINK,$@)
	$(Q)$(LINK) -fsanitize=fuzzer $^ $(LIBS)
.SECONDARY:

# ---- Care of the code ----

tidy: ## clang-tidy (.clang-tidy says which checks and why)
	@tools/tidy "$(filter-out -DPRESS_DATA%,$(CFLAGS_ALL))" \
	  $(filter-out src/lexicon/embed.c,$(LIB_SRC) $(APP_SRC))
format: ## clang-format every source file
	$(Q)clang-format-14 -i $(FORMATTED)
format-check: ## fail where clang-format would change something
	$(Q)clang-format-14 --dry-run -Werror $(FORMATTED)
man: build/pressgraph ## rewrite the option list of the manual from the flag table
	@tools/man-options man/pressgraph.1

# ---- What it does ----

demo: ## set up, build, draw the sample articles into build/demo
	@$(MAKE) --no-print-directory setup
	@$(MAKE) --no-print-directory all
	@tools/demo
gallery: all ## draw the pictures of docs/gallery.md anew
	@tools/setup imagemagick
	@tools/gallery
eval: all trainer ## scores on annotated articles (needs ../shared)
	@tools/eval
bench: all ## speed, as ratios within one run
	@tools/bench
models: trainer ## rebuild every weight (needs ../shared and npm; 90 minutes)
	@tools/models

# ---- Install ----

install: all ## PREFIX=/usr/local, LIBDIR=PREFIX/lib, DESTDIR=
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(LIBDIR)/pkgconfig \
	  $(DESTDIR)$(PREFIX)/include $(DESTDIR)$(PREFIX)/share/man/man1 \
	  $(DESTDIR)$(PREFIX)/share/man/man3
	install -m 755 $(B)/pressgraph $(DESTDIR)$(PREFIX)/bin/
	install -m 644 include/pressgraph.h $(DESTDIR)$(PREFIX)/include/
	install -m 644 $(B)/libpressgraph.a $(B)/libpressgraph.so.$(VERSION) $(DESTDIR)$(LIBDIR)/
	ln -sf libpressgraph.so.$(VERSION) $(DESTDIR)$(LIBDIR)/libpressgraph.so.$(SOVERSION)
	ln -sf libpressgraph.so.$(SOVERSION) $(DESTDIR)$(LIBDIR)/libpressgraph.so
	sed 's|@PREFIX@|$(PREFIX)|; s|@LIBDIR@|$(LIBDIR)|; s|@VERSION@|$(VERSION)|' pressgraph.pc.in \
	  > $(DESTDIR)$(LIBDIR)/pkgconfig/pressgraph.pc
	install -m 644 man/pressgraph.1 $(DESTDIR)$(PREFIX)/share/man/man1/
	install -m 644 man/pressgraph.3 $(DESTDIR)$(PREFIX)/share/man/man3/
	install -d $(addprefix $(DESTDIR)$(PREFIX)/share/,bash-completion/completions \
	  zsh/site-functions fish/vendor_completions.d)
	build/pressgraph --help-completion bash \
	  > $(DESTDIR)$(PREFIX)/share/bash-completion/completions/pressgraph
	build/pressgraph --help-completion zsh \
	  > $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_pressgraph
	build/pressgraph --help-completion fish \
	  > $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/pressgraph.fish
uninstall: ## take away what install put there
	rm -f $(addprefix $(DESTDIR)$(LIBDIR)/,libpressgraph.a libpressgraph.so \
	  libpressgraph.so.$(SOVERSION) libpressgraph.so.$(VERSION) pkgconfig/pressgraph.pc)
	rm -f $(addprefix $(DESTDIR)$(PREFIX)/,bin/pressgraph include/pressgraph.h \
	  share/man/man1/pressgraph.1 share/man/man3/pressgraph.3 \
	  share/bash-completion/completions/pressgraph share/zsh/site-functions/_pressgraph \
	  share/fish/vendor_completions.d/pressgraph.fish)

dist: ## build/pressgraph-VERSION.tar.gz from the last commit
	@mkdir -p build
	git archive --prefix=pressgraph-$(VERSION)/ -o build/pressgraph-$(VERSION).tar.gz HEAD
DEB_BUILD := build-essential debhelper dpkg-dev fakeroot libgraphviz-dev libjansson-dev libxml2-dev \
  libutf8proc-dev libmd-dev pkg-config
deb: dist ## Debian packages of the last commit into build/deb
	@tools/setup $(DEB_BUILD)
	@tools/deb $(VERSION)
check-deb: all deb ## build the Debian packages, lintian, unpack and try them
	@tools/setup lintian
	@tools/check-deb $(VERSION)
clean: ## remove build/
	rm -rf build

-include $(shell find $(B) -name '*.d' 2>/dev/null)
