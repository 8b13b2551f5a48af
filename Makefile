# pressgraph: `make` builds, `make check` tests, `make demo` shows. `make help` lists all.
VERSION := 0.1.0
SOVERSION := 0
CONFIG ?= release
B := build/$(CONFIG)

PKGS := libcgraph libgvc jansson libutf8proc libmd
CC ?= cc
WARN := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes -Wvla
FLAGS_release := -O2
FLAGS_asan := -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all -DPRESS_ARENA_MALLOC
FLAGS_debug := -O0 -g
CFLAGS_ALL = -std=c11 -D_XOPEN_SOURCE=700 -Iinclude -Isrc -Itests -DPRESS_DATA='"$(CURDIR)/data"' \
  -fPIC -fvisibility=hidden -ffp-contract=off $(WARN) $(FLAGS_$(CONFIG)) $(shell pkg-config --cflags $(PKGS)) $(CFLAGS)
LIBS = $(shell pkg-config --libs $(PKGS)) -lm

LIB_SRC := $(sort $(wildcard src/base/*.c src/text/*.c src/lexicon/*.c src/nn/*.c src/ling/*.c \
  src/find/*.c src/graph/*.c src/write/*.c src/*.c))
APP_SRC := $(sort $(wildcard src/app/*.c))
TRAIN_SRC := $(sort $(wildcard src/train/*.c))
UNIT_SRC := $(sort $(wildcard tests/unit/test_*.c))
SUPPORT_SRC := $(sort $(wildcard tests/support/*.c))
obj = $(patsubst %.c,$(B)/%.o,$(1))

.PHONY: all clean
all: build/pressgraph

build/pressgraph: $(B)/pressgraph
	ln -sf $(CONFIG)/pressgraph $@
$(B)/pressgraph: $(call obj,$(APP_SRC)) $(B)/libpressgraph.a
	$(CC) $(FLAGS_$(CONFIG)) $(LDFLAGS) -o $@ $^ $(LIBS)
$(B)/libpressgraph.a: $(call obj,$(LIB_SRC))
	rm -f $@ && $(AR) rcs $@ $^
$(B)/src/lexicon/embed.o: $(wildcard data/*.tsv) data/model.bin
$(B)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(CFLAGS_ALL) -MMD -MP -c -o $@ $<

# The trainers are a program of their own: only they need BLAS.
trainer: $(B)/press-train
$(B)/press-train: $(call obj,$(TRAIN_SRC)) $(B)/libpressgraph.a
	$(CC) $(FLAGS_$(CONFIG)) $(LDFLAGS) -o $@ $^ $(shell pkg-config --libs openblas) $(LIBS)

# One cmocka program for each tests/unit/test_*.c.
UNITS := $(patsubst tests/unit/%.c,$(B)/unit/%,$(UNIT_SRC))
units: $(UNITS)
	@set -e; for t in $(UNITS); do echo "== $$t"; $$t; done
$(B)/unit/%: $(B)/tests/unit/%.o $(call obj,$(SUPPORT_SRC)) $(B)/libpressgraph.a
	@mkdir -p $(@D)
	$(CC) $(FLAGS_$(CONFIG)) $(LDFLAGS) -o $@ $^ -lcmocka $(LIBS)

clean:
	rm -rf build

-include $(shell find $(B) -name '*.d' 2>/dev/null)
